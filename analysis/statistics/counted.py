"""Which rows count in a total, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.statistics.rows import Row

UNREAL = ("denied", "negated", "hypothetical")


def figure_reason(
    figure: Row, *, duplicates: Mapping[str, str], superseded: set[str]
) -> str | None:
    """Why a figure is not counted, or None if it is.

    Args:
        figure: A row of `figures`.
        duplicates: article_id to the earlier article that it repeats.
        superseded: figure_ids that an incident keeps but does not count.

    Returns:
        duplicate, denied, negated, hypothetical, superseded, background, part or None; the first
        that holds.
    """
    if figure["article_id"] in duplicates:
        return "duplicate"
    if figure["certainty"] in UNREAL:
        return figure["certainty"]
    if figure["figure_id"] in superseded:
        return "superseded"
    if figure["role"] == "background":
        return "background"
    return "part" if figure["part_of"] else None


def incident_reason(
    incident: Row, *, duplicates: Mapping[str, str], certainty: Mapping[str, str]
) -> str | None:
    """Why an incident is not counted, or None if it is.

    An incident all of whose figures are denied or hypothetical did not happen as far as is known.
    Negated figures ("nobody was killed") do not undo the attack.
    """
    if incident["article_id"] in duplicates:
        return "duplicate"
    if incident["role"] == "background":
        return "background"
    kinds = {certainty.get(figure_id, "asserted") for figure_id in incident["figure_ids"]}
    if kinds and kinds <= {"denied", "hypothetical"}:
        return "denied" if "denied" in kinds else "hypothetical"
    return None


def mark(
    figures: Iterable[Row],
    incidents: Iterable[Row],
    *,
    duplicates: Mapping[str, str],
    events: Iterable[Row] = (),
) -> tuple[list[Row], list[Row]]:
    """Figures and incidents with their reason in `left_out` (None: counted).

    Superseded is what an incident, or an event after reconciliation, says is.
    """
    figures, incidents = list(figures), list(incidents)
    superseded = {figure_id for row in (*incidents, *events) for figure_id in row["superseded"]}
    certainty = {f["figure_id"]: f["certainty"] for f in figures}
    marked = [
        {**f, "left_out": figure_reason(f, duplicates=duplicates, superseded=superseded)}
        for f in figures
    ]
    told = [
        {**i, "left_out": incident_reason(i, duplicates=duplicates, certainty=certainty)}
        for i in incidents
    ]
    return marked, told
