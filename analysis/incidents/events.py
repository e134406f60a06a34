"""Which figures of an article tell of the same event."""

import re
from collections.abc import Sequence
from datetime import timedelta

from analysis.context.attack_types import attack_words
from analysis.incidents.clues import Clue, clues, gap
from analysis.incidents.relate import around
from analysis.incidents.several import begins_another, shares_of, told_aside
from analysis.incidents.tally import tally
from analysis.incidents.words import phrases
from analysis.records import Document, Figure

NEAR = 2  # days; dates of one event may lie that far apart
MOST = 6  # events that one number may add up
SEEN = 40  # events back that a figure is compared with
_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|another|second|other|different|elsewhere|meanwhile)\b"
    r"(?:\s+\w+)?\s+(?:incident|attack|clash|blast|explosion|bombing|strike|operation|raid|shooting|in\b)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:together|combined|in\s+all|altogether|total|both|overall)\b", re.IGNORECASE
)
Event = list[Clue]


def events(figures: Sequence[Figure], document: Document) -> list[list[Figure]]:
    """Gather figures into events, in the order of the text.

    A figure opens an event of its own where the words since the figure before name another day
    (more than two days off), or another place and a day or attack of its own, or another province
    or country. It goes back to an event told earlier where its day or place is that event's.
    Everything else goes on with the event told last. Parts stay with their totals.

    Args:
        figures: Figures of one role in the order of the text.
        document: The article.
    """
    made: list[Event] = []
    home: dict[str, Event] = {}
    shared: dict[int, Event] = {}
    aside: list[Event] = []
    last: Event | None = None
    marked = clues(document, figures)
    shares = shares_of(marked, document)
    for clue in marked:
        key = clue.figure.figure_id
        whole = home.get(clue.figure.part_of or "")
        if key in shares.sums or (whole is None and _over_events(made, clue.figure, document.text)):
            continue
        recalled = whole is None and told_aside(marked, clue, document)
        event = whole
        if recalled:
            event = next((e for e in aside if e[0].figure.sentence == clue.figure.sentence), None)
        elif key in shares.shares:
            event = shared.get(shares.shares[key])
        elif whole is None:
            event = _fitting(made, last, clue, document)
        if event is None:
            event = []
            made.append(event)
        event.append(clue)
        home[key] = event
        if recalled and event not in aside:
            aside.append(event)
        elif not recalled:
            last = event
            if key in shares.shares:
                shared[shares.shares[key]] = event
    return [[_recalled(c, made, aside, event) for c in event] for event in made]


def _recalled(clue: Clue, made: Sequence[Event], aside: Sequence[Event], event: Event) -> Figure:
    """A clue's figure, of the background if its event was told in passing beside another."""
    told_beside = len(aside) < len(made) and any(e is event for e in aside)
    return clue.figure._replace(role="background") if told_beside else clue.figure


def _over_events(made: Sequence[Event], figure: Figure, text: str) -> bool:
    """Whether a number adds up the tolls of the events told last: "together 47"."""
    if len(made) < 2 or not _TOGETHER.search(figure.quote):  # noqa: PLR2004 - two to add up
        return False
    tolls = [
        tally([c.figure for c in e if c.figure.measure == figure.measure], text).best
        for e in made[-MOST:]
    ]
    return any(
        None not in tolls[-many:] and sum(filter(None, tolls[-many:])) == figure.best
        for many in range(2, len(tolls) + 1)
    )


def _fitting(made: list[Event], last: Event | None, clue: Clue, document: Document) -> Event | None:
    """The event that a figure goes on with, None for a new one."""
    text = document.text
    if last is None:
        return None
    before = last[-1]
    if before.figure.sentence == clue.figure.sentence:
        return None if _other_day(last, clue) and clue.day_at > before.figure.end else last
    if begins_another(last, clue, document):
        return None
    if not _apart(last, clue, document):
        return _first_again(made, last, clue, text)
    return next(
        (e for e in made[: -SEEN - 1 : -1] if e is not last and _goes_back(e, clue)),
        None,
    )


def _first_again(made: list[Event], last: Event, clue: Clue, text: str) -> Event:
    """The event told last, or the first where a new paragraph speaks of it again."""
    first, before = made[0], last[-1]
    named = _fresh(clue.day_at, before, clue) or _fresh(clue.place_at, before, clue)
    if last is first or named or clue.paragraph == before.paragraph:
        return last
    if _days(last) is None or (gap(_days(first), _days(last)) or 0) <= NEAR:
        return last
    return first if _again().search(text, clue.start, clue.end) else last


_AGAIN: list[re.Pattern[str]] = []


def _again() -> re.Pattern[str]:
    if not _AGAIN:
        words = rf"\b(?:the|this|that|these|those)\s+(?:[\w’'-]+\s+){{0,2}}?{phrases('again')}\b"
        _AGAIN.append(re.compile(words, re.IGNORECASE))
    return _AGAIN[0]


def _fresh(at: int, before: Clue, clue: Clue) -> bool:
    """Whether an expression stands behind the figure before, or in the figure's own sentence."""
    return at >= clue.start or at > before.figure.end


def _days(event: Event) -> tuple | None:  # type: ignore[type-arg]
    return next((c.days for c in event if c.days), None)


def _other_day(event: Event, clue: Clue) -> bool:
    """Whether a figure is dated clearly off the days of an event."""
    apart = gap(_days(event), clue.days)
    return clue.day_at >= 0 and apart is not None and apart > NEAR and not clue.late


def _apart(event: Event, clue: Clue, document: Document) -> bool:
    """Whether a figure tells of another event than the one told last."""
    before = event[-1]
    if clue.late:
        return False
    dated = _fresh(clue.day_at, before, clue)
    if dated and _other_day(event, clue):
        return True
    where = next((c for c in event if c.place_at >= 0), before).figure
    if _same_place(where, clue.figure):
        return False
    if dated and (gap(before.days, clue.days) or 0) > 0:
        return True
    if _SEPARATE.search(around(clue.figure, document.text)[0]):
        return True
    if not _fresh(clue.place_at, before, clue) or where.place is None:
        return False
    if all(c.place_at < 0 for c in event):
        return False
    district = (
        where.adm2_name and clue.figure.adm2_name and where.adm2_name != clue.figure.adm2_name
    )
    attacked = district and attack_words(document, clue.figure.sentence)
    return _far(where, clue.figure) or bool(attacked and (dated or _days(event)))


def _goes_back(event: Event, clue: Clue) -> bool:
    """Whether a figure tells of an event told before others."""
    off = gap(_days(event), clue.days)
    where = next((c for c in event if c.place_at >= 0), event[0]).figure
    if not _same_place(where, clue.figure):
        return False
    if clue.day_at >= clue.start:
        return off is not None and off <= timedelta(1).days
    return bool(clue.figure.place) and not _far(where, clue.figure) and clue.place_at >= 0


def _far(one: Figure, other: Figure) -> bool:
    """Whether two figures are of different provinces or countries, both known."""
    pairs = ((one.country, other.country), (one.adm1, other.adm1))
    return any(a and b and a != b for a, b in pairs)


def _same_place(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one place; an unknown place is no other place."""
    pairs = ((one.country, other.country), (one.adm1, other.adm1), (one.adm2_name, other.adm2_name))
    if any(a and b and a != b for a, b in pairs):
        return False
    fine = one.place_precision in ("point", "district") and other.place_precision == "point"
    return not (fine and one.place != other.place)
