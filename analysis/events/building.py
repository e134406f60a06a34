"""Make an event of its tellings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from analysis.events.likeness import GENERIC
from analysis.events.rivals import reports_within, rivals
from analysis.events.tellings import Row, Telling, claimant_of
from analysis.events.tolls import WHAT, Report, Verdict, contradictions, reports_of, settle, shown
from analysis.records import Event, content_id

PARTS = ("civilians", "security_forces", "militants", "perpetrators")
_DATED = {"stated": 0, "assumed": 1, "span": 2, None: 3}
_PLACED = {"point": 0, "district": 1, "adm1": 2, "country": 3, None: 4}


class Told(NamedTuple):
    """An event with the tellings and the reports that it was made of.

    `against` are the pairs of tolls that cannot both be true, across articles and within one.
    """

    event: Event
    tellings: tuple[Telling, ...]
    verdicts: Mapping[str, Verdict]
    against: Mapping[str, tuple[tuple[Report, Report], ...]]


def _order(telling: Telling) -> tuple:
    return (telling.published or date.max, telling.reprint, telling.incident_id)


def _most(values: Iterable[Any]) -> Any:
    """The most frequent known value; of equals the one met first."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _date(told: Sequence[Telling], rows: Mapping[str, Row]) -> dict[str, Any]:
    """The date that most of the best-dated tellings give."""
    kind = min((t.dated for t in told), key=lambda d: _DATED[d])
    among = [rows[t.incident_id] for t in told if t.dated == kind]
    columns = ("date_start", "date_end", "date_precision")
    found = _most(tuple(row[c] for c in columns) for row in among)
    return dict(zip(columns, found or (None, None, None), strict=True))


def _place(told: Sequence[Telling], rows: Mapping[str, Row]) -> dict[str, Any]:
    """The place that most of the best-placed tellings give."""
    rank = min(_PLACED.get(rows[t.incident_id]["place_precision"], 4) for t in told)
    columns = ("place", "place_precision", "country", "adm1", "adm1_name", "adm2_name")
    among = [
        tuple(rows[t.incident_id][c] for c in columns)
        for t in told
        if _PLACED.get(rows[t.incident_id]["place_precision"], 4) == rank
    ]
    return dict(zip(columns, _most(among), strict=True))


def _actor(told: Sequence[Telling]) -> str | None:
    """The named actor of most tellings, else the generic one."""
    named = [t.actor for t in told if t.actor and t.actor not in GENERIC]
    return _most(named or [t.actor for t in told])


def _kind(told: Sequence[Telling], rows: Mapping[str, Row]) -> str | None:
    """The kind of attack of most tellings; a suicide bombing is the finer word for a bombing."""
    found = _most(t.kind for t in told)
    if found == "bombing" and any(t.kind == "suicide_bombing" for t in told):
        return "suicide_bombing"
    return found or _most(rows[t.incident_id]["attack_type"] for t in told)


def _line(what: str, report: Report) -> str:
    """A revision as words: date, count, claimant, article."""
    day = report.published.isoformat() if report.published else "undated"
    who = report.claimant or "the article"
    status = "" if report.status == "counted" else f", {report.status}"
    return f"{day}: {shown(report.toll)} {what} ({who}; {report.article_id}{status})"


def _against(what: str, one: Report, other: Report) -> str:
    """A contradiction as words."""
    sides = [
        f"{shown(r.toll)} ({r.claimant or 'the article'}; {r.article_id})" for r in (one, other)
    ]
    return f"{what}: {sides[0]} against {sides[1]}"


def _distinct(pairs: Sequence[tuple[Report, Report]]) -> tuple[tuple[Report, Report], ...]:
    """Pairs of different tolls or voices, each once."""
    seen: dict[frozenset, tuple[Report, Report]] = {}
    for pair in pairs:
        seen.setdefault(frozenset((r.toll, r.voice.side) for r in pair), pair)
    return tuple(seen.values())


def _changes(verdict: Verdict) -> list[Report]:
    """The reports at which the toll or its voice changes; reprints left out."""
    made: list[Report] = []
    for report in verdict.reports:
        last = made[-1] if made else None
        same = last and (last.toll, last.claimant) == (report.toll, report.claimant)
        if report.status != "reprint" and not same:
            made.append(report)
    return made


def build(told: Iterable[Telling], rows: Mapping[str, Row], figures: Mapping[str, Row]) -> Told:
    """Make an event of its tellings.

    Args:
        told: The tellings of one event.
        rows: Rows of `incidents` by incident_id.
        figures: Rows of `figures` by figure_id.

    Returns:
        The event, its tellings in order of publication, and its reports of killed and injured.
    """
    laid = sorted(told, key=_order)
    own = [rows[t.incident_id] for t in laid]
    counted = [t for t in laid if not t.reprint] or laid
    verdicts, against = {}, {}
    superseded = {figure for row in own for figure in row["superseded"]}
    for what in WHAT:
        found = [[figures[f] for f in row["figure_ids"] if f in figures] for row in own]
        claimants = [claimant_of(row, f, what) for row, f in zip(own, found, strict=True)]
        told_by = reports_of(laid, claimants, what)
        verdicts[what] = settle(
            [
                report
                for one, row, f, telling in zip(told_by, own, found, laid, strict=True)
                for report in reports_within(row, f, what, telling) or (one,)
            ]
        )
        within = [
            pair
            for telling, row, f in zip(laid, own, found, strict=True)
            if not telling.reprint
            for pair in rivals(row, f, what, telling)
        ]
        against[what] = _distinct([*contradictions(verdicts[what]), *within])
        kept = {r.incident_id for r in verdicts[what].reports if r.status in ("counted", "reprint")}
        gone = {r.incident_id for r in verdicts[what].reports} - kept
        superseded |= {
            f
            for row in own
            if row["incident_id"] in gone
            for f in row["figure_ids"]
            if f in figures and figures[f]["measure"] == what
        }
    parts = next((r for r in verdicts["killed"].reports if r.preferred), None)
    source = rows[parts.incident_id] if parts else {}
    days = [t.published for t in laid if t.published]
    event = Event(
        content_id("e", laid[0].incident_id),
        tuple(dict.fromkeys(t.article_id for t in laid)),
        tuple(t.incident_id for t in laid),
        tuple(f for row in own for f in row["figure_ids"]),
        role="main" if any(t.role == "main" for t in laid) else "background",
        tellings=len({t.original for t in laid}),
        first_report=min(days, default=None),
        last_report=max(days, default=None),
        **_date(counted, rows),
        **_place(counted, rows),
        attack_type=_kind(counted, rows),
        actor=_actor(counted),
        **{
            f"{what}_{end}": value
            for what, verdict in verdicts.items()
            for end, value in verdict.toll._asdict().items()
        },
        **{f"killed_{part}": source.get(f"killed_{part}") for part in PARTS},
        claims=tuple(sorted({claim for row in own for claim in row["claims"]})),
        superseded=tuple(sorted(superseded)),
        revisions=tuple(_line(w, r) for w in WHAT for r in _changes(verdicts[w])),
        contradictions=tuple(_against(w, *pair) for w in WHAT for pair in against[w]),
    )
    return Told(event, tuple(laid), verdicts, against)
