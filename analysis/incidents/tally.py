"""Add up what one article says of one event: restated, rising, disputed tolls and their parts.

Every figure either opens a slot (victims not spoken of before) or restates one. A slot keeps every
toll stated for its victims; the event's low, best and high are sums over the slots, and rival
totals of the whole event stand beside that sum.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.context.ranks import MONITOR, voice_of
from analysis.incidents.relate import (
    claimed_between,
    compatible,
    follows_early,
    is_apposed,
    is_condition,
    is_early,
    is_named,
    is_other,
    is_out_of,
    is_part,
    is_partial,
    is_rising,
    is_rival,
    is_same,
    is_total,
    is_withdrawn,
    ordinal,
    same_voice,
    sided,
    value,
)
from analysis.incidents.sides import same_dead, sides
from analysis.records import Figure

Bound = float | None
ATTACKERS = ("perpetrator",)
SEEN = 40  # sets of victims back that a figure is compared with


class Toll(NamedTuple):
    """Low, best and high of one measure, None where nothing states them.

    `claimant` is who gives the best, None where the article does or several sets are added.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    superseded: tuple[str, ...] = ()
    claimant: str | None = None


class Stated(NamedTuple):
    """One toll as stated, by one figure or by several that are added up."""

    low: Bound
    best: Bound
    high: Bound
    figures: tuple[Figure, ...]
    claimed: bool
    rising: bool = False
    withdraws: bool = False
    total: bool = False

    @property
    def everyone(self) -> bool:
        """Whether the toll is of people at large and not of one group."""
        return any(f.group is None for f in self.figures)


class Slot(NamedTuple):
    """The tolls stated for the same victims, in the order of the text."""

    group: str | None
    tolls: tuple[Stated, ...]
    last: Figure  # the figure stated last
    side: str | None = None
    named: int = 0  # of its victims, those given by name behind their number


def tally(figures: Sequence[Figure], text: str, *, voice: str | None = None) -> Toll:
    """Add up the figures of one measure and one event.

    Args:
        figures: Counted figures (not denied, negated or hypothetical) in the order of the text.
        text: The article's text.
        voice: The claimant to follow where several give rival tolls.

    Returns:
        The toll; `superseded` are the ids of figures that another toll replaced.
    """
    known = {f.figure_id for f in figures}
    whole = [sided(f, text) for f in figures if f.part_of is None or f.part_of not in known]
    kept, dropped = _without_early(whole, text)
    parted = sides(kept, text)
    slots: list[Slot] = []
    for figure in kept:
        slots = _place(slots, figure, text, parted)
    if not slots:
        return Toll()
    chosen = [preferred(slot.tolls, voice) for slot in slots]
    bounds = [_bounds(slot.tolls, best) for slot, best in zip(slots, chosen, strict=True)]
    superseded = [
        figure.figure_id
        for slot, best in zip(slots, chosen, strict=True)
        for toll in slot.tolls
        if toll is not best
        for figure in toll.figures
    ]
    superseded += [f.figure_id for f in dropped]
    claimant = chosen[0].figures[-1].claimant if len(slots) == 1 else None
    low, best, high = (_add(b[i] for b in bounds) for i in range(3))
    return Toll(low, best, high, tuple(superseded), claimant)


def _without_early(
    figures: Sequence[Figure], text: str
) -> tuple[Sequence[Figure], Sequence[Figure]]:
    """Set aside early counts and one house's counts, where others are given for these victims."""
    if len(figures) < 2:  # noqa: PLR2004 - one toll has no rival
        return figures, ()
    early = [is_early(f, text, figures) or is_partial(f, text) for f in figures]
    stand = [f for f, is_first in zip(figures, early, strict=True) if not is_first]
    groups = {f.group for f in stand if f.quantifier != "implied"}
    if not any(early) or not groups:
        return figures, ()
    kept: list[Figure] = []
    dropped: list[Figure] = []
    for figure, is_first in zip(figures, early, strict=True):
        rivals = {g for g in groups if compatible(g, figure.group)}
        if figure.group is None:
            rivals -= {"perpetrator", "militant"}
        (dropped if is_first and rivals else kept).append(figure)
    return kept, dropped


