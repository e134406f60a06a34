"""Run the committed notebooks on seeds/ in place and keep their outputs, without traces of the run.

Draws the README's picture too.

Usage: python scripts/commit_notebooks.py [NAME ...]
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "notebooks"


def run(path: Path) -> None:
    """Execute one notebook and write it back: outputs kept, times and kernel details left out."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(FOLDER)}},
        record_timing=False,
        timeout=600,
    )
    client.execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02d}"
        tags = cell.metadata.get("tags")
        cell.metadata = {"tags": tags} if tags else {}
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


def draw_picture() -> None:
    """The chart in the README, from the tables that 01-extract wrote."""
    from analysis import open_tables
    from analysis.charts import casualties_by_month
    from analysis.statistics import select, validate

    folder = ROOT / "build" / "tables"
    data = select(open_tables(folder), validate({"tables": str(folder)}))
    chart = casualties_by_month(data, "killed")
    (ROOT / "docs" / "casualties-by-month.png").write_bytes(chart.png(dpi=130))


if __name__ == "__main__":
    for name in sys.argv[1:] or sorted(p.stem for p in FOLDER.glob("*.ipynb")):
        print(name, flush=True)
        run(FOLDER / f"{name}.ipynb")
    draw_picture()
