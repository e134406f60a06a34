"""Tables room: dataframes, their schema and their files."""

from analysis.tables.columns import OPTIONAL, TABLES, Column, columns
from analysis.tables.files import Tables, TablesError, open_tables, write_tables
from analysis.tables.frames import frame, listing, records
from analysis.tables.spreadsheet import harmless, harmless_frame

__all__ = [
    "OPTIONAL", "TABLES", "Column", "Tables", "TablesError", "columns", "frame", "harmless",
    "harmless_frame", "listing", "open_tables", "records", "write_tables",
]  # fmt: skip
