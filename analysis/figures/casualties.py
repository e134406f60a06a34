"""Casualty figures."""

from analysis.records import Document, Finding


def find(document: Document) -> list[Finding]:
    """Find killed, injured, casualties, missing, abducted and arrested."""
    return []
