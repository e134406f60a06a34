"""Readings of days and parts of days: weekdays, "yesterday", "last night", "at dawn"."""

import re
from datetime import date

from analysis.dates.anchors import (
    base,
    nearest_weekday,
    reference_day,
    speaking,
    year_of_month,
)
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.intervals import interval, unit_value
from analysis.dates.readings.explicit import day_number, month_number
from analysis.dates.readings.relative import AHEAD, BACK, is_title
from analysis.dates.tokens import value_of, word_list


def _part(match: Match) -> str:
    """Suffix of the value for a part of the day (TNI, T12:00), empty without one."""
    if match.has("p"):
        known = [value_of("daypart", word) or _DAWN.get(word) for word in match.words("p")]
        return "T" + next((code for code in known if code), "MO")  # "the early hours"
    return "T" + (value_of("noon", match.get("t")) or "") if match.has("t") else ""


def weekday(match: Match, context: Context) -> list[Reading] | None:
    """A weekday: the nearest past one, the day itself included, unless the clause looks ahead."""
    word = match.get("w")
    number = value_of("weekday", word) or value_of("short_weekday", word)
    if number is None or _is_named_weekday(match):
        return None
    if match.rule == "weekday_short" and not _is_short_weekday(match):
        return None
    part, mod = _part(match), None
    if match.has("e"):
        mod = "START" if match.get("e") == "earlier" else "END"
    kind = "TIME" if part else "DATE"
    anchored = base(context)
    if anchored is None:
        return [Reading(kind, f"XXXX-WXX-{number}{part}", mod=mod, refers=False)]
    day, source = anchored
    told = reference_day(context)
    if match.before() == "a" and told and context.recent and told.isoweekday() == int(number):
        return [
            Reading(kind, told.isoformat() + part, mod=mod, anchor="text")
        ]  # "May 10, a Sunday"
    found = _weekday_day(match, context, day, int(number))
    return [Reading(kind, found.isoformat() + part, mod=mod, anchor=source)]


def _is_named_weekday(match: Match) -> bool:
    """Whether a weekday is part of a name: "Black Monday", "Bloody Sunday"."""
    named = match.before() in word_list("names_weekday")
    return named and match.tokens.raw(match.first - 1).istitle()


def _is_short_weekday(match: Match) -> bool:
    index = match.groups["w"][0]
    return match.tokens.raw(index).istitle() and match.before() in (
        "on",
        "last",
        "next",
        "until",
        "(",
    )


_FROM_THE_DAY_TOLD = frozenset(("previous", "preceding", "following"))


def _weekday_day(match: Match, context: Context, day: date, number: int) -> date:
    word, week = match.get("a"), match.get("b")
    if week:
        shift = {"last": -7, "next": 7}.get(week.split()[0], 0)
        monday = day.toordinal() - day.isoweekday() + 1 + shift
        return date.fromordinal(monday + number - 1)
    told = reference_day(context) if len(context.reference or "") >= 10 else None
    if told and (context.recent or context.narrative) and word in _FROM_THE_DAY_TOLD:
        back = word != "following"  # "2.1 percent down from the previous Friday"
        return nearest_weekday(date.fromordinal(told.toordinal() - back), number, -1 if back else 1)
    before = date.fromordinal(day.toordinal() - 1)
    if word in BACK:
        if word == "last" and before.isoweekday() == number:  # yesterday is not "last Monday"
            before = date.fromordinal(before.toordinal() - 1)
        return nearest_weekday(before, number, -1)
    if word in AHEAD:
        return nearest_weekday(day, number, 1)
    points = tense(match.tokens, match.first, match.last)
    if match.after() == "'" and match.after(1) == "s":
        points = "past"
    ahead = nearest_weekday(day, number, 1)
    if word in ("this", "coming"):
        if points == "past":
            return nearest_weekday(day, number, -1)
        return day if day.isoweekday() == number else ahead
    if points is None and match.before() == "from" and not context.narrative:
        return day if day.isoweekday() == number else ahead  # "it may be used from Tuesday"
    if context.narrative and len(context.reference or "") >= 10:
        return day if day.isoweekday() == number else ahead  # a history moves on
    if points == "future" and not (context.narrative or day.isoweekday() == number):
        return ahead
    return nearest_weekday(day, number, -1)


