"""Charts of figures as stated, side by side: totals by claimant, and people on the move."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from analysis.charts.canvas import BLUE, GREEN, ORANGE, PURPLE, empty, footer
from analysis.charts.chart import Chart
from analysis.charts.ranges import Group, RangeRow, draw
from analysis.charts.words import label, period, place_name, stated, when, where
from analysis.statistics import stated as figures
from analysis.statistics.bounds import of
from analysis.statistics.citations import article_label, behind
from analysis.statistics.rows import Row, records
from analysis.statistics.select import MOVEMENT, VIOLENCE, Selected

if TYPE_CHECKING:
    import pandas as pd

COLORS = {
    "attacks": PURPLE, "operations": PURPLE, "killed": ORANGE, "injured": BLUE,
    "returned": BLUE, "deported": ORANGE, "refugees": GREEN,
}  # fmt: skip


class _Kind(NamedTuple):
    """What a chart of stated figures shows, in words; `nothing` and `unasked` where it is empty."""

    measures: tuple[str, ...]
    name: str
    what: str
    method: str
    nothing: str
    unasked: str


TOTALS = _Kind(
    VIOLENCE,
    "totals_by_claimant",
    "Totals of attacks and casualties as stated",
    "One row a figure and claimant. Periods overlap and counts differ in what they hold: compare"
    " rows, never add them.",
    "No total over a period is stated in this selection.",
    "No measure of violence is among the measures asked for.",
)
MOVED = _Kind(
    MOVEMENT,
    "movement_figures",
    "Refugees, displacement and returns as stated",
    "One row a figure and claimant. Persons and households, stocks and flows stand on axes of"
    " their own and are never added.",
    "No figure of people on the move is counted in this selection.",
    "No measure of movement is among the measures asked for.",
)


def totals_by_claimant(data: Selected, *, latest: int | None = None) -> Chart:
    """Attacks, operations and casualties over periods, each claimant's figure in its own row.

    Args:
        data: The selection.
        latest: Draw only so many rows of each axis, those that reach furthest in time.
    """
    return _chart(data, figures.totals(data), TOTALS, latest)


def movement_figures(data: Selected, *, latest: int | None = None) -> Chart:
    """Refugees, displacement, returns and deportations, stock and flow and each unit apart.

    Args:
        data: The selection.
        latest: Draw only so many rows of each axis, those that reach furthest in time.
    """
    return _chart(data, figures.movements(data), MOVED, latest)


def _chart(data: Selected, table: pd.DataFrame, kind: _Kind, latest: int | None) -> Chart:
    """Stated figures in groups of one measure, unit and kind."""
    what = kind.what
    rows = records(table)
    name = f"{kind.name}_latest" if latest else kind.name
    if not rows:
        asked = any(data.wants(measure) for measure in kind.measures)
        reason = kind.nothing if asked else kind.unasked
        return Chart(empty(what, reason).figure, table, name, what)
    grouped = [(heading, list(members)) for heading, members in groupby(rows, key=_heading)]
    if latest:
        grouped = [(heading, _latest(members, latest)) for heading, members in grouped]
    drawn = [row for _, members in grouped for row in members]
    days = [day for row in drawn for day in (row["period_start"], row["period_end"])]
    place = where(data.selection, [row["country"] for row in drawn])
    title = f"{what}: {place}, {when(data.selection, days)}"
    groups = [Group(heading, [_row(row, data) for row in members]) for heading, members in grouped]
    ids = {figure_id for row in drawn for figure_id in row["figure_ids"]}
    source = behind(f for f in data.figures if f["figure_id"] in ids)
    less = len(rows) - len(drawn)
    note = f"The latest {latest} of each axis; {less} more are in the table." if less else ""
    page = draw(title, kind.method, footer(source, data.articles, note), groups)
    return Chart(page.figure, table, name, title)


def _latest(rows: list[Row], count: int) -> list[Row]:
    """The rows that reach furthest in time, in the order in which they stand."""

    def reach(row: Row) -> tuple[date, date]:
        end = row["period_end"] or row["period_start"] or date.min
        return (end, row["period_start"] or end)

    kept = sorted(range(len(rows)), key=lambda n: reach(rows[n]), reverse=True)[:count]
    return [rows[n] for n in sorted(kept)]


def _heading(row: Row) -> str:
    """What all rows of one axis have in common."""
    parts = [label("measure", row["measure"])]
    if row["measure"] in MOVEMENT:
        parts.append(label("stock_flow", row["stock_flow"]) or "stock or flow not said")
    parts.append(label("unit", row["unit"]))
    if row["rate_per"]:
        parts.append(f"per {row['rate_per']}")
    return ", ".join(parts)


def voice(row: Row, data: Selected) -> str:
    """Who gives a figure: the claimant, else the article that says so itself."""
    if row["claimant"]:
        return row["claimant"]
    ids = row.get("article_ids") or [row["article_id"]]
    return f"own voice of {article_label(data.articles[ids[0]])}"


def _row(row: Row, data: Selected) -> RangeRow:
    """One stated figure."""
    words = stated(of(row), row["quantifier"])
    if row["quantifier"] == "vague":
        words = f"{words} (“{row['reported']}”)"
    detail = [label("group", row["group"]), place_name(row)]
    count = f" · {row['articles']} articles" if row["articles"] > 1 else ""
    return RangeRow(
        period(row["period_start"], row["period_end"]),
        " · ".join(part for part in detail if part),
        of(row),
        row["quantifier"],
        f"{words}{' · disputed' if row['certainty'] == 'disputed' else ''}",
        f"{voice(row, data)}{count}",
        COLORS.get(row["measure"], BLUE),
    )
