"""The tellings and reports behind the events of a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.events.building import Told, build
from analysis.events.coverage import COLUMNS as COVERAGE
from analysis.events.coverage import covered
from analysis.events.quotes import CONTRADICTIONS, REVISIONS, contradiction_rows, revision_rows
from analysis.events.tellings import tellings
from analysis.statistics.rows import Row, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd


def put_together(data: Selected) -> list[Told]:
    """The events of a selection with their tellings, recalled ones and repeats among them."""
    figures = {f["figure_id"]: f for f in data.figures}
    incidents = {i["incident_id"]: i for i in data.incidents}
    named: dict[str, list[str]] = {}
    for key, incident in incidents.items():
        if incident["event_id"]:
            named.setdefault(incident["event_id"], []).append(key)
    told = {t.incident_id: t for t in tellings(incidents.values(), data.articles, figures)}
    made = []
    for event in data.events:
        keys = dict.fromkeys([*event["incident_ids"], *named.get(event["event_id"], ())])
        own = [told[key] for key in keys if key in told]
        if own:
            made.append(build(own, incidents, figures))
    return made


def revisions(data: Selected) -> pd.DataFrame:
    """Every toll given for every event of the selection (`events.quotes.REVISIONS`)."""
    rows = revision_rows(put_together(data), data.figures, data.articles.values())
    return table(_wanted(data, rows), REVISIONS)


def contradictions(data: Selected) -> pd.DataFrame:
    """Tolls that cannot all be true, with both sentences (`events.quotes.CONTRADICTIONS`)."""
    rows = contradiction_rows(put_together(data), data.figures, data.articles.values())
    return table(_wanted(data, rows), CONTRADICTIONS)


def coverage(data: Selected) -> pd.DataFrame:
    """Stated totals beside the sum of the events told (`events.coverage.COLUMNS`)."""
    return table(covered(data.counted_figures(), data.events), COVERAGE)


def _wanted(data: Selected, rows: list[Row]) -> list[Row]:
    """Rows of the measures asked for."""
    return [row for row in rows if data.wants(row["measure"])]
