"""The patterns of the lexicon, compiled once, and where they match in a sentence."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from analysis.dates.context import Match
from analysis.dates.eventlist import events
from analysis.dates.grammar import Pattern, compile_pattern, literals
from analysis.dates.tokens import Alphabet, Tokens, make_alphabet, tokenise, word_list
from analysis.lexicon import load
from analysis.text.number_words import NumberWords


class PatternRule(NamedTuple):
    """An entry of dates_patterns.toml."""

    rule: str
    reading: str
    pattern: str
    example: str = ""


class Modifier(NamedTuple):
    """An entry of dates_modifiers.toml."""

    mod: str
    on: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Phrase(NamedTuple):
    """A modifying phrase as words, longest first in its list."""

    words: tuple[str, ...]
    mod: str
    on: str


class Machine(NamedTuple):
    """Everything compiled: the alphabet, and for every character the rules that may start there."""

    alphabet: Alphabet
    dispatch: dict[str, list[tuple[int, PatternRule, Pattern]]]
    before: dict[str, list[Phrase]]
    after: dict[str, list[Phrase]]


@cache
def number_words() -> dict[str, int]:
    """Number words with their values, as in numbers.toml."""
    made: dict[str, int] = {}
    for entry in load("numbers", NumberWords, unique=()):
        if entry.kind in ("unit", "tens", "multiplier"):
            made.update({word: int(value) for word, value in entry.values.items()})
    return {word: value for word, value in made.items() if word.isalpha() and len(word) > 2}


def _phrases(modifiers: list[Modifier], side: str) -> dict[str, list[Phrase]]:
    """Phrases by the word next to the expression (the last before it, the first after it)."""
    made: dict[str, list[Phrase]] = {}
    for entry in modifiers:
        for text in getattr(entry, side):
            words = tuple(text.split())
            key = words[-1] if side == "before" else words[0]
            made.setdefault(key, []).append(Phrase(words, entry.mod, entry.on))
    for phrases in made.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return made


def _event_rules() -> list[PatternRule]:
    return [PatternRule(name, "event", e.pattern) for name, e in events().items()]


@cache
def machine() -> Machine:
    """Compile the lexicon.

    Raises:
        PatternError: For a pattern that cannot be compiled.
    """
    rules = [*_event_rules(), *load("dates_patterns", PatternRule, unique=("rule",))]
    macros = {rule.rule: rule.pattern for rule in rules if rule.reading == "macro"}
    named = set().union(*(literals(rule.pattern) for rule in rules))
    alphabet = make_alphabet(named, number_words())
    dispatch: dict[str, list[tuple[int, PatternRule, Pattern]]] = {}
    for order, rule in enumerate(rules):
        if rule.reading != "macro":
            pattern = compile_pattern(rule.pattern, alphabet, macros)
            for char in pattern.starts:
                dispatch.setdefault(char, []).append((order, rule, pattern))
    modifiers = load("dates_modifiers", Modifier, unique=("before", "after"))
    return Machine(alphabet, dispatch, _phrases(modifiers, "before"), _phrases(modifiers, "after"))


def read_tokens(text: str, start: int, end: int) -> Tokens:
    """Tokens of a stretch of text in the machine's alphabet."""
    return tokenise(text, start, end, machine().alphabet)


def candidates(tokens: Tokens, index: int) -> list[Match]:
    """Patterns that match at a token, longest first, equals in the order of the file."""
    rules = machine().dispatch.get(tokens.kinds[index])
    if not rules:
        return []
    found = []
    for order, rule, pattern in rules:
        hit = pattern.regex.match(tokens.kinds, index)
        if hit and hit.end() > index:
            found.append((-hit.end(), order, rule, pattern, hit))
    found.sort(key=lambda item: item[:2])
    return [
        Match(rule.rule, rule.reading, tokens, index, hit.end(), _groups(pattern, hit))
        for _, _, rule, pattern, hit in found
    ]


def _groups(pattern: Pattern, hit: Any) -> dict[str, tuple[int, int]]:
    made: dict[str, tuple[int, int]] = {}
    for number, name in enumerate(pattern.names, start=1):
        if hit.start(number) >= 0 and hit.end(number) > hit.start(number):
            made.setdefault(name, hit.span(number))
    return made


def starts(tokens: Tokens) -> Iterator[int]:
    """Tokens at which some pattern may start."""
    dispatch = machine().dispatch
    for index, char in enumerate(tokens.kinds):
        if char in dispatch:
            yield index


_JOINS = {
    "DATE": {"any", "date"},
    "TIME": {"any", "date"},
    "day": {"date"},
    "DURATION": {"any", "duration"},
    "span": set[str](),
    "SET": set[str](),
}


def _is_amount(word: str) -> bool:
    return word[:1].isdigit() or word in ("%", "percent", "cent") or word in number_words()


def extend(tokens: Tokens, first: int, last: int, kind: str) -> tuple[int, int, str | None]:
    """Take in the words around an expression that modify it.

    Args:
        tokens: The sentence.
        first: First token of the expression.
        last: The token behind it.
        kind: TIMEX3 type of the expression; "day" for a weekday or "today", "span" for a span
            that is not a plain count ("the past year").

    Returns:
        The new range and the modifier, None where no phrase was taken in.
    """
    wanted = _JOINS[kind]
    compiled, mod, begin = machine(), None, first
    edges = (first - 1, first) if tokens.word(first - 1) == "the" else (first,)
    for edge in edges:
        for phrase in compiled.before.get(tokens.word(edge - 1), ()):
            size = len(phrase.words)
            words = tuple(tokens.word(i) for i in range(edge - size, edge))
            if words == ("over",) and tokens.word(edge - 2) not in word_list("before_over"):
                continue  # "to be repaid over ten years"
            if words[-1] == "than" and _is_amount(tokens.word(edge - size - 1)):
                continue  # "58 fewer than a year before"
            if mod is None and phrase.on in wanted and words == phrase.words:
                begin, mod = edge - size, phrase.mod
                if tokens.word(begin - 1) == "the":
                    begin -= 1
    for phrase in compiled.after.get(tokens.word(last), ()):
        words = tuple(tokens.word(last + i) for i in range(len(phrase.words)))
        wide = phrase.on in wanted or (kind == "span" and phrase.on == "any")
        if wide and words == phrase.words:
            return begin, last + len(words), phrase.mod
    return begin, last, mod
