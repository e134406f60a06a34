"""What stands around a casualty verb: its auxiliaries, and whether a phrase is governed."""

from typing import NamedTuple

from analysis.figures.casualties.shapes import Mention, Unit


class Claim(NamedTuple):
    """One mention counted by one trigger.

    `unit` and `trigger` are indices of units; `rule` names the pattern; `values` replaces the
    mention where the unit carries none of its own (a pronoun, a name).
    """

    unit: int
    trigger: int
    measure: str
    rule: str
    values: Mention | None = None


class Aux(NamedTuple):
    """What stands right before a verb."""

    place: int  # the last unit before the verb's group
    passive: bool
    singular: bool
    modal: bool
    joined: int | None  # the verb that this one is coordinated with
    any: bool


_SKIP = frozenset("DZBHM")
_LATER = frozenset(("later", "subsequently", "eventually", "soon"))
_SINGULAR = frozenset(("was", "is", "has"))
_REACH = 40
OUT_OF = frozenset(("them", "whom", "which", "those", "these"))


_SKIP = frozenset("DZBHM")
_LATER = frozenset(("later", "subsequently", "eventually", "soon"))
_SINGULAR = frozenset(("was", "is", "has"))
OUT_OF = frozenset(("them", "whom", "which", "those", "these"))


def before_verb(units: list[Unit], place: int) -> Aux:
    """Walk left over auxiliaries, adverbs and joined verbs."""
    at, passive, singular, modal, joined, some = place - 1, False, False, False, None, False
    while at >= 0:
        unit = units[at]
        if unit.kind in _SKIP:
            passive |= unit.kind == "B"
            singular |= unit.text in _SINGULAR
            told = unit.text == "would" and any(u.text in _LATER for u in units[at + 1 : place])
            modal |= unit.kind == "M" and unit.text not in ("did", "does", "do") and not told
            some |= unit.kind != "D"
        elif unit.bridge and unit.kind in "EPV":
            some = True
        elif unit.kind in "A," and at and units[at - 1].kind in "EV" and not passive:
            reach = before_verb(units, at - 1)
            if reach.passive or (units[at - 1].kind == "V" and unit.kind == "A"):
                return reach._replace(joined=at - 1, passive=reach.passive, any=True)
            break
        else:
            break
        at -= 1
    return Aux(at, passive, singular, modal, joined, some)


def governed(units: list[Unit], at: int) -> bool:
    """Whether a phrase hangs on a preposition, "of" or "by"."""
    left = at - 1
    while left >= 0 and units[left].kind in "D":
        left -= 1
    if left < 0 or units[left].kind in "POY":
        return left >= 0
    mention = units[at].mention
    uncounted = mention is not None and not (mention.counted or mention.implied)
    joined = units[left].kind == "A" and left > 1 and units[left - 1].kind in "NnX"
    return uncounted and joined and units[left - 2].kind in "POY"


def is_part(unit: Unit) -> bool:
    """Whether a unit is "two of them"."""
    return unit.kind == "N" and unit.mention is not None and unit.mention.head in OUT_OF
