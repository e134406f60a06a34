"""The expected rows fit the example articles: offsets, bounds and files."""

import csv
import datetime
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
EXPECTED = ROOT / "tests" / "expected"


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def read_texts():
    texts = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    for path in SEEDS.glob("*.md"):
        texts[path.name] = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    for path in SEEDS.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            texts[record["id"]] = record["text"]
    return texts


@pytest.mark.parametrize("name", ["seeds_figures.csv", "seeds_dates.csv"])
def test_offsets_reproduce_the_words(name):
    texts, rows = read_texts(), read_rows(EXPECTED / name)
    wrong = [
        row
        for row in rows
        if texts[row["file"]][int(row["start"]) : int(row["end"])] != row["text"] or not row["text"]
    ]
    assert rows and not wrong
    assert {row["file"] for row in rows} == set(texts)


def test_figures_keep_low_best_and_high_apart():
    for row in read_rows(EXPECTED / "seeds_figures.csv"):
        if "optional" in row["note"]:
            continue
        low, best, high = (row[name] != "" for name in ("low", "best", "high"))
        bounds = {
            "at_least": (True, True, False),
            "more_than": (True, True, False),
            "at_most": (False, True, True),
            "range": (True, False, True),
            "vague": (True, False, False),
        }
        wanted = bounds.get(row["quantifier"].split("|")[0], (True, True, True))
        assert (low, best, high) == wanted, row
        given = [float(row[name]) for name in ("low", "best", "high") if row[name]]
        assert given == sorted(given), row


def test_incidents_name_articles_and_days():
    texts, rows = read_texts(), read_rows(EXPECTED / "seeds_incidents.csv")
    months = set()
    for row in rows:
        assert row["file"] in texts, row
        for reading in row["date_start"].split("|"):
            months.add(datetime.date.fromisoformat(reading).strftime("%Y-%m"))
        assert set(row["role"].split("|")) <= {"main", "background"}, row
    assert len(months) >= 6


def test_manifest_names_files_and_two_undated_articles():
    rows = read_rows(SEEDS / "manifest.csv")
    assert all((SEEDS / row["file"]).is_file() for row in rows)
    dated = [row for row in rows if row["published"]]
    assert all(datetime.date.fromisoformat(row["published"]) for row in dated)
    assert len(rows) - len(dated) == 2
