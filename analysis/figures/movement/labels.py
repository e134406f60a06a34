"""Numbers of lists and of tables in prose: "People displaced: 9,870", "Torkham 18,220"."""

from collections.abc import Sequence

from analysis.figures.movement.frames import BLOCKED, PEOPLE, Frame
from analysis.figures.movement.links import Read
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_SIGNS = {":", "=", "–", "—", "-", "|"}
_ENDS = {".", ";", "•", "|", "/", "(", ")", "*"}
_HEAD = 9  # tokens that a heading may have


def labelled(tokens: Sequence[Token], place: int, what: Counted) -> tuple[Frame, str] | None:
    """The frame that the heading before a colon gives, and what it counts.

    Args:
        tokens: The sentence.
        place: The number.
        what: What the number counts by its own noun.

    Returns:
        Frame and kind ("Houses damaged: 1,044" counts dwellings), None where there is no heading.
    """
    if what.kind not in (*PEOPLE, "dwelling", "building"):
        return None
    at = _named_before(tokens, place)
    if at <= 0 or tokens[at - 1].text not in _SIGNS:
        return None
    heading = _heading(tokens, at - 1)
    kind = what.kind if what.kind not in ("elided", "named") else _kind(heading)
    for token in reversed(heading):
        for mark in token.marks:
            done = mark.role == "patient" and mark.form == "participle"
            if not (done or mark.role in ("people", "state")) or mark.weak or not mark.measure:
                continue
            if (mark.needs == "dwelling") != (kind in ("dwelling", "building")):
                continue
            stock = mark.measure in ("displaced", "refugees", "sheltered") and not done
            stock = stock and not token.text.endswith(("displacement", "displacements"))
            return Frame(mark.measure, place, "label", None, True, stock), kind
    return None


def _heading(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """The tokens before a colon back to the last stop, number or comma."""
    begin = end
    while begin and end - begin < _HEAD:
        token = tokens[begin - 1]
        if token.tag == "quantity" or token.text in _ENDS or token.tag in ("modal", "reporting"):
            break
        begin -= 1
    return tokens[begin:end]


def _kind(heading: Sequence[Token]) -> str:
    """What a heading counts: the kind of its last noun, people where it has none."""
    kinds = [t.kind for t in heading if t.kind in ("household", "dwelling", "building", "person")]
    families = any("famil" in t.text or "household" in t.text for t in heading)
    return "household" if families else kinds[-1] if kinds else "elided"


def _named_before(tokens: Sequence[Token], place: int) -> int:
    """Where the names before a number begin ("Torkham 18,220", "Ghulam Khan 1,006")."""
    at = place
    while at and place - at < 4 and tokens[at - 1].capital and tokens[at - 1].tag != "quantity":
        at -= 1
    return at


def in_list(tokens: Sequence[Token], place: int, what: Counted, known: Sequence[Read]) -> bool:
    """Whether a bare number behind a name carries on a list: "Nowshera 8,115 and Kohat 3,902"."""
    if what.kind != "elided" or not known or known[-1].frame in (None, BLOCKED):
        return False
    at = _named_before(tokens, place)
    if at == place or at < 2:
        return False
    joined = tokens[at - 1].tag == "conjunction" or tokens[at - 1].text in (",", ";")
    following = tokens[what.end] if what.end < len(tokens) else None
    ended = following is None or following.tag in ("mark", "conjunction")
    between = tokens[known[-1].what.end : at]
    return joined and ended and all(t.tag in ("mark", "conjunction") for t in between)
