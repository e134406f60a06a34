"""Find the temporal expressions of an article and resolve them, sentence by sentence."""

import re
from collections.abc import Sequence
from datetime import date

from analysis.dates.context import (
    Context,
    Match,
    Reading,
    is_compared,
    is_habitual,
    is_pluperfect,
    is_since,
    tense,
)
from analysis.dates.intervals import interval
from analysis.dates.patterns import candidates, extend, read_tokens, starts
from analysis.dates.ranges import link
from analysis.dates.readings import READERS
from analysis.dates.tokens import Tokens
from analysis.records import Sentence, TimeExpression

_YEARS = re.compile(r"\b(?:1[5-9]\d\d|20[0-3]\d)\b")
NEWS_DAY = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|last (?:week|month|night)|this (?:week|month|morning)"
    r"|next (?:week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(1[5-9]\d\d|20[0-3]\d)s?\b|\b(\d{1,4} (?:BCE?\b|B\.C\.)|(?:the year|AD) \d{3,4}\b"
    r"|(?:[Ii]n|since|until|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|spring of|summer of|autumn of|winter of) 1[0-4]\d\d\b(?!\s\w+s\b))"
    r"|\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
    r"(?!\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:of )?\d{4})"
)
MEMORY = 1  # sentences for which the reference counts as just named
LONG = 25  # years named by a text that is a history whatever years they are
OPENING = 1  # sentences of a history that may sum up the whole of it
LONG_SPAN = 28  # days from which such a span is the frame of the story
FAR = 2  # years from publication beyond which a date belongs to history


def _opens_in_the_past(text: str, published: date) -> bool:
    """Whether a text without a news day begins with a year long past, and names none near."""
    if NEWS_DAY.search(text):
        return False
    told = list(_TOLD.finditer(text))
    near = any(found[1] and abs(int(found[1]) - published.year) <= FAR for found in told)
    return bool(told) and not near and (told[0][1] or told[0][2]) is not None


_SOLAR = re.compile(
    r"\b1[34]\d\d\s?\(?(?:AH|A\.H\.|SH|HS|solar|hijri|shamsi)\b|\bsolar\s+(?:hijri|year)\b", re.I
)


def is_narrative(text: str, published: date | None) -> bool:
    """Whether a text tells history: many years, or years far from publication; hardly a news day.

    Without a publication date nothing but the text can anchor its expressions.
    """
    if published is None or _opens_in_the_past(text, published):
        return True
    years = [abs(int(year) - published.year) for year in _YEARS.findall(text)]
    far, news = sum(gap > FAR for gap in years), len(NEWS_DAY.findall(text))
    if len(years) >= LONG and len(years) >= 6 * news:
        return True
    return far >= 8 and far >= 4 * (len(years) - far + news)


def tag(
    text: str, sentences: Sequence[Sentence], *, published: date | None = None
) -> tuple[TimeExpression, ...]:
    """Find the temporal expressions of an article.

    Args:
        text: The article.
        sentences: Its sentences.
        published: Publication date; without it only the text's own dates anchor others.

    Returns:
        Expressions in the order of the text; they do not overlap, and
        ``text[start:end] == reported``.
    """
    context = Context(
        published=published,
        narrative=is_narrative(text, published),
        solar=bool(_SOLAR.search(text)),
    )
    found: list[TimeExpression] = []
    reference_at, far_told = -99, 0
    for sentence in sentences:
        tokens = read_tokens(text, sentence.start, sentence.end)
        done = 0
        for index in starts(tokens):
            if index < done:
                continue
            recent = sentence.index - reference_at <= MEMORY
            context = context._replace(
                recent=recent,
                history=recent and far_told >= 2,
                opening=sentence.index <= OPENING,
            )
            read = _read(tokens, index, context)
            if read is None:
                continue
            match, readings = read
            for reading in readings:
                made = _expression(text, sentence.index, match, reading, done)
                if made is None:
                    continue
                found.append(made[0])
                done = made[1]
                context = _follow(context, match, reading)
                if reading.refers and context.reference == reading.value.split("T")[0]:
                    reference_at = sentence.index
                    far_told = far_told + 1 if _is_far(reading, context) else 0
            done = max(done, match.last)
        if context.narrative and sentence.index <= OPENING:
            context = _back_to_the_start(text, context, found, sentence.index)
    return tuple(link(text, found))


def _back_to_the_start(
    text: str, context: Context, found: list[TimeExpression], sentence: int
) -> Context:
    """A history that opens with the whole span ("from 1914 to 1918") is told from its start."""
    here = link(text, [row for row in found if row.sentence == sentence])
    spans = [row for row in here if row.range_start is not None]
    if len(spans) < 2 or context.reference != spans[-1].value:
        return context
    begin, end = spans[-1].range_start, spans[-1].range_end
    if begin is None or end is None or (end - begin).days < LONG_SPAN:
        return context  # a battle of some days: what follows comes after it
    return context._replace(reference=spans[-2].value)