def _add(values: object) -> int | None:
    listed = list(values)  # type: ignore[call-overload]
    return None if None in listed else int(sum(listed))


def _stated(figure: Figure, text: str) -> Stated:
    return Stated(
        figure.low,
        figure.best,
        figure.high,
        (figure,),
        is_rival(figure, text),
        is_rising(figure, text),
        is_withdrawn(figure, text),
        is_total(figure, text),
    )


def _whole(slots: Sequence[Slot]) -> Stated:
    """The slots so far as one toll."""
    bounds = [_bounds(slot.tolls, preferred(slot.tolls)) for slot in slots]
    low, best, high = (
        None if any(b[i] is None for b in bounds) else sum(b[i] for b in bounds)  # type: ignore[misc]
        for i in range(3)
    )
    figures = tuple(f for slot in slots for toll in slot.tolls for f in toll.figures)
    return Stated(low, best, high, figures, all(t.claimed for s in slots for t in s.tolls))


def _place(slots: list[Slot], figure: Figure, text: str, parted: Mapping[str, str]) -> list[Slot]:
    """Give a figure its slot: a new one, or one whose victims it restates."""
    stated = _stated(figure, text)
    reached = ordinal(figure)
    if reached is not None:  # "a sixth policeman died"
        stated = stated._replace(low=reached, best=reached, high=reached, rising=True)
    side = parted.get(figure.figure_id)
    new = Slot(figure.group, (stated,), figure, side)
    near = slots[-SEEN:]
    if not slots:
        return [new]
    if side is not None and any(s.side for s in near):
        counted = next((s for s in reversed(near) if s.side == side), None)
        voiced = counted is not None and not same_voice(counted.last.claimant, figure.claimant)
        return _append(slots, counted, stated) if counted and voiced else [*slots, new]
    twice = next((s for s in reversed(near) if same_dead(s.last, figure)), None)
    if twice is not None and figure.quantifier != "implied":
        return _append(slots, twice, stated)
    if reached is not None:
        fellows = next((s for s in reversed(near) if compatible(s.group, figure.group)), None)
        return _append(slots, fellows, stated) if fellows is not None else [*slots, new]
    if any(is_apposed(s.last, figure, text) for s in near):
        return slots
    listed = _listing(near, figure)
    if listed is not None:
        return [s._replace(named=s.named + 1) if s is listed else s for s in slots]
    if is_condition(figure, [s.last for s in near], text):
        return slots
    together = [s for s in near if s.last.sentence == figure.sentence]
    if any(s.tolls[-1].rising and value(s.last) > value(figure) for s in together):
        return slots  # "the toll has risen to 63 after two of the wounded died"
    if is_total(figure, text):
        return _against_all(slots, stated._replace(rising=True))
    if figure.quantifier == "implied" and is_same(figure, [s.last for s in near], text):
        return slots
    if figure.rule.endswith(".among") or is_out_of(figure, [s.last for s in near], text):
        return slots
    if together:
        rival = next((s for s in reversed(together) if compatible(s.group, figure.group)), None)
        counted = figure.quantifier != "implied"
        if rival is not None and counted and follows_early(rival.last, figure, text):
            return _append(slots, rival, stated._replace(rising=True))
        voiced = figure.rule.endswith(".compared")
        if rival is not None and counted and (voiced or claimed_between(rival.last, figure, text)):
            return _append(slots, rival, stated)
        other = None if rival is not None else _other_side(near, figure)
        if other is not None:
            return _append(slots, other, stated)
        return [*slots, new]
    if is_other(figure, text):
        return [*slots, new]
    return _later(slots, figure, stated, new)


def _listing(slots: Sequence[Slot], figure: Figure) -> Slot | None:
    """The victims counted in an earlier sentence to whom one given by name belongs."""
    if not is_named(figure):
        return None
    return next(
        (
            s
            for s in slots
            if compatible(s.group, figure.group)
            and s.last.sentence < figure.sentence
            and not is_named(s.last)
            and s.named < value(s.last)
        ),
        None,
    )


