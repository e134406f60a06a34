"""Write tables to a folder and open them again, in about a second and without spaCy."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.tables.columns import OPTIONAL, TABLES, columns
from analysis.tables.spreadsheet import harmless_frame

if TYPE_CHECKING:
    import pandas as pd


class TablesError(ValueError):
    """A folder of tables that cannot be opened or written; the message says what to do."""


class Tables(NamedTuple):
    """The tables of one extraction; columns as in the codebook. `events` after reconciliation."""

    articles: pd.DataFrame
    dates: pd.DataFrame
    figures: pd.DataFrame
    incidents: pd.DataFrame
    messages: tuple[str, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    events: pd.DataFrame | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The tables that are there, in the order of the codebook."""
        return TABLES + tuple(name for name in OPTIONAL if getattr(self, name) is not None)


def _csv(table: str, data: pd.DataFrame) -> pd.DataFrame:
    """The table as it stands in a CSV: lists as JSON, whole numbers without decimals, no text.

    Nothing in it is a formula.
    """
    shown = data.drop(columns=[c.name for c in columns(table) if c.kind == "text"]).copy()
    for column in columns(table):
        if column.kind == "list":
            shown[column.name] = shown[column.name].map(lambda v: json.dumps(v, ensure_ascii=False))
        elif column.kind == "number" and column.name in shown:
            shown[column.name] = shown[column.name].map(
                lambda v: f"{v:.10g}" if abs(v) < 1e9 else f"{v:.0f}", na_action="ignore"
            )
    return harmless_frame(shown)


def write_tables(tables: Tables, folder: str | Path, *, check: bool = True) -> list[Path]:
    """Write every table as Parquet and CSV, with schema.json, codebook.md and messages.json.

    Files are written beside their place and moved there when all are complete.

    Args:
        tables: The tables.
        folder: Where to; made if it is missing. Other files in it are left alone, but a table
            that an earlier run wrote and this one has not (`events`) is removed.
        check: Validate every table against its schema first.

    Returns:
        The files written.

    Raises:
        SchemaError: If a table breaks its contract; nothing is written then.
        TablesError: If the folder cannot be written.
    """
    from analysis.tables.schema import SchemaError, breaches, codebook, schema_json

    if check:
        for name in tables.names:
            for place, words in breaches(name, getattr(tables, name)).items():
                raise SchemaError(f"table {name}, row {place}: {words}")
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".writing-", dir=target))
    except OSError as error:
        raise TablesError(f"{target}: cannot write there: {error.strerror}") from error
    try:
        for name in tables.names:
            data = getattr(tables, name)
            data.to_parquet(draft / f"{name}.parquet", index=False)
            _csv(name, data).to_csv(draft / f"{name}.csv", index=False, date_format="%Y-%m-%d")
        (draft / "schema.json").write_text(schema_json(), encoding="utf-8")
        (draft / "codebook.md").write_text(codebook(), encoding="utf-8")
        notes = {"messages": list(tables.messages), "inputs": dict(tables.inputs)}
        (draft / "messages.json").write_text(
            json.dumps(notes, indent=1, ensure_ascii=False), encoding="utf-8"
        )
        written = []
        for file in sorted(draft.iterdir()):
            os.replace(file, target / file.name)
            written.append(target / file.name)
        for name in set(OPTIONAL) - set(tables.names):
            for ending in ("parquet", "csv"):
                (target / f"{name}.{ending}").unlink(missing_ok=True)
    except OSError as error:
        raise TablesError(f"{target}: cannot write there: {error.strerror}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return written


def open_tables(folder: str | Path, *, reconciled: bool = False) -> Tables:
    """Open the tables that `write_tables` wrote.

    Args:
        folder: Where they lie.
        reconciled: Refuse tables without the table `events`.

    Raises:
        TablesError: If a table is missing or was written with other columns.
    """
    import pandas as pd

    source = Path(folder)
    found: dict[str, Any] = {}
    for name in TABLES + OPTIONAL:
        file = source / f"{name}.parquet"
        if name in OPTIONAL and not file.is_file():
            if reconciled:
                raise TablesError(
                    f"{source}: the tables hold no {name}; extract the articles again:"
                    f" python -m analysis extract CORPUS --output {source} --reconcile"
                )
            continue
        if not file.is_file():
            raise TablesError(
                f"{file}: no such table; extract the articles first:"
                f" python -m analysis extract CORPUS --output {source}"
            )
        data = pd.read_parquet(file)
        missing = [c.name for c in columns(name) if c.name not in data]
        if missing:
            raise TablesError(f"{file}: column '{missing[0]}' is missing; extract it again")
        for column in columns(name):
            if column.kind == "list":
                data[column.name] = data[column.name].map(list)
        found[name] = data
    notes_file = source / "messages.json"
    notes = json.loads(notes_file.read_text(encoding="utf-8")) if notes_file.is_file() else {}
    return Tables(
        **found,
        messages=tuple(notes.get("messages", ())),
        inputs=tuple(notes.get("inputs", {}).items()),
    )
