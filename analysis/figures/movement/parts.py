"""Parts of a number told before, and units that two numbers share."""

from collections.abc import Sequence

from analysis.figures.certainty import STOPS
from analysis.figures.movement import frames
from analysis.figures.movement.frames import BLOCKED
from analysis.figures.movement.links import Read
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_SOME = {"most", "many", "some", "few", "none", "part", "majority", "bulk", "much"}


def shared_unit(tokens: Sequence[Token], known: Sequence[Read], number: int) -> Read:
    """The quantity with the unit of its neighbour where it has none: "2,100 and 3,400 families"."""
    one = known[number]
    halved = one.what.kind == "person" and _half_named(tokens, one.what)
    if one.what.kind != "elided" and not halved:
        return one
    place = one.place
    if place and tokens[place - 1].text == "out of" and number:
        kind = known[number - 1].what.kind
    elif number + 1 < len(known) and known[number + 1].place - one.what.end == 1:
        link = tokens[one.what.end]
        joined = link.tag == "conjunction" or link.text == ","
        kind = known[number + 1].what.kind if joined else "elided"
    else:
        kind = "elided"
    return one._replace(what=one.what._replace(kind=kind)) if kind == "household" else one


def _half_named(tokens: Sequence[Token], what: Counted) -> bool:
    """Whether a noun in the singular waits for the next one: "2,300 returnee and 900 IDP homes"."""
    return what.head is not None and tokens[what.head].text in ("returnee", "idp", "refugee")


def whole_of(
    tokens: Sequence[Token], place: int, what: Counted, known: Sequence[Read]
) -> int | None:
    """The number that this one is a part of: "of whom N", "including N", "N of them"."""
    if not known or known[-1].frame in (None, BLOCKED):
        return None
    back = [t.text for t in tokens[max(0, place - 4) : place]]
    words = " ".join(back)
    of_them = what.of and what.kind == "elided" and what.of_quantity is None
    if of_them or any(s in words for s in ("of whom", "of which", "including", "among them")):
        return len(known) - 1
    return len(known) - 1 if _of_the(tokens, place, what, known[-1]) else None


def is_part(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is a percentage or a fraction."""
    quantity = tokens[place].quantity
    return quantity is not None and quantity.kind in ("percent", "fraction")


def of_those(tokens: Sequence[Token], place: int, what: Counted) -> bool:
    """Whether a number is taken from those just counted: "of which N", "N of them"."""
    them = what.of and what.of_quantity is None
    return them or tokens[place - 1].text in ("whom", "which")


def _of_the(tokens: Sequence[Token], place: int, what: Counted, last: Read) -> bool:
    """Whether the clause opens with the whole: "Of the 2,800 Afghans there, 1,300 hold cards"."""
    if what.kind not in ("elided", "unknown"):
        return False
    opening = frames.neighbour(tokens, last.place)
    if opening < 0 or tokens[opening].text not in ("of", "out of", "among"):
        return False
    if opening and tokens[opening - 1].text not in (*STOPS, ",", "and", "but"):
        return False
    at = frames.neighbour(tokens, place)
    return at > last.place and tokens[at].text == ","


def part_follows(tokens: Sequence[Token], place: int, what: Counted) -> bool:
    """Whether the main verb is said of a part: "Of the 900 families there, 500 went home"."""
    opening = frames.neighbour(tokens, place)
    if opening < 0 or tokens[opening].text not in ("of", "out of", "among"):
        return False
    if opening and tokens[opening - 1].text not in (*STOPS, ",", "and", "but", '"', "“"):
        return False
    for at in range(what.end, min(len(tokens), what.end + 14)):
        if tokens[at].text in STOPS:
            return False
        if tokens[at].text == ",":
            part = next((t for t in tokens[at + 1 : at + 4] if t.tag != "adverb"), None)
            return part is not None and part.tag == "quantity"
    return False


def lived_in(tokens: Sequence[Token], known: Sequence[Read], number: int) -> Read:
    """People with the frame of the households behind them: "3,500 people from 510 families"."""
    one = known[number]
    if one.frame is not None or one.what.kind != "person" or number + 1 >= len(known):
        return one
    behind = known[number + 1]
    between = [t.text for t in tokens[one.what.end : behind.place] if t.tag != "determiner"]
    housed = behind.what.kind == "household" and between in (["from"], ["in"], ["of"])
    return one._replace(frame=behind.frame) if housed else one


def some_of(tokens: Sequence[Token], place: int) -> bool:
    """Whether what is said goes for some of the number only: "most of the 4,600 evacuees"."""
    at = frames.neighbour(tokens, place)
    return at > 0 and tokens[at].text == "of" and tokens[at - 1].text in _SOME
