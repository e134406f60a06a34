"""The event that a quantity counts: the noun behind it, and what makes it something else."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures.shallow import Token

_LOOK = 7  # words from the number to its noun
_EVENTS = ("event", "either", "weak")
_OPEN = {"of", "the", "these", "those", "all", "its", "their"}
_OF_IT = {"them", "those", "these", "which", "whom"}


class Event(NamedTuple):
    """What a quantity counts.

    `measure` is attacks, operations, or None where no event is counted; `head` the noun's token,
    `end` the first token behind the phrase. `elided` means that no noun stands behind the number
    at all, `of` that the number is taken from a whole.
    """

    measure: str | None
    head: int | None
    end: int
    elided: bool = False
    of: bool = False


HAPPENED = ("took", "occurred", "happened", "came", "targeted", "hit", "struck")


def roles(tokens: Sequence[Token]) -> set[str]:
    """The roles of the lexicon that the words of a stretch have."""
    return {mark.role for token in tokens for mark in token.marks}


def event_at(tokens: Sequence[Token], at: int) -> str | None:
    """The measure of an event noun, or None where its neighbours make it something else."""
    mark = next((m for m in tokens[at].marks if m.role in _EVENTS), None)
    if mark is None:
        return None
    before = tokens[max(0, at - 2) : at]
    if any(m.role == "not" for t in before[-1:] for m in t.marks):
        return None
    others = [t for n, t in enumerate(tokens) if n != at]
    present = roles(others)
    if "other" in present:
        return None
    if mark.role == "weak" or mark.measure == "operations":
        return mark.measure if {"cue", "forces"} & present else None
    if mark.role == "either":
        return "operations" if "forces" in present else "attacks"
    return mark.measure


def counted_event(tokens: Sequence[Token], place: int) -> Event:
    """Read the noun phrase behind the quantity at `place`."""
    at, of = place + 1, False
    for step in range(_LOOK):
        if at >= len(tokens):
            break
        token = tokens[at]
        if step == 0 and token.text == "of":
            of = True
            at += 1
            continue
        if of and token.text in _OF_IT:
            return Event(None, None, at + 1, True, True)
        if of and token.text in _OPEN:
            at += 1
            continue
        if of and token.tag == "quantity":
            inner = counted_event(tokens, at)
            return inner._replace(of=True)
        if any(m.role in _EVENTS for m in token.marks) and not _modifier(tokens, at):
            return Event(event_at(tokens, at), at, at + 1, False, of)
        if token.kind in ("person", "armed") and _harmed(tokens, at + 1):
            return Event(None, at, at + 1, False, of)
        if step == 0 and token.text in ("a", "per", "each", "every"):
            break  # "14 a month"
        if step == 0 and token.text in HAPPENED:
            break  # "of the 95 attacks, 60 occurred in the north"
        if token.text in ("the", "a", "an", "this", "that"):
            break
        if token.tag in ("word", "adverb", "determiner", "harm", "reporting") or token.marks:
            if token.kind and not token.marks and not _event_near(tokens, at + 1, 1):
                return Event(None, at, at + 1, False, of)
            at += 1
            continue
        listed = token.tag == "conjunction" or token.text in (",", "-")
        if listed and step and _event_near(tokens, at + 1):
            at += 1
            continue
        break
    return Event(None, None, at, at - place <= 1 + of, of)


def _harmed(tokens: Sequence[Token], at: int) -> bool:
    """Whether people are said to be killed or hurt ("with 90 militants killed, …")."""
    return at < len(tokens) and tokens[at].tag == "harm"


def _modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether an event noun only describes the next one ("attack helicopters")."""
    if at + 1 >= len(tokens) or tokens[at].text.endswith("s"):
        return False
    following = tokens[at + 1]
    return following.tag == "word" and not following.text.endswith("ed")


def _event_near(tokens: Sequence[Token], at: int, span: int = 4) -> bool:
    """Whether an event noun follows within a few plain words."""
    for token in tokens[at : at + span]:
        if any(m.role in _EVENTS for m in token.marks):
            return True
        if token.tag not in ("word", "harm", "conjunction") and not token.marks:
            return False
    return False
