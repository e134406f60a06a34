"""Violent acts told without a casualty figure: an attack is an incident too."""

import re
from functools import cache
from typing import NamedTuple

from analysis.figures.assemble import assemble
from analysis.lexicon import load, phrase_pattern
from analysis.records import Document, Figure, Finding, Sentence

_ARTICLE = r"(?:an?|the|another|one|two|three|several|armed|drone|air|first|second|third)"
_UNREAL = re.compile(
    r"\b(?:no|not|never|could|would|might|may\s+(?:have|be)|will|should|threat\w*|plan\w*|plot\w*|foil\w*|avert\w*"
    r"|fear\w*|accus\w+|condemn\w*|against|since|anniversary|defus\w+|drill|if)\b",
    re.IGNORECASE,
)


class ActEntry(NamedTuple):
    """The lists of `violent_acts.toml`."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]


@cache
def act_pattern() -> re.Pattern[str]:
    """The words of violent acts."""
    entry = load("violent_acts", ActEntry, unique=("verbs", "nouns"))[0]
    verbs, nouns = phrase_pattern(entry.verbs), phrase_pattern(entry.nouns)
    return re.compile(
        rf"\b(?P<verb>{verbs})\b|\b{_ARTICLE}\s+(?:[\w-]+\s+){{0,3}}?(?P<noun>{nouns})\b"
        rf"|\b(?P<plain>{nouns})\s+(?:on|in|at|near|erupted|broke|took|occurred|happened|between|with)\b",
        re.IGNORECASE,
    )


def act_of(document: Document) -> Figure | None:
    """The first violent act that a document tells as a fact, with its context.

    Args:
        document: The article with dates, places and actors.

    Returns:
        A figure that stands for the act (never a row itself), or None where no sentence tells of
        an act together with a place or a day.
    """
    for sentence in document.sentences:
        found = act_pattern().search(document.text, sentence.start, sentence.end)
        if found is None or not _anchored(document, sentence):
            continue
        name = next(n for n in ("verb", "noun", "plain") if found[n])
        start, end = found.span(name)
        if _UNREAL.search(document.text, max(sentence.start, start - 60), start):
            continue
        finding = Finding(
            sentence.index,
            start,
            end,
            "killed",
            "count",
            None,
            None,
            None,
            "implied",
            "person",
            "act",
            start,
            end,
        )
        return assemble(document, [finding])[0]
    return None


def _anchored(document: Document, sentence: Sentence) -> bool:
    """Whether a place or a day is named in a sentence."""

    def inside(start: int) -> bool:
        return sentence.start <= start < sentence.end

    dated = any(
        d.type == "DATE" and d.precision == "day" and inside(d.start) for d in document.dates
    )
    return dated or any(inside(p.start) for p in document.places)
