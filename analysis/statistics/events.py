"""Events: each violent event once, however many articles tell it.

This is the one place where tellings are put together. It holds until incidents carry an
`event_id` from reconciliation, which is taken where it is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from analysis.statistics.bounds import agree, of
from analysis.statistics.rows import Row

DAY = timedelta(days=1)
# Attack types that articles use for the same event.
FAMILIES = (
    ("suicide_bombing", "bombing"),
    ("air_strike", "drone_strike"),
    ("armed_clash", "shooting", "raid", "shelling"),
)


def _family(kind: str | None) -> str | None:
    """The first type of the family, or the type itself."""
    return next((family[0] for family in FAMILIES if kind in family), kind)


def _same_place(one: Row, other: Row) -> bool:
    """Same country, and the same district, else the same province, else the same words.

    A province alone fits a place within it; two different districts or places never fit.
    """
    if one["country"] != other["country"]:
        return False
    words = [(row["place"] or "").casefold().strip() for row in (one, other)]
    if words[0] and words[0] == words[1]:
        return True
    if one["adm1"] is None or one["adm1"] != other["adm1"]:
        return False
    if one["adm2_name"] and other["adm2_name"]:
        return one["adm2_name"] == other["adm2_name"]
    return "adm1" in (one["place_precision"], other["place_precision"])


def same_event(one: Row, other: Row) -> bool:
    """Whether two incidents of different articles are likely the same event.

    Both dated to the day, at most one day apart; the same place as far as both say it; and attack
    types of one family, or one of them unknown. Anything less certain stays two events.
    """
    if one["article_id"] == other["article_id"]:
        return False
    dates = (one["date_start"], one["date_end"], other["date_start"], other["date_end"])
    if None in dates or {one["date_precision"], other["date_precision"]} != {"day"}:
        return False
    if dates[0] > dates[3] + DAY or dates[2] > dates[1] + DAY:
        return False
    kinds = {_family(one["attack_type"]), _family(other["attack_type"])} - {None, "other"}
    return len(kinds) < 2 and _same_place(one, other)


def _group(incidents: Sequence[Row]) -> list[list[Row]]:
    """Incidents in groups of one event: by event_id, else by `same_event` with every member."""
    groups: list[list[Row]] = []
    named: dict[str, list[Row]] = {}
    for incident in incidents:
        if incident["event_id"]:
            if incident["event_id"] not in named:
                named[incident["event_id"]] = []
                groups.append(named[incident["event_id"]])
            named[incident["event_id"]].append(incident)
            continue
        for group in groups:
            if not group[0]["event_id"] and all(same_event(incident, told) for told in group):
                group.append(incident)
                break
        else:
            groups.append([incident])
    return groups


def _first(rows: Sequence[Row], column: str) -> object:
    """The last telling's value that is known: later reports know more."""
    return next((row[column] for row in reversed(rows) if row[column] is not None), None)


def events(incidents: Sequence[Row], articles: dict[str, Row]) -> list[Row]:
    """Events in order of date, undated ones last.

    Args:
        incidents: Counted incidents (`Selected.counted_incidents`).
        articles: All articles by id, for the order of publication.

    Returns:
        Rows with date_start, date_end, date_precision, place, country, adm1_name, attack_type,
        actor; killed_ and injured_ low, best, high over all tellings (`bounds.agree`);
        `tellings`, `article_ids` and `incident_ids` in order of publication.
    """

    def order(row: Row) -> tuple:
        published = articles.get(row["article_id"], {}).get("published") or date.max
        return (row["date_start"] or date.max, published, row["article_id"], row["incident_id"])

    made = []
    for group in _group(sorted(incidents, key=order)):
        told = sorted(group, key=lambda row: order(row)[1:])
        event: Row = {
            column: _first(told, column)
            for column in (
                "place", "place_precision", "country", "adm1", "adm1_name", "adm2_name", "actor",
            )
        }  # fmt: skip
        kinds = [row["attack_type"] for row in told if row["attack_type"]]
        exact = [kind for kind in kinds if kind != "other"]
        starts = [row["date_start"] for row in told if row["date_start"]]
        ends = [row["date_end"] for row in told if row["date_end"]]
        event |= {
            "event_id": told[0]["event_id"],
            "attack_type": (exact or kinds or [None])[-1],
            "date_start": min(starts, default=None),
            "date_end": max(ends, default=None),
            "date_precision": _first(told, "date_precision"),
            "tellings": len({row["article_id"] for row in told}),
            "article_ids": list(dict.fromkeys(row["article_id"] for row in told)),
            "incident_ids": [row["incident_id"] for row in told],
            "figure_ids": [figure_id for row in told for figure_id in row["figure_ids"]],
        }
        for what in ("killed", "injured"):
            bounds = agree([of(row, what) for row in told])
            event |= {f"{what}_{end}": value for end, value in bounds._asdict().items()}
        made.append(event)
    return sorted(
        made, key=lambda e: (e["date_start"] or date.max, e["place"] or "", e["incident_ids"])
    )
