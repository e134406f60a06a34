"""Numbers of a people told by where it is: at home, abroad, or on the way; and a series retold."""

from collections.abc import Sequence

from analysis.figures.certainty import STOPS, certainty
from analysis.figures.movement.frames import BLOCKED, Frame
from analysis.figures.movement.links import Read
from analysis.figures.movement.papers import foreign
from analysis.figures.movement.triggers import apart
from analysis.figures.shallow import Token
from analysis.records import Document

_LIVING = {"live", "lives", "living", "lived", "reside", "resides", "residing", "stay", "staying"}
_QUITTING = {"left", "leave", "leaving", "exited", "exit", "exiting", "departed"}
_GOALS = {"to", "into", "for", "in"}
_COLONY = 1_000  # people of one country in another who are more than travellers
_SPAN = 10  # tokens behind a verb of motion in which its goal is named
_RETELLING = {"show", "shows", "showed", "make", "makes", "give", "gives", "are", "were", "was"}


def elsewhere(
    document: Document, tokens: Sequence[Token], one: Read, before: Sequence[Read]
) -> Read:
    """A number without a frame of its own, with the frame that its neighbourhood gives it.

    Args:
        document: The article with its places.
        tokens: The sentence.
        one: The number.
        before: The numbers of the sentence before.
    """
    frame = _living_abroad(document, tokens, one) or _without_papers(document, tokens, one)
    if frame is not None:
        return one._replace(frame=frame)
    return _retold(tokens, one, before) or one


def homeward(document: Document, tokens: Sequence[Token], known: Sequence[Read]) -> list[Read]:
    """The numbers with the measure that the mover's own country gives (see `across`).

    Numbers that take their frame from such a one ("…, of whom 300", "rose to 900") go with it.
    """
    turned = {
        one.frame.at: measure
        for one in known
        if one.frame is not None and (one.frame.strong or one.frame.rule == "passing")
        if (measure := across(document, tokens, one)) is not None
    }
    return [
        one._replace(frame=one.frame._replace(measure=turned[one.frame.at]))
        if one.frame is not None and one.frame.at in turned
        else one
        for one in known
    ]


def across(document: Document, tokens: Sequence[Token], one: Read) -> str | None:
    """What a move is by the mover's own country: Afghans who cross into Afghanistan return.

    Args:
        document: The article with its places.
        tokens: The sentence.
        one: A number with its frame.

    Returns:
        refugees (to a country that is not their own), returned (to their own, or out of one that
        is not), None where the words do not say whose country is named.
    """
    frame = one.frame
    if frame is None or frame.measure not in ("displaced", "sheltered", "refugees"):
        return None
    named = tokens[one.place + 1 : one.what.end]
    if one.what.kind == "elided":  # "the number of foreigners who have left the country rose to N"
        named = tokens[max(0, frame.at - 6) : frame.at]
    word = tokens[frame.at].text
    foreign = any(t.text in apart("alien") for t in named)
    if foreign and word.partition(" ")[0] in _QUITTING:
        return "returned"
    own = next((c for c in (_country(document, t) for t in named) if c), None)
    if own is None:
        return None
    begin = frame.at if frame.at > one.place else max(frame.at, one.what.end - 1)
    for place in range(begin, min(len(tokens) - 1, begin + _SPAN)):
        token, following = tokens[place], tokens[place + 1]
        if token.text in STOPS or token.tag in ("subordinator", "quantity"):
            return None
        there = _country(document, following)
        link = token.text.rpartition(" ")[2]
        if there is None:
            continue
        if place == frame.at and link in _QUITTING:
            return "returned" if there != own else None
        if link in _GOALS and there != own:
            return "refugees" if frame.measure != "refugees" else None
        if link in ("to", "into"):
            return "returned"
        return None
    return None


def _living_abroad(document: Document, tokens: Sequence[Token], one: Read) -> Frame | None:
    """Read "two million Afghans live in Pakistan": a people in another country than its own."""
    what = one.what
    if what.head is None:
        return None
    own = _country(document, tokens[what.head])
    at = what.end
    while at < len(tokens) and (tokens[at].tag in ("adverb", "aux") or tokens[at].text == "who"):
        at += 1
    if own is None or at + 1 >= len(tokens):
        return None
    if tokens[at].text in _LIVING:
        at += 1
    elif tokens[at].text != "in" or own not in apart("origin") or not _many(tokens[one.place]):
        return None
    goal = tokens[at + 1] if tokens[at].text == "in" and at + 1 < len(tokens) else tokens[at]
    there = _country(document, goal)
    if goal.text not in ("there", "here", "abroad") and there in (None, own):
        return None
    sure = certainty(tokens, max(0, one.place - 6), what.end)
    return Frame("refugees", what.end, "abroad", sure, True, True)


def _without_papers(document: Document, tokens: Sequence[Token], one: Read) -> Frame | None:
    """Read "1.1 million undocumented Afghans": a people that is called illegal is abroad."""
    head = one.what.head
    if head is None or not foreign(tokens, one.place, one.what) or not _many(tokens[one.place]):
        return None
    if _country(document, tokens[head]) not in apart("origin"):
        return None
    sure = certainty(tokens, max(0, one.place - 6), one.what.end)
    return Frame("refugees", head, "papers", sure, False, True)


def _many(token: Token) -> bool:
    """Whether so many are in a country that they live there: "2.1 million Afghans in Pakistan"."""
    quantity = token.quantity
    return quantity is not None and (quantity.low or quantity.high or 0) >= _COLONY


def _country(document: Document, token: Token) -> str | None:
    """The country that a token names, by name or by its people."""
    return next((p.country for p in document.places if p.start <= token.start < p.end), None)


def _retold(tokens: Sequence[Token], one: Read, before: Sequence[Read]) -> Read | None:
    """Read "in households, the same months show 31,000 and 9,000": the series in another unit."""
    told = [r for r in before if r.frame not in (None, BLOCKED)]
    if one.what.kind != "elided" or len(told) < 2 or told[-1].frame is None:
        return None
    opening = [t.text for t in tokens[:3]]
    unit = next((t.kind for t in tokens[:3] if t.kind in ("household", "person")), None)
    shown = any(t.text in _RETELLING for t in tokens[: one.place])
    if opening[:1] != ["in"] or unit is None or not shown:
        return None
    if len({r.frame.measure for r in told if r.frame}) > 1:
        return None
    frame = told[-1].frame._replace(at=one.place, rule="retold", strong=False)
    return one._replace(frame=frame, what=one.what._replace(kind=unit))
