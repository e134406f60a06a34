"""Which kind of attack a stretch of text tells of."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.context.words import sentence_at
from analysis.lexicon import load
from analysis.lexicon.loader import phrase_pattern
from analysis.records import Document


class FamilyEntry(NamedTuple):
    """An entry of attack_families.toml."""

    relation: str
    kinds: tuple[str, ...]


class AttackType(NamedTuple):
    """An entry of attack_types.toml."""

    code: str
    rank: int
    words: tuple[str, ...]


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, AttackType]]:
    entries = load("attack_types", AttackType)
    by_word = {word: entry for entry in entries for word in entry.words}
    return re.compile(rf"\b{phrase_pattern(by_word)}\b", re.IGNORECASE), by_word


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


_NOT = re.compile(
    r"\b(?:anti|counter|against|condemn\w*|during\s+a)[\s-]+\Z|\b(?:no|without\s+any)\s+\Z",
    re.IGNORECASE,
)


_SINCE = re.compile(  # "hours after the blast, gunmen …": what follows is another act
    r"\b(?:minutes|hours?|days?|weeks?)\s+after\s+(?:the|that|an?)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)


@lru_cache(maxsize=4)
def _told(text: str) -> tuple[tuple[tuple[int, int, AttackType], ...], tuple[int, ...]]:
    """The words of attacks in a text, and their offsets for looking up."""
    pattern, by_word = _lexicon()
    told = tuple(
        (m.start(), m.end(), by_word[_key(m.group())])
        for m in pattern.finditer(text)
        if not _NOT.search(text, max(0, m.start() - 20), m.start())
        and not text.startswith(" back", m.end())  # "troops fired back" is no attack
        and not (
            text[m.end() : m.end() + 1] == ","
            and _SINCE.search(text, max(0, m.start() - 40), m.start())
        )
    )
    return told, tuple(start for start, _, _ in told)


def attack_type_of(
    document: Document,
    start: int,
    end: int,
    *,
    measure: str = "",
    clause: tuple[int, int] | None = None,
    leaving: tuple[int, int] | None = None,
) -> str | None:
    """The kind of attack told at these offsets.

    Args:
        document: The article.
        start: Start of the figure or trigger.
        end: Its end.
        measure: The figure's measure; abducted people were abducted whatever else happened.
        clause: Offsets of the clause that tells of the figure's event, where its sentence tells
            of another event besides; nothing else is looked at.
        leaving: Offsets of a clause that tells of another event and is left out.

    Returns:
        A code of the tables, from the sentence or else from the two sentences before it and the
        one after; None where no word tells.
    """
    if measure == "abducted":
        return "abduction"
    text = document.text
    at = sentence_at(document.sentences, start)
    if at is None:
        return None
    told, places = _told(text)
    for step in (0,) if clause else (0, -1, -2, 1):
        if not 0 <= at + step < len(document.sentences):
            continue
        sentence = document.sentences[at + step]
        found: list[tuple[int, float, str]] = []
        for n in range(bisect_left(places, sentence.start), bisect_left(places, sentence.end)):
            begin, stop, entry = told[n]
            if leaving is not None and leaving[0] <= begin < leaving[1]:
                continue
            if clause is not None and not clause[0] <= begin < clause[1]:
                continue
            gap = max(begin - end, start - stop, 0) if step == 0 else 0
            far = 4 if gap > 120 else 0
            found.append((entry.rank + far, gap, entry.code))
        if found:
            return min(found)[2]
    return None


def kinds_of(text: str) -> frozenset[str]:
    """Every kind of attack that a text speaks of."""
    return frozenset(entry.code for _, _, entry in _told(text)[0])


def attack_words(document: Document, sentence: int) -> frozenset[str]:
    """The kinds of attack that one sentence speaks of."""
    told, places = _told(document.text)
    its = document.sentences[sentence]
    found = range(bisect_left(places, its.start), bisect_left(places, its.end))
    return frozenset(told[n][2].code for n in found)


@cache
def relation(one: str, other: str) -> str:
    """How two kinds of attack stand to each other: equal, same (family), near or apart."""
    if one == other:
        return "equal"
    found = {
        entry.relation
        for entry in load("attack_families", FamilyEntry, unique=())
        if one in entry.kinds and other in entry.kinds
    }
    return "same" if "same" in found else "near" if "near" in found else "apart"
