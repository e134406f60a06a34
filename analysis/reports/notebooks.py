"""Execute notebooks with papermill and check what they are given."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis.statistics.parameters import ParameterError

FOLDER = Path(__file__).resolve().parent.parent.parent / "notebooks"
EXTRACT = "01-extract"
READERS = ("02-casualties-and-attacks", "03-refugees", "04-timeline", "05-evidence", "briefing")
_SECONDS = 600  # a cell that takes longer is taken for hung


class Executed(NamedTuple):
    """One executed notebook; `fault` names the cell and the error, None where all went well."""

    name: str
    path: str
    seconds: float
    fault: str | None = None


def parameters_of(name: str) -> dict[str, str]:
    """The parameters of a notebook with their help texts, read from its tagged cell."""
    import papermill

    found = papermill.inspect_notebook(str(FOLDER / f"{name}.ipynb"))
    return {key: row["help"] for key, row in found.items()}


def choose(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The given parameters that a notebook has."""
    return {key: given[key] for key in parameters_of(name) if key in given}


def check_names(given: Mapping[str, Any], readers: Sequence[str] = READERS) -> None:
    """Refuse a parameter that no notebook has, and a notebook that there is not.

    papermill itself would only warn of the parameter.

    Raises:
        ParameterError: Names what is unknown and what is known.
    """
    for name in readers:
        if name not in READERS:
            raise ParameterError(f"notebook '{name}' is unknown; there are {', '.join(READERS)}")
    known = {key for name in (EXTRACT, *READERS) for key in parameters_of(name)}
    for key in given:
        if key not in known:
            raise ParameterError(
                f"parameter '{key}' is unknown; the notebooks know {', '.join(sorted(known))}"
            )


def execute(name: str, output: str, given: Mapping[str, Any]) -> Executed:
    """Execute one notebook of the workbook by papermill.

    Args:
        name: Its file name without ending.
        output: Where the executed notebook goes.
        given: Parameters; those that the notebook does not have are left out.

    Returns:
        What came of it. The executed notebook is written up to the cell that failed.
    """
    import papermill

    logging.getLogger("papermill").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"(traitlets|jupyter_client|zmq)\b.*")
    started = time.monotonic()
    fault = None
    try:
        papermill.execute_notebook(
            str(FOLDER / f"{name}.ipynb"),
            output,
            parameters=choose(name, given),
            kernel_name="python3",
            cwd=str(FOLDER),
            progress_bar=False,
            execution_timeout=_SECONDS,
        )
    except papermill.PapermillExecutionError as error:
        fault = f"cell {error.cell_index + 1}: {error.ename}: {_first_line(error.evalue)}"
    except Exception as error:  # noqa: BLE001 - a kernel that died is a failed notebook
        fault = f"{type(error).__name__}: {_first_line(str(error))}"
    return Executed(name, output, round(time.monotonic() - started, 2), fault)


def _first_line(words: str) -> str:
    return (words.strip().splitlines() or [""])[0]
