"""The lexicon of attacks and operations as marks on tokens."""

from functools import cache
from typing import NamedTuple

from analysis.figures.shallow import Vocabulary, vocabulary
from analysis.lexicon import load


class AttackWords(NamedTuple):
    """One entry of `attacks.toml`; see the header of that file."""

    measure: str
    role: str
    words: tuple[str, ...]


class Mark(NamedTuple):
    """What a phrase of the lexicon says at its place in a sentence."""

    measure: str
    role: str


@cache
def attack_vocabulary() -> Vocabulary:
    """The phrases to look for in a sentence, with their marks."""
    marks: dict[str, list[Mark]] = {}
    for entry in load("attacks", AttackWords, unique=()):
        for phrase in entry.words:
            marks.setdefault(phrase, []).append(Mark(entry.measure, entry.role))
    return vocabulary(marks)
