"""Names beside marks, where nothing is in the way; all lengths in inches."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

STEPS = (0.0, 0.12, 0.26, 0.42, 0.6)  # how far a name may be moved away from its mark
SIDES = (0, 180, 90, 270, 40, 140, 320, 220)  # degrees; the right side first
GAP = 0.04


class Box(NamedTuple):
    """A rectangle that something takes up."""

    left: float
    right: float
    low: float
    high: float

    def crosses(self, other: Box) -> bool:
        """Whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right
            and self.low < other.high and other.low < self.high
        )  # fmt: skip

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in another."""
        return (
            self.left >= other.left and self.right <= other.right
            and self.low >= other.low and self.high <= other.high
        )  # fmt: skip


class Mark(NamedTuple):
    """A round mark and the size of the name beside it."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """What the mark takes up."""
        r = self.radius
        return Box(self.x - r, self.x + r, self.y - r, self.y + r)


class Label(NamedTuple):
    """Where a name stands; `moved` says that a line should lead to its mark."""

    box: Box
    moved: bool


def arrange(marks: Sequence[Mark], page: Box, *, most: int = 40) -> list[Label | None]:
    """Find room for the names of marks, the first ones first.

    Args:
        marks: In order of importance; no name may cover any of them.
        page: What the names must lie in.
        most: How many marks are named at most.

    Returns:
        A label a mark, None where there is no room.
    """
    taken = [mark.box for mark in marks]
    made: list[Label | None] = []
    for mark in marks[:most]:
        found = next((label for label in _candidates(mark) if _free(label, taken, page)), None)
        made.append(found)
        if found:
            taken.append(found.box)
    return made + [None] * (len(marks) - len(made))


def _free(label: Label, taken: Sequence[Box], page: Box) -> bool:
    """Whether nothing is in a label's way."""
    return label.box.within(page) and not any(label.box.crosses(box) for box in taken)


def _candidates(mark: Mark) -> list[Label]:
    """Places for a name, the best first: near before far, beside before above and below."""
    made = []
    for step in STEPS:
        for side in SIDES:
            across, up = cos(radians(side)), sin(radians(side))
            away = mark.radius + GAP + step
            x, y = mark.x + across * away, mark.y + up * away
            # The edge or corner of the name that is nearest to the mark lies at x, y.
            left = x - mark.width * (0 if across > 0.1 else 1 if across < -0.1 else 0.5)
            low = y - mark.height * (0 if up > 0.1 else 1 if up < -0.1 else 0.5)
            box = Box(left, left + mark.width, low, low + mark.height)
            made.append(Label(box, step > 0))
    return made
