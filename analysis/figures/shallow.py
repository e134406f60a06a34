"""A shallow reading of a sentence: words, phrases of the lexicons, quantities and dates as tokens.

No parser is needed, so that capitals, headlines and machine-translated debris are read alike. A
token is the longest phrase known at its place; what no lexicon knows is a plain word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from analysis.figures import groups
from analysis.lexicon import load
from analysis.records import Document, Quantity, Sentence
from analysis.text.numbers import find_quantities

_WORD = re.compile(r"['’]s\b|n['’]t\b|\w+(?:['’](?!s\b)\w+)*|[^\w\s]")
_ARMED = {"military", "police", "security_forces", "militant", "perpetrator"}
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


class FunctionWords(NamedTuple):
    """One class of `function_words.toml`."""

    tag: str
    words: tuple[str, ...]


class CountedNouns(NamedTuple):
    """One kind of `counted_nouns.toml`."""

    kind: str
    words: tuple[str, ...]
    core: tuple[str, ...] = ()


class Token(NamedTuple):
    """A word, phrase, quantity or date of a sentence.

    `tag` is a class of `function_words.toml`, or word, quantity, measure (a quantity with a unit
    of measurement, a year), date or mark (punctuation). `kind` is what a noun counts, `marks` the
    entries of a detector's lexicon that the phrase stands in.
    """

    start: int
    end: int
    text: str
    tag: str
    kind: str | None = None
    marks: tuple[Any, ...] = ()
    capital: bool = False
    quantity: Quantity | None = None


class Vocabulary(NamedTuple):
    """Phrases by their words, and by first word the length of the longest one."""

    phrases: dict[tuple[str, ...], tuple[str | None, str | None, tuple[Any, ...]]]
    longest: dict[str, int]


def key(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as tokens compare them: lower case, hyphens gone."""
    return tuple(
        word for word in _WORD.findall(phrase.casefold().replace("’", "'")) if word not in "-–"
    )


def vocabulary(marks: Mapping[str, Iterable[Any]]) -> Vocabulary:
    """Join the common lexicons with the phrases of a detector (phrase → its entries)."""
    phrases: dict[tuple[str, ...], tuple[str | None, str | None, tuple[Any, ...]]] = {}
    for entry in load("function_words", FunctionWords):
        for word in entry.words:
            phrases[key(word)] = (entry.tag, None, ())
    for noun in load("counted_nouns", CountedNouns):
        for word in noun.words:
            tag = phrases.get(key(word), (None, None, ()))[0]
            phrases[key(word)] = (tag, noun.kind, ())
    for phrase, entries in marks.items():
        tag, kind, known = phrases.get(key(phrase), (None, None, ()))
        phrases[key(phrase)] = (tag, kind, (*known, *entries))
    longest: dict[str, int] = {}
    for words in phrases:
        longest[words[0]] = max(longest.get(words[0], 1), len(words))
    return Vocabulary(phrases, longest)


@cache
def _core() -> tuple[tuple[str, str], ...]:
    entries = load("counted_nouns", CountedNouns)
    return tuple((word, entry.kind) for entry in entries for word in entry.core)


@cache
def misspelt(word: str) -> str | None:
    """Kind of a core noun that a word is one slip away from ("familys"), or None.

    A slip is a letter too many, too few or wrong, or two letters swapped.
    """
    if word.endswith("ys"):
        word = word[:-2] + "ies"
    for core, kind in _core():
        if abs(len(core) - len(word)) > 1 or word[:2] != core[:2] or len(word) < 5:
            continue
        at = next((n for n, (a, b) in enumerate(zip(word, core, strict=False)) if a != b), None)
        if at is None:
            return kind
        rest, other = word[at:], core[at:]
        swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
        if swapped or rest[1:] == other[1:] or rest == other[1:] or rest[1:] == other:
            return kind
    return None


@cache
def _person_kind(word: str) -> str | None:
    """Kind of a people noun of the groups lexicon, or None."""
    known = groups.noun(word)
    if known is None or known.number == "singular":
        return None
    return "armed" if known.group in _ARMED else "person"


def quantities_of(document: Document, sentence: Sentence) -> list[tuple[Quantity, str]]:
    """Quantities of a sentence with the tag of their token: quantity, measure or date."""
    spans = [(d.start, d.end) for d in document.dates if d.sentence == sentence.index]
    made = []
    for q in find_quantities(document.text, sentence.start, sentence.end):
        number = document.text[q.number_start : q.number_end]
        if q.kind == "fraction" and not any(
            (s < q.start or q.end < e) and s < q.number_end and q.number_start < e for s, e in spans
        ):  # "three quarters" alone is no date, "the first half of 2024" is one
            tag = "quantity"
        elif any(s < q.number_end and q.number_start < e for s, e in spans):
            tag = "date"
        elif q.unit or (q.kind == "digits" and _is_name(document.text, q, number)):
            tag = "measure"
        else:
            tag = "quantity"
        made.append((q, tag))
    return made


_CLOCK = re.compile(r"[0-2]\d[0-5]\d\Z")


