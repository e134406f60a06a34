"""The example articles give the rows that a careful reader expects of them."""

from pathlib import Path

import pytest
from agreement import agreement, incidents_right

# Measured shares, less about two points: a rule that loses more is a regression.
FOUND = {"figures": 0.95, "dates": 0.94}
EXTRA = {"figures": 4, "dates": 8}
INCIDENTS, MORE_INCIDENTS = 32, 4
FIELDS = {
    "form": 0.97, "quantifier": 0.97, "unit": 0.97, "scope": 0.94, "certainty": 0.95,
    "claimant": 0.95, "stock_flow": 0.90, "country": 0.91, "group": 0.86, "period_start": 0.90,
    "period_end": 0.90, "type": 0.95, "value": 0.93, "date_start": 0.93, "date_end": 0.93,
}  # fmt: skip


@pytest.fixture(scope="module")
def keys(seed_tables):
    return {
        a.article_id: a.article_id if a.path.endswith(".jsonl") else Path(a.path).name
        for a in seed_tables.articles.itertuples()
    }


@pytest.fixture(scope="module", params=["figures", "dates"])
def compared(request, seed_tables, keys):
    return request.param, agreement(request.param, getattr(seed_tables, request.param), keys)


def test_what_is_expected_is_found(compared):
    name, result = compared
    missed = [(m["file"], m["text"]) for m in result.missed]
    assert result.found >= FOUND[name], missed


def test_little_else_is_found(compared):
    name, result = compared
    assert len(result.extra) <= EXTRA[name], [(r["file"], r["reported"]) for r in result.extra]


def test_fields_are_right(compared):
    _, result = compared
    low = {f: share for f, share in result.fields.items() if share < FIELDS[f]}
    assert not low, [d for d in result.differing if d[0] in low]


def test_incidents_are_told_apart(seed_tables, keys):
    right, _, wrong, more = incidents_right(seed_tables.incidents, keys)
    assert right >= INCIDENTS, [(w["file"], w["note"]) for w in wrong]
    assert more <= MORE_INCIDENTS
