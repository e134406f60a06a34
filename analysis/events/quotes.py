"""Revisions and contradictions of tolls with the sentences that give them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.context.naming import place_name
from analysis.events.building import Told
from analysis.events.reconcile import tell
from analysis.events.tellings import UNREAL, Row
from analysis.events.tolls import WHAT, Report
from analysis.tables import Tables, listing, records

if TYPE_CHECKING:
    import pandas as pd

REVISIONS = {
    "event_id": "string", "date_start": "date", "place": "string", "place_name": "string",
    "measure": "string", "published": "date", "article_id": "string", "source": "string",
    "incident_id": "string", "low": "integer", "best": "integer", "high": "integer",
    "claimant": "string", "status": "string", "preferred": "string", "quote": "string",
}  # fmt: skip
CONTRADICTIONS = {
    "event_id": "string", "date_start": "date", "place": "string", "place_name": "string",
    "measure": "string",
    "low": "integer", "best": "integer", "high": "integer", "claimant": "string",
    "article_id": "string", "source": "string", "quote": "string",
    "other_low": "integer", "other_best": "integer", "other_high": "integer",
    "other_claimant": "string", "other_article_id": "string", "other_source": "string",
    "other_quote": "string",
}  # fmt: skip


class _Sentences:
    """The sentence behind each report."""

    def __init__(self, figures: Iterable[Row], articles: Iterable[Row]) -> None:
        self.figures: dict[str, list[Row]] = {}
        for figure in figures:
            if figure["incident_id"] is not None:
                self.figures.setdefault(figure["incident_id"], []).append(figure)
        self.sources = {row["article_id"]: row["source"] for row in articles}

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


def _head(told: Told, what: str) -> Row:
    event = told.event
    return {
        "event_id": event.event_id, "date_start": event.date_start, "place": event.place,
        "place_name": place_name(event._asdict()), "measure": what,
    }  # fmt: skip


def revision_rows(
    told: Iterable[Told], figures: Iterable[Row], articles: Iterable[Row]
) -> list[Row]:
    """Rows of `REVISIONS` for events that were put together, from rows of the tables."""
    sentences = _Sentences(figures, articles)
    return [
        {
            **_head(event, what), **report.toll._asdict(),
            "published": report.published, "article_id": report.article_id,
            "source": sentences.sources.get(report.article_id),
            "incident_id": report.incident_id, "claimant": report.claimant,
            "status": report.status, "preferred": "yes" if report.preferred else "no",
            "quote": sentences.quote(report, what),
        }
        for event in told
        for what in WHAT
        for report in event.verdicts[what].reports
    ]  # fmt: skip


def contradiction_rows(
    told: Iterable[Told], figures: Iterable[Row], articles: Iterable[Row]
) -> list[Row]:
    """Rows of `CONTRADICTIONS` for events that were put together, from rows of the tables."""
    sentences = _Sentences(figures, articles)
    return [
        {
            **_head(event, what), **_side(one, what, sentences, ""),
            **_side(other, what, sentences, "other_"),
        }
        for event in told
        for what in WHAT
        for one, other in event.against[what]
    ]  # fmt: skip


def _side(report: Report, what: str, sentences: _Sentences, prefix: str) -> Row:
    made = {
        **report.toll._asdict(), "claimant": report.claimant, "article_id": report.article_id,
        "source": sentences.sources.get(report.article_id),
        "quote": sentences.quote(report, what),
    }  # fmt: skip
    return {f"{prefix}{name}": value for name, value in made.items()}


def revisions(tables: Tables) -> pd.DataFrame:
    """Every toll given for every event, in order of date and publication.

    Args:
        tables: Tables, reconciled or not; their events are put together anew.

    Returns:
        One row a report (`REVISIONS`): `status` is counted, overtaken, withdrawn or reprint,
        `preferred` yes for the one that best follows.
    """
    return listing(
        revision_rows(tell(tables), records(tables.figures), records(tables.articles)), REVISIONS
    )


def contradictory(tables: Tables) -> pd.DataFrame:
    """Tolls of one event that cannot all be true, each pair with both sentences.

    Args:
        tables: Tables, reconciled or not; their events are put together anew.

    Returns:
        One row a pair (`CONTRADICTIONS`), the preferred toll first.
    """
    return listing(
        contradiction_rows(tell(tables), records(tables.figures), records(tables.articles)),
        CONTRADICTIONS,
    )
