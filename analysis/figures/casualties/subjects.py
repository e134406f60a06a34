"""Who is the subject of a casualty verb: through relatives, insertions and other verbs."""

from analysis.figures.casualties.frames import OUT_OF, Aux, governed, is_part
from analysis.figures.casualties.listing import after_comma, coordinated, left_of
from analysis.figures.casualties.shapes import Unit

_REACH = 40


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
            if not governed(units, at) or (not found and units[at + 1].text == "being"):
                unsure = mention is not None and mention.implied and not mention.known
                unsure &= not (not found and aux.any and not aux.singular and _second(units, at))
                (weak if unsure else found).append(at)
            elif not found and at and units[at - 1].text in ("among", "amongst"):
                return [at]
            elif not found and at > 1 and units[at - 2].text.endswith("number"):
                return []  # "an unknown number of people"
        elif unit.kind == "L" and found and at and units[left_of(units, at)].kind in "VC":
            return coordinated(units, after_comma(units, found), aux)
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
    if len(found) > 1 and (is_part(units[found[0]]) or units[found[0] - 1].kind == "L"):
        found = after_comma(units, found[::-1])  # "including 3 boys, and 7 were hurt"
    return coordinated(units, found, aux)


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
        if opens and not governed(units, at - 1) and _inserted(units, at):
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
    whole = units[relative - 1].kind == "N" and not governed(units, relative - 1)
    plain = all(u.kind in "DP" and u.text != "of" for u in between)
    return nearest if whole and plain and (several or not joined) else None


def _participial(units: list[Unit], at: int) -> bool:
    """Whether a casualty verb is only a modifier behind its noun ("the man kidnapped in May")."""
    trigger = units[at].trigger
    participle = trigger is not None and "participle" in trigger.forms
    return participle and at > 0 and units[left_of(units, at)].kind == "N"


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
        if unit.kind == "n" and not governed(units, at):
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
