"""Numbers that go on with what an earlier clause or sentence counted.

"On the first evening it stood at 19" counts the dead of the sentence before; "Ten of the dead
were soldiers" and "two nurses are also among them" are parts of its toll.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.figures.casualties.fates import TallyEntry, fate_of
from analysis.figures.casualties.frames import Claim, before_verb
from analysis.figures.casualties.objects import more
from analysis.figures.casualties.shapes import Mention, Unit
from analysis.figures.casualties.subjects import subjects
from analysis.lexicon import load, phrase_pattern

REACH = 2  # sentences that a toll may stand back
FORCES = frozenset(("military", "police", "security_forces", "militant", "perpetrator"))
_VICTIMS = FORCES | {"civilian", "child", "woman"}
_CLOSED = ";,ASRC"
_TO_WHOM = frozenset(("to", "for", "per", "of"))
_TIMES = frozenset(("the night", "the day", "a day", "a week", "the week", "the evening"))
_TIME = re.compile(
    r"(?:the\s+)?(?:next|following|same|end|evening|morning|afternoon|night|noon|midnight|midday|dusk|dawn"
    r"|weekend|week|month|year|time|late|early|then|today|yesterday|now|\w+day|\d)\b"
)
_OWN = re.compile(r"\b(?:its|their|his)\s+own\b", re.IGNORECASE)


class Topic(NamedTuple):
    """What was counted last: measures of the nearest sentence with a toll, and how far back.

    `whole` tells that the people named last are those whom the toll counts, so that "among them"
    means them.
    """

    measures: tuple[str, ...] = ()
    distance: int = 99
    whole: bool = False

    @property
    def measure(self) -> str | None:
        """The measure that a bare number goes on with: the dead before all others."""
        if not self.measures:
            return None
        return "killed" if "killed" in self.measures else self.measures[-1]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What stands left of a number, by rule; each pattern ends where the number begins."""
    words = {
        e.code: phrase_pattern(list(e.words))
        for e in load("tally_words", TallyEntry, unique=("code",))
    }
    fate = rf"(?:{words['dead']}|{words['hurt']}|{words['gone']})"
    counted = rf"\b{words['count']}\b(?!\s+of\s+(?!(?:the\s+|those\s+)?{fate}))"
    return {
        "level": re.compile(
            rf"{counted}(?:\s+[\w’'-]+){{0,7}}?,?\s+{words['level']}(?:\s+only)?\s+\Z",
            re.IGNORECASE,
        ),
        "on": re.compile(rf"\b{words['level']}(?:\s+only)?\s+\Z", re.IGNORECASE),
        "fate": re.compile(
            rf"\bthe\s+(?:(?:number|count|total)\s+of\s+(?:the\s+)?)?"
            rf"(?P<fate>{fate})\s+(?:{words['level']}|at|to|number|numbered|as)\s+\Z",
            re.IGNORECASE,
        ),
        "speaker": re.compile(
            rf"\b{words['speaker']}\s+(?:only\s+|another\s+|a\s+further\s+)?[“\"]?\Z",
            re.IGNORECASE,
        ),
        "speaks": re.compile(rf"\b{words['speaks']}\s+[“\"]?\Z", re.IGNORECASE),
        "former": re.compile(
            rf"\b{words['former']}\s+(?:[\w’'-]+\s+)?{words['count']}\s+of\s+\Z", re.IGNORECASE
        ),
        "ones": re.compile(r"\b(?:ones|others|another|a\s+second|the\s+latter)\s+of\s+\Z", re.I),
        "list": re.compile(
            rf"\b{words['list']}\b(?:[^.;:]{{0,90}})\b{words['bears']}\s+\Z", re.IGNORECASE
        ),
        "against": re.compile(rf"\b{words['against']}\s+\Z", re.IGNORECASE),
        "kept": re.compile(rf"\s+{words['kept']}\b", re.IGNORECASE),
        "cue": re.compile(rf"\b{words['cue']}\b", re.IGNORECASE),
    }


