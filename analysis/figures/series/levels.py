"""Other levels of what was counted: "compared with 58 in May", "when 3,812 were recorded"."""

import re
from functools import cache

from analysis.figures.certainty import certainty
from analysis.figures.series.line import Counted, Line, anaphor, earlier, subject, topic, wholes
from analysis.figures.series.told import Told, like
from analysis.figures.series_words import measure_of, nouns, phrases, unit_of

_RULE = "series:compared"
_ONLY = r"(?:(?:only|just|a\s+total\s+of|the|some|with)\s+)*"
_BE = r"(?:were|was|had\s+been|have\s+been|are|that\s+(?:were|was)|had)"
_AND_NUMBER = re.compile(r"\s+(?:\w+\s+)?and\s+\d")
_MODAL = re.compile(r"\b(?:could|would|may|might|should|will|can)\b", re.IGNORECASE)
_FEARED = re.compile(r"\b(?:feared|expected|predicted|projected)\s+\Z", re.IGNORECASE)
_APART = re.compile(r"\b(?:when|in|than|while|after)\b|\d{4}|[,(]", re.IGNORECASE)
_TIMED = re.compile(r"[\"”]*\s*(?:[,.;)]|\Z|(?:in|a|the|during|last|and)\b)", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_AT = re.compile(r"\bat\s+\Z", re.IGNORECASE)
_THE = re.compile(
    r"\b(?:than|of|half|twice|times|above|below|from|with|to|on|over|against|beyond)\s+the\s+\Z",
    re.IGNORECASE,
)
_OF_THEN = re.compile(r"\s+(?:of|in|during|for)\s+(?:the|last|that|this|[A-Z]|\d)")
_WORDS_TO = re.compile(r"(?:\s+[\w’'-]+){1,3}?\s+to\s+", re.IGNORECASE)
_IN_BRACKET = re.compile(r"(?:\s+[\w’'-]+){1,3}?\s+\((?:up\s+|down\s+)?from\s+", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+\d")
_OPENED = re.compile(r"(?:[,(;–—]|\b(?:and|but|from))\s*\Z", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s*(?:(?:in|for|at|during|on)\s+)?(?:the\s+)?", re.IGNORECASE)
_FROM_WORDS = re.compile(r"\bfrom\s+(?:[\w’'-]+\s+)?\Z", re.IGNORECASE)
_NEXT_TO = re.compile(r"\s+to\s+(?:[\w’'-]+\s+)?", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,.]*")
_ALONE = re.compile(
    r"[\"”]*\s*(?:[,.;)]|\Z)|\s+in\s+(?:that|this|the)\s+(?:year|month|week|quarter|half)\b", re.I
)
_NEAR = 120  # characters before a number in which its cue stands


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The lexicon in the places where it stands beside a number."""
    ends = r"(?=[\"”]*\s*(?:[,.;:)]|\Z|(?:in|by|during|on|at|from|last|for|a|the|and)\b))"
    return {
        "behind": re.compile(rf"\s+(?:{_BE}\s+)?{phrases('counted')}\b{ends}", re.IGNORECASE),
        "placed": re.compile(r"\s+(?:in|during|for|at|last|on|from|a|the)\b", re.IGNORECASE),
        "against": re.compile(rf"\b{phrases('against')}\s+{_ONLY}\Z", re.IGNORECASE),
        "noted": re.compile(rf"\b{phrases('noted')}\s+{_ONLY}\Z", re.IGNORECASE),
        "stood": re.compile(rf"\b{phrases('stood')}\s+{_ONLY}\Z", re.IGNORECASE),
        "checked": re.compile(
            rf"\bcould\s+(?:itself\s+)?(?:only\s+)?{phrases('checked')}\s+{_ONLY}\Z", re.IGNORECASE
        ),
        "put": re.compile(rf"\b{phrases('put')}\s+", re.IGNORECASE),
        "tally": re.compile(rf"\b{phrases('of number')}\s", re.IGNORECASE),
        "headed": re.compile(
            rf",\s+(?P<what>(?:the\s+)?(?:[\w’'-]+\s+){{0,2}}?{phrases('of number')}"
            rf"\s+(?:[\w’'-]+\s+){{1,4}}?)(?:is|was|are|were|has|had)\b",
            re.IGNORECASE,
        ),
        "moved": re.compile(
            rf"\b{phrases('moved')}(?:\s+(?!from\b)[\w%.,’'-]+){{0,7}}?,?\s+(?:from|to)\s+"
            rf"{_ONLY}\Z",
            re.IGNORECASE,
        ),
    }


def level(line: Line, place: int) -> Told | None:
    """A bare number that is an earlier, later or other level of what was counted."""
    token = line.tokens[place]
    quantity = token.quantity
    if quantity is None or quantity.kind not in ("digits", "words", "vague"):
        return None
    left = line.left(token.start)[-_NEAR:]
    right = line.right(token.end)
    onward = _FROM.search(left) and _TO.match(right)
    if far := _put(line, place):
        return far
    placed = any(p.match(right) for p in (_patterns()["placed"], _patterns()["behind"], _OF_THEN))
    if not (onward or placed or line.closed(token.end)):
        return None
    return (
        _against(line, place, left)
        or _second(line, place)
        or _moved(line, place)
        or _the_other(line, place, left)
        or _onward(line, place)
        or _other_end(line, place)
        or _checked(line, place, left)
        or _apposed(line, place, left)
        or _stood(line, place, left)
        or _counted(line, place)
        or _noted(line, place, left)
    )


def _against(line: Line, place: int, left: str) -> Told | None:
    """The number of "… detained, compared with 58 in the month before"."""
    token = line.tokens[place]
    if not _patterns()["against"].search(left):
        return None
    here = wholes(line, token.start)
    both = len(here) > 1 and _AND_NUMBER.match(line.right(token.end))
    whole = here[-2 if both else -1] if here else None
    if whole is None and anaphor(line.left(token.start)):
        whole = earlier(line)
    return whole and like(whole, _RULE)


def _second(line: Line, place: int) -> Told | None:
    """Each in its turn of "killed 90 and injured 120, compared with 70 and 85 a year before"."""
    token = line.tokens[place]
    compared = [c for c in line.told if c[1].rule == _RULE and c[1].end <= token.start]
    between = line.text[compared[-1][1].end : token.start].strip() if compared else ""
    if between == "to":  # "from 25 to 40"
        return like(compared[-1], _RULE)
    here = wholes(line, compared[0][1].start) if between == "and" else []
    return like(here[-1], _RULE) if len(here) > 1 else None


def _moved(line: Line, place: int) -> Told | None:
    """The number of "confirmed deaths have risen from 310" and of "arrests went up to 95"."""
    token = line.tokens[place]
    clause = line.clause(token.start)
    found = _patterns()["moved"].search(clause[-_NEAR:])
    if not found:
        return None
    measure = subject(clause[: len(clause) - len(clause[-_NEAR:]) + found.start()])
    if measure:
        return Told(measure, _RULE, unit=unit_of(measure))
    if anaphor(clause):
        source = topic(line, token.start)
        return source and like(source, _RULE)
    return None


def _the_other(line: Line, place: int, left: str) -> Told | None:
    """The number of "fewer than the 168 of the quarter before", "half the 240 reported in May"."""
    token = line.tokens[place]
    whole = _last(line, token.start)
    behind = line.right(token.end)
    own = _patterns()["behind"].match(behind) or _OF_THEN.match(behind)
    return like(whole, _RULE) if whole and own and _THE.search(left) else None


def _onward(line: Line, place: int) -> Told | None:
    """The end of "from 268 deaths to 422", and the number in "227 deaths (from 190)"."""
    token = line.tokens[place]
    whole = _last(line, token.start)
    if whole is None:
        return None
    between = line.text[whole[1].end : token.start]
    begun = _FROM.search(line.left(whole[1].start)) and _WORDS_TO.fullmatch(between)
    return like(whole, _RULE) if begun or _IN_BRACKET.fullmatch(between) else None


def _other_end(line: Line, place: int) -> Told | None:
    """The other end of "the toll fell from 44 to 31", where one of the two is counted already."""
    token = line.tokens[place]
    for index, finding in line.told:
        if finding.form != "count" or finding.certainty in ("hypothetical", "negated"):
            continue
        first, last = sorted(((token.start, token.end), (finding.start, finding.end)))
        between = line.text[first[1] : last[0]]
        if _FROM_WORDS.search(line.left(first[0])) and _NEXT_TO.fullmatch(between):
            return like((index, finding), _RULE)
    return None


def _put(line: Line, place: int) -> Told | None:
    """The number of "puts militant deaths there at 15", "put deaths at 12 and injuries at 44"."""
    token = line.tokens[place]
    clause = line.clause(token.start)
    found = next(iter([*_patterns()["put"].finditer(clause)][-1:]), None)
    ends = line.closed(token.end) or _patterns()["placed"].match(line.right(token.end))
    if found is None or not ends or not _AT.search(clause):
        return None
    words = clause[found.end() :]
    last = max((m.end() for m in _DIGITS.finditer(words)), default=0)
    words = words[last:]
    measure = subject(words) if "," not in words and len(words.split()) <= 14 else None
    return Told(measure, "series:put", unit=unit_of(measure)) if measure else None


def _checked(line: Line, place: int, left: str) -> Told | None:
    """The number of "the agency could verify only 212"."""
    source = topic(line, line.tokens[place].start)
    if source is None or not _patterns()["checked"].search(left):
        return None
    return like(source, _RULE)


def _apposed(line: Line, place: int, left: str) -> Told | None:
    """The number of "the worst year was 2014 for deaths, 3,701"."""
    token = line.tokens[place]
    noun = _noun_before().search(left)
    if not noun or not _ALONE.match(line.right(token.end)) or token.quantity is None:
        return None
    measure = measure_of(noun["noun"])
    return Told(measure, "series:apposed", unit=unit_of(measure))


@cache
def _noun_before() -> re.Pattern[str]:
    """A noun of statistics and a comma right before a number."""
    return re.compile(
        rf"\b(?:for|in|of|that|the)\s+(?:[\w’'-]+\s+)?(?P<noun>{nouns().pattern}),\s+"
        rf"(?:with\s+|at\s+)?\Z",
        re.IGNORECASE,
    )


def _stood(line: Line, place: int, left: str) -> Told | None:
    """The number of "the tally of kidnappings stood at 38", "in 2021 it was 207", "At 91, the"."""
    token = line.tokens[place]
    headed = _patterns()["headed"].match(line.right(token.end)) if _AT.search(left) else None
    if headed:
        measure = subject(headed["what"])
        return Told(measure, _RULE, unit=unit_of(measure)) if measure else None
    clause = line.clause(token.start)
    found = _patterns()["stood"].search(clause)
    if not found:
        return None
    measure = subject(clause[: found.start()]) if _patterns()["tally"].search(clause) else None
    if measure:
        return Told(measure, _RULE, unit=unit_of(measure))
    source = topic(line, token.start)
    return like(source, _RULE) if source and line.days and anaphor(clause) else None


def _counted(line: Line, place: int) -> Told | None:
    """The number of "the first half of last year, when 3,812 were recorded"."""
    token = line.tokens[place]
    behind = _patterns()["behind"].match(line.right(token.end))
    source = topic(line, token.start)
    if not behind or source is None:
        return None
    apart = _APART.search(line.left(token.start)[-60:])
    return like(source, _RULE) if apart else None


def _noted(line: Line, place: int, left: str) -> Told | None:
    """The number of "the same survey had shown 2,340", "we feared 9,000"."""
    token = line.tokens[place]
    measure = None if wholes(line, token.start) else subject(left)
    source = topic(line, token.start)
    if (source is None and measure is None) or _MODAL.search(line.clause(token.start)):
        return None
    if not _patterns()["noted"].search(left) or not _TIMED.match(line.right(token.end)):
        return None
    state = certainty(line.tokens, max(0, place - 4), place)
    feared = _FEARED.search(left)
    told = like(source, _RULE) if source else None
    if measure or told is None:
        told = Told(measure or "", _RULE, unit=unit_of(measure or ""))
    return told._replace(certainty="hypothetical" if feared else state or told.certainty)


def dated(line: Line, place: int) -> Told | None:
    """A bare number with a date of its own behind a count: "77 attacks, 90 a month earlier"."""
    token = line.tokens[place]
    source = _last(line, token.start)
    opened = _OPENED.search(line.left(token.start)[-_NEAR:])
    follows = _PREPOSITION.match(line.right(token.end))
    at = token.end + (follows.end() if follows else 0)
    when = any(start <= at <= start + 4 or token.end < start <= at for start, _ in line.days)
    quantity = token.quantity
    number = quantity is not None and quantity.kind in ("digits", "words")
    if source is None or not (number and opened and when):
        return None
    return like(source, _RULE)


def _last(line: Line, at: int) -> Counted | None:
    here = wholes(line, at)
    return here[-1] if here else None