def _is_far(reading: Reading, context: Context) -> bool:
    """Whether an expression names, by itself or by the text, a year long before publication."""
    if (
        reading.anchor == "published"
        or context.published is None
        or not reading.value[:4].isdigit()
    ):
        return False
    return int(reading.value[:4]) < context.published.year - FAR


def _read(tokens: Tokens, index: int, context: Context) -> tuple[Match, list[Reading]] | None:
    """The first candidate at a token that its reading accepts."""
    for match in candidates(tokens, index):
        readings = READERS[match.reading](match, context)
        if readings is not None:
            return match, [_recurring(match, reading) for reading in readings]
    return None


_OF_A_YEAR = re.compile(r"\d{4}(-(?:\d\d(?:-\d\d)?|Q\d|SP|SU|FA|WI))")
_RECUR = frozenset(("month", "calendar_date", "season", "quarter", "quarter_pair"))


def _recurring(match: Match, reading: Reading) -> Reading:
    """A month, season or quarter without a year, told as a habit: a SET of no single year."""
    part = _OF_A_YEAR.fullmatch(reading.value)
    bare = part and reading.anchor in ("published", "text") and not match.groups.keys() & {"a", "r"}
    if not (part and bare and match.reading in _RECUR and is_habitual(match)):
        return reading
    return reading._replace(type="SET", value=f"XXXX{part[1]}", anchor=None, refers=False)


def _follow(context: Context, match: Match, reading: Reading) -> Context:
    """Move the anchors to an expression just read."""
    value = reading.value
    if re.fullmatch(r"P\d+M", value) and "nine" in match.words("n") + match.words("a"):
        context = context._replace(months_told=True)
    quarter = reading.refers and re.fullmatch(r"\d{4}-Q\d", value)
    if quarter and not (_unfinished(value, context) and _looks_ahead(match)):
        context = context._replace(quarter=value, months_told=False)
    if reading.refers and (interval(value) or reading.start or value.startswith("BC")):
        day = value[:10] if "T" in value else value
        compared = is_since(match) if context.narrative else is_compared(match)
        compared = bool(context.reference) and compared
        ahead = context.narrative and context.opening and match.reading == "later"
        if not compared and not ahead and not _is_flashback(match, day, context):
            context = context._replace(reference=day)
            if re.fullmatch(r"\d{4}-\d\d", day):
                context = context._replace(month=day)
    return context


def _is_flashback(match: Match, value: str, context: Context) -> bool:
    """Whether a history looks back for a moment ("war had been declared in May")."""
    told = interval(context.reference) if context.narrative and context.reference else None
    span = interval(value)
    return bool(told and span and span.end < told.start and is_pluperfect(match))


def _unfinished(value: str, context: Context) -> bool:
    """Whether a period ends after publication."""
    span = interval(value)
    return bool(span and context.published and span.end >= context.published)


def _modified_as(match: Match, reading: Reading) -> str:
    """Which modifiers an expression takes: those of its type, those of a count for "years ago"."""
    if match.reading in ("ago", "later"):
        return "DURATION"
    if match.reading in ("weekday", "day_word") or reading.type == "SET":
        return "day" if reading.type == "DATE" else "SET"
    if reading.type == "DURATION" and match.reading not in ("duration", "duration_one"):
        return "span"
    return reading.type


def _looks_ahead(match: Match) -> bool:
    return tense(match.tokens, match.first, match.last) == "future"


def _expression(
    text: str, sentence: int, match: Match, reading: Reading, free: int
) -> tuple[TimeExpression, int] | None:
    """A row of the table from a reading, with the words that modify it."""
    tokens = match.tokens
    first = match.first if reading.first is None else reading.first
    last = match.last if reading.last is None else reading.last
    begin, end, mod = first, last, None
    if not reading.value.endswith("_REF"):
        begin, end, mod = extend(tokens, first, last, _modified_as(match, reading))
    if begin < free:
        begin, mod = first, None
    while end > begin + 1 and tokens.word(end - 1) in (".", ","):
        end -= 1
    if begin >= end:
        return None
    start, stop = tokens.spans[begin][0], tokens.spans[end - 1][1]
    span = interval(reading.value) if reading.type in ("DATE", "TIME") else None
    day_from, day_to = reading.start, reading.end
    precision = reading.precision
    if day_from is None and span and reading.rule is None:
        day_from, day_to, precision = span.start, span.end, precision or span.precision
    made = TimeExpression(
        sentence=sentence,
        start=start,
        end=stop,
        reported=text[start:stop],
        type=reading.type,
        value=reading.value,
        mod=mod or reading.mod,
        date_start=day_from,
        date_end=day_to,
        precision=precision if day_from else None,
        calendar=reading.calendar,
        anchor=reading.anchor,
        rule=reading.rule or match.rule,
    )
    return made, end
