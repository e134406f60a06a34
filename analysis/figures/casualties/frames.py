"""Who a casualty verb or noun counts: subjects, objects and what follows "of"."""

from typing import NamedTuple

from analysis.figures.casualties.names import is_name, names_after
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


def _governed(units: list[Unit], at: int) -> bool:
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


def people(units: list[Unit], at: int) -> bool:
    """Whether a unit may stand for victims with a number."""
    mention = units[at].mention
    return units[at].kind == "N" and mention is not None


def subjects(units: list[Unit], place: int, aux: Aux) -> list[int]:
    """Indices of the mentions that are the subject of the verb at `place`, left to right."""
    found: list[int] = []
    weak: list[int] = []
    at, hopped, steps = aux.place, False, 0
    shared = at >= 0 and units[at].kind == "A" and aux.any  # "were on a visit and were wounded"
    while at >= 0 and steps < _REACH:
        unit = units[at]
        if unit.kind == "N":
            mention = units[at].mention
            if not _governed(units, at) or (not found and units[at + 1].text == "being"):
                unsure = mention is not None and mention.implied and not mention.known
                unsure &= not (not found and aux.any and not aux.singular and _second(units, at))
                (weak if unsure else found).append(at)
            elif not found and at and units[at - 1].text in ("among", "amongst"):
                return [at]
            elif not found and at > 1 and units[at - 2].text.endswith("number"):
                return []  # "an unknown number of people"
        elif unit.kind == "L" and found and at and units[_left(units, at)].kind in "VC":
            return _coordinated(units, _after_comma(units, found), aux)
        elif unit.kind == "R" and not found:
            return _relative(units, at, aux)
        elif unit.kind == "R" and at and units[at - 1].kind in "PO":
            break  # "Punjab two, in which a policeman died"; "of whom three died"
        elif unit.kind in "V;SE" or (unit.kind in "BHM" and not hopped):
            if unit.text == "as" and at and units[at - 1].kind == "E" and not found:
                at -= 1
                continue
            spoken = unit.kind in "VE" or unit.text == "as"
            inner = _inner_object(units, at, found) if aux.any and spoken else None
            if inner is not None:
                found = [i for i in found if i != inner]
                at = _relative_of(units, at) or at
                weak = []
                continue
            if found or unit.kind in ";S":
                break
            relative = _relative_of(units, at)
            if relative is not None:
                at = relative
                continue
            if unit.kind == "B" and shared and not hopped:
                hopped = True
                at -= 1
                continue
            if (weak and unit.kind in "BHMV") or unit.kind in "BHM":
                break
            if unit.kind == "V" and not _participial(units, at):
                break
            hopped = True
        at -= 1
        steps += 1
    found = found or weak
    found.reverse()
    if len(found) > 1 and (_is_part(units[found[0]]) or units[found[0] - 1].kind == "L"):
        found = _after_comma(units, found[::-1])  # "including 3 boys, and 7 were hurt"
    return _coordinated(units, found, aux)


def _second(units: list[Unit], at: int) -> bool:
    """Whether an unknown noun is joined to counted people: "two boys and an invigilator"."""
    first = units[at - 2].mention if at > 1 and units[at - 1].kind == "A" else None
    return first is not None and first.counted and first.known and units[at - 2].kind == "N"


def without_insertion(units: list[Unit], aux: Aux) -> Aux:
    """Step over ", all students," and ", said to be their leader," before a verb."""
    if aux.place < 2 or units[aux.place].kind != ",":
        return aux
    for at in range(aux.place - 1, max(aux.place - 18, 0), -1):
        if units[at].kind == ";":
            break
        opens = units[at].kind == "," and units[at - 1].kind in "Nn"
        if opens and not _governed(units, at - 1) and _inserted(units, at):
            return aux._replace(place=at - 1)
    return aux


