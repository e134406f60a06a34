"""The case table of background passages on Afghanistan's wars."""

import json
from datetime import date
from pathlib import Path

import pytest

from analysis.dates import tag
from analysis.text import split

TABLE = Path(__file__).parent.parent / "cases" / "dates_afghan_wars.jsonl"
CASES = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines() if line]


def _fits(row, expected, reading):
    """Whether a row has the `reading`-th value and the interval that goes with it."""
    values = expected["value"].split("|")
    if row.type not in expected["type"].split("|") or row.value != values[reading]:
        return False
    for field in ("date_start", "date_end"):
        if field in expected:
            wanted = str(expected[field]).split("|")
            if str(getattr(row, field)) not in wanted:
                return False
    return True


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_background_passage(case):
    published = date.fromisoformat(case["published"]) if case.get("published") else None
    rows = list(tag(case["text"], split(case["text"]), published=published))
    for expected in case["dates"]:
        start, end = expected["start"], expected["start"] + len(expected["text"])
        hits = [row for row in rows if row.start < end and start < row.end]
        if not hits and expected.get("optional"):
            continue
        assert hits, f"missed: {expected['text']}"
        readings = range(len(expected["value"].split("|")))
        assert any(_fits(hits[0], expected, n) for n in readings), (hits[0], expected)
        rows.remove(hits[0])
    assert [row.reported for row in rows if not row.value.endswith("_REF")] == []
