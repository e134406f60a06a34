"""People in a country that is not theirs, told by the papers that they hold or lack."""

from collections.abc import Sequence

from analysis.figures.movement.frames import Frame, anyone
from analysis.figures.movement.links import Read
from analysis.figures.movement.triggers import apart
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_HOLDING = {"with", "without", "holding", "hold", "holds", "held", "have", "has", "had", "carry"}
_HOLDING |= {"carrying", "carried", "lack", "lacking", "lacked", "possess", "possessed"}
_LACKING = {"undocumented", "illegal", "irregular", "unregistered", "unauthorised", "unauthorized"}
_LINKS = {"who", "that", "a", "an", "the", "valid", "afghan", "no", "legal", "any"}
_SPAN = 5  # tokens from the holding to what is held
_COLONY = 1_000  # people of one kind who are more than travellers


def with_papers(tokens: Sequence[Token], one: Read) -> Read:
    """A number without another frame with that of the papers that its people hold or lack.

    "620,000 with residence permits", "310,000 who hold a card", "12 lakh were illegal"; to be asked
    in sentences and articles about flight or return.

    Args:
        tokens: The sentence.
        one: The number.
    """
    quantity, what = tokens[one.place].quantity, one.what
    if one.frame is not None or quantity is None or quantity.kind in ("percent", "fraction"):
        return one
    if not anyone(tokens, what) or what.of_quantity is not None:
        return one
    if (quantity.low or quantity.high or 0) < _COLONY:
        return one
    at = _held(tokens, what.end)
    if at is None:
        return one
    return one._replace(frame=Frame("refugees", at, "papers", None, False, True))


def foreign(tokens: Sequence[Token], place: int, what: Counted) -> bool:
    """Whether a noun phrase says that the counted have no papers: "undocumented Afghans"."""
    return any(t.text in _LACKING for t in tokens[place + 1 : what.end])


def _held(tokens: Sequence[Token], begin: int) -> int | None:
    """The word behind a number that says what papers its people have."""
    holding = False
    for at in range(begin, min(len(tokens), begin + _SPAN)):
        token = tokens[at]
        if holding and _names_papers(tokens, at):
            return at
        if token.text in _LACKING and at > begin and tokens[at - 1].tag == "aux":
            return at
        holding = holding or token.text in _HOLDING
        if not (token.text in _LINKS or token.tag in ("aux", "adverb") or token.text in _HOLDING):
            return None
    return None


def _names_papers(tokens: Sequence[Token], at: int) -> bool:
    """Whether papers are named at `at`, a word of what kind before them or none."""
    words = [t.text for t in tokens[at : at + 4]]
    known = apart("papers")
    return any(" ".join(words[:size]) in known for size in (1, 2, 3)) or any(
        " ".join(words[1 : 1 + size]) in known for size in (2, 3)
    )


def taken(tokens: Sequence[Token], what: Counted) -> bool:
    """Whether the counted did not go of their own will: "1,140 of them in police vans"."""
    behind = [t.text for t in tokens[what.end : what.end + 3]]
    if behind[:1] != ["in"] or not what.of:
        return False
    return " ".join(behind[1:]) in apart("seized") or behind[1] in apart("seized")


def every(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is the measure of a ratio: "one well for every 90 people"."""
    at = place - 1
    return at > 0 and tokens[at].text in ("every", "each") and tokens[at - 1].text == "for"
