"""The lexicon of displacement as marks on tokens."""

from functools import cache
from typing import NamedTuple

from analysis.figures.shallow import Vocabulary, vocabulary
from analysis.lexicon import load


class Trigger(NamedTuple):
    """One entry of `movement.toml`; see the header of that file."""

    measure: str
    role: str
    needs: str = ""
    weak: bool = False
    words: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    actives: tuple[str, ...] = ()


class Mark(NamedTuple):
    """What a phrase of the lexicon says at its place in a sentence.

    `form` is participle or active for a verb done to the counted, else word.
    """

    measure: str
    role: str
    needs: str
    weak: bool
    form: str


@cache
def movement_vocabulary() -> Vocabulary:
    """The phrases to look for in a sentence, with their marks."""
    marks: dict[str, list[Mark]] = {}
    for entry in load("movement", Trigger, unique=()):
        for form, phrases in (
            ("word", entry.words),
            ("participle", entry.participles),
            ("active", entry.actives),
        ):
            for phrase in phrases:
                mark = Mark(entry.measure, entry.role, entry.needs, entry.weak, form)
                marks.setdefault(phrase, []).append(mark)
    return vocabulary(marks)
