"""Write the tables as HXL: CSV with a row of tags under the row of headings.

HXL 1.1, hxlstandard.org. Only rows that count are exported: figures that are denied, negated,
hypothetical or superseded, parts of a total, changes, shares and rates, and what a near-duplicate
of an article repeats are left out, so that a column may be summed within one scope.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from analysis.lexicon.loader import read
from analysis.tables import Tables, TablesError, columns, harmless, records

ENDS = (("low", "+min"), ("best", ""), ("high", "+max"))
UNREAL = frozenset(("denied", "negated", "hypothetical"))
Row = dict[str, Any]


class TagEntry(NamedTuple):
    """An entry of hxl_tags.toml."""

    tag: str
    columns: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


@cache
def _entries() -> tuple[TagEntry, ...]:
    file = Path(__file__).with_name("hxl_tags.toml")
    return tuple(read(file, TagEntry, unique=("columns", "measures")))


@cache
def _tags() -> dict[str, str]:
    return {name: entry.tag for entry in _entries() for name in entry.columns}


@cache
def _measures() -> dict[str, str]:
    return {name: entry.tag for entry in _entries() for name in entry.measures}


def tags(table: str) -> dict[str, str]:
    """The exported columns of a table and their tags, without the figures' values."""
    return {c.name: _tags()[c.name] for c in columns(table) if c.name in _tags()}


def counted(tables: Tables) -> list[Row]:
    """The figures that count, with title and source of their article."""
    articles = {a["article_id"]: a for a in records(tables.articles)}
    made_of = tables.events if tables.events is not None else tables.incidents
    superseded = {f for listed in made_of["superseded"] for f in listed}
    superseded |= {f for listed in tables.incidents["superseded"] for f in listed}
    return [
        {**figure, "source": articles.get(figure["article_id"], {}).get("source"),
         "url": articles.get(figure["article_id"], {}).get("url")}
        for figure in records(tables.figures)
        if figure["certainty"] not in UNREAL
        and figure["form"] == "count"
        and figure["part_of"] is None
        and figure["figure_id"] not in superseded
        and not articles.get(figure["article_id"], {}).get("duplicate_of")
    ]  # fmt: skip


def _figures(tables: Tables) -> tuple[list[tuple[str, str]], list[Row]]:
    """Headings with tags, and rows, of the figures: three columns a measure and unit met."""
    rows = counted(tables)
    met = {(row["measure"], row["unit"] == "household") for row in rows}
    heads = list(tags("figures").items())
    heads += [("source", "#meta+source"), ("url", "#meta+url")]
    for measure, tag in _measures().items():
        for household in (False, True):
            if (measure, household) in met:
                unit = "+hh" if household else ""
                heads += [
                    (_heading(measure, household, end), f"{tag}{unit}{attribute}")
                    for end, attribute in ENDS
                ]
    for row in rows:
        for end, _ in ENDS:
            row[_heading(row["measure"], row["unit"] == "household", end)] = row[end]
    return heads, rows


def _heading(measure: str, household: bool, end: str) -> str:
    return f"{measure}{'_households' if household else ''}_{end}"


def _told(tables: Tables, table: str) -> Iterator[Row]:
    """Rows of incidents or events that count, or all rows of another table."""
    duplicates = set(
        tables.articles.loc[tables.articles["duplicate_of"].notna(), "article_id"].tolist()
    )
    for row in records(getattr(tables, table)):
        if table != "incidents" or row["article_id"] not in duplicates:
            yield row


def _cell(value: Any) -> Any:
    """A value as HXL writes it: dates in ISO 8601, lists as JSON, null empty, one line."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return " ".join(value.split())
    return "" if value is None else value


def export_hxl(tables: Tables, folder: str | Path) -> list[Path]:
    """Write articles, figures, incidents and, where they are, events as HXL.

    Args:
        tables: The tables of an extraction.
        folder: Where to; made if it is missing.

    Returns:
        The files written: `<table>.hxl.csv`.

    Raises:
        TablesError: If the folder cannot be written.
    """
    target = Path(folder)
    written = []
    try:
        target.mkdir(parents=True, exist_ok=True)
        for table in ("articles", *tables.names[2:]):
            if table == "figures":
                heads, rows = _figures(tables)
            else:
                heads, rows = list(tags(table).items()), list(_told(tables, table))
            written.append(_write(target / f"{table}.hxl.csv", heads, rows))
    except OSError as error:
        raise TablesError(f"{target}: cannot write there: {error.strerror}") from error
    return written


def _write(file: Path, heads: list[tuple[str, str]], rows: Iterable[Row]) -> Path:
    """Write one file beside its place and move it there when it is complete."""
    draft = file.with_name(f".{file.name}.writing")
    with draft.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines)
        table.writerow(name for name, _ in heads)
        table.writerow(tag for _, tag in heads)
        for row in rows:
            table.writerow(harmless(_cell(row.get(name))) for name, _ in heads)
    os.replace(draft, file)
    return file
