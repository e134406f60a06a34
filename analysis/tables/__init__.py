"""Tables room: dataframes, their schema and their files."""

from analysis.tables.columns import OPTIONAL, TABLES, Column, columns
from analysis.tables.files import Tables, TablesError, open_tables, write_tables
from analysis.tables.frames import frame, records

__all__ = [
    "OPTIONAL", "TABLES", "Column", "Tables", "TablesError", "columns", "frame", "open_tables",
    "records", "write_tables",
]  # fmt: skip
