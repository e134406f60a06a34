"""Join tellings into events: the strongest links first, under constraints."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from analysis.context.attack_types import relation
from analysis.events.blocks import pairs
from analysis.events.likeness import Tolerance, likeness
from analysis.events.tellings import Telling, same_district


class Link(NamedTuple):
    """Two tellings (by index) that are alike enough, and how much."""

    points: float
    one: int
    other: int


class _Group:
    """What the members of an event in the making have in common."""

    def __init__(self, index: int, telling: Telling) -> None:
        stated = telling.dated == "stated"
        self.members = [index]
        self.articles = {telling.article_id}
        self.kinds = {telling.kind} - {None}
        self.districts = {(telling.adm1, telling.adm2)} if telling.adm2 else set()
        self.names = set(telling.names)
        self.latest_start: date | None = telling.first if stated else None
        self.earliest_end: date | None = telling.last if stated else None

    def fits(self, other: "_Group", link_kinds: set[str | None], tolerance: Tolerance) -> bool:
        """Whether joining two groups breaks no constraint."""
        if not self.articles.isdisjoint(other.articles):
            return False
        if self.latest_start and other.latest_start:
            gap = max(self.latest_start, other.latest_start) - min(
                self.earliest_end,  # type: ignore[type-var]
                other.earliest_end,  # type: ignore[type-var]
            )
            if gap.days > tolerance.days:
                return False
        strange = self.districts and other.districts and not self.shares_district(other)
        if strange and self.names.isdisjoint(other.names):
            return False
        apart = any(relation(a, b) == "apart" for a in self.kinds for b in other.kinds)
        direct = None not in link_kinds and len(link_kinds) == 2
        return not apart or (direct and relation(*sorted(link_kinds)) == "apart")  # type: ignore[arg-type]

    def shares_district(self, other: "_Group") -> bool:
        """Whether a district of the one may be a district of the other."""
        if not self.districts.isdisjoint(other.districts):
            return True
        return any(
            a[0] == b[0] and same_district(a[1], b[1])
            for a in self.districts
            for b in other.districts
        )

    def take(self, other: "_Group") -> None:
        """Take the other group's members in."""
        self.members += other.members
        self.articles |= other.articles
        self.kinds |= other.kinds
        self.districts |= other.districts
        self.names |= other.names
        starts = [d for d in (self.latest_start, other.latest_start) if d]
        ends = [d for d in (self.earliest_end, other.earliest_end) if d]
        self.latest_start = max(starts, default=None)
        self.earliest_end = min(ends, default=None)


def _alike(tellings: Sequence[Telling], tolerance: Tolerance) -> Iterator[list[int]]:
    """Tellings with one signature, which are compared with the others once.

    Only where they come from different articles and are alike enough to be one event.
    """
    same: dict[tuple, list[int]] = {}
    for index, telling in enumerate(tellings):
        same.setdefault(telling.signature, []).append(index)
    for members in same.values():
        found = None
        if len(members) > 1 and len({tellings[m].article_id for m in members}) == len(members):
            found = likeness(tellings[members[0]], tellings[members[1]], tolerance)
        if found is not None and found.points >= tolerance.threshold:
            yield members
        else:
            yield from ([member] for member in members)


def links(tellings: Sequence[Telling], tolerance: Tolerance) -> list[Link]:
    """The pairs that are alike enough, strongest first; ties by incident_id."""
    made: list[Link] = []

    def add(one: int, other: int) -> None:
        found = likeness(tellings[one], tellings[other], tolerance)
        if found is not None and found.points >= tolerance.threshold:
            made.append(Link(found.points, *sorted((one, other))))

    leaders: list[int] = []
    for members in _alike(tellings, tolerance):
        leaders.append(members[0])
        for member in members[1:]:
            add(members[0], member)
    leaders.sort()
    for one, other in pairs([tellings[index] for index in leaders], tolerance):
        add(leaders[one], leaders[other])
    ids = [telling.incident_id for telling in tellings]
    return sorted(made, key=lambda k: (-k.points, ids[k.one], ids[k.other]))


def join(
    tellings: Sequence[Telling], *, tolerance: Tolerance | None = None
) -> list[tuple[int, ...]]:
    """Join tellings into events.

    Single linkage, strongest link first, under constraints that a record-linkage library does not
    offer: two incidents of one article are never one event, the stated days of an event lie
    within the tolerance, its districts agree or share the place's name, and a telling of unknown
    kind does not bridge a bombing and a shooting.

    Args:
        tellings: Any number, in any order; the result does not depend on it.
        tolerance: What may differ; the documented defaults if not given.

    Returns:
        Indices of the tellings of each event, sorted; every telling is in one event.
    """
    tolerance = tolerance or Tolerance()
    order = sorted(range(len(tellings)), key=lambda index: tellings[index].incident_id)
    laid = [tellings[index] for index in order]
    groups = [_Group(index, telling) for index, telling in enumerate(laid)]
    owner = list(range(len(laid)))

    def find(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for link in links(laid, tolerance):
        one, other = find(link.one), find(link.other)
        if one == other:
            continue
        if len(groups[one].members) < len(groups[other].members):
            one, other = other, one
        kinds = {laid[link.one].kind, laid[link.other].kind}
        if groups[one].fits(groups[other], kinds, tolerance):
            groups[one].take(groups[other])
            owner[other] = one
    return [
        tuple(sorted(order[index] for index in group.members))
        for place, group in enumerate(groups)
        if find(place) == place
    ]
