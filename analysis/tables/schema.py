"""Check tables against their schema, and write the schema and the codebook."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from analysis.tables.columns import OPTIONAL, TABLES, Column, columns

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

WHOLE = "counts are whole"
_JSON_TYPES = {"integer": "integer", "number": "number", "list": "array"}


class SchemaError(ValueError):
    """A table that is none: a column is missing or of another type; the message names it."""


def _column(column: Column) -> pa.Column:
    """The pandera check of one column."""
    import pandera.pandas as pa

    checks = []
    if column.values:
        checks.append(pa.Check.isin(column.values))
    if column.kind == "list":
        checks.append(pa.Check(lambda s: s.map(lambda v: isinstance(v, list)), name="is_list"))
    if column.kind in ("string", "category", "text") and column.name != "text":
        checks.append(pa.Check(lambda s: s.str.len() > 0, name="no_empty_string"))
    if column.kind == "integer":
        checks.append(pa.Check.ge(0))
    unique = column.name == f"{column.table[:-1]}_id"
    kinds = {"integer": "Int64", "number": "Float64", "date": "datetime64[ms]", "list": object}
    return pa.Column(
        kinds.get(column.kind, "string"), checks, nullable=not column.required, unique=unique
    )


def _ordered(low: str, high: str) -> pa.Check:
    """Where both are known, `low` is not above `high`."""
    import pandera.pandas as pa

    return pa.Check(
        lambda df: ~(df[low] > df[high]).fillna(False).astype(bool), name=f"{low} <= {high}"
    )


@cache
def schema(table: str) -> pa.DataFrameSchema:
    """The pandera schema of a table: types, nulls, codes, unique ids, low ≤ best ≤ high."""
    import pandera.pandas as pa

    told = [
        (f"{what}_{a}", f"{what}_{b}")
        for what in ("killed", "injured")
        for a, b in (("low", "best"), ("best", "high"), ("low", "high"))
    ] + [("date_start", "date_end")]
    pairs = {
        "dates": [("date_start", "date_end"), ("range_start", "range_end"), ("start", "end")],
        "figures": [
            ("low", "best"), ("best", "high"), ("low", "high"),
            ("period_start", "period_end"), ("start", "end"),
        ],
        "incidents": told,
        "events": [*told, ("first_report", "last_report")],
    }.get(table, [])  # fmt: skip
    checks = [_ordered(low, high) for low, high in pairs]
    if table == "figures":
        checks.append(
            pa.Check(
                lambda df: (
                    (df["form"] != "count")
                    | (df[["low", "best", "high"]].fillna(0) % 1 == 0).all(axis=1)
                ),
                name=WHOLE,
            )
        )
    return pa.DataFrameSchema(
        {c.name: _column(c) for c in columns(table)}, checks=checks, strict=False, name=table
    )


def breaches(table: str, data: pd.DataFrame) -> dict[int, str]:
    """Rows of a table that break its contract.

    Args:
        table: articles, dates, figures, incidents or events.
        data: The table, with a plain index.

    Returns:
        Position of the row → what does not hold, in words: column, check and value.

    Raises:
        SchemaError: If the table itself is wrong: a column is missing or of another type.
    """
    import pandera.pandas as pa

    try:
        schema(table).validate(data, lazy=True)
    except pa.errors.SchemaErrors as error:
        found: dict[int, str] = {}
        for case in error.failure_cases.itertuples():
            if case.index is None or case.index != case.index:  # no row: the table as a whole
                raise SchemaError(
                    f"table {table}, column {case.column}: {case.check} does not hold"
                ) from error
            on_row = "<=" in str(case.check) or str(case.check) == WHOLE
            words = str(case.check) if on_row else f"{case.column}: {case.check}"
            value = "" if on_row else f" ({case.failure_case!r})"
            found.setdefault(int(case.index), f"{words} does not hold{value}")
        return found
    return {}


def schema_json() -> str:
    """The schema of all tables as JSON Schema (draft 2020-12), a row an object."""
    definitions: dict[str, Any] = {}
    for table in TABLES + OPTIONAL:
        properties = {}
        for column in columns(table):
            kind: Any = _JSON_TYPES.get(column.kind, "string")
            one: dict[str, Any] = {"type": kind if column.required else [kind, "null"]}
            if column.kind == "date":
                one["format"] = "date"
            if column.kind == "list":
                one["items"] = {"type": "string"}
            if column.values:
                one["enum"] = [*column.values, *([] if column.required else [None])]
            one["description"] = column.description
            properties[column.name] = one
        definitions[table] = {
            "type": "object",
            "properties": properties,
            "required": [c.name for c in columns(table) if c.required],
        }
    return json.dumps(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions},
        indent=1,
        ensure_ascii=False,
    )


def codebook() -> str:
    """The codebook of all tables as Markdown."""
    lines = ["# Codebook", "", "An unknown value is null: never 0, never an empty string.", ""]
    for table in TABLES + OPTIONAL:
        lines += [f"## {table}", "", "| column | type | null | meaning | codes, unit, source |"]
        lines.append("|---|---|---|---|---|")
        for c in columns(table):
            more = [f"codes: {', '.join(c.values)}"] if c.values else []
            more += [f"unit: {c.unit}"] if c.unit else []
            more += [f"after {c.source.removeprefix('after ')}"] if c.source else []
            null = "never" if c.required else "where unknown"
            lines.append(f"| {c.name} | {c.kind} | {null} | {c.description} | {'; '.join(more)} |")
        lines.append("")
    return "\n".join(lines)