def _inserted(units: list[Unit], comma: int) -> bool:
    """Whether the words behind a comma describe the people before it."""
    first, mention = units[comma + 1], units[comma + 1].mention
    if first.kind == "R":
        return first.text == "whom"  # ", whom it called rebels,"
    before = units[comma - 1].mention
    if first.kind == "N" and mention is not None:
        loose = not (mention.counted or mention.implied)
        parted = before is not None and before.head in OUT_OF and mention.determiner == "the"
        return loose and (mention.determiner in ("all", "both") or parted)
    if first.kind == "E" and units[comma - 1].kind == "n":
        return first.text.endswith(("ed", "ing")) or first.text == "said"
    if first.kind == "R":
        return first.text in ("who", "whose", "which")
    return first.kind == "X" and first.text.split()[0] in ("most", "some", "half")


def _relative_of(units: list[Unit], at: int) -> int | None:
    """The "who" whose verb stands at `at`."""
    left = at - 1
    while left >= 0 and (units[left].kind in "HBMDZ" or _doing(units[left])):
        left -= 1
    return left if left >= 0 and units[left].kind == "R" else None


def _doing(unit: Unit) -> bool:
    """Whether a unit is "acting", "working" and the like."""
    return unit.kind in "XE" and unit.text.endswith("ing")


def _inner_object(units: list[Unit], at: int, found: list[int]) -> int | None:
    """The object of the verb at `at` in "a guard who was watching villagers was shot"."""
    relative = _relative_of(units, at)
    if relative is None or not found or units[relative].text != "who" or not relative:
        return None
    nearest = min(found)
    between = units[at + 1 : nearest]
    complement = units[at].text == "as" and (m := units[nearest].mention) is not None
    several = complement and not (m.counted or m.implied)  # "as her guards"
    joined = any(u.kind in "A,WL" for u in units[nearest + 1 : max(found)])
    whole = units[relative - 1].kind == "N" and not _governed(units, relative - 1)
    plain = all(u.kind in "DP" and u.text != "of" for u in between)
    return nearest if whole and plain and (several or not joined) else None


def _left(units: list[Unit], at: int) -> int:
    """The nearest unit on the left that is no comma or adverb."""
    left = at - 1
    while left > 0 and units[left].kind in ",D":
        left -= 1
    return left


def _after_comma(units: list[Unit], found: list[int]) -> list[int]:
    """Of mentions listed from right to left, those behind the last comma, left to right."""
    kept = [found[0]]
    for at in found[1:]:
        if any(u.kind == "," for u in units[at : kept[-1]]):
            break
        kept.append(at)
    return kept[::-1]


def _participial(units: list[Unit], at: int) -> bool:
    """Whether a casualty verb is only a modifier behind its noun ("the man kidnapped in May")."""
    trigger = units[at].trigger
    participle = trigger is not None and "participle" in trigger.forms
    return participle and at > 0 and units[_left(units, at)].kind == "N"


def _relative(units: list[Unit], relative: int, aux: Aux) -> list[int]:
    """The people before "who", all of a list where the clause has ended before the verb."""
    antecedent = _antecedent(units, relative)
    if antecedent is None or (units[relative].text == "that" and _unknown(units[antecedent])):
        return []
    closed = aux.place > relative or not aux.singular
    found = [antecedent]
    at = antecedent - 1
    while closed and at > 0 and units[at].kind in "A," and units[at - 1].kind == "N":
        found.insert(0, at - 1)
        at -= 2
    return found


def _unknown(unit: Unit) -> bool:
    """Whether a unit is no person for sure: "said in a note that ..."."""
    return unit.mention is not None and not unit.mention.known


def _antecedent(units: list[Unit], relative: int) -> int | None:
    """The people, or else the name, that "who" stands for."""
    for at in range(relative - 1, max(relative - 17, -1), -1):
        unit = units[at]
        mention = unit.mention
        if unit.kind in ";SVB" or (unit.kind == "E" and not unit.text.endswith(("ed", "ing"))):
            return None
        if unit.kind == "N" and not (mention is not None and mention.head in OUT_OF):
            return at
        if unit.kind == "n" and not _governed(units, at):
            return _described(units, at)
    return None


