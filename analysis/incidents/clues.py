"""What the text beside a figure says about the event that it tells of: its day, its place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from analysis.context.gazetteer import gazetteer
from analysis.figures.event_day import TOLL_DAY, is_dateline, is_report_date
from analysis.incidents.words import pattern, phrases
from analysis.records import Document, Figure, TimeExpression, date_id

Days = tuple[date, date]
NEVER = -1


class Clue(NamedTuple):
    """One figure and the marks that tell its event.

    `day_at` and `place_at` are the offsets of the expressions that give its day and its place,
    NEVER where the text names none. `late` marks deaths that follow from an event told before.
    """

    figure: Figure
    start: int
    end: int
    paragraph: int
    days: Days | None
    day_at: int
    place_at: int
    late: bool


def clues(document: Document, figures: Sequence[Figure]) -> list[Clue]:
    """The marks of every figure, in the order given."""
    dates = {date_id(document.article_id, d): d for d in document.dates}
    named: dict[str, list[int]] = {}
    for place in document.places:
        if place.role in ("location", "dateline"):
            named.setdefault(place.reported, []).append(place.start)
    breaks = _breaks(document.text)
    made = []
    for figure in figures:
        sentence = document.sentences[figure.sentence]
        start, end = sentence.start, sentence.end
        days, day_at = None, NEVER
        if figure.period_start and figure.period_end:
            days = (figure.period_start, figure.period_end)
        when = dates.get(figure.date_id or "")
        if when is not None and days is not None and when.start < start and _shifted(when, days):
            day_at = start  # "two nights earlier", counted from a day named before
        elif when is not None and days is not None:
            its = document.sentences[when.sentence]
            text = document.text
            told = TOLL_DAY.search(text, max(its.start, when.start - 100), when.start)
            if not (told or is_report_date(text, its, when) or is_dateline(text, its, when)):
                day_at = when.start
        starts = named.get(figure.place or "", [])
        last = bisect_right(starts, end)
        place_at = starts[last - 1] if last else NEVER
        if _seat(figure):
            place_at = NEVER
        late = bool(pattern("late").search(document.text, start, end))
        if _known(figure, document):
            day_at = NEVER  # "the officer died nine days later": no other event's day
        made.append(
            Clue(figure, start, end, bisect_right(breaks, start), days, day_at, place_at, late)
        )
    return made


def _shifted(when: TimeExpression, days: Days) -> bool:
    """Whether a day is counted from an expression and not named by it."""
    return when.precision == "day" and when.date_start is not None and days[0] != when.date_start


def _seat(figure: Figure) -> bool:
    """Whether a figure's place is only where its claimant sits ("the governor of Kandahar")."""
    if not (figure.place and figure.claimant and figure.place in figure.claimant):
        return False
    if pattern("local").search(figure.claimant):
        return False
    coarse = figure.place_precision in ("country", "adm1")
    if coarse or figure.place in (figure.adm1_name, "Kabul", "Islamabad"):
        return True
    capital = gazetteer().seats.get(figure.adm1 or "")
    if capital is None or capital.adm2_name != figure.adm2_name:
        return False
    sits = rf"(?:\s+[\w’'-]+){{0,2}}?\s+(?:in|at|of|from)\s+{re.escape(figure.place)}\b"
    return bool(re.search(rf"\b{phrases('office')}{sits}", figure.claimant, re.IGNORECASE))


_KNOWN = re.compile(r"(?:the|these|those|both|his|her|their)\s*\Z", re.IGNORECASE)


def _known(figure: Figure, document: Document) -> bool:
    """Whether the victims are spoken of as known: "the officer died", "bodies of the two"."""
    opening = f"{document.text[max(0, figure.start - 8) : figure.start]}"
    named = re.match(r"(?:the|his|her|their|he|she)\b", figure.reported, re.IGNORECASE)
    return bool(named or _KNOWN.search(opening)) or figure.rule.endswith((".body", ":pronoun"))


def _breaks(text: str) -> list[int]:
    """Offsets at which paragraphs begin; a line end is a break where no blank lines stand."""
    mark = "\n\n" if "\n\n" in text else "\n"
    found, at = [], text.find(mark)
    while at >= 0:
        found.append(at + len(mark))
        at = text.find(mark, at + len(mark))
    return found


def gap(one: Days | None, other: Days | None) -> int | None:
    """Days between two stretches of time, 0 where they touch, None where one is unknown."""
    if one is None or other is None:
        return None
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
