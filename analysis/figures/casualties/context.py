"""Whether a casualty happened: negated, denied, hypothetical, or an earlier event recalled."""

import re
from functools import cache
from typing import NamedTuple

from analysis.figures.casualties.frames import Claim, before_verb
from analysis.figures.casualties.shapes import Unit
from analysis.lexicon import load


class ContextEntry(NamedTuple):
    """Phrases of one code; see `casualty_context.toml`."""

    code: str
    reach: int = 0
    before: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()


class Reading(NamedTuple):
    """What the context says of a claim: a certainty of the table or None, and whether recalled."""

    certainty: str | None
    background: bool
    cue: str = ""


class _Patterns(NamedTuple):
    before: tuple[tuple[str, re.Pattern[str]], ...]
    anywhere: tuple[tuple[str, re.Pattern[str]], ...]


def _alternatives(phrase: str) -> str:
    parts = []
    for part in phrase.split():
        options = "|".join(re.escape(option).replace("'", "['’]") for option in part.split("|"))
        parts.append(f"(?:{options})")
    return r"\s+".join(parts)


@cache
def _patterns() -> _Patterns:
    before, anywhere = [], []
    for entry in load("casualty_context", ContextEntry, unique=()):
        if entry.before:
            joined = "|".join(_alternatives(p) for p in entry.before)
            gap = rf"(?:[\s,'\"“”‘’()-]+[\w’'.&/-]+){{0,{entry.reach}}}[\s,'\"“”‘’(]*"
            before.append((entry.code, re.compile(rf"\b(?:{joined})(?={gap}\Z)", re.IGNORECASE)))
        if entry.anywhere:
            joined = "|".join(_alternatives(p) for p in entry.anywhere)
            anywhere.append((entry.code, re.compile(rf"\b(?:{joined})", re.IGNORECASE)))
    return _Patterns(tuple(before), tuple(anywhere))


_INFINITIVE = re.compile(r"\bto(?:\s+have|\s+be|\s+have\s+been)?\s*\Z", re.IGNORECASE)


def read(text: str, start: int, end: int, units: list[Unit], claim: Claim) -> Reading:
    """Read the context of one claim.

    Args:
        text: The article's text.
        start: The sentence's start.
        end: The sentence's end.
        units: The sentence's units.
        claim: The claim.
    """
    trigger, mention = units[claim.trigger], units[claim.unit].mention
    aux = before_verb(units, claim.trigger) if trigger.kind == "V" else None
    background, cue = False, ""
    certainty: str | None = None
    first = min(trigger.start, units[claim.unit].start)
    if mention is not None and mention.nobody:
        certainty = "negated"
    if aux is not None:
        span = units[max(aux.place + 1, 0) : claim.trigger]
        if any(u.kind == "Z" or u.text.endswith(("n't", "n’t")) for u in span):
            certainty = "negated"
        elif aux.modal:
            certainty = certainty or "hypothetical"
        forms = trigger.trigger.forms if trigger.trigger else frozenset()
        opening = text[max(start, trigger.start - 30) : trigger.start]
        if _INFINITIVE.search(opening) and forms & {"base", "participle"}:
            left = text[start : trigger.start]
            left = left[: _INFINITIVE.search(left).start()]
            asserted = any(
                code == "asserting" and pattern.search(left) for code, pattern in _patterns().before
            )
            if not asserted and ("base" in forms or "have" not in opening.split()[-2:]):
                certainty = certainty or "hypothetical"
    clause = _clause_start(units, min(claim.trigger, claim.unit), start)
    for edge in {trigger.start, first}:
        left = text[clause:edge]
        for code, pattern in _patterns().before:
            found = pattern.search(left)
            if found is None or code == "asserting":
                continue
            if code == "background":
                background, cue = True, found.group()
            elif certainty is None:
                certainty, cue = code, found.group()
    whole = text[start:end]
    for code, pattern in _patterns().anywhere:
        found = pattern.search(whole)
        if found is None:
            continue
        if code == "background":
            background, cue = True, found.group()
        elif certainty is None:
            certainty, cue = code, found.group()
    return Reading(certainty, background, cue)


def _clause_start(units: list[Unit], place: int, start: int) -> int:
    """Offset behind the last strong stop before a unit."""
    for at in range(place, -1, -1):
        if units[at].kind == ";":
            return units[at].end
    return start
