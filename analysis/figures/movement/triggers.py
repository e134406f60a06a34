"""The lexicon of displacement as marks on tokens."""

import re
from functools import cache
from typing import NamedTuple

from analysis.figures.shallow import Vocabulary, key, vocabulary
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


_CHOICE = re.compile(r"\{([^{}]*)\}")
_APART = (
    "around",
    "elsewhere",
    "traveller",
    "alien",
    "origin",
    "papers",
    "seized",
)  # roles that are no marks of tokens


def spelt_out(phrase: str) -> list[str]:
    """All phrases that a phrase with choices stands for: "{go|went} {|back }home"."""
    choice = _CHOICE.search(phrase)
    if choice is None:
        return [" ".join(phrase.split())]
    before, after = phrase[: choice.start()], phrase[choice.end() :]
    return [whole for word in choice[1].split("|") for whole in spelt_out(f"{before}{word}{after}")]


@cache
def movement_vocabulary() -> Vocabulary:
    """The phrases to look for in a sentence, with their marks."""
    marks: dict[str, dict[Mark, None]] = {}
    for entry in load("movement", Trigger, unique=()):
        if entry.role in _APART:
            continue
        for form, phrases in (
            ("word", entry.words),
            ("participle", entry.participles),
            ("active", entry.actives),
        ):
            mark = Mark(entry.measure, entry.role, entry.needs, entry.weak, form)
            for phrase in phrases:
                for whole in spelt_out(phrase):
                    marks.setdefault(" ".join(key(whole)), {})[mark] = None
    return vocabulary(marks)


@cache
def around() -> dict[str, tuple[tuple[str, Mark], ...]]:
    """Verbs before the number, each with the particles behind it and what both together say."""
    found: dict[str, list[tuple[str, Mark]]] = {}
    for entry in load("movement", Trigger, unique=()):
        if entry.role != "around":
            continue
        mark = Mark(entry.measure, entry.role, entry.needs, entry.weak, "active")
        for phrase in (whole for words in entry.words for whole in spelt_out(words)):
            verb, _, particle = phrase.partition(" … ")
            found.setdefault(verb, []).append((particle, mark))
    return {verb: tuple(particles) for verb, particles in found.items()}


@cache
def apart(role: str) -> frozenset[str]:
    """The words of a role that marks no tokens: "elsewhere", "traveller", "alien"."""
    entries = load("movement", Trigger, unique=())
    return frozenset(word for entry in entries if entry.role == role for word in entry.words)
