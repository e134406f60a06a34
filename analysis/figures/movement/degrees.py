"""Houses told by how badly they were hit: "2,341 houses were partially and 817 fully damaged"."""

from collections.abc import Sequence

from analysis.figures.changes import level
from analysis.figures.movement.frames import Frame
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_DEGREES = {
    "partially": "houses_damaged",
    "partly": "houses_damaged",
    "fully": "houses_destroyed",
    "completely": "houses_destroyed",
    "totally": "houses_destroyed",
}
_TALLY = {"number", "numbers", "total", "tally", "count", "figure"}
HOUSED = ("dwelling", "building")


def number_of_houses(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The frame of "the number of homes lost stands at N" and "destroyed houses rose to N"."""
    if what.kind != "elided":
        return None
    for at in range(place - 1, max(-1, place - 14), -1):
        if tokens[at].text in (".", ";") or tokens[at].tag == "quantity":
            return None
        if tokens[at].kind != "dwelling":
            continue
        counted = any(t.text in _TALLY for t in tokens[max(0, at - 5) : at])
        if not counted and not level(tokens, place):
            return None
        for near in (at + 1, at - 1, at + 2, at + 3):
            for mark in tokens[near].marks if 0 <= near < place else ():
                if mark.needs == "dwelling" and mark.form == "participle":
                    return Frame(mark.measure, near, "number of", None, False)
        return None
    return None


def by_degree(tokens: Sequence[Token], what: Counted) -> Frame | None:
    """The frame of a number behind which only an adverb says how much was left standing.

    The verb stands elsewhere in the sentence, beside another number. A bare number counts houses
    where the sentence speaks of houses and of no other thing.
    """
    if what.kind not in (*HOUSED, "elided"):
        return None
    if not any(m.needs == "dwelling" for t in tokens for m in t.marks):
        return None
    if what.kind == "elided" and not any(t.kind in HOUSED for t in tokens):
        return None
    for at in range(what.end, min(len(tokens), what.end + 3)):
        token = tokens[at]
        if token.text in _DEGREES:
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if following is not None and following.marks:
                return None
            return Frame(_DEGREES[token.text], at, "degree")
        if token.tag != "aux":
            return None
    return None
