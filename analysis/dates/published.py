"""The publication date of an article, inferred from its text where nobody gives it.

Never today's date: without support in the text the answer is None.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from analysis.dates.anchors import possible
from analysis.dates.context import tense
from analysis.dates.patterns import read_tokens
from analysis.dates.tagger import NEWS_DAY, tag
from analysis.records import Sentence, TimeExpression

HEAD = 400  # characters in which a dateline or a "Published:" line stands
LEAD = 3  # sentences that tell the news itself
NEAR = 366  # days after the last date named within which a day without a year is looked for
MONTH = 31
CLOSE = 1100  # days within which another date must support the year of the latest
FRESH = 100  # days from a month or day of a named year to a dateline that needs no other support
OLDEST = 1990
HEADING = 120  # characters of a line that may be a heading

_LABEL = re.compile(r"\b(?:published|updated|posted|dated?|last modified|issued)\b\W*$", re.I)
_AS_OF = re.compile(r"\bas (?:of|at)\W*$", re.I)
_PLACE_LINE = re.compile(r"^\W*(?:[A-Z][\w.'’-]*[ ,/:]*){0,6}\W*$")
_AGENCY = re.compile(r"^\.?\s*(?:\([\w .]+\)|[-–—:|·•]|\n|$)")
_WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), start=1
    )
}
_COMPARED = re.compile(
    r"\b(?:compared|previous year|year before|year earlier|prior year|year-on-year|preceding year"
    r"|annual report|throughout|entire year|whole of)\b",
    re.I,
)


class Published(NamedTuple):
    """A publication date inferred from the text, and the rule that did it."""

    date: date | None
    rule: str | None


class _Named(NamedTuple):
    """A date named in the text, with the first day on which the text can have been written."""

    row: TimeExpression
    floor: date


def _lies_ahead(text: str, sentences: Sequence[Sentence], row: TimeExpression) -> bool:
    """Whether the clause speaks of the date as something to come."""
    sentence = sentences[row.sentence]
    tokens = read_tokens(text, sentence.start, sentence.end)
    inside = [i for i, span in enumerate(tokens.spans) if row.start <= span[0] < row.end]
    if not inside:
        return False
    first, last = inside[0], inside[-1] + 1
    ahead = tokens.word(first - 1) in ("by", "until", "till") or tokens.word(last) in ("deadline",)
    return ahead or tense(tokens, first, last) == "future"


def _dateline(text: str, row: TimeExpression) -> str | None:
    """The rule by which a date is that of a dateline, a "Published:" or the head of an update."""
    line = text.rfind("\n", 0, row.start) + 1
    before = text[line : row.start]
    if _LABEL.search(before):
        return "dateline"
    stop = text.find("\n", row.end)
    heading = 0 < stop - line <= HEADING and text[stop - 1] != "."
    if heading and _AS_OF.search(before):  # "Flash Update #4 (as of 9 July 2026)"
        return "as_of"
    placed = _PLACE_LINE.match(before) and _AGENCY.match(text[row.end :]) and len(before) < 60
    return "dateline" if placed else None


def _without_year(row: TimeExpression) -> tuple[int, int] | None:
    """Month and day of an expression that names no year, None for all others."""
    if row.type != "DATE" or row.anchor == "explicit" or row.rule.startswith("event"):
        return None
    found = re.fullmatch(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)", row.value)
    if found is None or not re.search(r"\d", row.reported):
        return None
    return int(found[1]), int(found[2])


def _first_after(floor: date, row: TimeExpression) -> date | None:
    """The first day at or after `floor` that an expression without a year can mean.

    A weekday beside it ("Monday, Oct. 26") must be right.
    """
    known = _without_year(row)
    weekday = next((number for name, number in _WEEKDAYS.items() if name in row.reported), None)
    for year in range(floor.year, floor.year + 7) if known else ():
        if known and possible(year, *known) and date(year, *known) >= floor:
            day = date(year, *known)
            if weekday is None or day.isoweekday() == weekday:
                return day
    return None


def _floor(text: str, sentences: Sequence[Sentence], row: TimeExpression) -> date | None:
    """The first day on which a text that names this date as past can have been written."""
    if row.date_start is None or row.date_end is None or row.date_start.year < OLDEST:
        return None
    if row.precision in ("day", "week", "month", "quarter", "season"):
        return row.date_start
    if row.precision != "year":
        return None
    sentence = sentences[row.sentence]
    whole = _COMPARED.search(text[sentence.start : sentence.end])
    return row.date_end + timedelta(days=1) if whole else row.date_start


def infer_published(text: str, sentences: Sequence[Sentence]) -> Published:
    """Infer the publication date of an article from its text.

    Args:
        text: The article.
        sentences: Its sentences.

    Returns:
        The date and the rule: `dateline` (a full date in the dateline or behind "Published:"),
        `as_of` (the day up to which the heading says that the text goes),
        `dateline_day` and `lead_day` (a day without a year there or in the first sentences, in
        the first year that the other dates allow, if two of them agree; figures compared
        with the year before show that the year is over), `latest_day`, `latest_month` (the
        latest date told as past, if it stands in the first sentences and no bare "Friday" or
        "yesterday" shows that the news is another day's); None and None where nothing supports
        a date.
    """
    rows = [row for row in tag(text, sentences) if row.type in ("DATE", "TIME")]
    explicit = [row for row in rows if row.anchor == "explicit"]
    for row in explicit:
        rule = _dateline(text, row) if row.start < HEAD and row.precision == "day" else None
        if rule:
            return Published(row.date_start, rule)
    past = [row for row in explicit if not _lies_ahead(text, sentences, row)]
    named = [_Named(row, floor) for row in past if (floor := _floor(text, sentences, row))]
    if not named:
        return Published(None, None)
    latest = max(named, key=lambda item: (item.floor, item.row.precision == "day"))
    whole_year = latest.floor > (latest.row.date_end or latest.floor)
    agree = not NEWS_DAY.search(text) and any(
        item.row.value != latest.row.value and (latest.floor - item.floor).days <= CLOSE
        for item in named
    )
    begun = text[: latest.row.start].rstrip()[-5:].lower() == "since"
    for row in rows:
        found = _first_after(latest.floor, row)
        sure = whole_year or agree or any(name in row.reported for name in _WEEKDAYS)
        fresh = latest.row.precision in ("day", "month") and (found or latest.floor) <= (
            latest.floor + timedelta(days=FRESH)
        )
        sure = sure or (fresh and not begun and row.start < HEAD and _dateline(text, row))
        if found is None or not sure or _lies_ahead(text, sentences, row):
            continue
        if row.start < HEAD and _dateline(text, row):
            return Published(found, "dateline_day")
        if row.sentence < LEAD and (found - latest.floor).days <= NEAR:
            return Published(found, "lead_day")
    if latest.row.sentence >= LEAD or begun or NEWS_DAY.search(text):
        return Published(None, None)
    if latest.row.precision == "day":
        later = [day for row in rows if (day := _first_after(latest.floor, row))]
        near = [day for day in later if (day - latest.floor).days <= MONTH]
        return Published(max([latest.floor, *near]), "latest_day")
    if latest.row.precision == "month":
        return Published(latest.row.date_end, "latest_month")
    return Published(None, None)
