"""A chart with the dataframe behind it: shown as SVG, saved as SVG and PNG with its table."""

from __future__ import annotations

import io
import os
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.tables import harmless_frame

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

# Whole rendering style: text is never read as mathematics, SVG is the same at every run.
STYLE: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "text.parse_math": False,
    "text.usetex": False,
    "axes.formatter.use_mathtext": False,
    "axes.unicode_minus": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "analysis",
    "path.simplify": False,
    "hatch.linewidth": 0.6,
}
SAVED_DPI = 200


class Chart(NamedTuple):
    """A figure, the dataframe that it was drawn from, a name for its files, and its title."""

    figure: Figure
    data: pd.DataFrame
    name: str
    title: str

    def svg(self) -> str:
        """The chart as SVG: text as text, no date, ids fixed."""
        made = _render(
            self.figure, "svg", metadata={"Date": None, "Creator": None, "Title": self.title}
        ).decode("utf-8")
        # Fonts of the same widths for readers without the first one.
        made = re.sub(r"(font: [\w. ]{1,40})'DejaVu Sans'", r"\1'DejaVu Sans', Verdana", made)
        return made[made.index("<svg") :]

    def png(self, *, dpi: int = SAVED_DPI) -> bytes:
        """The chart as PNG."""
        return _render(self.figure, "png", dpi=dpi, metadata={"Software": None})

    def save(self, folder: str | Path | None) -> Chart:
        """Write NAME.svg, NAME.png and NAME.csv to a folder (made if missing); None: nowhere."""
        if folder is not None:
            self._write(Path(folder), self.svg())
        return self

    def _write(self, folder: Path, svg: str) -> None:
        write(folder, f"{self.name}.svg", svg.encode("utf-8"))
        write(folder, f"{self.name}.png", self.png())
        write(folder, f"{self.name}.csv", csv(self.data))

    def show(self, folder: str | Path | None = None) -> None:
        """Show the chart and, folded, the table behind it; save both where a folder is given."""
        from IPython.display import display

        from analysis.charts.listing import count, table_html

        svg = self.svg()  # drawn once, for the file and for the notebook
        if folder is not None:
            self._write(Path(folder), svg)
        display({"image/svg+xml": svg, "text/plain": self.title}, raw=True)
        rows = count(self.data)
        folded = (
            "<details><summary>The numbers behind this chart"
            f" ({rows})</summary>{table_html(self.data)}</details>"
        )
        display(
            {"text/html": folded, "text/plain": f"{rows}: {self.name}.csv"},
            raw=True,
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """For notebooks: SVG, which a regression test can compare, and a line of text."""
        return {"image/svg+xml": self.svg(), "text/plain": self.title}


def _render(figure: Figure, form: str, **options: Any) -> bytes:
    """Draw in one format. Characters without a glyph are drawn as boxes, without a warning."""
    from matplotlib import rc_context

    made = io.BytesIO()
    with rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
        figure.savefig(made, format=form, **options)
    return made.getvalue()


def csv(data: pd.DataFrame) -> bytes:
    """A dataframe as CSV in UTF-8: lists as JSON, days as YYYY-MM-DD, null as an empty cell.

    Nothing in it is a formula.
    """
    import json

    shown = harmless_frame(data)
    for name in shown.columns:
        if any(isinstance(value, list) for value in shown[name]):
            shown[name] = shown[name].map(lambda v: json.dumps(v, ensure_ascii=False))
        elif str(shown[name].dtype) == "Float64":
            shown[name] = shown[name].map(lambda v: f"{v:.10g}", na_action="ignore")
    return shown.to_csv(index=False, date_format="%Y-%m-%d").encode("utf-8", "backslashreplace")


def write(folder: Path, name: str, content: bytes) -> Path:
    """Write a file whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{name}.{os.getpid()}.part"
    draft.write_bytes(content)
    os.replace(draft, folder / name)
    return folder / name
