"""Dates that belong to the number a figure is compared with, and not to the figure."""

import re

from analysis.records import Finding, TimeExpression

_OTHER = re.compile(
    r"\b(?:compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|relative\s+to|as\s+opposed\s+to|"
    r"(?:as\s+)?against|versus|vs\.?|up\s+from|down\s+from|(?:more|less|fewer|higher|lower)\s+than)\s+"
    r"(?:(?:only|just|the|a|total|of|some|about|around|nearly|over|more|than)\s+)*"
    r"(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|"
    r"thirteen\b|fourteen\b|fifteen\b|sixteen\b|seventeen\b|eighteen\b|nineteen\b|(?:twen|thir|for|"
    r"fif|six|seven|eigh|nine)ty)",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:than|from|over|on|against|versus|compared\s+(?:with|to)|since)\s+"
    r"(?:[^.;:]{0,60}\s)?\Z|,?\s+when\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)


def of_another(text: str, finding: Finding, when: TimeExpression) -> bool:
    """Whether a date stands with the number that a figure is compared with.

    Args:
        text: The article's text.
        finding: The figure; a change is told against its date ("26 percent less than in May").
        when: A date of the same sentence.
    """
    if when.start < finding.end:
        return False
    between = text[finding.end : when.start]
    if _OTHER.search(between):
        return True
    return finding.form == "change" and bool(_THEN.match(between))
