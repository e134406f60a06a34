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
    across: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()


class Reading(NamedTuple):
    """What the context says of a claim: a certainty of the table or None, and whether recalled."""

    certainty: str | None
    background: bool
    cue: str = ""


class _Cue(NamedTuple):
    """The phrases of one entry, compiled, with the stretch that they reach over."""

    code: str
    side: str
    reach: int
    across: bool
    pattern: re.Pattern[str]


_SIDES = ("before", "after", "anywhere")
_WINDOW = 240  # characters; no cue reaches further
_WHOLE = 1500  # characters on either side that "anywhere in the sentence" means at most
_FINITE = re.compile(r"[,;]|\b(?:was|were|had)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:who|which|whom)\b", re.IGNORECASE)
_RECALLING = frozenset(
    ("after", "over", "against", "about", "for", "since", "following", "of", "as", "amid")
)
_INFINITIVE = re.compile(r"\bto(?:\s(?:have\sbeen|have|be))?\s?\Z", re.IGNORECASE)


def _alternatives(phrase: str) -> str:
    parts = []
    for part in phrase.split():
        options = "|".join(re.escape(option).replace("'", "['’]") for option in part.split("|"))
        parts.append(f"(?:{options})")
    return r"\s+".join(parts)


@cache
def _cues() -> tuple[_Cue, ...]:
    made = []
    for entry in load("casualty_context", ContextEntry, unique=()):
        for side in _SIDES:
            phrases = getattr(entry, side)
            if phrases:
                joined = "|".join(_alternatives(p) for p in phrases)
                pattern = re.compile(rf"\b(?:{joined})(?!\w)", re.IGNORECASE)
                made.append(_Cue(entry.code, side, entry.reach, entry.across, pattern))
    return tuple(made)


def _cue_of(cue: _Cue, left: str, right: str, whole: str) -> str | None:
    """The cue's words where it reaches the claim, else None."""
    if cue.side == "anywhere":
        found = cue.pattern.search(whole)
        return found.group() if found else None
    stretch = left[-_WINDOW:] if cue.side == "before" else right[:_WINDOW]
    for found in cue.pattern.finditer(stretch):
        between = stretch[found.end() :] if cue.side == "before" else stretch[: found.start()]
        stop = _RELATIVE if cue.across else _FINITE
        if len(between.split()) <= cue.reach and not stop.search(between):
            return found.group()
    return None


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
            left = opening[: _INFINITIVE.search(opening).start()]
            asserted = any(
                c.code == "asserting" and _cue_of(c, left, "", "") is not None for c in _cues()
            )
            if not asserted and ("base" in forms or "have" not in opening.split()[-2:]):
                certainty = certainty or "hypothetical"
    background |= claim.rule == "agent"
    if trigger.kind == "T" and claim.trigger:
        behind = units[claim.trigger - 1]
        background |= behind.kind in "PSO" and behind.text in _RECALLING
    if certainty is None and _before_not(units, claim):
        certainty = "negated"
    background |= _pronoun_after(units, claim)
    clause = _clause_start(units, min(claim.trigger, claim.unit), start)
    stop = max(trigger.end, units[claim.unit].end)
    right = text[stop : min(end, stop + _WINDOW)]
    whole = text[max(start, first - _WHOLE) : min(end, stop + _WHOLE)]
    for cue_entry in _cues():
        if cue_entry.code == "asserting":
            continue
        for edge in {trigger.start, first}:
            left = text[max(clause, edge - _WINDOW) : edge]
            found = _cue_of(cue_entry, left, right, whole)
            if found is None:
                continue
            if cue_entry.code == "background":
                background, cue = True, found
            elif certainty is None or cue_entry.code == "natural":
                certainty, cue = cue_entry.code, found
    return Reading(certainty, background, cue)


def _pronoun_after(units: list[Unit], claim: Claim) -> bool:
    """Whether the clause begins with "after he": what one did before his own fate."""
    for at in range(claim.trigger - 1, max(claim.trigger - 14, 0), -1):
        if units[at].kind == ";":
            return False
        if units[at].kind == "1" and units[at].text in ("he", "she"):
            return units[at - 1].text == "after"
    return False


def _before_not(units: list[Unit], claim: Claim) -> bool:
    """Whether "not" stands right before the people: "not a single guard"."""
    left = claim.unit - 1
    while left >= 0 and units[left].kind == "D":
        left -= 1
    return left >= 0 and units[left].kind == "Z"


def _clause_start(units: list[Unit], place: int, start: int) -> int:
    """Offset behind the last strong stop before a unit."""
    for at in range(place, -1, -1):
        if units[at].kind == ";":
            return units[at].end
    return start
