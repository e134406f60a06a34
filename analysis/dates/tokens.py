"""Tokens of a sentence, and one character for each that stands for the kinds of its word.

A sentence becomes a string with one character per token, so that the patterns of the lexicon are
ordinary regular expressions over kinds of words: blanks, capitals and hyphens no longer matter,
and matching takes time in proportion to the number of tokens.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.lexicon import load

DASHES = "-–—‐‑‒−"
APOSTROPHES = "'’‘`"
_TOKEN = re.compile(
    r"(?<![\d-])\d{4}-\d{1,2}-\d{1,2}(?![\d-])|(?<![\d/])\d{4}/\d{1,2}/\d{1,2}(?![\d/])"
    r"|(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])"
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]*\d)|(?<![\d-])\d{1,2}-\d{1,2}-\d{4}(?![\d-])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d+\.\d+"
    r"|\d+(?:st|nd|rd|th|s)(?![^\W_])|\d+"
    r"|(?:[A-Za-z]\.){2,}|[apAP]\.[mM](?![^\W_])|[^\W\d_]+|[^\s\w]"
)
_NUMERIC_DATE = re.compile(r"\d{4}[-/]\d+[-/]\d+|\d+/\d+/\d+|\d+\.\d+\.\d{4}|\d+-\d+-\d{4}")
_SIGNS = dict.fromkeys(DASHES, "-") | dict.fromkeys(APOSTROPHES, "'")
_FIRST = 0xE000  # the private use area: no text can be mistaken for a kind


class DateWords(NamedTuple):
    """Words of one kind and what they stand for."""

    kind: str
    value: str
    words: tuple[str, ...]


class Alphabet(NamedTuple):
    """The characters of words and of sets of kinds.

    `of_word` gives the character of a lower-case word, `of_kinds` that of a set of kinds;
    `kinds` lists for every character the kinds it stands for.
    """

    of_word: dict[str, str]
    of_kinds: dict[frozenset[str], str]
    kinds: dict[str, frozenset[str]]

    def members(self, kind: str) -> str:
        """Every character whose word may be of this kind."""
        return "".join(char for char, kinds in self.kinds.items() if kind in kinds)


class Tokens(NamedTuple):
    """A sentence's tokens: offsets, and the string of characters for their kinds."""

    text: str
    spans: list[tuple[int, int]]
    kinds: str

    def word(self, index: int) -> str:
        """The token in lower case, every dash as -, every apostrophe as '.

        An empty string outside the sentence.
        """
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        word = self.text[start:end].lower()
        return _SIGNS.get(word, word)

    def raw(self, index: int) -> str:
        """The token as written, an empty string outside the sentence."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """Kind → word → value."""
    made: dict[str, dict[str, str]] = {}
    for entry in load("dates", DateWords, unique=()):
        made.setdefault(entry.kind, {}).update(dict.fromkeys(entry.words, entry.value))
    return made


def value_of(kind: str, word: str) -> str | None:
    """What a word of this kind stands for, None where it is not of the kind."""
    return vocabulary().get(kind, {}).get(word)


SHAPES = (
    ("YEAR", "NUM"),
    ("DAY", "HOUR", "NUM"),
    ("DAY", "NUM"),
    ("TWO", "NUM"),
    ("NUM",),
    ("DAY", "HOUR", "NUM", "TWO"),
    ("DAY", "NUM", "TWO"),
    ("DECIMAL",),
    ("CLOCK",),
    ("NUMERIC_DATE",),
    ("DAYTH", "ORDINALS"),
    ("ORDINALS",),
    ("DECADE",),
    ("DECADE_SHORT",),
    ("-",),
    ("'",),
    ("FOUR", "NUM"),
)


def make_alphabet(literals: Iterable[str], numbers: Iterable[str]) -> Alphabet:
    """Give every set of kinds that a word can have a character of its own.

    Args:
        literals: Words that patterns name themselves.
        numbers: Number words.
    """
    kinds_of: dict[str, set[str]] = {}
    for kind, words in vocabulary().items():
        for word in words:
            kinds_of.setdefault(word, set()).add(kind.upper())
    for word in numbers:
        kinds_of.setdefault(word, set()).add("CARD")
    for word in literals:
        kinds_of.setdefault(word, set()).add(word)
        if word[0].isdigit():
            kinds_of[word].update(_shape(word))
    of_kinds: dict[frozenset[str], str] = {frozenset(): "."}
    for kinds in [*map(frozenset, SHAPES), *map(frozenset, kinds_of.values())]:
        of_kinds.setdefault(kinds, chr(_FIRST + len(of_kinds)))
    of_word = {word: of_kinds[frozenset(kinds)] for word, kinds in kinds_of.items()}
    of_word.update(dict.fromkeys(DASHES, of_word.get("-", of_kinds[frozenset("-")])))
    of_word.update(dict.fromkeys(APOSTROPHES, of_word.get("'", of_kinds[frozenset("'")])))
    return Alphabet(of_word, of_kinds, {char: kinds for kinds, char in of_kinds.items()})


def _shape(token: str) -> tuple[str, ...]:
    """The kinds of a token that starts with a digit."""
    if token.isdigit():
        if len(token) == 4 and 1000 <= int(token) <= 2199:
            return ("YEAR", "NUM")
        if len(token) == 4:
            return ("FOUR", "NUM")
        if len(token) <= 2 and 1 <= int(token) <= 31:
            hour = ("HOUR",) if int(token) <= 24 else ()
            return ("DAY", *hour, "NUM", *(("TWO",) if len(token) == 2 else ()))
        return ("TWO", "NUM") if len(token) == 2 else ("NUM",)
    if token[-1] == "s":
        number = token[:-1]
        if len(number) == 4 and number[-1] == "0" and 1000 <= int(number) <= 2100:
            return ("DECADE",)
        return ("DECADE_SHORT",) if len(number) == 2 and number[-1] == "0" else ()
    if token[-1].isalpha():
        return ("DAYTH", "ORDINALS") if 1 <= int(token[:-2]) <= 31 else ("ORDINALS",)
    if ":" in token:
        return ("CLOCK",)
    if _NUMERIC_DATE.fullmatch(token):
        return ("NUMERIC_DATE",)
    return ("DECIMAL",) if "." in token else ("NUM",)


def tokenise(text: str, start: int, end: int, alphabet: Alphabet) -> Tokens:
    """Tokens of ``text[start:end]``; the kinds of words not in the lexicon are a full stop."""
    spans: list[tuple[int, int]] = []
    kinds: list[str] = []
    of_word, of_kinds = alphabet.of_word, alphabet.of_kinds
    for found in _TOKEN.finditer(text, start, end):
        token = found[0]
        char = of_word.get(token.lower())
        if char is None:
            char = "."
            if token[0].isdigit() and token.isascii() and len(token) < 16:
                char = of_kinds.get(frozenset(_shape(token)), ".")
        spans.append(found.span())
        kinds.append(char)
    return Tokens(text, spans, "".join(kinds))


class WordList(NamedTuple):
    """An entry of dates_company.toml."""

    name: str
    words: tuple[str, ...]


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words that decide how an expression is read."""
    entries = load("dates_company", WordList, unique=("name",))
    return next(frozenset(entry.words) for entry in entries if entry.name == name)
