"""One toll from many tellings: what overtook what, what is preferred, what contradicts.

The rules stand in docs/events.md. Low is the smallest toll that no later report of the same side
overtook, high the largest that was not withdrawn, best the latest of the highest rank.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from analysis.context.ranks import ORDINARY, Voice
from analysis.events.tellings import Telling, Toll, overlap

WHAT = ("killed", "injured")
CONFIRMED = 2  # later reports that must agree on a lower number


class Report(NamedTuple):
    """The toll of one telling. `status`: counted, overtaken, withdrawn or reprint.

    `original` is the article that its article repeats, or that article itself; `victims` are the
    sides that its dead belong to.
    """

    incident_id: str
    article_id: str
    published: date | None
    toll: Toll
    voice: Voice
    claimant: str | None
    original: str = ""
    victims: frozenset[str] = frozenset()
    status: str = "counted"
    preferred: bool = False


class Verdict(NamedTuple):
    """The event's toll and the reports behind it, in order of publication."""

    toll: Toll
    reports: tuple[Report, ...]


def _order(report: Report) -> tuple:
    return (report.published or date.max, report.toll.value or 0, report.incident_id)


def overtakes(later: Report, earlier: Report) -> bool:
    """Whether a report replaces an earlier, lower one: a rising toll of the same side.

    It was published on a later day, gives more than the earlier one allows (or bounds what that
    left open), its voice does not rank lower, and it does not call the dead of the one side what
    the earlier one calls those of another (12 militants do not rise to 15 civilians).
    """
    if later.published is None or earlier.published is None:
        return False
    if later.published <= earlier.published or later.voice.side != earlier.voice.side:
        return False
    if later.victims and earlier.victims and later.victims.isdisjoint(earlier.victims):
        return False
    new, old = later.toll, earlier.toll
    if later.voice.rank < earlier.voice.rank or new.low is None or old.value is None:
        return False
    if old.high is not None:
        return new.low > old.high
    return new.low >= old.value and (new.low > old.value or new.high is not None)


def withdraws(later: Report, earlier: Report) -> bool:
    """Whether a named voice corrects its own earlier, higher toll."""
    if later.published is None or earlier.published is None or not later.voice.named:
        return False
    if later.published <= earlier.published or later.claimant is None:
        return False
    same = later.claimant == earlier.claimant and later.voice.rank >= ORDINARY
    new, old = later.toll, earlier.toll
    return same and None not in (new.high, old.low) and new.high < old.low  # type: ignore[operator]


def independent(reports: Sequence[Report]) -> frozenset[str]:
    """article_ids that count: of the articles with one text and toll, the original or the first.

    A near-duplicate with another toll is not a copy but the update of a running report.
    """
    kept: dict[tuple[str, Toll], str] = {}
    for report in reports:
        key = (report.original, report.toll)
        if key not in kept or report.article_id == report.original:
            kept[key] = report.article_id
    return frozenset(kept.values())


def _statuses(reports: Sequence[Report]) -> list[Report]:
    """The reports with their status."""
    counting = independent(reports)
    others = {
        (r.published, r.toll, r.voice, r.claimant): r for r in reports if r.article_id in counting
    }.values()
    made = []
    for report in reports:
        status = "counted"
        if report.article_id not in counting:
            status = "reprint"
        elif any(withdraws(other, report) for other in others):
            status = "withdrawn"
        elif any(overtakes(other, report) for other in others):
            status = "overtaken"
        made.append(report._replace(status=status))
    return made


def _best(counted: Sequence[Report]) -> Report | None:
    """The report that best follows: of the highest rank, the latest that is not a fall.

    The dead do not come back: a later, lower number of an equal voice mostly tells a part. A fall
    is believed where `CONFIRMED` or more later reports agree on it, and more than on the number
    before.
    """
    stated = [r for r in counted if r.toll.best is not None]
    rank = max((r.voice.rank for r in stated), default=0)
    ranked = [r for r in stated if r.voice.rank == rank]
    chosen: Report | None = None
    for place, report in enumerate(ranked):
        if chosen is None or report.toll.best >= chosen.toll.best:  # type: ignore[operator]
            chosen = report
            continue
        before = [r for r in ranked[:place] if r.toll.best == chosen.toll.best]
        agreed = [
            r
            for r in ranked[: place + 1]
            if r.toll.best == report.toll.best and _order(r) > _order(before[0])
        ]
        if len(agreed) >= max(CONFIRMED, len(before) + 1):
            chosen = report
    return chosen


def settle(reports: Sequence[Report]) -> Verdict:
    """One toll from the reports of an event.

    Args:
        reports: One a telling; those without a toll are left out.

    Returns:
        The toll, and the reports in order of publication with their status.
    """
    known = sorted((r for r in reports if r.toll.known), key=_order)
    marked = _statuses(known)
    counted = [r for r in marked if r.status == "counted"]
    chosen = _best(counted)
    lows = [r.toll.low for r in counted if r.toll.low is not None]
    highs = [r.toll.high for r in counted if r.toll.high is not None]
    floor = max([*lows, *(r.toll.best for r in counted if r.toll.best is not None)], default=None)
    high = max(highs, default=None)
    if high is not None and floor is not None and high < floor:
        high = None
    toll = Toll(min(lows, default=None), chosen.toll.best if chosen else None, high)
    return Verdict(toll, tuple(r._replace(preferred=r is chosen) for r in marked))


def reports_of(
    told: Sequence[Telling], claimants: Sequence[str | None], what: str
) -> tuple[Report, ...]:
    """The reports of one count, one a telling.

    Args:
        told: The tellings of an event.
        claimants: Who gives the count in each.
        what: killed or injured.
    """
    return tuple(
        Report(
            t.incident_id,
            t.article_id,
            t.published,
            getattr(t, what),
            getattr(t, f"{what}_by"),
            claimant,
            t.original,
            t.victims if what == "killed" else frozenset(),
        )
        for t, claimant in zip(told, claimants, strict=True)
    )


def shown(toll: Toll) -> str:
    """A toll in a few characters: 41, at least 28, up to 12, 5 to 9."""
    low, best, high = toll
    if best is not None and low == high == best:
        return str(best)
    if high is None:
        return f"at least {low if low is not None else best}"
    if low is None:
        return f"up to {high}"
    return f"{low} to {high}" + (f" (best {best})" if best not in (None, low, high) else "")


def contradictions(verdict: Verdict) -> list[tuple[Report, Report]]:
    """Counted reports that cannot all be true: each against the preferred one, or the first.

    Of several reports of the same toll by the same side, the earliest stands for all.
    """
    counted = [r for r in verdict.reports if r.status == "counted"]
    if not counted:
        return []
    anchor = next((r for r in counted if r.preferred), counted[0])
    seen: set[tuple] = set()
    made = []
    for report in counted:
        key = (report.toll, report.voice.side)
        if report is anchor or key in seen or overlap(report.toll, anchor.toll):
            continue
        seen.add(key)
        made.append((anchor, report))
    return made
