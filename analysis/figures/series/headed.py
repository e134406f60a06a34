"""Lists behind a heading that says what they count: "Deaths by district: Tank 31, Bannu nine"."""

import re
from functools import cache

from analysis.figures.groups import group_of
from analysis.figures.series.line import Counted, Line, wholes
from analysis.figures.series.told import Told, like
from analysis.figures.series_words import measure_of, nouns, phrases, unit_of
from analysis.figures.shallow import Token

_NUMBERS = ("digits", "words")
_NAME = r"[^\W\d_a-z][\w’'-]*(?:[ -](?:and\s+)?[^\W\d_a-z][\w’'-]*){0,4}"
_ITEM = re.compile(rf"[\s,;]*(?:\band\s+)?(?:in\s+|the\s+)?{_NAME}\s*(?:had\s+)?[–—-]?\s*", re.S)
_ITEM_BEHIND = re.compile(r"[\s,;]*(?:\band\s+)?", re.S)
_PLACED = re.compile(r"\s+(?:in|from|by)\s+(?:the\s+)?(?=[^\W\d_a-z])")
_HEADED = 160  # characters of a heading
_PEOPLE = re.compile(
    r"\s+(?P<who>[\w’'-]+(?:\s+(?!and\b)[\w’'-]+){0,3}?(?:\s+and\s+[\w’'-]+)?)"
    r"\s*(?=[,.;]|\Z|\s(?:and|plus)\s+\d)",
    re.IGNORECASE,
)


@cache
def _heading() -> re.Pattern[str]:
    """A noun of statistics and only words of headings behind it, up to the colon."""
    words = rf"{phrases('heading')}|\d+|(?-i:[^\W\d_a-z])[\w’'-]*"
    quiet = rf"(?>(?:{words})(?![\w’'-]))"  # atomic: "In" is both a word and a name
    return re.compile(rf"(?P<noun>{nouns().pattern})(?:,?\s+{quiet})*+\s*\Z", re.I)


def headed(line: Line, place: int) -> Told | None:
    """A number in a list behind a colon, counting what the heading or the total before it says."""
    token = line.tokens[place]
    if token.quantity is None or token.quantity.kind not in _NUMBERS:
        return None
    left = line.left(token.start)
    colon = left.rfind(":")
    if colon < 0 or not left[:colon].strip():
        return None
    return _by_place(line, token, colon) or _shared_out(line, token, colon)


def _by_place(line: Line, token: Token, colon: int) -> Told | None:
    """The numbers of "Fatalities were as follows: Karak 12, Bannu nine"; two or more of them."""
    items = _items(line, line.start + colon + 1)
    if len(items) < 2 or token not in items:
        return None
    words = line.left(line.start + colon)[-_HEADED:]
    found = max(
        (m for n in nouns().finditer(words) if (m := _heading().match(words, n.start()))),
        key=lambda m: m.start(),
        default=None,
    )
    if found is None:
        return None
    measure = measure_of(found["noun"])
    return Told(measure, "series:listed", unit=unit_of(measure))


def _items(line: Line, begin: int) -> list[Token]:
    """The numbers that only names stand between; none where no name is known."""
    found, at, known = [], begin, False
    for token in line.tokens:
        if token.tag != "quantity" or token.start < begin:
            continue
        between = line.text[at : token.start]
        first = _ITEM.fullmatch(between) and line.closed(token.end)
        placed = _PLACED.match(line.text, token.end, line.end)
        behind = placed and _ITEM_BEHIND.fullmatch(between)
        if not (first or behind):
            break
        known |= line.named(token.start) or (
            placed is not None and any(s == placed.end() for s, _ in line.names)
        )
        found.append(token)
        at = token.end
        if behind and placed:
            name = re.compile(_NAME).match(line.text, placed.end(), line.end)
            at = name.end() if name else placed.end()
    return found if known else []


def _shared_out(line: Line, token: Token, colon: int) -> Told | None:
    """The parts of "the dead at 98,000: 31,000 civilians, 42,000 soldiers and police"."""
    source = _total(line, line.start + colon)
    who = _PEOPLE.match(line.right(token.end))
    group = group_of(who["who"]) if who else None
    if source is None or who is None or group is None or token.quantity is None:
        return None
    size, whole = token.quantity.best or 0, source[1].best or source[1].low or 0
    begin = max(
        (t.end for t in line.tokens if t.tag == "quantity" and t.end <= token.start),
        default=line.start,
    )
    begin = max(begin, line.start + colon + 1)
    between = line.text[begin : token.start]
    if size > whole or not re.fullmatch(
        r"\s*|(?:\s+[\w’'-]+){1,7}[,;]?\s+(?:and\s+|plus\s+)?|(?:\s+[\w’'-]+){1,7}[,;]\s*", between
    ):
        return None
    told = like(source, "series:part")
    return told._replace(part=True, group=group, group_text=who["who"])


def _total(line: Line, colon: int) -> Counted | None:
    """The total of people that stands before a colon with no more than its place behind it."""
    here = [c for c in wholes(line, colon) if c[1].unit == "person" and c[1].form == "count"]
    if not here or not re.fullmatch(r"(?:\s+[\w’'-]+){0,5}\s*", line.text[here[-1][1].end : colon]):
        return None
    return here[-1]
