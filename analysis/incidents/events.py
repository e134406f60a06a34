"""Which figures of an article tell of the same event."""

import re
from collections.abc import Sequence

from analysis.incidents.relate import around
from analysis.records import Figure

_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|another|second|other|different|elsewhere|meanwhile)\b"
    r"(?:\s+\w+)?\s+(?:incident|attack|clash|blast|explosion|bombing|strike|operation|raid|shooting|in\b)",
    re.IGNORECASE,
)


def events(figures: Sequence[Figure], text: str) -> list[list[Figure]]:
    """Gather figures into events, in the order of the text.

    A figure opens an event of its own only where its sentence names another day and another place
    than the events before it, or another place and a separate attack; everything else goes on with
    the event told last. Parts stay with their totals.

    Args:
        figures: Figures of one role in the order of the text.
        text: The article's text.
    """
    made: list[list[Figure]] = []
    home: dict[str, list[Figure]] = {}
    for figure in figures:
        whole = home.get(figure.part_of or "")
        event = whole if whole is not None else _fitting(made, figure, text)
        if event is None:
            event = []
            made.append(event)
        event.append(figure)
        home[figure.figure_id] = event
    return made


def _fitting(made: list[list[Figure]], figure: Figure, text: str) -> list[Figure] | None:
    """The event that a figure goes on with, None for a new one."""
    if not made:
        return None
    last = made[-1]
    if any(f.sentence == figure.sentence for f in last) or not _apart(last[-1], figure, text):
        return last
    return next(
        (
            event
            for event in reversed(made)
            if _same_place(event[0], figure) and not _other_day(event[0], figure)
        ),
        None,
    )


def _apart(before: Figure, figure: Figure, text: str) -> bool:
    """Whether a figure tells of another event than the one before it."""
    if _same_place(before, figure):
        return False
    return _other_day(before, figure) or bool(_SEPARATE.search(around(figure, text)[0]))


def _same_place(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one place; an unknown place is no other place."""
    pairs = ((one.country, other.country), (one.adm1, other.adm1), (one.adm2_name, other.adm2_name))
    if any(a and b and a != b for a, b in pairs):
        return False
    fine = one.place_precision in ("point", "district") and other.place_precision == "point"
    return not (fine and one.place != other.place)


def _other_day(one: Figure, other: Figure) -> bool:
    """Whether two figures are dated to different days."""
    if one.period_start is None or other.period_start is None or other.date_id is None:
        return False
    if "day" not in (one.period_precision, other.period_precision):
        return False
    return one.period_start > (other.period_end or other.period_start) or (
        other.period_start > (one.period_end or one.period_start)
    )
