"""Readings of counted units before or after an anchor: "two years ago", "three days later"."""

from datetime import date

from analysis.dates.anchors import (
    back_by,
    nearest_weekday,
    possible,
    reference_day,
    speaking,
    year_bc_of,
)
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.intervals import unit_value
from analysis.dates.readings.amounts import Amount, amount, duration_value, unit_of
from analysis.dates.readings.explicit import day_number, month_number
from analysis.dates.tokens import value_of


def ago(match: Match, context: Context) -> list[Reading] | None:
    """Read "two years ago": the unit that many units before the anchor."""
    count = amount(match.words("n")) or Amount(1 if match.get("n") in ("a", "an", "one") else None)
    unit = unit_of(match.get("u"))
    count = _with_half(match, count)
    if unit is None:
        return None
    if match.get("a") == "back" and match.before() in ("the", "his", "her"):
        return None
    anchored = speaking(context)
    if match.has("t") and anchored and count.number and unit in ("D", "W", "M", "Y"):
        return _ago_from(match, anchored, count, unit)
    return _moved(match, context, count, unit, -1, anchored)


def quarter_century_ago(match: Match, context: Context) -> list[Reading] | None:
    """Read "a quarter of a century ago"."""
    return _moved(match, context, Amount(25), "Y", -1, speaking(context))


def _with_half(match: Match, count: Amount) -> Amount:
    """An amount with "and a half" behind its unit ("a year and a half"), or "half a"."""
    if match.words("n") and "half" in match.words("n") and "and" not in match.words("n"):
        return Amount(0.5)
    if match.has("h") and count.number is not None:
        return Amount(count.number + 0.5)
    return count


def _ago_from(
    match: Match, anchored: tuple[date, str], count: Amount, unit: str
) -> list[Reading] | None:
    """Read "ten years ago this week", "two years ago Friday"."""
    word, day = match.words("t")[-1], anchored[0]
    weekday_ = value_of("weekday", match.get("w")) if match.has("w") else None
    if weekday_:
        day = nearest_weekday(day, int(weekday_), -1)
    elif match.has("m"):
        month, number = month_number(match), day_number(match.words("d"))
        if not (month and number and possible(day.year, month, number)):
            return None
        day = date(day.year, month, number)
    else:
        shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        day = date.fromordinal(day.toordinal() + shift)
    season = value_of("season", word)
    moved = back_by(day, -int(count.number or 0), unit)
    if season and moved:
        return [Reading("DATE", f"{moved.year:04d}-{season}", anchor=anchored[1])]
    grain = {"week": "W", "month": "M", "weekend": "WE"}.get(word, "D")
    return _at(moved, grain, anchored[1], count)


