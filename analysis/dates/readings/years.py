"""Readings of years, decades, centuries and fiscal years."""

import re
from datetime import date

from analysis.dates.anchors import reference_day, year_bc_of
from analysis.dates.calendars import fiscal_start
from analysis.dates.context import Context, Match, Reading
from analysis.dates.readings.amounts import cardinal, spoken_year
from analysis.dates.readings.explicit import day_number
from analysis.dates.readings.hijri import solar_year
from analysis.dates.tokens import value_of, word_list

_UNTIL = frozenset(("until", "till", "through", "since", "by", "before", "from"))


def year(match: Match, context: Context) -> list[Reading] | None:
    """Four digits that are a year, not a count, a price or a number of something."""
    index = match.groups["y"][0]
    number, before = int(match.tokens.word(index)), match.tokens.word(index - 1)
    if before == "." and match.before(2) in ("c", "ca"):
        before = "around"
    touches = index and match.tokens.spans[index - 1][1] == match.tokens.spans[index][0]
    if touches and (before in "$€£#." or before.isalpha()):
        return None
    second, third = match.before(2), match.after(1)
    if before == "least" and second == "at" and match.before(3) in _UNTIL:
        before = match.before(3)  # "until at least 2015"
    if before in word_list("not_year"):
        return None
    if before in ("-", "/") and second.isdigit() and len(second) != 4:
        return None
    if match.after() == "-" and third[:1].isdigit() and len(third) not in (2, 4):
        return None
    after = match.after()
    counts = value_of("counted", after) is not None
    sure = ("in", "since", "during", "until", "before", "after")
    led = before in ("early", "late") or before == "-" and second in ("mid", "early", "late")
    if counts and not led and before not in (*sure, *(("by",) if after == "more" else ())):
        return None
    plural = len(after) > 3 and after.isalpha() and after.endswith("s") and third != "'"
    opens = index == 1 and before == "by" and 1990 <= number <= 2039  # "By 2011 costs will fall"
    listed = before in word_list("before_count") and not opens
    if plural and listed and after not in word_list("no_plural"):
        return None
    heads = index == 0 and after in word_list("after_year")  # "1863 was the decisive year."
    if not 1900 <= number <= 2039 and before not in word_list("before_year") and not heads:
        return None
    if not 1400 <= number <= 2039 and before not in ("in", "since", "of", "year", "around", "by"):
        return None
    counted_solar = solar_year(number) if context.solar else None
    named = context.reference and before == "the" and after.isalpha()  # "unlike the 1948 war"
    named = named and second not in ("in", "during", "throughout")
    made = Reading("DATE", f"{number:04d}", anchor="explicit", refers=not named)
    return counted_solar or [made]


EARLY_REACH = 200  # years within which a history of early times moves


def year_early(match: Match, context: Context) -> list[Reading] | None:
    """Read "the year 851", and "in 865" in a history that has reached such a year."""
    word, told = match.get("y"), reference_day(context)
    if not context.narrative or not word.isdigit() or len(word) != 3:
        return None
    if match.tokens.word(match.groups["y"][0] - 1) != "year" and not match.has("t"):
        near = told is not None and abs(told.year - int(word)) <= EARLY_REACH
        after = match.after()
        counted = len(after) > 3 and after.isalpha() and after.endswith("s")
        if not near or counted and after not in word_list("no_plural"):
            return None
        if match.before() not in word_list("before_year") or match.before() in ("of", "to", "for"):
            return None
    part = ""
    if match.has("m"):
        part = value_of("month", match.get("m")) or value_of("shy_month", match.get("m")) or ""
    elif match.has("t"):
        part = value_of("season", match.get("t")) or ""
    value = f"{int(word):04d}" + (f"-{part}" if part else "")
    return [Reading("DATE", value, anchor="explicit")]


