"""Make the row of a number whose frame is known."""

import re
from collections.abc import Sequence

from analysis.figures import changes, groups
from analysis.figures.certainty import called_false
from analysis.figures.movement.frames import Frame
from analysis.figures.movement.links import Read
from analysis.figures.noun_phrases import Counted
from analysis.figures.rates import clause, rate_per
from analysis.figures.shallow import Token
from analysis.records import Document, Finding, Place, Quantity, Sentence

_UNITS = {"household": "household", "dwelling": "dwelling", "building": "dwelling"}
HOUSES = {"houses_destroyed", "houses_damaged"}
# Share of rows of each rule that were right on the development cases, with one more right and
# one more wrong counted; rules seen fewer than five times are 0.8, the loosest two 0.6.
CONFIDENCE = {
    "subject": 0.97,
    "object": 0.95,
    "patient": 0.93,
    "number of": 0.94,
    "state": 0.92,
    "noun": 0.9,
    "place": 0.86,
    "event": 0.83,
    "inverted": 0.6,
    "passing": 0.6,
}
_FLIGHT = {"fled", "flee", "fleeing", "flees", "have fled", "to flee", "left", "escaped", "leave"}


def make_row(
    document: Document, sentence: Sentence, tokens: Sequence[Token], one: Read, whole: int | None
) -> Finding | None:
    """Make the finding of a quantity, or None where the number cannot count people or houses."""
    token, frame, what = tokens[one.place], one.frame, one.what
    quantity = token.quantity
    if quantity is None or frame is None or not frame.measure or not _countable(quantity, what):
        return None
    measure = frame.measure
    sure = frame.strong or frame.rule == "passing"
    if measure in ("displaced", "sheltered") and sure and _abroad(document, tokens, frame):
        measure = "refugees"
    form, unit = "count", _UNITS.get(what.kind, "person")
    low, best, high = quantity.low, quantity.best, quantity.high
    part = quantity.kind in ("percent", "fraction")
    sign = changes.change_sign(tokens, one.place)
    per = None
    if sign is not None:
        form, unit = "change", "percent" if part else unit
        low, best, high = _signed(sign, low, best, high)
    elif part:
        ratio = quantity.kind == "fraction" and what.kind != "elided"
        part_of = one.whole is not None or frame.rule in ("of all", "gap", "list", "number of")
        if not (what.of or ratio or part_of):
            return None
        if not (sure or part_of or what.of_quantity or ratio or frame.rule == "noun"):
            return None
        form, unit = "share", "percent"
    else:
        end = tokens[what.end - 1].end if what.end > one.place else token.end
        per = rate_per(document.text, token.end, end, *clause(tokens, one.place))
        form = "rate" if per else "count"
    word = tokens[frame.at]
    noun = (
        document.text[tokens[one.place + 1].start : tokens[what.head].end].lstrip('"“‘')
        if what.head is not None and what.head > one.place
        else None
    )
    group = groups.group_of(noun) if noun else None
    if form == "share" or (what.of and what.head is None):
        group = _said_to_be(document.text, token.end) or group
    return Finding(
        sentence.index,
        token.start,
        token.end,
        measure,
        form,
        low,
        best,
        high,
        quantity.quantifier,
        unit,
        f"movement:{frame.rule}",
        word.start,
        word.end,
        rate_per=per,
        group=group,
        group_text=noun,
        part_of=whole,
        stock_flow=None if measure in HOUSES else "stock" if frame.stock else "flow",
        certainty="denied" if called_false(tokens, one.place) else frame.certainty,
        confidence=CONFIDENCE.get(frame.rule, 0.8),
    )


_BEING = re.compile(
    r"(?:[^.;:]{0,80}?\b(?:are|were|is|was)|\s+of\s+(?:them|whom|those))\s+(?P<who>(?!(?:in|on|at|by|from|to)\b)[^.,;:]{3,40})",
    re.IGNORECASE,
)
_MINORS = re.compile(r"(?:aged\s+)?(?:under|below)\s+(?:the\s+age\s+of\s+)?(?:18|eighteen)\b", re.I)


def _said_to_be(text: str, end: int) -> str | None:
    """The group of "63 percent of those arriving were children"."""
    found = _BEING.match(text, end)
    if not found:
        return None
    return "child" if _MINORS.match(found["who"]) else groups.group_of(found["who"])


def _signed(
    sign: int, low: float | None, best: float | None, high: float | None
) -> tuple[float | None, float | None, float | None]:
    """A fall is negative, and its bounds change places."""
    if sign > 0:
        return low, best, high

    def turn(value: float | None) -> float | None:
        return None if value is None else -value

    return turn(high), turn(best), turn(low)


def _countable(quantity: Quantity, what: Counted) -> bool:
    """Whether the number can count people at all: no decimals below a thousand, no lone "one"."""
    if quantity.kind in ("percent", "fraction"):
        return True
    for value in (quantity.low, quantity.best, quantity.high):
        if value is not None and value % 1:
            return False
    alone = what.kind in ("elided", "unknown") or what.of_quantity is not None
    return not (alone and quantity.low == quantity.high == 1)


def _abroad(document: Document, tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the flight of a frame led across a border."""
    flight = tokens[frame.at].text in _FLIGHT
    for place in range(frame.at, min(len(tokens), frame.at + 10)):
        token = tokens[place]
        if token.text in (".", ";") or token.tag in ("subordinator", "quantity"):
            return False
        if any(m.role == "abroad" for m in token.marks):
            return True
        following = _name_after(tokens, place)
        if following is None:
            return False
        goal = token.tag == "preposition" and token.text in ("to", "into", "in", "for")
        goal = goal or (place == frame.at and token.text in ("entered", "entering", "reached"))
        source = flight and (place == frame.at or token.text == "from")
        if goal and token.text == "in" and frame.measure == "displaced":
            continue  # "displaced in Yemen", "fled fighting in Yemen"
        if (goal or source) and _country(document.places, following.start):
            return True
    return False


def _name_after(tokens: Sequence[Token], place: int) -> Token | None:
    """The name behind a preposition, past articles, compass words and "neighbouring"."""
    for token in tokens[place + 1 : place + 5]:
        plain = token.tag == "word" and not token.capital and token.kind is None
        if token.tag == "determiner" or (plain and token.text.endswith(("ing", "ern", "by"))):
            continue
        return token
    return None


def _country(places: Sequence[Place], start: int) -> bool:
    return any(p.precision == "country" and p.start <= start < p.end for p in places)
