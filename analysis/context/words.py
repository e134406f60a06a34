"""Words of a text for looking names up: offsets, folded spelling, letter case."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.records import Sentence

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʿʾ`‘][^\W\d_]+)*")
_GAP = re.compile(r"[ \t\r\n\u00a0]{1,3}|[-‐-―./'’]{1,2} ?")


class Token(NamedTuple):
    """A word with its offsets, its folded form, and whether it is written as a name."""

    start: int
    end: int
    folded: str
    capital: bool


@cache
def fold(word: str) -> str:
    """A token without accents, apostrophes, possessive s and letter case."""
    word = re.sub(r"['’][sS]?\Z", "", word)
    plain = unicodedata.normalize("NFKD", word)
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c.isalpha())
    return kept.casefold()


def tokens(text: str) -> tuple[str, ...]:
    """The folded tokens of a name."""
    folded = (fold(m.group()) for m in _TOKEN.finditer(text))
    return tuple(word for word in folded if word)


def is_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout, as old newswire is."""
    letters = [c for c in text[:4000] if c.isalpha()]
    return len(letters) > 20 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def tokenise(text: str) -> list[Token]:
    """The words of a text."""
    made = []
    for m in _TOKEN.finditer(text):
        end = m.end()
        tail = re.search(r"['’][sS]?\Z", m.group())
        if tail:
            end -= len(tail.group())
        made.append(Token(m.start(), end, fold(m.group()), m.group()[0].isupper()))
    return made


def sentence_at(sentences: Sequence[Sentence], offset: int) -> int | None:
    """Index of the first sentence that ends behind an offset, or None."""
    at = bisect_right(sentences, offset, key=lambda sentence: sentence.end)
    return at if at < len(sentences) else None


def gap_joins(text: str, left: Token, right: Token) -> bool:
    """Whether two words stand close enough to be parts of one name."""
    return bool(_GAP.fullmatch(text, left.end, right.start))
