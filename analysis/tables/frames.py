"""Records to dataframes and back to the same types when a file is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from analysis.tables.columns import Column, columns

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {
    "string": "string",
    "text": "string",
    "category": "string",
    "integer": "Int64",
    "number": "Float64",
}


def series(values: list[Any], column: Column) -> pd.Series:
    """One column with its nullable pandas type: string, Int64, Float64, datetime64, or lists."""
    import numpy as np
    import pandas as pd

    if column.kind == "date":
        return pd.Series(np.array(values, dtype="datetime64[ms]"))  # any year, unlike nanoseconds
    if column.kind == "list":
        return pd.Series([list(v or ()) for v in values], dtype="object")
    return pd.Series(values, dtype=_DTYPES[column.kind])


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A table from mappings of column name to value; columns as declared, in their order.

    Args:
        table: articles, dates, figures, incidents or events.
        rows: One mapping a row; a missing key is null.
    """
    import pandas as pd

    kept = list(rows)
    data = {c.name: series([row.get(c.name) for row in kept], c) for c in columns(table)}
    return pd.DataFrame(data, columns=[c.name for c in columns(table)])


def listing(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    """A dataframe beside the tables, with their nullable types.

    Args:
        rows: One mapping a row; a missing key is null.
        kinds: Column to kind as in columns.toml (string, integer, number, date, list), in order.
    """
    import pandas as pd

    kept = list(rows)
    made = {
        name: series([row.get(name) for row in kept], Column("", name, kind, ""))
        for name, kind in kinds.items()
    }
    return pd.DataFrame(made, columns=list(kinds))


def _plain(value: Any) -> Any:
    """A value without pandas: date for timestamps, int for whole floats."""
    if isinstance(value, datetime):
        return value.date()
    if hasattr(value, "item"):
        value = value.item()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def records(data: pd.DataFrame, names: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """The rows of a table as mappings of plain values: null is None, whole numbers are int.

    Args:
        data: A table.
        names: The columns wanted, in their order; all by default.
    """
    wanted = list(data.columns if names is None else names)
    listed = []
    for name in wanted:
        column = data[name]
        there = column.notna().tolist()
        listed.append([_plain(v) if ok else None for v, ok in zip(column, there, strict=True)])
    return [dict(zip(wanted, row, strict=True)) for row in zip(*listed, strict=True)]
