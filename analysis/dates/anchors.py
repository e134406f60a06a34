"""Years, weeks and days for expressions that do not name theirs."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from analysis.dates.context import Context, Match, is_pluperfect, leads_ahead, tense
from analysis.dates.intervals import interval
from analysis.dates.tokens import value_of, word_list


class Anchored(NamedTuple):
    """A year, or a day, and what gave it (TABLES: published, text)."""

    year: int
    anchor: str


def base(context: Context) -> tuple[date, str] | None:
    """The day from which relative expressions count: publication, or the reference of a history."""
    if context.narrative and context.reference:
        found = interval(context.reference)
        if found:
            return found.start, "text"
    if context.published and not context.narrative:
        return context.published, "published"
    return None


def speaking(context: Context) -> tuple[date, str] | None:
    """The day from which "last week" and "ago" count: publication even in a history, if known."""
    return (context.published, "published") if context.published else base(context)


def reference_day(context: Context) -> date | None:
    """First day of the running reference."""
    found = interval(context.reference) if context.reference else None
    return found.start if found else None


def year_bc_of(context: Context) -> int | None:
    """The year before Christ that a history has reached (480 for 480 BC)."""
    reference = context.reference or ""
    return int(reference[2:6]) if context.narrative and reference.startswith("BC") else None


def year_ahead(match: Match, month: int) -> Anchored | None:
    """The year of the date that ends a range begun here: "30 January to 3 February 1943"."""
    if match.after() not in ("-", "to", "and", "until", "till", "through", "/"):
        return None
    ending, years = 0, []
    for ahead in range(1, 7):
        word = match.after(ahead)
        ending = ending or int(value_of("month", word) or value_of("shy_month", word) or 0)
        if ending and len(word) == 4 and word.isdigit():
            years.append(int(word))
            break
        known = ending and (value_of("month", word) or value_of("shy_month", word))
        if not (
            known
            or word in (",", ".", "the", "of", "late", "early", "mid", "-")
            or word[:1].isdigit()
        ):
            break
    if not years or not 1000 <= years[0] <= 2199:
        return None
    return Anchored(years[0] - (month > ending), "explicit")


_CONNECTORS = frozenset(("-", "to", "until", "till", "through", "/"))
_BEFORE_MONTH = frozenset(("early", "late", "mid", "end", "the", "of", ".", "start"))


def year_behind(match: Match, context: Context, month: int) -> Anchored | None:
    """The year of the date that ends a range without a year: "late November to early January"."""
    index = match.first - 1
    while match.tokens.word(index) in _BEFORE_MONTH or match.tokens.word(index)[:1].isdigit():
        index -= 1
    while match.tokens.word(index) in ("-", "early", "late", "mid") and (
        match.tokens.word(index - 1) in _CONNECTORS
    ):
        index -= 1
    if match.tokens.word(index) not in _CONNECTORS:
        return None
    for back in range(1, 4):
        word = match.tokens.word(index - back)
        begun = int(value_of("month", word) or value_of("shy_month", word) or 0)
        told = interval(context.reference) if begun and context.reference else None
        if told and told.start.month == begun:
            return Anchored(told.start.year + (month < begun), "text")
        if begun or not (word in _BEFORE_MONTH or word[:1].isdigit()):
            return None
    return None


def possible(year: int, month: int, day: int) -> bool:
    """Whether such a day may exist (29 February in some year)."""
    if not 1 <= month <= 12 or not day >= 1:
        return False
    leap = 2000 if month == 2 and day == 29 and not year else year or 2000
    return day <= calendar.monthrange(leap, month)[1]


MONTHS_WITHOUT_YEAR = 10  # a day and month without its year is hardly farther away


_NEWS = frozenset(("ago", "today", "yesterday", "tomorrow", "tonight"))
WRAP = 4  # a history passes the turn of a year by at most so many months


def _year_told(match: Match, context: Context, month: int) -> Anchored | None:
    """The year of the running reference; the next one where its months wrap around the turn.

    A pluperfect ("had been signed in December") looks back over the turn instead.
    """
    reference = context.reference or ""
    found = interval(reference)
    if found is None:
        return None
    year = found.start.year
    if len(reference) <= 4:
        return Anchored(year, "text")
    if match.before() == "since" and not reference.endswith("-WI"):
        return Anchored(year - (month > found.end.month), "text")  # "unpaid since October"
    looks_back = is_pluperfect(match)
    if reference.endswith("-WI"):
        return Anchored(year + (month <= 8), "text")
    last = found.end.month
    if month < last and month + 12 - last <= WRAP and not looks_back:
        year += 1
    elif month > last and last + 12 - month <= WRAP and looks_back:
        year -= 1
    return Anchored(year, "text")


def year_of_month(match: Match, context: Context, month: int, day: int = 1) -> Anchored | None:
    """The year of a month, or of a day in a month, that stands without one.

    In a history the year is the reference's, the next one where the months wrap around the turn
    of the year. In news the tense of the clause chooses between the last and the next such month;
    without one, and for a day farther away than ten months, the nearest is taken.
    """
    exact = match.has("d") or match.has("d2")
    ranged = year_ahead(match, month) or year_behind(match, context, month)
    if ranged:
        return ranged
    reference = reference_day(context)
    if context.narrative:
        if reference is None:
            return None
        return _year_told(match, context, month)
    published = context.published
    if published is None:
        return Anchored(reference.year, "text") if reference else None
    points = tense(match.tokens, match.first, match.last, weak=True)
    if match.after() in word_list("figures_of_a_month"):  # "its January sales, to be published"
        points = "past"
    here = (match.tokens.word(index) for index in range(len(match.tokens.spans)))
    news = any(word in _NEWS for word in here)
    if context.history and reference and points != "future" and not news:
        return _year_told(match, context, month)
    this = published.year
    years = (this, this - 1, this + 1)
    gaps = {year: (year - this) * 12 + month - published.month for year in years}
    nearest = min(years, key=lambda year: abs(gaps[year]))
    if points == "past":
        told = this if (month, day) <= (published.month, published.day) else this - 1
    elif points == "future":
        same = month == published.month and day == 1
        told = this if same or (month, day) >= (published.month, published.day) else this + 1
    else:
        told = nearest
    ahead = leads_ahead(match.tokens, match.first) and 0 < gaps[nearest] < 4
    behind = match.before(2) if match.before() == "on" else match.before()
    ended = behind == "ended"  # "the year which ended on 30 June"
    if ahead or exact and abs(gaps[told]) > MONTHS_WITHOUT_YEAR and not ended:
        told = nearest
    return Anchored(told, "published")


def nearest_weekday(day: date, weekday: int, direction: int) -> date:
    """The weekday (1 to 7) at or before (-1), or after (+1) a day."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back) if direction < 0 else day + timedelta(days=(7 - back))


def back_by(day: date, number: int, unit: str) -> date | None:
    """A day moved by a number of units (negative: earlier); None outside the calendar."""
    try:
        if unit in ("D", "W", "2W"):
            return day + timedelta(days=number * {"D": 1, "W": 7, "2W": 14}[unit])
        if unit in ("TH", "TM", "TS"):
            return day
        months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit] * number
        total = day.year * 12 + day.month - 1 + months
        year, month = divmod(total, 12)
        if not 1 <= year <= 9999:
            return None
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, KeyError):
        return None
