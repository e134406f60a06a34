"""Which tellings are compared at all: those that share a block of place, day or number.

No block holds all tellings of a corpus, and a block of unusual size is cut, so that the number of
pairs grows with the number of articles and not with its square.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Any

from analysis.events.likeness import Tolerance
from analysis.events.tellings import Telling

LARGEST = 300  # tellings of a block that are all compared with each other
NEIGHBOURS = 30  # in a larger block: with so many of the most like


def _numbers(telling: Telling) -> list[tuple[str, int]]:
    """The numbers that two tellings may have in common."""
    return [
        (what, toll.value)
        for what, toll in (("killed", telling.killed), ("injured", telling.injured))
        if toll.value is not None
    ]


def _keys(telling: Telling, tolerance: Tolerance) -> Iterator[tuple[Any, ...]]:
    """The blocks of a telling; docs/events.md says why each exists."""
    yield "text", telling.original
    numbers = _numbers(telling)
    names = sorted(telling.names) if telling.point else []
    for what, number in numbers:
        if number >= tolerance.rare:
            yield from (("undated", name, what, number) for name in names)
    if telling.first is None or telling.last is None:
        return
    if telling.dated != "span":
        days = (telling.last - telling.first).days + tolerance.days
        for day in (telling.first + timedelta(days=n) for n in range(days + 1)):
            if telling.adm1:
                yield "province", telling.adm1, day
            yield from (("place", name, day) for name in names)
            for what, number in numbers:
                if number >= tolerance.telling:
                    yield "country", telling.country, day, what, number
    yield from _coarse(telling, numbers, names, tolerance)


def _mentions(telling: Telling, known: set[str], tolerance: Tolerance) -> Iterator[tuple[Any, ...]]:
    """Blocks of the places named in the article of a telling that is placed vaguely."""
    if telling.first is None or telling.last is None or telling.dated == "span":
        return
    names = telling.names if telling.point else telling.mentions & known
    days = (telling.last - telling.first).days + tolerance.days
    for name in sorted(names):
        for number in range(days + 1):
            yield "mention", name, telling.first + timedelta(days=number)


def _coarse(
    telling: Telling, numbers: list[tuple[str, int]], names: list[str], tolerance: Tolerance
) -> Iterator[tuple[Any, ...]]:
    """Blocks of tellings that share a number, for coarse dates and late reports."""
    first, last = telling.first, telling.last
    length = (last - first).days  # type: ignore[operator]
    for what, number in numbers:
        if number < tolerance.telling:
            continue
        if length <= tolerance.span:
            for month in sorted({(first.year, first.month), (last.year, last.month)}):  # type: ignore[union-attr]
                yield "month", telling.country, month, what, number
        if number >= tolerance.rare:
            for year in range(first.year, last.year + 1):  # type: ignore[union-attr]
                yield "year", telling.country, year, what, number
        early = first - timedelta(days=tolerance.follow_up)  # type: ignore[operator]
        for month in sorted({(early.year, early.month), (last.year, last.month)}):  # type: ignore[union-attr]
            yield from (("follow-up", name, month, what, number) for name in names)


def _worth(kind: str, one: Telling, other: Telling) -> bool:
    """Whether a block of this kind was made for such a pair."""
    dated = {one.dated, other.dated}
    if kind in ("month", "year"):
        return "span" in dated
    if kind == "undated":
        return None in dated
    if kind == "mention":
        return one.point != other.point
    return kind != "follow-up" or "assumed" in dated


def _order(telling: Telling) -> tuple[str, int, int, str]:
    """The order in which the tellings of a large block are laid beside each other."""
    killed, injured = telling.killed.value, telling.injured.value
    return (
        telling.kind or "",
        -1 if killed is None else killed,
        -1 if injured is None else injured,
        telling.incident_id,
    )


def pairs(tellings: Sequence[Telling], tolerance: Tolerance) -> Iterator[tuple[int, int]]:
    """Pairs of tellings worth comparing, each once.

    Args:
        tellings: In any order.
        tolerance: The same as for `likeness`.

    Yields:
        Indices of two tellings of different articles, the smaller first.
    """
    blocks: dict[tuple[Any, ...], list[int]] = {}
    known = {name for telling in tellings if telling.point for name in telling.names}
    for index, telling in enumerate(tellings):
        for key in {*_keys(telling, tolerance), *_mentions(telling, known, tolerance)}:
            blocks.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        for pair in _within(members, tellings):
            one, other = tellings[pair[0]], tellings[pair[1]]
            if one.article_id == other.article_id or not _worth(key[0], one, other):
                continue
            if pair not in seen:
                seen.add(pair)
                yield pair


def _within(members: list[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """All pairs of a block or, where it is large, each with its neighbours in `_order`."""
    if len(members) <= LARGEST:
        yield from combinations(members, 2)
        return
    laid = sorted(members, key=lambda index: _order(tellings[index]))
    for place, index in enumerate(laid):
        for other in laid[place + 1 : place + 1 + NEIGHBOURS]:
            yield (index, other) if index < other else (other, index)