def _is_name(text: str, quantity: Quantity, number: str) -> bool:
    """Whether digits are a year, a clock time ("at 1845"), or an age between commas."""
    before = text[max(0, quantity.number_start - 6) : quantity.number_start].casefold()
    opening = text[max(0, quantity.start - 6) : quantity.start].casefold().rstrip("[( ")
    if _CLOCK.match(number) and opening.endswith((" at", "from", " to", "before")):
        return True
    if quantity.quantifier != "exact":
        return False
    if _YEAR.match(number):
        return True
    if len(number) > 2:
        return False
    dateline = re.search(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s\Z", before)
    return bool(dateline) or (before.endswith(", ") and text[quantity.number_end :][:2] == ", ")


def read(document: Document, sentence: Sentence, known: Vocabulary) -> tuple[Token, ...]:
    """Tokens of a sentence, from left to right.

    Args:
        document: The article; its dates become tokens of their own.
        sentence: Which sentence.
        known: The phrases to look for, see `vocabulary`.

    Returns:
        Tokens that do not overlap. Hyphens within words are not tokens.
    """
    text = document.text
    blocks = [(q.start, q.end, tag, q) for q, tag in quantities_of(document, sentence)]
    blocks += [
        (d.start, d.end, "date", None)
        for d in document.dates
        if d.sentence == sentence.index
        and not any(b[0] < d.end and d.start < b[1] for b in blocks if b[2] != "date")
    ]
    blocks.sort(key=lambda b: (b[0], -b[1]))
    tokens: list[Token] = []
    place = sentence.start
    for start, end, tag, quantity in blocks:
        if start < place:
            continue
        tokens += _words(text, place, start, known)
        words = text[start:end].casefold()
        tokens.append(Token(start, end, words, tag, quantity=quantity))
        place = end
    tokens += _words(text, place, sentence.end, known)
    shouted = sum(t.capital for t in tokens) > 0.6 * sum(t.tag != "mark" for t in tokens)
    if shouted and len(tokens) > 4:  # capitals throughout: they say nothing of names
        return tuple(t._replace(capital=False) for t in tokens)
    return tuple(tokens)


def _words(text: str, start: int, end: int, known: Vocabulary) -> list[Token]:
    """Tokens of a stretch without quantities."""
    found = [
        m
        for m in _WORD.finditer(text, start, end)
        if not (
            m.group() in "-–‐‑"
            and text[m.start() - 1 : m.start()].isalnum()
            and text[m.end() : m.end() + 1].isalnum()
        )
    ]
    spans = [span for m in found for span in _unglued(text[m.start() : m.end()], m.start(), known)]
    spans = _rejoined(text, spans, known)
    words = [text[s:e].casefold().replace("’", "'").replace("-", "") for s, e in spans]
    tokens, place = [], 0
    while place < len(words):
        length, tag, kind, marks = _longest(words, place, known)
        start, stop = spans[place][0], spans[place + length - 1][1]
        if tag is None:
            tag = "word" if text[start].isalnum() else "mark"
            if length == 1 and not marks:
                kind = kind or _person_kind(words[place])
        tokens.append(
            Token(
                start,
                stop,
                " ".join(words[place : place + length]),
                tag,
                kind,
                marks,
                text[start].isupper(),
            )
        )
        place += length
    return tokens


_JOINTS = frozenset(  # words that lose the blank beside them most often
    ("people", "persons", "families", "were", "was", "been", "have", "are", "being", "had")
    + ("in", "from", "by", "to", "of", "and", "is", "at", "their", "who", "after", "since", "into")
)


def _unglued(word: str, start: int, known: Vocabulary) -> list[tuple[int, int]]:
    """Offsets of a word, or of its two halves where a blank was lost ("peoplewere")."""
    whole = [(start, start + len(word))]
    lower = word.casefold()
    if len(word) < 7 or not lower.isalpha() or lower in known.longest or _person_kind(lower):
        return whole
    for cut in range(2, len(lower) - 1):
        left, right = lower[:cut], lower[cut:]
        if (
            (left, right) in known.phrases
            or (left in _JOINTS and _telling(right, known))
            or (right in _JOINTS and _telling(left, known))
        ):
            return [(start, start + cut), (start + cut, start + len(word))]
    return whole


def _rejoined(
    text: str, spans: Sequence[tuple[int, int]], known: Vocabulary
) -> list[tuple[int, int]]:
    """Words that the end of a line had cut with a hyphen ("fami-lies") in one piece again."""
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and start - made[-1][1] == 1 and text[start - 1] == "-":
            first = text[made[-1][0] : made[-1][1]].casefold()
            whole = (first + text[start:end].casefold(),)
            if first not in known.longest and whole in known.phrases:
                made[-1] = (made[-1][0], end)
                continue
        made.append((start, end))
    return made


def _telling(word: str, known: Vocabulary) -> bool:
    """Whether a word alone is a verb or noun of the lexicons."""
    entry = known.phrases.get((word,))
    return entry is not None and (bool(entry[2]) or entry[0] in ("aux", "actual", "harm"))


def _longest(
    words: Sequence[str], place: int, known: Vocabulary
) -> tuple[int, str | None, str | None, tuple[Any, ...]]:
    """Length and entry of the longest known phrase at a place; length 1 if none."""
    if words[place].endswith("eds") and words[place] not in known.longest:
        words = [*words[:place], words[place][:-1], *words[place + 1 :]]  # "evacuateds"
    most = min(known.longest.get(words[place], 0), len(words) - place)
    for length in range(most, 0, -1):
        entry = known.phrases.get(tuple(words[place : place + length]))
        if entry:
            return (length, *entry)
    return (1, None, None, ())