def _moved(
    match: Match,
    context: Context,
    count: Amount,
    unit: str,
    sign: int,
    anchored: tuple[date, str] | None,
) -> list[Reading] | None:
    if count.number is None:
        return [Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", refers=False)]
    if not 0 < count.number <= 5000:
        return None
    if anchored is None:
        value = duration_value(count.number, unit)
        return [Reading("DURATION", value, refers=False)] if value else None
    day, source = anchored
    in_months = {"Y": 12, "E": 120, "C": 1200}
    if unit in in_months and count.number != int(count.number):
        months = int(count.number * in_months[unit])
        moved = back_by(day, sign * months, "M")
        return _at(moved, "M" if months % 12 else "Y", source, count)
    moved = back_by(day, sign * int(count.number), unit)
    years = day.year + sign * int(count.number) * {"Y": 1, "E": 10, "C": 100}.get(unit, 0)
    if moved is None and -10_000 < years < 0:
        return [Reading("DATE", f"BC{-years:04d}", anchor=source, refers=False)]
    grain = {"2W": "W", "WE": "W", "E": "Y", "C": "Y"}.get(unit, unit)
    if unit.startswith("T"):
        if source == "published":
            return [Reading("TIME", "PAST_REF" if sign < 0 else "FUTURE_REF", refers=False)]
        return None
    if (
        grain == "Y"
        and count.number == 1
        and context.quarter
        and sign < 0
        and not context.months_told
    ):
        year = int(context.quarter[:4]) - 1
        return [Reading("DATE", f"{year:04d}{context.quarter[4:]}", anchor="text", refers=False)]
    return _at(moved, grain, source, count)


def _at(day: date | None, unit: str, source: str, count: Amount) -> list[Reading] | None:
    value = unit_value(day, unit) if day else None
    if value is None:
        return None
    return [Reading("DATE", value, mod="APPROX" if count.approximate else None, anchor=source)]


def later(match: Match, context: Context) -> list[Reading] | None:
    """Read "two days later", "a year earlier": from the running reference.

    In the news of a day, where no date precedes, only the duration is known.
    """
    words = match.words("n")
    count = amount(words) or Amount(1 if words and words[0] in ("a", "an", "one") else None)
    count = _with_half(match, count)
    unit, word = unit_of(match.get("u")), match.words("a")
    if unit is None:
        return None
    lasts = match.before() == "for" or match.after() == "than"
    if lasts and word[0] in ("later", "afterward", "afterwards"):  # "for a month afterwards"
        value = duration_value(count.number, unit)
        last = match.groups["u"][1]
        return [Reading("DURATION", value, last=last, refers=False)] if value else None
    if word[0] in ("from", "hence"):
        return _moved(match, context, count, unit, 1, speaking(context))
    sign = -1 if word[0] in ("earlier", "before", "beforehand", "previously") else 1
    if word[0] == "on" and not (match.before() == "," or match.first == 0):
        return None
    if word[-1] == "that" and not context.narrative and not context.recent:
        return None
    if word == ["before"]:
        value = duration_value(count.number, unit)
        last = match.groups["u"][1]
        return [Reading("DURATION", value, last=last, refers=False)] if value else None
    if unit == "Y" and sign < 0 and count.number == 1 and not context.narrative:
        return _year_earlier(match, context)
    bc, step = year_bc_of(context), {"Y": 1, "E": 10}.get(unit)
    if bc and step and count.number and bc - sign * int(count.number) * step > 0:
        value = f"BC{bc - sign * int(count.number) * step:04d}"
        return [Reading("DATE", value, anchor="text")]
    reference = reference_day(context)
    precise = {"D": 10, "W": 7, "2W": 7, "M": 7, "Y": 4, "E": 3, "C": 2}.get(unit)
    known = reference and precise and len(context.reference or "") >= precise
    opens = match.first == 0 and sign > 0 and unit != "D"  # "A month later, gunmen …"
    near = context.narrative or context.recent or opens
    if known and reference and count.number is not None and near:
        made = _from_reference(match, context.reference or "", reference, count, unit, sign)
        last = match.last - 1 if word[-1] in (",", ".") else match.last
        return [made._replace(last=last, refers=sign > 0)] if made else None
    value = duration_value(count.number, unit)
    last = match.groups["u"][1]
    if value is None:
        return None
    mod = "APPROX" if count.approximate else None
    return [Reading("DURATION", value, mod=mod, last=last, refers=False)]


def _from_reference(
    match: Match, reference: str, day: date, count: Amount, unit: str, sign: int
) -> Reading | None:
    number = int(count.number or 0)
    about = match.before() in ("almost", "nearly", "about", "some", "just")
    before = [match.before(1 + about), match.before(2 + about)]
    if before[0] == "," and before[1][:1].isdigit():  # "in May 2001, two years later": that May
        number = 0
    moved = back_by(day, sign * number, unit)
    if unit == "Y" and count.number and count.number % 1 == 0.5:
        unit, moved = "M", back_by(day, sign * int(count.number * 12), "M")
    elif moved is None or count.number != int(count.number or 0):
        return None
    if moved is None:
        return None
    grain = {"2W": "W", "C": "Y"}.get(unit, unit)
    if grain == "E" and len(reference) != 3:
        grain = "Y"
    value = unit_value(moved, grain)
    return Reading("DATE", value, anchor="text") if value else None


def _year_earlier(match: Match, context: Context) -> list[Reading] | None:
    """Read "a year earlier" in news: the same quarter or the year before the one spoken of."""
    if context.quarter and not context.months_told:
        year = int(context.quarter[:4]) - 1
        return [Reading("DATE", f"{year:04d}{context.quarter[4:]}", anchor="text", refers=False)]
    known = reference_day(context) if context.recent else None
    day = known or context.published
    if day is None:
        return None
    source = "text" if known else "published"
    value = unit_value(day, "Y", -1)
    return [Reading("DATE", value, anchor=source, refers=False)] if value else None


def in_units(match: Match, context: Context) -> list[Reading] | None:
    """Read "in two weeks": how long it takes, or took."""
    count, unit = amount(match.words("n")), unit_of(match.get("u"))
    if count is None or unit is None:
        return None
    anchored = speaking(context)
    if anchored and tense(match.tokens, match.first, match.first) == "future" and unit[0] != "T":
        made = _moved(match, context, count, unit, 1, anchored)
        return [made[0]._replace(first=match.first + 1)] if made else None
    value = duration_value(count.number, unit)
    if value is None:
        return None
    return [Reading("DURATION", value, first=match.first + 1, refers=False)]