def year_told_bc(match: Match, context: Context) -> list[Reading] | None:
    """Read "in 479" in a history that has reached 480 BC."""
    told, word = year_bc_of(context), match.get("y")
    if told is None or not word.isdigit() or len(word) > 3 or not 0 <= told - int(word) + 30 <= 90:
        return None
    after = match.after()
    if match.before() not in word_list("before_year") or after in ("-", "%", "bc", "bce"):
        return None
    if after.isalpha() and after not in word_list("after_day"):
        return None
    return [Reading("DATE", f"BC{int(word):04d}", anchor="text")]


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


def _bc(number: int) -> str | None:
    return f"BC{number:04d}" if 0 < number < 10_000 else None


def year_bc(match: Match, context: Context) -> list[Reading] | None:
    """Read "330 BC", "August 480 BC", "the spring of 480 BC" (``BC0480-SP``)."""
    value = _bc(int(match.get("y").replace(",", "")))
    if value is None:
        return None
    if match.has("m"):
        month = value_of("month", match.get("m")) or value_of("shy_month", match.get("m"))
        value = f"{value}-{month}"
    elif match.has("t"):
        value = f"{value}-{value_of('season', match.get('t'))}"
    return [Reading("DATE", value, anchor="explicit")]


def years_bc(match: Match, context: Context) -> list[Reading] | None:
    """Read "264-241 BC": two years, the first the larger number."""
    numbers = [int(match.get(name).replace(",", "")) for name in ("y", "z")]
    first, second = (_bc(number) for number in numbers)
    if not (first and second and numbers[0] > numbers[1]):
        return None
    return [
        Reading("DATE", first, anchor="explicit", last=match.groups["y"][1]),
        Reading("DATE", second, anchor="explicit", first=match.groups["z"][0]),
    ]


def year_ad(match: Match, context: Context) -> list[Reading] | None:
    """Read "AD 54", "1054 CE"."""
    number = int(match.get("y").replace(",", ""))
    return [Reading("DATE", f"{number:04d}", anchor="explicit")] if 0 < number < 2200 else None


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
    number = century_number(match.words("o"))
    if match.has("b"):
        return [Reading("DATE", f"BC{max(number - 1, 0):02d}", refers=False)]
    if not 1 <= number <= 30:
        return None
    return [Reading("DATE", f"{number - 1:02d}", anchor="explicit", refers=False)]


def century_number(words: list[str]) -> int:
    """The number in "19th", "nineteenth", "twenty-first"; 0 where it is none."""
    digits = re.match(r"\d+", words[-1])
    number = int(digits[0]) if digits else int(value_of("ordinal", words[-1]) or 0)
    return number + int(cardinal(words[:1]) or 0) if len(words) > 1 else number


def decade_of_century(match: Match, context: Context) -> list[Reading] | None:
    """Read "the first decade of the 21st century" (``200``)."""
    century_, word = century_number(match.words("o")), match.get("d")
    number = {"opening": 1, "last": 10, "final": 10}.get(word) or int(
        value_of("ordinal", word) or 0
    )
    if not (1 <= century_ <= 30 and 1 <= number <= 10):
        return None
    value = f"{century_ - 1:02d}{number - 1}"
    return [Reading("DATE", value, anchor="explicit", refers=False)]


def centuries(match: Match, context: Context) -> list[Reading] | None:
    """Read "the 17th and 18th centuries": two of them."""
    made = []
    for name in ("o", "p"):
        word = match.words(name)[-1]
        number = day_number([word]) or 0
        if not 1 <= number <= 30:
            return None
        made.append(Reading("DATE", f"{number - 1:02d}", anchor="explicit", refers=False))
    first, second = match.groups["o"][1], match.groups["p"][0]
    return [made[0]._replace(last=first), made[1]._replace(first=second)]


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
    begin, finish = match.tokens.spans[0][0], match.tokens.spans[-1][1]
    start = fiscal_start(text[begin:finish]) or fiscal_start(text)
    if start is None:
        return None
    month_, day_ = start
    opening = date(year_ - 1 if (month_, day_) > (1, 1) else year_, month_, day_)
    following = date(opening.year + 1, month_, day_)
    return opening, date.fromordinal(following.toordinal() - 1)
