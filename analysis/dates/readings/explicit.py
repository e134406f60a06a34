"""Readings of dates that name a year, a month or a day of the calendar."""

import re
from datetime import date, timedelta

from analysis.dates.anchors import Anchored, possible, reference_day, year_bc_of, year_of_month
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.intervals import interval, last_day, month_value, week_value
from analysis.dates.readings.amounts import spoken_year
from analysis.dates.tokens import value_of, word_list

MAY_BEHIND = frozenset(["the", "this", "that", "to", "into", "over", "for"])


def month_number(match: Match, name: str = "m") -> int | None:
    """Number of a captured month; None for a verb ("may", "march") without a date's company."""
    word = match.get(name)
    value = value_of("month", word)
    if value:
        first = match.groups[name][0]
        written = match.tokens.raw(first)
        if word in ("mar", "jan", "dec", "sep", "jun") and match.first + 1 == match.last:
            return int(value) if match.after() == "." and written[0].isupper() else None
        return int(value)
    value = value_of("shy_month", word)
    if value is None:
        return None
    first = match.groups[name][0]
    written = match.tokens.raw(first)
    if any(match.has(key) for key in ("d", "d2", "y", "y3", "r", "n", "yy")):
        return int(value) if written[0].isupper() or match.has("y") or match.has("y3") else None
    before = match.get("a") or match.tokens.word(first - 1)
    if not written[0].isupper() or before not in word_list("before_month"):
        return None
    doubtful = word == "may" and before not in MAY_BEHIND or written.isupper()
    return None if doubtful and before in word_list("before_verb") else int(value)


def day_number(words: list[str]) -> int | None:
    """Day of the month in digits, with an ordinal's ending, or as an ordinal word."""
    word = words[-1] if words else ""
    digits = re.match(r"\d{1,2}", word)
    if digits:
        return int(digits[0])
    named = value_of("ordinal", word)
    return int(named) if named else None


def _relative_year(match: Match, context: Context) -> Anchored | None:
    """The year in "June last year", "of that year"."""
    words = match.words("r")
    shift = {"last": -1, "this": 0, "next": 1}.get(words[0])
    anaphoric = {
        "following": 1,
        "next": 1,
        "after": 1,
        "previous": -1,
        "preceding": -1,
        "before": -1,
    }
    if shift is None:
        shift = next((anaphoric[word] for word in words if word in anaphoric), 0)
    if words[0] in ("the", "that", "same") or context.narrative:
        found = reference_day(context)
        return Anchored(found.year + shift, "text") if found else None
    return Anchored(context.published.year + shift, "published") if context.published else None


def named_year(match: Match, context: Context) -> Anchored | None:
    """The year that an expression names itself, explicitly or relative to an anchor."""
    if match.has("y"):
        return Anchored(int(match.words("y")[0]), "explicit")
    if match.has("yy"):  # two digits: the nearest century
        last = context.published.year if context.published else 2029
        year = int(match.get("yy")) + 2000
        return Anchored(year if year <= last + 10 else year - 100, "explicit")
    if match.has("y3"):
        number = spoken_year(match.words("y3"))
        return Anchored(number, "explicit") if number else None
    return _relative_year(match, context) if match.has("r") else None


BEHIND_DAY = frozenset(
    ["and", "or", "to", "in", "at", "when", "the", "a", "he", "she", "they", "it"]
)


def calendar_date(match: Match, context: Context) -> list[Reading] | None:
    """A day of a month, with or without weekday and year."""
    day = day_number(match.words("d"))
    if day is None:
        return None
    if not match.has("m"):
        return _day_alone(match, context, day)
    if match.rule == "month_ordinal":
        day += 20 if "-" in match.words("d") else 0
        if not match.has("y") and match.after().isalpha() and match.after() not in BEHIND_DAY:
            return None
    month = month_number(match)
    if month is None:
        return None
    first = match.first
    if match.tokens.word(first) == "the" and match.tokens.word(first + 1).isdigit():
        first += 1 if match.tokens.word(first + 2) != "of" else 0
    lead = {match.tokens.word(index) for index in range(match.first, match.groups["d"][0])}
    if lead & {"day", "past", "last"} and not match.has("a"):
        first = match.groups["d"][0]
    year = named_year(match, context)
    if year is None:
        if not possible(0, month, day):
            value = f"XXXX-{month:02d}-{day:02d}"
            return [Reading("DATE", value, first=first, refers=False)]
        year = _year_by_weekday(match, year_of_month(match, context, month, day), month, day)
    if year is None:
        bc = year_bc_of(context)
        head = f"BC{bc:04d}" if bc else "XXXX"
        return [Reading("DATE", f"{head}-{month:02d}-{day:02d}", first=first)]
    if not possible(year.year, month, day):
        return [
            Reading("DATE", f"{year.year:04d}-{month:02d}-{day:02d}", first=first, refers=False)
        ]
    value = f"{year.year:04d}-{month:02d}-{day:02d}"
    return [Reading("DATE", value, anchor=year.anchor, first=first)]


