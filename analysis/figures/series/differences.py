"""Increases and falls: "the figure dropped by 18 percent", "21 fewer than in May"."""

import re

from analysis.figures import changes
from analysis.figures.series.line import Line, anaphor, earlier, noun_behind, subject, topic, wholes
from analysis.figures.series.told import Told
from analysis.figures.series_words import unit_of

_THAN = re.compile(
    r"\s+(?P<word>fewer|less|more|lower|higher)(?P<noun>(?:\s+[\w’'-]+){0,3})\s+than\s+(?P<what>.{0,60})",
    re.IGNORECASE | re.DOTALL,
)
_LEVEL = re.compile(
    r"(?:a|the|in|during|last|at|for|recorded|reported|those|that|was|were|its|what|\d|one|two)\b",
    re.I,
)
_APART = re.compile(
    r"(?:[,(–—-]|\bor|\bwhich\s+(?:is|was)|\bthis\s+(?:is|was)|\bthat\s+(?:is|was))\s*"
    r"(?:(?:an?|the|and|with|or|this|is|was|by|some|about|nearly|almost|sharp|steep|year-on-year|"
    r"marked|significant|representing|marking|showing|meaning|reflecting|registering|up|down|"
    r"increase|rise|jump|surge|growth|spike|hike|fall|drop|decline|decrease|reduction|dip|of|from|at|"
    r"roughly|around|more\s+than|over)\s+)*\Z",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?(?:in|of)\s+(?P<what>.{0,50})", re.DOTALL)
_FEWER = re.compile(r"\s+(?:fewer|less|more|lower|higher)\s+(?P<what>.{0,50})", re.DOTALL)


def difference(line: Line, place: int) -> Told | None:
    """A change in percent, or in persons or events, of what was counted."""
    token = line.tokens[place]
    quantity = token.quantity
    if quantity is None:
        return None
    if quantity.kind not in ("percent", "fraction"):
        return _in_numbers(line, place) if quantity.kind in ("digits", "words") else None
    sign = changes.change_sign(line.tokens, place)
    if sign is None:
        return None
    found = _what(line, token.start, token.end)
    return found and found._replace(unit="percent", sign=sign)


def _what(line: Line, start: int, end: int) -> Told | None:
    """What changed: a noun beside the number, the subject, or the number told before."""
    right = line.right(end)
    than = _THAN.match(right)
    if than:
        measure = noun_behind(than["noun"]) or noun_behind(than["what"])
        if measure:
            return _changed(line, measure, start)
    for pattern in (_FEWER, _IN):
        beside = pattern.match(right)
        measure = noun_behind(beside["what"], reach=4) if beside else None
        if measure:
            return _changed(line, measure, start)
    here = wholes(line, start)
    if here and _APART.search(line.text[here[-1][1].end : start].join(" " * 2)):
        between = line.text[here[-1][1].end : start]
        measure = _subject_behind(between)
        return _changed(line, measure or here[-1][1].measure, start)
    clause = line.clause(start)
    measure = subject(clause)
    if measure:
        return _changed(line, measure, start)
    if anaphor(clause):
        source = topic(line, start)
        return source and _changed(line, source[1].measure, start)
    return None


def _subject_behind(between: str) -> str | None:
    """The measure of "attacks" in "attacks that left N dead, up 12 percent": none of its own."""
    return None if "," in between else subject(between)


def _changed(line: Line, measure: str, at: int) -> Told:
    """A change of a measure; its people are those of the number told before."""
    known = [c for c in [*wholes(line, at), earlier(line)] if c and c[1].measure == measure]
    group = known[-1][1] if known else None
    return Told(
        measure,
        "series:change",
        "change",
        group=group.group if group else None,
        group_text=group.group_text if group else None,
    )


def _in_numbers(line: Line, place: int) -> Told | None:
    """A change in persons or events: "21 fewer than in May", "fell by 300"."""
    token = line.tokens[place]
    than = _THAN.match(line.right(token.end))
    if than and (_LEVEL.match(than["what"]) or _dated(line, token.end + than.start("what"))):
        sign = -1 if than["word"].casefold() in ("fewer", "less", "lower") else 1
        measure = noun_behind(than["noun"], reach=3)
        if than["noun"].strip() and measure is None:
            return None
        source = topic(line, token.start)
        if measure is None and source is not None:
            measure = source[1].measure
        if measure is None:
            return None
        told = _changed(line, measure, token.start)
        return told._replace(unit=unit_of(measure), sign=sign, end=token.end + than.end("word"))
    sign = changes.change_sign(line.tokens, place)
    onward = re.match(r"\s+(?:to|from)\s+\d", line.right(token.end))
    if sign is None or not (onward or line.closed(token.end)):
        return None
    clause = line.clause(token.start)
    measure = subject(clause)
    if measure is None and anaphor(clause):
        source = topic(line, token.start)
        measure = source[1].measure if source else None
    return measure and _changed(line, measure, token.start)._replace(
        unit=unit_of(measure), sign=sign
    )


def _dated(line: Line, at: int) -> bool:
    """Whether a date begins at an offset."""
    return any(start - 1 <= at <= start + 1 for start, _ in line.days)
