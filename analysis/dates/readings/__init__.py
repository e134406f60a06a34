"""Readings: what the pattern's words mean, one function for every `reading` of the lexicon."""

from collections.abc import Callable

from analysis.dates.context import Context, Match, Reading
from analysis.dates.readings import (
    clock,
    counted,
    days,
    durations,
    events,
    explicit,
    hijri,
    periods,
    relative,
    sets,
    years,
)

Reader = Callable[[Match, Context], list[Reading] | None]

READERS: dict[str, Reader] = {
    function.__name__: function
    for function in (
        clock.clock, clock.clock_pair, clock.reference, clock.none,
        counted.ago, counted.quarter_century_ago, counted.later, counted.in_units,
        durations.duration, durations.duration_one, durations.half_unit, durations.whole_unit,
        durations.duration_adjective, durations.duration_spoken, durations.amount_pair,
        durations.plural, durations.the_years, durations.vague_period, durations.past_units,
        durations.past_vague,
        events.event,
        explicit.calendar_date,
        explicit.numeric_date, explicit.month, explicit.month_days, explicit.days_month,
        explicit.months_year, explicit.day_of_the_month, explicit.week_of_month,
        explicit.week_of_date, explicit.nth_weekday, explicit.day_list,
        explicit.day_of_relative_month, explicit.day_of_month_end,
        hijri.hijri,
        periods.quarter, periods.quarter_pair, periods.quarter_of_months, periods.quarters,
        periods.latest_period, periods.year_earlier, periods.part_of_span,
        periods.year_period, periods.half, periods.season, periods.seasons_year,
        days.weekday, days.day_word, days.mid_part, days.overnight, days.part_of_date,
        days.the_part,
        relative.relative_unit, relative.same_unit, relative.this_time, relative.new_year,
        relative.end_of_unit, relative.for_the_unit, relative.the_year,
        sets.past_seasons, sets.periodic, sets.every, sets.every_date, sets.per_unit, sets.times_a,
        sets.weekdays,
        years.year, years.year_words, years.short_year, years.year_range_short,
        years.year_ad, years.year_early, years.year_bc, years.year_told_bc, years.years_bc,
        years.decade, years.decade_of_century, years.century, years.centuries,
        years.turn_of_century,
        years.fiscal_year,
    )
}  # fmt: skip

__all__ = ["READERS", "Reader", "Reading"]
