"""Readings of units that count from an anchor: "last week", "the previous year", "year-end"."""

from datetime import date

from analysis.dates.anchors import (
    back_by,
    base,
    reference_day,
    speaking,
    year_bc_of,
)
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.intervals import interval, unit_value
from analysis.dates.readings.amounts import duration_value, unit_of
from analysis.dates.tokens import value_of, word_list

BACK = ("last", "past", "previous", "preceding", "prior")
AHEAD = ("next", "coming", "upcoming", "following", "ensuing")


def is_title(match: Match) -> bool:
    """Whether capitals show a name: "ABC's This Week", "USA Today"."""
    tokens, first = match.tokens, match.first
    last = tokens.raw(match.last - 1)
    if not (tokens.raw(first).istitle() and last.istitle()):
        return False
    before = tokens.raw(first - 1)
    alone = match.last - first == 1
    return bool(before) and before.isalpha() and before[0].isupper() if alone else True


def relative_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "last week", "the previous year", "earlier this year", "the year before"."""
    word, unit_word = match.get("a") or match.get("b"), match.get("u") or "day"
    unit = unit_of(unit_word)
    if unit is None and unit_word != "night":
        return None
    unit = unit or "D"
    if unit.startswith("T"):
        return None
    words = word.split() or ["the"]
    mod = {"earlier": "START", "later": "END"}.get(match.get("e"))
    shift = _shift(words, unit)
    if shift is None or is_title(match):
        return None
    if match.has("b") and match.after().isalpha() and match.after() not in word_list("after_unit"):
        return None
    spans = unit in ("Y", "M", "W", "2W", "Q", "E", "C") and not match.rule.startswith("fiscal")
    if spans and _is_span(match, words):
        return _past_unit(match, context, unit)
    anchored = _unit_base(words, unit, context, match)
    bc = year_bc_of(context)
    if bc and unit == "Y" and bc - shift > 0:
        return [Reading("DATE", f"BC{bc - shift:04d}", mod=mod, anchor="text")]
    if anchored is None:
        return None if unit == "WE" or words[0] in ("new",) else _unknown(unit, mod)
    day, source = anchored
    if unit == "WE" and words[0] in ("the", "last", "past") and source == "published":
        shift = -1 if day.isoweekday() < 6 or words[0] == "last" else 0
        if words[0] == "the" and tense(match.tokens, match.first, match.last) == "future":
            shift = 0
    value = unit_value(day, unit, shift)
    if value is None:
        return None
    if unit_word == "night":
        return [Reading("TIME", f"{value}TNI", mod=mod, anchor=source)]
    return [Reading("DATE", value, mod=mod, anchor=source)]


_DURING = frozenset(["over", "during", "within", "throughout"])


def _is_span(match: Match, words: list[str]) -> bool:
    """Whether "the past year", "over the last month" is a span up to now."""
    definite = "the" in (match.tokens.word(match.first), match.before())
    ahead = match.before() if match.tokens.word(match.first) == "the" else match.before(2)
    counted = words[-1] in ("last", "next", "coming", "following", "ensuing") and ahead in _DURING
    return definite and (words == ["past"] or counted)


def _unknown(unit: str, mod: str | None) -> list[Reading] | None:
    value = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}.get(unit)
    return [Reading("DATE", value, mod=mod, refers=False)] if value else None


def _shift(words: list[str], unit: str) -> int | None:
    back, ahead = ("before", "earlier", "prior", "preceded"), ("after", "followed")
    if any(word in BACK or word in back for word in words):
        return -1
    if any(word in AHEAD or word in ahead for word in words):
        return 1
    if words and words[0] == "latest":
        return -1 if unit == "Y" else 0
    if words and words[0] == "new":
        return None
    return 0


def _unit_base(
    words: list[str], unit: str, context: Context, match: Match
) -> tuple[date, str] | None:
    """The day from which the unit is counted, and what gave it."""
    anaphoric = {"that", "same", "previous", "following", "preceding", "before", "earlier", "prior"}
    anaphoric |= {"after", "followed", "preceded"}
    definite = "the" in (match.tokens.word(match.first), match.before())
    told = bool(anaphoric & set(words)) or (definite and "next" in words)
    told = told or context.narrative and (definite or context.published is None)
    reference = reference_day(context)
    if told and reference and unit == "M" and context.month and _is_news_day(context):
        month = interval(context.month)
        return (month.start, "text") if month else None
    if told and reference and context.reference:
        fits = not (unit == "D" and len(context.reference) < 10)
        fits = fits and not (unit in ("W", "M", "WE") and len(context.reference) < 7)
        if fits or context.narrative:
            return (reference, "text") if fits else None
    return speaking(context)


NEWS_DAYS = 10  # days before publication within which a date is one of the news itself


def _is_news_day(context: Context) -> bool:
    """Whether the last date named is the day of the news, not one of what it tells about."""
    day = reference_day(context)
    if day is None or context.published is None or len(context.reference or "") < 10:
        return False
    return 0 <= (context.published - day).days <= NEWS_DAYS


def _past_unit(match: Match, context: Context, unit: str) -> list[Reading] | None:
    """Read "the past year", "over the next month": one unit up to now, or from now."""
    value = duration_value(1, unit)
    ahead = match.get("a").split()[-1] in AHEAD
    anchored = base(context) if ahead and context.narrative else speaking(context)
    moved = back_by(anchored[0], 1 if ahead else -1, unit) if anchored else None
    if value is None:
        return None
    start, end = sorted((moved, anchored[0])) if moved and anchored else (None, None)
    return [Reading("DURATION", value, start=start, end=end, refers=False)]


def this_time(match: Match, context: Context) -> list[Reading] | None:
    """Read "this time last year": the same month (or week) of the year before."""
    anchored, unit = speaking(context), unit_of(match.get("u")) or "Y"
    if anchored is None:
        return None
    moved = back_by(anchored[0], -1 if match.get("a") == "last" else 1, unit)
    value = unit_value(moved, {"Y": "M", "M": "D", "W": "D"}[unit]) if moved else None
    return [Reading("DATE", value, anchor=anchored[1], refers=False)] if value else None


def same_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "the same month last year": the month spoken of, or of publication, in another year."""
    unit = unit_of(match.get("u")) or "M"
    size = {"M": 7, "W": 8, "D": 10}[unit]
    told = context.reference and len(context.reference) >= size
    day = reference_day(context) if told else context.published
    if day is None or match.has("r") and context.published is None:
        return None
    if match.has("y"):
        year = int(match.words("y")[0])
    else:
        year = (context.published if match.has("r") and context.published else day).year - 1
    moved = back_by(day, 12 * (year - day.year), "M")
    value = unit_value(moved, unit) if moved else None
    source = "text" if told else "published"
    return [Reading("DATE", value, anchor=source, refers=False)] if value else None


