"""What a reader should distrust of a text: debris, truncation, another script."""

import re

_REPEATED = re.compile(r"\b(\w+)(?:\W{1,3}(?:(?:or|and|of)\W{1,3})?\1\b){4,}", re.IGNORECASE)
_STUTTER = re.compile(r"(\w{2,6})\1{4,}", re.IGNORECASE)
_EMPTY_QUOTES = re.compile(r"(?:[“”\"]\s?){4,}")
_LONGEST_TOKEN = 60
_FULL_ARTICLE = 20  # words; a shorter text may be a headline or a note without a last stop
_LOOKED_AT = 200_000  # characters


def distrust(text: str) -> tuple[str, ...]:
    """Warnings about a text that its figures and dates inherit.

    Args:
        text: The article's text, decoded.

    Returns:
        Short phrases in a fixed order; empty for a text without visible damage.
    """
    stripped = text.strip()
    if not stripped:
        return ("empty: no text; put the article there, or take it out",)
    notes = []
    head = stripped[:_LOOKED_AT]
    if _REPEATED.search(head) or _STUTTER.search(head) or _EMPTY_QUOTES.search(head):
        notes.append("machine-translation debris: words or quotation marks repeated")
    letters = sum(char.isalpha() for char in head)
    latin = sum(char.isalpha() and char < "\u0250" for char in head)
    if 2 * latin < letters:
        notes.append("mostly not in Latin script: the rules read English only")
    if "\ufffd" in head:
        notes.append("holds replacement characters: parts of the text are lost")
    if len(head.split()) >= _FULL_ARTICLE and _is_cut(stripped):
        notes.append("perhaps truncated: the text ends within a sentence")
    if any(len(word) > _LONGEST_TOKEN for word in head.split()):
        notes.append(f"holds words of more than {_LONGEST_TOKEN} characters")
    return tuple(notes)


def _is_cut(stripped: str) -> bool:
    """Whether the text stops in the middle of a sentence."""
    if stripped.endswith(("...", "…", "[…]", "[...]")):
        return True
    return stripped[-1].islower() or stripped[-1] in ",;:-–"
