"""Totals and their parts: "including", "among them", "of whom", and lists that add up."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.figures.casualties.frames import OUT_OF
from analysis.figures.casualties.objects import more
from analysis.figures.casualties.shapes import Mention, Unit
from analysis.records import Finding

_OWN_KIND = frozenset(("police", "military", "child", "woman", "journalist", "health_worker"))


LONGEST = 8  # units between a part and the "among them" that closes it


class Part(NamedTuple):
    """A mention that is part of the finding `total`; `index` is its own finding, if it has one."""

    unit: int
    total: int
    index: int | None


def _size(stated: Mention | Finding | None) -> float:
    if stated is None:
        return 0
    return stated.best or stated.low or stated.high or 0


def parts_of(
    units: list[Unit], main: dict[int, int], triggers: dict[int, int], findings: list[Finding]
) -> Iterator[Part]:
    """Find the parts that a sentence singles out of its totals.

    Args:
        units: The sentence's units.
        main: Unit → index of its finding.
        triggers: Unit → unit of the trigger that counted it.
        findings: All findings so far.

    Yields:
        The parts, from left to right; together they are no more than their total.
    """
    for at, unit in enumerate(units):
        mention = unit.mention
        if unit.kind != "N" or mention is None:
            continue
        named = _introduced(units, at) or _shared_out(units, at) or _closed(units, at)
        if not named and mention.head not in OUT_OF:
            continue
        left = max(
            (unit for unit in main if unit < at and main[unit] != main.get(at)), default=None
        )
        if left is None or findings[main[left]].part_of == main.get(at, -1):
            continue
        total = main[left]
        total = findings[total].part_of if findings[total].part_of is not None else total
        loose = at in triggers and triggers[at] != triggers.get(left) and not named
        if loose and units[at - 1].kind not in ",W;PL" and mention.head in OUT_OF:
            continue
        yield from _within(units, at, total, main, findings)


def _introduced(units: list[Unit], at: int) -> bool:
    """Whether "including" or "of whom" stands before the mention."""
    if at == 0:
        return False
    left = at - 1
    while left > 0 and units[left].kind == "D":
        left -= 1  # "including possibly"
    before = units[left]
    whose = before.text in ("whom", "them") and left and units[left - 1].kind == "O"
    return before.kind == "L" or bool(whose)


def _closed(units: list[Unit], at: int) -> bool:
    """Whether "among them" or "included" stands behind: "six, the imam among them, died"."""
    if at == 0 or units[at - 1].kind != ",":
        return False
    place = at + 1
    while place < min(at + LONGEST, len(units)) and units[place].kind in "OXPnN+":
        place += 1
    if place >= len(units) or units[place].kind != "L":
        return False
    ends = place + 1 >= len(units) or units[place + 1].kind in ",;B"
    return ends and units[place].text in ("among them", "among these", "included", "amongst them")


def _shared_out(units: list[Unit], at: int) -> bool:
    """Whether a bare number says who killed how many: "six by the blast and three by gunfire"."""
    mention = units[at].mention
    bare = mention is not None and mention.counted and mention.head == ""
    behind = at + 1 < len(units) and units[at + 1].kind == "Y"
    return bare and behind and at > 0 and units[at - 1].kind in "A,"


def _within(
    units: list[Unit], at: int, total: int, main: dict[int, int], findings: list[Finding]
) -> Iterator[Part]:
    """The mention and those listed with it, as long as the total holds them."""
    room = _size(findings[total])
    items = more(units, at, closed=False)
    if len(items) == 1 and [u.kind for u in units[items[0] - 2 : items[0]]] == [",", "A"]:
        items = more(units, at)  # "including four policemen, and two gunmen were killed"
    for place in [at, *items]:
        mention = units[place].mention
        room -= _size(mention)
        if room < 0 or mention is None or (mention.other and place != at):
            return
        index = main.get(place)
        if index is None:
            yield Part(place, total, None)
        elif index != total and findings[index].measure == findings[total].measure:
            yield Part(place, total, index)


def itemised(main: dict[int, int], findings: list[Finding]) -> list[tuple[int, int]]:
    """Pairs of part and total where the figures behind a total add up to it."""
    order = [main[unit] for unit in sorted(main)]
    for place, index in enumerate(order):
        total = findings[index]
        rest = [
            i
            for i in order[place + 1 :]
            if findings[i].measure == total.measure and findings[i].part_of is None
        ]
        counted = len(rest) > 1 and total.quantifier != "implied"
        if any(_other_group(total, findings[i]) for i in rest):
            continue  # "two policemen, a driver and a guard"
        if total.group and all(findings[i].quantifier == "implied" for i in rest):
            continue  # "two brothers, a cousin and a passer-by"
        if counted and sum(findings[i].best or 0 for i in rest) == _size(total):
            return [(i, index) for i in rest]
    return []


def _other_group(total: Finding, part: Finding) -> bool:
    """Whether a driver cannot be one of the policemen."""
    return total.group in _OWN_KIND and part.group not in (None, total.group)


def bracketed(inside: list[Unit], total: Finding) -> list[int]:
    """Mentions of a bracket behind a total that share it out: "(two in Tank and one in Bannu)".

    Args:
        inside: The units between the brackets.
        total: The finding that ends before the bracket.
    """
    found = [at for at, u in enumerate(inside) if u.kind == "N" and u.mention and u.mention.counted]
    size = sum(_size(inside[at].mention) for at in found)
    if not found or not 0 < size <= _size(total) or any(u.kind in "VCTGK;" for u in inside):
        return []
    spoken = [inside[at].mention for at in found]
    if any(m is not None and not m.known for m in spoken) or found[0] != 0:
        return []
    bare = all(u.kind in ",A" or (u.mention and u.mention.head == "") for u in inside)
    return [] if bare else found  # "(5, 4)"
