"""Readings of named days and events: holidays of a year, and days that a name alone dates."""

from datetime import date, timedelta

from analysis.dates.anchors import base, reference_day
from analysis.dates.calendars import lunar, lunar_year_of, solar
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.eventlist import Event, events
from analysis.dates.intervals import Interval, month_value

CLOSE = 45  # days from the anchor within which a holiday is the next one or the last one
REACH = 3  # words behind the name within which a `near` word must stand


GREGORIAN = 1583  # first Easter by the Gregorian calendar


def easter_sunday(year: int) -> date | None:
    """Western Easter; until 1582 the day of the Julian calendar, as its own time wrote it."""
    from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

    if not 326 <= year <= 4099:
        return None
    return easter(year, EASTER_WESTERN if year >= GREGORIAN else EASTER_JULIAN)


def _day_in(event: Event, year: int) -> Interval | None:
    """The event in a Gregorian year; a year before 1700 is one of the event's own calendar."""
    if year < 1700 and event.solar_month:
        return solar(year, event.solar_month, event.solar_day)
    if year < 1700 and event.lunar_month:
        return lunar(year, event.lunar_month, event.lunar_day or None)
    if event.easter is not None:
        sunday = easter_sunday(year)
        if sunday is None:
            return None
        start = sunday + timedelta(days=event.easter)
    elif event.solar_month:
        found = solar(year - 621, event.solar_month, event.solar_day)
        if found is None:
            return None
        start = found.start
    elif event.lunar_month:
        years = lunar_year_of(year, event.lunar_month)
        found = lunar(years[0], event.lunar_month, event.lunar_day or None) if years else None
        if found is None or not event.lunar_day:
            return found
        start = found.start
    elif event.nth:
        first = date(year, event.month, 1)
        start = first + timedelta(days=(event.weekday - first.isoweekday()) % 7)
        start += timedelta(weeks=event.nth - 1)
    else:
        start = date(year, event.month, event.day)
    end = start + timedelta(days=event.days - 1)
    return Interval(start, end, "day")


def event(match: Match, context: Context) -> list[Reading] | None:
    """Read "Thanksgiving Day", "Eid al-Fitr 2024", "the September 11 attacks"."""
    entry = events()[match.rule]
    index = match.groups["n"][0]
    written = [match.tokens.raw(i) for i in range(index, match.groups["n"][1])]
    if not any(word[0].isupper() or word[0].isdigit() for word in written):
        return None
    if entry.near and not any(match.after(i) in entry.near for i in range(REACH)):
        return None
    if entry.behind and match.before() not in entry.behind:
        return None
    last = match.groups["n"][1]
    if entry.date:
        return _once(entry, context, last)
    if match.has("y"):
        return _made(entry, int(match.words("y")[0]), "explicit", None)
    anchored = base(context)
    if anchored is None:
        return None
    anchor, source = anchored
    points = tense(match.tokens, match.first, match.last)
    word = match.before() if match.before() in ("last", "this", "next") else ""
    first = match.first - 1 if word else match.first  # "last Thanksgiving"
    points = {"last": "past", "next": "future"}.get(word, points)
    spans = [(y, _day_in(entry, y)) for y in (anchor.year - 1, anchor.year, anchor.year + 1)]
    known = [(year, span) for year, span in spans if span]
    past = [year for year, span in known if span.start <= anchor]
    future = [year for year, span in known if span.end >= anchor]
    near = min(known, key=lambda item: abs((item[1].start - anchor).days), default=None)
    if near is None:
        return None
    chosen = {"past": past[-1:], "future": future[:1]}.get(points or "") or [near[0]]
    if word in ("last", "next"):
        chosen = chosen[:1]
    elif abs((near[1].start - anchor).days) <= CLOSE:
        chosen = [near[0]]
    elif context.narrative:
        chosen = [anchor.year]
    made = _made(entry, chosen[0], source, last)
    return [made[0]._replace(first=first)] if made else None


def _made(entry: Event, year: int, anchor: str, last: int | None) -> list[Reading] | None:
    span = _day_in(entry, year) if 1 <= year <= 9999 else None
    if span is None:
        return None
    whole_month = span.precision == "month"
    middle = span.start + (span.end - span.start) // 2
    value = month_value(middle.year, middle.month) if whole_month else span.start.isoformat()
    calendar = "lunar_hijri" if entry.lunar_month else "gregorian"
    calendar = "solar_hijri" if entry.solar_month else calendar
    made = Reading("DATE", value, anchor=anchor, last=last, start=span.start, end=span.end)
    return [made._replace(precision=span.precision, calendar=calendar)]


def _once(entry: Event, context: Context, last: int) -> list[Reading] | None:
    """An event that happened once: only where the text can know of it."""
    start = date.fromisoformat(entry.date or "")
    end = date.fromisoformat(entry.end) if entry.end else start
    known = reference_day(context) if context.narrative else context.published
    if known is not None and known < start and not (context.narrative and start.year <= 2001):
        return None
    made = Reading("DATE", start.isoformat(), anchor="event", last=last, start=start, end=end)
    return [made._replace(precision="day", refers=False)]