def _described(units: list[Unit], name: int) -> int:
    """The people whom names describe, "two of her guards, Ali and Omar, who ...", or the name."""
    at = name - 1
    while at > 0 and (units[at].kind == "n" or units[at].text in (",", "and")):
        at -= 1
    mention = units[at].mention if at >= 0 else None
    counted = mention is not None and mention.counted and units[at].kind == "N"
    return at if counted and units[at + 1].kind == "," else name


def _coordinated(units: list[Unit], found: list[int], aux: Aux) -> list[int]:
    """Keep the phrases that are joined with the last one; drop appositions."""
    found = [i for i in found if not (i and _is_part(units[i - 1]))]  # "one of them a woman"
    whole = [i for i in found if not _is_part(units[i])]
    found = _outside_including(units, whole or found)
    if len(found) < 2:
        return found
    kept = [found[-1]]
    for at in reversed(found[:-1]):
        between = [u.kind for u in units[at + 1 : kept[0]]]
        if not set(between) & set("A,LW"):
            break
        kept.insert(0, at)
    if aux.singular and not any(u.kind == "A" for u in units[kept[0] : kept[-1]]):
        counted = [i for i in kept if (m := units[i].mention) is not None and m.counted]
        single = [i for i in kept if (m := units[i].mention) is not None and m.implied]
        return counted or single[:1] or kept[:1]
    return _without_appositions(units, kept)


def _is_part(unit: Unit) -> bool:
    """Whether a unit is "two of them"."""
    return unit.kind == "N" and unit.mention is not None and unit.mention.head in OUT_OF


def _outside_including(units: list[Unit], found: list[int]) -> list[int]:
    """Drop what "including" singles out, as long as it fits into the total before it."""
    made: list[int] = []
    total, inside, items = 0.0, False, 0
    for at in found:
        mention = units[at].mention
        if mention is None:
            continue
        left = at - 1
        while left >= 0 and units[left].kind in "D":
            left -= 1
        inside |= bool(made) and left >= 0 and units[left].kind == "L"
        size = mention.best or mention.low or mention.high or 0
        if inside and items == 1 and [u.kind for u in units[at - 2 : at]] == [",", "A"]:
            inside = False  # "including four policemen, and two gunmen"
        items += inside
        if inside and size <= total and not (mention.other and mention.counted):
            total -= size
            continue
        inside = False
        total = size
        made.append(at)
    return made


def _without_appositions(units: list[Unit], kept: list[int]) -> list[int]:
    """Drop "the head of the council" in "Malik Khan, the head of the council, and two others"."""
    made: list[int] = []
    kept = _without_names_of(units, kept)
    for index, at in enumerate(kept):
        mention = units[at].mention
        comma = at > 0 and units[at - 1].kind == ","
        if comma and index and mention is not None and mention.determiner in ("both", "all"):
            continue
        role = mention is not None and mention.implied and mention.determiner in ("the", "a", "an")
        before = units[kept[index - 1]] if index else None
        single = before is not None and (
            before.kind == "n" or (before.mention is not None and before.mention.implied)
        )
        if comma and role and index and single:
            after = next((u.kind for u in units[at + 1 : at + 8] if u.kind in ",AV;BH"), "")
            if after in (",", "B", "H", "V", ";", "") and index + 1 == len(kept):
                continue
            if after == "," and mention is not None and mention.determiner == "the":
                continue
        titled = before is not None and before.kind == "n" and mention is not None
        if comma and index and titled and mention.implied and not mention.determiner:
            continue  # "Ali Khan, director of the bank"
        unnamed = before is not None and before.mention is not None and before.mention.determiner
        if comma and index and single and unnamed and mention is not None:
            bare = mention.implied and not mention.determiner
            if bare and at + 1 < len(units) and units[at + 1].kind == ",":
                continue  # "the police chief, Colonel Ahmad Shah, and three guards"
        made.append(at)
    return made


def _without_names_of(units: list[Unit], kept: list[int]) -> list[int]:
    """Drop the two names of "two policemen, Constable Ali Khan and Constable Omar Gul,"."""
    for place, at in enumerate(kept):
        total = units[at].mention
        size = int(total.best or 0) if total is not None and total.counted else 0
        names = kept[place + 1 : place + 1 + size]
        if size < 2 or len(names) < size or units[at + 1].kind != ",":
            continue
        if all(units[i].kind == "n" or _titled(units[i]) for i in names):
            return kept[: place + 1] + kept[place + 1 + size :]
    return kept


