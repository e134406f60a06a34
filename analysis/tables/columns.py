"""The columns of the tables, read from one declaration (columns.toml)."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.lexicon.loader import read

TABLES = ("articles", "dates", "figures", "incidents")
OPTIONAL = ("events",)  # written after reconciliation only


class Column(NamedTuple):
    """One column: its kind, whether it may be null, its codes and what it means."""

    table: str
    name: str
    kind: str
    description: str
    required: bool = False
    values: tuple[str, ...] = ()
    unit: str | None = None
    source: str | None = None


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, in the order in which they are written."""
    entries = read(Path(__file__).with_name("columns.toml"), Column, unique=())
    return tuple(column for column in entries if column.table == table)
