"""Small tests on numbers among words: whether they count people, are ages, or stand for one."""

import re
from collections.abc import Sequence

from analysis.figures import changes
from analysis.figures.casualties.tokens import Token
from analysis.figures.casualties.words import words
from analysis.figures.groups import noun

_LONG_NAME = 5
_MORE_THAN = re.compile(r"\s+(?:more|fewer|less)\s+(?:\w+\s+)?than\b", re.IGNORECASE)


def those_who(tokens: list[Token], place: int) -> int | None:
    """Last token of "of those who" behind a number, also where "of" is written wrongly."""
    wanted = [t.lower for t in tokens[place : place + 3]]
    fits = len(wanted) == 3 and wanted[1] == "those" and wanted[2] in ("who", "which", "that")
    return place + 2 if fits and len(wanted[0]) <= 3 and wanted[0].isalpha() else None


def is_years(token: Token) -> bool:
    """Whether a token is an age ("28" in "28 year old")."""
    return token.quantity is not None and token.quantity.unit == "age"


def is_one(text: str, token: Token) -> bool:
    """Whether a token is the bare word "one" (or "1"), as in "no one"."""
    return token.quantity is not None and text[token.start : token.end].casefold() in ("one", "1")


def is_age(tokens: list[Token], place: int) -> bool:
    """Whether a number stands between two commas behind a word, as ages do."""
    if not 1 < place < len(tokens) - 1 or tokens[place - 2].quantity is not None:
        return False
    spoken = noun(tokens[place - 2].lower)
    if spoken is not None and spoken.number == "plural":
        return False
    return tokens[place - 1].lower == "," and tokens[place + 1].lower == ","


def counts(text: str, tokens: list[Token], place: int, caps: bool) -> bool:
    """Whether a number may count people at all: no measure, no percent, no part of a name."""
    quantity = tokens[place].quantity
    if quantity is None or quantity.unit is not None or quantity.kind in ("percent", "fraction"):
        return False
    if quantity.low is not None and quantity.low != int(quantity.low):
        return False
    if _MORE_THAN.match(text, quantity.number_end):
        return False  # a difference
    if place > 1 and tokens[place - 1].lower == "by" and changes.moves(tokens[place - 2].lower):
        return False  # "fell by 40"
    if is_age(tokens, place) or re.match(r"0\d", text[quantity.number_start : quantity.number_end]):
        return False  # an age, or the hour "0815"
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    named = before is not None and before.capital and not before.classes and place > 1
    if named and not caps and quantity.kind == "digits" and quantity.quantifier == "exact":
        bare = after is None or after.mark or bool(after.classes & {"and", "of", "preposition"})
        if bare and noun(before.lower) is None and before.lower not in words().triggers:
            return False
    return True


_COMMON_END = re.compile(
    r"(?:tion|sion|ment|ness|ity|ism|ists?|ence|ance|ship|hood|ures?|ings?|ed|ly|ous|ive|able|ible"
    r"|ful|less|ical|ions|ments|ities|ances|ences|acy|ency|ics|ages?|ries|als?)\Z"
)


def may_be_name(tokens: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether words in capitals may be a person's name: none of them has any other use here."""
    known = words()
    for place in run:
        token = tokens[place]
        word = token.lower.rstrip(".")
        plain = (
            token.classes <= {"given_name", "adverb"} and word not in known.things | known.common
        )
        if not word.isalpha() or not plain or noun(word) is not None or word in known.events:
            return False
        if len(run) == 1 and len(word) < 4:
            return False
        if "given_name" not in token.classes and _COMMON_END.search(word):
            return False
    return 0 < len(run) <= _LONG_NAME
