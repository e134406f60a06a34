"""The lexicon of statistics: nouns of measures, and words that set numbers beside each other."""

import re
from functools import cache
from typing import NamedTuple

from analysis.lexicon import load, phrase_pattern


class SeriesNouns(NamedTuple):
    """Nouns of one measure; see `series_nouns.toml`."""

    measure: str
    unit: str
    words: tuple[str, ...]


class SeriesWords(NamedTuple):
    """Words of one code; see `series_words.toml`."""

    code: str
    words: tuple[str, ...]


@cache
def nouns() -> re.Pattern[str]:
    """Any noun that names a measure."""
    found = [word for entry in load("series_nouns", SeriesNouns) for word in entry.words]
    return re.compile(rf"\b{phrase_pattern(found)}\b", re.IGNORECASE)


@cache
def _measures() -> dict[str, str]:
    return {w: e.measure for e in load("series_nouns", SeriesNouns) for w in e.words}


def measure_of(noun: str) -> str:
    """The measure of a noun that `nouns` matched."""
    return _measures()[" ".join(noun.casefold().replace("’", "'").split())]


@cache
def unit_of(measure: str) -> str:
    """What a measure counts: person or event."""
    entries = load("series_nouns", SeriesNouns)
    return next((e.unit for e in entries if e.measure == measure), "person")


@cache
def phrases(code: str) -> str:
    """The words of a code as alternatives of a pattern."""
    entries = load("series_words", SeriesWords, unique=("code",))
    return phrase_pattern([w for e in entries if e.code == code for w in e.words])
