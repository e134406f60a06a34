"""Days counted from another: "two nights earlier", "just days before the visit".

An aside is the clause behind "a day after" that tells of an earlier event: "the blast came a day
after gunmen killed six". What stands in it happened that long before what the sentence tells.
"""

import re
from datetime import timedelta
from typing import NamedTuple

from analysis.figures.event_day import (
    DAYS,
    DEED,
    Period,
    dated,
    is_dateline,
    is_event_date,
    main_event,
)
from analysis.records import Document, Sentence, TimeExpression, date_id

_ANCHORED = re.compile(
    r"\b(?P<many>just\s+|only\s+|a\s+few\s+|several\s+|some\s+)*"
    rf"(?P<count>(?:{'|'.join(DAYS)}|\d{{1,2}})\s+)?(?P<unit>hours?|days?|nights?|weeks?|months?)\s+"
    r"(?P<way>before|ahead\s+of|prior\s+to|after|following)\s+(?P<what>(?:[\w’'-]+\s*){1,6})",
    re.IGNORECASE,
)

_COUNTED = re.compile(
    rf"[\W_]*({'|'.join(DAYS)})\s+(?P<unit>day|night|week|month)s?\s+"
    r"(earlier|before|later|after|afterwards)\b,?\s",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r",\s+(?:(?:and\s+)?(?:also\s+)?\w+ing\b|and\s+\w+ed\b|including|among|most\s+of|all\s+of|some\s+of|half\s+of"
    r"|[\w-]+\s+of\s+(?:them|whom))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:—–]\s|\s-\s")


class Aside(NamedTuple):
    """A clause of an earlier event: its offsets, how many days before, and its unit of time."""

    start: int
    end: int
    near: int
    far: int
    opening: int


def aside_at(document: Document, sentence: Sentence, at: int) -> Aside | None:
    """The aside that holds an offset, None where it stands in the sentence's main clause."""
    return next((a for a in asides(document, sentence) if a.start <= at < a.end), None)


def asides(document: Document, sentence: Sentence) -> list[Aside]:
    """The clauses behind "two days after", "hours after" in a sentence."""
    text, made = document.text, []
    for found in _ANCHORED.finditer(text, sentence.start, sentence.end):
        if not found["way"].casefold().startswith(("after", "following")):
            continue
        start, end = found.start("what"), sentence.end
        for stop in _BREAK.finditer(text, start, sentence.end):
            if not _GOES_ON.match(text, stop.start()):
                end = stop.start()
                break
        if DEED.search(text, start, end):
            made.append(Aside(start, end, *_window(found), found.start()))
    return made


def aside_period(document: Document, aside: Aside) -> Period | None:
    """The day of an aside: counted back from what its sentence tells, or the article reports."""
    text = document.text
    sentence = next(s for s in document.sentences if s.start <= aside.start < s.end)
    beside = [
        d
        for d in dated(document, sentence)
        if d.precision == "day"
        and not aside.opening <= d.start < aside.end
        and not is_dateline(text, sentence, d)
    ]
    main = main_event(document)
    if beside:
        day, identity = beside[0].date_start, date_id(document.article_id, beside[0])
    elif main is not None and document.sentences[0].start < sentence.start:
        day, identity = main.start, main.date_id
    elif document.published is not None:
        day, identity = document.published, None
    else:
        return None
    if day is None:
        return None
    try:
        start, end = day - timedelta(aside.far), day - timedelta(aside.near)
    except OverflowError:
        return None
    return _period(start, end, identity)


def _window(found: re.Match[str]) -> tuple[int, int]:
    """The least and the most days that "just days", "two weeks", "hours" name."""
    unit, said = found["unit"].casefold(), (found["count"] or "").casefold().strip()
    count = int(said) if said.isdigit() else DAYS.get(said)
    if unit.startswith("hour"):
        return 0, 1
    if unit.startswith(("day", "night")):
        if count is None and unit in ("day", "night"):
            count = 1
        return (count, count) if count is not None else (1, 7)
    if unit.startswith("week"):
        return (7 * count, 7 * count) if count is not None else (7, 28)
    return 28, 92


def _period(start: object, end: object, identity: str | None) -> Period:
    days = (end - start).days  # type: ignore[operator]
    precision = "day" if not days else "week" if days <= 7 else "month"
    return Period(start, end, precision, identity, "event")  # type: ignore[arg-type]


def _counted_from(document: Document, sentence: Sentence) -> Period | None:
    """The day of "Two nights earlier, …", counted from the last day named before."""
    found = _COUNTED.match(document.text, sentence.start, sentence.end)
    if not found:
        return None
    earlier = _days_before(document, sentence)
    if not earlier or earlier[-1].date_start is None:
        return None
    unit = found["unit"].casefold()
    days = DAYS[found[1].casefold()] * {"week": 7, "month": 30}.get(unit, 1)
    sign = -1 if found[3].casefold() in ("earlier", "before") else 1
    loose = {"week": 3, "month": 15}.get(unit, 0)  # "a week later" may be some days more or less
    try:
        day = earlier[-1].date_start + timedelta(sign * days)
        start, end = day - timedelta(loose), day + timedelta(loose)
    except OverflowError:
        return None
    inside = next((d for d in document.dates if sentence.start <= d.start < found.end()), None)
    return _period(start, end, date_id(document.article_id, inside or earlier[-1]))


def anchored(document: Document, sentence: Sentence) -> Period | None:
    """A window before or after something the text has dated ("just days before the visit")."""
    text = document.text
    found = _ANCHORED.search(text, sentence.start, sentence.end)
    if not found:
        return _counted_from(document, sentence)
    earlier = _days_before(document, sentence)
    if not earlier:
        return None
    nouns = {w.casefold() for w in re.findall(r"[a-z]{4,}", found["what"])}
    if DEED.search(found["what"]):  # "the day before the fighting"
        earlier = [
            d for d in earlier if is_event_date(text, document.sentences[d.sentence], d)
        ] or earlier
    anchor = next((d for d in earlier if nouns & _nouns_near(document, d)), earlier[-1])
    day = anchor.date_start
    if day is None:
        return None
    near, far = _window(found)
    try:
        if found["way"].casefold().startswith(("after", "following")):
            start, end = day + timedelta(near), day + timedelta(far)
        else:
            start, end = day - timedelta(far), day - timedelta(near)
    except OverflowError:
        return None
    inside = next((d for d in document.dates if found.start() <= d.start < found.end()), anchor)
    return _period(start, end, date_id(document.article_id, inside))


def _days_before(document: Document, sentence: Sentence) -> list[TimeExpression]:
    """The days that the text names before a sentence."""
    return [
        d
        for d in document.dates
        if d.precision == "day" and d.date_start and d.start < sentence.start
    ]


def _nouns_near(document: Document, when: TimeExpression) -> set[str]:
    """Words of the sentence of a date and of the one after it."""
    here = when.sentence
    near = document.sentences[here : here + 2]
    return {
        w.casefold() for s in near for w in re.findall(r"[a-z]{4,}", document.text[s.start : s.end])
    }
