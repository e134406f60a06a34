"""The day of an event: which dates tell when something happened, and which when it was told."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from analysis.context.voices import pattern
from analysis.records import Document, Sentence, TimeExpression, date_id


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
COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|(?:up|down)\s+from|against|versus|vs\.?|than|from\s+\d[\d,.]*|"
    r"rise\s+from|increase\s+(?:from|over|on)|relative\s+to|in\s+contrast\s+to|"
    r"(?:per\s?cent|percent|%|fell|rose|dropped|declined|jumped|climbed)\s+(?:on|over|from|since))\s+(?:(?:those|that|the|in|during|of|figures?|number|total)\s+){0,3}\Z",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\b(?:\s+[\w’'-]+){0,9}\s*\Z", re.IGNORECASE)
_REPORT_GAP = re.compile(
    r"(?:\s+(?!killed|wounded|attack)[\w’']+){0,4}?[\s,]+(?:on\s+|late\s+|early\s+)*\Z"
)
_DATELINE = re.compile(r"[^.!?\n]{0,60}?(?:\([^()\n]{2,40}\)\s*)?[\s,.]*(?:[-–—]{1,2}\s|:\s)")
DEED = re.compile(
    r"\b(?:kill\w*|died|dead|wound\w*|injur\w*|attack\w*|struck|strikes?|hit|blew|explo\w*|blasts?|"
    r"bomb\w*|fired|firing|blown|shot|shelled|shelling|clash\w*|raid\w*|ambush\w*|stormed|abducted|kidnapped|"
    r"airstrikes?|massacre|gunmen|assault|fighting|fought|erupted|overran|fell|carried\s+out|burst|"
    r"ploughed|detonated|rammed|crashed|collapsed|captured|opened\s+fire|landed|lost|perished)\b",
    re.IGNORECASE,
)
TOLL_DAY = re.compile(
    r"\b(?:raised|revised|updated|lowered|increased|put|brought|gave|given|announced)\b[^.;]{0,40}"
    r"\b(?:toll|count|number|figures?)\b[^.;]{0,60}\Z|"
    r"\b(?:stood|rose|risen|climbed|raised|reached|gave|given|put|updated|revised|brought)\b"
    r"(?:\s+(?:at|to|a|the|its|their|up|[\d,]+|toll|count|number|dead|death|by|of|on))*\s+\Z",
    re.IGNORECASE,
)
POSSESSED = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,3}?(?:attack|bombing|blast|explosion|strike|airstrike|raid|ambush|clash|"
    r"assault|shooting|massacre|shelling|killing|fighting|siege)",
    re.IGNORECASE,
)
_NOT_ONE_CLAUSE = re.compile(
    r"\b(?:after|following|since|said|says|told|denied)\b|;|"
    r"\bbefore\b(?!\s+(?:dawn|noon|midnight|midday|sunrise|sunset|daybreak))",
    re.IGNORECASE,
)
_REPORT_AFTER = re.compile(
    r",?(?:\s+(?!when\b|after\b|who\b)[\w’'-]+){0,6}?\s+(?:had\s+|has\s+|have\s+)?"
    r"(?:gave|given|put|said|told|counted|reported|raised|announced|revised|spoke|spoken)\b",
    re.IGNORECASE,
)
_EARLIER_TOLL = re.compile(
    r"\b(?:it|they|he|she|officials|police|army|ministry)\s+had\s+(?:\w+\s+)?"
    r"(?:given|put|spoken\s+of|counted|reported|announced)\b",
    re.IGNORECASE,
)
DAYS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_DAYS_AFTER = re.compile(
    rf"[^;.]{{0,80}}?,\s+(?:just\s+|only\s+)?({'|'.join(DAYS)})\s+days?\s+after\s+", re.IGNORECASE
)


def dated(document: Document, sentence: Sentence) -> list[TimeExpression]:
    """The expressions of a sentence that name a stretch of the calendar."""
    return [d for d in document.dates if sentence.start <= d.start < sentence.end and d.date_start]


def is_report_date(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date tells when somebody said it, not when it happened ("said on Tuesday")."""
    stretch = text[max(sentence.start, when.start - 70) : when.start]
    if SINCE.search(stretch):
        return False  # "since the ministry announced on 3 May that …"
    for match in pattern("say+claim+deny").finditer(stretch):
        if _REPORT_GAP.fullmatch(stretch, match.end()):
            return True
    return False


