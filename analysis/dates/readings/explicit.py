"""Readings of dates that name a year, a month or a day of the calendar."""

import re
from datetime import date

from analysis.dates.anchors import Anchored, possible, reference_day, year_of_month
from analysis.dates.context import Context, Match, Reading
from analysis.dates.intervals import interval, month_value
from analysis.dates.readings.amounts import cardinal, spoken_year
from analysis.dates.tokens import value_of, word_list


def month_number(match: Match, name: str = "m") -> int | None:
    """Number of a captured month; None for a verb ("may", "march") without a date's company."""
    word = match.get(name)
    value = value_of("month", word)
    if value:
        first = match.groups[name][0]
        written = match.tokens.raw(first)
        if word in ("mar", "jan", "dec", "sep", "jun") and first + 1 == match.last:
            return int(value) if match.after() == "." and written[0].isupper() else None
        return int(value)
    value = value_of("shy_month", word)
    if value is None:
        return None
    first, last = match.groups[name]
    written = match.tokens.raw(first)
    company = any(match.has(name) for name in ("d", "y", "y3", "r", "a"))
    if company:
        return int(value) if written[0].isupper() or match.has("y") or match.has("y3") else None
    if not written[0].isupper() or match.tokens.word(first - 1) not in word_list("before_month"):
        return None
    if word == "may" and match.tokens.word(first - 1) in (",", "this", "that", "and", "or", "("):
        return None
    return int(value)


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
    if match.has("y3"):
        number = spoken_year(match.words("y3"))
        return Anchored(number, "explicit") if number else None
    return _relative_year(match, context) if match.has("r") else None


def calendar_date(match: Match, context: Context) -> list[Reading] | None:
    """A day of a month, with or without weekday and year."""
    day = day_number(match.words("d"))
    if day is None:
        return None
    if not match.has("m"):
        return _day_alone(match, context, day)
    month = month_number(match)
    if month is None:
        return None
    first = match.first
    if match.tokens.word(first) == "the" and match.tokens.word(first + 1).isdigit():
        first += 1 if match.tokens.word(first + 2) != "of" else 0
    year = named_year(match, context)
    if year is None:
        if not possible(0, month, day):
            return None
        year = year_of_month(match, context, month, day)
    if year is None:
        return [Reading("DATE", f"XXXX-{month:02d}-{day:02d}", first=first)]
    if not possible(year.year, month, day):
        return [
            Reading("DATE", f"{year.year:04d}-{month:02d}-{day:02d}", first=first, refers=False)
        ]
    value = f"{year.year:04d}-{month:02d}-{day:02d}"
    return [Reading("DATE", value, anchor=year.anchor, first=first)]


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
    if len(match.get("n").split("-")[0]) == 4:
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
        return [Reading("DATE", f"XXXX-{number:02d}")]
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
    return [Reading("DATE", f"{year:04d}-{number:02d}{tail}", anchor=source)]


def _pair(match: Match, first: Reading, second: Reading, middle: int) -> list[Reading]:
    """Two readings of one match, the second starting at token `middle`."""
    return [first, second._replace(first=middle)]


def month_days(match: Match, context: Context) -> list[Reading] | None:
    """Read "April 24 and 25", "March 3-5, 2024": two days of one month."""
    number, days = month_number(match), [day_number(match.words(n)) for n in "de"]
    if number is None or None in days or match.get("c") == "":
        return None
    year = named_year(match, context) or year_of_month(match, context, number, days[0] or 1)
    made = _two_days(number, days, year)
    if made is None:
        return None
    return [
        made[0]._replace(last=match.groups["d"][1]),
        made[1]._replace(first=match.groups["e"][0]),
    ]


def days_month(match: Match, context: Context) -> list[Reading] | None:
    """Read "18 to 22 June": two days of one month, the month behind them."""
    number, days = month_number(match), [day_number(match.words(n)) for n in "de"]
    if number is None or None in days:
        return None
    year = named_year(match, context) or year_of_month(match, context, number, days[0] or 1)
    made = _two_days(number, days, year)
    if made is None:
        return None
    return [
        made[0]._replace(last=match.groups["d"][1]),
        made[1]._replace(first=match.groups["e"][0]),
    ]


def _two_days(number: int, days: list[int | None], year: Anchored | None) -> list[Reading] | None:
    made = []
    for day in days:
        if not possible(year.year if year else 0, number, day or 0):
            return None
        head = f"{year.year:04d}" if year else "XXXX"
        anchor = year.anchor if year else None
        made.append(Reading("DATE", f"{head}-{number:02d}-{day:02d}", anchor=anchor))
    return made


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


def year(match: Match, context: Context) -> list[Reading] | None:
    """Four digits that are a year, not a count, a price or a number of something."""
    index = match.groups["y"][0]
    number, before = int(match.tokens.word(index)), match.tokens.word(index - 1)
    touches = index and match.tokens.spans[index - 1][1] == match.tokens.spans[index][0]
    if touches and (before in "$€£#." or before.isalpha()):
        return None
    if before in ("$", "€", "£", "no", "no.", "flight", "room", "section", "article", "resolution"):
        return None
    second, third = match.before(2), match.after(1)
    if before in ("-", "/") and second.isdigit() and len(second) != 4:
        return None
    if match.after() == "-" and third[:1].isdigit() and len(third) not in (2, 4):
        return None
    counts = value_of("counted", match.after()) is not None
    if counts and before not in ("in", "since", "during", "until", "before", "after"):
        return None
    if not 1900 <= number <= 2039 and before not in word_list("before_year"):
        return None
    if not 1400 <= number <= 2039 and before not in ("in", "since", "of", "year"):
        return None
    return [Reading("DATE", f"{number:04d}", anchor="explicit")]


