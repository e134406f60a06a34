"""Tables for reading: null as a dash, everything from articles escaped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.charts.chart import csv, write
from analysis.charts.words import RIGHT_TO_LEFT, escaped, number, shorten
from analysis.statistics.rows import records

if TYPE_CHECKING:
    import pandas as pd

LONG = 400  # characters of a cell shown
ITEMS = 6  # of a list shown
SHORT = 18  # characters of a cell that is not broken into lines
LINE = 80  # characters of a cell from which on it is made wide
ROWS = 300  # rows shown; all are saved
# Article text may hold $…$ or \\(…\\): these classes keep MathJax from reading it as mathematics.
NO_MATH = "tex2jax_ignore mathjax_ignore"


class Listing(NamedTuple):
    """A dataframe to show: its file name, and the columns shown with their headings (or all).

    `html` is shown in place of the table where it is given, `nothing` where there are no rows.
    """

    data: pd.DataFrame
    name: str
    shown: Mapping[str, str] | None = None
    nothing: str = "No rows in this selection."
    html: str | None = None

    def save(self, folder: str | Path | None) -> Listing:
        """Write NAME.csv to a folder; None: nowhere."""
        if folder is not None:
            write(Path(folder), f"{self.name}.csv", csv(self.data))
        return self

    def show(self, folder: str | Path | None = None) -> None:
        """Show it; save it where a folder is given."""
        from IPython.display import display

        self.save(folder)
        display(self._repr_mimebundle_(), raw=True)  # else the plain text is the tuple's own

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """For notebooks: HTML and a line of text."""
        if self.data.empty:
            return {"text/html": f"<p>{escaped(self.nothing)}</p>", "text/plain": self.nothing}
        return {
            "text/html": self.html or table_html(self.data, self.shown),
            "text/plain": f"{count(self.data)}: {self.name}.csv",
        }


def count(data: pd.DataFrame) -> str:
    """How many rows, in words."""
    return f"{len(data):,} row{'' if len(data) == 1 else 's'}"


def cell(value: Any) -> str:
    """One value as HTML: null as a dash, numbers with thousands separated, text escaped."""
    if isinstance(value, list):
        more = f"; and {len(value) - ITEMS} more" if len(value) > ITEMS else ""
        words = "; ".join(shorten(str(item), LONG // 2) for item in value[:ITEMS])
        return escaped(words + more) if value else "–"
    if value is None:
        return "–"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, int | float):
        return number(value)
    text = str(value)
    if text.startswith(("https://", "http://")) and not any(c.isspace() for c in text):
        return f'<a href="{escaped(text)}" rel="noreferrer">{escaped(shorten(text, 60))}</a>'
    return escaped(shorten(text, LONG))


def _direction(words: str) -> str:
    """Text that begins in Arabic letters runs from the right."""
    return ' dir="auto"' if not words.isascii() and RIGHT_TO_LEFT.search(words) else ""


def _room(words: str) -> str:
    """Style that keeps a few words on one line, and gives longer ones room to be read."""
    if len(words) <= SHORT:
        return ";white-space:nowrap"
    wide = len(words) > LINE and not words.startswith("<a ")
    return f";min-width:{16 if wide else 8}em;overflow-wrap:anywhere"


def table_html(data: pd.DataFrame, shown: Mapping[str, str] | None = None) -> str:
    """A dataframe as an HTML table.

    Args:
        data: The rows; the first `ROWS` are shown.
        shown: Column name to heading, in the order wanted; None: all columns by name.
    """
    shown = shown or {name: name for name in data.columns}
    numeric = {name for name in shown if data[name].dtype.kind in "iuf"}
    sides = {name: "right" if name in numeric else "left" for name in shown}
    head = "".join(
        f'<th style="text-align:{sides[name]}">{escaped(heading)}</th>'
        for name, heading in shown.items()
    )
    body = []
    for row in records(data[list(shown)].head(ROWS)):
        cells = (
            f"<td{_direction(words)} "
            f'style="text-align:{sides[name]};vertical-align:top{_room(words)}">{words}</td>'
            for name, words in ((name, cell(value)) for name, value in row.items())
        )
        body.append(f"<tr>{''.join(cells)}</tr>")
    more = len(data) - ROWS
    rest = f"<p>{more} more rows are in the saved table.</p>" if more > 0 else ""
    return (
        f'<div class="{NO_MATH}" style="overflow-x:auto"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table>{rest}</div>"
    )
