"""When a figure happened, or what time it covers."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from analysis.context.voices import pattern
from analysis.records import Document, Finding, Sentence, TimeExpression, date_id

EVENT_MEASURES = frozenset(("killed", "injured", "casualties", "missing", "abducted", "arrested"))
UNDATED_EVENTS = EVENT_MEASURES | {"houses_destroyed", "houses_damaged"}
LOOK_BACK = 4  # sentences before an undated event that may date it
LOOK_AHEAD = 3  # sentences after it
FINE = frozenset(("day", "week", None))


class Period(NamedTuple):
    """The time of a figure, and how it was found.

    `kind` is plain, since (runs on to the publication date), after, range, event (before or
    after something dated), reported (only the day of the report is known), running (taken over
    from the sentence before), nearby, published or none.
    """

    start: date | None = None
    end: date | None = None
    precision: str | None = None
    date_id: str | None = None
    kind: str = "none"


NO_PERIOD = Period()

_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|(?:up|down)\s+from|against|versus|vs\.?|than|from\s+\d[\d,.]*|"
    r"rise\s+from|increase\s+(?:from|over|on)|relative\s+to|in\s+contrast\s+to)\s+(?:(?:those|that|the|in|during|of|figures?|number|total)\s+){0,3}\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\b(?:\s+[\w’'-]+){0,9}\s*\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b(?:\s+[\w’'-]+){0,7}\s*\Z", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following|in\s+the\s+wake\s+of)\b(?:\s+[\w’'-]+){0,6}\s*\Z", re.I)
_JOINT = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+|end\s+of\s+)*", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)
_REPORT_GAP = re.compile(
    r"(?:\s+(?!killed|wounded|attack)[\w’']+){0,4}?[\s,]+(?:on\s+|late\s+|early\s+)*\Z"
)
_ANAPHOR = re.compile(
    r"\b(?:(?:the|that)\s+same\s+(?:period|year|month|quarter|week|day|time\s+frame|span|window)|"
    r"(?:this|that)\s+period|(?:in|during|over)\s+that\s+(?:year|month|quarter|time))\b"
    r"(?!\s+(?:last|a\s+year|of\s+(?:the\s+)?(?:previous|last|\d)|in\s+\d))",
    re.IGNORECASE,
)
_FOUNDED = re.compile(r"\b(?:founded|established|formed|created|born|launched)\s+in\s+\Z", re.I)
_ANCHORED = re.compile(
    r"\b(?P<many>just\s+|only\s+|a\s+few\s+|several\s+|some\s+)*"
    r"(?P<unit>hours?|a\s+day|one\s+day|days?|a\s+week|one\s+week|weeks?|(?:a\s+|one\s+)?months?)\s+"
    r"(?P<way>before|ahead\s+of|prior\s+to|after|following)\s+(?P<what>(?:[\w’'-]+\s*){1,6})",
    re.IGNORECASE,
)


def _dated(document: Document, sentence: Sentence) -> list[TimeExpression]:
    return [d for d in document.dates if sentence.start <= d.start < sentence.end and d.date_start]


def _is_report_date(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date tells when somebody said it, not when it happened ("said on Tuesday")."""
    stretch = text[max(sentence.start, when.start - 70) : when.start]
    for match in pattern("say+claim+deny").finditer(stretch):
        if _REPORT_GAP.fullmatch(stretch, match.end()):
            return True
    return False


_DATELINE = re.compile(r"[^.!?\n]{0,60}?(?:\([^()\n]{2,40}\)\s*)?[\s,.]*(?:[-–—]{1,2}\s|:\s)")
_DEED = re.compile(
    r"\b(?:kill\w*|died|dead|wound\w*|injur\w*|attack\w*|struck|strikes?|hit|blew|explo\w*|blast|"
    r"bomb\w*|fired|firing|blown|shot|shelled|shelling|clash\w*|raid\w*|ambush\w*|stormed|abducted|kidnapped|"
    r"airstrikes?|massacre|gunmen|assault|fighting|erupted|overran|fell|carried\s+out|burst|"
    r"ploughed|detonated|rammed|crashed|collapsed|captured|opened\s+fire|landed|lost|perished)\b",
    re.IGNORECASE,
)