def _year_by_weekday(match: Match, year: Anchored | None, month: int, day: int) -> Anchored | None:
    """The year, moved by one where the weekday beside the date ("Monday, 14 March") asks for it."""
    word = match.words("w")[0] if match.has("w") else ""
    weekday = value_of("weekday", word) or value_of("short_weekday", word)
    points = tense(match.tokens, match.first, match.last)
    for shift in ((0, -1) if points == "past" else (0, 1, -1)) if year and weekday else ():
        found = interval(f"{year.year + shift:04d}-{month:02d}-{day:02d}") if year else None
        if year and found and str(found.start.isoweekday()) == weekday:
            return year._replace(year=year.year + shift)
    return year


def _day_alone(match: Match, context: Context, day: int) -> list[Reading] | None:
    """Read "Friday the 13th": the day of the nearest month in which it has that weekday."""
    anchor = reference_day(context) if context.narrative else context.published
    if anchor is None:
        return None
    for shift in (0, -1, 1, -2, 2):
        found = interval(f"{month_value(anchor.year, anchor.month + shift)}-{day:02d}")
        if found and str(found.start.isoweekday()) == value_of("weekday", match.get("w")):
            return [Reading("DATE", found.start.isoformat(), anchor="published")]
    return None


def numeric_date(match: Match, context: Context) -> list[Reading] | None:
    """Year-month-day, or two numbers and a year whose order may have to be inferred."""
    parts = [int(part) for part in re.split(r"\D", match.get("n"))]
    if re.match(r"\d{4}\D", match.get("n")):
        year, month, day = parts
        readings = [(month, day)]
    else:
        first, second, year = parts
        year += (2000 if year < 70 else 1900) if year < 100 else 0
        day_first = "." in match.get("n")
        readings = [(second, first)] if day_first else [(first, second), (second, first)]
    fits = [(m, d) for m, d in readings if possible(year, m, d)]
    if not fits or not 1000 <= year <= 2199:
        return None
    if len(fits) == 2 and fits[0] != fits[1] and parts[0] != parts[1]:
        order = _day_first(match, context)
        if order is None:
            return [
                Reading("DATE", f"{year:04d}-XX-XX", refers=False, rule="numeric_date_ambiguous")
            ]
        fits = fits[1:] if order else fits[:1]
    month, day = fits[0]
    return [Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}", anchor="explicit")]


def _day_first(match: Match, context: Context) -> bool | None:
    """Whether the article writes the day first, by its other numeric dates; None if unknown."""
    votes = []
    for found in re.finditer(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)", match.tokens.text):
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            votes.append(True)
        elif second > 12 >= first:
            votes.append(False)
    return votes[0] if votes and len(set(votes)) == 1 else None


def month(match: Match, context: Context) -> list[Reading] | None:
    """A month, with or without a year."""
    number = month_number(match)
    if number is None:
        return None
    if match.has("a"):
        return _month_by_word(match, context, number)
    year = named_year(match, context)
    year = year or (None if match.has("r") else year_of_month(match, context, number))
    if year is None:
        bc = year_bc_of(context)
        return [Reading("DATE", f"BC{bc:04d}-{number:02d}" if bc else f"XXXX-{number:02d}")]
    return [Reading("DATE", f"{year.year:04d}-{number:02d}", anchor=year.anchor)]


