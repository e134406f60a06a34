"""Counts that leave their verb out, and tolls that are raised or lowered in the same breath."""

import re

from analysis.figures.casualties.frames import Claim
from analysis.figures.casualties.shapes import Unit

REVISED = re.compile(
    r"(?:lower|rais|rise|rose|risen|climb|increas|jump|revis|reduc|updat|correct|stood|put\Z)"
)


def gaps(units: list[Unit], claims: list[Claim]) -> list[Claim]:
    """Counts that leave their verb out: "and four in the second", "as were nine attackers"."""
    taken = {claim.unit for claim in claims}
    made: list[Claim] = []
    for place, unit in enumerate(units):
        mention = unit.mention
        if unit.kind != "N" or mention is None or place in taken or not mention.counted:
            continue
        left = units[place - 1]
        if left.text == "from" and place > 1 and units[place - 2].text.startswith("rang"):
            verbs = [at for at in range(place) if units[at].kind == "V"]
            made += [Claim(place, at, units[at].measure or "", "toll") for at in verbs[-1:]]
            continue
        claim = next((c for c in reversed(claims) if c.trigger < place), None)
        if claim is None or units[claim.trigger].kind != "V":
            continue
        inverted = left.kind == "B" and place > 1 and units[place - 2].text in ("as", "so")
        between = units[claim.trigger + 1 : place]
        after = units[place + 1] if place + 1 < len(units) else None
        bare = mention.head == "" and left.kind in "A," and after is not None and _placed(after)
        quiet = not any(
            u.kind in "VESTC;RBH" and not (u.kind == "E" and before.text in ("the", "those"))
            for before, u in zip([units[claim.trigger], *between], between, strict=False)
        )
        if inverted or (bare and quiet and claim.rule in ("passive", "subject")):
            made.append(Claim(place, claim.trigger, claim.measure, "gap"))
        elif (
            left.kind == "P"
            and left.text in ("to", "at")
            and _revises(units, claim, place)
            or left.text == "from"
            and place > 1
            and units[place - 2].text.startswith("rang")
        ):
            made.append(Claim(place, claim.trigger, claim.measure, "toll"))
    return made


def _revises(units: list[Unit], claim: Claim, place: int) -> bool:
    """Whether "lowered to", "raised to", "put at" leads to the number."""
    between = units[claim.trigger + 1 : place]
    return any(REVISED.match(u.text) for u in between[-4:])


def _placed(unit: Unit) -> bool:
    """Whether a place or time follows a count that leaves its verb out."""
    return unit.kind == "P" and unit.text not in ("out", "up", "to", "for", "from")
