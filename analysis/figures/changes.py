"""Numbers that tell a change against an earlier figure, and earlier figures told for comparison."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.figures.shallow import Token
from analysis.lexicon import load

_BETWEEN = {"by", "of", "to", "some", "about", "around", "nearly", "another", "a", "an", "the"}


class ChangeWords(NamedTuple):
    """One direction of `change_words.toml`."""

    sign: int
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


@cache
def _levels() -> frozenset[str]:
    entries = load("change_words", ChangeWords, unique=("before", "after"))
    return frozenset(word for entry in entries for word in entry.levels)


@cache
def _words() -> tuple[dict[str, int], dict[str, int]]:
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    for entry in load("change_words", ChangeWords, unique=("before", "after")):
        before.update(dict.fromkeys(entry.before, entry.sign))
        after.update(dict.fromkeys(entry.after, entry.sign))
    return before, after


def _ending(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Sign and start of a change word that ends right before token `end`."""
    before, _ = _words()
    for length in (3, 2, 1):
        if end - length < 0:
            continue
        words = " ".join(t.text for t in tokens[end - length : end])
        if words in before and not (words == "up" and tokens[end - 2].text.startswith("ma")):
            return before[words], end - length  # but not "make up N percent"
    return None


def moves(word: str) -> bool:
    """Whether a word tells a rise or fall: "fell", "increase"."""
    return bool(_words()[0].get(word))


def change_sign(tokens: Sequence[Token], place: int) -> int | None:
    """Whether the quantity at `place` is a rise (1) or a fall (-1); None if it is no change.

    A count needs "by" ("fell by 300"); a percentage needs a change word before or behind it.
    """
    quantity = tokens[place].quantity
    if quantity is None:
        return None
    part = quantity.kind in ("percent", "fraction")
    behind = [t.text for t in tokens[place + 1 : place + 3]]
    if behind == ["more", "than"] or behind in (["fewer", "than"], ["less", "than"]):
        return 1 if behind[0] == "more" else -1  # "60,000 more than a year ago"
    at, by = place, False
    for _ in range(4):
        if at and (tokens[at - 1].text in _BETWEEN or tokens[at - 1].tag in ("adverb", "date")):
            by = by or tokens[at - 1].text in ("by", "of")
            if tokens[at - 1].text == "to":
                by = part = False
                break
            at -= 1
            continue
        break
    if part or by:
        found = _ending(tokens, at)
        if found and found[0]:
            return found[0]
    if not part:
        return None
    _, after = _words()
    for token in tokens[place + 1 : place + 3]:
        if token.text in after:
            return after[token.text] or None
        if token.tag not in ("determiner", "word"):
            break
    return None


def level(tokens: Sequence[Token], place: int) -> bool:
    """Whether a count is the level before or after a change: "rose from N to N", "fell to N"."""
    at = place
    while at and tokens[at - 1].tag in ("determiner", "adverb"):
        at -= 1
    if at and tokens[at - 1].text in _levels():
        return True
    if not at or tokens[at - 1].text not in ("to", "from", "at"):
        return False
    words, levels = _words()[0], _levels()
    return any(words.get(t.text, 0) or t.text in levels for t in tokens[max(0, at - 12) : at])


def compared(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is told for comparison with another ("compared with N", "up from N")."""
    at = place
    while at and (tokens[at - 1].tag == "determiner" or tokens[at - 1].text in ("only", "just")):
        at -= 1
    found = _ending(tokens, at)
    if found is None or found[0]:
        return False
    word = tokens[at - 1].text
    if word in ("from", "after", "following", "than", "against", "was"):
        before = tokens[max(0, found[1] - 8) : found[1]]
        signs, after = _words()
        return any(signs.get(t.text) or after.get(t.text) for t in before) or word == "against"
    return True
