"""Chart: people killed or injured per month, with ranges, open ends and months without data."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from analysis.charts.canvas import (
    BLUE,
    FAINT,
    GREY,
    INK,
    MARGIN,
    ORANGE,
    WIDTH,
    Canvas,
    canvas,
    empty,
    footer,
    plain,
    ticks,
    width_of,
)
from analysis.charts.chart import STYLE, Chart
from analysis.charts.words import between, label, number, when, where
from analysis.statistics.bounds import Bounds, of, total
from analysis.statistics.citations import behind, toll_figures
from analysis.statistics.months import casualties_per_month, recent, without_month
from analysis.statistics.rows import Row, records
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PLOT = 3.1  # height of the axes in inches
ARROW, GAP = 0.07, 0.02  # of the height of the axes
COLUMN = 1.0  # greatest width of a month in inches
FEW = 6  # months; up to that a low plot
MANY = 120  # months; beyond that no value labels
SHADES = {"no_data": ("#efefef", None), "uncertain": ("#ffffff", "////")}
KEYS = {
    "no_data": "no data: no article of that month tells of violence",
    "uncertain": "not sure: no event, but a total over the month or an event of unsure date",
    "no_toll": "?  events, but no number of people is stated",
    "none_reported": "0  articles of that month tell of violence, but of no event in it",
}


def casualties_by_month(data: Selected, measure: str = "killed") -> Chart:
    """People killed or injured per month: low to high, best as a dot, open ends as arrows.

    Args:
        data: The selection.
        measure: killed or injured.
    """
    from matplotlib import rc_context

    table = casualties_per_month(data, measure)
    rows = records(table)
    told = [i for i in data.counted_incidents() if of(i, measure).known]
    drawn = recent(data, rows)
    earlier, rows = rows[: len(rows) - len(drawn)], drawn
    shown = [i for i in told if not i["date_start"] or i["date_start"] >= rows[0]["month"]]
    place = where(data.selection, [i["country"] for i in shown])
    span = when(data.selection, [row["month"] for row in rows])
    title = f"{label('measure', measure)} in the violent events told, by month: {place}, {span}"
    name = f"{measure}_by_month"
    if not told or not data.wants(measure):
        reason = (
            f"No event with a number of people {measure} is counted in this selection."
            if data.wants(measure)
            else f"'{measure}' is not among the measures asked for."
        )
        return Chart(empty(title, reason).figure, table, name, title)
    source = behind(toll_figures(data, shown, (measure,)), [i["article_id"] for i in shown])
    subtitle = (
        "Persons. Bar: from the sum of the lowest to the sum of the highest tolls stated; dot: sum"
        " of the preferred tolls; arrow: nothing bounds it from above. An event is summed once,"
        " however many articles tell it."
    )
    tall = PLOT if len(rows) > FEW else PLOT * 0.6
    found = {_shown_as(row) for row in rows}
    keys = [status for status in KEYS if status in found]
    page = canvas(
        title, subtitle, footer(source, data.articles, *_notes(data, earlier, rows, measure)),
        tall + 0.65 + 0.2 * len(keys),
    )  # fmt: skip
    with rc_context(STYLE):
        left = MARGIN + 0.45
        right = min(left + COLUMN * max(len(rows), 3), WIDTH - MARGIN)  # few months: a narrow plot
        _draw(plain(page.panel(0.1, tall, left, right)), rows, tall)
        _key(page, keys, tall)
    return Chart(page.figure, table, name, title)


def _left_out(earlier: list[Row], measure: str) -> str:
    """The months before those drawn, in words; empty where nothing is told of them."""
    told = [row for row in earlier if row["events"]]
    if not told:
        return ""
    events = sum(row["events"] for row in told)
    known = [of(row) for row in told if of(row).known]
    toll = f" ({between(total(known))} {measure})" if known else ""
    months = " – ".join(dict.fromkeys(f"{row['month']:%b %Y}" for row in (told[0], told[-1])))
    return (
        f"Not drawn, but in the table: {number(events)} event{'s' if events > 1 else ''} of earlier"
        f" months, {months}{toll}; give a start to see them."
    )


def _notes(data: Selected, earlier: list[Row], rows: list[Row], measure: str) -> list[str]:
    """What the chart and its sums do not hold."""
    events = sum(row["events"] or 0 for row in rows)
    tellings = sum(row["tellings"] or 0 for row in rows)
    without = sum(row["without_toll"] or 0 for row in rows)
    note = f"Events: {number(events)}; tellings: {number(tellings)}."
    if without:
        note += f" Without a number of people {measure}, not in the sums: {number(without)}."
    if lost := len(without_month(data)):
        note += f" Month not known, not drawn: {number(lost)}."
    return [_left_out(earlier, measure), note + " Totals over a period are never added."]


def _shown_as(row: Row) -> str:
    """The status of a month, or `no_toll` where its events give no number."""
    without = row["status"] == "events" and not of(row).known
    return "no_toll" if without else row["status"]


def _text(row: Row) -> str:
    """The label of a month: its range, and its best where that is not an end of it."""
    bounds = of(row)
    text = between(bounds)
    if bounds.best is None or bounds.best in (bounds.low, bounds.high):
        return text
    return f"{text}, best {number(bounds.best)}"


def _limit(rows: list[Row], size: float, upright: bool, tall: float) -> float:
    """How high the axis must reach for bars, arrows and labels to fit."""
    limits = [1.0]
    for row in rows:
        bounds = of(row)
        if bounds.known:
            label_height = width_of(_text(row), size) if upright else size / 72
            taken = ARROW + 2 * GAP + (label_height / tall if len(rows) <= MANY else 0)
            limits.append(max(v for v in bounds if v is not None) / (1 - min(taken, 0.7)))
    return max(limits) * 1.02


def _draw(axes: Axes, rows: list[Row], tall: float) -> None:
    """Bars, dots, arrows and labels, one column a month."""
    upright = len(rows) > 10
    size = 7.5 if len(rows) <= 64 else 5.5
    limit = _limit(rows, size, upright, tall)
    ticks(axes, limit, vertical=True)
    axes.set_xlim(-0.6, max(len(rows), 3) - 0.4)
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for status, run in groupby(enumerate(rows), key=lambda item: item[1]["status"]):
        columns = [x for x, _ in run]
        if status in SHADES:
            color, hatch = SHADES[status]
            axes.axvspan(
                columns[0] - 0.48, columns[-1] + 0.48, facecolor=color, hatch=hatch,
                edgecolor="#bbbbbb" if hatch else color, linewidth=0, zorder=1.5,
            )  # fmt: skip
    axes.axhline(0, color=INK, linewidth=0.8, zorder=2)
    for x, row in enumerate(rows):
        bounds = of(row)
        if row["status"] in SHADES:
            continue
        if not bounds.known:
            axes.text(x, limit * GAP, "?", ha="center", va="bottom", size=size, color=GREY)
            continue
        top = _mark(axes, x, bounds, limit)
        if len(rows) <= MANY:
            axes.text(
                x, top + limit * GAP, _text(row), ha="center", va="bottom", size=size,
                rotation=90 if upright else 0, color=INK,
            )  # fmt: skip
    _months(axes, rows)


def _mark(axes: Axes, x: float, bounds: Bounds, limit: float) -> float:
    """One month's range; returns how high it reaches."""
    low = bounds.low or 0
    top = max(v for v in bounds if v is not None)
    if bounds.high is None:
        axes.annotate(
            "", (x, top + limit * ARROW), (x, low),
            arrowprops={"arrowstyle": "-|>", "color": BLUE, "lw": 1.8, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
    else:
        axes.bar(
            x, bounds.high - low, 0.56, bottom=low, color=BLUE, alpha=0.45, linewidth=0, zorder=2
        )
    for end in {low, low if bounds.high is None else bounds.high}:
        axes.plot([x - 0.28, x + 0.28], [end, end], color=BLUE, linewidth=1.4, zorder=3)
    if bounds.best is not None:
        axes.plot([x], [bounds.best], "o", color=ORANGE, markersize=4.5, zorder=4, clip_on=False)
    return top + limit * (ARROW if bounds.high is None else 0.01)


def _months(axes: Axes, rows: list[Row]) -> None:
    """Months, as many as fit, and years below."""
    step = next(s for s in (1, 2, 3, 6, 12, 10_000) if len(rows) / s <= 64)
    at = [x for x, row in enumerate(rows) if (row["month"].month - 1) % step == 0 or len(rows) < 3]
    names = [f"{rows[x]['month']:%b}" for x in at]
    axes.set_xticks(at)
    axes.set_xticklabels(names if len(rows) <= 24 else [name[0] for name in names])
    below = axes.get_xaxis_transform()
    inch = axes.figure.dpi / axes.bbox.height
    starts = [x for x, row in enumerate(rows) if x == 0 or row["month"].month == 1]
    every = max(1, len(starts) // 16)
    style = {"color": GREY, "linewidth": 0.6, "transform": below, "clip_on": False}
    for x in starts[::every]:
        text = str(rows[x]["month"].year)
        axes.text(
            x - 0.4, -0.26 * inch, text, size=8.5, color=INK, transform=below, va="top", ha="left"
        )
        if x:
            axes.plot([x - 0.5, x - 0.5], [0, -0.43 * inch], **style)


def _key(page: Canvas, keys: list[str], tall: float) -> None:
    """What shaded months and zeros mean, where there are any."""
    from matplotlib.patches import Rectangle

    for line, status in enumerate(keys):
        top, left = tall + 0.7 + 0.2 * line, MARGIN + 0.45
        if status in SHADES:
            color, hatch = SHADES[status]
            corner = (left / WIDTH, 1 - (page.above + top + 0.06) / page.height)
            page.figure.add_artist(
                Rectangle(
                    corner, 0.28 / WIDTH, 0.12 / page.height, facecolor=color, hatch=hatch,
                    edgecolor="#bbbbbb", linewidth=0.5,
                )
            )  # fmt: skip
        page.write(left + (0.36 if status in SHADES else 0.16), top, KEYS[status],
                   size=8, color=GREY)  # fmt: skip
