"""Readings of expressions that count from an anchor: weekdays, "yesterday", "last week", "ago"."""

import re
from datetime import date

from analysis.dates.anchors import (
    back_by,
    base,
    nearest_weekday,
    reference_day,
    speaking,
    year_bc_of,
    year_of_month,
)
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.intervals import interval, unit_value
from analysis.dates.readings.amounts import duration_value, unit_of
from analysis.dates.readings.explicit import day_number, month_number
from analysis.dates.tokens import value_of, word_list

_BACK = ("last", "past", "previous", "preceding", "prior")
_AHEAD = ("next", "coming", "upcoming", "following", "ensuing")


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


def _weekday_day(match: Match, context: Context, day: date, number: int) -> date:
    word, week = match.get("a"), match.get("b")
    if week:
        shift = {"last": -7, "next": 7}.get(week.split()[0], 0)
        monday = day.toordinal() - day.isoweekday() + 1 + shift
        return date.fromordinal(monday + number - 1)
    before = date.fromordinal(day.toordinal() - 1)
    if word in _BACK:
        if word == "last" and before.isoweekday() == number:  # yesterday is not "last Monday"
            before = date.fromordinal(before.toordinal() - 1)
        return nearest_weekday(before, number, -1)
    if word in _AHEAD:
        return nearest_weekday(day, number, 1)
    points = tense(match.tokens, match.first, match.last)
    if match.after() == "'" and match.after(1) == "s":
        points = "past"
    ahead = nearest_weekday(day, number, 1)
    if word in ("this", "coming"):
        if points == "past":
            return nearest_weekday(day, number, -1)
        return day if day.isoweekday() == number else ahead
    if context.narrative and len(context.reference or "") >= 10:
        return day if day.isoweekday() == number else ahead  # a history moves on
    if points == "future" and not (context.narrative or day.isoweekday() == number):
        return ahead
    return nearest_weekday(day, number, -1)


_DAWN = {"dusk": "EV", "nightfall": "NI", "sunset": "EV", "night": "NI"} | dict.fromkeys(
    ("dawn", "sunrise", "daybreak"), "MO"
)
_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def is_title(match: Match) -> bool:
    """Whether capitals show a name: "ABC's This Week", "USA Today"."""
    tokens, first = match.tokens, match.first
    last = tokens.raw(match.last - 1)
    if not (tokens.raw(first).istitle() and last.istitle()):
        return False
    before = tokens.raw(first - 1)
    alone = match.last - first == 1
    return bool(before) and before.isalpha() and before[0].isupper() if alone else True


def day_word(match: Match, context: Context) -> list[Reading] | None:
    """Read "yesterday", "this morning", "last night", "that evening"."""
    if is_title(match):
        return None
    words = match.words("a")
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


def relative_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "last week", "the previous year", "earlier this year", "the year before"."""
    word, unit_word = match.get("a") or match.get("b"), match.get("u") or "day"
    unit = unit_of(unit_word)
    if unit is None and unit_word != "night":
        return None
    unit = unit or "D"
    if unit.startswith("T"):
        return None
    words = word.split() or ["the"]
    mod = {"earlier": "START", "later": "END"}.get(match.get("e"))
    shift = _shift(words, unit)
    if shift is None or is_title(match):
        return None
    if match.has("b") and match.after().isalpha() and match.after() not in word_list("after_unit"):
        return None
    if not match.rule.startswith("fiscal") and unit in "YMWQEC" and _is_span(match, words):
        return _past_unit(match, context, unit)
    anchored = _unit_base(words, unit, context, match)
    bc = year_bc_of(context)
    if bc and unit == "Y" and bc - shift > 0:
        return [Reading("DATE", f"BC{bc - shift:04d}", mod=mod, anchor="text")]
    if anchored is None:
        return None if unit == "WE" or words[0] in ("new",) else _unknown(unit, mod)
    day, source = anchored
    if unit == "WE" and words[0] in ("the", "last", "past") and source == "published":
        shift = -1 if day.isoweekday() < 6 or words[0] == "last" else 0
        if words[0] == "the" and tense(match.tokens, match.first, match.last) == "future":
            shift = 0
    value = unit_value(day, unit, shift)
    if value is None:
        return None
    if unit_word == "night":
        return [Reading("TIME", f"{value}TNI", mod=mod, anchor=source)]
    return [Reading("DATE", value, mod=mod, anchor=source)]


_DURING = frozenset(["over", "during", "within", "throughout"])


def _is_span(match: Match, words: list[str]) -> bool:
    """Whether "the past year", "over the last month" is a span up to now."""
    definite = "the" in (match.tokens.word(match.first), match.before())
    ahead = match.before() if match.tokens.word(match.first) == "the" else match.before(2)
    counted = words[-1] in ("last", "next", "coming") and ahead in _DURING
    return definite and (words == ["past"] or counted)


def _unknown(unit: str, mod: str | None) -> list[Reading] | None:
    value = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}.get(unit)
    return [Reading("DATE", value, mod=mod, refers=False)] if value else None


def _shift(words: list[str], unit: str) -> int | None:
    back, ahead = ("before", "earlier", "prior", "preceded"), ("after", "followed")
    if any(word in _BACK or word in back for word in words):
        return -1
    if any(word in _AHEAD or word in ahead for word in words):
        return 1
    if words and words[0] == "latest":
        return -1 if unit == "Y" else 0
    if words and words[0] == "new":
        return None
    return 0


def _unit_base(
    words: list[str], unit: str, context: Context, match: Match
) -> tuple[date, str] | None:
    """The day from which the unit is counted, and what gave it."""
    anaphoric = {"that", "same", "previous", "following", "preceding", "before", "earlier", "prior"}
    anaphoric |= {"after", "followed", "preceded"}
    definite = "the" in (match.tokens.word(match.first), match.before())
    told = bool(anaphoric & set(words)) or (definite and "next" in words)
    told = told or context.narrative and (definite or context.published is None)
    reference = reference_day(context)
    if told and reference and unit == "M" and context.month and _is_news_day(context):
        month = interval(context.month)
        return (month.start, "text") if month else None
    if told and reference and context.reference:
        fits = not (unit == "D" and len(context.reference) < 10)
        fits = fits and not (unit in ("W", "M", "WE") and len(context.reference) < 7)
        if fits or context.narrative:
            return (reference, "text") if fits else None
    return speaking(context)


NEWS_DAYS = 10  # days before publication within which a date is one of the news itself


def _is_news_day(context: Context) -> bool:
    """Whether the last date named is the day of the news, not one of what it tells about."""
    day = reference_day(context)
    if day is None or context.published is None or len(context.reference or "") < 10:
        return False
    return 0 <= (context.published - day).days <= NEWS_DAYS


def _past_unit(match: Match, context: Context, unit: str) -> list[Reading] | None:
    """Read "the past year", "over the next month": one unit up to now, or from now."""
    value = duration_value(1, unit)
    ahead = match.get("a").split()[-1] in ("next", "coming")
    anchored = base(context) if ahead and context.narrative else speaking(context)
    moved = back_by(anchored[0], 1 if ahead else -1, unit) if anchored else None
    if value is None:
        return None
    start, end = sorted((moved, anchored[0])) if moved and anchored else (None, None)
    return [Reading("DURATION", value, start=start, end=end, refers=False)]


def same_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "the same month last year": the month spoken of, or of publication, in another year."""
    unit = unit_of(match.get("u")) or "M"
    size = {"M": 7, "W": 8, "D": 10}[unit]
    told = context.reference and len(context.reference) >= size
    day = reference_day(context) if told else context.published
    if day is None or match.has("r") and context.published is None:
        return None
    if match.has("y"):
        year = int(match.words("y")[0])
    else:
        year = (context.published if match.has("r") and context.published else day).year - 1
    moved = back_by(day, 12 * (year - day.year), "M")
    value = unit_value(moved, unit) if moved else None
    source = "text" if told else "published"
    return [Reading("DATE", value, anchor=source, refers=False)] if value else None


