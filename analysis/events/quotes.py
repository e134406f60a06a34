"""Revisions and contradictions of tolls with the sentences that give them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.events.building import Told
from analysis.events.reconcile import tell
from analysis.events.tellings import UNREAL, Row
from analysis.events.tolls import WHAT, Report
from analysis.tables import Tables, listing, records

if TYPE_CHECKING:
    import pandas as pd

REVISIONS = {
    "event_id": "string", "date_start": "date", "place": "string", "measure": "string",
    "published": "date", "article_id": "string", "source": "string", "incident_id": "string",
    "low": "integer", "best": "integer", "high": "integer", "claimant": "string",
    "status": "string", "preferred": "string", "quote": "string",
}  # fmt: skip
CONTRADICTIONS = {
    "event_id": "string", "date_start": "date", "place": "string", "measure": "string",
    "low": "integer", "best": "integer", "high": "integer", "claimant": "string",
    "article_id": "string", "source": "string", "quote": "string",
    "other_low": "integer", "other_best": "integer", "other_high": "integer",
    "other_claimant": "string", "other_article_id": "string", "other_source": "string",
    "other_quote": "string",
}  # fmt: skip


class _Sentences:
    """The sentence behind each report."""

    def __init__(self, tables: Tables) -> None:
        kept = tables.figures[tables.figures["incident_id"].notna()]
        self.figures: dict[str, list[Row]] = {}
        for figure in records(kept):
            self.figures.setdefault(figure["incident_id"], []).append(figure)
        self.sources = dict(
            zip(tables.articles["article_id"], records(tables.articles, ["source"]), strict=True)
        )

    def quote(self, report: Report, what: str) -> str | None:
        """The sentence with the report's number, else the first with its measure."""
        own = [
            f
            for f in self.figures.get(report.incident_id, ())
            if f["measure"] == what and f["certainty"] not in UNREAL
        ]
        numbers = {value for value in report.toll if value is not None}
        same = [f for f in own if {f["best"], f["low"], f["high"]} & numbers]
        return next((f["quote"] for f in same or own), None)

    def source(self, article_id: str) -> str | None:
        return self.sources.get(article_id, {}).get("source")


def _told(tables: Tables, told: Iterable[Told] | None) -> list[Told]:
    return list(told) if told is not None else tell(tables)


def _head(told: Told, what: str) -> Row:
    event = told.event
    return {
        "event_id": event.event_id, "date_start": event.date_start, "place": event.place,
        "measure": what,
    }  # fmt: skip


def revisions(tables: Tables, *, told: Iterable[Told] | None = None) -> pd.DataFrame:
    """Every toll given for every event, in order of date and publication.

    Args:
        tables: Tables, reconciled or not.
        told: The events as `tell` makes them, where they are there already.

    Returns:
        One row a report (`REVISIONS`): `status` is counted, overtaken, withdrawn or reprint,
        `preferred` yes for the one that best follows.
    """
    sentences = _Sentences(tables)
    rows = []
    for event in _told(tables, told):
        for what in WHAT:
            for report in event.verdicts[what].reports:
                rows.append({
                    **_head(event, what), **report.toll._asdict(),
                    "published": report.published, "article_id": report.article_id,
                    "source": sentences.source(report.article_id),
                    "incident_id": report.incident_id, "claimant": report.claimant,
                    "status": report.status, "preferred": "yes" if report.preferred else "no",
                    "quote": sentences.quote(report, what),
                })  # fmt: skip
    return listing(rows, REVISIONS)


def contradictory(tables: Tables, *, told: Iterable[Told] | None = None) -> pd.DataFrame:
    """Tolls of one event that cannot all be true, each pair with both sentences.

    Args:
        tables: Tables, reconciled or not.
        told: The events as `tell` makes them, where they are there already.

    Returns:
        One row a pair (`CONTRADICTIONS`), the preferred toll first.
    """
    sentences = _Sentences(tables)
    rows = []
    for event in _told(tables, told):
        for what in WHAT:
            for one, other in event.against[what]:
                rows.append({
                    **_head(event, what), **_side(one, what, sentences, ""),
                    **_side(other, what, sentences, "other_"),
                })  # fmt: skip
    return listing(rows, CONTRADICTIONS)


def _side(report: Report, what: str, sentences: _Sentences, prefix: str) -> Row:
    made = {
        **report.toll._asdict(), "claimant": report.claimant, "article_id": report.article_id,
        "source": sentences.source(report.article_id), "quote": sentences.quote(report, what),
    }  # fmt: skip
    return {f"{prefix}{name}": value for name, value in made.items()}
