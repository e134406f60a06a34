"""Other levels of what was counted: "compared with 67 a month earlier", "when 3,386 were recorded"."""

import re

from analysis.figures.certainty import certainty
from analysis.figures.series.line import Counted, Line, anaphor, earlier, subject, topic, wholes
from analysis.figures.series.told import Told, like
from analysis.figures.series.words import phrases, unit_of

_ONLY = r"(?:(?:only|just|a\s+total\s+of|the|some|with)\s+)*"
_AND_NUMBER = re.compile(r"\s+(?:\w+\s+)?and\s+\d")
_MODAL = re.compile(r"\b(?:could|would|may|might|should|will|can)\b", re.IGNORECASE)


def level(line: Line, place: int) -> Told | None:
    """A bare number that is an earlier, later or other level of what was counted."""
    token = line.tokens[place]
    quantity = token.quantity
    if quantity is None or quantity.kind not in ("digits", "words", "vague"):
        return None
    left = line.left(token.start)
    onward = re.search(r"\bfrom\s+\Z", left) and re.match(r"\s+to\s+\d", line.right(token.end))
    if not (onward or line.closed(token.end) or _participle(line, token.end)):
        return None
    return (
        _against(line, place, left)
        or _second(line, place)
        or _moved(line, place)
        or _counted(line, place)
        or _noted(line, place, left)
    )


def _participle(line: Line, end: int) -> bool:
    """Whether "recorded", "reported in" or the like follows a bare number."""
    words = rf"\s+(?:(?:had\s+been|were|was|have\s+been|are|that\s+(?:were|was)|had)\s+)?{phrases('counted')}\b"
    return bool(re.match(words + r"|\s+(?:in|during|for|at|last|on|from|a|the)\b", line.right(end), re.I))


def _against(line: Line, place: int, left: str) -> Told | None:
    """ "… arrested, compared with 67 a month earlier"."""
    token = line.tokens[place]
    if not re.search(rf"\b{phrases('against')}\s+{_ONLY}\Z", left, re.IGNORECASE):
        return None
    here = wholes(line, token.start)
    both = len(here) > 1 and _AND_NUMBER.match(line.right(token.end))
    whole = here[-2 if both else -1] if here else None
    if whole is None and anaphor(line.left(token.start)):
        whole = earlier(line)
    return whole and like(whole, "series:compared")


def _second(line: Line, place: int) -> Told | None:
    """ "killed 90 and injured 120, compared with 70 and 85 a year before": each in its turn."""
    token = line.tokens[place]
    compared = [f for _, f in line.told if f.rule == "series:compared" and f.end <= token.start]
    between = line.text[compared[-1].end : token.start].strip() if compared else ""
    if between == "to":  # "from 25 to 40"
        return like((0, compared[-1]), "series:compared")
    here = wholes(line, compared[0].start) if between == "and" else []
    return like(here[-1], "series:compared") if len(here) > 1 else None


def _moved(line: Line, place: int) -> Told | None:
    """ "the number of confirmed deaths has risen from 574", "killings went up to 1,571"."""
    token = line.tokens[place]
    clause = line.clause(token.start)
    found = re.search(
        rf"\b{phrases('moved')}(?:\s+(?!from\b)[\w%.,’'-]+){{0,7}}?,?\s+(?:from|to)\s+{_ONLY}\Z",
        clause,
        re.IGNORECASE,
    )
    if not found:
        return None
    measure = subject(clause[: found.start()])
    if measure:
        return Told(measure, "series:compared", unit=unit_of(measure))
    if anaphor(clause):
        source = topic(line, token.start)
        return source and like(source, "series:compared")
    return None


def _counted(line: Line, place: int) -> Told | None:
    """ "the same period last year, when 3,386 were recorded"."""
    token = line.tokens[place]
    behind = re.match(
        rf"\s+(?:(?:were|was|had\s+been|have\s+been)\s+)?{phrases('counted')}\b", line.right(token.end), re.I
    )
    source = topic(line, token.start)
    if not behind or source is None:
        return None
    apart = re.search(r"\b(?:when|in|than|while|after)\b|\d{4}|[,(]", line.left(token.start)[-60:])
    return like(source, "series:compared") if apart else None


def _noted(line: Line, place: int, left: str) -> Told | None:
    """ "the same database had shown 1,609", "we feared 10,000"."""
    token = line.tokens[place]
    measure = None if wholes(line, token.start) else subject(left)
    source = topic(line, token.start)
    if (source is None and measure is None) or _MODAL.search(line.clause(token.start)):
        return None
    if not re.search(rf"\b{phrases('noted')}\s+{_ONLY}\Z", left, re.IGNORECASE):
        return None
    if not re.match(r"[\"”]*\s*(?:[,.;)]|\Z|in\b|a\b|the\b|during\b|last\b|and\b)", line.right(token.end)):
        return None
    state = certainty(line.tokens, max(0, place - 4), place)
    feared = re.search(r"\b(?:feared|expected|predicted|projected)\s+\Z", left, re.IGNORECASE)
    told = like(source, "series:compared") if source else None
    if measure or told is None:
        told = Told(measure or "", "series:compared", unit=unit_of(measure or ""))
    return told._replace(certainty="hypothetical" if feared else state or told.certainty)


def dated(line: Line, place: int) -> Told | None:
    """A bare number with a date of its own behind a count: "97 attacks, 131 a month earlier"."""
    token = line.tokens[place]
    source = _last(line, token.start)
    opened = re.search(r"(?:[,(;–—]|\b(?:and|but|from))\s*\Z", line.left(token.start))
    follows = re.match(r"\s*(?:in|for|at|during|on)?\s*(?:the\s+)?", line.right(token.end))
    at = token.end + (follows.end() if follows else 0)
    when = any(start <= at <= start + 4 or token.end < start <= at for start, _ in line.days)
    if source is None or not opened or not when:
        return None
    return like(source, "series:compared")


def _last(line: Line, at: int) -> Counted | None:
    here = wholes(line, at)
    return here[-1] if here else None
