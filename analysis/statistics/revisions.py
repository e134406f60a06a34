"""Tolls that differ: what was said of the same event, when and by whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.statistics.bounds import of
from analysis.statistics.rows import Row, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "event": "integer",
    "date_start": "date",
    "date_end": "date",
    "place": "string",
    "place_name": "string",
    "country": "string",
    "measure": "string",
    "group": "string",
    "published": "date",
    "claimant": "string",
    "low": "number",
    "best": "number",
    "high": "number",
    "quantifier": "string",
    "reported": "string",
    "status": "string",
    "article_id": "string",
    "figure_id": "string",
    "quote": "string",
}
SHOWN = (None, "superseded", "denied")


def differing_tolls(data: Selected) -> pd.DataFrame:
    """Tolls of one event, measure, group and place that are not all the same.

    Returns:
        One row a stated toll, in order of event, then publication and position in the article.
        `event` numbers the series from 1; `status` is counted, superseded or denied. Parts,
        background, planned and negated figures and repeated articles are left out.
    """
    figures = {f["figure_id"]: f for f in data.figures}
    rows: list[Row] = []
    number = 0
    for event in data.events:
        series: dict[tuple, list[Row]] = {}
        for figure_id in dict.fromkeys(event["figure_ids"]):
            figure = figures.get(figure_id)
            if figure and _is_toll(figure):
                place = figure["adm1"] or figure["place_name"] or ""
                key = (figure["measure"], figure["group"] or "", place)
                series.setdefault(key, []).append(figure)
        for (measure, _, _), told in sorted(series.items()):
            if len({of(figure) for figure in told}) < 2:
                continue
            number += 1
            rows += [
                {
                    **figure,
                    **{k: event[k] for k in ("date_start", "date_end", "country")},
                    "event": number,
                    "place": event["place"],
                    "place_name": event["place_name"],
                    "measure": measure,
                    "published": data.articles[figure["article_id"]]["published"],
                    "status": figure["left_out"] or "counted",
                }
                for figure in sorted(told, key=lambda f: _told_order(f, data))
            ]
    return table(rows, COLUMNS)


def _is_toll(figure: Row) -> bool:
    """A total of killed or injured people that was stated, even if it was withdrawn later."""
    return (
        figure["measure"] in ("killed", "injured")
        and figure["form"] == "count"
        and figure["scope"] == "incident"
        and figure["quantifier"] != "implied"
        and figure["part_of"] is None
        and figure["left_out"] in SHOWN
    )


def _told_order(figure: Row, data: Selected) -> tuple:
    """By publication (unknown last), withdrawn ones of an article first, then by position."""
    published = data.articles[figure["article_id"]]["published"] or date.max
    earlier = 0 if figure["left_out"] == "superseded" else 1
    return (published, figure["article_id"], earlier, figure["start"])
