"""Figures as stated, side by side: totals over periods, people on the move, changes and shares.

Nothing here is summed. The same figure from the same claimant in several articles is one row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from analysis.statistics.rows import Row, table
from analysis.statistics.select import HOUSES, MOVEMENT, VIOLENCE, Selected

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "measure": "string",
    "form": "string",
    "group": "string",
    "stock_flow": "string",
    "unit": "string",
    "rate_per": "string",
    "period_start": "date",
    "period_end": "date",
    "period_precision": "string",
    "scope": "string",
    "country": "string",
    "adm1": "string",
    "adm1_name": "string",
    "place": "string",
    "place_name": "string",
    "claimant": "string",
    "low": "number",
    "best": "number",
    "high": "number",
    "quantifier": "string",
    "reported": "string",
    "certainty": "string",
    "articles": "integer",
    "article_ids": "list",
    "figure_ids": "list",
    "quote": "string",
}
SAME = (
    "measure", "form", "group", "stock_flow", "unit", "rate_per", "period_start", "period_end",
    "scope", "country", "low", "best", "high", "quantifier",
)  # fmt: skip


def _claimant_key(figure: Row) -> str:
    """Claimants are compared without case, blanks and a leading article."""
    words = (figure["claimant"] or "").casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def side_by_side(figures: Iterable[Row], articles: dict[str, Row]) -> list[Row]:
    """Stated figures, each claimant's in a row of its own, the same statement only once.

    Args:
        figures: Figures that count.
        articles: All articles by id, for the order of publication.

    Returns:
        Rows with the columns of `COLUMNS`, in order of measure, unit, period and claimant.
    """

    def published(row: Row) -> tuple:
        day = articles.get(row["article_id"], {}).get("published") or date.max
        return (day, row["article_id"], row["start"])

    merged: dict[tuple, Row] = {}
    for figure in sorted(figures, key=published):
        place = figure["adm1"] or figure["place_name"]
        key = (*(figure[name] for name in SAME), place, _claimant_key(figure))
        if key not in merged:
            merged[key] = {**figure, "article_ids": [], "figure_ids": []}
        merged[key]["article_ids"].append(figure["article_id"])
        merged[key]["figure_ids"].append(figure["figure_id"])
    for row in merged.values():
        row["article_ids"] = list(dict.fromkeys(row["article_ids"]))
        row["articles"] = len(row["article_ids"])
    return sorted(merged.values(), key=_order)


def _order(row: Row) -> tuple:
    """By measure, form, stock or flow, unit (persons first), period, group, place and claimant."""
    measures = (*VIOLENCE, *MOVEMENT, *HOUSES)
    return (
        measures.index(row["measure"]) if row["measure"] in measures else len(measures),
        row["form"],
        row["stock_flow"] or "~",
        row["unit"] != "person",
        row["unit"],
        row["rate_per"] or "",
        row["period_start"] or row["period_end"] or date.max,
        row["period_end"] or date.max,
        row["group"] or "",
        row["place_name"] or "",
        _claimant_key(row),
        row["low"] or 0,
        row["figure_ids"],
    )


def totals(data: Selected) -> pd.DataFrame:
    """Totals over a period or since a start, of casualties, attacks and operations, by claimant.

    Never added to incidents nor to each other: periods overlap and monitors count differently.
    """
    figures = [
        f
        for f in data.counted_figures(VIOLENCE)
        if f["scope"] != "incident" and f["form"] == "count"
    ]
    return table(side_by_side(figures, data.articles), COLUMNS)


def movements(data: Selected) -> pd.DataFrame:
    """Refugees, displaced, returned and the like, stock and flow and each unit apart."""
    figures = [f for f in data.counted_figures(MOVEMENT) if f["form"] in ("count", "rate")]
    return table(side_by_side(figures, data.articles), COLUMNS)


def changes(data: Selected, measures: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Increases and falls as stated (signed), and shares in percent."""
    figures = [f for f in data.counted_figures(measures) if f["form"] in ("change", "share")]
    return table(side_by_side(figures, data.articles), COLUMNS)


def houses(data: Selected) -> pd.DataFrame:
    """Houses destroyed and damaged, as stated."""
    figures = [f for f in data.counted_figures(HOUSES) if f["form"] == "count"]
    return table(side_by_side(figures, data.articles), COLUMNS)
