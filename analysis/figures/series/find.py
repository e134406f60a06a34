"""Find the statistics that go on from what the other detectors counted."""

from collections.abc import Sequence
from functools import cache

from analysis.figures.casualties.confidence import confidence_of
from analysis.figures.series.differences import difference
from analysis.figures.series.levels import dated, level
from analysis.figures.series.line import Counted, Line
from analysis.figures.series.lists import listed
from analysis.figures.series.shares import share
from analysis.figures.series.told import Told
from analysis.figures.series.words import nouns
from analysis.figures.shallow import Token, Vocabulary, read, vocabulary
from analysis.records import Document, Finding, Sentence

REACH = 2  # sentences that a count may stand back
_RULES = (difference, share, level, listed, dated)
_NEVER = ("negated", "denied")


def find(document: Document, counted: Sequence[Finding]) -> list[Finding]:
    """Find changes, shares, compared and listed numbers that say what they count only by a count.

    Args:
        document: The article with its sentences, dates, places and actors.
        counted: What the detectors found in it; `part_of` of the new findings points into this
            list, and behind its end into the new findings.

    Returns:
        Findings for numbers that no other finding covers, in the order of the text.
    """
    known = list(counted)
    by_sentence: dict[int, list[int]] = {}
    for index, finding in enumerate(known):
        if finding.certainty not in _NEVER:
            by_sentence.setdefault(finding.sentence, []).append(index)
    for sentence in document.sentences:
        near = [n for n in range(sentence.index - REACH, sentence.index) if by_sentence.get(n)]
        told = by_sentence.get(sentence.index)
        span = document.text, sentence.start, sentence.end
        if not (told or near or nouns().search(*span)):
            continue
        before = [(i, known[i]) for i in by_sentence[near[-1]]] if near else []
        for made in _sentence(document, sentence, known, before):
            by_sentence.setdefault(sentence.index, []).append(len(known))
            known.append(made)
    return known[len(counted) :]


def _sentence(
    document: Document, sentence: Sentence, known: list[Finding], before: list[Counted]
) -> list[Finding]:
    """The findings of one sentence; each may stand on those before it."""
    tokens = read(document, sentence, _vocabulary())
    made: list[Finding] = []
    told = [(i, f) for i, f in enumerate(known) if f.sentence == sentence.index]
    taken = [f for _, f in told]
    for place, token in enumerate(tokens):
        if token.tag != "quantity" or any(f.start < token.end and token.start < f.end for f in taken):
            continue
        so_far = [c for c in told if c[1].certainty not in _NEVER]
        so_far += [(len(known) + n, f) for n, f in enumerate(made)]
        line = Line(
            document.text,
            sentence.start,
            sentence.end,
            tokens,
            tuple(sorted(so_far, key=lambda c: c[1].start)),
            tuple(sorted(before, key=lambda c: c[1].start)),
            tuple((o.start, o.end) for o in (*document.places, *document.actors)),
            tuple((d.start, d.end) for d in document.dates if d.sentence == sentence.index),
        )
        found = next((one for rule in _RULES if (one := rule(line, place)) is not None), None)
        if found is not None:
            made.append(_finding(sentence, token, found))
    return made


@cache
def _vocabulary() -> Vocabulary:
    return vocabulary({})


def _finding(sentence: Sentence, token: Token, told: Told) -> Finding:
    """A quantity with what a rule said of it."""
    quantity = token.quantity
    assert quantity is not None  # only quantity tokens are told
    low, best, high = quantity.low, quantity.best, quantity.high
    if told.sign < 0:
        low, best, high = (None if v is None else -v for v in (high, best, low))
    end = told.end or token.end
    whole = told.source[0] if told.part and told.source else None
    return Finding(
        sentence.index,
        token.start,
        end,
        told.measure,
        told.form,
        low,
        best,
        high,
        quantity.quantifier,
        told.unit,
        told.rule,
        token.start,
        end,
        group=told.group,
        group_text=told.group_text,
        part_of=whole,
        certainty=told.certainty,
        confidence=confidence_of(told.rule),
    )
