"""Coordinates of an event, as far as the gazetteer knows them."""

from collections.abc import Iterator
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any, NamedTuple

from analysis.context.gazetteer import Spot, gazetteer
from analysis.context.words import tokens
from analysis.lexicon.loader import load

RADIUS = 6371.0  # kilometres


class SeatEntry(NamedTuple):
    """An entry of seats.toml: a province's code, and its districts' latitude and longitude."""

    code: str
    seats: dict[str, Any]


class Point(NamedTuple):
    """Coordinates in degrees, and of what: the place, its district's or its province's seat."""

    latitude: float
    longitude: float
    precision: str


def _readings(name: str | None) -> Iterator[Spot]:
    """Readings of a name that have coordinates."""
    key = tokens(name or "")
    for known, readings in gazetteer().names.get(key[0], ()) if key else ():
        if known == key:
            yield from (r for r in readings if r.latitude is not None and r.longitude is not None)


@cache
def _seats() -> dict[tuple[str | None, tuple[str, ...]], Point]:
    """Seats of districts by province and folded name."""
    return {
        (entry.code, tokens(name)): Point(float(north), float(east), "district")
        for entry in load("seats", SeatEntry, unique=("code",))
        for name, (north, east) in entry.seats.items()
    }


@cache
def _towns() -> dict[tuple[str | None, str | None, str | None], Spot]:
    """A town with coordinates for each district that has one."""
    made: dict[tuple[str | None, str | None, str | None], Spot] = {}
    for entries in gazetteer().names.values():
        for _, readings in entries:
            for spot in readings:
                if spot.kind == "town" and spot.adm2_name and spot.latitude is not None:
                    made.setdefault((spot.country, spot.adm1, spot.adm2_name), spot)
    return made


@cache
def point_of(
    place: str | None, *, country: str | None, adm1: str | None, adm2_name: str | None
) -> Point | None:
    """Coordinates of a place, else of its district, else of its province.

    Args:
        place: The words for the place.
        country: ISO 3166-1 alpha-3; a place of that name elsewhere is not taken.
        adm1: ISO 3166-2 code of the province.
        adm2_name: Name of the district.
    """
    for name, kinds, precision in (
        (place, ("town", "city", "district"), "point"),
        (adm2_name, ("district", "town", "city"), "district"),
    ):
        for spot in _readings(name):
            here = spot.country == country and (adm1 is None or spot.adm1 == adm1)
            if here and spot.kind in kinds:
                finer = "district" if spot.kind == "district" else precision
                return Point(spot.latitude, spot.longitude, finer)  # type: ignore[arg-type]
    seat = _seats().get((adm1, tokens(adm2_name))) if adm2_name else None
    if seat is not None:
        return seat
    spot = _towns().get((country, adm1, adm2_name)) if adm2_name else None
    if spot is not None:
        return Point(spot.latitude, spot.longitude, "district")  # type: ignore[arg-type]
    found = gazetteer().adm1.get(adm1 or "")
    if found is None or found.latitude is None or found.longitude is None:
        return None
    return Point(found.latitude, found.longitude, "adm1")


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees), by haversine."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(min(1.0, half)))
