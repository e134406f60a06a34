"""From articles to tables, and the command line."""

import os
import subprocess
import sys
from datetime import date

import pytest

from analysis import extract
from analysis.cli import main
from analysis.records import Article


def test_ids_survive_extraction_again_and_company():
    one = Article(
        "a", "Gunmen killed 12 people in Quetta on 3 May 2024.", published=date(2024, 5, 4)
    )
    other = Article("b", "Floods displaced 300 families in Sindh.", published=date(2024, 5, 4))
    alone, together = extract([one]), extract([other, one])
    for name, key in (("figures", "figure_id"), ("dates", "date_id"), ("incidents", "incident_id")):
        rows = getattr(together, name)
        assert list(getattr(alone, name)[key]) == list(rows[rows.article_id == "a"][key])
        assert len(getattr(alone, name))


def test_figures_point_at_rows_that_exist(seed_tables):
    figures, dates = seed_tables.figures, seed_tables.dates
    incidents = seed_tables.incidents
    assert set(figures.part_of.dropna()) <= set(figures.figure_id)
    assert set(figures.date_id.dropna()) <= set(dates.date_id)
    assert set(figures.incident_id.dropna()) <= set(incidents.incident_id)
    listed = {f for ids in incidents.figure_ids for f in ids}
    assert listed <= set(figures.figure_id)
    assert {f for ids in incidents.superseded for f in ids} <= set(figures.figure_id)
    assert len(listed) > 20


def test_only_an_incident_s_figure_has_one(seed_tables):
    wide = seed_tables.figures[seed_tables.figures.scope != "incident"]
    assert len(wide) and wide.incident_id.isna().all()


HOSTILE = [
    "",
    " \n ",
    "12",
    "killed " * 5000,
    "١٢ قتلى",
    "\x00\ufffd" * 50,
    "9" * 400 + " people killed.",
    "Up to " * 3000,
    "between 5 and " * 2000,
    "(" * 5000,
    "On 31 February 2023, 5 died.",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_give_no_fault(text):
    tables = extract([Article("a", text, published=date(2024, 1, 1))])
    assert not tables.messages


def test_a_fault_of_the_rules_costs_one_article_only(monkeypatch):
    import analysis.pipeline as pipeline

    whole = pipeline.find_figures

    def broken(document):
        if document.article_id == "bad":
            raise KeyError("x")
        return whole(document)

    monkeypatch.setattr(pipeline, "find_figures", broken)
    text = "Gunmen killed 12 people in Quetta."
    tables = extract([Article("bad", text), Article("good", text)])
    assert set(tables.figures.article_id) == {"good"}
    assert "rules failed" in tables.messages[0] and "KeyError" in tables.articles.warnings[0][0]


def test_the_command_writes_tables_and_warns(tmp_path, capsys):
    corpus = tmp_path / "articles"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Gunmen killed 12 people in Quetta on 3 May 2024, police said.")
    (corpus / "photo.png").write_bytes(b"x")
    assert main(["extract", str(corpus), "--output", str(tmp_path / "out")]) == 0
    out = capsys.readouterr()
    assert out.out.startswith("1 article, ") and "photo.png: file skipped" in out.err
    assert (tmp_path / "out" / "figures.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "/nowhere", "--output", "x"], "no such folder"),
        (["extract", "{empty}", "--output", "x"], "no article found; put .txt"),
        (["extract", "{csv}", "--output", "x"], "no column 'text' (columns: none)"),
        (["extract", "{pdf}", "--output", "x"], "no article found; articles are .txt"),
        (["extract", "{jsonl}", "--output", "x"], "no article found; it is empty"),
        (["compare", "{empty}", "x.csv", "--output", "x"], "extract CORPUS --output {empty}"),
        (["export-hxl", "{empty}", "--output", "x"], "extract CORPUS --output {empty}"),
        (["explain", " "], "sentence is empty"),
        (["extract", "{file}", "--output", "{file}/x"], "cannot write there"),
        (["report", "/nowhere"], "no such folder"),
        (["report", "{file}", "--month", "2024-01", "--start", "2024-01-05"], "leave out --start"),
        (["report", "{file}", "-p", "moth=2024-01", "--output", "{empty}"], "'moth'"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(tmp_path, capsys, arguments, words):
    empty, file = tmp_path / "empty", tmp_path / "a.txt"
    empty.mkdir()
    file.write_text("Gunmen killed 12 people.")
    paths = {"empty": empty, "file": file}
    for ending in ("csv", "jsonl", "pdf"):
        paths[ending] = tmp_path / f"b.{ending}"
        paths[ending].touch()
    words = words.format(**paths)
    code = main([a.format(**paths) for a in arguments])
    err = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("warning")]
    assert code == 2 and len(err) == 1 and words in err[0]


def test_wrong_use_is_exit_code_2():
    with pytest.raises(SystemExit) as stop:
        main(["report", "--month", "2024-13"])
    assert stop.value.code == 2


@pytest.mark.parametrize("arguments", [[], ["--help"], ["report", "--help"]])
def test_help_is_given_where_it_is_needed(capsys, arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "articles to a report" in out.lower()
    assert "report" not in arguments or ".jsonl, .csv" in out


def test_opening_the_package_loads_nothing_heavy(root):
    script = (
        "import sys, analysis, analysis.cli; "
        "print([m for m in ('pandas','spacy','matplotlib','papermill') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "[]", done.stderr


def test_only_extraction_needs_spacy(root):
    script = (
        "import sys, analysis; analysis.open_tables; import analysis.tables, analysis.charts, "
        "analysis.statistics; print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=root, env=os.environ
    )
    assert done.stdout.strip() == "False", done.stderr
