"""The shapes that casualty rules work on: people as mentioned, and the units of a sentence."""

from typing import NamedTuple

from analysis.figures.casualties.words import Trigger


class Mention(NamedTuple):
    """People as a noun phrase states them.

    `start`..`end` is what a figure reports: the number with its quantifier or, without one, the
    words. `counted` says that a number is written, `implied` that one person is meant without
    one. `adjective` is a measure that a modifier gives ("two wounded men"), `part` a number out
    of others ("two of them"), `known` that the head is a noun for people.
    """

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    quantifier: str
    counted: bool = False
    implied: bool = False
    group: str | None = None
    words_start: int = 0
    words_end: int = 0
    determiner: str = ""
    other: bool = False
    part: bool = False
    adjective: str | None = None
    known: bool = True
    head: str = ""
    nobody: bool = False


class Unit(NamedTuple):
    """A piece of a sentence.

    Kinds:
    N people, n a name, X other words, V casualty verb, E other verb, B be, H have, M modal or do,
    A and, O of, Y by, W with, P preposition, S subordinator, R relative pronoun, L including,
    Z not, 1 he or him, + they or them, F himself, D adverb, C counted noun, T event noun,
    G bodies, K toll, comma and semicolon (any stronger stop).
    """

    kind: str
    start: int
    end: int
    text: str
    mention: Mention | None = None
    trigger: Trigger | None = None
    measure: str | None = None
    bridge: bool = False
