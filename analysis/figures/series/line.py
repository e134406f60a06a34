"""A sentence with what was counted in it and before it: the ground on which statistics stand."""

import re
from functools import cache
from typing import NamedTuple

from analysis.figures.series_words import measure_of, nouns, phrases
from analysis.figures.shallow import Token
from analysis.records import Finding

Span = tuple[int, int]
Counted = tuple[int, Finding]  # a finding and its index in the list of all

_BOUND = re.compile(
    r"[;:()–—]|,\s+(?:and|but|while|whereas|as|when|with|which)\b|\b(?:while|whereas|when)\b", re.I
)
_CLOSED = re.compile(
    r"[\"”'’)]*\s*(?:[,.;:)!?–—\n]|\Z|(?:and|or|but|while|whereas|in\s+(?:which|all)|respectively"
    r"|that|per|a|each)\b)",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A sentence, its tokens and the counts around it.

    `told` are the findings of the sentence from left to right, `before` those of the nearest
    earlier sentence that counted anything; `names` are its places and actors, `days` its dates.
    """

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    told: tuple[Counted, ...]
    before: tuple[Counted, ...]
    names: tuple[Span, ...]
    days: tuple[Span, ...]

    def left(self, at: int) -> str:
        """The words of the sentence before an offset."""
        return self.text[self.start : at]

    def right(self, at: int) -> str:
        """The words of the sentence behind an offset."""
        return self.text[at : self.end]

    def clause(self, at: int) -> str:
        """The words of the clause before an offset."""
        words = self.left(at)
        begin = max((m.end() for m in _BOUND.finditer(words)), default=0)
        return words[begin:]

    def closed(self, at: int) -> bool:
        """Whether a number that ends at an offset stands alone: no noun of its own behind it."""
        if any(0 <= start - at <= 2 for start, _ in self.days):
            return True
        return bool(_CLOSED.match(self.text, at, self.end))

    def named(self, at: int) -> bool:
        """Whether a place or an armed actor is named right before an offset."""
        return any(0 < at - end + 1 <= 3 and at > start for start, end in self.names)


def _bracketed(line: Line, finding: Finding) -> bool:
    """Whether a finding stands in brackets."""
    opened = line.text.rfind("(", line.start, finding.start)
    return opened >= 0 and line.text.rfind(")", opened, finding.start) < 0


def wholes(line: Line, at: int) -> list[Counted]:
    """Counts of the sentence that end before an offset: totals, and none that stand in brackets."""
    found = [
        (i, f)
        for i, f in line.told
        if f.end <= at and f.form in ("count", "rate") and not _bracketed(line, f)
    ]
    return [(i, f) for i, f in found if f.part_of is None] or found


def topic(line: Line, at: int) -> Counted | None:
    """What a number goes on from: the last total of the sentence, else the first one before it."""
    here = wholes(line, at) or [c for c in line.told if c[1].end <= at]
    return here[-1] if here else earlier(line)


def earlier(line: Line) -> Counted | None:
    """The first total of the sentence before."""
    counts = [(i, f) for i, f in line.before if f.form in ("count", "rate")]
    whole = [(i, f) for i, f in counts if f.part_of is None]
    return next(iter(whole or counts), None)


def noun_behind(words: str, *, reach: int = 6) -> str | None:
    """The measure of the first noun of statistics within a few words, before any stop."""
    stretch = re.match(rf"(?:[\s\"“]*[\w’'-]+){{0,{reach}}}", words)
    found = nouns().search(stretch[0]) if stretch else None
    return measure_of(found[0]) if found else None


def subject(clause: str) -> str | None:
    """The measure of the noun that is the subject of a clause ("abductions alone went up by")."""
    best = None
    for found in nouns().finditer(clause):
        opening = clause[: found.start()]
        if _patterns()["of number"].search(opening):
            return measure_of(found[0])
        if _patterns()["since"].search(opening):
            continue
        best = best or measure_of(found[0])
    return best


def anaphor(clause: str) -> bool:
    """Whether a clause begins with a word for the number told before ("the figure fell by")."""
    return bool(_patterns()["anaphor"].match(clause))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The lexicon in the places where it stands."""
    led = (
        r"(?:(?:and|but|in\s+all|overall|instead|still|then)\s*,?\s+)?"
        r"(?:(?:in|during|for|by)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+,?\s+)?"
    )
    return {
        "anaphor": re.compile(rf"[\s,\"“]*{led}{phrases('anaphor')}\b(?!\s+of\b)", re.IGNORECASE),
        "of number": re.compile(
            rf"\b{phrases('of number')}(?:\s+[\w’'-]+){{0,3}}\s+\Z", re.IGNORECASE
        ),
        "since": re.compile(rf"\b{phrases('since')}(?:\s+[\w’'-]+){{0,4}}\s+\Z", re.IGNORECASE),
    }
