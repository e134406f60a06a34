"""The tables as one Excel workbook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.tables import columns

if TYPE_CHECKING:
    from analysis.tables import Tables

ROWS = 1_048_575  # of a worksheet, below its heading


def write_excel(tables: Tables, path: Path) -> list[str]:
    """Write a worksheet a table, and the codebook as the last one.

    Text stays text: nothing that an article says becomes a formula or a link.

    Args:
        tables: The tables.
        path: The .xlsx file.

    Returns:
        Warnings, one for each table longer than a worksheet.
    """
    import pandas as pd

    options = {"strings_to_formulas": False, "strings_to_urls": False}
    notes = []
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        bold = writer.book.add_format({"bold": True, "bottom": 1})
        for name in tables.names:
            data = getattr(tables, name)
            kept = [c for c in columns(name) if c.kind != "text"]
            shown = data[[c.name for c in kept]].copy()
            for column in kept:
                if column.kind == "list":
                    shown[column.name] = shown[column.name].map(
                        lambda v: json.dumps(v, ensure_ascii=False) if len(v) else None
                    )
                elif column.kind == "date":  # Excel knows no day before 1900: ISO 8601 text sorts
                    shown[column.name] = shown[column.name].dt.strftime("%Y-%m-%d")
            if len(shown) > ROWS:
                notes.append(f"{path.name}: {name}: {len(shown) - ROWS} rows did not fit")
                shown = shown.head(ROWS)
            shown.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 1))
            sheet = writer.sheets[name]
            for place, column in enumerate(kept):
                wide = 60 if column.name == "quote" else 12 if column.kind != "string" else 18
                sheet.set_column(place, place, wide)
                sheet.write_string(0, place, column.name, bold)
            sheet.autofilter(0, 0, max(1, len(shown)), len(kept) - 1)
        book = pd.DataFrame([c._asdict() for name in tables.names for c in columns(name)])
        book["values"] = book["values"].map(", ".join)
        book.to_excel(writer, sheet_name="codebook", index=False, freeze_panes=(1, 2))
        writer.sheets["codebook"].set_column(3, 3, 80)
    return notes