def _month_by_word(match: Match, context: Context, number: int) -> list[Reading] | None:
    """Read "last November", "next May 12", "that June"."""
    word, narrative = match.get("a"), context.narrative
    anchor = reference_day(context) if narrative or word in ("that", "same", "following") else None
    source = "text" if anchor else "published"
    anchor = anchor or context.published
    day = day_number(match.words("d")) if match.has("d") else None
    tail = f"-{day:02d}" if day else ""
    if day and not possible(0, number, day):
        return None
    if anchor is None:
        return [Reading("DATE", f"XXXX-{number:02d}{tail}")]
    year = anchor.year
    behind = (number, day or 0) < (anchor.month, anchor.day if day else 0)
    if word in ("last", "past", "previous") and not behind:
        year -= 1
    elif word in ("next", "coming", "following") and (number, day or 0) <= (anchor.month, 0):
        year += 1
    elif word in ("that", "same") and (context.reference or "").endswith("-WI") and number <= 8:
        year += 1  # a winter carries the year of its December
    return [Reading("DATE", f"{year:04d}-{number:02d}{tail}", anchor=source)]


def month_days(match: Match, context: Context) -> list[Reading] | None:
    """Read "April 24 and 25", "March 3-5, 2024": two days of one month."""
    return None if match.get("c") == "" else days_month(match, context)


def days_month(match: Match, context: Context) -> list[Reading] | None:
    """Read "18 to 22 June": two days of one month, the month behind them."""
    number, days = month_number(match), [day_number(match.words(n)) for n in "de"]
    if number is None or None in days:
        return None
    year = named_year(match, context) or year_of_month(match, context, number, days[0] or 1)
    made = _days_of(number, days, year)
    if made is None:
        return None
    return [
        made[0]._replace(last=match.groups["d"][1]),
        made[1]._replace(first=match.groups["e"][0]),
    ]


def _days_of(number: int, days: list[int | None], year: Anchored | None) -> list[Reading] | None:
    made = []
    for day in days:
        if not possible(year.year if year else 0, number, day or 0):
            return None
        head = f"{year.year:04d}" if year else "XXXX"
        anchor = year.anchor if year else None
        made.append(Reading("DATE", f"{head}-{number:02d}-{day:02d}", anchor=anchor))
    return made


def day_list(match: Match, context: Context) -> list[Reading] | None:
    """Read "3, 5 and 12 April": three or more days of one month."""
    number, tokens = month_number(match), match.tokens
    stop = match.groups["y"][0] if match.has("y") else match.last
    at = [i for i in range(match.first, stop) if tokens.word(i)[:1].isdigit()]
    days = [day_number([tokens.word(index)]) for index in at]
    if number is None or None in days or days != sorted(set(days), key=lambda day: day or 0):
        return None
    behind = match.rule == "month_day_list" and not match.has("y") and match.after().isalpha()
    if behind and match.after() not in word_list("after_day"):
        return None
    year = named_year(match, context) or year_of_month(match, context, number, days[0] or 1)
    made = _days_of(number, days, year)
    if made is None:
        return None
    first = [match.first, *at[1:]]
    last = [*(index + 1 for index in at[:-1]), match.last]
    return [r._replace(first=b, last=e) for r, b, e in zip(made, first, last, strict=True)]


def day_of_relative_month(match: Match, context: Context) -> list[Reading] | None:
    """Read "the 12th of this month", "the 3rd of the following month"."""
    word, day = match.get("a"), day_number(match.words("d"))
    told = word in ("that", "same", "previous", "following") or context.narrative
    anchor = reference_day(context) if told and len(context.reference or "") >= 7 else None
    source = "text" if anchor else "published"
    anchor = anchor or context.published
    if anchor is None or day is None:
        return None
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    value = f"{month_value(anchor.year, anchor.month + shift)}-{day:02d}"
    return [Reading("DATE", value, anchor=source)] if interval(value) else None


def months_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "May and July 2024": the year of the second month is the first one's too."""
    first, second = month_number(match, "m"), month_number(match, "n")
    years = match.words("y") or match.words("y2")
    if first is None or second is None or not years:
        return None
    year = int(years[0])
    begin = year - 1 if first > second else year
    return [
        Reading("DATE", f"{begin:04d}-{first:02d}", anchor="explicit", last=match.groups["m"][1]),
        Reading("DATE", f"{year:04d}-{second:02d}", anchor="explicit", first=match.groups["n"][0]),
    ]


