"""Several attacks in one article: the sum that announces them, and where the next one begins."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from analysis.context.attack_types import attack_words, relation
from analysis.figures.relative import aside_at
from analysis.incidents.clues import Clue, gap
from analysis.incidents.relate import value
from analysis.incidents.words import phrases
from analysis.records import Document

AHEAD = 12  # figures behind a sum that may share it out
LEAST = 2  # events that make several
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|several|multiple|separate|different|twin|various"
    r"|\d{1,2})"
)
_SHIFT = re.compile(
    r"\b(?:hours?|minutes)\s+(?:later|earlier|before|afterwards?)\b|"
    r"\b(?:in|on|during)\s+the\s+(?:early\s+)?(?:morning|afternoon|evening|night)\b|"
    r"\b(?:later|earlier)\s+(?:in\s+the|on|that|the\s+same)\b|"
    r"\b(?:the|that)\s+same\s+(?:day|evening|night|morning|afternoon)\b|\bat\s+night\b",
    re.IGNORECASE,
)
_HEAD = 6  # characters before the day that heads an entry: a bullet, a bracket
_HEADING = re.compile(r"[^\n.;]{0,60}?[:–—-]\s")
_FRONT = 60  # characters of a sentence in which a change of time may stand


class Shares(NamedTuple):
    """Figures that sum up several events, and for each that is shared out which share it is of."""

    sums: frozenset[str]
    shares: dict[str, int]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    deed, deeds, act, agent = (phrases(code) for code in ("deed", "deeds", "act", "agent"))
    patterns = {
        "many": (
            rf"\b{_NUMBER}\s+(?:[\w-]+\s+){{0,3}}?{deeds}\b"
            rf"|\bseparate\s+(?:[\w-]+\s+){{0,2}}?{act}s?\b|\b(?:twice|two\s+times|thrice)\b"
        ),
        "another": (
            rf"\b(?:another|separate|second|third|different)\s+(?:[\w-]+\s+){{0,2}}?{deed}\b"
            rf"|\b(?:a|another)\s+separate\s+(?:[\w-]+\s+){{0,2}}?{act}\b"
            r"|(?:^|[.;]\s+)\W*in\s+(?:the|a)\s+(?:second|third|other|latter)\s*,"
            r"|(?:^|[.;]\s+)\W*separately\b"
        ),
        "new": (
            rf"\b(?:an?|another|two|three)\s+(?:[\w-]+\s+){{0,3}}?{act}s?\b"
            rf"|(?<!\bthe\s)(?<!\bthese\s)(?<!\bthose\s)\b{agent}\b"
        ),
        "follows": (
            rf"\b(?:{act}|it|this)\s+(?:also\s+)?(?:comes?|came|coming|follow(?:s|ed)|happened|occurred"
            r"|took\s+place)\b"
        ),
    }
    return {name: re.compile(words, re.IGNORECASE) for name, words in patterns.items()}


def shares_of(marked: Sequence[Clue], document: Document) -> Shares:
    """Find sums over several attacks that the sentences behind them share out.

    "Two attacks left seven dead. … killed three soldiers. … shot dead four barbers." The sum
    belongs to no event, and each sentence that tells a share tells an event of its own.
    """
    sums: set[str] = set()
    shares: dict[str, int] = {}
    for place, clue in enumerate(marked):
        total = clue.figure
        if total.part_of or total.figure_id in shares or value(total) < LEAST:
            continue
        if not _patterns()["many"].search(document.text, clue.start, clue.end):
            continue
        behind = [
            c.figure
            for c in marked[place + 1 : place + AHEAD]
            if c.figure.measure == total.measure
            and c.figure.sentence != total.sentence
            and not c.figure.part_of
        ]
        told = sorted({f.sentence for f in behind})
        sizes = [sum(value(f) for f in behind if f.sentence == s) for s in told]
        many = next((n for n, s in enumerate(accumulate(sizes), 1) if s == value(total)), 0)
        if many < LEAST:
            continue
        sums.add(total.figure_id)
        shares.update({c.figure.figure_id: told.index(c.figure.sentence) for c in marked
                       if c.figure.sentence in told[:many]})  # fmt: skip
    return Shares(frozenset(sums), shares)


def begins_another(event: Sequence[Clue], clue: Clue, document: Document) -> bool:
    """Whether the words before a figure begin an attack of its own in the same place.

    They say so ("in a separate attack", "in the second,"), or they move to another time of the
    day ("hours later") or another day and bring in an attack of another kind or a new one.
    """
    text, before = document.text, event[-1]
    if clue.paragraph != before.paragraph and _headed(document, clue):
        return True
    if clue.late or clue.figure.group == "perpetrator":
        return False
    start = clue.start
    if clue.figure.sentence - before.figure.sentence > 1:
        start = document.sentences[clue.figure.sentence - 1].start
    if _patterns()["another"].search(text, start, clue.figure.start):
        return True
    new = _patterns()["new"].search(text, start, clue.end)
    if not new:
        return False
    stated = next((c.days for c in event if c.day_at >= 0), None)
    if clue.day_at >= clue.start and (gap(stated, clue.days) or 0) > 0:
        return True
    kinds = attack_words(document, clue.figure.sentence)
    first = {c.figure.attack_type for c in event} - {None, "other"}
    apart = kinds and first and all(relation(a, b) == "apart" for a in kinds for b in first)  # type: ignore[arg-type]
    shifted = _SHIFT.search(text, start, min(start + _FRONT, clue.end))
    return bool(shifted and apart)


def _headed(document: Document, clue: Clue) -> bool:
    """Whether a figure's paragraph is an entry of a list: "24 July, Bajaur: A shell struck …"."""
    opening = max(document.text.rfind("\n", 0, clue.start), 0)
    return any(
        (d.type, d.precision) == ("DATE", "day")
        and 0 <= d.start - opening <= _HEAD
        and _HEADING.match(document.text, d.end)
        for d in document.dates
    )


def told_aside(marked: Sequence[Clue], clue: Clue, document: Document) -> bool:
    """Whether a figure tells of an event before the one that its sentence is about.

    It stands behind "a day after" and the sentence tells an act or victims of its own, or behind
    "the attack follows".
    """
    text, figure = document.text, clue.figure
    sentence = document.sentences[figure.sentence]
    follows = _patterns()["follows"].search(text, sentence.start, figure.start)
    aside = aside_at(document, sentence, figure.start)
    if aside is None:
        return bool(follows and "follow" in follows.group().rpartition(" ")[2].casefold())
    if follows and follows.end() <= aside.start:
        return True
    new = _patterns()["new"]
    if new.search(text, sentence.start, aside.opening) or new.search(text, aside.end, sentence.end):
        return True
    return any(
        c.figure.sentence == figure.sentence
        and not c.late
        and not aside.start <= c.figure.start < aside.end
        and not c.figure.rule.endswith((".toll", ".level", ".body"))
        for c in marked
    )
