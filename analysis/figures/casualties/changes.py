"""Increases and falls of casualties, and shares of them, in percent."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.figures.casualties.confidence import confidence_of
from analysis.figures.casualties.fates import tally_words
from analysis.figures.casualties.shapes import Unit
from analysis.figures.casualties.words import words
from analysis.figures.changes import ChangeWords
from analysis.figures.sharers import sharers
from analysis.lexicon import load, phrase_pattern
from analysis.records import Document, Finding, Quantity, Sentence
from analysis.text import find_quantities

_NEAR = 90
_BRACKETS = re.compile(r"\([^()]*\)")
_MADE_UP = re.compile(
    r"\bma(?:de|kes?|king)\s+up\s+(?:(?:about|some|nearly|over)\s+)*\Z", re.IGNORECASE
)


class _Patterns(NamedTuple):
    """The lexicons of changes, compiled: words before and behind a number by sign, and subjects."""

    before: dict[int, re.Pattern[str]]
    after: dict[int, re.Pattern[str]]
    subjects: tuple[tuple[str, re.Pattern[str]], ...]
    share: re.Pattern[str]
    change_in: re.Pattern[str]
    other: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    before, after, changing = {}, {}, []
    for entry in load("change_words", ChangeWords, unique=("before", "after")):
        if entry.sign:
            led = rf"\b{phrase_pattern(entry.before)}\s+(?:(?:of|by|some|about|a|to)\s+)*\Z"
            before[entry.sign] = re.compile(led, re.IGNORECASE)
            said = rf"\s*(?:\w+\s+)?{phrase_pattern(entry.after)}\b"
            after[entry.sign] = re.compile(said, re.IGNORECASE)
            changing += entry.after
    fates = {"killed": tally_words("dead"), "injured": tally_words("hurt")}
    named: dict[str, set[str]] = {measure: set(said) for measure, said in fates.items()}
    for word, noun in words().counted.items():
        named.setdefault(noun.measure, set()).add(word)
    dead = phrase_pattern(sorted(tally_words("dead") | {"casualties"}))
    return _Patterns(
        before,
        after,
        tuple(
            (measure, re.compile(rf"\b{phrase_pattern(sorted(named[measure]))}\b", re.IGNORECASE))
            for measure in ("casualties", "killed", "injured", "abducted")
        ),
        re.compile(rf"\s+of\s+(?:the|those|all)\s+(?:\w+\s+){{0,2}}{dead}\b", re.IGNORECASE),
        re.compile(rf"\s*(?:\w+\s+)?{phrase_pattern(changing)}\s+in\s+(.{{0,25}})", re.IGNORECASE),
        re.compile(rf"\b{phrase_pattern(sorted(tally_words('other')))}\b", re.IGNORECASE),
    )


def changes_in(
    document: Document, sentence: Sentence, units: list[Unit], counted: Sequence[Finding]
) -> list[Finding]:
    """Find changes and shares in percent that a sentence states of casualties.

    Args:
        document: The article.
        sentence: The sentence.
        units: Its units.
        counted: The casualties that it counts.
    """
    text = document.text
    made = []
    for quantity in find_quantities(text, sentence.start, sentence.end):
        if quantity.kind != "percent" or quantity.best is None:
            continue
        share = _patterns().share.match(text, quantity.end, sentence.end)
        sign = _sign(text, sentence, quantity)
        if share is None and sign is None:
            continue
        measure = _measure(text, sentence, quantity, counted)
        if share:
            measure = "casualties" if share[0].endswith("casualties") else "killed"
        if measure is None:
            continue
        factor = sign or 1
        left, right = text[sentence.start : quantity.start], text[quantity.end : sentence.end]
        group, named = sharers(left, right) if share else (None, None)
        made.append(
            Finding(
                sentence=sentence.index,
                start=quantity.start,
                end=quantity.end,
                measure=measure,
                form="share" if share else "change",
                low=None if quantity.low is None else quantity.low * factor,
                best=quantity.best * factor,
                high=None if quantity.high is None else quantity.high * factor,
                quantifier=quantity.quantifier,
                unit="percent",
                rule=f"{measure}.{'share' if share else 'change'}",
                trigger_start=quantity.start,
                trigger_end=quantity.end,
                group=group,
                group_text=named,
                confidence=confidence_of(f"{measure}.{'share' if share else 'change'}"),
            )
        )
    return made


def _bracketed(text: str, sentence: Sentence, finding: Finding, quantity: Quantity) -> bool:
    """Whether a count stands in brackets that are closed before the percentage."""
    opened = text.rfind("(", sentence.start, finding.start)
    closed = text.find(")", finding.end, quantity.start)
    return opened >= 0 and closed >= 0 and text.rfind(")", opened, finding.start) < 0


def _sign(text: str, sentence: Sentence, quantity: Quantity) -> int | None:
    """1 for an increase, -1 for a fall, None for neither."""
    begin = max(sentence.start, quantity.start - 40)
    if _MADE_UP.search(text, begin, quantity.start):
        return None
    for sign, pattern in _patterns().before.items():
        if pattern.search(text, begin, quantity.start):
            return sign
    for sign, pattern in _patterns().after.items():
        if pattern.match(text, quantity.end, sentence.end):
            return sign
    return None


def _measure(
    text: str, sentence: Sentence, quantity: Quantity, counted: Sequence[Finding]
) -> str | None:
    """The casualties that changed: those counted right before, or the clause's subject."""
    near = [f for f in counted if 0 <= quantity.start - f.end <= 2 * _NEAR and f.form == "count"]
    near = [f for f in near if not _bracketed(text, sentence, f, quantity)]
    near = [f for f in near if quantity.start - f.end <= _NEAR] or near[-1:]
    if near:
        last = max(near, key=lambda f: f.end)
        return None if _patterns().other.search(text, last.end, quantity.start) else last.measure
    before = text[max(sentence.start, quantity.start - _NEAR) : quantity.start]
    before = _BRACKETS.sub(lambda m: " " * len(m[0]), before)
    after = text[quantity.end : min(sentence.end, quantity.end + 40)]
    places = [(m.start(), name) for name, p in _patterns().subjects for m in p.finditer(before)]
    if places and not _patterns().other.search(before, max(places)[0]):
        return max(places)[1]
    ahead = _patterns().change_in.match(after)
    if ahead:
        return next((name for name, p in _patterns().subjects if p.search(ahead[1])), None)
    return None
