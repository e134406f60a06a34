"""Houses told by how badly they were hit: "2,341 houses were partially and 817 fully damaged"."""

from collections.abc import Sequence

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
HOUSED = ("dwelling", "building")


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
