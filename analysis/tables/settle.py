"""Set aside rows that break the contract, so that one faulty row does not cost a whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.tables.schema import breaches

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables.files import Tables

# column → the table and column of ids that it points into
_POINTS_AT = {
    ("figures", "incident_id"): "incidents",
    ("figures", "part_of"): "figures",
    ("figures", "date_id"): "dates",
    ("incidents", "figure_ids"): "figures",
    ("incidents", "superseded"): "figures",
}


def settle(tables: Tables) -> Tables:
    """Leave out rows that break their table's contract, and say so in `messages`.

    A row that breaks it is a fault of the rules; its article's other rows are unharmed. Nothing
    points at a row left out.

    Raises:
        SchemaError: If a table itself is wrong, not only some of its rows.
    """
    gone: dict[str, set[str]] = {}
    messages = list(tables.messages)
    for name in tables.names:
        data = getattr(tables, name)
        bad = breaches(name, data)
        if not bad:
            continue
        key = f"{name[:-1]}_id"
        for place, words in sorted(bad.items()):
            messages.append(f"{name}: {_row(data.iloc[place], key)} set aside: {words}")
        gone[name] = set(data[key].iloc[sorted(bad)].dropna())
        kept = data.drop(index=data.index[sorted(bad)]).reset_index(drop=True)
        tables = tables._replace(**{name: kept})
    if not gone:
        return tables
    for (name, column), target in _POINTS_AT.items():
        if target in gone:
            data = getattr(tables, name).copy()
            data[column] = _without(data[column], gone[target])
            tables = tables._replace(**{name: data})
    return tables._replace(messages=tuple(messages))


def _row(row: pd.Series, key: str) -> str:
    """A row by its id, article, words and rule."""
    words = f"row {row[key]}"
    for column in ("article_id", "reported", "rule"):
        if column in row.index and column != key:
            words += f", {column} {row[column]!r}"
    return words


def _without(column: pd.Series, ids: set[str]) -> pd.Series:
    """References without those to rows that were set aside."""
    if any(isinstance(v, list) for v in column):
        return column.map(lambda v: [i for i in v if i not in ids])
    return column.mask(column.isin(ids))
