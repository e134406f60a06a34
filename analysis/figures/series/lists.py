"""Counts in lists that leave out what they count: "Laghman (19)", "and Punjab three"."""

import re
from functools import cache

from analysis.figures.groups import group_of
from analysis.figures.series.line import Counted, Line, earlier, subject, topic, wholes
from analysis.figures.series.told import Told, like
from analysis.figures.series_words import phrases, unit_of

_OPENED = re.compile(r"[,;(–—]\s*(?:and\s+|another\s+|with\s+)?\Z|\band\s+\Z", re.IGNORECASE)
_BY = re.compile(
    r"\s+(?P<word>in|from|by|during|at|on|to|due\s+to|because\s+of)\s+(?P<rest>.{1,30})", re.S
)
_WERE = re.compile(
    r"\s+(?:had\s+been|were|was|have\s+been|took\s+place|occurred|happened|came|targeted|hit|are|could)\b"
    r"(?!\s+(?:\w+ly\s+)?(?:killed|injured|wounded|hurt|arrested|dead|martyred|kidnapped|abducted))",
    re.IGNORECASE,
)

_RANKED = re.compile(
    r"\b(?:highest|most|lowest|fewest|followed\s+by|by\s+(?:province|district|region|group)|(?:recorded|reported"
    r"|occurred|happened|concentrated|took\s+place|were|was)\s+in)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\b(?P<word>with|at|for|behind)\s+(?:only\s+|just\s+)?\Z", re.IGNORECASE)
_STOP = re.compile(r"[,;]\s*(?:and\s+|but\s+)?|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_VERB_BETWEEN = re.compile(
    r"\b(?:was|were|is|are|had|has|have|said|says|killed|injured|arrested|attacks?|percent|cent)\b",
    re.IGNORECASE,
)

_OUT_OF = re.compile(r"[\"“\s]*(?:Out\s+)?of\s+(?:the\s+|these\s+|those\s+)?", re.IGNORECASE)
_OF_NOUN = re.compile(
    r"[\"“•\s]*(?:Out\s+)?of\s+(?:these|those|the|all)\s+(?P<what>(?:[\w’'-]+\s*){1,3}),",
    re.IGNORECASE,
)
_FROM_WHOM = re.compile(
    r"\s+(?P<verb>(?:were|was|came|served|belonged|worked|had\s+been|are|is)\s+)?"
    r"(?P<link>(?:from|to|in|with|of|at|on|for|by)\s+)(?P<who>[^,.;:()]{3,60}?)(?=[,.;]|\Z|\s+and\b)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\s+(?:(?:were|was|are|is)\s+)?(?P<who>[\w’'-]+(?:\s+[\w’'-]+){0,2}?)\s*(?=[.,;]|\Z|and\b)",
    re.IGNORECASE,
)


def listed(line: Line, place: int) -> Told | None:
    """A number in a list, counting what the list began with."""
    token = line.tokens[place]
    if token.quantity is None or token.quantity.kind not in ("digits", "words"):
        return None
    return (
        _in_brackets(line, place)
        or _by_name(line, place)
        or _out_of_people(line, place)
        or _parallel(line, place)
        or _of_these(line, place)
        or _out_of(line, place)
        or _borne(line, place)
        or _same_opening(line, place)
    )


def _head(line: Line, at: int) -> Counted | None:
    """What a list counts: the total before it in the sentence, or of the sentence before."""
    here = wholes(line, at)
    return here[0] if here else earlier(line)


def _in_brackets(line: Line, place: int) -> Told | None:
    """Numbers in brackets behind names of places: "Nangarhar (88) and Laghman (19)"."""
    token = line.tokens[place]
    items = [
        m
        for m in re.finditer(
            r"(?P<name>[\w’'-]+)\s+\((?P<n>[\d,]+|[a-z]+)\)", line.text[line.start : line.end]
        )
        if m["name"][0].isupper()
    ]
    mine = [m for m in items if line.start + m.start("n") == token.start]
    if not mine or not any(line.named(line.start + m.start("n") - 1) for m in items):
        return None
    here = wholes(line, token.start)
    if not here and len(items) < 2:
        return None
    measure = None if here else subject(line.text[line.start : line.start + items[0].start()])
    if measure and _RANKED.search(line.text, line.start, line.start + items[0].start()):
        return Told(measure, "series:listed", unit=unit_of(measure))
    source = _head(line, token.start)
    return source and like(source, "series:listed")


def _by_name(line: Line, place: int) -> Told | None:
    """The last number of "Sindh saw six attacks with two deaths, and Punjab three"."""
    token = line.tokens[place]
    here = wholes(line, token.start)
    left = line.left(token.start)
    too = left.endswith(" for ") and here and line.left(here[0][1].start).endswith(" for ")
    if not (too or line.named(token.start)) or not line.closed(token.end):
        return None
    if not here or not re.search(r"[,;]|\band\b", line.text[here[0][1].end : token.start]):
        return None
    return like(here[0], "series:listed")


def _borne(line: Line, place: int) -> Told | None:
    """The attacks of one group: "31 attacks … The BLF was responsible for nine"."""
    token = line.tokens[place]
    left = line.left(token.start)
    source = topic(line, token.start)
    if source is None or source[1].unit != "event" or not line.closed(token.end):
        return None
    if not _bearing().search(left) or token.quantity is None:
        return None
    size, whole = token.quantity.best or 0, source[1].best or source[1].low or 0
    return like(source, "series:listed") if size <= whole * 2 else None


@cache
def _bearing() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases('borne')}\s+(?:another\s+|only\s+|just\s+)?\Z", re.IGNORECASE)


