"""CSV that is safe to open in a spreadsheet: nothing that an article says becomes a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

# Spreadsheets run cells that begin so; a signed number ("-33 %") is only a number.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,\s]*%?\Z)")


def harmless(value: Any) -> Any:
    """A cell; text that a spreadsheet would run as a formula gets an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def harmless_frame(data: pd.DataFrame) -> pd.DataFrame:
    """A dataframe with `harmless` cells, for writing as CSV."""
    import pandas as pd

    made = data.copy()
    for name in made.columns:
        if made[name].dtype.kind == "O":  # text, also where pandas calls it string
            cells = [harmless(value) for value in made[name]]
            made[name] = pd.Series(cells, made.index, dtype=object)
    return made
