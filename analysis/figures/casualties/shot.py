"""Armed men who "were shot", and people shot with their kin: killed, though "shot" alone is not."""

import re
from collections.abc import Sequence

from analysis.figures.casualties.frames import Claim, before_verb
from analysis.figures.casualties.shapes import Unit
from analysis.figures.casualties.subjects import subjects

_ARMED = frozenset(("militant", "perpetrator"))
_SHOT = re.compile(r"\bshot\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:no|not|nobody|none|without|survived?|recover(?:ed|ing)|hospital|treated|wound(?:s|ed)?|injur\w+)\b",
    re.IGNORECASE,
)
_AFTER = 90  # characters behind the sentence in which "There were no deaths" stands
_UNCERTAIN = frozenset(("at", "and", "or", "&", "but", "through"))


def may_be_shot(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds the word, and none says that nobody died of it."""
    return bool(_SHOT.search(text, start, end)) and not _NOBODY.search(text, start, end + _AFTER)


def shot(units: list[Unit], taken: Sequence[int]) -> list[Claim]:
    """Read "two gunmen were shot on the stairs" and "was shot with six of his sons".

    Args:
        units: The sentence's units.
        taken: Units that casualty words count; who was "shot and wounded" is among them.
    """
    made: list[Claim] = []
    for at in range(1, len(units)):
        aux = before_verb(units, at)
        if units[at].text != "shot" or units[at].kind != "E" or not aux.passive:
            continue
        following = units[at + 1] if at + 1 < len(units) else None
        if following is not None and (following.text in _UNCERTAIN or following.kind == "V"):
            continue
        found = [i for i in subjects(units, at, aux) if i not in taken]
        company = _company(units, at) if found else []
        armed = [
            i
            for i in found
            if (m := units[i].mention) is not None and m.counted and m.group in _ARMED
        ]
        made += [Claim(i, at, "killed", "shot") for i in (found if company else armed)]
        made += [Claim(i, at, "killed", "shot") for i in company if i not in taken]
    return made


def _company(units: list[Unit], at: int) -> list[int]:
    """The people behind "shot with", "shot together with"."""
    place = at + 1
    while place < len(units) and units[place].text in ("together", "along"):
        place += 1
    if place + 1 >= len(units) or units[place].kind != "W":
        return []
    mention = units[place + 1].mention
    person = mention is not None and mention.known and (mention.counted or mention.implied)
    return [place + 1] if person else []
