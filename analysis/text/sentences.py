"""Split running text into sentences with offsets, by punctuation and line breaks alone.

Works without a parser and without letter case, so that capitals-only newswire, headlines and
machine-translated debris are split the same way.
"""

import re
from functools import cache
from typing import NamedTuple

from analysis.lexicon import load
from analysis.records import Sentence

LONGEST = 2_000  # characters; a longer stretch without a stop is cut at a blank

_MARKS = r"[.!?…؟۔]+[\"'”’)\]]*(?=\s|[A-Z“]|$)"
_WRAPPED = re.compile(_MARKS + r"|\n[ \t]*\n\s*|\n(?=[ \t]*[-•*▪●–]\s)")
_PARAGRAPHS = re.compile(_MARKS + r"|\n\s*")
_WORD_BEFORE = re.compile(r"[\w.&'’-]+\Z")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]\Z")


class Abbreviation(NamedTuple):
    """Words that carry a full stop without ending a sentence."""

    words: tuple[str, ...]
    before_number_only: bool = False


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    entries = load("abbreviations", Abbreviation)
    plain = {w.casefold() for e in entries if not e.before_number_only for w in e.words}
    numbered = {w.casefold() for e in entries if e.before_number_only for w in e.words}
    return frozenset(plain), frozenset(numbered)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop really ends a sentence."""
    mark = stop.group()
    if not mark.startswith(".") or "\n" in mark or len(mark) > 1:
        return True
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 30), stop.start())
    word = before.group().casefold() if before else ""
    after = text[stop.end() : stop.end() + 40].lstrip(" \t\r\n")
    if not after:
        return True
    plain, numbered = _abbreviations()
    if word in numbered and after[0].isdigit():
        return False
    if word in plain:
        return False
    if stop.end() < len(text) and not text[stop.end()].isspace():  # "fields.Islamabad", not "U.S"
        return len(word) > 2 and word.isalpha() and after[0].isupper() and after[1:2].islower()
    if _INITIALS.match(word):  # "U.S. forces", "J. Smith", but "... in the U.S. The strike"
        if len(word) == 1:
            return word.isdigit() or not after[0].isupper()
        return bool(re.match(r"(?:The|A|An|In|On|It|He|She|They|But|At|This|That)\s", after))
    return not after[0].islower()


def _is_wrapped(text: str) -> bool:
    """Whether single line breaks only wrap the text at a column, as agency wires do."""
    lines = [line.strip() for line in text.split("\n")]
    broken = [len(a) for a, b in zip(lines, lines[1:], strict=False) if a and b]
    long_lines = sum(length > 40 for length in broken)
    return bool(broken) and max(map(len, lines)) <= 100 and 2 * long_lines >= len(broken)


def split(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences.

    Args:
        text: Any text; blank lines and bullet points end a sentence too.

    Returns:
        Sentences in order, without surrounding white space; they do not overlap, and together
        they hold every character that is not white space.
    """
    cuts, last = [], 0
    for stop in (_WRAPPED if _is_wrapped(text) else _PARAGRAPHS).finditer(text):
        if _ends(text, stop):
            cuts.append(stop.end())
    cuts.append(len(text))
    made: list[Sentence] = []
    for cut in cuts:
        while cut - last > LONGEST:
            blank = text.rfind(" ", last + LONGEST // 2, last + LONGEST)
            middle = blank if blank > 0 else last + LONGEST
            last = _add(made, text, last, middle)
        last = _add(made, text, last, cut)
    return tuple(made)


def _add(made: list[Sentence], text: str, start: int, end: int) -> int:
    """Append the stretch without its white space, if anything is left; return `end`."""
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        begin = start + len(piece) - len(piece.lstrip())
        made.append(Sentence(len(made), begin, begin + len(inner)))
    return end