def year_words(match: Match, context: Context) -> list[Reading] | None:
    """Read "nineteen ninety-six"."""
    number = spoken_year(match.words("y"))
    return [Reading("DATE", f"{number:04d}", anchor="explicit")] if number else None


def short_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "'98": two digits behind an apostrophe, in the nearest century."""
    number = int(match.get("y"))
    latest = context.published.year if context.published else 2029
    year_ = next(c + number for c in (2000, 1900) if c + number <= latest + 10 or c == 1900)
    apostrophe, digits = match.tokens.spans[match.first], match.tokens.spans[match.last - 1]
    if (
        apostrophe[1] != digits[0]
        or match.before()
        and match.before() not in word_list("before_year")
    ):
        return None
    return [Reading("DATE", f"{year_:04d}", anchor="explicit")]


def year_range_short(match: Match, context: Context) -> list[Reading] | None:
    """Read "1989-90": two years, or the second one as a short form."""
    begin, end = int(match.get("y")), match.get("e")
    finish = begin // 100 * 100 + int(end)
    if not begin < finish <= begin + 60 or not 1000 <= begin <= 2100:
        return None
    return [
        Reading("DATE", f"{begin:04d}", anchor="explicit", last=match.groups["y"][1]),
        Reading("DATE", f"{finish:04d}", anchor="explicit", first=match.groups["e"][0]),
    ]


def year_era(match: Match, context: Context) -> list[Reading] | None:
    """Years before Christ (``BC0330``) and with AD."""
    if match.has("b"):
        number = int(match.get("y").replace(",", ""))
        return [Reading("DATE", f"BC{number:04d}", refers=False)] if 0 < number < 10000 else None
    number = int((match.get("y2") or match.get("y3")).replace(",", ""))
    return [Reading("DATE", f"{number:04d}", anchor="explicit")] if number < 2200 else None


def decade(match: Match, context: Context) -> list[Reading] | None:
    """Read "the 1970s", "the '80s", "the nineties": the value is the first three digits."""
    text = match.words("p")[-1]
    if match.tokens.word(match.first - 1) in ("his", "her", "their", "my", "your"):
        return None
    tens = value_of("decade_word", text) or text.rstrip("s")
    if len(tens) == 4:
        value = tens[:3]
    else:
        digit = int(tens[0])
        known = reference_day(context) if context.narrative else context.published
        century = 20 if known and known.year >= 2000 + digit * 10 and digit <= 2 else 19
        value = f"{century}{digit}"
    first = match.first
    while match.tokens.word(first) in ("early", "mid", "late", "-"):
        first += 1
    if match.tokens.word(first) == "the" and match.tokens.word(first + 1) in (
        "early",
        "mid",
        "late",
    ):
        first = match.groups["p"][0]
    return [Reading("DATE", value, anchor="explicit", first=first)]


def century(match: Match, context: Context) -> list[Reading] | None:
    """Read "the 19th century": the value is the first two digits of its years (18)."""
    words = match.words("o")
    digits = re.match(r"\d+", words[-1])
    number = int(digits[0]) if digits else int(value_of("ordinal", words[-1]) or 0)
    if len(words) > 1:
        number += int(cardinal(words[:1]) or 0)
    if match.has("b"):
        return [Reading("DATE", f"BC{max(number - 1, 0):02d}", refers=False)]
    if not 1 <= number <= 30:
        return None
    return [Reading("DATE", f"{number - 1:02d}", anchor="explicit", refers=False)]


def turn_of_century(match: Match, context: Context) -> list[Reading] | None:
    """The years around a change of century; which one is left open."""
    return [Reading("DATE", "XX", refers=False)]


_FISCAL_SPAN = re.compile(r"\D+")


def fiscal_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "fiscal 1989", "FY2024": the value is the year, the interval depends on the country."""
    numbers = [int(n) for n in _FISCAL_SPAN.split(match.get("y")) if n]
    year_ = numbers[0] + (2000 if numbers[0] < 100 else 0)
    if len(numbers) > 1:
        year_ = year_ // 100 * 100 + numbers[1] % 100
    span = fiscal_interval(match.tokens.text, match, year_)
    start, end = span if span else (None, None)
    return [
        Reading("DATE", f"{year_:04d}", anchor="explicit", start=start, end=end, precision="year")
    ]


def fiscal_interval(text: str, match: Match, year_: int) -> tuple[date, date] | None:
    """First and last day of a fiscal year named by its last year, by the country spoken of."""
    from analysis.dates.calendars import fiscal_start

    begin, finish = match.tokens.spans[0][0], match.tokens.spans[-1][1]
    start = fiscal_start(text[begin:finish]) or fiscal_start(text)
    if start is None:
        return None
    month_, day_ = start
    opening = date(year_ - 1 if (month_, day_) > (1, 1) else year_, month_, day_)
    following = date(opening.year + 1, month_, day_)
    return opening, date.fromordinal(following.toordinal() - 1)
