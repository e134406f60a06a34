"""Returns that are none: of travellers from a journey, and to something that is no home."""

from collections.abc import Sequence

from analysis.figures.movement.triggers import apart
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_LINKS = {"to", "from", "for", "into", "on"}


def travels(tokens: Sequence[Token], at: int, what: Counted) -> bool:
    """Whether a return is no return home: "pilgrims returned", "returned to the streets".

    Args:
        tokens: The sentence.
        at: The verb of returning.
        what: Who returns.
    """
    if what.head is not None and tokens[what.head].text in apart("traveller"):
        return True
    goal = [t.text for t in tokens[at + 1 : at + 7] if t.tag not in ("determiner", "adverb")]
    linked = tokens[at].text.rpartition(" ")[2] in _LINKS
    if not linked:
        if not goal or goal[0] not in _LINKS:
            return False
        goal = goal[1:]
    return bool(goal) and (
        goal[0] in apart("elsewhere") or " ".join(goal[:2]) in apart("elsewhere")
    )
