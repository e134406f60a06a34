"""What a quantity counts: the noun phrase behind it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures import groups
from analysis.figures.shallow import Token, misspelt

_LOOK = 9  # words from the number to its noun
_PERSON_LIKE = re.compile(r"(?<!m)(?:ers|ors|ants|ians|ists|ees|ese|folk|men|women)\Z")
_SIZES = {
    "storey",
    "story",
    "storeyed",
    "bedroom",
    "room",
    "unit",
    "member",
    "hour",
    "minute",
    "day",
}
_STRICKEN = {"affected", "hit", "stricken", "ravaged", "battered", "isolated", "malnourished"}
_PASTS = {"went", "came", "made", "chose", "got", "ran", "became", "began", "said", "lay"}
_PARTICIPLE = re.compile(r"(?:ed|ing)\Z")


class Counted(NamedTuple):
    """What a quantity counts.

    `kind` is person, household, dwelling, building, armed, place, facility, other (a known noun),
    named (a capitalised name of a people), unknown (a noun that no lexicon knows) or elided (no
    noun).
    `head` and `end` index tokens: the noun, and the first token behind the phrase. `marks` are the
    entries of nouns and adjectives within the phrase, `of_quantity` the index of a quantity that
    this one is taken from ("500 of the 4,000 villagers").
    """

    kind: str
    head: int | None
    end: int
    marks: tuple = ()
    of_quantity: int | None = None
    of: bool = False


def counted(tokens: Sequence[Token], place: int) -> Counted:
    """Read the noun phrase behind the quantity at `place`."""
    at = place + 1
    if [t.text for t in tokens[at : at + 2]] == ["or", "so"]:
        at += 2  # "700 or so people"
    of = at < len(tokens) and tokens[at].text == "of"
    if of:
        at += 1
        if tokens[at : at + 1] and tokens[at].text == "those" and at + 1 < len(tokens):
            told = tokens[at + 1].marks
            if any(getattr(m, "form", "") == "participle" for m in told):
                return Counted("elided", None, at + 2, tuple(told), of=True)  # "of those evacuated"
        ahead = at
        while ahead < len(tokens) and tokens[ahead].tag in ("determiner", "adverb"):
            ahead += 1
        if ahead < len(tokens) and tokens[ahead].tag == "quantity":
            inner = counted(tokens, ahead)
            return inner._replace(of_quantity=ahead, of=True)
        if ahead < len(tokens) and tokens[ahead].text in (
            "number",
            "them",
            "whom",
            "which",
            "those",
            "us",
        ):
            return Counted("elided", None, ahead + 1, of=True)
    head: int | None = None
    kind = "elided"
    marks: list = []
    guess: int | None = None
    steps = 0
    while at < len(tokens) and steps < _LOOK:
        token = tokens[at]
        steps += 1
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if at == place + 1 and token.text in _SIZES:
            return Counted("other", at, at + 1)  # "a six-storey house"
        if token.kind:
            if head is not None and kind not in ("household", "person") and token.kind == "person":
                break
            if head is not None and token.tag == "aux":
                break
            head, kind = at, token.kind
            if following is not None and following.text == "'s" and of:
                head, kind = None, "elided"
                at += 2
                continue
            marks += token.marks
            at += 1
            if (
                following is None
                or following.tag not in ("word",)
                or not _compound(token, following)
            ):
                if following is not None and following.kind and _joins(token, following):
                    continue
                break
            continue
        if token.marks and any(
            m.role in ("people", "patient", "state", "mover") for m in token.marks
        ):
            noun = any(m.role == "people" for m in token.marks)
            if noun:
                if following is not None and _joins(token, following):
                    marks += token.marks
                    at += 1
                    continue
                head, kind = at, _kind_of_phrase(token.text)
                marks += token.marks
                at += 1
                break
            if head is None and _adjective(token) and _modifies(tokens, at):
                marks += token.marks
                at += 1
                continue
            break
        if token.text in '"“‘' and at == place + 1:
            at += 1  # 1.2 million "unauthorised nationals"
            continue
        if token.tag == "determiner" and (of or token.text not in ("the", "a", "an", "this")):
            at += 1
            continue
        if token.tag == "adverb" and head is None and _modifies(tokens, at):
            at += 1
            continue
        if token.text in _STRICKEN and head is None and _modifies(tokens, at):
            at += 1  # "flood-hit families"
            continue
        if token.tag == "quantity" and of:
            inner = counted(tokens, at)  # "31 of the country's 34 provinces"
            return inner._replace(of_quantity=at, of=True)
        if token.text == "population of":
            head, kind = at, "person"
            break
        if token.marks and not (token.text.endswith("ed") and _modifies(tokens, at)):
            break
        if token.tag in ("word", "reporting") or token.marks:
            guess = at
            at += 1
            continue
        if token.text in (",", "and", "or", "-") and head is None and at > place + 1 + of:
            listed = tokens[at - 1].text.endswith("s")  # "five motorbikes, houses and a mill"
            if following is not None and not listed and _noun_within(tokens, at + 1, 3):
                at += 1
                continue
            break
        break
    if head is None and guess is not None:
        return _guessed(tokens, place, guess, at, tuple(marks), of)
    if head is not None:
        at = head + 1
    return Counted(kind, head, at, tuple(marks), None, of)


def _kind_of_phrase(words: str) -> str:
    """Whether a phrase of the lexicon counts households or persons."""
    return "household" if words.endswith(("families", "households", "family")) else "person"


def _adjective(token: Token) -> bool:
    """Whether a phrase can stand before the noun that it describes: no finite verb."""
    return any(m.role != "mover" for m in token.marks) or token.text.endswith(("ing", "ed"))


def _joins(token: Token, following: Token) -> bool:
    """Whether two nouns make one ("refugee families", "family tents")."""
    if following.tag in ("aux", "verb", "harm", "preposition"):
        return False
    if any(m.role in ("mover", "state") for m in following.marks):
        return False
    if following.kind is not None:
        return following.tag == "word"
    return following.tag == "word" and not _PARTICIPLE.search(following.text)


def _compound(token: Token, following: Token) -> bool:
    """Whether an unknown word behind a singular noun carries on the phrase."""
    plural = token.text.endswith(("s", "people", "men", "children"))
    return not plural and not _PARTICIPLE.search(following.text)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether the participle or adverb at `at` stands before the noun that it describes."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.kind and following.tag == "word":
        return True
    if following.marks and any(m.role in ("people", "patient") for m in following.marks):
        return any(m.role == "people" for m in following.marks) or _modifies(tokens, at + 1)
    return following.tag == "word" and _noun_within(tokens, at + 1, 3)


def _noun_within(tokens: Sequence[Token], at: int, span: int) -> bool:
    """Whether a known people noun follows within a few plain words."""
    for token in tokens[at : at + span]:
        if token.kind in ("person", "household", "dwelling", "armed"):
            return True
        if token.marks and any(m.role == "people" for m in token.marks):
            return True
        if token.tag != "word" and token.text not in ("and", ",") and token.tag != "determiner":
            return False
    return False


def _guessed(
    tokens: Sequence[Token], place: int, guess: int, end: int, marks: tuple, of: bool
) -> Counted:
    """A phrase without a known noun: a people's name, an unknown noun, or a verb."""
    first = tokens[place + 1 + of] if place + 1 + of < len(tokens) else tokens[guess]
    head = tokens[guess]
    if head.capital and guess <= place + 5:
        return Counted("named", guess, guess + 1, marks, None, of)
    slip = misspelt(head.text)
    if slip is not None:
        return Counted(slip, guess, guess + 1, marks, None, of)
    if _PERSON_LIKE.search(head.text) or groups.noun(head.text):
        return Counted("person", guess, guess + 1, marks, None, of)
    if first is head and (_PARTICIPLE.search(head.text) or head.text in _PASTS):
        return Counted("elided", None, place + 1, marks, None, of)
    return Counted("unknown", guess, guess + 1, marks, None, of)