_DAWN = {"dusk": "EV", "nightfall": "NI", "sunset": "EV", "night": "NI"} | dict.fromkeys(
    ("dawn", "sunrise", "daybreak"), "MO"
)
_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def day_word(match: Match, context: Context) -> list[Reading] | None:
    """Read "yesterday", "this morning", "last night", "that evening"."""
    if is_title(match):
        return None
    words = [word for word in match.words("a") if word != "very"]
    part = _part(match)
    mod = {"earlier": "START", "later": "END"}.get(match.get("e"))
    if words[-1] == "tonight":
        part = "TNI"
    kind = "TIME" if part else "DATE"
    if "before" in words or "after" in words:
        shift = -2 if "before" in words else 2
    elif words[0] in _DAY_WORDS:
        shift = _DAY_WORDS[words[0]]
    else:
        return _that_part(match, context, words[0], part)
    anchored = speaking(context)
    if context.narrative and (shift == 0 or context.published is None):
        if match.has("p"):
            return None
        return [Reading("DATE", "PRESENT_REF", refers=False)] if shift == 0 else None
    if anchored is None:
        return [Reading(kind, f"XXXX-XX-XX{part}", refers=False)]
    value = unit_value(anchored[0], "D", shift)
    return [Reading(kind, value + part, mod=mod, anchor=anchored[1])] if value else None


def _that_part(match: Match, context: Context, word: str, part: str) -> list[Reading] | None:
    """Read "that night", "the next morning" from the reference, "this morning" from publication."""
    mod = {"earlier": "START", "later": "END"}.get(match.get("e"))
    told = context.narrative or word in ("that", "same", "next", "following", "previous")
    reference = reference_day(context)
    if told and context.reference and len(context.reference) >= 10 and reference:
        shift = {"next": 1, "following": 1, "previous": -1, "last": -1}.get(word, 0)
        value = unit_value(reference, "D", shift)
        return [Reading("TIME", value + part, mod=mod, anchor="text")] if value else None
    if context.published is None or context.narrative:
        return [Reading("TIME", f"XXXX-XX-XX{part}", refers=False)]
    shift = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(word, 0)
    if part not in ("TNI", "TEV") and word == "last":
        return None
    value = unit_value(context.published, "D", shift)
    return [Reading("TIME", value + part, mod=mod, anchor="published")] if value else None


def mid_part(match: Match, context: Context) -> list[Reading] | None:
    """Read "mid-morning", "mid-afternoon yesterday": of the day spoken of, or of publication."""
    told = context.recent or context.narrative
    reference = reference_day(context) if told and len(context.reference or "") == 10 else None
    shift = _DAY_WORDS.get(match.get("a"), 0)
    if match.has("a") or reference is None and not context.narrative:
        anchored = speaking(context)
    else:
        anchored = (reference, "text") if reference else None
    if anchored is None:
        return None
    value = unit_value(anchored[0], "D", shift)
    made = Reading("TIME", f"{value}{_part(match)}", mod="MID", anchor=anchored[1], refers=False)
    return [made] if value else None


def the_part(match: Match, context: Context) -> list[Reading] | None:
    """Read "in the morning", "at dawn": of the day spoken of."""
    part = value_of("daypart", match.get("p")) or _DAWN.get(match.get("p2"))
    reference = context.reference or ""
    if part is None:
        return None
    if context.published and not (context.recent or context.narrative):
        dated = match.after() in ("on", "of") or bool(value_of("weekday", match.after()))
        if (
            dated
            or match.get("p") != "afternoon"
            or tense(match.tokens, match.first, match.last) != "past"
        ):
            return None
        reference = context.published.isoformat()
        value = f"{reference}T{part}"
        return [Reading("TIME", value, anchor="published", first=match.first + 1, refers=False)]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", reference):
        return None
    return [Reading("TIME", f"{reference}T{part}", anchor="text", first=match.first + 1)]


def overnight(match: Match, context: Context) -> list[Reading] | None:
    """Read "overnight" as the night before publication, or that of the weekday behind it."""
    after = match.after(1) if match.after() in ("on", "into", "from") else match.after()
    if context.narrative or context.published is None or value_of("weekday", after):
        return None
    if after[:1].isdigit() or value_of("month", after):  # "overnight on 8-9 April"
        return None
    if match.before() in ("the", "an", "a", "its", "his", "her", "their", "almost", "-"):
        return None
    value = unit_value(context.published, "D", -1)
    return [Reading("TIME", f"{value}TNI", anchor="published", refers=False)] if value else None


def part_of_date(match: Match, context: Context) -> list[Reading] | None:
    """Read "the night of 12 June": a part of a day of the calendar."""
    name = "m" if match.has("m") else "m2"
    month, day = month_number(match, name), day_number(match.words("d") or match.words("d2"))
    if month is None or day is None:
        return None
    if match.has("y"):
        year, anchor = int(match.words("y")[0]), "explicit"
    else:
        known = year_of_month(match, context, month, day)
        if known is None:
            return [Reading("TIME", f"XXXX-{month:02d}-{day:02d}{_part(match)}")]
        year, anchor = known
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if interval(value) is None:
        return None
    return [Reading("TIME", value + _part(match), anchor=anchor)]
