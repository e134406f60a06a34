"""Totals that the articles state, beside the sum of the events that the articles tell.

Period and cumulative figures are never added to incidents; here they are held against them. A
share far below one hundred says that most of what a monitor counted is not in the corpus; a share
above it, that the total counts less widely, or that something was told twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.events.tellings import UNREAL, Row
from analysis.tables import Tables, TablesError, listing, records

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    "figure_id": "string", "article_id": "string", "claimant": "string", "measure": "string",
    "group": "string", "scope": "string", "country": "string", "adm1_name": "string",
    "adm2_name": "string", "actor": "string", "attack_type": "string", "period_start": "date",
    "period_end": "date", "quantifier": "string", "low": "integer", "best": "integer",
    "high": "integer", "events": "integer", "without_toll": "integer", "known_low": "integer",
    "known_best": "integer", "known_high": "integer", "share": "number", "quote": "string",
}  # fmt: skip
# Groups whose dead an event tells apart; other groups cannot be held against events.
PARTS = {
    None: None, "civilian": "killed_civilians", "military": "killed_security_forces",
    "police": "killed_security_forces", "security_forces": "killed_security_forces",
    "militant": "killed_militants",
}  # fmt: skip


def _stated(figure: Row) -> bool:
    """Whether a figure is a counted total with a period and a country."""
    return (
        figure["scope"] in ("period", "cumulative")
        and figure["form"] == "count"
        and figure["certainty"] not in UNREAL | {"negated"}
        and figure["measure"] in ("killed", "injured", "attacks")
        and None not in (figure["period_start"], figure["period_end"], figure["country"])
        and figure["group"] in PARTS
        and (figure["group"] is None or figure["measure"] == "killed")
    )


def _within(event: Row, figure: Row) -> bool:
    """Whether an event lies in a figure's period and place and is of its kind."""
    if event["date_end"] > figure["period_end"]:
        return False
    if any(
        figure[c] is not None and event[c] != figure[c] for c in ("country", "adm1", "adm2_name")
    ):
        return False
    return all(
        figure[c] is None or event[c] is None or event[c] == figure[c]
        for c in ("actor", "attack_type")
    )  # fmt: skip


def _known(events: Sequence[Row], figure: Row) -> dict[str, Any]:
    """The sum over events of what a figure counts; an end that one leaves open is open."""
    if figure["measure"] == "attacks":
        count = len(events)
        return {"known_low": count, "known_best": count, "known_high": count, "without_toll": 0}
    part = PARTS[figure["group"]]
    names = (
        [part] * 3 if part else [f"{figure['measure']}_{end}" for end in ("low", "best", "high")]
    )
    told = [e for e in events if any(e[name] is not None for name in names)]
    lows = [e[names[0]] for e in told if e[names[0]] is not None]
    bests, highs = ([e[name] for e in told] for name in names[1:])
    return {
        "known_low": sum(lows) if told else None,
        "known_best": sum(bests) if told and None not in bests else None,
        "known_high": sum(highs) if told and None not in highs else None,
        "without_toll": len(events) - len(told),
    }


def _share(known: Mapping[str, Any], figure: Row) -> float | None:
    """Percent of the stated total that the events make up, by their best or else their low."""
    stated = figure["best"] if figure["best"] is not None else figure["low"]
    sums = known["known_best"] if known["known_best"] is not None else known["known_low"]
    return round(100 * sums / stated, 1) if stated and sums is not None else None


def covered(figures: Iterable[Row], events: Iterable[Row]) -> list[Row]:
    """Rows of `COLUMNS` for stated totals, from rows of the tables; see `coverage`."""
    dated = [e for e in events if e["date_start"] and e["date_end"]]
    dated.sort(key=lambda e: (e["date_start"], e["event_id"] or ""))
    starts = [e["date_start"] for e in dated]
    rows = []
    for figure in filter(_stated, figures):
        first = bisect_left(starts, figure["period_start"])
        last = bisect_right(starts, figure["period_end"])
        told = [event for event in dated[first:last] if _within(event, figure)]
        known = _known(told, figure)
        rows.append({**figure, **known, "events": len(told), "share": _share(known, figure)})
    return rows


def coverage(tables: Tables) -> pd.DataFrame:
    """Hold each stated total against the events told for its period and place.

    Args:
        tables: Reconciled tables.

    Returns:
        One row a period or cumulative figure of killed, injured or attacks that has a period and
        a country (`COLUMNS`): the total as stated; `events` told in that period, place and (where
        the figure names them) by that actor and in that way; their toll summed, null where one of
        them leaves it open; `without_toll`, events that give no such number; `share` in percent.
        Events only recalled count too: the total counts them.

    Raises:
        TablesError: If the tables were not reconciled.
    """
    if tables.events is None:
        raise TablesError("the tables hold no events; extract them again with --reconcile")
    copies = set(
        tables.articles.loc[tables.articles["duplicate_of"].notna(), "article_id"].tolist()
    )
    figures = (f for f in records(tables.figures) if f["article_id"] not in copies)
    return listing(covered(figures, records(tables.events)), COLUMNS)
