"""Find the statistics that go on from what the other detectors counted."""

from collections.abc import Iterable, Sequence
from functools import cache

from analysis.figures.casualties.confidence import confidence_of
from analysis.figures.rates import rate_beside
from analysis.figures.series.differences import difference
from analysis.figures.series.headed import headed
from analysis.figures.series.levels import dated, level
from analysis.figures.series.line import Counted, Line, Span
from analysis.figures.series.lists import listed
from analysis.figures.series.shares import share
from analysis.figures.series.told import Told
from analysis.figures.series_words import nouns
from analysis.figures.shallow import Token, Vocabulary, read, vocabulary
from analysis.records import Actor, Document, Finding, Place, Sentence, TimeExpression

REACH = 2  # sentences that a count may stand back
LONGEST = 2000  # characters of a sentence; what is longer is a table or debris
_RULES = (difference, share, headed, level, listed, dated)
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
        long = sentence.end - sentence.start > LONGEST
        if long or not (told or near or nouns().search(*span)):
            continue
        before = _in_order((i, known[i]) for i in by_sentence[near[-1]]) if near else ()
        made = _sentence(document, sentence, known, before)
        by_sentence.setdefault(sentence.index, []).extend(range(len(known), len(known) + len(made)))
        known += made
    return known[len(counted) :]


def _sentence(
    document: Document, sentence: Sentence, known: Sequence[Finding], before: tuple[Counted, ...]
) -> list[Finding]:
    """The findings of one sentence; each may stand on those before it."""
    tokens = read(document, sentence, _vocabulary())
    here = [(i, f) for i, f in enumerate(known) if f.sentence == sentence.index]
    line = Line(
        document.text,
        sentence.start,
        sentence.end,
        tokens,
        _in_order(c for c in here if c[1].certainty not in _NEVER),
        before,
        _within(sentence, (*document.places, *document.actors)),
        _within(sentence, document.dates),
    )
    made: list[Finding] = []
    for place, token in enumerate(tokens):
        if token.tag != "quantity" or any(
            f.start < token.end and token.start < f.end for _, f in here
        ):
            continue
        found = next((one for rule in _RULES if (one := rule(line, place)) is not None), None)
        if found is not None:
            made.append(_finding(document.text, sentence, token, found))
            told = (*line.told, (len(known) + len(made) - 1, made[-1]))
            line = line._replace(told=_in_order(told))
    return made


def _in_order(counted: Iterable[Counted]) -> tuple[Counted, ...]:
    """Counts in the order of the text."""
    return tuple(sorted(counted, key=lambda c: (c[1].start, c[0])))


def _within(
    sentence: Sentence, spans: Sequence[Place | Actor | TimeExpression]
) -> tuple[Span, ...]:
    """Offsets of what stands in a sentence."""
    return tuple((o.start, o.end) for o in spans if sentence.start <= o.start < sentence.end)


@cache
def _vocabulary() -> Vocabulary:
    return vocabulary({})


def _finding(text: str, sentence: Sentence, token: Token, told: Told) -> Finding:
    """A quantity with what a rule said of it."""
    quantity = token.quantity
    assert quantity is not None  # only quantity tokens are told
    low, best, high = quantity.low, quantity.best, quantity.high
    if told.sign < 0:
        low, best, high = (None if v is None else -v for v in (high, best, low))
    end = told.end or token.end
    counted = told.form == "count"
    per = rate_beside(text, (end,), token.start, sentence.end) if counted else None
    whole = told.source[0] if told.part and told.source else None
    return Finding(
        sentence.index,
        token.start,
        end,
        told.measure,
        "rate" if per else told.form,
        low,
        best,
        high,
        quantity.quantifier,
        told.unit,
        told.rule,
        token.start,
        end,
        rate_per=per,
        group=told.group,
        group_text=told.group_text,
        part_of=whole,
        certainty=told.certainty,
        confidence=confidence_of(told.rule),
    )
