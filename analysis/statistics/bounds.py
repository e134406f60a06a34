"""Arithmetic on low, best and high, where an end that nothing bounds stays open (None)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Bounds(NamedTuple):
    """A count as it is known: null low or high is an open end, null best is no point estimate."""

    low: float | None = None
    best: float | None = None
    high: float | None = None

    @property
    def known(self) -> bool:
        """Whether any end or point is known."""
        return any(value is not None for value in self)


def of(row: Mapping[str, Any], what: str | None = None) -> Bounds:
    """The bounds in a row: `low`, `best`, `high`; with `what` those of `killed_low` and so on."""
    stem = f"{what}_" if what else ""
    return Bounds(row.get(f"{stem}low"), row.get(f"{stem}best"), row.get(f"{stem}high"))


def total(parts: Sequence[Bounds]) -> Bounds:
    """The sum of independent counts.

    Low: a count cannot be negative, so a part with an open lower end adds nothing, and what is
    left is still a minimum. Best: only where every part has one. High: only where every part is
    bounded from above; one open end opens the sum. Parts of which nothing is known must be left
    out (and counted) by the caller.

    Raises:
        ValueError: If a part is wholly unknown; the sum would hide it.
    """
    if any(not part.known for part in parts):
        raise ValueError("a count of which nothing is known cannot be summed")
    if not parts:
        return Bounds()
    lows = [part.low for part in parts if part.low is not None]
    bests = [part.best for part in parts if part.best is not None]
    highs = [part.high for part in parts if part.high is not None]
    return Bounds(
        sum(lows) if lows else None,
        sum(bests) if len(bests) == len(parts) else None,
        sum(highs) if len(highs) == len(parts) else None,
    )


def agree(tellings: Sequence[Bounds]) -> Bounds:
    """One count told several times, oldest telling first.

    Low is the smallest low and high the largest high that is stated. High is open where no
    telling bounds it, or where some telling's low is above every high stated; low likewise where
    some telling's high is below every low. Best is that of the last telling that has one: later
    reports know more.
    """
    told = [telling for telling in tellings if telling.known]
    lows = [t.low for t in told if t.low is not None]
    highs = [t.high for t in told if t.high is not None]
    bests = [t.best for t in told if t.best is not None]
    low = min(lows, default=None)
    ceiling = min([*highs, *bests], default=None)
    if low is not None and ceiling is not None and ceiling < low:
        low = None
    floor = max([*lows, *bests], default=None)
    high = max(highs, default=None)
    if high is not None and floor is not None and high < floor:
        high = None
    return Bounds(low, bests[-1] if bests else None, high)
