"""The page that a reader opens first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.charts.canvas import drawn_title
from analysis.reports.html import page, title_of
from analysis.reports.notebooks import Executed

if TYPE_CHECKING:
    from analysis.tables import Tables

_ABOUT = {
    "briefing": "One page: the headline numbers with their ranges and claimants, what changed, "
    "what to distrust.",
    "02-casualties-and-attacks": "Who was killed and injured, by month, group and actor.",
    "03-refugees": "Refugees, displacement, returns and expulsions, stock and flow apart.",
    "04-timeline": "The incidents in the order of time.",
    "05-evidence": "Every figure highlighted in its sentence.",
    "01-extract": "The articles as read, their warnings, and the tables made of them.",
}
_SHOWN = 200  # warnings


def write_index(
    folder: Path,
    *,
    title: str,
    subtitle: str,
    tables: Tables,
    executed: Sequence[Executed],
    run: Mapping[str, Any],
) -> Path:
    """Write index.html into a run's folder.

    Args:
        folder: The run's folder with pages/, charts/ and tables/.
        title: The report's title.
        subtitle: Corpus, period and time of the run.
        tables: The tables, for the counts.
        executed: The notebooks, in the order of their pages.
        run: The content of run.json.

    Returns:
        The path of the page.
    """
    body = [
        f'<h1>{escape(title)}</h1>\n<p class="soft">{escape(subtitle)}</p>',
        _cards(tables),
        _pages(executed),
        _warnings(run["warnings"]),
        _charts(folder),
        _files(folder),
        _made_of(run),
    ]
    path = folder / "index.html"
    path.write_text(page(title, "\n".join(filter(None, body))), encoding="utf-8")
    return path


def _cards(tables: Tables) -> str:
    """How much was read."""
    copies = int(tables.articles["duplicate_of"].notna().sum())
    unsure = int((tables.articles["published_basis"] != "given").sum())
    main = tables.incidents[tables.incidents["role"] == "main"]
    counts = [
        (len(tables.articles), f"articles, {copies} of them copies"),
        (unsure, "articles whose date is inferred or unknown"),
        (len(tables.figures), "figures, each with its sentence"),
        (len(main), "tellings of incidents (one event can be told by many articles)"),
        (len(tables.dates), "dates and periods"),
    ]
    cells = "".join(f"<div><b>{n:,}</b>{escape(words)}</div>" for n, words in counts)
    return (
        f'<div class="cards">{cells}</div>\n<p class="soft">Counts of the whole corpus; the pages '
        "and charts show what the parameters select.</p>"
    )


def _pages(executed: Sequence[Executed]) -> str:
    """Links to the notebooks' pages, the briefing first."""
    order = sorted(executed, key=lambda e: list(_ABOUT).index(e.name) if e.name in _ABOUT else 99)
    rows = [
        f'<li><a href="pages/{escape(e.name)}.html"><b>{escape(title_of(Path(e.path)))}</b></a>'
        f"<br>{escape(_ABOUT.get(e.name, ''))}</li>"
        for e in order
    ]
    return f"<h2>Pages</h2>\n<ul>{''.join(rows)}</ul>"


def _charts(folder: Path) -> str:
    """All charts, each with links to its files."""
    drawn = {f.stem: f for f in sorted((folder / "charts").glob("*.svg"))}
    found = [
        f for stem, f in drawn.items() if stem.removesuffix("_latest") not in {*drawn} - {stem}
    ]
    cells, blank = [], []
    for chart in found:
        if not (title := drawn_title(chart.read_text(encoding="utf-8"))):
            blank.append(chart.stem.replace("_", " "))
            continue
        links = " · ".join(
            f'<a href="charts/{escape(f.name)}">{escape(f.suffix[1:].upper())}</a>'
            for f in sorted(chart.parent.glob(f"{chart.stem}.*"))
        )
        cells.append(
            f'<figure><a class="preview" href="charts/{escape(chart.name)}">'
            f'<img src="charts/{escape(chart.name)}" '
            f'alt="{escape(title)}"></a>'
            f'<figcaption class="soft">{links}</figcaption></figure>'
        )
    left = f'<p class="soft">Nothing to draw: {escape(", ".join(blank))}.</p>' if blank else ""
    if not cells:
        return left and f"<h2>Charts</h2>\n{left}"
    return (
        '<h2>Charts</h2>\n<p class="soft">The upper part of each; click for all of it.</p>\n'
        f'<div class="charts">{"".join(cells)}</div>\n{left}'
    )


def _warnings(messages: Sequence[str]) -> str:
    """What to distrust, before the files."""
    if not messages:
        return "<h2>Warnings</h2>\n<p>None: every file was read.</p>"
    rows = "".join(f"<li>{escape(m)}</li>" for m in messages[:_SHOWN])
    left = f"<p>and {len(messages) - _SHOWN} more in run.json</p>" if len(messages) > _SHOWN else ""
    return f'<h2>Warnings</h2>\n<div class="warn"><ul>{rows}</ul>{left}</div>'


def _files(folder: Path) -> str:
    """The tables to take away."""
    found = sorted(f for f in (folder / "tables").iterdir() if f.is_file())
    rows = "".join(
        f'<tr><td><a href="tables/{escape(f.name)}">{escape(f.name)}</a></td>'
        f"<td>{f.stat().st_size / 1024:,.0f} KiB</td></tr>"
        for f in found
    )
    return (
        "<h2>Tables</h2>\n<p>What the columns mean stands in "
        '<a href="tables/codebook.md">codebook.md</a>. Unknown is empty, never 0.</p>\n'
        f"<table>{rows}</table>"
    )


def _made_of(run: Mapping[str, Any]) -> str:
    """Parameters, versions and commit."""
    rows = [*run["parameters"].items(), ("commit", run["commit"]), *run["versions"].items()]
    cells = "".join(
        f"<tr><th>{escape(str(k))}</th><td>{escape('all' if v is None else str(v))}</td></tr>"
        for k, v in rows
    )
    return (
        "<h2>How this was made</h2>\n"
        '<p>All of it, with the checksum of every input, is in <a href="run.json">run.json</a>; '
        'the executed notebooks are in <a href="notebooks/">notebooks/</a>.</p>'
        f"<table>{cells}</table>"
    )