_DIRECTLY = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,4}?(?:in|during|on|for|of|by)\s+(?:[^\W\d]+\s+){0,3}", re.IGNORECASE
)
_SEGMENT = re.compile(
    r";|,?\s+(?:and|but|while|whereas|then)\s+(?=(?:in|on|by|during|since|at|last|this)\s)|"
    r",\s+(?=[\d,.]+\s+in\s)",
    re.IGNORECASE,
)
_AFTERMATH = re.compile(
    r"\b(?:after|following|over|mourn\w*|bury\w*|buried|funerals?|claimed\s+by)\s+"
    r"(?:the|an?|that|last|deadly|\w+day)\b",
    re.IGNORECASE,
)
_TOLL_DAY = re.compile(
    r"\b(?:stood|rose|risen|climbed|raised|reached|gave|given|put|updated|revised|brought)\b"
    r"(?:\s+(?:at|to|a|the|its|their|up|[\d,]+|toll|count|number|dead|death|by|of|on))*\s+\Z",
    re.IGNORECASE,
)


def _segment(text: str, sentence: Sentence, at: int) -> int:
    """Which part of a sentence an offset stands in, parts being told by ", and in 2023"."""
    return sum(1 for _ in _SEGMENT.finditer(text, sentence.start, at))


def _is_dateline(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date stands in a dateline ("QUETTA, Nov. 9 (Wire) –")."""
    if when.start - sentence.start > 60:
        return False
    opening = text[sentence.start : when.start]
    return bool(re.match(r"[A-Z][A-Z .,/’'-]{2,}", opening)) and bool(
        _DATELINE.match(text, when.end, min(sentence.end, when.end + 80))
    )


def _is_event_date(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date stands near a word for violence and tells when it happened."""
    if _is_dateline(text, sentence, when) or _is_report_date(text, sentence, when):
        return False
    before = text[max(sentence.start, when.start - 60) : when.start]
    if _POSSESSED.match(text, when.end, sentence.end):  # "the toll of last Friday's bombing"
        return True
    if _SINCE.search(before) or _COMPARED.search(before) or _TOLL_DAY.search(before):
        return False
    low = max(sentence.start, when.start - 110)
    high = min(sentence.end, when.end + 110)
    for deed in _DEED.finditer(text, low, high):
        between = text[min(deed.end(), when.end) : max(deed.start(), when.start)]
        if not _NOT_ONE_CLAUSE.search(between):
            return True
    return False


_POSSESSED = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,3}?(?:attack|bombing|blast|explosion|strike|airstrike|raid|ambush|clash|"
    r"assault|shooting|massacre|shelling|killing|fighting|siege)",
    re.IGNORECASE,
)
_NOT_ONE_CLAUSE = re.compile(
    r"\b(?:after|following|since|said|says|told|denied)\b|;|"
    r"\bbefore\b(?!\s+(?:dawn|noon|midnight|midday|sunrise|sunset|daybreak))",
    re.IGNORECASE,
)
_DAYS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DAYS_AFTER = re.compile(
    rf"[^;.]{{0,80}}?,\s+(?:just\s+|only\s+)?({'|'.join(_DAYS)})\s+days?\s+after\s+", re.IGNORECASE
)


def _days_after(
    text: str, sentence: Sentence, when: TimeExpression, *, before: int | None = None
) -> date | None:
    """The day of the deed in "still digging on Sunday, a day after aircraft hit houses".

    With `before`, only if the words "a day after" stand before that offset.
    """
    found = _DAYS_AFTER.match(text, when.end, sentence.end)
    if not found or when.date_start is None or when.precision != "day":
        return None
    if before is not None and found.end() > before:
        return None
    if not _DEED.search(text, found.end(), min(sentence.end, found.end() + 90)):
        return None
    try:
        return when.date_start - timedelta(_DAYS[found[1].casefold()])
    except OverflowError:
        return None


