"""Whether a clause tells what happened, or what is planned, feared, possible or denied."""

from collections.abc import Sequence

from analysis.figures.shallow import Token

STOPS = {";", ":", "!", "?", "•"}  # a full stop within a sentence ends an abbreviation
_TOLD = {"reports", "report", "claims", "claim", "rumours", "rumors", "allegations", "suggestions"}


def certainty(tokens: Sequence[Token], begin: int, end: int) -> str | None:
    """Hypothetical, negated or denied where the words from `begin` to `end` say so, else None."""
    state: str | None = None
    modal = False  # "could be forced to" stays hypothetical, "feared, and were forced to" does not
    for place in range(max(0, begin), end):
        token = tokens[place]
        if token.tag == "modal":
            following = tokens[place + 1].text if place + 1 < len(tokens) else ""
            if not following.startswith("have"):  # "may have fled" is a report, "may flee" is not
                state, modal = "hypothetical", True
        elif token.text == "to be" and place and tokens[place - 1].tag == "reporting":
            continue
        elif token.tag in ("hypothetical", "limit"):
            state = "hypothetical"
        elif token.tag == "quantity" and tokens[max(0, place - 1)].tag == "limit":
            state = None  # "built for 300, it holds …"
        elif token.tag == "actual":
            state = state if state == "denied" or modal else None
        elif token.tag == "denial":
            state = "denied"
        elif token.tag == "negation" and state is None:
            state = "negated"
        elif token.text in STOPS or token.tag == "subordinator":
            state, modal = None, False
        elif token.tag == "relative":  # "denied that" goes on, "could hold 300 who" does not
            state, modal = ("denied" if state == "denied" else None), False
        elif token.text == ",":
            state = None if state == "negated" else state
    return state


def called_false(tokens: Sequence[Token], place: int) -> bool:
    """Whether the number stands in "reports of N … were false"."""
    for at in range(place - 1, max(0, place - 12), -1):
        if tokens[at].text in STOPS or tokens[at].text in ("but", "while"):
            break
        if tokens[at].tag == "denial" and any(t.text == "that" for t in tokens[at + 1 : at + 4]):
            return True  # "denied that 10,000 people had fled"
    if not any(t.text in _TOLD for t in tokens[max(0, place - 4) : place]):
        return False
    return any(t.tag == "denial" for t in tokens[place + 1 : place + 20])
