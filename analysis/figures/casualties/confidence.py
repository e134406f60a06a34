"""How sure a casualty row is: by its rule, as measured on coded cases."""

from functools import cache
from typing import NamedTuple

from analysis.lexicon import load

DEFAULT = 0.75
UNKNOWN_NOUN = 0.1  # taken off where the victims' noun is not in the lexicon


class ConfidenceEntry(NamedTuple):
    """Rules of one confidence; see `casualty_confidence.toml`."""

    confidence: float
    rules: tuple[str, ...]


@cache
def _by_rule() -> dict[str, float]:
    entries = load("casualty_confidence", ConfidenceEntry, unique=("rules",))
    return {rule: entry.confidence for entry in entries for rule in entry.rules}


def confidence_of(rule: str, *, known: bool = True) -> float:
    """Confidence of a row, 0 to 1; `known` says that its noun is known to be of people."""
    return round(_by_rule().get(rule, DEFAULT) - (0 if known else UNKNOWN_NOUN), 2)