LATE_REVIEW = 45  # days after its end within which "the month" is the one reviewed


def for_the_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "shares fell for the week", "up on the day": the unit of the publication date."""
    if match.after() not in (",", ".", ";", "and", "but", "", ")") or context.narrative:
        return None
    anchored, unit = base(context), unit_of(match.get("u"))
    month = interval(context.month) if unit == "M" and context.month else None
    if month and context.published and 0 <= (context.published - month.end).days <= LATE_REVIEW:
        anchored = month.start, "text"  # "for the month", in a review of the month before
    value = unit_value(anchored[0], unit) if anchored and unit else None
    if value is None or anchored is None:
        return None
    first = match.first + 1
    return [Reading("DATE", value, anchor=anchored[1], first=first, refers=False)]


def end_of_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "the end of the year", "year-end", "mid-year": the unit with a modifier."""
    unit, word = unit_of(match.get("u")), match.get("a")
    if unit is None or unit.startswith("T") or word == "each":
        return None
    where = match.words("q")[0] if match.has("q") else "mid"
    mod = {"end": "END", "close": "END", "beginning": "START", "start": "START"}.get(where, "MID")
    if match.has("y"):
        return [Reading("DATE", match.get("y"), mod=mod, anchor="explicit")]
    reference = reference_day(context)
    anchored = (reference, "text") if reference and word == "that" else base(context)
    if anchored is None:
        return _unknown(unit, mod)
    value = unit_value(anchored[0], unit, {"last": -1, "next": 1}.get(word, 0))
    return [Reading("DATE", value, mod=mod, anchor=anchored[1])] if value else None


def new_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "the new year": the year that begins next, or has just begun."""
    anchor = reference_day(context) if context.narrative else context.published
    if anchor is None or match.before() == "of":  # "the first day of the new year"
        return None
    value = f"{anchor.year + (anchor.month > 3):04d}"
    source = "text" if context.narrative else "published"
    return [Reading("DATE", value, anchor=source, refers=False)]


def the_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "the year ended June 30" lasts a year; "the full year" is the one spoken of."""
    tokens = match.tokens
    if match.has("e"):
        word = match.get("e")
        if word == "to" and not value_of("month", tokens.word(match.last)):
            return None
        return [Reading("DURATION", "P1Y", last=match.last - 1, refers=False)]
    if match.has("f"):
        return [Reading("DURATION", "P1Y", refers=False)]
    full = tokens.word(match.first + 1) in ("full", "whole", "entire")
    if match.after() in ("of", "in", "when", "that", "1") or not (
        full or match.before() in ("for", "in", "during", "of")
    ):
        return None
    anchored = base(context)
    if anchored is None:
        return None
    told = full and tense(tokens, match.first, match.last) == "past" and anchored[0].month <= 4
    value = unit_value(anchored[0], unit_of(match.get("u")) or "Y", -1 if told else 0)
    return [Reading("DATE", value, anchor=anchored[1], refers=False)] if value else None
