"""Readings of Solar and lunar Hijri dates."""

from analysis.dates.calendars import lunar, lunar_year_of, solar, solar_season
from analysis.dates.context import Context, Match, Reading
from analysis.dates.intervals import Interval
from analysis.dates.readings.explicit import day_number
from analysis.dates.tokens import value_of

SOLAR_YEARS = range(1340, 1430)  # 1961 to 2051


def _value(span: Interval, season: str | None) -> str:
    """Gregorian value of a span: its day, else the month or year that holds most of it."""
    middle = span.start.toordinal() + (span.end.toordinal() - span.start.toordinal()) // 2
    day = type(span.start).fromordinal(middle)
    if span.precision == "day":
        return span.start.isoformat()
    if season:
        return f"{span.start.year:04d}-{season}"
    if span.precision == "month":
        return f"{day.year:04d}-{day.month:02d}"
    return f"{day.year:04d}"


def _made(
    span: Interval | None, calendar: str, season: str | None = None, mod: str | None = None
) -> list[Reading] | None:
    if span is None:
        return None
    return [
        Reading(
            "DATE",
            _value(span, season),
            mod=mod,
            anchor="explicit",
            start=span.start,
            end=span.end,
            precision=span.precision,
            calendar=calendar,
        )
    ]


def hijri(match: Match, context: Context) -> list[Reading] | None:
    """Read "the summer of 1400 AH", "24 Asad 1400", "Ramadan 1445".

    AH in news from Afghanistan and Iran counts solar years; a lunar month makes it lunar.
    """
    year = int(match.words("y")[0]) if match.has("y") else None
    day = day_number(match.words("d")) if match.has("d") else None
    month = lunar_month(match)
    if month and match.rule == "lunar_day":
        return _lunar_day(context, month, day)
    if month:
        return _lunar(match, year, month, day)
    if match.has("s"):
        return _solar_month(match, context, year, day)
    if year is None:
        return None
    mod = {"end": "END", "beginning": "START", "start": "START", "middle": "MID"}.get(
        match.get("q")
    )
    if match.has("t"):
        season = value_of("season", match.get("t"))
        return solar_season_of(year, season) if season else None
    return _made(solar(year), "solar_hijri", mod=mod)


def solar_season_of(year: int, season: str) -> list[Reading] | None:
    """A season of a Solar Hijri year."""
    return _made(solar_season(year, season), "solar_hijri", season)


def solar_year(number: int) -> list[Reading] | None:
    """Read "in 1401" where the text counts by the Solar Hijri calendar."""
    return _made(solar(number), "solar_hijri") if number in SOLAR_YEARS else None


def lunar_month(match: Match) -> int | None:
    """Number of the lunar month captured, None without one."""
    if match.has("l"):
        return int(value_of("lunar_month", match.get("l")) or 0)
    for name, first in (("b", 3), ("j", 5)):
        if match.has(name):
            last = match.words(name)[-1]
            return first + (last in ("thani", "akhir", "akhira", "ii"))
    return None


def _lunar(match: Match, year: int | None, month: int, day: int | None) -> list[Reading] | None:
    if year is None:
        return None
    if year > 1700:
        years = lunar_year_of(year, month)
        if not years or day:
            return None
        return _made(lunar(years[0], month), "lunar_hijri")
    return _made(lunar(year, month, day), "lunar_hijri")


def _lunar_day(context: Context, month: int, day: int | None) -> list[Reading] | None:
    """Read "10 Muharram": the last such day before publication."""
    here = context.published
    if here is None or context.narrative:
        return None
    years = sorted({*lunar_year_of(here.year - 1, month), *lunar_year_of(here.year, month)})
    spans = [lunar(year, month, day) for year in years]
    told = [span for span in spans if span and span.start <= here]
    made = _made(told[-1], "lunar_hijri") if told else None
    return [made[0]._replace(anchor="published")] if made else None


def _solar_month(
    match: Match, context: Context, year: int | None, day: int | None
) -> list[Reading] | None:
    month = int(value_of("solar_month", match.get("s")) or 0)
    first = match.groups["s"][0]
    if not match.tokens.raw(first)[0].isupper():
        return None
    if year is not None:
        if year > 1700:
            year -= 621
        return _made(solar(year, month, day), "solar_hijri")
    if context.published is None or day is None and match.rule != "solar_month_told":
        return None
    for candidate in (context.published.year - 621, context.published.year - 622):
        span = solar(candidate, month, day)
        if span and span.start <= context.published:
            made = _made(span, "solar_hijri")
            return [made[0]._replace(anchor="published")] if made else None
    return None
