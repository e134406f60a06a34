"""Events: each violent event once, however many articles tell it.

This is the one place where tellings are put together. Where the tables were reconciled, their
`event_id` and the table `events` decide; else a cautious rule on date, place and kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from analysis.context.naming import place_name
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
    """Incidents in groups of one event: by event_id, else by `same_event` with every member.

    Args:
        incidents: In order of date, undated ones last.
    """
    groups: list[list[Row]] = []
    named: dict[str, list[Row]] = {}
    recent: list[list[Row]] = []  # groups that a later incident can still belong to
    for incident in incidents:
        if incident["event_id"]:
            if incident["event_id"] not in named:
                named[incident["event_id"]] = []
                groups.append(named[incident["event_id"]])
            named[incident["event_id"]].append(incident)
            continue
        start = incident["date_start"]
        recent = [g for g in recent if start and max(i["date_end"] for i in g) + DAY >= start]
        for group in recent:
            if all(same_event(incident, told) for told in group):
                group.append(incident)
                break
        else:
            groups.append([incident])
            if start and incident["date_end"]:
                recent.append(groups[-1])
    return groups


def _last_known(rows: Sequence[Row], column: str) -> object:
    """The last telling's value that is known: later reports know more."""
    return next((row[column] for row in reversed(rows) if row[column] is not None), None)


def _told_together(told: Sequence[Row]) -> Row:
    """One event of its tellings, in order of publication."""
    names = ("place", "place_precision", "country", "adm1", "adm1_name", "adm2_name", "actor")
    event: Row = {name: _last_known(told, name) for name in names}
    kinds = [row["attack_type"] for row in told if row["attack_type"]]
    exact = [kind for kind in kinds if kind != "other"]
    starts = [row["date_start"] for row in told if row["date_start"]]
    ends = [row["date_end"] for row in told if row["date_end"]]
    event |= {
        "event_id": told[0]["event_id"],
        "attack_type": (exact or kinds or [None])[-1],
        "date_start": min(starts, default=None),
        "date_end": max(ends, default=None),
        "date_precision": _last_known(told, "date_precision"),
    }
    for what in ("killed", "injured"):
        bounds = agree([of(row, what) for row in told])
        event |= {f"{what}_{end}": value for end, value in bounds._asdict().items()}
    return event


def events(
    incidents: Sequence[Row], articles: Mapping[str, Row], *, reconciled: Sequence[Row] = ()
) -> list[Row]:
    """Events in order of date, undated ones last.

    Args:
        incidents: Counted incidents.
        articles: All articles by id, for the order of publication.
        reconciled: Rows of the table `events`, where there is one: what they say of an event
            (date, place, kind, tolls) is taken instead of what its tellings would give.

    Returns:
        Rows with date_start, date_end, date_precision, place, place_name, country, adm1_name,
        attack_type, actor; killed_ and injured_ low, best, high over all tellings (`bounds.agree`);
        `tellings`, and `article_ids`, `incident_ids` and `figure_ids` in order of publication.
    """

    def published(row: Row) -> tuple:
        day = articles.get(row["article_id"], {}).get("published") or date.max
        return (day, row["article_id"], row["incident_id"])

    known = {row["event_id"]: row for row in reconciled}
    made = []
    ordered = sorted(incidents, key=lambda row: (row["date_start"] or date.max, published(row)))
    for group in _group(ordered):
        told = sorted(group, key=published)
        ids = list(dict.fromkeys(row["article_id"] for row in told))
        event = known.get(told[0]["event_id"]) or _told_together(told)
        made.append(
            event
            | {
                "place_name": place_name(event),
                "tellings": len(ids),
                "article_ids": ids,
                "incident_ids": [row["incident_id"] for row in told],
                "figure_ids": [figure_id for row in told for figure_id in row["figure_ids"]],
            }
        )
    return sorted(
        made, key=lambda e: (e["date_start"] or date.max, e["place"] or "", e["incident_ids"])
    )
