"""Read an export of UCDP GED or ACLED into rows of one form."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.context.gazetteer import gazetteer
from analysis.context.words import tokens
from analysis.lexicon.loader import LexiconError, load, words_by_code

UCDP = ("id", "date_start", "date_end", "country", "adm_1", "best", "low", "high")
ACLED = ("event_id_cnty", "event_date", "country", "admin1", "location", "fatalities")
_WANTED = "a UCDP GED or ACLED export, CSV in UTF-8 with the columns as downloaded"
_NOT_NAMES = (
    "province", "district", "state", "region", "area", "agency", "tribal", "territory", "town",
    "city", "village", "governorate",
)  # fmt: skip
_PRECISION = {"1": "point", "2": "point", "3": "district", "4": "adm1", "5": "adm1"}
_ACLED_PRECISION = {"1": "point", "2": "district", "3": "adm1"}
_ACLED_DATE = {"1": "day", "2": "week", "3": "month"}
_UCDP_DATE = {"1": "day", "2": "week", "3": "week", "4": "month", "5": "year"}


class ExportError(ValueError):
    """An export that cannot be read; the message names the file, the line and what to do."""


class Outside(NamedTuple):
    """An event of another data set; unknown values are None.

    `place` is the words for it, `adm1` the ISO 3166-2 code where the name is known.
    """

    outside_id: str
    dataset: str
    date_start: date
    date_end: date
    date_precision: str
    place: str | None
    place_precision: str
    country: str | None
    adm1: str | None
    adm1_name: str | None
    adm2_name: str | None
    latitude: float | None
    longitude: float | None
    attack_type: str | None
    actors: str | None
    low: int | None
    best: int | None
    high: int | None
    civilians: int | None


class TypeEntry(NamedTuple):
    """An entry of acled_types.toml."""

    code: str
    words: tuple[str, ...]


def read_export(file: str | Path) -> tuple[Outside, ...]:
    """Read a CSV export; which data set it is shows in its columns.

    Args:
        file: UCDP GED (id, date_start, date_end, country, adm_1, best, low, high …) or ACLED
            (event_id_cnty, event_date, country, admin1, location, fatalities …), in UTF-8.

    Returns:
        Its events in the order of the file.

    Raises:
        ExportError: If the file cannot be read, is neither export, or a row is broken.
    """
    path = Path(file)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            sample = lines.readline()
            lines.seek(0)
            table = csv.DictReader(lines, delimiter=";" if sample.count(";") > 5 else ",")
            names = {(name or "").strip().lower() for name in table.fieldnames or ()}
            read = _reader(path, names)
            return tuple(
                _row(path, table.line_num, read, {
                    (k or "").strip().lower(): (v or "").strip()
                    for k, v in row.items() if isinstance(v, str | None)
                })
                for row in table
            )  # fmt: skip
    except FileNotFoundError:
        raise ExportError(f"{path}: no such file; name {_WANTED}") from None
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}; name {_WANTED}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ExportError(f"{path}: cannot be read as CSV: {error}; save it in UTF-8") from error


def _reader(path: Path, names: set[str]):  # noqa: ANN202 - one of the two functions below
    if not names:
        raise ExportError(f"{path}: the file is empty; name {_WANTED}")
    for columns, read in ((UCDP, _ucdp), (ACLED, _acled)):
        if names.issuperset(columns):
            return read
    raise ExportError(
        f"{path}: neither a UCDP GED export (columns {', '.join(UCDP)})"
        f" nor an ACLED export (columns {', '.join(ACLED)}); download it anew with all columns"
    )


def _row(path: Path, line: int, read, row: Mapping[str, str]) -> Outside:  # noqa: ANN001
    try:
        return read(row)
    except LexiconError:
        raise
    except (ValueError, KeyError) as error:
        raise ExportError(f"{path}:{line}: {error}") from error


def _ucdp(row: Mapping[str, str]) -> Outside:
    words, adm2 = _name(row.get("where_coordinates")), _name(row.get("adm_2"))
    country = country_code(row["country"])
    adm1, adm1_name = province(country, row["adm_1"])
    return Outside(
        row["id"],
        "UCDP GED",
        _day(row["date_start"]),
        _day(row["date_end"] or row["date_start"]),
        _UCDP_DATE.get(row.get("date_prec", ""), "day"),
        words or adm2 or _name(row["adm_1"]) or row["country"],
        _PRECISION.get(row.get("where_prec", "1"), "country"),
        country,
        adm1,
        adm1_name,
        adm2,
        _float(row.get("latitude")),
        _float(row.get("longitude")),
        None,
        " / ".join(filter(None, (row.get("side_a"), row.get("side_b")))) or None,
        _whole(row["low"]),
        _whole(row["best"]),
        _whole(row["high"]),
        _whole(row.get("deaths_civilians", "")),
    )


def _acled(row: Mapping[str, str]) -> Outside:
    day, country = _day(row["event_date"]), country_code(row["country"])
    adm1, adm1_name = province(country, row["admin1"])
    deaths = _whole(row["fatalities"])
    kinds = words_by_code(load("acled_types", TypeEntry))
    return Outside(
        row["event_id_cnty"],
        "ACLED",
        day,
        day,
        _ACLED_DATE.get(row.get("time_precision", ""), "day"),
        _name(row["location"]),
        _ACLED_PRECISION.get(row.get("geo_precision", "1"), "point"),
        country,
        adm1,
        adm1_name,
        _name(row.get("admin2")),
        _float(row.get("latitude")),
        _float(row.get("longitude")),
        kinds.get(row.get("sub_event_type", "").casefold()),
        " / ".join(filter(None, (row.get("actor1"), row.get("actor2")))) or None,
        deaths,
        deaths,
        deaths,
        None,
    )


def _day(words: str) -> date:
    """A day as the data sets write it: 2024-02-02 (a time behind it or not), 02 February 2024."""
    head = words.split(" 00:")[0].strip()
    for form in ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(head, form).date()
        except ValueError:
            continue
    raise ValueError(f"'{words}' is no date; expected as 2024-02-02 or 02 February 2024")


def _whole(words: str) -> int | None:
    """A count; empty is unknown."""
    if not words:
        return None
    try:
        return int(float(words))
    except ValueError:
        raise ValueError(f"'{words}' is no number of deaths") from None


def _float(words: str | None) -> float | None:
    return float(words) if words else None


def _name(words: str | None) -> str | None:
    """A name without "province", "district" and the like behind it."""
    kept = (words or "").split()
    while len(kept) > 1 and kept[-1].casefold().strip("()") in _NOT_NAMES:
        kept.pop()
    return " ".join(kept) or None


@cache
def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name as an export writes it."""
    import pycountry

    try:
        return pycountry.countries.lookup(name.split("(")[0].strip()).alpha_3
    except LookupError:
        return None


@cache
def province(country: str | None, name: str) -> tuple[str | None, str | None]:
    """Code and name of a province; the name as given where the gazetteer does not know it."""
    plain = _name(name)
    key = tokens(plain or "")
    for known, readings in gazetteer().names.get(key[0], ()) if key else ():
        for reading in readings:
            if known == key and reading.kind == "adm1" and reading.country == country:
                return reading.adm1, reading.adm1_name
    return None, plain
