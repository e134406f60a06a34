"""Executed notebooks as self-contained HTML, without code and without network requests."""

from __future__ import annotations

from html import escape
from pathlib import Path

# No script, no font, no image but those inside the page: nothing is fetched, nothing runs.
POLICY = "default-src 'none'; img-src 'self' data: file:; style-src 'unsafe-inline'"

STYLE = """
:root { color-scheme: light; --ink: #1d2733; --soft: #5b6875; --line: #d7dde3; --fill: #f5f7f9; }
body { font: 16px/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  color: var(--ink); max-width: 68rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .5rem; border-top: 1px solid var(--line);
  padding-top: 1.1rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
p, li { max-width: 46rem; }
a { color: #0b5cad; }
svg, img { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: .87rem; margin: .6rem 0; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; overflow-wrap: normal; }
.scroll, .jp-RenderedHTMLCommon, .output_html { overflow-x: auto; }
mark { background: #ffe9a8; padding: 0 .1em; }
pre { white-space: pre-wrap; font-size: .85rem; background: var(--fill); padding: .6rem .8rem; }
.soft, footer { color: var(--soft); font-size: .9rem; }
.warn { background: #fff6e5; border-left: 4px solid #c77700; padding: .5rem .9rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem; }
.cards div { background: var(--fill); border-radius: 6px; padding: .7rem .9rem; }
.cards b { display: block; font-size: 1.5rem; line-height: 1.2; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(24rem, 1fr)); gap: 1.2rem; }
.charts figure { margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: .6rem; }
.charts .preview { display: block; max-height: 19rem; overflow: hidden; }
.charts img { width: 100%; }
@media print { body { max-width: none; margin: 0; } a { color: inherit; } }
"""


def page(title: str, body: str) -> str:
    """A complete HTML page around a body; the title is escaped, the body is taken as it is."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def title_of(notebook: Path) -> str:
    """The first heading of a notebook, else its file name."""
    import nbformat

    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# "):
            return cell.source.splitlines()[0].removeprefix("# ").strip()
    return notebook.stem


def export(notebook: Path, target: Path, *, subtitle: str = "") -> None:
    """Write an executed notebook as one HTML file without code, prompts or error streams.

    Args:
        notebook: The executed notebook.
        target: The HTML file.
        subtitle: A line under the page's navigation: corpus, period, time of the run.
    """
    import nbformat
    from nbconvert import HTMLExporter

    content = nbformat.read(notebook, as_version=4)
    for cell in content.cells:
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if o.get("name") != "stderr"]
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(content)
    head = f'<p class="soft"><a href="../index.html">Report</a> · {escape(subtitle)}</p>\n'
    target.write_text(page(title_of(notebook), head + body), encoding="utf-8")
