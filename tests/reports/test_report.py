"""A report run end to end, a run that fails, and that the notebooks' check can fail."""

import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import nbformat
import pandas as pd
import pytest
from made_tables import article, figure, incident, tables

from analysis.cli import main
from analysis.reports import ParameterError, run_report
from analysis.reports import notebooks as notebooks_room
from analysis.reports.scarce import NothingToReport, scarce
from analysis.tables import write_tables

HOSTILE = (
    "QUETTA - <script>alert(1)</script> Gunmen killed at least 12 people near <b>Quetta</b> on "
    '3 May 2024, police said. $\\alpha$ "=HYPERLINK(1)" Another 5 were wounded.'
)
LOADING = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("use", "href")}


class Loads(HTMLParser):
    """The addresses that a page loads when it is opened, and its scripts."""

    def __init__(self):
        super().__init__()
        self.found, self.scripts = [], 0

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.found += [v for k, v in attrs if (tag, k.split(":")[-1]) in LOADING and v]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A report on two articles, one of them hostile."""
    home = tmp_path_factory.mktemp("report")
    corpus = home / "articles"
    corpus.mkdir()
    (corpus / "a.txt").write_text(HOSTILE)
    (corpus / "b.md").write_text(
        "---\npublished: 2024-06-02\nsource: Desk\n---\nSince November 2023 almost one million "
        "Afghans have returned from Pakistan, the agency said. Militants carried out 40 attacks "
        "in May 2024."
    )
    (corpus / "notes.pdf").write_bytes(b"%PDF")
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "report", str(corpus), "--output", str(home / "out"),
         "--start", "2024-01-01"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done, home, corpus


def test_the_last_line_is_the_page_to_open(report):
    done, home, _ = report
    page = done.stdout.splitlines()[-1]
    assert page.endswith("/index.html") and "/out/articles/" in page
    assert (home / "out" / "articles" / "latest" / "index.html").is_file()
    assert "Warning" not in done.stderr and "Traceback" not in done.stderr
    assert "warning: notes.pdf: file skipped" in done.stderr


def test_pages_load_nothing_and_run_nothing(report):
    _, home, _ = report
    folder = home / "out" / "articles" / "latest"
    pages = [folder / "index.html", *sorted((folder / "pages").glob("*.html"))]
    assert len(pages) == 1 + 1 + len(notebooks_room.READERS)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        loads = Loads()
        loads.feed(text)
        assert loads.scripts == 0, page.name
        assert "Content-Security-Policy" in text
        for address in loads.found:
            assert address.startswith("data:") or (folder / address).is_file(), address
        assert not re.search(r"url\(['\"]?https?:", text)
        assert "import pandas" not in text and "def " not in text


def test_everything_is_there(report):
    _, home, corpus = report
    folder = home / "out" / "articles" / "latest"
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert run["parameters"]["start"] == "2024-01-01"
    assert run["inputs"]["a.txt"] == hashlib.sha256((corpus / "a.txt").read_bytes()).hexdigest()
    assert any("notes.pdf" in w for w in run["warnings"])
    assert {"python", "spacy", "pandas"} <= set(run["versions"]) and run["seconds"]["briefing"] > 0
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert 'alt="People killed in the violent events told, by month: Pakistan, ' in index
    assert "Nothing to draw: " in index and 'src="charts/toll_revisions.svg"' not in index
    charts = {p.stem for p in (folder / "charts").glob("*.svg")}
    assert len(charts) >= 4
    for stem in charts:
        assert (folder / "charts" / f"{stem}.png").is_file()
        assert (folder / "charts" / f"{stem}.csv").is_file()
    book = pd.read_excel(folder / "tables" / "tables.xlsx", sheet_name=None, engine="openpyxl")
    figures = pd.read_parquet(folder / "tables" / "figures.parquet")
    assert set(book) >= {"articles", "dates", "figures", "incidents", "codebook"}
    assert list(book["figures"].reported) == list(figures.reported)


def test_a_second_run_leaves_the_first_alone(report):
    _, home, corpus = report
    before = sorted((home / "out" / "articles").iterdir())
    page = run_report(corpus, output=home / "out", readers=("05-evidence",))
    assert page.parent not in before
    assert set(before) < set((home / "out" / "articles").iterdir())


def test_a_failing_cell_is_named_and_the_good_run_kept(report, tmp_path, monkeypatch, capsys):
    _, home, corpus = report
    good = (home / "out" / "articles" / "latest").resolve()
    broken = tmp_path / "notebooks"
    broken.mkdir()
    for path in notebooks_room.FOLDER.glob("*.ipynb"):
        (broken / path.name).write_bytes(path.read_bytes())
    extract = nbformat.read(broken / "01-extract.ipynb", as_version=4)
    extract.cells.insert(4, nbformat.v4.new_code_cell("raise RuntimeError('the disk is full')"))
    nbformat.write(extract, broken / "01-extract.ipynb")
    monkeypatch.setattr(notebooks_room, "FOLDER", broken)
    assert main(["report", str(corpus), "--output", str(home / "out")]) == 1
    err = capsys.readouterr().err.strip()
    assert len(err.splitlines()) == 1
    for words in ("01-extract", "cell 6", "RuntimeError: the disk is full", "failed"):
        assert words in err
    assert (home / "out" / "articles" / "latest").resolve() == good
    kept = list((home / "out" / "articles" / "failed").iterdir())
    assert len(kept) == 1 and (kept[0] / "notebooks" / "01-extract.ipynb").is_file()
    assert not list((home / "out" / "articles").glob(".running-*"))


def test_a_month_of_which_nothing_is_told_makes_no_report(report, capsys):
    _, home, corpus = report
    folder = home / "out" / "articles"
    before = {path: path.resolve() for path in folder.iterdir()}
    assert main(["report", str(corpus), "--output", str(home / "out"), "--month", "2019-07"]) == 1
    err = capsys.readouterr().err.strip()
    assert len(err.splitlines()) == 1 and "nothing to report (Jul 2019)" in err
    assert "published 3 May – 2 Jun 2024" in err and "no report is written" in err
    assert {path: path.resolve() for path in folder.iterdir()} == before
    arguments = ["report", str(corpus), "--output", str(home / "new"), "--month", "2019-07"]
    assert main(arguments) == 1
    assert not list((home / "new").iterdir())


def told(tmp_path, **chosen):
    """The warnings for a corpus with an event of March 2024 and a total over that year."""
    year = {"scope": "period", "period_start": "2024-01-01", "period_end": "2024-12-31"}
    made = tables(
        [article("a", "2025-01-10")], [figure("t", "a", 9, 9, 9, **year)], [incident("i", "a")]
    )
    write_tables(made, tmp_path)
    return scarce(tmp_path, chosen)


def test_a_report_on_little_warns_and_one_on_nothing_is_refused(tmp_path):
    assert told(tmp_path) == []
    assert told(tmp_path, start="2024-01", end="2025-01") == []
    (note,) = told(tmp_path, start="2024-03", end="2024-03")
    assert note.startswith("no article was published in the dates asked for (Mar 2024)")
    with pytest.raises(NothingToReport, match=r"May 2024\W.* \(1 over longer periods touch it\)"):
        told(tmp_path, start="2024-05", end="2024-05")
    assert told(tmp_path, countries=["IND"]) == [
        "no figure or event lies in the dates, countries and measures asked for"
    ]


def test_a_wrong_value_is_refused_before_anything_is_made(report, tmp_path):
    _, _, corpus = report
    for given in ({"countries": ["Pakistn"]}, {"start": "2024-05-01", "end": "2024-04-01"}):
        with pytest.raises(ParameterError, match="'countries': 'Pakistn'|'end'"):
            run_report(corpus, parameters=given, output=tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_unknown_parameter_is_named(report, tmp_path):
    _, _, corpus = report
    with pytest.raises(ParameterError, match="parameter 'contries' is unknown"):
        run_report(corpus, parameters={"contries": ["PAK"]}, output=tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_unknown_notebook_is_named(report, tmp_path):
    _, _, corpus = report
    with pytest.raises(ParameterError, match="notebook 'brief' is unknown"):
        run_report(corpus, output=tmp_path, readers=("brief",))


def test_nbval_catches_a_changed_output(root, tmp_path):
    """The check of the committed notebooks can fail: one digit of one output is changed."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    (tmp_path / "seeds").symlink_to(root / "seeds")
    notebook = nbformat.read(root / "notebooks" / "01-extract.ipynb", as_version=4)
    outputs = [o for c in notebook.cells for o in c.get("outputs", []) if "data" in o]
    shown = next(o["data"] for o in outputs if "figures.csv" in o["data"].get("text/plain", ""))
    nbformat.write(notebook, folder / "same.ipynb")
    shown["text/plain"] = shown["text/plain"].replace("figures.csv", "figurez.csv")
    nbformat.write(notebook, folder / "changed.ipynb")
    results = {}
    for name in ("same", "changed"):
        command = [sys.executable, "-m", "pytest", "-q", "--nbval", "-p", "no:cacheprovider", "-c",
                   "/dev/null", folder / f"{name}.ipynb"]  # fmt: skip
        results[name] = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert results["same"].returncode == 0, results["same"].stdout
    assert results["changed"].returncode == 1 and "figurez" in results["changed"].stdout
