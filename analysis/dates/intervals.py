"""From a TIMEX3 value to the interval of days that it names, and back.

Weeks are ISO 8601 weeks (Monday to Sunday), seasons are meteorological, a winter carries the year
of its December.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple


class Interval(NamedTuple):
    """First and last day, both included, and the precision of the expression."""

    start: date
    end: date
    precision: str


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?$|(?P<month>\d{4}-\d\d)$"
    r"|(?P<week>\d{4}-W\d\d)(?P<weekend>-WE)?$|(?P<quarter>\d{4})-Q(?P<q>[1-4])$"
    r"|(?P<half>\d{4})-H(?P<h>[12])$|(?P<season_year>\d{4})-(?P<season>SP|SU|FA|WI)$"
    r"|(?P<year>\d{4})$|(?P<decade>\d{3})$|(?P<century>\d\d)$"
)


def last_day(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def months(year: int, first: int, last: int, precision: str) -> Interval:
    """Interval from the first day of one month to the last day of another in one year."""
    return Interval(date(year, first, 1), last_day(year, last), precision)


def interval(value: str) -> Interval | None:
    """The interval of a TIMEX3 value.

    Args:
        value: For instance ``2024-12``, ``2024-W51``, ``2021-SU``, ``199``.

    Returns:
        None for a duration, a set, a reference, an unknown year, and for a day that no calendar
        has (``2023-02-29``).
    """
    found = _VALUE.match(value)
    if not found:
        return None
    try:
        return _interval(found)
    except ValueError:
        return None


def _interval(found: re.Match[str]) -> Interval:
    kind, text = found.lastgroup, found.groupdict()
    if text["day"]:
        day = date.fromisoformat(text["day"])
        return Interval(day, day, "day")
    if text["month"]:
        year, month = int(text["month"][:4]), int(text["month"][5:])
        return months(year, month, month, "month")
    if text["week"]:
        first = date.fromisocalendar(int(text["week"][:4]), int(text["week"][6:]), 1)
        start = first + timedelta(days=5) if text["weekend"] else first
        return Interval(start, first + timedelta(days=6), "week")
    if text["quarter"]:
        q = int(text["q"])
        return months(int(text["quarter"]), 3 * q - 2, 3 * q, "quarter")
    if text["half"]:
        h = int(text["h"])
        return months(int(text["half"]), 6 * h - 5, 6 * h, "half")
    if text["season"]:
        year, (first, last) = int(text["season_year"]), _SEASONS[text["season"]]
        start, end = date(year, first, 1), last_day(year + (last < first), last)
        return Interval(start, end, "season")
    if text["year"]:
        return months(int(text["year"]), 1, 12, "year")
    number, span = int(text[str(kind)]), {"decade": 10, "century": 100}[str(kind)]
    first = max(number * span, 1)
    return Interval(date(first, 1, 1), date(number * span + span - 1, 12, 31), str(kind))


def day_value(day: date) -> str:
    """TIMEX3 value of a day."""
    return day.isoformat()


def month_value(year: int, month: int) -> str:
    """TIMEX3 value of a month; months beyond December run into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def week_value(day: date) -> str:
    """TIMEX3 value of the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(year: int, quarter: int) -> str:
    """TIMEX3 value of a quarter; quarters beyond the fourth run into the next years."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04d}-Q{quarter}"


def unit_value(day: date, unit: str, offset: int = 0) -> str | None:
    """Value of the unit that holds a day, moved by a number of units.

    Args:
        day: The day to start from.
        unit: D, W, WE, M, Q, Y, E (decade) or C (century).
        offset: How many units later (negative: earlier).

    Returns:
        None outside the years 1 to 9999 and for units of the clock.
    """
    try:
        if unit == "D":
            return day_value(day + timedelta(days=offset))
        if unit in ("W", "2W"):
            return week_value(day + timedelta(weeks=offset * (2 if unit == "2W" else 1)))
        if unit == "WE":
            return week_value(day + timedelta(weeks=offset)) + "-WE"
    except OverflowError:
        return None
    year = day.year + offset
    made = {
        "M": month_value(day.year, day.month + offset) if unit == "M" else "",
        "Q": quarter_value(day.year, (day.month + 2) // 3 + offset) if unit == "Q" else "",
        "Y": f"{year:04d}",
        "E": f"{day.year // 10 + offset:03d}",
        "C": f"{day.year // 100 + offset:02d}",
    }.get(unit)
    return made if made and re.match(r"(?!0000)\d{2}", made) else None
