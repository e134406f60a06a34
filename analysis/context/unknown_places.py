"""Places that the gazetteer does not know, shown by the words around them.

"Sherikhel area (Lakki Marwat district)", "the village of Zangotai", "in Karikot, South Waziristan".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from analysis.context.gazetteer import cues
from analysis.context.words import fold
from analysis.records import Place

_WORD = r"[\w'’]{0,30}(?:[-–][\w'’]{1,30}){0,3}"
_NAME = rf"[A-Z]{_WORD}(?:\s(?:(?:e|i|wa|ul|al|el|aw)[\s-])?[A-Z0-9]{_WORD}){{0,3}}"
_PREP = r"(?:in|at|near|around|outside|inside|into|on|from|of|towards?|to|across|over|through)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kinds = "|".join(
        f"(?P<{kind}>{'|'.join(sorted(map(re.escape, cues(kind)), key=lambda w: -len(w)))})"
        for kind in ("district", "adm1", "point")
    )
    plain = re.sub(r"\?P<(\w+)>", "?:", kinds)
    before_kind = re.compile(
        rf"\b(?i:{_PREP})\s+(?i:the\s+)?(?:(?i:\w+(?:ern)?\s+))?(?P<name>{_NAME})"
        rf"(?:\s+\([^()\n]{{1,40}}\))?\s+(?i:{kinds})\b"
    )
    after_kind = re.compile(rf"\b(?i:{kinds})s?\s+(?i:of|called|named)\s+(?P<name>{_NAME})")
    before_place = re.compile(
        rf"\b(?i:{_PREP}|on)\s+(?i:the\s+)?(?P<name>{_NAME})(?=\s*(?:,|\()|\s+(?i:in|{plain}))"
    )
    opening = re.compile(
        rf"(?:(?<=[.!?;:]\s)|(?<=[.!?]\s\s)|(?<=\n)|\A)(?P<name>{_NAME})(?=,\s+[A-Z])"
    )
    return before_kind, after_kind, before_place, opening


_LINK = re.compile(
    r"(?:\s+(?i:area|areas|village|town|city|valley|district|tehsil|bazaar|bazar|region|agency|"
    r"province|subdivision|limits|locality|neighbou?rhood|market|checkpoint|check\s?post))?"
    r"\s*(?:,|\(|in\b|of\b|\bin\s+the\b)\s*(?:the\s+)?(?:\w+ern\s+)?(?:in\s+|of\s+)?",
    re.IGNORECASE,
)


def _names(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Offsets, precision, and whether a container must follow, of what may be a place."""
    before_kind, after_kind, before_place, opening = _patterns()
    for pattern in (before_kind, after_kind):
        for match in pattern.finditer(text):
            kind = next(k for k in ("district", "adm1", "point") if match[k])
            yield match.start("name"), match.end("name"), kind, False
    for pattern in (before_place, opening):
        for match in pattern.finditer(text):
            yield match.start("name"), match.end("name"), "point", True


def _link(text: str, end: int, place: Place) -> list[str]:
    """The words between a name and the place that may contain it."""
    return text[end : place.start].casefold().split()


_OWNER = re.compile(r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:of|named|called)\s+", re.IGNORECASE)


def _owner(text: str, place: Place, start: int) -> Place | None:
    """The country in "the Iraqi town of Sinjar"."""
    return (
        place if place.precision == "country" and _OWNER.fullmatch(text, place.end, start) else None
    )


def find_unknown(
    text: str, places: Sequence[Place], starts: frozenset[int], capitals: bool
) -> list[Place]:
    """Find places that are shown by their surroundings and not yet found.

    Args:
        text: The article's text.
        places: The places already found, in order.
        starts: Offsets at which sentences start.
        capitals: Whether the text is in capitals; nothing can be told from letter case then.
    """
    if capitals:
        return []
    begins = [p.start for p in places]
    made: list[Place] = []
    for start, end, precision, needs_container in sorted(set(_names(text))):
        at = bisect_left(begins, start)
        if at < len(places) and places[at].start < end or at and places[at - 1].end > start:
            continue
        if made and made[-1].end > start:
            continue
        if re.search(r"['’]s?\Z|['’]s\s", text[start:end]):
            continue
        words = [fold(w) for w in re.split(r"[\s-]+", text[start:end])]
        if any(w in cues("not a name") for w in words) or (
            text[start:end].isupper() and " " not in text[start:end]
        ):
            continue
        inside = next(
            (
                p
                for p in places[at : at + 4]
                if p.start >= end
                and p.start - end <= 60
                and (p.role == "location" or p.role == "demonym" and "in" in _link(text, end, p))
                and _LINK.fullmatch(text, end, p.start)
            ),
            None,
        )
        if inside is None and at and not needs_container:
            inside = _owner(text, places[at - 1], start)
        if inside is None and needs_container:
            continue
        if inside is None:
            made.append(Place(start, end, text[start:end], precision))
        else:
            district = inside.adm2_name if precision == "point" else text[start:end]
            made.append(
                Place(
                    start,
                    end,
                    text[start:end],
                    precision,
                    inside.country,
                    inside.adm1,
                    inside.adm1_name,
                    district if precision != "adm1" else None,
                )
            )
    return made
