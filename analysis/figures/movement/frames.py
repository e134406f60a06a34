"""Frames: how a counted number stands to a word of displacement, and what both need of it."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures.certainty import STOPS
from analysis.figures.movement.triggers import Mark
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_NEAR = 18  # tokens behind a verb within which its place or aim is named
PEOPLE = {"person", "household", "named", "elided"}
_ANYONE = {"people", "persons", "individuals", "nationals", "foreigners", "migrants"}
_ARRIVING = {"arrived", "arrive", "arriving", "have arrived", "reached", "entered", "left"}
LEAVING = {
    "left",
    "leave",
    "leaving",
    "departed",
    "escaped",
    "abandoned",
    "abandon",
    "exited",
    "quit",
}
RUNNING = {"fled", "flee", "fleeing", "have fled", "escaped", "to flee", "left", "leave"}


class Frame(NamedTuple):
    """The word that says what is counted, and how certain it is.

    `at` is the word's token, `rule` names how it was found, `strong` tells whether the clause
    asserts the move itself (else a noun or a place only).
    """

    measure: str
    at: int
    rule: str
    certainty: str | None = None
    strong: bool = True
    stock: bool = False


BLOCKED = Frame("", -1, "blocked")


def fits(mark: Mark, what: Counted) -> bool:
    """Whether a verb can be said of what is counted."""
    if mark.needs == "dwelling":
        return what.kind in ("dwelling", "building")
    if what.kind in PEOPLE:
        return True
    if what.kind == "unknown":
        return mark.role == "patient" and mark.measure == "displaced"
    if what.kind == "dwelling":
        return mark.measure == "evacuated" and mark.role in ("patient", "event")
    if what.kind == "armed":
        return mark.role in ("patient", "event") and not mark.weak
    return False


def anyone(tokens: Sequence[Token], what: Counted) -> bool:
    """Whether the counted are told by no trade or deed of theirs ("people", a people's name)."""
    if what.kind == "person":
        return what.head is not None and tokens[what.head].text in _ANYONE
    return what.kind in ("elided", "household", "named")


def supported(tokens: Sequence[Token], at: int, *, named: bool = True) -> bool:
    """Whether an aim, a shelter or a border follows that makes a weak verb certain.

    With `named`, the name of the place that is left is enough.
    """
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].text == "shifted" and following != "to":
        return True  # South Asian English: moved out
    if named and tokens[at].text in LEAVING and _leaves_place(tokens, at + 1):
        return True
    for token in tokens[at + 1 : at + 1 + _NEAR]:
        if token.text in STOPS:
            return False
        if any(m.role in ("complement", "site", "abroad") for m in token.marks):
            return True
        moves = [m for m in token.marks if m.role in ("mover", "patient") and not m.weak]
        if any(m.needs != "dwelling" for m in moves):
            return True
    if tokens[at].text in _ARRIVING and _between_names(tokens, at):
        return True  # "entered Poland from Ukraine"
    if tokens[at].text in _ARRIVING and any(t.kind == "household" for t in tokens[:at]):
        return True  # families arrive to stay
    if tokens[at].text.endswith(" in") and any(
        m.role == "site" for t in tokens[:at] for m in t.marks
    ):
        return True  # "shelters were opened, but only 850 had moved in"
    if any(t.text.endswith("exodus") for t in tokens[:at]):
        return True
    moved = any(m.role == "patient" for m in tokens[at].marks)
    return moved and any(
        m.measure == "evacuated" and not m.weak for t in tokens[:at] for m in t.marks
    )


def _between_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether names of a goal and of an origin follow."""
    for place in range(at + 1, min(len(tokens) - 1, at + 6)):
        if tokens[place].text == "from":
            return tokens[place - 1].capital and tokens[place + 1].capital
        if tokens[place].tag not in ("word", "preposition", "determiner"):
            return False
    return False


def _leaves_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether "left" is followed by nothing, a date, a name or a place."""
    for token in tokens[at : at + 4]:
        if (
            token.tag == "determiner"
            or token.text in ("for", "to", "by")
            or (token.tag == "word" and _adjectival(token))
        ):
            continue
        return token.kind == "place" or token.capital or token.tag in ("date", "mark")
    return True


def _adjectival(token: Token) -> bool:
    """A plain word that may stand before a place ("the poor quarters")."""
    return token.kind is None and not token.capital and not token.text.endswith("s")


def neighbour(tokens: Sequence[Token], place: int) -> int:
    """Index of the token before the number, articles and adverbs left out; -1 for none."""
    at = place - 1
    while at >= 0 and (tokens[at].tag in ("determiner", "adverb") or tokens[at].text in '"“'):
        if tokens[at].marks:
            break
        at -= 1
    return at


def passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle stands in the passive ("were displaced")."""
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.tag == "aux":
            return token.text.rpartition(" ")[2] in (
                "is",
                "are",
                "was",
                "were",
                "be",
                "been",
                "being",
            )
        if token.tag not in ("adverb", "negation"):
            return False
    return False
