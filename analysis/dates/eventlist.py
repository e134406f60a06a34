"""The named days and events of the lexicon."""

from functools import cache
from typing import NamedTuple

from analysis.lexicon import load

PREFIX = "event:"


class Event(NamedTuple):
    """An entry of dates_events.toml."""

    event: str
    pattern: str
    near: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    date: str | None = None
    end: str | None = None
    month: int = 0
    day: int = 0
    nth: int = 0
    weekday: int = 0
    easter: int | None = None
    solar_month: int = 0
    solar_day: int = 0
    lunar_month: int = 0
    lunar_day: int = 0
    days: int = 1


@cache
def events() -> dict[str, Event]:
    """The events of the lexicon by the name of their rule."""
    return {PREFIX + e.event: e for e in load("dates_events", Event, unique=("event",))}
