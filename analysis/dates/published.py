"""The publication date of an article, inferred from its text where nobody gives it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from analysis.records import Sentence


class Published(NamedTuple):
    """A publication date inferred from the text, and the rule that did it."""

    date: date | None
    rule: str | None


def infer_published(text: str, sentences: Sequence[Sentence]) -> Published:
    """Infer the publication date of an article from its text."""
    return Published(None, None)
