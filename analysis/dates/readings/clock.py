"""Readings of times of day, and of words that name no time of their own."""

import re
from datetime import date

from analysis.dates.anchors import nearest_weekday, possible, reference_day, year_of_month
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.patterns import number_words
from analysis.dates.readings.explicit import day_number, month_number
from analysis.dates.tokens import value_of


def _time(match: Match) -> str | None:
    """HH:MM (24 hours) with its zone, None where the numbers are no time."""
    if match.has("n"):
        word = match.words("n")[0]
        known = value_of("noon", word)
        if known:
            return known
    text = match.get("t") or match.get("t2")
    if not text:
        return None
    if match.rule == "clock_military":
        hour, minute = int(text[:2]), int(text[2:])
    else:
        numbers = re.findall(r"\d+", text)
        if not numbers:
            known_hour = number_words().get(text)
            if known_hour is None:
                return None
            numbers = [str(known_hour)]
        hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if match.has("f"):
        moved = _minutes(match)
        if moved is None:
            return None
        hour, minute = (hour, moved) if match.get("s") == "past" else (hour - 1, 60 - moved)
    half = match.get("q")[:1]
    if half and hour > 12 or hour > 24 or minute > 59:
        return None
    part = value_of("daypart", match.get("p")) if match.has("p") else None
    late = part in ("AF", "EV") or part == "NI" and hour >= 6
    if (half == "p" or late or match.has("n")) and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    zone = value_of("zone", match.get("z")) if match.has("z") else None
    return f"{hour:02d}:{minute:02d}" + ("Z" if zone == "Z" else "")


def _minutes(match: Match) -> int | None:
    """Minutes in "half past", "a quarter to", "ten past"."""
    word = next(word for word in match.words("f") if word != "a")
    known = {"half": 30, "quarter": 15}.get(word) or number_words().get(word)
    minutes = int(word) if word.isdigit() else known
    if minutes == 30 and match.get("s") == "to":
        return None
    return minutes if minutes and 1 <= minutes <= 30 else None


def _day(match: Match, context: Context) -> tuple[date, str] | None:
    """The day that a time belongs to: its own, the reference's, or the publication's."""
    known = context.published if not context.narrative else reference_day(context)
    if match.has("m") or match.has("m2"):
        month = month_number(match, "m" if match.has("m") else "m2")
        day = day_number(match.words("d") or match.words("d2"))
        if month is None or day is None:
            return None
        year = int(match.words("y")[0]) if match.has("y") else None
        found = year_of_month(match, context, month, day) if year is None else None
        chosen = year or (found.year if found else None)
        if chosen is None or not possible(chosen, month, day):
            return None
        return date(chosen, month, day), "explicit" if year else "published"
    if known is None or context.narrative and len(context.reference or "") < 10:
        return None
    if match.has("w"):
        number = int(value_of("weekday", match.get("w")) or 1)
        ahead = tense(match.tokens, match.first, match.last, weak=True) == "future"
        ahead = ahead or match.before() in ("until", "till", "by")
        if ahead and known.isoweekday() != number:
            return nearest_weekday(known, number, 1), "published"
        return nearest_weekday(known, number, -1), "published"
    beside = _weekday_behind(match)
    if beside and not context.narrative:
        ahead = tense(match.tokens, match.first, match.last, weak=True) == "future"
        ahead = ahead and known.isoweekday() != beside
        return nearest_weekday(known, beside, 1 if ahead else -1), "published"
    if match.has("a"):
        shift = {"yesterday": -1, "tomorrow": 1}.get(match.get("a"), 0)
        return date.fromordinal(known.toordinal() + shift), "published"
    told = re.fullmatch(r"\d{4}-\d\d-\d\d", context.reference or "")
    told_day = reference_day(context)
    old = told and told_day is not None and (known - told_day).days > OLD
    if old and not (context.narrative or context.history):
        return known, "published"  # "on June 6, 1944. At 11 a.m. the square fell silent"
    ahead = told and not context.narrative and told[0] > known.isoformat()
    if ahead and tense(match.tokens, match.first, match.last) == "past":
        return known, "published"  # behind "tomorrow": a time told as past is of today
    if context.reference and context.recent and re.match(r"\d{4}-\d\d-\d\d", context.reference):
        found_day = reference_day(context)
        return (found_day, "text") if found_day else None
    return known, "published"