NEAR = 14  # days ahead that "on the 19th" means where no tense tells
_BEFORE_DAY = frozenset(("on", "by", "until", "till", "from", "to", "since"))


def day_of_the_month(match: Match, context: Context) -> list[Reading] | None:
    """Read "on the 12th", "on the night of the 12th": a day of the month spoken of."""
    day, anchor = day_number(match.words("d")), context.reference or ""
    before = (
        "on",
        "by",
        "until",
        "till",
        "from",
        "to",
        "since",
        *(("in",) if match.has("p") else ()),
    )
    if match.before() not in before or not day:
        return None
    after = match.after()
    if after.isalpha() and not match.has("p") and after not in word_list("after_day"):
        return None
    value = f"{anchor[:7]}-{day:02d}"
    if context.published and not context.narrative:
        here = context.published
        points = tense(match.tokens, match.first, match.last)
        near = points is None and 0 < day - here.day <= NEAR
        shift = day < here.day if points == "future" else -(day > here.day and not near)
        months = (shift, 0, 1) if day > here.day else (shift, 0)  # no 30th in February
        days = (f"{month_value(here.year, here.month + by)}-{day:02d}" for by in months)
        value = next((named for named in days if interval(named)), "")
        anchor = "published"
    if interval(value) is None:
        return None
    source = "published" if anchor == "published" else "text"
    if match.has("p"):
        return [Reading("TIME", f"{value}T{value_of('daypart', match.get('p'))}", anchor=source)]
    return [Reading("DATE", value, anchor=source)]


def nth_weekday(match: Match, context: Context) -> list[Reading] | None:
    """Read "the first Monday in March": a day found by counting."""
    number, weekday = month_number(match), int(value_of("weekday", match.get("w")) or 0)
    year = named_year(match, context) or (year_of_month(match, context, number) if number else None)
    if number is None or year is None:
        return None
    final = last_day(year.year, number)
    if match.get("o") == "last":
        found = final - timedelta(days=(final.isoweekday() - weekday) % 7)
    else:
        first = date(year.year, number, 1)
        weeks = int(value_of("ordinal", match.get("o")) or 1) - 1
        found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * weeks)
    return [Reading("DATE", found.isoformat(), anchor=year.anchor)]


def _month_and_year(match: Match, context: Context) -> tuple[int, Anchored] | None:
    """The month captured with its year, named or anchored; None where either is unknown."""
    number = month_number(match)
    if number is None:
        return None
    year = named_year(match, context) or year_of_month(match, context, number)
    return (number, year) if year else None


def day_of_month_end(match: Match, context: Context) -> list[Reading] | None:
    """Read "the last day of May", "the first day of June 1944"."""
    told = _month_and_year(match, context)
    if told is None:
        return None
    number, year = told
    first = match.get("o") in ("first", "opening")
    found = date(year.year, number, 1) if first else last_day(year.year, number)
    return [Reading("DATE", found.isoformat(), anchor=year.anchor)]


def week_of_date(match: Match, context: Context) -> list[Reading] | None:
    """Read "the week of March 6": the week that holds the day."""
    name, key = ("m", "d") if match.has("m") else ("m2", "d2")
    number, day = month_number(match, name), day_number(match.words(key))
    if number is None or day is None:
        return None
    year = named_year(match, context) or year_of_month(match, context, number, day)
    if year is None or not possible(year.year, number, day):
        return None
    return [Reading("DATE", week_value(date(year.year, number, day)), anchor=year.anchor)]


_WEEKS = {"first": (1, 7), "second": (8, 14), "third": (15, 21), "fourth": (22, 28)}


def week_of_month(match: Match, context: Context) -> list[Reading] | None:
    """Read "the first week of September": seven days, valued as the week that holds most."""
    told = _month_and_year(match, context)
    if told is None:
        return None
    number, year = told
    final = last_day(year.year, number)
    first, last = _WEEKS.get(match.get("o"), (final.day - 6, final.day))
    start, end = date(year.year, number, first), date(year.year, number, last)
    value = week_value(start + timedelta(days=3))
    if match.get("u") == "weekend":
        return [Reading("DATE", f"{value}-WE", anchor=year.anchor)]
    return [Reading("DATE", value, anchor=year.anchor, start=start, end=end, precision="week")]
