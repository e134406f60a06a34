"""Whether there is anything to report of the dates, countries and measures asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.charts.words import number, period
from analysis.statistics import Selection, select
from analysis.statistics.parameters import check_values
from analysis.statistics.rows import Row
from analysis.statistics.select import Selected
from analysis.tables import open_tables


class NothingToReport(ValueError):
    """The articles tell nothing of the dates asked for; the message says what they do tell."""


def scarce(tables: Path, given: Mapping[str, Any]) -> list[str]:
    """Check that the tables hold something of what a report is asked to cover.

    A total over a longer period that only touches the dates is no news of them.

    Args:
        tables: The folder of the tables.
        given: The parameters of the report.

    Returns:
        Warnings: no article published within the dates, or none of the rows asked for.

    Raises:
        NothingToReport: If no article was published within the dates and no row lies in them.
    """
    selection = Selection(tables, *check_values(given))
    data = select(open_tables(tables), selection)
    told = [row for row in (*data.figures, *data.incidents) if _inside(row, selection)]
    dated = bool(selection.start or selection.end)
    asked = period(selection.start, selection.end)  # "Mar 2024", "since 1 Mar 2024"
    if dated and not data.published and not told:
        touching = len(data.figures) + len(data.incidents)
        longer = f" ({number(touching)} over longer periods touch it)" if touching else ""
        raise NothingToReport(
            f"nothing to report ({asked}): no article was published then, and no figure or event"
            f" of the others lies in that time{longer}; {_published(data)}"
        )
    notes = []
    if dated and not data.published:
        notes.append(
            f"no article was published in the dates asked for ({asked}): the report holds what"
            f" others tell of them; {_published(data)}"
        )
    if not told and selection != Selection(tables):
        notes.append("no figure or event lies in the dates, countries and measures asked for")
    return notes


def _inside(row: Row, selection: Selection) -> bool:
    """Whether a row's own time lies wholly in the dates; one without any is not outside."""
    first = row.get("period_start") or row.get("date_start")
    last = row.get("period_end") or row.get("date_end") or first
    after = selection.start is None or first is None or first >= selection.start
    return after and (selection.end is None or last is None or last <= selection.end)


def _published(data: Selected) -> str:
    """When the articles were published."""
    days = [a["published"] for a in data.articles.values() if a["published"]]
    if not days:
        return "no article has a publication date; give it in manifest.csv"
    return f"the articles were published {period(min(days), max(days))}"
