"""Headline numbers: what a reader would quote, with range, claimants and articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from analysis.statistics import stated
from analysis.statistics.bounds import of, total
from analysis.statistics.citations import behind, toll_figures
from analysis.statistics.rows import Row, records, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "kind": "string",
    "measure": "string",
    "group": "string",
    "stock_flow": "string",
    "form": "string",
    "unit": "string",
    "rate_per": "string",
    "period_start": "date",
    "period_end": "date",
    "country": "string",
    "place": "string",
    "place_name": "string",
    "events": "integer",
    "without_toll": "integer",
    "low": "number",
    "best": "number",
    "high": "number",
    "quantifier": "string",
    "reported": "string",
    "claimants": "list",
    "own_voice": "category",
    "article_ids": "list",
    "figure_ids": "list",
}
YEAR = timedelta(days=300)  # a total over at least this long stands for a year
TOTALS = ("attacks", "operations", "killed", "injured", "casualties")
MOVED = ("refugees", "displaced", "returned", "deported")


def headlines(data: Selected) -> pd.DataFrame:
    """The numbers of the selection that are most likely to be quoted.

    Returns:
        One row a number. `kind` is `sum` (killed and injured over all events told, each once),
        `deadliest` (the event with the largest toll), `total` (the latest yearly totals, else the
        latest ones, one row a claimant, of whole populations only), `change` (stated of the
        same measure and period) or `movement` (the latest figure of each measure, stock and flow
        and each unit apart). Only `sum` is added up.
    """
    rows = [*_sums(data), *_deadliest(data)]
    latest = _latest_totals(records(stated.totals(data)))
    rows += [{**row, "kind": "total"} for row in latest]
    spans = {(row["measure"], row["period_start"], row["period_end"]) for row in latest}
    rows += [
        {**row, "kind": "change"}
        for row in records(stated.changes(data, TOTALS))
        if row["form"] == "change"
        and (row["measure"], row["period_start"], row["period_end"]) in spans
    ]
    rows += [{**row, "kind": "movement"} for row in _movement(records(stated.movements(data)))]
    return table([_cite(data, row) for row in rows], COLUMNS)


def _cite(data: Selected, row: Row) -> Row:
    """The row with its claimants and articles."""
    wanted = set(row["figure_ids"])
    source = behind(
        (f for f in data.figures if f["figure_id"] in wanted), row.get("article_ids", ())
    )
    return {
        **row,
        "claimants": list(source.claimants),
        "own_voice": "yes" if source.own_voice else None,
        "article_ids": list(source.articles),
    }


def _toll_ids(data: Selected, told: Sequence[Row], measure: str) -> list[str]:
    """The figures that the tolls of these events come from."""
    return [f["figure_id"] for f in toll_figures(data, told, (measure,))]


def _sums(data: Selected) -> list[Row]:
    """Killed and injured over all events told."""
    told = data.events
    rows = []
    for measure in ("killed", "injured"):
        known = [event for event in told if of(event, measure).known]
        if not known or not data.wants(measure):
            continue
        days = [event["date_start"] for event in known if event["date_start"]]
        ends = [event["date_end"] for event in known if event["date_end"]]
        rows.append(
            total([of(event, measure) for event in known])._asdict()
            | {
                "kind": "sum",
                "measure": measure,
                "form": "count",
                "unit": "person",
                "period_start": min(days, default=None),
                "period_end": max(ends, default=None),
                "events": len(told),
                "without_toll": len(told) - len(known),
                "figure_ids": _toll_ids(data, known, measure),
                "article_ids": list(dict.fromkeys(k for e in known for k in e["article_ids"])),
            }
        )
    return rows


def _deadliest(data: Selected) -> list[Row]:
    """The event with the largest number killed: by its low, then best, then high."""
    told = data.events
    known = [event for event in told if of(event, "killed").known]
    if len(known) < 2 or not data.wants("killed"):
        return []
    worst = max(known, key=lambda e: tuple(value or 0 for value in of(e, "killed")))
    return [
        of(worst, "killed")._asdict()
        | {
            "kind": "deadliest",
            "measure": "killed",
            "form": "count",
            "unit": "person",
            "period_start": worst["date_start"],
            "period_end": worst["date_end"],
            "country": worst["country"],
            "place": worst["place"],
            "place_name": worst["place_name"],
            "events": 1,
            "figure_ids": _toll_ids(data, [worst], "killed"),
            "article_ids": worst["article_ids"],
        }
    ]


def _latest_totals(rows: Sequence[Row]) -> list[Row]:
    """Per measure the totals of the latest year stated (else of the latest period).

    Those of a whole country and of everyone counted, where there are any.
    """
    found = []
    for measure in TOTALS:
        known = [
            r
            for r in rows
            if r["measure"] == measure
            and r["period_end"] is not None
            and r["period_start"] is not None
        ]
        everyone = [r for r in known if r["group"] is None] or known
        whole = [r for r in everyone if r["adm1"] is None] or everyone
        years = [r for r in whole if r["period_end"] - r["period_start"] >= YEAR] or whole
        if years:
            latest = max((r["period_end"], r["period_start"]) for r in years)
            found += [r for r in years if (r["period_end"], r["period_start"]) == latest]
    return found


def _movement(rows: Sequence[Row]) -> list[Row]:
    """Per measure, stock or flow and unit the figures that reach furthest in time.

    Among those with the same end the longest period; a figure without dates only where no other
    has any. Rates are left to the chart.
    """
    found: list[Row] = []
    kinds: dict[tuple, list[Row]] = {}
    for row in rows:
        if row["measure"] in MOVED and row["form"] == "count":
            key = (MOVED.index(row["measure"]), row["stock_flow"] or "", row["unit"])
            kinds.setdefault(key, []).append(row)
    for _, members in sorted(kinds.items()):
        best = max(map(_reach, members))
        found += [row for row in members if _reach(row) == best]
    return found


def _reach(row: Row) -> tuple:
    """How far in time a figure reaches, and how far back."""
    end = row["period_end"] or row["period_start"] or date.min
    return (end, -(row["period_start"] or end).toordinal())
