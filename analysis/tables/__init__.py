"""Tables room: dataframes, their schema and their files."""

from analysis.tables.columns import TABLES, Column, columns
from analysis.tables.files import Tables, TablesError, open_tables, write_tables
from analysis.tables.frames import frame

__all__ = [
    "TABLES", "Column", "Tables", "TablesError", "columns", "frame", "open_tables", "write_tables",
]  # fmt: skip
