"""Names of the gazetteer in a text, and whether two of them stand together."""

import re
from functools import cache
from typing import NamedTuple

from analysis.context.gazetteer import Spot, cues, gazetteer
from analysis.context.words import Token, gap_joins

_CONNECTORS = frozenset(
    "e i wa and of ul al o aw us as ez the ye d ad ar an".split()  # noqa: SIM905
)


class Match(NamedTuple):
    """A name found: offsets, its first and last token, and what it may stand for."""

    start: int
    end: int
    first: int
    last: int
    spots: tuple[Spot, ...]
    kind: str | None  # what the word after it says it is: district, adm1, city, point


@cache
def _kind_after() -> re.Pattern[str]:
    kinds = {k: cues(k) for k in ("district", "adm1", "city", "point")}
    groups = "|".join(
        f"(?P<{k}>{'|'.join(sorted((re.escape(w) for w in v), key=lambda w: -len(w)))})"
        for k, v in kinds.items()
    )
    return re.compile(
        rf"(?:['’]s)?(?:\s+\([^()\n]{{1,30}}\))?[\s-]+(?:tribal\s+)?(?:{groups})\b", re.IGNORECASE
    )


def kind_after(text: str, end: int) -> str | None:
    """What the words after a name say it is, or None."""
    found = _kind_after().match(text, end, end + 60)
    return found.lastgroup if found else None


_OF_A_PERSON = re.compile(r"\b[A-Z][a-z]+\s+(?:al|ul|ur|el|bin|ibn)[\s-]\Z")


def matches(text: str, words: list[Token], capitals: bool) -> list[Match]:
    """Every longest name of the gazetteer, overlaps left out, nothing decided."""
    names = gazetteer().names
    acronyms = cues("acronym")
    made, at = [], 0
    while at < len(words):
        word = words[at]
        if _OF_A_PERSON.search(text, max(0, word.start - 24), word.start):
            at += 1  # "Mohammed al-Sabri"
            continue
        entries = names.get(word.folded) if word.capital else None
        if entries is None and word.capital and "-" in text[word.end : word.end + 1]:
            entries = names.get(word.folded)
        found = None
        for key, spots in entries or ():
            last = at + len(key) - 1
            if last >= len(words):
                continue
            if all(
                words[at + n].folded == key[n]
                and (words[at + n].capital or key[n] in _CONNECTORS)
                and gap_joins(text, words[at + n - 1], words[at + n])
                for n in range(1, len(key))
            ):
                found = key, spots, last
                break
        if found:
            key, spots, last = found
            written = text[word.start : words[last].end]
            short = len(key) == 1 and key[0] in acronyms
            if not (short and not written.isupper()) and not (
                short and capitals and key[0] in ("us", "car", "di")
            ):
                end = words[last].end
                if text[end : end + 1] == "." and len(words[last].folded) == 1:
                    end += 1  # U.S.
                made.append(Match(word.start, end, at, last, spots, kind_after(text, end)))
                at = last + 1
                continue
        at += 1
    return made


@cache
def _chain() -> re.Pattern[str]:
    among = "|".join(sorted(map(re.escape, cues("between")), key=lambda w: -len(w)))
    return re.compile(
        rf"(?:['’]s)?[\s,(\[-]*(?:(?:{among})(?:['’]s)?[\s,()\[\]-]+)*", re.IGNORECASE
    )


def linked(text: str, end: int, start: int) -> bool:
    """Whether only kinds, commas and prepositions stand between two names of one place."""
    return 0 <= start - end <= 70 and bool(_chain().fullmatch(text, end, start))