OLD = 30  # days after which a date told in the news gives its day to no time of day
_TO_WEEKDAY = frozenset(
    ["(", ")", ",", "on", "and", "to", "until", "-", "p.m.", "a.m.", "pm", "am"]
)


def _weekday_behind(match: Match) -> int | None:
    """A weekday that follows a time across a bracket: "10:35 a.m. (0735 GMT) Friday"."""
    for ahead in range(6):
        word = match.after(ahead)
        if value_of("weekday", word):
            return int(value_of("weekday", word) or 0)
        if not (word in _TO_WEEKDAY or word[:1].isdigit() or value_of("zone", word)):
            return None
    return None


def clock(match: Match, context: Context) -> list[Reading] | None:
    """Read "10:35 a.m.", "9 a.m. EST Tuesday", "noon"."""
    if match.rule == "clock_plain" and _is_score(match):
        return None
    if (
        match.rule == "clock_day"
        and match.get("a") == ""
        and not match.has("w")
        and match.get("q") == "am"
        and match.get("t") == "i"
    ):
        return None
    if (
        match.rule == "clock_military"
        and match.get("t").startswith(("19", "20"))
        and not match.has("z")
        and match.before() not in ("at", "by", "until", "about", "around")
    ):
        return None
    time = None if match.before() == "high" else _time(match)
    if time is None:
        return None
    raw = match.tokens.raw(match.groups["q"][0]) if match.has("q") else ""
    if raw.lower() == "am" and not match.tokens.word(match.first)[0].isdigit():
        return None
    day = _day(match, context)
    head = day[0].isoformat() if day else "XXXX-XX-XX"
    city = (
        match.after(1) == "time" and match.tokens.raw(match.last).istitle()
    )  # "9 a.m. Paris time"
    return [
        Reading(
            "TIME",
            f"{head}T{time}",
            anchor=day[1] if day else None,
            last=match.last + 2 if city else None,
            refers=bool(day and any(match.has(name) for name in ("w", "m", "m2"))),
        )
    ]


def clock_pair(match: Match, context: Context) -> list[Reading] | None:
    """Read "between 7 and 8 a.m.": two times of one half of the day."""
    first, last = match.groups["t"], match.groups["t2"]
    ends = (match._replace(groups={**match.groups, "t": span}) for span in (first, last))
    if match.before() in ("of", "won", "beat", "score"):
        return None
    times = [_time(end) for end in ends]
    if None in times or times[0] == times[1]:
        return None
    day = _day(match, context)
    head, anchor = (day[0].isoformat(), day[1]) if day else ("XXXX-XX-XX", None)
    made = [Reading("TIME", f"{head}T{time}", anchor=anchor, refers=False) for time in times]
    return [made[0]._replace(first=first[0], last=first[1]), made[1]._replace(first=last[0])]


def _is_score(match: Match) -> bool:
    """Whether 3:25 is a score, a verse or a ratio rather than a time."""
    around = {match.before(), match.before(2), match.after()}
    return bool(around & {"ratio", "score", "verse", "chapter", "won", "beat", "lost", "odds"}) or (
        match.get("t").startswith("0:") or match.after() == ":"
    )


def reference(match: Match, context: Context) -> list[Reading] | None:
    """Read "now", "recently", "soon": a reference without a date."""
    name = next((name for name in ("present", "past", "future") if match.has(name)), None)
    if name is None:
        return None
    value = f"{name.upper()}_REF"
    word = match.get(name)
    if word.endswith(" moment") and not word.startswith("this") and match.before() != "at":
        return None
    if word == "the present" and match.before() not in ("to", "until", "till", "for"):
        return None
    if word == "one day" and match.after() in ("in", ",", "when", "after"):
        return None
    if word == "current" and match.after() in ("account", "affairs"):
        return None
    if (
        word in ("soon", "shortly")
        and match.after()
        in (
            "after",
            "as",
            "before",
            "afterward",
            "afterwards",
            "thereafter",
            "enough",
        )
        and not (word == "soon" and match.after() == "after" and match.after(1) == ",")
    ):
        return None
    if word == "recently" and match.before() == "as":
        return None
    if word == "soon" and match.before() in ("as", "so", "too", "how"):
        return None
    if word == "future" and match.after() in ("contract", "contracts", "wife", "husband"):
        return None
    return [Reading("DATE", value, refers=False)]


def none(match: Match, context: Context) -> list[Reading] | None:
    """Look-alikes ("year-on-year"): take the tokens, make no row."""
    return []
