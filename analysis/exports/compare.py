"""Lay the events beside those of UCDP GED or ACLED: matched, only here, only there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.context.ranks import Voice
from analysis.events.blocks import pairs
from analysis.events.likeness import Tolerance, likeness
from analysis.events.points import kilometres, point_of
from analysis.events.tellings import LONGEST_EVENT, Row, Telling, Toll, place_names
from analysis.exports.outside import Outside, read_export
from analysis.tables import Tables, TablesError, harmless_frame, listing, records

if TYPE_CHECKING:
    import pandas as pd

# An export states no day of report, no claimant and mostly no target: fewer points can be had.
TOLERANCE = Tolerance(threshold=4.5, telling=2)
FAR = 100.0  # kilometres beyond which coordinates rule a match out
STATUSES = ("matched", "only_here", "only_there")
COLUMNS = {
    "status": "string", "event_id": "string", "outside_id": "string", "dataset": "string",
    "date_start": "date", "outside_date": "date", "place": "string", "outside_place": "string",
    "country": "string", "adm1_name": "string", "attack_type": "string",
    "outside_type": "string", "actor": "string", "outside_actors": "string",
    "killed_low": "integer", "killed_best": "integer", "killed_high": "integer",
    "outside_low": "integer", "outside_best": "integer", "outside_high": "integer",
    "difference": "integer", "agreement": "string", "in_coverage": "string",
    "kilometres": "number", "points": "number", "reasons": "string", "tellings": "integer",
}  # fmt: skip


def _ours(event: Row) -> Telling:
    """An event as a telling, to be compared with those of an export."""
    start, end = event["date_start"], event["date_end"] or event["date_start"]
    span = start is not None and (end - start).days >= LONGEST_EVENT
    return _telling(
        event["event_id"], "here", event, start, end, None if start is None else span,
        Toll(event["killed_low"], event["killed_best"], event["killed_high"]), event["actor"],
    )  # fmt: skip


def _theirs(row: Outside) -> Telling:
    """An event of an export as a telling."""
    span = row.date_precision in ("month", "year")
    return _telling(
        row.outside_id, "there", row._asdict(), row.date_start, row.date_end, span,
        Toll(row.low, row.best, row.high), None,
    )  # fmt: skip


def _telling(
    key: str, side: str, row: Row, start: Any, end: Any, span: bool | None, killed: Toll,
    actor: str | None,
) -> Telling:  # fmt: skip
    return Telling(
        key, side, key, None, "main", start, end,
        None if span is None else "span" if span else "stated",
        row["country"], row["adm1"], row["adm2_name"], place_names(row["place"]),
        row["place_precision"] in ("point", "district"), row["attack_type"], actor, killed, Toll(),
        frozenset(), frozenset(), Voice(), Voice(),
    )  # fmt: skip


def _apart(event: Row, row: Outside) -> float | None:
    """Kilometres between an event's place, or its district's seat, and the export's coordinates."""
    if row.latitude is None or row.longitude is None:
        return None
    here = point_of(
        event["place"], country=event["country"], adm1=event["adm1"], adm2_name=event["adm2_name"]
    )
    if here is None or here.precision == "adm1":
        return None
    return kilometres(here[:2], (row.latitude, row.longitude))


def matches(
    events: list[Row], outside: Iterable[Outside], *, tolerance: Tolerance = TOLERANCE
) -> list[tuple[int, int, float, str]]:
    """Pairs of an event and an outside event, each in one pair at most, the most alike first.

    Returns:
        Index of the event, index of the outside event, points and their reasons.
    """
    theirs = list(outside)
    both = [*map(_ours, events), *map(_theirs, theirs)]
    found = []
    for one, other in pairs(both, tolerance):
        here, there = one, other - len(events)
        alike = likeness(both[one], both[other], tolerance)
        if alike is None or alike.points < tolerance.threshold:
            continue
        distance = _apart(events[here], theirs[there])
        if distance is not None and distance > FAR:
            continue
        reasons = "; ".join(f"{reason} {points:+g}" for reason, points in alike.reasons)
        key = (-alike.points, distance or 0.0, both[one].incident_id, both[other].incident_id)
        found.append((key, here, there, alike.points, reasons))
    taken: tuple[set[int], set[int]] = (set(), set())
    made = []
    for _, here, there, points, reasons in sorted(found):
        if here not in taken[0] and there not in taken[1]:
            taken[0].add(here)
            taken[1].add(there)
            made.append((here, there, points, reasons))
    return made


