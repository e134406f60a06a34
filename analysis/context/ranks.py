"""Who gives a toll: how far a voice is followed, and on which side it stands."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from analysis.context.actors import find_actors
from analysis.context.places import find_places
from analysis.lexicon.loader import load, phrase_pattern, words_by_code

HERE = "here"  # the side of those on the spot and of the article itself
PARTISAN = 1
ORDINARY = 2
MONITOR = 3
GENERIC = frozenset(("MILITANT", "UNKNOWN", "TRIBAL"))  # actors that are no one group


class VoiceEntry(NamedTuple):
    """An entry of voices.toml."""

    code: str
    rank: int
    words: tuple[str, ...]
    named: bool = False


class Voice(NamedTuple):
    """A claimant as reconciliation sees it.

    `rank` orders whom best follows (3 monitors, 2 those who answer for the count and the article
    itself, 1 parties and onlookers); tolls of one `side` follow each other in time, tolls of two
    sides contradict each other; `named` is one and the same voice from article to article.
    """

    rank: int = ORDINARY
    side: str = HERE
    named: bool = False


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, str], dict[str, VoiceEntry]]:
    entries = load("voices", VoiceEntry)
    words = [word for entry in entries for word in entry.words]
    pattern = re.compile(rf"(?<!\w){phrase_pattern(words)}(?!\w)", re.IGNORECASE)
    return pattern, words_by_code(entries), {entry.code: entry for entry in entries}


def _entry(words: str) -> VoiceEntry:
    """The entry of words that the pattern found."""
    _, codes, entries = _lexicon()
    return entries[codes[words.replace("’", "'")]]


@cache
def _read(claimant: str, month: date | None) -> tuple[VoiceEntry | None, str | None, str | None]:
    """Entry of the longest words found, the armed group, and the country spoken for."""
    pattern, _, _ = _lexicon()
    found = [" ".join(m.group().casefold().split()) for m in pattern.finditer(claimant)]
    longest = max(found, key=len, default=None)
    entry = _entry(longest) if longest else None
    if entry is not None and entry.code == "official":
        entry = next((e for e in map(_entry, found) if e.code == "armed_group"), entry)
    actors = find_actors(claimant, (), published=month)
    group = next((a.code for a in actors if a.kind == "militant"), None)
    states = (a.code[:3] for a in actors if a.kind in ("state", "voice") and a.code[3:4] == "_")
    land = next((p.country for p in find_places(claimant, ()) if p.country), None)
    return entry, group, land or next(states, None)


class Party(NamedTuple):
    """A side in a fight: the code of an armed group, or a state (ISO 3166-1 alpha-3; "state")."""

    code: str
    state: bool


def party_of(claimant: str, published: date | None) -> Party | None:
    """The armed group or the state that a claimant speaks for, None where it is neither."""
    entry, group, land = _read(claimant, published and published.replace(day=1))
    if entry is not None and entry.rank == MONITOR:
        return None
    if group is not None and group not in GENERIC:
        return Party(group, False)
    if entry is not None and entry.code == "armed_group":
        return Party(entry.code, False)
    if land is not None:
        return Party(land, True)
    return Party("state", True) if entry is not None and entry.code == "forces" else None


def voice_of(claimant: str | None, *, country: str | None, published: date | None) -> Voice:
    """The rank and side of a claimant.

    Args:
        claimant: The words for who gives the number; None is the article's own voice.
        country: Where the event happened; a state speaking of another's land is a party.
        published: When; decides who "the Taliban" are.
    """
    if claimant is None:
        return Voice()
    entry, group, land = _read(claimant, published and published.replace(day=1))
    if entry is not None and entry.rank == MONITOR:
        return Voice(MONITOR, HERE, entry.named)
    if group is not None:
        return Voice(PARTISAN, group, True)
    if entry is not None and entry.code == "armed_group":
        return Voice(PARTISAN, "armed_group", False)
    if land is not None and country is not None and land != country:
        return Voice(PARTISAN, land, False)
    return Voice(entry.rank if entry else ORDINARY, HERE, bool(entry and entry.named))
