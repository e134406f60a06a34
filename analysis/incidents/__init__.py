"""Incidents room: one row a violent event told in an article."""

from collections.abc import Sequence

from analysis.records import Document, Figure, Incident


def tell(
    document: Document, figures: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Incident, ...]]:
    """Group figures into incidents; return the figures with incident_id, and the incidents."""
    return tuple(figures), ()