def _agreement(event: Row, row: Outside) -> str | None:
    """How two tolls stand: same best, low to high of both overlapping, or apart."""
    low, best, high = (event[f"killed_{end}"] for end in ("low", "best", "high"))
    if row.best is None or (low is None and best is None and high is None):
        return None
    if best == row.best:
        return "same"
    their_low = row.best if row.low is None else row.low
    their_high = row.best if row.high is None else row.high
    within = (low is None or low <= their_high) and (high is None or their_low <= high)
    return "within" if within else "apart"


def compare(
    events: pd.DataFrame | Tables, export: str | Path, *, tolerance: Tolerance = TOLERANCE
) -> pd.DataFrame:
    """Lay events beside an export of UCDP GED or ACLED.

    Events told only as background are compared too: an old event recalled may be in the export.

    Args:
        events: The table `events`, or tables that hold it.
        export: The CSV file.
        tolerance: What two records of one event may differ by.

    Returns:
        One row a pair or an unpaired event (`COLUMNS`), in order of date: `status` matched,
        only_here or only_there; `difference` is killed_best less outside_best; `agreement` same,
        within (low to high of both overlap) or apart; `in_coverage` says of an outside
        event whether its country and day lie within what the articles tell of (yes, no).

    Raises:
        ExportError: If the export cannot be read.
        TablesError: If the tables were not reconciled.
    """
    table = events.events if isinstance(events, Tables) else events
    if table is None:
        raise TablesError("the tables hold no events; extract them again with --reconcile")
    ours, theirs = records(table), list(read_export(export))
    rows = []
    paired = matches(ours, theirs, tolerance=tolerance)
    for here, there, points, reasons in paired:
        rows.append(_paired(ours[here], theirs[there]) | {"points": points, "reasons": reasons})
    alone_here = set(range(len(ours))) - {pair[0] for pair in paired}
    alone_there = set(range(len(theirs))) - {pair[1] for pair in paired}
    rows += [_paired(ours[index], None) for index in sorted(alone_here)]
    rows += [_paired(None, theirs[index]) for index in sorted(alone_there)]
    days = [e["date_start"] for e in ours if e["date_start"] and e["role"] == "main"]
    countries = {e["country"] for e in ours}
    for row in rows:
        if row["outside_id"] is not None and days:
            told = min(days) <= row["outside_date"] <= max(days) and row["country"] in countries
            row["in_coverage"] = "yes" if told else "no"
    rows.sort(key=lambda r: (str(r["date_start"] or r["outside_date"]), STATUSES.index(r["status"]),
                             r["event_id"] or "", r["outside_id"] or ""))  # fmt: skip
    return listing(rows, COLUMNS)


def _paired(event: Row | None, row: Outside | None) -> dict[str, Any]:
    """A row of the comparison."""
    made: dict[str, Any] = dict.fromkeys(COLUMNS)
    made["status"] = "matched" if event and row else "only_here" if event else "only_there"
    if event:
        made |= {name: event[name] for name in COLUMNS if name in event}
    if row:
        made |= {
            "outside_id": row.outside_id, "dataset": row.dataset, "outside_date": row.date_start,
            "outside_place": row.place, "outside_type": row.attack_type,
            "outside_actors": row.actors, "outside_low": row.low, "outside_best": row.best,
            "outside_high": row.high,
            "country": (event or {}).get("country") or row.country,
            "adm1_name": (event or {}).get("adm1_name") or row.adm1_name,
        }  # fmt: skip
    if event and row:
        best = event["killed_best"]
        known = best is not None and row.best is not None
        made["difference"] = best - row.best if known else None  # type: ignore[operator]
        made["agreement"] = _agreement(event, row)
        distance = _apart(event, row)
        made["kilometres"] = None if distance is None else round(distance, 1)
    return made


def summary(comparison: pd.DataFrame) -> str:
    """A comparison in one line: counts of the statuses and of the agreements."""
    counts = comparison["status"].value_counts()
    parts = [f"{int(counts.get(status, 0))} {status.replace('_', ' ')}" for status in STATUSES]
    agreed = comparison["agreement"].value_counts()
    tolls = [f"{int(agreed.get(kind, 0))} {kind}" for kind in ("same", "within", "apart")]
    return f"{', '.join(parts)}; tolls of the matched: {', '.join(tolls)}"


def write_comparison(comparison: pd.DataFrame, folder: str | Path) -> Path:
    """Write `comparison.csv` to a folder, which is made if it is missing.

    Raises:
        TablesError: If the folder cannot be written.
    """
    file = Path(folder) / "comparison.csv"
    draft = file.with_name(".comparison.csv.writing")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        harmless_frame(comparison).to_csv(draft, index=False, date_format="%Y-%m-%d")
        draft.replace(file)
    except OSError as error:
        raise TablesError(f"{folder}: cannot write there: {error.strerror}") from error
    return file
