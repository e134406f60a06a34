"""Displacement figures."""

from analysis.records import Document, Finding


def find(document: Document) -> list[Finding]:
    """Find people on the move and houses destroyed or damaged."""
    return []
