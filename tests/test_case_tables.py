"""The case tables are well formed: their marks are in their sentences, their bounds in order."""

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
SENTENCES = sorted(CASES.glob("*.jsonl"))


def load(path: Path) -> list[dict]:
    """Read one table, a JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def in_order(bounds: list[int | None]) -> bool:
    """Whether low, best and high that are given do not decrease."""
    known = [bound for bound in bounds if bound is not None]
    return len(bounds) == 3 and known == sorted(known)


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_sentences(path: Path) -> None:
    """Every text occurs once; offsets give the marked words; bounds are in order."""
    rows = load(path)
    assert len({row["text"] for row in rows}) == len(rows) > 0
    for row in rows:
        for column in ("killed", "injured"):
            assert row.get(column) is None or in_order(row[column]), row
        end = 0
        for mark in row.get("figures", []) + row.get("dates", []):
            start = mark["start"]
            assert start >= end, (row["text"], mark["text"])
            end = start + len(mark["text"])
            assert row["text"][start:end] == mark["text"], (row["text"], mark)
            if "low" in mark:
                assert in_order([mark["low"], mark["best"], mark["high"]]), mark


def test_events() -> None:
    """Expected events name articles of the corpus, and their tolls are in order."""
    articles = {row["id"] for row in load(CASES / "events" / "articles.jsonl")}
    events = load(CASES / "events" / "expected.jsonl")
    assert len(articles) >= 44 and len(events) >= 15
    for event in events:
        assert event["articles"] and set(event["articles"]) <= articles, event["event"]
        assert set(event["background"]) <= set(event["articles"]), event["event"]
        for column in ("killed", "injured"):
            assert event[column] is None or in_order(event[column]), event["event"]