def is_dateline(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date stands in a dateline ("QUETTA, Nov. 9 (Wire) –")."""
    if when.start - sentence.start > 60:
        return False
    opening = text[sentence.start : when.start]
    return bool(re.match(r"[A-Z][A-Z .,/’'-]{2,}", opening)) and bool(
        _DATELINE.match(text, when.end, min(sentence.end, when.end + 80))
    )


_TO_A_TIME = re.compile(r"\b(?:before|after|around|about|at|towards?)\s+\Z", re.IGNORECASE)


def words_before(text: str, sentence: Sentence, when: TimeExpression, width: int) -> str:
    """What stands before a date, without the word that only leads to a time of its day.

    "before dawn on Monday" happened on Monday.
    """
    before = text[max(sentence.start, when.start - width) : when.start]
    return _TO_A_TIME.sub("", before) if when.type == "TIME" else before


def is_event_date(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date stands near a word for violence and tells when it happened."""
    if POSSESSED.match(text, when.end, sentence.end):  # "the toll of last Friday's bombing"
        return True
    if is_dateline(text, sentence, when) or is_report_date(text, sentence, when):
        return False
    before = words_before(text, sentence, when, 100)
    if SINCE.search(before) or COMPARED.search(before) or TOLL_DAY.search(before):
        return False
    if _EARLIER_TOLL.search(text, when.end, sentence.end):
        return False  # "on Wednesday, when troops went in, it had given 21"
    low = max(sentence.start, when.start - 110)
    high = min(sentence.end, when.end + 110)
    for deed in DEED.finditer(text, low, high):
        between = text[min(deed.end(), when.end) : max(deed.start(), when.start)]
        if deed.end() <= when.start and when.type == "TIME":
            between = _TO_A_TIME.sub("", between)
        if not _NOT_ONE_CLAUSE.search(between):
            return True
    return False


def days_after(
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
    if not DEED.search(text, found.end(), min(sentence.end, found.end() + 90)):
        return None
    try:
        return when.date_start - timedelta(DAYS[found[1].casefold()])
    except OverflowError:
        return None


def ends(when: TimeExpression) -> tuple[date | None, date | None]:
    """First and last day of an expression."""
    return when.date_start, when.date_end or when.date_start


def main_event(document: Document) -> Period | None:
    """The day of what the article reports: the first day that it gives to an act of violence."""
    for sentence in document.sentences[:12]:
        for when in dated(document, sentence):
            if when.precision not in ("day", None) or when.type not in ("DATE", "TIME"):
                continue
            start, end = ends(when)
            shifted = days_after(document.text, sentence, when)
            if shifted and not is_event_date(document.text, sentence, when):
                identity = date_id(document.article_id, when)
                return Period(shifted, shifted, "day", identity, "nearby")
            old = document.published and start and (document.published - start).days > 45
            if not old and is_event_date(document.text, sentence, when):
                return Period(start, end, "day", date_id(document.article_id, when), "nearby")
    return None


def in_paragraph(document: Document, index: int) -> Iterable[Sentence]:
    """The sentences before one in its paragraph, nearest first."""
    for at in range(index - 1, max(index - 5, -1), -1):
        sentence = document.sentences[at]
        if "\n" in document.text[sentence.end : document.sentences[at + 1].start]:
            return
        yield sentence


def day_in(document: Document, sentence: Sentence) -> Period | None:
    """The day that a sentence of the same paragraph gives, an act of violence named or not.

    A month counts where the act is named beside it ("the bombs of December") or where it opens
    the sentence ("In March a clash …").
    """
    text = document.text
    kept = []
    for when in dated(document, sentence):
        start, end = ends(when)
        if start is None or (document.published and start > document.published):
            continue
        if when.range_start and when.range_end and (when.range_end - when.range_start).days > 7:
            continue  # "between 1 January and 30 September" is no day
        event = is_event_date(text, sentence, when)
        shifted = None if event else days_after(text, sentence, when)
        if shifted:  # "on Sunday, a day after aircraft hit houses"
            return Period(shifted, shifted, "day", date_id(document.article_id, when), "nearby")
        if _REPORT_AFTER.match(text, when.end, sentence.end):
            continue
        fine = when.precision in ("day", None) and when.type in ("DATE", "TIME")
        if event and fine:
            return Period(start, end, "day", date_id(document.article_id, when), "nearby")
        before = words_before(text, sentence, when, 100)
        if is_dateline(text, sentence, when) or is_report_date(text, sentence, when):
            continue
        if SINCE.search(before) or COMPARED.search(before) or TOLL_DAY.search(before):
            continue
        opens = re.fullmatch(r"[\W_]*[Ii]n\s+", text[sentence.start : when.start])
        month = event and when.precision == "month" and (opens or re.search(r"\bof\s+\Z", before))
        if fine or month:
            precision = "day" if fine else "month"
            kept.append(Period(start, end, precision, date_id(document.article_id, when), "nearby"))
    return kept[-1] if kept else None


def nearby(document: Document, index: int, steps: Iterable[int]) -> Period | None:
    """The day that the sentences around an undated event give to what happened."""
    for step in steps:
        if not 0 <= index + step < len(document.sentences):
            continue
        sentence = document.sentences[index + step]
        days = [
            d
            for d in dated(document, sentence)
            if d.precision in ("day", None)
            and d.type in ("DATE", "TIME")
            and is_event_date(document.text, sentence, d)
        ]
        if days:
            when = days[0] if step > 0 else days[-1]
            start, end = ends(when)
            return Period(start, end, "day", date_id(document.article_id, when), "nearby")
    return None
