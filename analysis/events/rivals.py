"""Rival tolls within one article: "the military says five soldiers, the group 23"."""

from collections.abc import Iterator, Sequence

from analysis.events.tellings import SIDES, UNREAL, Row, Telling, Toll, overlap
from analysis.events.tolls import Report
from analysis.events.voices import voice_of

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
    first: dict[str | None, tuple[Row, Report]] = {}
    for figure in figures:
        if (
            figure["measure"] != what
            or figure["certainty"] in UNCOUNTED
            or figure["part_of"] is not None
            or figure["figure_id"] in row["superseded"]
        ):
            continue
        report = Report(
            telling.incident_id,
            telling.article_id,
            telling.published,
            Toll(figure["low"], figure["best"], figure["high"]),
            voice_of(figure["claimant"], country=row["country"], published=telling.published),
            figure["claimant"],
            telling.original,
        )
        side = _side(figure["group"])
        if side not in first:
            first[side] = figure, report
            continue
        other = first[side][1]
        if other.claimant != report.claimant and not overlap(other.toll, report.toll):
            yield other, report
