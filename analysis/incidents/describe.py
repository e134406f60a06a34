"""When, where and how an event happened, from the figures that tell of it."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.context import locate
from analysis.context.attack_types import kinds_of
from analysis.figures.event_day import POSSESSED, dated, is_event_date
from analysis.incidents.clues import Clue, clues
from analysis.incidents.words import pattern
from analysis.records import Document, Figure, date_id

REACH = 12  # sentences in which a report of late deaths may name the day of the event
FROM_AIR = ("drone_strike", "air_strike")
VAGUE = frozenset((None, "bombing", "other"))
ACTS_OF_GUNS = frozenset(("shooting", "armed_clash", "raid", "shelling", "abduction"))


class Setting(NamedTuple):
    """The figures whose day and place are the event's, and the kind of attack."""

    dated: Figure
    placed: Figure
    attack_type: str | None


def describe(document: Document, figures: Sequence[Figure], others: frozenset[str]) -> Setting:
    """The setting of one event.

    Args:
        document: The article.
        figures: The event's figures in the order of the text.
        others: Places that other events of the article name as their own.

    Returns:
        The first figure that names the day itself (not the day of a count or of a later death),
        else the first dated one; the first whose sentence names the place, else the first placed
        one; the kind of attack that says most.
    """
    marked = clues(document, figures)
    told = [c for c in marked if not c.late and not c.figure.rule.endswith((".toll", ".level"))]
    when = (
        next((c.figure for c in told if c.days and c.day_at >= c.start), None)
        or next((c.figure for c in told if c.days), None)
        or _day_beside(document, marked[0])
        or next((c.figure for c in marked if c.days), None)
        or figures[0]
    )
    placed = _placed(document, marked, others)
    return Setting(when, placed, _attack_type(document, figures))


def _day_beside(document: Document, clue: Clue) -> Figure | None:
    """The event's day beside late deaths and new counts: "the victims of Friday's blast"."""
    text = document.text
    for sentence in document.sentences[:REACH]:
        if pattern("late").search(text, sentence.start, sentence.end):
            at = [d for d in dated(document, sentence) if POSSESSED.match(text, d.end)]
        else:
            at = [d for d in dated(document, sentence) if is_event_date(text, sentence, d)]
        when = next((d for d in at if d.precision == "day" and d.type == "DATE"), None)
        if when is not None:
            return clue.figure._replace(
                period_start=when.date_start,
                period_end=when.date_end,
                period_precision="day",
                date_id=date_id(document.article_id, when),
            )
    return None


def _placed(document: Document, marked: Sequence[Clue], others: frozenset[str]) -> Figure:
    named = [c for c in marked if c.figure.place and c.place_at >= c.start]
    own = next((c.figure for c in named if c.figure.place not in (c.figure.claimant or "")), None)
    if own is not None:
        return own
    own = next((c.figure for c in named), None) if len(marked) == len(named) else None
    if own is not None:
        return own
    free = next((c.figure for c in marked if c.figure.place and c.figure.place not in others), None)
    any_place = next((c.figure for c in marked if c.figure.place), marked[0].figure)
    if free is not None:
        return free
    return _next_place(document, marked[-1], others) or any_place


def _next_place(document: Document, last: Clue, others: frozenset[str]) -> Figure | None:
    """The place named right behind an event whose figures could only borrow another's place."""
    for sentence in document.sentences[last.figure.sentence + 1 : last.figure.sentence + 3]:
        for place in document.places:
            inside = sentence.start <= place.start < sentence.end
            if inside and place.role == "location" and place.precision in ("point", "district"):
                where = locate(document, place.start, place.end)
                if where is None or where.place in others:
                    return None
                return last.figure._replace(
                    place=where.place,
                    place_precision=where.place_precision,
                    country=where.country,
                    adm1=where.adm1,
                    adm1_name=where.adm1_name,
                    adm2_name=where.adm2_name,
                )
    return None


def own_places(document: Document, events: Sequence[Sequence[Figure]]) -> list[frozenset[str]]:
    """The places that each event names in the sentences of its own figures."""
    return [
        frozenset(
            c.figure.place for c in clues(document, e) if c.figure.place and c.place_at >= c.start
        )
        for e in events
    ]


def _attack_type(document: Document, figures: Sequence[Figure]) -> str | None:
    """The kind of attack: the first that is told, or a plainer one that a later figure gives."""
    kinds = [f.attack_type for f in figures if f.attack_type]
    first = kinds[0] if kinds else None
    if first not in VAGUE:
        return first
    better = next((k for k in kinds if k not in VAGUE and k not in ACTS_OF_GUNS), None)
    if better is not None:
        return better
    from_air = _from_air(document)
    if from_air and any(_is_strike(document, f) for f in figures):
        return from_air
    return first


def _from_air(document: Document) -> str | None:
    """The kind of strike from the air that an article speaks of, None where it speaks of none."""
    told = kinds_of(document.text)
    return next((code for code in reversed(FROM_AIR) if code in told), None)


def _is_strike(document: Document, figure: Figure) -> bool:
    sentence = document.sentences[figure.sentence]
    return bool(pattern("strike").search(document.text, sentence.start, sentence.end))
