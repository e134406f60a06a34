"""Shares: "accounted for 41 percent of the attacks", "or 29 per cent", "others for six"."""

import re
from functools import cache

from analysis.figures import changes
from analysis.figures.series.line import Line, subject, topic, wholes
from analysis.figures.series.told import Told
from analysis.figures.series_words import measure_of, nouns, phrases
from analysis.figures.sharers import sharers

_OF = re.compile(r"\s+of\s+(?P<what>[^,.;:()–—\n]{2,70})", re.IGNORECASE)
_OF_FIRST = re.compile(
    r"\A[\s\"“•]*(?:Out\s+)?of\s+(?P<what>(?:[\w’'-]+\s*){1,7}),\s*(?:only|some|about|nearly)?\s*\Z",
    re.IGNORECASE,
)
_OR = re.compile(
    r"\s*(?:\([^()]{1,60}\))?\s*(?:,\s*or|\(|,|–|—|\bor)\s*(?:some|about|nearly)?\s*\Z"
)
_IN_PLACE = re.compile(r"\s+(?:of\s+(?:them|whom)\b|(?:in|from)\s+[^\W\d_a-z])")
_AFTER = re.compile(r"[\"”)]*\s*(?:[.;,)–—]|\Z|and\b)")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The lexicon in the places where it stands."""
    return {
        "rest": re.compile(rf"\b{phrases('rest')}\s+\Z", re.IGNORECASE),
        "all": re.compile(phrases("all"), re.IGNORECASE),
    }


def share(line: Line, place: int) -> Told | None:
    """A part in percent of what was counted."""
    token = line.tokens[place]
    quantity = token.quantity
    if quantity is None or changes.change_sign(line.tokens, place) is not None:
        return None
    if _patterns()["rest"].search(line.left(token.start)[-40:]):
        return None
    if quantity.kind not in ("percent", "fraction"):
        return _listed(line, place)
    measure = _of_what(line, token.start, token.end)
    if measure is None and quantity.kind == "percent":
        measure = _behind_count(line, place) or _borne(line, place) or _of_count(line, place)
    if measure is None:
        return _listed(line, place) if quantity.kind == "percent" else None
    group, words = sharers(line.left(token.start), line.right(token.end))
    return Told(measure, "series:share", "share", "percent", group=group, group_text=words)


def _of_what(line: Line, start: int, end: int) -> str | None:
    """The measure of the whole: a noun behind "of", or the number told before for "of all"."""
    found = _OF.match(line.text, end, line.end) or _OF_FIRST.search(line.clause(start))
    if not found:
        return None
    words = re.split(
        r"\b(?:were|was|are|is|and|in|by|who|that|had|have|at|during|came)\b", found["what"]
    )[0]
    named = list(nouns().finditer(words))
    if named:
        noun = named[-1]
        return measure_of(noun[0]) if len(words[: noun.start()].split()) <= 6 else None
    if _patterns()["all"].fullmatch(words.strip()):
        source = topic(line, start)
        return source[1].measure if source else subject(line.clause(start))
    return None


def _behind_count(line: Line, place: int) -> str | None:
    """The measure of the count that "or 29 per cent" stands behind."""
    token = line.tokens[place]
    here = wholes(line, token.start)
    if not here or not _AFTER.match(line.text, token.end, line.end):
        return None
    between = line.text[here[-1][1].end : token.start]
    noun = re.match(r"(?:\s+[\w’'-]+){0,3}?(?=\s*[(,–—]|\s+or\b)", between)
    rest = between[noun.end() :] if noun else between
    return here[-1][1].measure if _OR.fullmatch(rest) else None


def _of_count(line: Line, place: int) -> str | None:
    """The measure of the count in "forty were arrested, 81 percent in Sindh"."""
    token = line.tokens[place]
    here = [c for c in wholes(line, token.start) if c[1].form == "count"]
    left = line.left(token.start)
    if not here or not re.search(r",\s+(?:about\s+|some\s+|nearly\s+)?\Z", left):
        return None
    if re.search(r"[,;:]", line.text[here[-1][1].end : token.start].rstrip(", ")):
        return None
    return here[-1][1].measure if _IN_PLACE.match(line.right(token.end)) else None


def _borne(line: Line, place: int) -> str | None:
    """The measure told before, where somebody "accounted for 44 percent" of it."""
    token = line.tokens[place]
    verb = re.search(
        r"\b(?:account(?:s|ed|ing)?\s+for|responsible\s+for|ma[dk]e?s?\s+up)\s+\Z",
        line.left(token.start),
        re.IGNORECASE,
    )
    if not verb or not _AFTER.match(line.text, token.end, line.end):
        return None
    source = topic(line, token.start)
    return source[1].measure if source else None


def _listed(line: Line, place: int) -> Told | None:
    """A share in a list of shares: "the army for 30 per cent, other forces for six"."""
    token = line.tokens[place]
    earlier = [f for _, f in line.told if f.form == "share" and f.end <= token.start]
    if not earlier or place == 0 or token.quantity is None:
        return None
    last, percent = earlier[-1], token.quantity.kind == "percent"
    before = line.tokens[place - 1].text
    first = [t for t in line.tokens if t.end <= last.start]
    parallel = bool(first) and first[-1].text.split()[-1] == before.split()[-1]
    following = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    ends = following is None or following.tag in ("mark", "conjunction")
    placed = percent and following is not None and following.tag in ("preposition",)
    number = (token.quantity.best or 0) <= 100
    if not number or not (parallel and ends or percent and (ends or placed)):
        return None
    if placed and line.text[token.end :].lstrip().casefold().startswith("of "):
        return None
    between = line.text[last.end : token.start]
    if not percent and not re.search(r"[,;]|\band\b", between):
        return None
    return Told(last.measure, "series:share", "share", "percent")
