"""The stretch of time that a whole report covers, as its head says."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from analysis.records import Document, date_id

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