def _main_event(document: Document) -> Period | None:
    """The day of what the article reports: the first day that it gives to an act of violence."""
    for sentence in document.sentences[:12]:
        for when in _dated(document, sentence):
            if when.precision not in ("day", None) or when.type not in ("DATE", "TIME"):
                continue
            start, end = _ends(document, when)
            shifted = _days_after(document.text, sentence, when)
            if shifted and not _is_event_date(document.text, sentence, when):
                identity = date_id(document.article_id, when)
                return Period(shifted, shifted, "day", identity, "nearby")
            old = document.published and start and (document.published - start).days > 45
            if not old and _is_event_date(document.text, sentence, when):
                return Period(start, end, "day", date_id(document.article_id, when), "nearby")
    return None


def _points(text: str, sentence: Sentence, when: TimeExpression, finding: Finding) -> float:
    """How well a date of the same sentence fits a figure."""
    before = text[max(sentence.start, when.start - 60) : when.start]
    gap = min(
        _gap(when, finding.start, finding.end),
        _gap(when, finding.trigger_start, finding.trigger_end),
    )
    points = -gap / 30
    low, high = sorted((when.start, finding.trigger_start))
    points -= 1.5 * len(re.findall(r"[;:]|,\s+(?:while|but|whereas|compared)\b", text[low:high]))
    if _DIRECTLY.fullmatch(text, finding.end, when.start):
        points += 4  # "419 in those of 2022"
    if _segment(text, sentence, when.start) == _segment(text, sentence, finding.start):
        points += 3
    if when.end < finding.start and _AFTERMATH.search(text, when.end, finding.start):
        points -= 9  # "spent Saturday matching names after the bombing, which killed 170"
    if _POSSESSED.match(text, when.end, sentence.end):
        points += 6
    elif _TOLL_DAY.search(text, max(sentence.start, when.start - 60), when.start):
        points -= 8
    if _COMPARED.search(before):
        points -= 12
    if _FOUNDED.search(before):
        points -= 15
    if _is_report_date(text, sentence, when):
        points -= 8
    if _is_dateline(text, sentence, when):
        points -= 20
    if when.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        points -= 20
    return points


def _gap(when: TimeExpression, start: int, end: int) -> int:
    return max(when.start - end, start - when.end, 0)


def _ends(document: Document, when: TimeExpression) -> tuple[date | None, date | None]:
    return when.date_start, when.date_end or when.date_start


def _from_expression(
    document: Document, sentence: Sentence, when: TimeExpression, finding: Finding
) -> Period:
    """The period that one expression gives, with the words before it taken in."""
    text = document.text
    identity = date_id(document.article_id, when)
    before = text[max(sentence.start, when.start - 90) : when.start]
    start, end = _ends(document, when)
    for other in _dated(document, sentence):
        first, second = sorted((when, other), key=lambda d: d.start)
        opening = text[max(sentence.start, first.start - 25) : first.start]
        if (
            other is not when
            and _JOINT.fullmatch(text, first.end, second.start)
            and (_BETWEEN.search(opening) or "and" not in text[first.end : second.start].split())
        ):
            return Period(first.date_start, second.date_end, when.precision, identity, "range")
    told_as_event = re.match(r",?\s+when\b", text[when.end : when.end + 8])
    if told_as_event:  # "the worst since August, when a bomb killed 23"
        return Period(start, end, when.precision, identity, "event")
    if _SINCE.search(before) or before.casefold().rstrip().endswith("since"):
        return Period(start, document.published, when.precision, identity, "since")
    movement = finding.measure not in EVENT_MEASURES
    if movement and _FROM.search(before) and when.precision in ("year", "month", "day"):
        return Period(start, document.published, when.precision, identity, "since")
    if movement and _AFTER.search(before):
        return Period(start, None, when.precision, identity, "after")
    return Period(start, end, when.precision, identity, "plain")


