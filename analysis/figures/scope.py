"""Whether a figure tells one event, a period, or a count that runs since a start."""

import re

from analysis.figures.period import EVENT_MEASURES, Period, of_war
from analysis.records import Document, Finding

LONG = frozenset(("month", "quarter", "season", "half", "year", "decade", "century"))

_STATISTICS = ("series:compared", "series:apposed")
_RUNNING = re.compile(
    r"\b(?:so\s+far|to\s+date|until\s+now|up\s+to\s+now|since\s+then|cumulative(?:ly)?|"
    r"in\s+all\s+these\s+years|over\s+the\s+(?:years|decades))\b",
    re.IGNORECASE,
)
_THIS_WINDOW = re.compile(r"\bso\s+far\s+(?:this|in\s+(?:the\s+)?\w+)\b", re.IGNORECASE)
_ONE_EVENT = re.compile(
    r"\b(?:an?|the|one|this|that|another|\w+[’']s)\s+(?:(?!attacks|strikes)[\w’'-]+\s+){0,5}?"
    r"(?:attack|bombing|blast|explosion|strike|airstrike|raid|ambush|clash|assault|shooting|"
    r"massacre|siege|operation|battle|crash|incident|bomb|bomber|gunman|gunmen|ambush|encounter|"
    r"helicopter|protest|demonstration|fire|firing|firefight|offensive|hijacking|suicide\s+bombing)\b",
    re.IGNORECASE,
)
_MANY_EVENTS = re.compile(
    r"\b(?:attacks|incidents|bombings|strikes|operations|clashes|raids|explosions|blasts|violence|"
    r"terrorism|militancy|conflict|war|fighting|per\s+(?:day|week|month|year)|on\s+average|"
    r"annual(?:ly)?|monthly)\b",
    re.IGNORECASE,
)
_SCATTERED = re.compile(
    r"\b(?:at|in|across|from)\s+(?:unspecified|unknown|undisclosed|various|different)\s+"
    r"(?:locations|places|areas)\b|\bin\s+recent\s+(?:strikes|attacks|bombings|raids)\b",
    re.IGNORECASE,
)
_COUNTS_ATTACKS = re.compile(
    r"\b(?:\d[\d,]*|[a-z]+(?:ty|teen)(?:-[a-z]+)?|nine|ten|eleven|twelve)\s+(?:[\w-]+\s+)?"
    r"(?:attacks|incidents)\s+(?:and|with|in\s+which|that\s+(?:left|killed|caused)|causing|left|killed|claimed)\b",
    re.IGNORECASE,
)
_AN_EVENT = re.compile(
    r"\b(?:an?|the|this|one)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:operation|raid|clash|siege|battle|encounter|assault|offensive|engagement)\b",
    re.IGNORECASE,
)
_TWIN = re.compile(
    r"\b(?:two|twin|both|three)\s+(?:\w+\s+)?(?:explosions|blasts|bombs|bombings|strikes|bombers)\s+"
    r"(?:at|in|outside|near|inside|on|hit|tore|struck|went)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\b(?:gunmen|attackers|assailants|militants|insurgents)\s+(?:had\s+)?(?:\w+\s+)?"
    r"(?:killed|shot|stormed|stopped|opened|attacked|pulled|ambushed|massacred|beheaded|executed|overran"
    r"|entered|raided)\b[^.;]{0,80}\b(?:at|inside|outside|near|off|from)\s+(?:an?|the|their|its|two)\b",
    re.IGNORECASE,
)


def scope_of(document: Document, finding: Finding, period: Period) -> str:
    """The scope of a figure: incident, period or cumulative.

    A toll is of one incident unless it covers more than a week or many events; "since" and "so
    far" make it cumulative; numbers of attacks and operations are over a period; a stock of
    people on the move is cumulative, a flow has the scope of its dates.
    """
    text, sentence = document.text, document.sentences[finding.sentence]
    stretch = text[sentence.start : sentence.end]
    if period.kind in ("since", "after"):
        one = finding.measure in EVENT_MEASURES and _days(period) <= 7 and _AN_EVENT.search(stretch)
        return "incident" if one and period.end else "cumulative"
    if period.kind == "reviewed":
        return "period"
    if finding.form in ("rate", "change", "share") or finding.rule in _STATISTICS:
        return "period"
    if of_war(document, finding, dated=True):
        return "period"
    if _RUNNING.search(stretch) and not _THIS_WINDOW.search(stretch):
        return "cumulative"
    if finding.stock_flow == "stock" and period.start is None:
        return "cumulative"
    long = period.precision in LONG or _days(period) > 7
    if finding.measure in ("attacks", "operations"):
        one = (finding.best or finding.low or 2) <= 1
        return "incident" if one and not long else "period"
    if period.start is None and of_war(document, finding):
        return "period"
    if finding.measure in EVENT_MEASURES and (
        _SCATTERED.search(stretch) or _COUNTS_ATTACKS.search(stretch)
    ):
        return "period"
    if finding.measure in EVENT_MEASURES:
        if not long or (period.kind in ("published", "nearby", "reported", "event")):
            return "incident"
        if period.precision in ("year", "decade", "century", "half") and not _ONE_EVENT.search(
            stretch
        ):
            return "period"
        if period.precision == "month" and (_TWIN.search(stretch) or _AGENT.search(stretch)):
            return "incident"  # "in April two explosions at a school killed six"
        if _ONE_EVENT.search(stretch) and not _MANY_EVENTS.search(stretch):
            return "incident"
        return "period"
    if finding.measure in ("houses_destroyed", "houses_damaged", "homeless") and not long:
        return "incident"
    week = _days(period) >= 5
    if period.precision == "day" and not long and not week and finding.stock_flow != "stock":
        return "incident"
    if period.start is None:
        return "incident" if _ONE_EVENT.search(stretch) else "period"
    return "period" if long or not _ONE_EVENT.search(stretch) else "incident"


_BARE = re.compile(
    r"\bin\s+(?:(?!the\b|these\b|those\b|both\b|all\b|two\b|three\b|\d)[\w-]+\s+){0,2}?(?:operations|attacks|raids|clashes|strikes|bombings|incidents"
    r"|encounters|engagements)\b",
    re.IGNORECASE,
)


def among_statistics(document: Document, finding: Finding, scope: str, before: str | None) -> bool:
    """Whether a figure goes on with the totals before it: "93 were killed in operations".

    Args:
        document: The article.
        finding: The figure as found.
        scope: Its scope as far as its own words tell.
        before: The scope of the figure before it, None for the first.
    """
    if scope != "incident" or before != "period" or finding.measure not in EVENT_MEASURES:
        return False
    sentence = document.sentences[finding.sentence]
    days = [d for d in document.dates if d.precision == "day"]
    if any(sentence.start <= d.start < sentence.end for d in days):
        return False
    return bool(_BARE.search(document.text, sentence.start, sentence.end))


def _days(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    return (period.end - period.start).days
