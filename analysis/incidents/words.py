"""The words of `event_words.toml`, as patterns."""

import re
from functools import cache
from typing import NamedTuple

from analysis.lexicon import load, phrase_pattern


class EventWords(NamedTuple):
    """An entry of event_words.toml."""

    code: str
    words: tuple[str, ...]


@cache
def pattern(code: str) -> re.Pattern[str]:
    """Any word of one code, whole words only, in any letter case."""
    entry = next(e for e in load("event_words", EventWords, unique=("code",)) if e.code == code)
    return re.compile(rf"\b{phrase_pattern(entry.words)}\b", re.IGNORECASE)


def phrases(code: str) -> str:
    """The words of one code as an alternation for a larger pattern."""
    entry = next(e for e in load("event_words", EventWords, unique=("code",)) if e.code == code)
    return phrase_pattern(entry.words)
