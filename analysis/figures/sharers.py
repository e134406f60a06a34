"""Whose share it is: "police made up 30 percent", "32 percent of the dead were women"."""

import re
from functools import cache

from analysis.figures.groups import group_of
from analysis.figures.series_words import phrases

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_LONGEST = 4  # words of the people that share
_BOUND = re.compile(
    r"[;:()–—•]|,\s+(?:and|but|while|whereas)\b|\b(?:while|whereas)\b", re.IGNORECASE
)
_WERE = re.compile(
    r"\s+of\s+[^,.;:()]{2,50}?\s+(?:were|are|was|is)\s+(?P<who>[\w’'-]+(?:\s+[\w’'-]+)?)",
    re.IGNORECASE,
)


@cache
def _formed() -> re.Pattern[str]:
    verbs = phrases("formed by")
    return re.compile(
        rf"\s+(?:(?:\w+ly|thus|also|still|together|now|alone)\s+)?{verbs}\s+(?:(?:some|about|nearly|only)\s+)*\Z",
        re.IGNORECASE,
    )


def sharers(left: str, right: str) -> tuple[str | None, str | None]:
    """The victim group whose share a percentage is, and its words; None where nobody is named.

    Args:
        left: The sentence up to the percentage.
        right: The sentence behind it.
    """
    left = _BRACKETS.sub(" ", left)
    clause = left[max((m.end() for m in _BOUND.finditer(left)), default=0) :].lstrip()
    verb = _formed().search(clause)
    if verb:
        words = clause[: verb.start()].strip(' ,“"\n')
        alone = 0 < len(words.split()) <= _LONGEST and " and " not in words
        group = group_of(words.removesuffix(" casualties")) if alone else None
        return (group, words) if group else (None, None)
    behind = _WERE.match(right)
    group = group_of(behind["who"]) if behind else None
    return (group, behind["who"]) if behind and group else (None, None)
