"""Dates room: temporal expressions and what they name."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from analysis.records import Sentence, TimeExpression


class Published(NamedTuple):
    """A publication date inferred from the text, and the rule that did it."""

    date: date | None
    rule: str | None


def tag(
    text: str, sentences: Sequence[Sentence], *, published: date | None = None
) -> tuple[TimeExpression, ...]:
    """Find the temporal expressions of an article."""
    return ()


def infer_published(text: str, sentences: Sequence[Sentence]) -> Published:
    """Infer the publication date of an article from its text."""
    return Published(None, None)
