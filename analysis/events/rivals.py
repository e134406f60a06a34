"""Rival tolls within one article: "the military says five soldiers, the group 23"."""

from collections.abc import Iterator, Sequence

from analysis.context.ranks import voice_of
from analysis.events.tellings import SIDES, UNREAL, Row, Telling, Toll, overlap
from analysis.events.tolls import Report

UNCOUNTED = UNREAL | {"negated"}


def _side(group: str | None) -> str | None:
    """The side that victims belong to; tolls are compared within one."""
    return next((side for side, members in SIDES.items() if group in members), group)


def rivals(
    row: Row, figures: Sequence[Row], what: str, telling: Telling
) -> Iterator[tuple[Report, Report]]:
    """Pairs of tolls that one article gives for the same victims by different voices.

    Args:
        row: The incident.
        figures: Its figures.
        what: killed or injured.
        telling: The incident as a telling.

    Yields:
        The first-told toll and one that cannot be true beside it. Parts of a total and figures
        that the article itself overtakes are left out.
    """
    first: dict[str | None, Report] = {}
    for figure in _counted(row, figures, what):
        report = _report(row, figure, what, telling)
        other = first.setdefault(_side(figure["group"]), report)
        if other.claimant != report.claimant and not overlap(other.toll, report.toll):
            yield other, report


def reports_within(
    row: Row, figures: Sequence[Row], what: str, telling: Telling
) -> tuple[Report, ...]:
    """The reports of an article that gives one toll each of several voices; else none.

    Only where the incident's own best is one of them: where it is their sum, each voice spoke of
    other victims.
    """
    counted = _counted(row, figures, what)
    voices = {figure["claimant"] for figure in counted}
    bests = {figure["best"] for figure in counted}
    if len(voices) < 2 or len(counted) != len(voices) or row[f"{what}_best"] not in bests:
        return ()
    return tuple(_report(row, figure, what, telling) for figure in counted)


def _counted(row: Row, figures: Sequence[Row], what: str) -> list[Row]:
    """Figures of a count that are no part, not overtaken by the article itself, and not denied.

    A victim without a number is no toll where the article states one.
    """
    counted = [
        f
        for f in figures
        if f["measure"] == what
        and f["certainty"] not in UNCOUNTED
        and f["part_of"] is None
        and f["figure_id"] not in row["superseded"]
    ]
    stated = [f for f in counted if f["quantifier"] != "implied"]
    return stated or counted


def _report(row: Row, figure: Row, what: str, telling: Telling) -> Report:
    """A figure as a report."""
    side = _side(figure["group"])
    return Report(
        telling.incident_id,
        telling.article_id,
        telling.published,
        Toll(figure["low"], figure["best"], figure["high"]),
        voice_of(figure["claimant"], country=row["country"], published=telling.published),
        figure["claimant"],
        telling.original,
        frozenset({side} & set(SIDES)) if what == "killed" and side else frozenset(),
    )
