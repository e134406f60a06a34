"""Readings: what the pattern's words mean, one function for every `reading` of the lexicon."""

from collections.abc import Callable

from analysis.dates.context import Context, Match, Reading
from analysis.dates.readings import clock, durations, events, explicit, hijri, periods, relative

Reader = Callable[[Match, Context], list[Reading] | None]

READERS: dict[str, Reader] = {
    function.__name__: function
    for function in (
        clock.clock, clock.none, clock.reference,
        durations.amount_pair, durations.duration, durations.duration_adjective,
        durations.duration_one, durations.duration_spoken, durations.every, durations.half_unit,
        durations.past_seasons, durations.past_units, durations.past_vague, durations.per_unit,
        durations.periodic, durations.plural, durations.times_a, durations.vague_period,
        durations.weekdays,
        events.event,
        explicit.calendar_date, explicit.century, explicit.days_month, explicit.decade,
        explicit.fiscal_year, explicit.month, explicit.month_days, explicit.months_year,
        explicit.numeric_date, explicit.short_year, explicit.turn_of_century, explicit.year,
        explicit.year_era, explicit.year_range_short, explicit.year_words,
        hijri.hijri,
        periods.half, periods.latest_period, periods.quarter, periods.quarters, periods.season,
        periods.year_earlier, periods.year_period,
        relative.ago, relative.day_word, relative.end_of_unit, relative.in_units, relative.later,
        relative.part_of_date, relative.relative_unit, relative.the_year, relative.weekday,
    )
}  # fmt: skip

__all__ = ["READERS", "Reader", "Reading"]