LATE_REVIEW = 45  # days after its end within which "the month" is the one reviewed


def for_the_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "shares fell for the week", "up on the day": the unit of the publication date."""
    if match.after() not in (",", ".", ";", "and", "but", "", ")") or context.narrative:
        return None
    anchored, unit = base(context), unit_of(match.get("u"))
    month = interval(context.month) if unit == "M" and context.month else None
    if month and context.published and 0 <= (context.published - month.end).days <= LATE_REVIEW:
        anchored = month.start, "text"  # "for the month", in a review of the month before
    value = unit_value(anchored[0], unit) if anchored and unit else None
    if value is None or anchored is None:
        return None
    first = match.first + 1
    return [Reading("DATE", value, anchor=anchored[1], first=first, refers=False)]


def end_of_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "the end of the year", "year-end", "mid-year": the unit with a modifier."""
    unit, word = unit_of(match.get("u")), match.get("a")
    if unit is None or unit.startswith("T") or word == "each":
        return None
    where = match.words("q")[0] if match.has("q") else "mid"
    mod = {"end": "END", "close": "END", "beginning": "START", "start": "START"}.get(where, "MID")
    if match.has("y"):
        return [Reading("DATE", match.get("y"), mod=mod, anchor="explicit")]
    reference = reference_day(context)
    anchored = (reference, "text") if reference and word == "that" else base(context)
    if anchored is None:
        return _unknown(unit, mod)
    value = unit_value(anchored[0], unit, {"last": -1, "next": 1}.get(word, 0))
    return [Reading("DATE", value, mod=mod, anchor=anchored[1])] if value else None


def new_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "the new year": the year that begins next, or has just begun."""
    anchored = base(context)
    if anchored is None or match.before() == "of":  # "the first day of the new year"
        return None
    anchor, source = anchored
    value = f"{anchor.year + (anchor.month > 3):04d}"
    return [Reading("DATE", value, anchor=source, refers=False)]


def the_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "the year ended June 30" lasts a year; "the full year" is the one spoken of."""
    tokens = match.tokens
    if match.has("e"):
        word = match.get("e")
        if word == "to" and not value_of("month", tokens.word(match.last)):
            return None
        return [Reading("DURATION", "P1Y", last=match.last - 1, refers=False)]
    if match.has("f"):
        return [Reading("DURATION", "P1Y", refers=False)]
    full = tokens.word(match.first + 1) in ("full", "whole", "entire")
    priced = match.after() == "of" and match.after(1) in (
        "$",
        "£",
        "€",
    )  # "a high for the year of $42"
    if (
        not priced
        and match.after() in ("of", "in", "when", "that", "1")
        or not (full or match.before() in ("for", "in", "during", "of"))
    ):
        return None
    anchored = base(context)
    if anchored is None:
        return None
    told = full and tense(tokens, match.first, match.last) == "past" and anchored[0].month <= 4
    value = unit_value(anchored[0], unit_of(match.get("u")) or "Y", -1 if told else 0)
    return [Reading("DATE", value, anchor=anchored[1], refers=False)] if value else None
