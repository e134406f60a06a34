"""Which date of a sentence fits a figure best: near it, in its clause, no comparison or report."""

import re
from collections.abc import Sequence

from analysis.figures.event_day import (
    COMPARED,
    POSSESSED,
    TOLL_DAY,
    is_dateline,
    is_report_date,
    words_before,
)
from analysis.records import Finding, Sentence, TimeExpression

WHEN = re.compile(r",?\s+when\b")
_FOUNDED = re.compile(r"\b(?:founded|established|formed|created|born|launched)\s+in\s+\Z", re.I)
_DIRECTLY = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,4}?(?:in|during|on|for|of|by)\s+(?:[^\W\d]+\s+){0,3}", re.IGNORECASE
)
_SEGMENT = re.compile(
    r";|,?\s+(?:and|but|while|whereas|then)\s+(?=(?:in|on|by|during|since|at|last|this)\s)|"
    r",\s+(?=[\d,.]+\s+in\s)",
    re.IGNORECASE,
)
_AFTERMATH = re.compile(
    r"\b(?:after|following|over|mourn\w*|memory|memorial|commemorat\w*|remember\w*|marked|bury\w*|buried|funerals?|claimed\s+by)\s+"
    r"(?:of\s+)?(?:the|an?|that|last|deadly|\w+day)\b",
    re.IGNORECASE,
)


_OPENS = re.compile(r"[\W_]*(?:(?:and|but)\s+)?(?:on|in|during)\s+(?:the\s+)?", re.IGNORECASE)
_SINCE_LEADS = re.compile(r"[\W_]*since\s+(?:[\w’'-]+\s+){0,8}", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:found|recovered|retrieved|discovered|pulled|dug|brought|received|identified|taken|handed)\b"
    r"(?:\s+(?!where\b|when\b)[\w’'-]+){0,5}\s+(?:on\s+|late\s+|early\s+)*\Z",
    re.IGNORECASE,
)
_SAID = re.compile(
    r",?\s+(?:also\s+)?(?:said|says|claimed|claims|announced|confirmed|denied|told|accepted|reported|rejected"
    r"|blamed|condemned|arrested)\b",
    re.IGNORECASE,
)
_IN_HOSPITAL = re.compile(r"\b(?:hospital|wounds|injuries)\s+on\s+(?:\w+\s+)?\Z", re.IGNORECASE)


def _segment(text: str, sentence: Sentence, at: int) -> int:
    """Which part of a sentence an offset stands in, parts being told by ", and in 2023"."""
    return sum(1 for _ in _SEGMENT.finditer(text, sentence.start, at))


def points_of(
    text: str,
    sentence: Sentence,
    when: TimeExpression,
    finding: Finding,
    beside: Sequence[TimeExpression],
) -> float:
    """How well a date fits a figure of the same sentence, `beside` being all dates of it."""
    before = words_before(text, sentence, when, 60)
    gap = min(
        _gap(when, finding.start, finding.end),
        _gap(when, finding.trigger_start, finding.trigger_end),
    )
    points = -gap / 30
    if _SINCE_LEADS.fullmatch(text, sentence.start, when.start):  # "Since it ruled on 3 May that …"
        points += 8
    alone = not any(when.end <= d.start < finding.start for d in beside)
    if alone and _leads(text, sentence, when):  # "On 24 May jets struck, while an official …"
        points += 5
    low, high = sorted((when.start, finding.trigger_start))
    points -= 1.5 * len(re.findall(r"[;:]|,\s+(?:while|but|whereas|compared)\b", text[low:high]))
    if _DIRECTLY.fullmatch(text, finding.end, when.start):
        points += 4  # "419 in those of 2022"
    if _segment(text, sentence, when.start) == _segment(text, sentence, finding.start):
        points += 3
    if when.end < finding.start and _AFTERMATH.search(text, when.end, finding.start):
        points -= 9  # "spent Saturday matching names after the bombing, which killed 170"
    if POSSESSED.match(text, when.end, sentence.end):
        points += 6
    elif TOLL_DAY.search(text, max(sentence.start, when.start - 100), when.start):
        points -= 8
    event_told = WHEN.match(text, when.end)  # "the worst since 4 March, when 18 people died"
    if event_told and when.end < finding.start:
        points += 8
    elif COMPARED.search(before):
        points -= 20
    if _FOUNDED.search(before):
        points -= 15
    if is_report_date(text, sentence, when) or _SAID.match(text, when.end, sentence.end):
        points -= 8
    if _IN_HOSPITAL.search(text, sentence.start, when.start):
        points -= 8
    if finding.rule.endswith(".body") and _FOUND.search(text, sentence.start, when.start):
        points -= 6
    if is_dateline(text, sentence, when):
        points -= 20
    if when.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        points -= 20
    return points


def _leads(text: str, sentence: Sentence, when: TimeExpression) -> bool:
    """Whether a date opens its sentence, and so holds for the whole of it."""
    return bool(_OPENS.fullmatch(text, sentence.start, when.start))


def _gap(when: TimeExpression, start: int, end: int) -> int:
    return max(when.start - end, start - when.end, 0)
