"""A noun phrase as people with their number: how many, of what group, known or not."""

import re
from typing import NamedTuple

from analysis.figures.casualties.shapes import Mention
from analysis.figures.casualties.tokens import Token
from analysis.figures.casualties.words import words
from analysis.figures.groups import Noun, group_of
from analysis.records import Quantity

_SOME = frozenset(("all", "these", "those", "many", "few", "some", "each", "every", "any"))
_BEHIND = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}")


class Opening(NamedTuple):
    """What stands before the nouns of a phrase: determiner, number, "other", "no"."""

    determiner: str = ""
    quantity: Quantity | None = None
    other: bool = False
    nobody: bool = False


def mention_of(
    text: str,
    tokens: list[Token],
    start: int,
    run: list[int],
    opening: Opening,
    found: Noun | None = None,
) -> Mention:
    """Make the mention of a noun phrase.

    Args:
        text: The article's text.
        tokens: The tokens of its sentence.
        start: The phrase's first token.
        run: Its content words, indices of tokens.
        opening: What stands before them.
        found: The person noun at its head, if any.
    """
    determiner, quantity, other, nobody = opening
    end = tokens[run[-1]].end if run else tokens[start].end
    begin = tokens[run[0]].start if run else tokens[start].start
    adjectives = words().adjectives
    adjective = next((a for i in run if (a := adjectives.get(tokens[i].lower))), None)
    head = tokens[run[-1]].lower if run else ""
    shared = {
        "group": group_of(_with_of(text, begin, end, found)) if run else None,
        "words_start": begin,
        "words_end": end,
        "determiner": determiner,
        "other": other,
        "adjective": adjective,
        "head": head,
        "nobody": nobody,
    }
    if quantity is not None:
        return Mention(
            quantity.start,
            quantity.end,
            quantity.low,
            quantity.best,
            quantity.high,
            quantity.quantifier,
            counted=True,
            **{**shared, "other": other or quantity.another},
        )
    first = tokens[start].start
    if nobody:
        return Mention(first, end, 0, 0, 0, "exact", **shared)
    plural = found is not None and found.number != "singular"
    if determiner == "both":
        return Mention(first, end, 2, 2, 2, "exact", counted=True, **shared)
    plural = plural and determiner not in ("a", "an", "another")
    one = not plural and determiner not in _SOME
    if head in ("couple", "pair") and one:
        return Mention(first, end, 2, 2, 2, "exact", counted=True, **shared)
    return Mention(first, end, 1, 1, 1, "implied", implied=one, **shared)


def _with_of(text: str, begin: int, end: int, found: Noun | None) -> str:
    """The words of a phrase, with what follows "of" where its head says no group."""
    if found is not None and found.group is None:
        more = _BEHIND.match(text, end)
        if more:
            return text[begin : more.end()]
    return text[begin:end]
