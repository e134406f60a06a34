"""Context room: places, actors and claimants named in the text."""

from collections.abc import Sequence
from datetime import date

from analysis.records import Actor, Place, Sentence


def find_places(text: str, sentences: Sequence[Sentence]) -> tuple[Place, ...]:
    """Find the places of an article."""
    return ()


def find_actors(
    text: str, sentences: Sequence[Sentence], *, published: date | None = None
) -> tuple[Actor, ...]:
    """Find the armed and state actors of an article."""
    return ()
