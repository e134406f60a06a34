"""The Solar and the lunar Hijri calendar, and fiscal years, as intervals of Gregorian days.

Solar Hijri (Afghanistan, Iran) by jdatetime, lunar Hijri by hijridate (Umm al-Qura); observed
lunar months may differ by a day.
"""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from analysis.dates.intervals import Interval
from analysis.lexicon import load

SOLAR_YEARS = (1200, 1500)  # 1821 to 2122
LUNAR_YEARS = (1343, 1500)  # what hijridate covers
SOLAR_SEASONS = {"SP": (1, 3), "SU": (4, 6), "FA": (7, 9), "WI": (10, 12)}


class FiscalYear(NamedTuple):
    """First day of a fiscal year, and the words that show whose it is."""

    words: tuple[str, ...]
    month: int
    day: int


@cache
def _fiscal_years() -> list[FiscalYear]:
    return load("dates_fiscal", FiscalYear)


def fiscal_start(text: str) -> tuple[int, int] | None:
    """Month and day on which the fiscal year of the country named in a text begins.

    Returns:
        None where no country, or several with different years, are named.
    """
    found = {(e.month, e.day) for e in _fiscal_years() if any(word in text for word in e.words)}
    return found.pop() if len(found) == 1 else None


def _solar_day(year: int, month: int, day: int) -> date:
    import jdatetime

    return jdatetime.date(year, month, day).togregorian()


def solar(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Interval of a Solar Hijri year, month or day; None if there is none such."""
    if not SOLAR_YEARS[0] <= year < SOLAR_YEARS[1]:
        return None
    try:
        if day and month:
            found = _solar_day(year, month, day)
            return Interval(found, found, "day")
        if month:
            following = (year, month + 1) if month < 12 else (year + 1, 1)
            end = _solar_day(*following, 1) - timedelta(days=1)
            return Interval(_solar_day(year, month, 1), end, "month")
        return Interval(_solar_day(year, 1, 1), _solar_day(year + 1, 1, 1) - timedelta(1), "year")
    except ValueError:
        return None


def solar_season(year: int, season: str) -> Interval | None:
    """Interval of a season of a Solar Hijri year (its spring begins the year)."""
    first, last = (solar(year, month) for month in SOLAR_SEASONS[season])
    return Interval(first.start, last.end, "season") if first and last else None


def lunar(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """Interval of a lunar Hijri year, month or day; None outside the tables or the month."""
    if not LUNAR_YEARS[0] <= year < LUNAR_YEARS[1]:
        return None
    from hijridate import Hijri

    try:
        if day and month:
            found = Hijri(year, month, day).to_gregorian()
            found = date(found.year, found.month, found.day)
            return Interval(found, found, "day")
        months = (month, month) if month else (1, 12)
        first, last = Hijri(year, months[0], 1), Hijri(year, months[1], 1)
        start, final = first.to_gregorian(), last.to_gregorian()
        end = date(final.year, final.month, final.day) + timedelta(days=last.month_length() - 1)
        return Interval(date(start.year, start.month, start.day), end, "month" if month else "year")
    except (ValueError, OverflowError):
        return None


def lunar_year_of(year: int, month: int) -> list[int]:
    """Lunar years whose given month begins within a Gregorian year."""
    guess = round((year - 622) * 33 / 32)
    found = []
    for lunar_year in range(guess - 1, guess + 3):
        span = lunar(lunar_year, month)
        if span and span.start.year == year:
            found.append(lunar_year)
    return found
