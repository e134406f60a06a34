"""Casualties per month: sums over events, and months of which nothing is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.statistics.bounds import of, total
from analysis.statistics.rows import Row, month_of, next_month, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd

LEAD = 6  # months before the first article that a chart goes back to, where no start is asked for
LONGEST = 60  # months of a chart, where no start is asked for
TOLD = ("killed", "injured", "casualties", "attacks", "operations")
COLUMNS = {
    "month": "date",
    "status": "string",
    "events": "integer",
    "tellings": "integer",
    "without_toll": "integer",
    "low": "integer",
    "best": "integer",
    "high": "integer",
    "articles": "integer",
    "articles_on_violence": "integer",
    "article_ids": "list",
}


def span(data: Selected, told: list[Row]) -> list[date]:
    """The months covered: those asked for, else from the first to the last one of which we know.

    An end that was not asked for is that of the dated events and the publication dates.
    """
    known = [e["date_start"] for e in told if e["date_start"]]
    known += [data.articles[key]["published"] for key in data.published]
    start = data.selection.start or min(known, default=None)
    end = data.selection.end or max(known, default=None)
    if start is None or end is None:
        return []
    found, month = [], month_of(start)
    while month <= month_of(end):
        found.append(month)
        month = next_month(month)
    return found


def month_known(event: Row) -> date | None:
    """The month of an event, or None where its dates do not lie in one month."""
    first, last = event["date_start"], event["date_end"]
    if first is None:
        return None
    if event["date_precision"] in ("day", "week"):
        return month_of(first)
    return month_of(first) if last is not None and month_of(last) == month_of(first) else None


def _counted(data: Selected, measures: tuple[str, ...]) -> list[Row]:
    """Counted figures of these measures, whether they were asked for or not."""
    return [f for f in data.coverage if f["left_out"] is None and f["measure"] in measures]


def _reporters(data: Selected) -> set[str]:
    """Articles (no duplicates) that tell a violent event, also an earlier one, or a total of them.

    A single number of hurt or missing people does not show that an article reports on violence.
    """
    rows = [f for f in _counted(data, TOLD) if f["scope"] != "incident"]
    found = {row["article_id"] for row in [*rows, *data.incidents]}
    return {key for key in found if not data.articles[key]["duplicate_of"]}


def _has_tally(data: Selected, month: date, measure: str) -> bool:
    """Whether a counted total, above zero, of the measure or of attacks lies within the month."""
    # A total of zero contradicts nothing.
    return any(
        f["scope"] != "incident"
        and f["form"] == "count"
        and f["period_start"] is not None
        and f["period_end"] is not None
        and month_of(f["period_start"]) == month_of(f["period_end"]) == month
        and (f["low"] is None or f["low"] > 0)
        for f in _counted(data, (measure, "attacks", "casualties"))
    )


def _may_be_in(event: Row, month: date, data: Selected) -> bool:
    """Whether an event without a month of its own may lie in this one.

    By its dates, or, undated, by the publication of an article that tells it.
    """
    if event["date_start"] is not None:
        last = event["date_end"] or event["date_start"]
        return month_of(event["date_start"]) <= month <= month_of(last)
    days = [data.articles[key]["published"] for key in event["article_ids"]]
    return any(day is None or month_of(day) == month for day in days)


def casualties_per_month(data: Selected, measure: str = "killed") -> pd.DataFrame:
    """People killed or injured in the events of each month.

    Args:
        data: The selection.
        measure: killed or injured.

    Returns:
        One row a month: `low`, `best`, `high` (sums over events with a toll, `bounds.total`;
        null high: open), `events`, of them `without_toll` (not in the sums), `tellings`,
        `articles` published in the month and those of them on violence. `status` is `events`;
        `none_reported` (no event told, though an article of that month writes of violence, and no
        total or undated event speaks against it: sums are 0); `uncertain` (only a total over the
        month is known, or an event that may lie in it: sums are null); `no_data` (sums are null).
    """
    told = data.events
    reporters, rows = _reporters(data), []
    lost = [event for event in told if month_known(event) is None]
    for month in span(data, told):
        here = [e for e in told if month_known(e) == month]
        tolls = [bounds for e in here if (bounds := of(e, measure)).known]
        published = [
            key
            for key in data.published
            if month_of(data.articles[key]["published"]) == month
            and not data.articles[key]["duplicate_of"]
        ]
        on_violence = [key for key in published if key in reporters]
        if here:
            status = "events"
        elif _has_tally(data, month, measure) or any(
            _may_be_in(event, month, data) for event in lost
        ):
            status = "uncertain"
        else:
            status = "none_reported" if on_violence else "no_data"
        sums = total(tolls)._asdict()
        if status == "none_reported":
            sums = {"low": 0, "best": 0, "high": 0}
        rows.append(
            sums
            | {
                "month": month,
                "status": status,
                "events": len(here) if status in ("events", "none_reported") else None,
                "tellings": sum(e["tellings"] for e in here) if here else None,
                "without_toll": len(here) - len(tolls) if here else None,
                "articles": len(published),
                "articles_on_violence": len(on_violence),
                "article_ids": sorted({key for e in here for key in e["article_ids"]}),
            }
        )
    return table(rows, COLUMNS)


def recent(data: Selected, rows: list[Row]) -> list[Row]:
    """The months to draw: without those long before the articles, which would squeeze the others.

    Where no start is asked for, an article that recalls an event of years ago would fill the chart
    with empty months. It then begins `LEAD` months before the first article at the earliest, with
    a month of which something is told, and has at most `LONGEST` months. Where no event lies
    in these, all months are drawn.

    Args:
        data: The selection.
        rows: Those of `casualties_per_month`.
    """
    if data.selection.start or not rows:
        return rows
    days = [data.articles[key]["published"] for key in data.published]
    first = month_of(min(days, default=rows[0]["month"]))
    kept = [row for row in rows[-LONGEST:] if _months_between(row["month"], first) <= LEAD]
    while len(kept) > 1 and kept[0]["month"] < first and kept[0]["status"] == "no_data":
        kept.pop(0)
    return kept if any(row["events"] for row in kept) else rows


def _months_between(one: date, other: date) -> int:
    """How many months a month lies before another."""
    return (other.year - one.year) * 12 + other.month - one.month


def without_month(data: Selected) -> list[Row]:
    """Events that no month can be given to."""
    told = data.events
    return [event for event in told if month_known(event) is None]
