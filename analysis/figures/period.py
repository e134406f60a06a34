"""When a figure happened, or what time it covers."""

import re
from datetime import date, timedelta

from analysis.figures.comparators import of_another
from analysis.figures.coverage import coverage_of, reviewed
from analysis.figures.date_choice import WHEN, points_of
from analysis.figures.event_day import (
    COMPARED,
    DEED,
    NO_PERIOD,
    SINCE,
    Period,
    dated,
    day_in,
    days_after,
    ends,
    in_paragraph,
    is_event_date,
    is_report_date,
    main_event,
    nearby,
    words_before,
)
from analysis.figures.relative import Aside, anchored, aside_at, aside_period
from analysis.records import Document, Finding, Sentence, TimeExpression, date_id

EVENT_MEASURES = frozenset(("killed", "injured", "casualties", "missing", "abducted", "arrested"))
TALLIES = frozenset(("toll", "level", "given", "compared", "listed"))
CARRIED = TALLIES | {"among", "taken", "treated", "part"}
UNDATED_EVENTS = EVENT_MEASURES | {"houses_destroyed", "houses_damaged"}
REVIEWED = EVENT_MEASURES | {"attacks", "operations"}
LOOK_BACK = 4  # sentences before an undated event that may date it
LOOK_AHEAD = 3  # sentences after it
FINE = frozenset(("day", "week", None))
_FROM = re.compile(r"\bfrom\b(?:\s+[\w’'-]+){0,7}\s*\Z", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following|in\s+the\s+wake\s+of)\b(?:\s+[\w’'-]+){0,6}\s*\Z", re.I)
_JOINT = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+|end\s+of\s+)*", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"\b(?:(?:the|that)\s+same\s+(?:period|year|month|quarter|week|day|time\s+frame|span|window)|"
    r"(?:this|that)\s+period|(?:in|during|over)\s+that\s+(?:year|month|quarter|time))\b"
    r"(?!\s+(?:last|a\s+year|of\s+(?:the\s+)?(?:previous|last|\d)|in\s+\d))",
    re.IGNORECASE,
)


def _leaves_a_place(document: Document, at: int) -> bool:
    """Whether "from" at an offset is followed by a place."""
    after = at + len("from ")
    return any(after <= p.start <= after + 4 and p.role == "location" for p in document.places)


_IN_WHICH = re.compile(
    r"(?:\s+(?:in|at|near|on|of|against|outside)\s+(?:[\w’'-]+\s*){1,5})?,?\s+"
    r"(?:(?:in|during)\s+which|which|that|when|where)\b",
    re.IGNORECASE,
)


def _told_of(text: str, before: str, when: TimeExpression, finding: Finding) -> bool:
    """Whether a figure is the toll of the act that "since" names, and not of the time after it.

    "Closed since the clash of 2 June, in which six died", "since a bomb on 2 June killed six".
    """
    act = DEED.search(before, max(before.casefold().rfind("since"), 0))
    if finding.measure not in EVENT_MEASURES or not act:
        return False
    its_verb = when.end <= finding.trigger_start < finding.start
    if its_verb and not text[when.end : finding.trigger_start].strip():
        return True
    return bool(_IN_WHICH.match(text, when.end, finding.start))


_MONTH_DAY = re.compile(r"[^\d]{0,12}\d{1,2}[^\d]{0,16}|[A-Za-z]{3,}\s+\d{1,2}")


def _of_year_named(document: Document, when: TimeExpression, day: date | None) -> date | None:
    """The day of "in the year 2018 on the 9 of August", whose year stands before it."""
    if day is None or when.precision != "day" or not _MONTH_DAY.fullmatch(when.reported):
        return day
    years = [d for d in document.dates if d.precision == "year" and 0 < when.start - d.end <= 9]
    if not years or years[-1].date_start is None:
        return day
    try:
        return day.replace(year=years[-1].date_start.year)
    except ValueError:
        return day


def _from_expression(
    document: Document, sentence: Sentence, when: TimeExpression, finding: Finding
) -> Period:
    """The period that one expression gives, with the words before it taken in."""
    text = document.text
    identity = date_id(document.article_id, when)
    before = words_before(text, sentence, when, 90)
    start, end = (_of_year_named(document, when, day) for day in ends(when))
    if when.range_start and when.range_end:
        return Period(when.range_start, when.range_end, when.precision, identity, "range")
    for other in dated(document, sentence):  # joined too loosely for the tagger, or out of order
        first, second = sorted((when, other), key=lambda d: d.start)
        opening = text[max(sentence.start, first.start - 25) : first.start]
        if (
            other is not when
            and _JOINT.fullmatch(text, first.end, second.start)
            and (
                _BETWEEN.search(opening)
                or "and" not in text[first.end : second.start].split()
                or _is_next_month(first, second)
            )
        ):
            return Period(first.date_start, second.date_end, when.precision, identity, "range")
    if WHEN.match(text, when.end):  # "the worst since August, when a bomb killed 23"
        kind = "compared" if COMPARED.search(before) else "event"
        return Period(start, end, when.precision, identity, kind)
    set_beside = COMPARED.search(text, sentence.start, finding.start)
    if set_beside or COMPARED.search(before):
        return Period(start, end, when.precision, identity, "compared")
    if SINCE.search(before) or before.casefold().rstrip().endswith("since"):
        if _told_of(text, before, when, finding):
            return Period(start, end, when.precision, identity, "event")
        return Period(start, document.published, when.precision, identity, "since")
    movement = finding.measure not in EVENT_MEASURES
    whole = _until(document, sentence, when, finding) if movement else None
    if whole is not None:
        return whole
    begun = _FROM.search(before) if movement else None
    if begun and _leaves_a_place(document, when.start - len(before) + begun.start()):
        begun = None  # "came back from Pakistan in April"
    if begun and when.precision in ("year", "month", "day"):
        return Period(start, document.published, when.precision, identity, "since")
    if movement and _AFTER.search(before):
        return Period(start, None, when.precision, identity, "after")
    told = finding.certainty != "hypothetical" and movement and when.anchor == "published"
    if told and start and end and document.published and start <= document.published < end:
        end = document.published  # "this year" goes as far as the report
    return Period(start, end, when.precision, identity, "plain")


def _until(
    document: Document, sentence: Sentence, when: TimeExpression, finding: Finding
) -> Period | None:
    """A flow up to a day of a year or month: "by 30 April, 2,300 had left this year"."""
    if finding.stock_flow != "flow":
        return None
    among = dated(document, sentence)
    for day in among:
        before = words_before(document.text, sentence, day, 12).casefold().split()
        up_to = before[-1:] in (["by"], ["until"], ["till"]) or before[-2:] == ["as", "of"]
        if day.precision != "day" or day.date_start is None or not up_to:
            continue
        for whole in among:
            first, last = ends(whole)
            if whole.precision not in ("year", "month") or first is None or last is None:
                continue
            if when in (day, whole) and first <= day.date_start <= last:
                identity = date_id(document.article_id, whole)
                return Period(first, day.date_start, whole.precision, identity, "since")
    return None


def _is_next_month(first: TimeExpression, second: TimeExpression) -> bool:
    """Whether "May and June" are two months in a row, so that a number is of both."""
    if first.precision != "month" or second.precision != "month":
        return False
    ends_at, begins_at = first.date_end, second.date_start
    return bool(ends_at and begins_at and (begins_at - ends_at).days == 1)


def _around(document: Document, finding: Finding) -> Period | None:
    """The day of an undated event: from the sentences before, the main event, or those after."""
    for sentence in in_paragraph(document, finding.sentence):
        told = day_in(document, sentence) or anchored(document, sentence)
        if told:
            return told
    return (
        nearby(document, finding.sentence, range(-1, -LOOK_BACK - 1, -1))
        or main_event(document)
        or nearby(document, finding.sentence, range(1, LOOK_AHEAD + 1))
    )


def _reviewed(document: Document, finding: Finding) -> Period | None:
    """The stretch of a review, for what it counts outside the paragraphs that tell of one event."""
    covered = reviewed(document)
    if covered is None or finding.measure not in REVIEWED:
        return None
    if any(day_in(document, sentence) for sentence in in_paragraph(document, finding.sentence)):
        return None
    return Period(covered.start, covered.end, "month", covered.date_id, "reviewed")


WAR_TOLL = 10_000  # killed or injured people that no single attack of these conflicts reached
UNDATED_WAR_TOLL = 1000  # the same for a toll without a date, in a paragraph that tells no attack
_DISASTER = r"(?:(?:earth)?quake|flood|tsunami|cyclone|famine|storm|landslide|avalanche)s?"
_DISASTERS = re.compile(rf"\b{_DISASTER}\b", re.IGNORECASE)
_ONE_CAUSE = re.compile(
    rf"\b(?:{_DISASTER}|flooding|tremors?|massacre\w*|attack|bombing|blast|explosion|strike|raid|battle"
    r"|siege|crash|disaster|collapse\w*|stampede|fire)\b",
    re.IGNORECASE,
)


def of_war(document: Document, finding: Finding, *, dated: bool = False) -> bool:
    """Whether a toll is too large for one event: "The army lost some 14,000"."""
    size = finding.best or finding.high or finding.low or 0
    if finding.measure not in EVENT_MEASURES or size < UNDATED_WAR_TOLL:
        return False
    text, sentence = document.text, document.sentences[finding.sentence]
    if size >= WAR_TOLL and not _DISASTERS.search(text, sentence.start, sentence.end):
        return True
    here = (sentence, *in_paragraph(document, finding.sentence))
    return not dated and not any(_ONE_CAUSE.search(text, s.start, s.end) for s in here)


def _ahead(document: Document, finding: Finding, when: TimeExpression) -> bool:
    """Whether a date lies behind publication, when nobody can have been counted yet."""
    if document.published is None or when.date_start is None or finding.certainty == "hypothetical":
        return False
    return when.date_start > document.published


_THAT_EVENT = re.compile(
    r"\b(?:that|this)\s+(?:one\s+|single\s+|same\s+)?"
    r"(?:event|attack|bombing|blast|strike|incident|massacre|raid)\b",
    re.IGNORECASE,
)


def _that_event(document: Document, sentence: Sentence) -> Period | None:
    """The time of "that one event", named last in the sentence before."""
    if not _THAT_EVENT.search(document.text, sentence.start, sentence.end):
        return None
    for before in in_paragraph(document, sentence.index):
        days = [d for d in dated(document, before) if d.value[:1].isdigit()]
        if days:
            start, end = ends(days[-1])
            identity = date_id(document.article_id, days[-1])
            return Period(start, end, days[-1].precision, identity, "nearby")
        return None
    return None


_SINCE_THEN = re.compile(
    r"\b(?:since\s+then|(?:days|weeks|months|years|time)\s+since|ever\s+since)\b\s*(?=[,.;]|\Z)",
    re.IGNORECASE,
)


def _since_then(document: Document, sentence: Sentence, finding: Finding) -> Period | None:
    """The time since what the sentence before dates: "in the nine days since, 4,000 have left"."""
    if finding.measure in EVENT_MEASURES:
        return None
    if not _SINCE_THEN.search(document.text, sentence.start, sentence.end):
        return None
    published = document.published
    for before in in_paragraph(document, sentence.index):
        days = [d for d in dated(document, before) if d.precision in ("day", "month")]
        past = [d for d in days if not published or d.date_start <= published]
        if past:
            identity = date_id(document.article_id, past[-1])
            start, _ = ends(past[-1])
            return Period(start, published, past[-1].precision, identity, "since")
    return None


def _of_one_clause(aside: Aside | None, when: TimeExpression) -> bool:
    """Whether a date stands on the figure's side of "a day after gunmen killed six"."""
    return aside is None or aside.start <= when.start < aside.end


def period_of(
    document: Document, finding: Finding, *, running: Period | None = None, continued: bool = False
) -> Period:
    """The time of a figure, within what a report says that it covers; see `_period_of`."""
    period = _period_of(document, finding, running=running, continued=continued)
    covered = coverage_of(document)
    if covered.end is None or finding.measure in EVENT_MEASURES:
        return period
    if period.kind == "since" and period.start and period.start <= covered.end:
        return period._replace(end=covered.end)
    plain = finding.certainty is None and finding.stock_flow != "stock" and finding.form != "rate"
    if period.start is None and covered.start and plain:
        return Period(covered.start, covered.end, None, covered.date_id, "coverage")
    return period


def _period_of(
    document: Document, finding: Finding, *, running: Period | None = None, continued: bool = False
) -> Period:
    """The time of a figure.

    Args:
        document: The article with its dates.
        finding: The figure as found.
        running: The period of the figure before it, for "in the same period" and sentences that
            go on with the same statistics.
        continued: Whether the sentence goes on with the numbers of the one before.

    Returns:
        The period with the id of the expression that gives it. An event without a date of its
        own takes the day that the nearest sentences name, or else the two days up to the
        publication; a figure that is no event stays without a period.
    """
    text, sentence = document.text, document.sentences[finding.sentence]
    aside = aside_at(document, sentence, finding.start)
    beside = [d for d in dated(document, sentence) if _of_one_clause(aside, d)]
    beside = [d for d in beside if not of_another(text, finding, d)]
    its_own = any(d.precision == "day" for d in beside)
    same = _ANAPHOR.search(text, sentence.start, sentence.end)
    if running and running.start and same and not its_own:  # not "on 7 May in the same quarter"
        return running._replace(kind="running")
    counted = aside_period(document, aside) if aside else anchored(document, sentence)
    scored = sorted(
        (
            (points_of(text, sentence, d, finding, beside), d)
            for d in beside
            if not _ahead(document, finding, d)
        ),
        key=lambda p: -p[0],
    )
    usable = [(p, d) for p, d in scored if p > -11]
    if counted and not (usable and usable[0][0] > -2 and usable[0][1].precision == "day"):
        return counted
    told = [d for p, d in usable if not is_report_date(text, sentence, d)]
    event = finding.measure in UNDATED_EVENTS and finding.form == "count"
    rule = finding.rule.rpartition(".")[2]
    that = _that_event(document, sentence) if event and not told else None
    if that:
        return that
    tally = event and rule in TALLIES and told and told[0].precision in FINE
    if tally and not is_event_date(text, sentence, told[0]):
        better = running if running and running.start and continued else _around(document, finding)
        if better and better.start:
            return better
    goes_on = rule in (*CARRIED, "movement:carried") or finding.form == "change"
    continued = continued or (goes_on and running is not None)
    if event and told and usable[0][0] < -5 and told[0].precision in FINE:
        better = _reviewed(document, finding) or _around(document, finding)
        if better:
            return better
    if told and finding.measure in UNDATED_EVENTS:
        shifted = days_after(text, sentence, told[0], before=finding.start)
        if shifted:
            identity = date_id(document.article_id, told[0])
            return Period(shifted, shifted, "day", identity, "event")
    if told and told[0].rule == "for_the_unit":  # "72 operations for the month": that reviewed
        framed = _reviewed(document, finding)
        if framed:
            return framed
    if told:
        return _from_expression(document, sentence, told[0], finding)
    begun = _since_then(document, sentence, finding)
    if begun:
        return begun
    if continued and running and running.start:
        still = running.kind == "since" and finding.measure not in EVENT_MEASURES
        return running if still else running._replace(kind="running")
    framed = _reviewed(document, finding)
    if framed:
        return framed
    if event and of_war(document, finding):
        return NO_PERIOD  # "Moscow admits to 14,453 dead": not of the day named last
    if event:
        near = _around(document, finding)
        if near:
            return near
        if usable:
            start, end = ends(usable[0][1])
            identity = date_id(document.article_id, usable[0][1])
            return Period(start, end, usable[0][1].precision, identity, "reported")
        if document.published and finding.measure in EVENT_MEASURES:
            try:
                day_before = document.published - timedelta(1)
            except OverflowError:
                return NO_PERIOD
            return Period(day_before, document.published, "week", None, "published")
    return NO_PERIOD
