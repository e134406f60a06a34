"""Numbers that tell again, or anew, what the sentence before counted: "put the figure at N"."""

from collections.abc import Sequence

from analysis.figures.changes import level
from analysis.figures.movement.frames import BLOCKED, Frame, neighbour
from analysis.figures.movement.links import Read
from analysis.figures.movement.parts import is_part
from analysis.figures.movement.rows import HOUSES
from analysis.figures.shallow import Token

_TALLIES = {"figure", "figures", "number", "numbers", "total", "count", "tally", "estimate"}
_PACES = {"pace", "flow", "rate", "average", "influx", "stream"}
_PUTTING = {"put", "puts", "putting", "placed", "gave", "gives", "set", "sets"}
_POINTING = {"the", "that", "this", "their", "its"}
_NEAR = 10  # tokens from the word for the tally to its number
_MANY = 20  # fewer than so many are no flow across a border


def carried(tokens: Sequence[Token], known: Sequence[Read], before: Sequence[Read]) -> list[Read]:
    """The numbers of a sentence, with what the sentence before counted where they carry it on.

    Args:
        tokens: The sentence.
        known: Its numbers as far as they are read.
        before: The numbers of the sentence right before, none where it counted nothing.
    """
    source = before[-1].frame if before else None
    if source in (None, BLOCKED) or source.measure in HOUSES:
        return list(known)
    made: list[Read] = []
    for number, one in enumerate(known):
        whole = number - 1 if made and _of_whom(tokens, one, made[-1]) else None
        if one.frame in (None, BLOCKED) and whole is not None:
            one = one._replace(frame=source._replace(at=one.place, rule="part"), whole=whole)
        elif one.frame is None and _again(tokens, one, made):
            rule = "pace" if made and _told(made[-1]) else "carried"
            one = one._replace(
                frame=Frame(source.measure, one.place, rule, source.certainty, False, source.stock)
            )
        made.append(one)
    return made


def _told(one: Read) -> bool:
    return one.frame is not None and one.frame.rule in ("carried", "pace")


def _of_whom(tokens: Sequence[Token], one: Read, last: Read) -> bool:
    """Whether a number is a part of the one that was carried on right before it."""
    if not _told(last) or one.what.kind not in ("elided", "unknown", "person"):
        return False
    between = " ".join(t.text for t in tokens[last.what.end : one.place])
    return between in (", of whom", "of whom", ", of them", ", among them", ", including")


def _again(tokens: Sequence[Token], one: Read, made: Sequence[Read]) -> bool:
    """Whether a bare number is the tally or the pace of what was counted before."""
    quantity = tokens[one.place].quantity
    if one.what.kind != "elided" or quantity is None or is_part(tokens, one.place):
        return False
    if (quantity.low or quantity.high or 0) < _MANY:
        return False
    at = neighbour(tokens, one.place)
    if at < 1:
        return False
    begin = made[-1].what.end if made else 0
    stretch = range(at, max(begin, one.place - _NEAR) - 1, -1)
    if any(tokens[n].tag == "harm" or tokens[n].text in (".", ";") for n in stretch):
        begin = max(n for n in stretch if tokens[n].tag == "harm" or tokens[n].text in (".", ";"))
    for place in range(at, max(begin, one.place - _NEAR) - 1, -1):
        token = tokens[place]
        pointed = place > 0 and tokens[place - 1].text in (*_POINTING, "a", "an")
        if token.text in _TALLIES and pointed:
            put = any(t.text in _PUTTING for t in tokens[max(0, place - 4) : place])
            return tokens[place + 1].text != "of" and (put or level(tokens, one.place))
        if token.text in _PACES and pointed and tokens[place + 1].text != "of":
            return _a_day(tokens, one)
        if token.text == "of" and place and tokens[place - 1].text == "average":
            continue
        if token.text == "it":
            reached = level(tokens, one.place) or place == at - 1 and tokens[at].tag == "aux"
            if made and _told(made[-1]):
                return reached
            return reached and _a_day(tokens, one)
    return False


def _a_day(tokens: Sequence[Token], one: Read) -> bool:
    """Whether "a day" or "daily" stands right behind a number."""
    behind = [t.text for t in tokens[one.what.end : one.what.end + 2]]
    words = " ".join(behind)
    return words.startswith(("a day", "per day", "each day", "daily", "a week", "per week"))