def may_go_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a word by which counting goes on."""
    return bool(_patterns()["cue"].search(text, start, end))


def going_on(
    text: str, start: int, units: list[Unit], claims: Sequence[Claim], topic: Topic
) -> list[Claim]:
    """Claims of a sentence that take their measure from what was counted before.

    Args:
        text: The article's text.
        start: The sentence's start.
        units: The sentence's units.
        claims: What its own casualty words count.
        topic: What the sentences before counted.
    """
    taken = {claim.unit for claim in claims}
    made = _fated(units) + _listed_dead(units)
    if topic.measure is not None or claims:
        made += _among_them(units, topic)
    for at, unit in enumerate(units):
        mention = unit.mention
        if unit.kind not in "NX" or at in taken or any(c.unit == at for c in made):
            continue
        earlier = [c for c in [*claims, *made] if min(c.unit, c.trigger) < at]
        measures = tuple(c.measure for c in earlier)
        here = Topic(measures, 0) if measures else topic
        if mention is None or not mention.counted:
            continue
        found = _tally(text, start, units, at, mention, here, earlier)
        if found is not None:
            made.append(found)
    return made + _taken_too(units, topic)


def _bare(units: list[Unit], at: int, mention: Mention) -> bool:
    """Whether a number stands alone: no noun behind it, nobody to whom it is given."""
    if mention.head != "" or mention.part:
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.kind in _CLOSED:
        return True
    if after.text in _TIMES or after.text.endswith((" days", " hours", " weeks")):
        return True
    if after.kind == "Y":  # "it rose to 34 by Friday"
        return at + 2 < len(units) and bool(_TIME.match(units[at + 2].text))
    return after.kind in "PD" and after.text not in _TO_WHOM


def _tally(
    text: str,
    start: int,
    units: list[Unit],
    at: int,
    mention: Mention,
    topic: Topic,
    earlier: Sequence[Claim],
) -> Claim | None:
    """A number behind "it stood at", "the army admits", "put the wounded at" and the like."""
    patterns = _patterns()
    left = text[max(start, mention.start - 140) : mention.start]
    trigger = max(at - 1, 0)
    if mention.part and fate_of(mention.head) == topic.measure == "killed":
        return Claim(at, trigger, topic.measure, "among")  # "five of the victims"
    bare = _bare(units, at, mention)
    fate = patterns["fate"].search(left) if bare else None
    if fate:
        return Claim(at, trigger, fate_of(fate["fate"]) or "killed", "level")
    if topic.measure is None:
        return _treated(units, at, mention, topic)
    clause = re.split(r"[;:]", left)[-1]
    if bare and patterns["level"].search(clause):
        return Claim(at, trigger, topic.measure, "level")
    told = any(c.rule in ("toll", "level", "result", "counted") for c in earlier)
    moved = units[at - 1].text in ("from", "to", "than")
    if bare and told and not topic.distance and (moved or patterns["on"].search(clause)):
        return Claim(at, trigger, topic.measure, "level")
    begin = _without_the(text, mention).start
    if patterns["against"].search(text[max(start, begin - 60) : begin]) and patterns["kept"].match(
        text, mention.end
    ):
        return Claim(at, trigger, topic.measure, "compared", _without_the(text, mention))
    if bare and (patterns["ones"].search(left) or patterns["former"].search(left)):
        return Claim(at, trigger, topic.measure, "given")
    if bare and patterns["speaker"].search(left) and not re.search(r"\bI\s+\w+\s+\Z", left):
        return Claim(at, trigger, topic.measure, "given")
    if mention.known and mention.group in _VICTIMS and patterns["speaks"].search(left):
        after = units[at + 1].kind if at + 1 < len(units) else ";"
        if after not in "REV":
            return Claim(at, trigger, topic.measure, "given")
    if mention.head == "names" and patterns["list"].search(left):
        return Claim(at, trigger, topic.measure, "listed")
    return _lost(units, at, mention, text) or _treated(units, at, mention, topic)


def _without_the(text: str, mention: Mention) -> Mention:
    """The number of "well above the nine that …": it bounds nothing but is compared with."""
    words = text[mention.start : mention.end]
    value = mention.low if mention.low is not None else mention.high
    if "the " not in words or value is None:
        return mention
    begin = mention.start + words.rindex("the ") + 4
    return mention._replace(start=begin, low=value, best=value, high=value, quantifier="exact")


def _lost(units: list[Unit], at: int, mention: Mention, text: str) -> Claim | None:
    """Read "210 of its own men were lost", "it lost nine men"."""
    force = mention.known and mention.group in FORCES
    if not force and not _OWN.search(text, units[at].start, units[at].end + 16):
        return None
    behind = next((i for i in range(at + 2, min(at + 10, len(units))) if _were(units, i)), None)
    if behind and all(u.kind in "BHDOXAN" for u in units[at + 1 : behind]):
        return Claim(at, behind, "killed", "lost")
    if at and units[at - 1].text == "lost" and units[at - 1].kind == "E":
        return Claim(at, at - 1, "killed", "lost")
    return None


def _were(units: list[Unit], at: int) -> bool:
    """Whether "were lost" ends at a unit."""
    return units[at].text == "lost" and units[at - 1].kind == "B"


def _treated(units: list[Unit], at: int, mention: Mention, topic: Topic) -> Claim | None:
    """Read "40 are in hospital", "nine more are being treated" behind a toll."""
    if not mention.known or mention.head.startswith("patient") or topic.measure is None:
        return None
    place = at + 1
    while place < len(units) and units[place].kind in "BDH":
        place += 1
    if place == at + 1 or place >= len(units):
        return None
    unit = units[place]
    following = units[place + 1].text if place + 1 < len(units) else ""
    inside = unit.kind == "P" and unit.text in ("in", "at") and following == "hospital"
    treated = unit.text == "treated" or (unit.text == "under" and following == "treatment")
    if inside or treated:
        return Claim(at, place, "injured", "treated")
    return None


def _fated(units: list[Unit]) -> list[Claim]:
    """Read "Ten of the dead were soldiers" and "Of the dead, 15 were children"."""
    made = []
    for at in range(1, len(units) - 1):
        included = units[at + 1].text in ("include", "included", "includes")
        if included and units[at - 1].text == "the" and at + 2 < len(units):
            measure = fate_of(units[at].text)
            if measure and units[at + 2].kind == "N":
                found = [at + 2, *more(units, at + 2)]
                made += [Claim(i, at, measure, "among") for i in found]
        if units[at - 1].kind != "O":
            continue
        words = units[at].text.split()
        if words == ["the"]:
            measure, last = fate_of(units[at + 1].text), at + 1
        elif len(words) == 2 and words[0] in ("the", "those"):
            measure, last = fate_of(words[1]), at
        elif units[at].text == "those" and units[at + 1].kind == "V":
            measure, last = units[at + 1].measure, at + 1
        else:
            continue
        if measure is None:
            continue
        left = units[at - 2] if at > 1 else None
        if left is not None:
            part = left.mention if left.kind == "N" else None
            if part is not None and part.counted and part.head == "":
                made.append(Claim(at - 2, last, measure, "among"))
            continue
        right = last + 1
        if right < len(units) and units[right].kind == ",":
            right += 1
        named = units[right].mention if right < len(units) else None
        if named is not None and units[right].kind == "N" and named.counted:
            made.append(Claim(right, last, measure, "among"))
    return made


def _listed_dead(units: list[Unit]) -> list[Claim]:
    """Read "named the dead of his valley: a driver, and two girls"."""
    for at, unit in enumerate(units):
        if unit.text != ":" or at + 1 >= len(units) or units[at + 1].kind != "N":
            continue
        for left in range(at - 1, max(at - 8, 0), -1):
            if units[left].kind in ";V":
                break
            measure = fate_of(units[left].text)
            if measure and units[left - 1].text == "the":
                return [Claim(i, left, measure, "listed") for i in [at + 1, *_items(units, at + 1)]]
    return []


def _items(units: list[Unit], first: int) -> list[int]:
    """Mentions listed behind the first one, up to the next strong stop."""
    found = []
    for at in range(first + 1, len(units)):
        unit = units[at]
        if unit.kind == ";":
            break
        opened = unit.kind == "N" and units[at - 1].kind in "A,"
        named = unit.mention if opened else None
        if named is not None and (named.counted or named.implied):
            found.append(at)
    return found


def _among_them(units: list[Unit], topic: Topic) -> list[Claim]:
    """Read "a clerk and two porters are also among them" and "among them were two boys"."""
    measure = topic.measure
    if measure is None or topic.distance > 1 or not topic.whole:
        return []
    for at, unit in enumerate(units):
        if unit.kind != "L" or not unit.text.startswith("among"):
            continue
        following = at + 1
        while following < len(units) and units[following].kind in "BD":
            following += 1
        behind = units[following].kind if at + 1 < following < len(units) else ""
        if at <= 1 and behind == "N":
            found = [following, *more(units, following)]
            return [Claim(i, at, measure, "among") for i in found]
        if at and units[at - 1].kind in "BD":
            aux = before_verb(units, at)
            found = subjects(units, at, aux)
            return [Claim(i, at, measure, "among") for i in found]
    return []


def _taken_too(units: list[Unit], topic: Topic) -> list[Claim]:
    """Read "a soldier had been taken with them" behind an abduction or arrest."""
    measure = topic.measures[-1] if topic.measures else None
    if measure not in ("abducted", "arrested"):
        return []
    for at, unit in enumerate(units[:-2]):
        gone = unit.text in ("taken", "seized", "carried") and units[at - 1].kind == "B"
        with_them = units[at + 1].kind == "W" and units[at + 2].text in ("them", "him")
        if gone and with_them:
            found = subjects(units, at, before_verb(units, at))
            return [Claim(i, at, measure, "taken") for i in found]
    return []


def listed_parts(units: list[Unit], at: int, total: float) -> list[int]:
    """Mentions behind a colon that add up to the total at `at`: "nine people: four men, …"."""
    for colon in range(at + 1, len(units) - 1):
        if units[colon].kind != ";":
            continue
        if units[colon].text not in (":", ";"):
            break
        first = colon + 1
        if units[first].kind != "N":
            break
        items = [first, *_items(units, first)]
        sizes = [m.best for i in items if (m := units[i].mention) is not None]
        if len(items) > 1 and None not in sizes and sum(s or 0 for s in sizes) == total:
            return items
        break
    return []
