"""The gazetteer's name for a place that a text names in its own words."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from analysis.context.gazetteer import HOME, gazetteer
from analysis.context.words import tokens

_COLUMNS = ("place", "place_precision", "country", "adm1", "adm1_name", "adm2_name")


def place_name(row: Mapping[str, Any]) -> str | None:
    """The name of a row's place in one spelling: "Kabul" for "KABUL" and "the Afghan capital".

    Args:
        row: Of the tables figures, incidents or events.

    Returns:
        Name of the town, district or province; the text's own words where the gazetteer knows
        none; None where only the country or nothing is known.
    """
    return _name(*(row.get(column) for column in _COLUMNS))


@cache
def _name(
    place: str | None,
    precision: str | None,
    country: str | None,
    adm1: str | None,
    adm1_name: str | None,
    adm2_name: str | None,
) -> str | None:
    if precision == "country" and country is not None:
        return None
    key = tokens(place or "")
    if precision == "adm1":
        # Elsewhere a town can stand for its province: its own name says more.
        same = country in HOME or key == tokens(adm1_name or "")
        return adm1_name if same and adm1_name else place
    if precision == "district" and adm2_name:
        return adm2_name
    for known, readings in gazetteer().names.get(key[0], ()) if key else ():
        for spot in readings if known == key else ():
            if spot.country == country and spot.adm1 in (adm1, None):
                if spot.kind in ("town", "city"):
                    return spot.name
                if spot.kind == "district":
                    return spot.adm2_name
    return place
