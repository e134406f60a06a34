"""The stretch of time that a whole report covers, as its head says.

Two kinds: a situation report that states its coverage ("Covering 1 May to 30 June"), and a review
that counts the attacks and casualties of a month, a quarter or a year. What a review counts without
a date of its own belongs to the stretch that it reviews.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from analysis.figures.event_day import COMPARED, SINCE, dated, is_event_date, words_before
from analysis.records import Document, Sentence, TimeExpression, date_id

HEAD = 600  # characters in which a report says what it covers
_SPAN = re.compile(
    r"\b(?:covering|covers|coverage|reporting\s+period|period\s+covered|for\s+the\s+period|period)"
    r"\b\W{0,3}(?:from\s+|between\s+|the\s+)*\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:^|\n)\W*(?:data\s+|figures\s+|situation\s+)?(?:as\s+of|as\s+at|up\s+to|until)\s+\Z", re.I
)


class Coverage(NamedTuple):
    """First and last day that a report covers (None where it does not say), and the expression."""

    start: date | None = None
    end: date | None = None
    date_id: str | None = None


@lru_cache(maxsize=4)
def coverage_of(document: Document) -> Coverage:
    """What a report covers: "Covering 1 May to 30 June 2023", "As of 30 April 2025".

    Args:
        document: The article with its dates.
    """
    known = Coverage()
    for when in document.dates:
        if when.start > HEAD:
            break
        before = document.text[max(0, when.start - 50) : when.start]
        if when.range_start and when.range_end and _SPAN.search(before):
            return Coverage(when.range_start, when.range_end, date_id(document.article_id, when))
        if when.date_end and when.precision == "day" and _UNTIL.search(before):
            known = Coverage(None, when.date_end, date_id(document.article_id, when))
    return known


OPENING = 7  # sentences in which a review gives its tallies
SHORTEST = 20  # days of a stretch that is reviewed
STALE = 200  # days between its end and publication beyond which it is background
_LONG = frozenset(("month", "quarter", "half", "year"))
_REVIEW = re.compile(
    r"\b(?:reports?|review|assessment|survey|database|data\s*set|dataset|statistics|bulletin|monitors?|"
    r"monitoring|observatory|index|recorded|documented|logged|registered|tallied|tracked|verified|"
    r"compiled|figures\s+(?:show|released|compiled))\b",
    re.IGNORECASE,
)
_TALLY = re.compile(
    r"(?<![\w.])\d[\d,]*\s+(?:[\w-]+\s+){0,4}?(?:attacks|incidents|casualties|deaths|fatalities|bombings|"
    r"people|civilians|persons|lives|strikes|operations|events|violations|killings|clashes)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def reviewed(document: Document) -> Coverage | None:
    """The stretch that a review of attacks or casualties counts over.

    Args:
        document: The article with its dates.

    Returns:
        None for an article that first tells of an event of one day, and for one whose opening
        counts nothing over a month or more.
    """
    text = document.text
    for sentence in document.sentences[:OPENING]:
        stretch = text[sentence.start : sentence.end]
        for when in dated(document, sentence):
            if when.precision == "day" and not when.range_start:
                if is_event_date(text, sentence, when) and not _TALLY.search(stretch):
                    return None
                continue
            covered = _stretch(document, sentence, when)
            if covered and _TALLY.search(stretch) and _REVIEW.search(text, 0, sentence.end + 200):
                return covered
    return None


def _stretch(document: Document, sentence: Sentence, when: TimeExpression) -> Coverage | None:
    """A month or more that a date names and that is over, not one it is compared with."""
    start, end = when.range_start or when.date_start, when.range_end or when.date_end
    if start is None or end is None or (end - start).days < SHORTEST:
        return None
    if when.precision not in _LONG and not when.range_start and when.type != "DURATION":
        return None
    before = words_before(document.text, sentence, when, 60)
    if COMPARED.search(before) or SINCE.search(before):
        return None
    published = document.published
    if published and not 0 <= (published - min(end, published)).days <= STALE:
        return None
    if published and start > published:
        return None
    return Coverage(start, end, date_id(document.article_id, when))
