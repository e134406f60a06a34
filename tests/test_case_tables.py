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


@pytest.mark.parametrize(
    ("corpus", "least_articles", "least_events"), [("events", 44, 15), ("events_second", 50, 18)]
)
def test_events(corpus: str, least_articles: int, least_events: int) -> None:
    """Expected events name articles of the corpus, and their tolls are in order and fair."""
    rows = load(CASES / corpus / "articles.jsonl")
    published = {row["id"]: row["published"] for row in rows}
    events = load(CASES / corpus / "expected.jsonl")
    assert len(published) == len(rows) >= least_articles
    assert len({event["event"] for event in events}) == len(events) >= least_events
    for event in events:
        assert event["articles"] and set(event["articles"]) <= set(published), event["event"]
        assert set(event["background"]) <= set(event["articles"]), event["event"]
        assert event["date"] <= min(published[name] for name in event["articles"]), event["event"]
        for column in ("killed", "injured"):
            assert event[column] is None or in_order(event[column]), event["event"]
            for bound, value in zip(("low", "best", "high"), event[column] or (), strict=False):
                fair = event.get(f"{column}_{bound}_any", [value])
                assert value in fair, (event["event"], column, bound)
