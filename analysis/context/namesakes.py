"""Namesakes: places that bear a known name and lie elsewhere, as what contains them shows."""

import re
from collections.abc import Sequence

from analysis.context.gazetteer import Spot
from analysis.context.place_names import Match, linked

_CONTAINED = re.compile(
    r"[\s(]*(?:['’]s)?\s*(?:(?:city|town|village|area|areas|district|tehsil|valley|bazaar|region)\s+)?"
    r"(?:(?:area|part|region)\s+)?(?:of|in|\()\s*(?:the\s+)?",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(r",?\s+(?:and|or|&)\s|,\s+[A-Z]")
_LEVEL = {"town": 0, "city": 0, "district": 1, "adm1": 2, "country": 3, "demonym": -1}


def elsewhere(text: str, match: Match, spot: Spot, following: Sequence[Match]) -> bool:
    """Whether the places that contain a name lie elsewhere than every reading of it.

    Then the name is a namesake that the gazetteer does not know: `find_unknown` takes it up.
    """
    if spot.kind not in ("town", "city", "district"):
        return False
    end, level = match.end, _LEVEL[spot.kind]
    for n, after in enumerate(following):
        if not linked(text, end, after.start) or re.search(r"\band\b", text[end : after.start]):
            return False
        end = after.end
        readings = [s for s in after.spots if s.kind != "demonym"]
        if not readings:
            return False
        countries = {s.country for s in readings}
        provinces = {s.adm1 for s in readings if s.adm1}
        inside = _CONTAINED.fullmatch(text, match.end, after.start)
        here = max(_LEVEL[s.kind] for s in readings)
        if here <= level and not inside:
            level = min(level, here)
            if after is not following[-1] and linked(text, after.end, following[n + 1].start):
                continue  # a finer name; what follows may contain both
            if here < _LEVEL[spot.kind] or _LIST_GOES_ON.match(text, after.end):
                return False
        if all(s.country not in countries for s in match.spots):
            return True
        if inside or any(s.cue for s in match.spots):
            return bool(provinces) and all(
                s.adm1 is not None and s.adm1 not in provinces for s in match.spots
            )
        return False
    return False