def _anchored(document: Document, sentence: Sentence) -> Period | None:
    """A window before or after something the text has dated ("just days before the visit")."""
    text = document.text
    found = _ANCHORED.search(text, sentence.start, sentence.end)
    if not found:
        return None
    earlier = [
        d
        for d in document.dates
        if d.precision == "day" and d.date_start and d.start < sentence.start
    ]
    if not earlier:
        return None
    nouns = {w.casefold() for w in re.findall(r"[a-z]{4,}", found["what"])}
    anchor = next((d for d in earlier if nouns & _nouns_near(document, d)), earlier[-1])
    day = anchor.date_start
    if day is None:
        return None
    unit = found["unit"].casefold()
    if "hour" in unit:
        near, far = 0, 1
    elif unit in ("a day", "one day", "day"):
        near, far = 1, 1
    elif "day" in unit:
        near, far = 1, 7
    elif unit in ("a week", "one week", "week"):
        near, far = 7, 7
    elif "week" in unit:
        near, far = 7, 28
    else:
        near, far = 28, 92
    try:
        if found["way"].casefold().startswith(("after", "following")):
            start, end = day + timedelta(near), day + timedelta(far)
        else:
            start, end = day - timedelta(far), day - timedelta(near)
    except OverflowError:
        return None
    inside = next((d for d in document.dates if found.start() <= d.start < found.end()), anchor)
    precision = "day" if start == end else "week" if (end - start).days <= 7 else "month"
    return Period(start, end, precision, date_id(document.article_id, inside), "event")


def _nouns_near(document: Document, when: TimeExpression) -> set[str]:
    """Words of the sentence of a date and of the one after it."""
    here = when.sentence
    near = document.sentences[here : here + 2]
    return {
        w.casefold() for s in near for w in re.findall(r"[a-z]{4,}", document.text[s.start : s.end])
    }


def _nearby(document: Document, index: int, steps: Iterable[int]) -> Period | None:
    """The day that the sentences around an undated event give to what happened."""
    for step in steps:
        if not 0 <= index + step < len(document.sentences):
            continue
        sentence = document.sentences[index + step]
        days = [
            d
            for d in _dated(document, sentence)
            if d.precision in ("day", None)
            and d.type in ("DATE", "TIME")
            and _is_event_date(document.text, sentence, d)
        ]
        if days:
            when = days[0] if step > 0 else days[-1]
            start, end = _ends(document, when)
            return Period(start, end, "day", date_id(document.article_id, when), "nearby")
    return None


def period_of(
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
    if running and running.start and _ANAPHOR.search(text, sentence.start, sentence.end):
        return running._replace(kind="running")
    anchored = _anchored(document, sentence)
    dated = [d for d in _dated(document, sentence) if d.type != "DURATION" or d.date_start]
    scored = sorted(((_points(text, sentence, d, finding), d) for d in dated), key=lambda p: -p[0])
    usable = [(p, d) for p, d in scored if p > -11]
    if anchored and not (usable and usable[0][0] > -2 and usable[0][1].precision == "day"):
        return anchored
    told = [d for p, d in usable if not _is_report_date(text, sentence, d)]
    if told and finding.measure in UNDATED_EVENTS:
        shifted = _days_after(text, sentence, told[0], before=finding.start)
        if shifted:
            identity = date_id(document.article_id, told[0])
            return Period(shifted, shifted, "day", identity, "event")
    if told:
        return _from_expression(document, sentence, told[0], finding)
    if continued and running and running.start:
        return running._replace(kind="running")
    if finding.measure in UNDATED_EVENTS and finding.form == "count":
        near = (
            _nearby(document, finding.sentence, range(-1, -LOOK_BACK - 1, -1))
            or _main_event(document)
            or _nearby(document, finding.sentence, range(1, LOOK_AHEAD + 1))
        )
        if near:
            return near
        if usable:
            start, end = _ends(document, usable[0][1])
            identity = date_id(document.article_id, usable[0][1])
            return Period(start, end, usable[0][1].precision, identity, "reported")
        if document.published and finding.measure in EVENT_MEASURES:
            try:
                day_before = document.published - timedelta(1)
            except OverflowError:
                return NO_PERIOD
            return Period(day_before, document.published, "week", None, "published")
    return NO_PERIOD


def latest(periods: Sequence[Period]) -> Period | None:
    """The last period that has a start."""
    return next((p for p in reversed(periods) if p.start), None)
