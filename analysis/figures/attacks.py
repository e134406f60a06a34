"""Attack and operation figures."""

from analysis.records import Document, Finding


def find(document: Document) -> list[Finding]:
    """Find counts, rates and changes of attacks and operations."""
    return []