def _other_side(slots: Sequence[Slot], figure: Figure) -> Slot | None:
    """The victims that another voice counted in an earlier sentence: each side its own way."""
    if figure.group is None or figure.claimant is None or figure.quantifier == "implied":
        return None
    return next(
        (
            s
            for s in reversed(slots)
            if s.group == figure.group
            and s.last.sentence != figure.sentence
            and s.last.claimant is not None
            and not same_voice(s.last.claimant, figure.claimant)
        ),
        None,
    )


def _later(slots: list[Slot], figure: Figure, stated: Stated, new: Slot) -> list[Slot]:
    """Place a figure of a later sentence."""
    counted = figure.quantifier != "implied"
    near = slots[-SEEN:]
    equal = next(
        (
            s
            for s in reversed(near)
            if value(s.last) == value(figure) and compatible(s.group, figure.group)
        ),
        None,
    )
    if equal is not None and counted and equal.last.quantifier != "implied":
        return _append(slots, equal, stated)
    total = sum(value(s.last) for s in slots)
    if (
        figure.group is None
        and counted
        and len(slots) > 1
        and (value(figure) >= total or stated.claimed)
    ):
        return _against_all(slots, stated)
    if any(is_part(s.last, figure) for s in near):
        return slots
    rival = next((s for s in reversed(near) if s.group == figure.group), None)
    if (
        rival is None
        and figure.group is None
        and len(slots) == 1
        and slots[0].group not in ATTACKERS
    ):
        rival = slots[0]
    if rival is None and stated.claimed:
        rival = next((s for s in near if s.group is None), None)
    if rival is not None and counted:
        return _append(slots, rival, stated)
    return [*slots, new]


def _against_all(slots: list[Slot], stated: Stated) -> list[Slot]:
    """One slot of everything so far and the total that is now stated for it."""
    tolls = slots[0].tolls if len(slots) == 1 else (_whole(slots),)
    return [Slot(None, (*tolls, stated), stated.figures[-1])]


def _append(slots: list[Slot], slot: Slot, stated: Stated) -> list[Slot]:
    group = slot.group or stated.figures[0].group
    merged = slot._replace(group=group, tolls=(*slot.tolls, stated), last=stated.figures[-1])
    return [merged if s is slot else s for s in slots]


def _size(toll: Stated) -> float:
    return next((b for b in (toll.best, toll.low, toll.high) if b is not None), 0)


def _bounds(tolls: Sequence[Stated], chosen: Stated) -> tuple[Bound, Bound, Bound]:
    """Smallest, preferred and largest toll stated for the same victims."""
    if chosen.withdraws:
        return chosen.low, chosen.best, chosen.high
    kept = [
        t for t in tolls if not (t is not chosen and chosen.rising and _size(t) < _size(chosen))
    ]
    lows = [t.low if t.low is not None else None for t in kept]
    known_lows = [x for x in lows if x is not None]
    top = max(_size(t) for t in kept)
    closed = [t.high for t in kept if t.high is not None]
    open_top = any(t.high is None and _size(t) >= max(closed, default=0) for t in kept)
    high = None if open_top and not (closed and max(closed) >= top) else max(closed, default=None)
    return (min(known_lows) if known_lows else None), chosen.best, high


def _rank(toll: Stated) -> int:
    last = toll.figures[-1]
    return voice_of(last.claimant, country=last.country, published=last.period_start).rank


def preferred(tolls: Sequence[Stated], voice: str | None = None) -> Stated:
    """The toll that `best` follows; the rule stands in docs/incidents.md."""
    for mark in ("rising", "total"):
        marked = [t for t in tolls if getattr(t, mark)]
        if marked:
            return marked[-1]
    exact = [t for t in tolls if t.best is not None] or list(tolls)
    own = [t for t in exact if not t.claimed]
    if own:
        return max(own, key=_size)
    followed = [t for t in exact if same_voice(t.figures[-1].claimant, voice)]
    ranked = [t for t in exact if _rank(t) == MONITOR]
    if ranked:
        return ranked[-1]
    wide = [t for t in exact if t.everyone]
    return min(followed or wide or exact, key=_size)
