"""Who is the object of a casualty verb or stands behind "of", and who is listed with them."""

from analysis.figures.casualties.frames import OUT_OF, is_part
from analysis.figures.casualties.listing import without_appositions
from analysis.figures.casualties.names import is_name, names_after
from analysis.figures.casualties.shapes import Unit


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
    return without_appositions(units, found)


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
                if is_part(unit) and (after := _past_parts(units, place)) is not None:
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
