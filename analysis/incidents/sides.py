"""On which side the dead of a fight stood, when both sides speak of them.

Each side counts its own dead and those it says that it killed. Numbers of two voices for the dead
of one side are rivals; the dead of two sides are added.
"""

import re
from collections.abc import Sequence

from analysis.context.actors import find_actors
from analysis.context.places import find_places
from analysis.context.ranks import GENERIC, Party, party_of
from analysis.incidents.relate import around, lost_by_itself
from analysis.records import Figure

FORCES = frozenset(("military", "police", "security_forces"))
ARMED = frozenset(("militant", "perpetrator"))
STRIKES = frozenset(("air_strike", "drone_strike"))
NOT_ARMED = frozenset((None, "civilian", "child", "woman", "refugee"))
BOTH = 2
ENEMY = "enemy"
_OWN = re.compile(
    r"\b(?:its|their|his|our)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}\Z|\bof\s+(?:its|their)\s",
    re.IGNORECASE,
)
_END = re.compile(r",|\b(?:and|while|but|when|by|in|were|was|had|have)\b")


def sides(figures: Sequence[Figure], text: str) -> dict[str, str]:
    """figure_id → the side of its victims, where two sides of a fight give numbers.

    Args:
        figures: The counted figures of one event and measure.
        text: The article's text.
    """
    voices = {f.figure_id: _party(f) for f in figures}
    parties = list(dict.fromkeys(v.code for v in voices.values() if v))
    if len(parties) < BOTH:
        return {}
    found: dict[str, str] = {}
    for figure in figures:
        voice = voices[figure.figure_id]
        side = _side(figure, voice, text) if voice else None
        if voice and side == ENEMY:
            others = [party for party in parties if party != voice.code]
            side = others[0] if len(others) == 1 else None
        if side is not None:
            found[figure.figure_id] = side
    return found


def _party(figure: Figure) -> Party | None:
    return party_of(figure.claimant, figure.period_start) if figure.claimant else None


def _side(figure: Figure, voice: Party, text: str) -> str | None:
    """The side of a figure's victims: the voice's own, a nation's, or those it fights."""
    before, after = around(figure, text)
    if lost_by_itself(figure, text) or _OWN.search(before[-20:] + figure.reported + after[:12]):
        return voice.code
    words = re.split(_END, f"{figure.reported}{after[:40]}")[0]
    named = _named(words)
    if named is not None:
        return named
    if figure.group in ARMED:
        return ENEMY if voice.state else None
    if figure.group in FORCES:
        return voice.code if voice.state else ENEMY
    return None


def _named(words: str) -> str | None:
    """The nation or armed group that words name ("seven Pakistani soldiers")."""
    land = next((p.country for p in find_places(words, ()) if p.role == "demonym"), None)
    group = next(
        (a.code for a in find_actors(words, ()) if a.kind == "militant" and a.code not in GENERIC),
        None,
    )
    return land or group


def same_dead(one: Figure, other: Figure) -> bool:
    """Whether a strike's dead are called civilians by one voice and militants by the other."""
    kinds = {one.attack_type, other.attack_type}
    strike = bool(kinds & STRIKES)
    groups = (one.group, other.group)
    called = any(a in ARMED and b in NOT_ARMED for a, b in (groups, groups[::-1]))
    voiced = one.claimant is not None and other.claimant is not None
    return strike and called and voiced and one.claimant != other.claimant
