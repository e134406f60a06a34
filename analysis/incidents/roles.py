"""Whether an event is what the article reports, or an earlier one recalled."""

import re
from collections.abc import Sequence
from datetime import date

from analysis.incidents.words import pattern
from analysis.records import Document, Figure, date_id

BESIDE = 80  # characters between a figure and the date that is its own
LONG_AGO = 365  # days before publication; what happened earlier is recalled, not reported
OLDER = 60  # days before the newest main event; an event told beside it is background
RECALLED = 10  # days, where the sentence also speaks as of an earlier event
FEW = 3  # figures over periods on either side that make an article one of statistics
CASUALTIES = frozenset(("killed", "injured", "casualties", "missing", "abducted"))


def recall(document: Document, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Make what happened long before the article was published events recalled.

    What a sentence counts for the same day is of the same role; parts are as their totals.
    """
    old = [_long_ago(document, f) for f in figures]
    days = {(f.sentence, f.period_start) for f, is_old in zip(figures, old, strict=True) if is_old}
    made = [
        f._replace(role="background")
        if is_old or ((f.sentence, f.period_start) in days and _event(f))
        else f
        for f, is_old in zip(figures, old, strict=True)
    ]
    made = _carried(document, made)
    roles = {f.figure_id: f.role for f in made}
    return tuple(
        f._replace(role=roles[f.part_of]) if f.part_of in roles and _event(f) else f for f in made
    )


def _carried(document: Document, figures: Sequence[Figure]) -> list[Figure]:
    """Let what goes on counting the victims of an event recalled be recalled too.

    "… the 19 people killed on 9 August 2018. Forty others were injured."
    """
    made: list[Figure] = []
    for figure in figures:
        last = next((f for f in reversed(made) if _event(f)), None)
        goes_on = (
            last is not None
            and last.role == "background"
            and _event(figure)
            and figure.sentence - last.sentence == 1
            and _goes_on(document, last, figure)
        )
        if goes_on and last is not None:
            figure = figure._replace(  # noqa: PLW2901 - the same figure, dated
                role="background",
                period_start=last.period_start,
                period_end=last.period_end,
                period_precision=last.period_precision,
                date_id=last.date_id,
            )
        made.append(figure)
    return made


def _goes_on(document: Document, last: Figure, figure: Figure) -> bool:
    """Whether a sentence names no day and no place and counts others or the wounded."""
    sentence = document.sentences[figure.sentence]
    if "\n" in document.text[last.end : sentence.start]:
        return False
    fresh = [d for d in document.dates if d.date_start] + [
        p for p in document.places if p.role == "location"
    ]
    if any(sentence.start <= e.start < sentence.end for e in fresh):
        return False
    others = re.match(r"\s+(?:others?|more)\b", document.text[figure.end : figure.end + 8])
    return bool(others) or (figure.measure == "injured" and last.measure == "killed")


def _event(figure: Figure) -> bool:
    return figure.scope == "incident" and figure.measure in CASUALTIES


def _long_ago(document: Document, figure: Figure) -> bool:
    end, published = figure.period_end, document.published
    old = end is not None and published is not None and (published - end).days > LONG_AGO
    return (
        old
        and _event(figure)
        and _dated_beside(document, figure)
        and (not _fronted(document, figure) or _remembered(document, figure))
    )


def _remembered(document: Document, figure: Figure) -> bool:
    """Whether the figure's sentence or the one before speaks of an anniversary."""
    first = document.sentences[max(figure.sentence - 1, 0)]
    end = document.sentences[figure.sentence].end
    return bool(pattern("remembered").search(document.text, first.start, end))


def _dated_beside(document: Document, figure: Figure) -> bool:
    """Whether the figure's date stands close to it, not with something else in the sentence."""
    return any(
        d.sentence == figure.sentence
        and (d.date_end == figure.period_end or date_id(document.article_id, d) == figure.date_id)
        and d.precision not in (None, "century", "decade")
        and max(d.start - figure.end, figure.start - d.end) <= BESIDE
        for d in document.dates
    )


def _fronted(document: Document, figure: Figure) -> bool:
    """Whether the figure's date opens its sentence, as in a note on one event."""
    start = document.sentences[figure.sentence].start
    return any(
        d.start - start <= len("Around ")
        and d.sentence == figure.sentence
        and d.date_end == figure.period_end
        for d in document.dates
    )


def settle(
    document: Document, main: Sequence[list[Figure]], statistics: Sequence[Figure] = ()
) -> tuple[list[list[Figure]], list[list[Figure]]]:
    """Part the events told in the main line into those reported and those recalled.

    An event is recalled where it lies more than 60 days before the newest of the others, or more
    than ten days where its sentence also speaks as of an earlier event ("had been", "last month").
    An event told alone stays main, however old it is, unless it lies more than a year before
    publication and stands among statistics.

    Args:
        document: The article.
        main: The events told in the main line, each as its figures.
        statistics: The article's figures over periods.
    """
    newest = max((day for day in map(_end, main) if day is not None), default=None)
    kept: list[list[Figure]] = []
    recalled: list[list[Figure]] = []
    for number, event in enumerate(main):
        end = _end(event)
        age = (newest - end).days if newest and end else 0
        sentence = document.sentences[event[0].sentence]
        cue = number > 0 and pattern("recall").search(document.text, sentence.start, sentence.end)
        if len(main) == 1 and end and document.published and _among(statistics, event):
            age = max(age, (document.published - end).days - LONG_AGO + OLDER)
        (recalled if age > OLDER or (cue and age > RECALLED) else kept).append(event)
    again = [[f._replace(role="background") for f in event] for event in recalled]
    return kept, again


def _among(statistics: Sequence[Figure], event: Sequence[Figure]) -> bool:
    """Whether several figures over periods stand before and behind an event."""
    before = sum(f.start < event[0].start for f in statistics)
    return before >= FEW and len(statistics) - before >= FEW


def _end(event: Sequence[Figure]) -> date | None:
    """The last day of an event, by the first of its figures that is dated."""
    return next((f.period_end for f in event if f.period_end is not None), None)
