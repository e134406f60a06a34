"""Men that a force lost: "the army says it has lost over 4,000 officers and men"."""

import re
from collections.abc import Sequence
from functools import cache

from analysis.figures.casualties.fates import TallyEntry
from analysis.figures.casualties.frames import Claim
from analysis.figures.casualties.objects import more
from analysis.figures.casualties.shapes import Unit
from analysis.figures.groups import group_of
from analysis.lexicon import load, phrase_pattern

_FORCES = frozenset(("military", "police", "security_forces", "militant"))
_LOSING = frozenset(("lost", "lose", "loses", "losing"))
_LEAST = 10  # fewer without a noun may be goals or matches
_CONTEST = re.compile(
    r"\b(?:w[io]n|winning|drew|seats?|votes?|match(?:es)?|games?|goals?|points?|wickets?|runs|final|league)\b",
    re.IGNORECASE,
)
_ALLIES = re.compile(r"\b(?:its|their|the)\s+(?:\w+\s+)?allies\s*\Z", re.IGNORECASE)
_LIVING = re.compile(
    r"\s+(?:\w+\s+)?to\s+(?:injur|desert|defect|resign|retire|illness|disease|rival|other)", re.I
)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    entries = load("tally_words", TallyEntry, unique=("code",))
    words = [w for e in entries if e.code == code for w in e.words]
    return re.compile(rf"\b{phrase_pattern(words)}\b", re.IGNORECASE)


def may_lose(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a word for losing men."""
    return bool(re.compile(r"\b(?:lost|loses?|losing)\b", re.I).search(text, start, end))


def losses(text: str, start: int, units: Sequence[Unit], taken: set[int]) -> list[Claim]:
    """The people that a force lost, where they are told as its men or fighters.

    Args:
        text: The article's text.
        start: The sentence's start.
        units: The sentence's units.
        taken: Units that other casualty words count.
    """
    made = []
    for at in range(1, len(units)):
        mention, verb = units[at].mention, units[at - 1]
        if mention is None or units[at].kind != "N" or at in taken:
            continue
        joined = [i for i in more(list(units), at) if i not in taken]
        with_men = any((m := units[i].mention) is not None and m.group in _FORCES for i in joined)
        if not (mention.counted or (mention.implied and (with_men or mention.group in _FORCES))):
            continue
        if verb.text not in _LOSING or _LIVING.match(text, units[at].end):
            continue
        before = text[max(start, verb.start - 90) : verb.start]
        force = mention.group in _FORCES or _is_force(before)
        if force and (
            mention.group in _FORCES or _pattern("own").search(text, mention.end, mention.end + 40)
        ):
            own = mention.group or _force_of(before)
            made.append(Claim(at, at - 1, "killed", "lost", mention._replace(group=own)))
            made += [Claim(i, at - 1, "killed", "lost") for i in joined]
    return made + _bare(text, start, units, taken | {claim.unit for claim in made})


def _bare(text: str, start: int, units: Sequence[Unit], taken: set[int]) -> list[Claim]:
    """Numbers alone: "The army lost some 14,000, the police perhaps 9,000", "its allies 200"."""
    made: list[Claim] = []
    lost: int | None = None
    if units and _CONTEST.search(text, start, units[-1].end):
        return []
    for at in range(1, len(units)):
        mention = units[at].mention
        if units[at].text in _LOSING:
            lost = at
        if mention is None or lost is None or not (mention.counted and mention.head == ""):
            continue
        ended = at + 1 == len(units) or units[at + 1].kind in ",;AS"
        size = mention.best or mention.high or mention.low or 0
        if at in taken or not ended or size < _LEAST:
            continue
        first = at == lost + 1
        begin = max(start, (units[lost].start if first else units[at].start) - 60)
        words = text[begin : units[lost].start if first else units[at].start]
        who = re.split(r"[,;:.()]|\band\b", words.rstrip(", "))[-1]
        group = group_of(re.split(r"\b(?:says?|said|that|have|has|had)\b", who)[0])
        known = group in _FORCES or bool(_ALLIES.search(who))
        verb = re.search(r"\b(?:was|were|is|are|has|have|had|in|at|of)\b", who)
        if not known or (not first and (verb or not (made or _counted(units, lost, taken)))):
            continue
        made.append(Claim(at, lost, "killed", "lost", mention._replace(group=group)))
    return made


def _counted(units: Sequence[Unit], lost: int, taken: set[int]) -> bool:
    """Whether people are counted as lost right behind the verb."""
    return lost + 1 in taken and units[lost + 1].kind == "N"


def _is_force(words: str) -> bool:
    return bool(_force_of(words) or _pattern("force").search(words))


def _force_of(words: str) -> str | None:
    """The group of the last force that some words name."""
    clause = re.split(r"[;:]", words)[-1]
    group = group_of(re.split(r"\b(?:says?|said|that|have|has|had)\b", clause)[0])
    return group if group in _FORCES else None
