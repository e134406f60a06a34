"""Mend a document sentence by sentence, and carry findings back to the article's own words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from analysis.figures.groups import noun
from analysis.figures.mending.line import Line, Origin, back
from analysis.figures.mending.phrases import NUMBER, PEOPLE, mend_phrases
from analysis.figures.mending.words import agree, mend_words
from analysis.records import Document, Finding, Place, Quantity, Sentence, TimeExpression
from analysis.text import find_quantities

_PERSON = re.compile(r"\s([^\W\d_]+(?:-[^\W\d_]+)*)")
Span = TypeVar("Span", TimeExpression, Place)


class Stretch(NamedTuple):
    """A part of the mended text: `origins` where it was mended, else as in the article."""

    start: int
    source: int
    origins: tuple[Origin, ...] = ()


class Mended(NamedTuple):
    """A document in plainer words, and where its parts come from.

    `document` is the article itself where nothing was mended; `sentences` are the indices of the
    sentences that were.
    """

    document: Document
    stretches: tuple[Stretch, ...] = ()
    sentences: frozenset[int] = frozenset()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the article of a stretch of the mended text."""
        if not self.stretches:
            return start, end
        at = bisect_right([s.start for s in self.stretches], start) - 1
        stretch = self.stretches[at]
        if not stretch.origins:
            return start - stretch.start + stretch.source, end - stretch.start + stretch.source
        inside = stretch.origins[start - stretch.start : max(end, start + 1) - stretch.start]
        return back(inside or stretch.origins[-1:])

    def finding(self, found: Finding, original: str) -> Finding:
        """A finding of the mended document with the offsets and words of the article."""
        if found.sentence not in self.sentences and not self.stretches:
            return found
        start, end = self.back(found.start, found.end)
        trigger = self.back(found.trigger_start, found.trigger_end)
        words = found.group_text
        mended = found.sentence in self.sentences
        if words and mended:
            sentence = self.document.sentences[found.sentence]
            at = self.document.text.find(words, found.start, sentence.end)
            if at < 0:
                at = self.document.text.find(words, sentence.start, sentence.end)
            if at >= 0:
                first, last = self.back(at, at + len(words))
                words = original[first:last]
        return found._replace(
            start=start,
            end=end,
            trigger_start=trigger[0],
            trigger_end=trigger[1],
            group_text=words,
            rule=f"mended:{found.rule}" if mended else found.rule,
            confidence=round(found.confidence * 0.9, 3) if mended else found.confidence,
        )


def mend_sentence(text: str, start: int, end: int, dates: Sequence[TimeExpression] = ()) -> Line:
    """Mend one sentence.

    Args:
        text: The article's text.
        start: The sentence's start.
        end: The sentence's end.
        dates: The article's temporal expressions, whose numbers count nothing.

    Returns:
        The sentence in plainer words; `changed` says whether it differs.
    """
    line = Line(text[start:end].replace(NUMBER, " "), start)
    mend_words(line)
    near = [d for d in dates if d.start < end and start < d.end]
    for quantity, first, last in reversed(_cover(line, near)):
        if agree(line, quantity, first, last):
            _cover(line, near)
    mend_phrases(line, lambda: _cover(line, near))
    return line


def _cover(line: Line, dates: Sequence[TimeExpression]) -> list[tuple[Quantity, int, int]]:
    """Cover the numbers and mark the nouns in the line's shadow; the numbers and their places."""
    plain = line.text.replace(PEOPLE, " ")
    spans = [span for d in dates if (span := line.places_of(d.start, d.end))]
    shadow, made = plain, []
    for q in find_quantities(line.text):
        if any(s < q.number_end and q.number_start < e for s, e in spans):
            continue
        shadow = shadow[: q.start] + NUMBER * (q.end - q.start) + shadow[q.end :]
        made.append((q, q.start, q.end))
    if made:
        shadow = _PERSON.sub(lambda m: PEOPLE + m[1] if noun(m[1]) else m[0], shadow)
    line.shadow = shadow
    return made


def mend(document: Document) -> Mended:
    """Mend the sentences of a document that need it.

    Args:
        document: The article with its sentences, dates and places.

    Returns:
        The mended document, whose offsets are its own, and the way back.
    """
    lines = {}
    for sentence in document.sentences:
        line = mend_sentence(document.text, sentence.start, sentence.end, document.dates)
        if line.changed:
            lines[sentence.index] = line
    if not lines:
        return Mended(document)
    text, stretches, sentences, place = "", [], [], 0
    parts: list[str] = []
    size = 0
    for sentence in document.sentences:
        line = lines.get(sentence.index)
        if sentence.start > place or line is None:
            stretches.append(Stretch(size, place))
            stop = sentence.start if line is not None else sentence.end
            begin = size + sentence.start - place
            parts.append(document.text[place:stop])
            size += stop - place
        else:
            begin = size
        if line is not None:
            begin = size
            stretches.append(Stretch(size, sentence.start, tuple(line.origins)))
            parts.append(line.text)
            size += len(line.text)
        sentences.append(Sentence(sentence.index, begin, size))
        place = sentence.end
    stretches.append(Stretch(size, place))
    parts.append(document.text[place:])
    text = "".join(parts)
    shift = _Shift(document, lines, sentences)
    return Mended(
        document._replace(
            text=text,
            sentences=tuple(sentences),
            dates=shift.spans(document.dates),
            places=shift.spans(document.places),
        ),
        tuple(stretches),
        frozenset(lines),
    )


class _Shift(NamedTuple):
    """From the article's offsets to the mended text's, for dates and places."""

    document: Document
    lines: dict[int, Line]
    sentences: list[Sentence]

    def spans(self, found: Sequence[Span]) -> tuple[Span, ...]:
        """Dates or places at their new offsets; those that are gone are left out."""
        starts = [s.start for s in self.document.sentences]
        made = []
        for one in found:
            index = max(bisect_right(starts, one.start) - 1, 0)
            line, new = self.lines.get(index), self.sentences[index]
            if line is None:
                shift = new.start - self.document.sentences[index].start
                made.append(one._replace(start=one.start + shift, end=one.end + shift))
            elif span := line.places_of(one.start, one.end):
                made.append(one._replace(start=new.start + span[0], end=new.start + span[1]))
        return tuple(made)
