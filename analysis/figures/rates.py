"""Counts per day, week, month or year."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.figures.shallow import Token
from analysis.lexicon import load, phrase_pattern


class RateWords(NamedTuple):
    """One unit of time of `rate_words.toml`."""

    per: str
    beside: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    entries = load("rate_words", RateWords, unique=())
    stop = phrase_pattern([word for entry in entries for word in entry.not_before])
    return tuple(
        (
            entry.per,
            re.compile(
                rf"\W{{0,3}}{phrase_pattern(entry.beside)}\b(?!\s+(?:{stop})\b)", re.IGNORECASE
            ),
            re.compile(rf"\b{phrase_pattern(entry.anywhere)}\b", re.IGNORECASE),
        )
        for entry in entries
    )


def clause(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Offsets of the clause around a quantity: up to the next quantity or stop on either side."""
    begin = end = place
    while begin and place - begin < 12 and not _bound(tokens[begin - 1]):
        begin -= 1
    while end + 1 < len(tokens) and end - place < 20 and not _bound(tokens[end + 1]):
        end += 1
    return tokens[begin].start, tokens[end].end


def _bound(token: Token) -> bool:
    return token.tag == "quantity" or token.text in (".", ";", ":", ",")


def rate_beside(text: str, places: Sequence[int], opening: int, end: int) -> str | None:
    """The unit of time right behind one of some places, or at the opening of the sentence.

    Args:
        text: The article's text.
        places: Ends of the number, of what it counts and of the verb ("were killed every day").
        opening: Start of the sentence; "Every day, 12 people die" has its unit there.
        end: Its end.
    """
    for per, beside, _ in _patterns():
        for place in places:
            found = beside.match(text, place, end)
            if found and _ENDS.match(text, found.end(), end):
                return per
        found = beside.match(text, opening, end)
        if found and not found[0].casefold().startswith(("a ", "an ")):
            return per
    return None


_ENDS = re.compile(
    r"\s*(?:[,.;:)–—]|\Z|(?:in|on|at|by|during|across|were|was|are|is|have|had|and|over|nationwide)\b)",
    re.IGNORECASE,
)


def rate_per(text: str, number_end: int, phrase_end: int, begin: int, end: int) -> str | None:
    """The unit of time that makes a number a rate.

    Args:
        text: The article's text.
        number_end: End of the quantity; "169 a day" has its unit there.
        phrase_end: End of what is counted; "169 operations a day" has its unit there.
        begin: Start of the clause.
        end: End of the clause.

    Returns:
        day, week, month, year, or None where the number is no rate.
    """
    for per, beside, anywhere in _patterns():
        for place in (number_end, phrase_end):
            if beside.match(text, place, end):
                return per
        if anywhere.search(text, begin, end):
            return per
    return None
