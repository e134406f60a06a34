"""Readings of repetition: TIMEX3 type SET."""

from analysis.dates.context import Context, Match, Reading
from analysis.dates.readings.amounts import amount, duration_value, unit_of
from analysis.dates.readings.explicit import day_number, month_number
from analysis.dates.tokens import value_of, word_list


def past_seasons(match: Match, context: Context) -> list[Reading] | None:
    """Read "the past three summers"."""
    code = value_of("seasons", match.get("u"))
    return [Reading("SET", f"XXXX-{code}", refers=False)] if code else None


_ADVERBS = frozenset(
    ["yearly", "quarterly"]
)  # before a noun they name a thing: "quarterly results"


def periodic(match: Match, context: Context) -> list[Reading] | None:
    """Read "daily", "annually"; part of a newspaper's name it is none."""
    word = match.get("p")
    index = match.groups["p"][0]
    raw = match.tokens.raw(index)
    if index > 0 and raw.istitle() or match.after() in word_list("not_habit"):
        return None
    if (
        word in _ADVERBS
        and match.after().isalpha()
        and match.after() not in ("in", "by", "and", "to")
    ):
        return None
    named = match.tokens.raw(match.last)[:1].isupper() and match.before() in ("the", "a")
    if named and word != "daily":  # "the weekly Kurier"
        return None
    if match.before() in ("-", "average") or match.after() in ("-", "newspaper"):
        return None
    value = value_of("periodic", word)
    first = match.groups["n"][0] if match.has("n") else index
    return [Reading("SET", value, first=first, refers=False)] if value else None


_WEEKDAY_CODES = {
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "saturday": 6,
    "sunday": 7,
}


def every(match: Match, context: Context) -> list[Reading] | None:
    """Read "each year", "every two weeks", "every Friday", "each July"."""
    unit_words, count_words = match.words("u"), match.words("n")
    unit = unit_of(unit_words[0])
    if unit:
        number = 2.0 if count_words == ["other"] else None
        if count_words == ["few"]:
            value = duration_value(None, unit)
        elif count_words and number is None:
            counted = amount(count_words)
            value = duration_value(counted.number, unit) if counted else None
        else:
            value = (
                f"P{'1Q' if unit == 'Q' else ''}"
                if unit == "Q"
                else duration_value(number or 1, unit)
            )
        last = match.groups["u"][1]
        return [Reading("SET", value, last=last, refers=False)] if value else None
    word = unit_words[0]
    for kind, pattern in (
        ("weekday", "XXXX-WXX-{}"),
        ("month", "XXXX-{}"),
        ("shy_month", "XXXX-{}"),
        ("season", "XXXX-{}"),
        ("daypart", "XXXX-XX-XXT{}"),
    ):
        code = value_of(kind, word)
        if code:
            part = value_of("daypart", match.get("p")) if match.has("p") else None
            tail = f"T{part}" if part and kind == "weekday" else ""
            last = match.last if tail or not match.has("p") else match.groups["u"][1]
            return [Reading("SET", pattern.format(code) + tail, last=last, refers=False)]
    return None


def every_date(match: Match, context: Context) -> list[Reading] | None:
    """Read "every 24 September" (``XXXX-09-24``)."""
    month = month_number(match, "m" if match.has("m") else "m2")
    day = day_number(match.words("d") or match.words("d2"))
    if month is None or day is None:
        return None
    return [Reading("SET", f"XXXX-{month:02d}-{day:02d}", refers=False)]


def per_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "per day"."""
    unit = unit_of(match.get("u"))
    value = duration_value(1, unit) if unit else None
    return [Reading("SET", value, refers=False)] if value and unit != "TS" else None


def times_a(match: Match, context: Context) -> list[Reading] | None:
    """Read "twice a week", "once every two years"."""
    unit = unit_of(match.get("u"))
    counted = amount(match.words("n2")) if match.has("n2") else None
    number = counted.number if counted else 1
    value = duration_value(number, unit) if unit else None
    return [Reading("SET", value, refers=False)] if value else None


def weekdays(match: Match, context: Context) -> list[Reading] | None:
    """Read "Fridays", "on weekdays", "Monday mornings"."""
    if match.has("w"):
        value = (
            f"XXXX-WXX-{value_of('weekday', match.get('w'))}T{value_of('dayparts', match.get('p'))}"
        )
        return [Reading("SET", value, first=match.groups["w"][0], refers=False)]
    code = _WEEKDAY_CODES.get(match.get("p").removesuffix("s"))
    return [
        Reading(
            "SET", f"XXXX-WXX-{code}" if code else "P1D", first=match.groups["p"][0], refers=False
        )
    ]
