"""Stock or flow: whether a predicate tells how many there are, or how many moved."""

from collections.abc import Sequence

from analysis.figures.movement.triggers import Mark
from analysis.figures.shallow import Token

_PRESENT = {"are", "is", "remain", "remains", "remained", "remaining", "still", "stay", "stayed"}


def lasts(tokens: Sequence[Token], begin: int, at: int, mark: Mark) -> bool:
    """Whether the predicate tells a state ("are displaced", "remain", "were sheltering")."""
    word = tokens[at].text
    if mark.measure in ("sheltered", "homeless") and word.endswith("ing"):
        return True
    if mark.measure == "displaced" and mark.role == "state":
        return True
    if word == "internally displaced" and _at_a_date(tokens, at):
        return True
    lasting = ("registered", "living", "live", "lived", "exile", "in")
    if mark.role == "mover" and any(w in word.split() for w in lasting):
        return True
    if mark.role == "mover" and mark.measure != "sheltered":
        return False
    if mark.measure in ("evacuated", "returned", "deported"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        at == begin
        and mark.form == "participle"
        and (following is None or following.tag in ("mark", "relative", "word"))
    ):
        return True  # "counts 2 million displaced"
    for token in reversed(tokens[begin:at]):
        if token.tag == "aux" or token.text in _PRESENT:
            first = token.text.split()[0] if mark.measure == "sheltered" else token.text
            return first in _PRESENT
        if any(m.role == "stay" for m in token.marks) and mark.role != "patient":
            return True
    return False


def _at_a_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day of counting follows: "internally displaced in Mali at the end of 2023"."""
    for place in range(at + 1, min(len(tokens), at + 10)):
        token = tokens[place]
        if token.text in ("by", "between", "from", "after", "since", "during"):
            return False
        if token.tag == "date":
            return tokens[place - 1].text in ("as of", "as at", "at") or token.text.startswith(
                "end"
            )
        if token.text == "end" and tokens[place - 1].text in ("the", "at", "by"):
            return True
    return False
