"""Reconcile tables: the events table, and the incidents with their event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.events.building import Told, build
from analysis.events.joining import join
from analysis.events.likeness import Tolerance
from analysis.events.tellings import tellings
from analysis.tables import Tables, frame, records

if TYPE_CHECKING:
    import pandas as pd

_ARTICLE = ("article_id", "title", "text", "published", "duplicate_of")
_FIGURE = ("figure_id", "article_id", "measure", "best", "certainty", "group", "claimant",
           "date_id", "quote", "part_of", "low", "high", "quantifier")  # fmt: skip


def _by(rows: list[dict[str, Any]], key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in rows}


def tell(tables: Tables, *, tolerance: Tolerance | None = None) -> list[Told]:
    """The events of tables with the tellings and reports behind them, in order of date.

    Args:
        tables: Articles, figures and incidents; `events` is not looked at.
        tolerance: What tellings of one event may differ by; the documented defaults if not given.
    """
    incidents = _by(records(tables.incidents), "incident_id")
    wanted = {figure for row in incidents.values() for figure in row["figure_ids"]}
    kept = tables.figures[tables.figures["figure_id"].isin(wanted)]
    figures = _by(records(kept, _FIGURE), "figure_id")
    articles = _by(records(tables.articles, _ARTICLE), "article_id")
    told = tellings(incidents.values(), articles, figures)
    made = [
        build((told[index] for index in group), incidents, figures)
        for group in join(told, tolerance=tolerance)
    ]
    return sorted(made, key=_order)


def _order(told: Told) -> tuple:
    event = told.event
    return (event.date_start or event.first_report or date.max, event.event_id)


def reconcile(tables: Tables, *, tolerance: Tolerance | None = None) -> Tables:
    """Join what several articles tell into events.

    Args:
        tables: The tables of an extraction, reconciled before or not.
        tolerance: What tellings of one event may differ by; the documented defaults if not given.

    Returns:
        The same tables with `events`, and with `incidents.event_id` filled; null for an incident
        that is wholly denied or hypothetical.
    """
    return with_events(tables, tell(tables, tolerance=tolerance))


def with_events(tables: Tables, told: list[Told]) -> Tables:
    """Tables with the events that `tell` made of them."""
    owner: Mapping[str, str] = {
        incident: t.event.event_id for t in told for incident in t.event.incident_ids
    }
    return tables._replace(
        incidents=_assigned(tables.incidents, owner),
        events=frame("events", (t.event._asdict() for t in told)),
    )


def _assigned(incidents: pd.DataFrame, owner: Mapping[str, str]) -> pd.DataFrame:
    """The incidents with their event_id."""
    ids = incidents["incident_id"].map(owner)
    return incidents.assign(event_id=ids.astype("string"))
