"""Rows of figures drawn as ranges: what it is on the left, marks in the middle, words on the right.

Marks: a filled dot is an exact figure, a hollow one "about" or "nearly"; a bar runs from low to
high; an arrow is an end that nothing bounds. A figure without a best has no dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from analysis.charts.canvas import (
    BLUE,
    FAINT,
    GREY,
    INK,
    MARGIN,
    WIDTH,
    Canvas,
    canvas,
    plain,
    ticks,
    wrap,
)
from analysis.charts.chart import STYLE
from analysis.statistics.bounds import Bounds

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEFT, RIGHT = 3.3, 6.5  # inches: where the axes begin and end
LIMIT = 200  # rows drawn; the others stand in the table
HEADING, AXIS, BETWEEN = 0.32, 0.3, 0.18  # inches
HOLLOW = ("about", "nearly")
KEY = "Filled dot: exact; hollow dot: about or nearly; bar: range; arrow: nothing bounds that end."


class RangeRow(NamedTuple):
    """One row: left its label and details, in the middle its marks, right its value and source."""

    label: str
    detail: str
    bounds: Bounds
    quantifier: str
    value: str
    source: str = ""
    color: str = BLUE
    withdrawn: bool = False


class Group(NamedTuple):
    """Rows on one axis, under a heading; never compared with those of another axis."""

    heading: str
    rows: Sequence[RangeRow]


def draw(title: str, subtitle: str, foot: Sequence[str], groups: Sequence[Group]) -> Canvas:
    """Draw groups of rows below each other, each on an axis of its own from zero.

    Args:
        title: What, where and when.
        subtitle: Unit and method; the key to the marks is added.
        foot: Lines of the footer.
        groups: At least one, none without rows. At most `LIMIT` rows in all are drawn.
    """
    from matplotlib import rc_context

    groups, more = _limited(groups)
    count = sum(len(group.rows) for group in groups)
    step = 0.4 if count <= 40 else 0.34
    heights = [HEADING + step * len(group.rows) + AXIS + BETWEEN for group in groups]
    notes = [f"Not drawn, but in the table: {more} more rows."] if more else []
    page = canvas(title, f"{subtitle} {KEY}".strip(), [*notes, *foot], sum(heights) - BETWEEN)
    top = 0.0
    with rc_context(STYLE):
        for group, height in zip(groups, heights, strict=True):
            page.write(MARGIN, top + 0.1, group.heading, size=10, weight="bold", color=INK)
            axes = page.panel(top + HEADING, step * len(group.rows), LEFT, RIGHT)
            _axis(plain(axes), group.rows)
            for number, row in enumerate(group.rows):
                _mark(axes, number, row)
                _words(page, top + HEADING + step * (number + 0.5), row)
            top += height
    return page


def _limited(groups: Sequence[Group]) -> tuple[list[Group], int]:
    """The first `LIMIT` rows over all groups, and how many are left."""
    kept: list[Group] = []
    room, total = LIMIT, sum(len(group.rows) for group in groups)
    for group in groups:
        rows = group.rows[:room]
        room -= len(rows)
        if rows:
            kept.append(group._replace(rows=rows))
    return kept, max(total - LIMIT, 0)


def _axis(axes: Axes, rows: Sequence[RangeRow]) -> None:
    """An axis from zero to the largest value, with room for an arrow."""
    largest = max((v for row in rows for v in row.bounds if v is not None), default=1)
    ticks(axes, max(largest, 1) * 1.14, count=4)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks([])
    axes.grid(axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for number in range(len(rows)):
        axes.axhline(number, color="#f2f2f2", linewidth=0.8, zorder=0.5)


def _mark(axes: Axes, y: float, row: RangeRow) -> None:
    """The marks of one row."""
    low, best, high = row.bounds
    color = GREY if row.withdrawn else row.color
    reach = axes.get_xlim()[1] * 0.09
    known = [v for v in row.bounds if v is not None]
    if not known:
        return
    first = max(min(known) - reach, 0) if low is None else low
    last = max(known) + (reach if high is None else 0)
    if low is None or high is None:
        tail, head = (max(known), first) if low is None else (low, last)
        axes.annotate(
            "", (head, y), (tail, y),
            arrowprops={"arrowstyle": "-|>", "color": color, "lw": 1.6, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
    elif low != high:
        axes.plot([first, last], [y, y], color=color, linewidth=5, alpha=0.4, zorder=2,
                  solid_capstyle="butt")  # fmt: skip
    for end in {v for v in (low, high) if v is not None}:
        axes.plot([end, end], [y - 0.16, y + 0.16], color=color, linewidth=1.4, zorder=3)
    if best is not None and row.withdrawn:
        axes.plot([best], [y], "x", color=color, markersize=6, zorder=4, clip_on=False)
    elif best is not None:
        fill = "white" if row.quantifier in HOLLOW else color
        axes.plot([best], [y], "o", color=color, markerfacecolor=fill, markeredgewidth=1.4,
                  markersize=6, zorder=4, clip_on=False)  # fmt: skip


def _words(page: Canvas, middle: float, row: RangeRow) -> None:
    """The words left and right of a row: one line large, one small, each cut to its column."""
    for x, width, main, small in (
        (MARGIN, LEFT - MARGIN - 0.2, row.label, row.detail),
        (RIGHT + 0.15, WIDTH - RIGHT - 0.15 - MARGIN, row.value, row.source),
    ):
        up = 0.075 if small else 0.0
        color = GREY if row.withdrawn else INK
        page.write(x, middle - up, wrap(main, width, 8.8, lines=1)[0], size=8.8, color=color)
        if small:
            line = wrap(small, width, 7.4, lines=1)[0]
            page.write(x, middle + 0.085, line, size=7.4, color=GREY)