def _titled(unit: Unit) -> bool:
    """Whether a unit is a title with a name and no article: "Constable Ali Khan"."""
    mention = unit.mention
    return mention is not None and mention.implied and not mention.determiner


def objects(units: list[Unit], place: int, *, closed: bool = True) -> list[int]:
    """Indices of the mentions that are the object of what stands at `place`, left to right.

    With `closed`, a phrase that is the subject of what follows is none.
    """
    at = place + 1
    closed &= not (place and units[place - 1].kind == "R")  # "the bombs that killed two men were"
    while at < len(units) and units[at].kind in "D":
        at += 1
    if [u.text for u in units[at : at + 4]] == [",", "among", "others", ","]:
        at += 4
    if at < len(units) and units[at].kind == "P" and units[at].text in ("to", "between", "up"):
        at += 1
    if at >= len(units) or units[at].kind not in "NnF1+":
        return []
    if closed and units[at].kind == "N" and _starts_clause(units, at):
        return []
    named = names_after(units, at, closed=closed) if is_name(units[at]) else []
    found = [at, *sorted({*named, *more(units, at, closed=closed)})]
    return _without_appositions(units, found)


def _starts_clause(units: list[Unit], at: int, *, passive: bool = True) -> bool:
    """Whether the phrase at `at` is the subject of what follows it.

    Without `passive`, an auxiliary behind it says nothing ("the bodies of two men were found").
    """
    after = at + 1
    while after < len(units) and units[after].kind == "D":
        after += 1
    if after >= len(units):
        return False
    unit = units[after]
    if unit.kind in "BHM":
        return passive and unit.text != "being"
    if unit.kind == "E":
        return passive and not unit.text.endswith("ing") and not unit.text.endswith("ed")
    if unit.kind == "V" and unit.trigger is not None:
        if unit.trigger.frame == "result":
            return unit.text != "to death"
        if unit.trigger.frame == "subject":
            return True
        if "participle" in unit.trigger.forms:
            follows = units[after + 1].kind if after + 1 < len(units) else ""
            return follows not in ("Y",)
    return False


def _past_parts(units: list[Unit], at: int) -> int | None:
    """The comma behind ", five of whom were Spaniards," in a list."""
    for place in range(at + 1, min(at + 7, len(units) - 1)):
        if units[place].kind == ",":
            return place if units[place + 1].kind == "A" else None
        if units[place].kind in ";VERS":
            return None
    return None


def more(units: list[Unit], at: int, *, closed: bool = True) -> list[int]:
    """The mentions joined to the one at `at`: "and a driver", ", two boys and a girl"."""
    found: list[int] = []
    place, joined, steps = at + 1, False, 0
    while place < len(units) and steps < 30:
        unit = units[place]
        if unit.kind in "A,W" or (unit.kind == "S" and unit.text == "as"):
            joined = True
            if unit.kind == "S":
                break
        elif unit.kind == "N":
            if joined and unit.mention is not None:
                unsure = unit.mention.implied and not unit.mention.known
                if unsure and units[place - 1].kind != "A":
                    break
                if _is_part(unit) and (after := _past_parts(units, place)) is not None:
                    place = after
                    continue
                if _starts_clause(units, place, passive=closed) or unit.mention.head in OUT_OF:
                    break
                found.append(place)
            elif units[place - 1].kind not in "POYD,n":
                break
            joined = False
        elif unit.kind == "F" and joined:
            found.append(place)
            joined = False
        elif unit.kind in "POXnDF":
            joined = joined and unit.kind not in "PO"
            if unit.kind in "Xn" and joined:
                follows = units[place + 1].kind if place + 1 < len(units) else ""
                if units[place - 1].kind == "A" or follows not in ("", ",", "P", "A", "O"):
                    break
        elif unit.kind == "E" and not joined and unit.text.endswith(("ing", "ed")):
            pass
        else:
            break
        place += 1
        steps += 1
    return found