def _same_opening(line: Line, place: int) -> Told | None:
    """The last number of "May was the worst month with 212 deaths; March the calmest with 44"."""
    token = line.tokens[place]
    here = wholes(line, token.start)
    word = _LEADING.search(line.left(token.start))
    if not here or not word or not line.closed(token.end):
        return None
    first = _LEADING.search(line.left(here[-1][1].start))
    between = line.text[here[-1][1].end : token.start]
    same = first is not None and first["word"].casefold() == word["word"].casefold()
    apart = len(_STOP.findall(between)) == 1 and not _VERB_BETWEEN.search(between)
    return like(here[-1], "series:listed") if same and apart else None


def _parallel(line: Line, place: int) -> Told | None:
    """The other numbers of "31 casualties resulted from mines, 12 from shelling"."""
    token = line.tokens[place]
    behind = _BY.match(line.text, token.end, line.end)
    if not behind or not _OPENED.search(line.left(token.start)):
        return None
    word = behind["word"].casefold()
    if word in ("in", "at", "on", "to") and not behind["rest"][0].isupper():
        return None
    for counted in reversed(wholes(line, token.start)):
        after = line.text[counted[1].end : token.start]
        if re.search(rf"\b{word}\b", after, re.IGNORECASE) or _in_list(line, token.start):
            return like(counted, "series:listed")
    return None


def _in_list(line: Line, at: int) -> bool:
    """Whether the number before stands in a list itself."""
    before = [f for _, f in line.told if f.end <= at]
    return bool(before) and before[-1].rule.endswith((":listed", ".gap", ":gap"))


def _of_these(line: Line, place: int) -> Told | None:
    """Parts of those counted before: "61 of these children were boys and 35 girls"."""
    token = line.tokens[place]
    if _OF_NOUN.match(line.text, line.start, line.end):
        return _of_noun(line, place)
    behind = re.match(r"\s+of\s+(?:these|those|the)\s+(?P<who>[\w’'-]+)\b", line.right(token.end))
    if behind:
        group = group_of(behind["who"])
        known = [c for c in line.before if c[1].form == "count" and group and c[1].group == group]
        return like(known[0], "series:part")._replace(part=True) if known else None
    parts = [f for _, f in line.told if f.rule == "series:part" and f.end <= token.start]
    who = re.match(r"\s+(?P<who>[\w’'-]+)\s*(?:[.,;]|\Z|and\b)", line.right(token.end))
    if (
        not parts
        or not who
        or not group_of(who["who"])
        or not _OPENED.search(line.left(token.start))
    ):
        return None
    source = next((c for c in line.before if c[1].measure == parts[0].measure), None)
    return source and like(source, "series:part")._replace(part=True)


def _of_noun(line: Line, place: int) -> Told | None:
    """The parts of "Of these fatalities, 586 were soldiers, 545 rebels and 393 civilians"."""
    token = line.tokens[place]
    opening = _OF_NOUN.match(line.text, line.start, line.end)
    measure = subject(opening["what"]) if opening else None
    source = next((c for c in line.before if c[1].measure == measure), None)
    who = _WHO.match(line.text, token.end, line.end)
    group = group_of(who["who"]) if who else None
    if measure is None or who is None or (group is None and unit_of(measure) == "person"):
        return None
    told = like(source, "series:part") if source else Told(measure, "series:part")
    return told._replace(part=source is not None, group=group, group_text=who["who"])


def _out_of(line: Line, place: int) -> Told | None:
    """The part of "Of 48 attacks this quarter, he said, 19 had been planned abroad"."""
    token = line.tokens[place]
    here = [c for c in wholes(line, token.start) if c[1].unit == "event"]
    if not here or not _WERE.match(line.text, token.end, line.end):
        return None
    opening = line.text[line.start : here[0][1].start]
    first = _OUT_OF.fullmatch(opening)
    between = line.text[here[0][1].end : token.start].rstrip()
    if not first or not (between.endswith(",") or len(between.split()) <= 3):
        return None
    return like(here[0], "series:listed")._replace(part=True)


def _out_of_people(line: Line, place: int) -> Told | None:
    """The parts of "Of the 212 policemen killed, 120 were from … and 51 from …; 41 served in"."""
    token = line.tokens[place]
    here = [c for c in wholes(line, token.start) if c[1].unit == "person"]
    opening = line.text[line.start : here[0][1].start] if here else ""
    if token.quantity is None:
        return None
    if not here or not _OUT_OF.fullmatch(opening):
        return _next_part(line, place)
    size, whole = token.quantity.best or 0, here[0][1].best or 0
    if not 0 < size <= whole or not _OPENED.search(line.left(token.start)):
        return None
    who = _FROM_WHOM.match(line.right(token.end))
    if not who or (not who["verb"] and len(line.told) < 2):
        return None
    told = like(here[0], "series:part")._replace(part=True)
    group = group_of(who["who"])
    return told._replace(group=group, group_text=who["who"]) if group else told


def _next_part(line: Line, place: int) -> Told | None:
    """The next part of "Six of the martyrs belonged to …, four were from the local post"."""
    token = line.tokens[place]
    parts = [f for _, f in line.told if f.end <= token.start and f.rule.endswith(".among")]
    who = _FROM_WHOM.match(line.right(token.end))
    if not parts or not who or not who["verb"] or not _OPENED.search(line.left(token.start)):
        return None
    last = parts[-1]
    whole = last.part_of
    told = like((-1 if whole is None else whole, last), "series:part")
    group = next((f.group for i, f in line.before if i == whole), None) or group_of(who["who"])
    return told._replace(part=whole is not None, group=group)
