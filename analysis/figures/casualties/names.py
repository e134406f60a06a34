"""Victims given by their names alone: "Ali Khan and two guards", "Ali Khan, Omar Gul and Zahid"."""

from analysis.figures.casualties.shapes import Unit

_ARTICLES = ("the ", "a ", "an ", "this ", "his ", "her ", "its ", "their ", "no ")

_QUESTIONS = frozenset(("how", "who", "what", "when", "where", "why", "which", "whether"))


def is_name(unit: Unit) -> bool:
    """Whether a unit is a bare name, no title with an article ("the Senate")."""
    return unit.kind == "n" and not asks(unit) and not unit.text.startswith(_ARTICLES)


def asks(unit: Unit) -> bool:
    """Whether words in capitals open a question: "How many died is in dispute"."""
    return unit.text.split(" ", 1)[0] in _QUESTIONS


def _is_link(unit: Unit) -> bool:
    """Whether a unit may stand between the items of a list: comma, "and", an age."""
    return unit.kind == "," or unit.text == "and" or (unit.kind == "X" and unit.text.isdigit())


def _hangs(units: list[Unit], at: int) -> bool:
    """Whether a name, or one that it is listed with, hangs on a preposition or "by"."""
    while at > 0 and (_is_link(units[at - 1]) or is_name(units[at - 1])):
        at -= 1
    return at > 0 and units[at - 1].kind in "POY"


def _acts(units: list[Unit], at: int) -> bool:
    """Whether a name is the subject of what follows it."""
    return at + 1 < len(units) and units[at + 1].kind in "BHMEV"


def names_after(units: list[Unit], at: int, *, closed: bool = True) -> list[int]:
    """The names listed behind the name at `at`, where "and" closes the list.

    With `closed`, a name that is the subject of what follows belongs to another clause.
    """
    found: list[int] = []
    place, joined = at + 1, False
    while place < len(units):
        unit = units[place]
        if _is_link(unit):
            joined |= unit.text == "and"
        elif is_name(unit) and _is_link(units[place - 1]):
            if closed and _acts(units, place):
                return []
            found.append(place)
            if joined:
                return found
        else:
            return found if joined and unit.kind == "N" else []
        place += 1
    return []


def names_before(units: list[Unit], at: int) -> list[int]:
    """The names that "and" joins to what stands at `at`: "Ali Khan and two guards"."""
    found: list[int] = []
    place, joined = at - 1, False
    while place >= 0:
        unit = units[place]
        if _is_link(unit):
            joined |= unit.text == "and"
        elif is_name(unit) and joined and _is_link(units[place + 1]):
            found.insert(0, place)
        else:
            break
        place -= 1
    return [] if not found or _hangs(units, found[0]) else found
