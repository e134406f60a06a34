"""Rows as plain mappings (null is None, whole numbers int), and dataframes made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.tables.columns import Column
from analysis.tables.frames import records, series

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
__all__ = ["Row", "month_of", "next_month", "records", "table"]


def table(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    """A dataframe of rows with nullable columns.

    Args:
        rows: Mappings; a missing key is null.
        kinds: Column name to kind (string, integer, number, date, list), in the order wanted.
    """
    import pandas as pd

    kept = list(rows)
    return pd.DataFrame(
        {
            name: series([row.get(name) for row in kept], Column("", name, kind, ""))
            for name, kind in kinds.items()
        },
        columns=list(kinds),
    )


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
