"""Words of fate, "the dead", "those wounded", and what a text says of those whom they name."""

from functools import cache
from typing import NamedTuple

from analysis.figures.casualties.shapes import Unit
from analysis.lexicon import load

_CODES = (("dead", "killed"), ("hurt", "injured"), ("gone", "missing"))
_OPENERS = frozenset(("the", "those"))


class TallyEntry(NamedTuple):
    """Words of one code; see `tally_words.toml`."""

    code: str
    words: tuple[str, ...]


@cache
def tally_words(code: str) -> frozenset[str]:
    """The words of one code of `tally_words.toml`."""
    return next(
        frozenset(e.words)
        for e in load("tally_words", TallyEntry, unique=("code",))
        if e.code == code
    )


def fate_of(word: str) -> str | None:
    """The measure of a noun of fate ("wounded" → injured)."""
    return next((m for code, m in _CODES if word.casefold() in tally_words(code)), None)


def fate_at(units: list[Unit], place: int) -> tuple[str, int] | None:
    """The measure of "the dead" or "those wounded" that begins at a unit, and its last unit."""
    if place >= len(units):
        return None
    said = units[place].text.split()
    if said[0] not in _OPENERS:
        return None
    if len(said) > 1:
        measure, last = fate_of(said[-1]), place
    elif place + 1 < len(units):
        named = units[place + 1]
        measure = named.measure if named.kind == "V" else fate_of(named.text)
        last = place + 1
    else:
        return None
    return (measure, last) if measure else None
