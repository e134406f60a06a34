"""Joining measured on the corpus of fifteen events, which was written without reading the rules."""

from datetime import date, timedelta

import pytest
from corpus import FOLDER, expected, fair, match, pairs

from analysis.events import reconcile
from analysis.pipeline import extract
from analysis.tables import records

# Pairs of articles that tell one event. Recall over all pairs also falls where extraction finds
# no incident in an article; JOINED counts the pairs of which both articles tell an incident of
# that day, country and kind.
PRECISION, JOINED, RECALL = 0.95, 0.95, 0.80
BESTS = 0.60  # killed and injured, as far as the incidents are read right


@pytest.fixture(scope="module")
def told():
    tables = reconcile(extract(FOLDER / "articles.jsonl"))
    return records(tables.events), records(tables.incidents)


def tells(incident, wanted):
    """Whether an incident may tell an expected event."""
    day = date.fromisoformat(wanted["date"])
    kind = incident["attack_type"]
    start, end = incident["date_start"], incident["date_end"]
    return (
        (start is None or start - timedelta(1) <= day <= end + timedelta(1))
        and incident["country"] in (None, *wanted["country"].split("|"))
        and (kind in (None, "other") or kind in wanted["attack_type"].split("|"))
    )


def test_pairs_are_joined_as_expected(told):
    events, incidents = told
    found = pairs([event["article_ids"] for event in events])
    wanted = pairs([case["articles"] for case in expected()])
    able = pairs(
        [
            [
                key
                for key in case["articles"]
                if any(i["article_id"] == key and tells(i, case) for i in incidents)
            ]
            for case in expected()
        ]
    )
    assert len(wanted) > 60
    assert len(found & wanted) / len(found) >= PRECISION, sorted(found - wanted)
    assert len(found & able) / len(able) >= JOINED, sorted(able - found)
    assert len(found & wanted) / len(wanted) >= RECALL, sorted(wanted - found)


def test_bests_are_right(told):
    events, _ = told
    wrong, asked = [], 0
    for case in expected():
        event = match(events, case)
        for what in ("killed", "injured"):
            if case[what] is None or what in case.get("skip", ()):
                continue
            asked += 1
            if event is None or not fair(event[f"{what}_best"], 1, case, what):
                wrong.append((case["event"], what, event and event[f"{what}_best"]))
    assert asked > 20
    assert 1 - len(wrong) / asked >= BESTS, wrong


def test_attacks_that_must_stay_apart(told):
    events, _ = told
    by = {case["event"]: match(events, case) for case in expected()}
    for one, other in (("turbat-bomb", "turbat-barbers"), ("mirali-ambush", "mirali-bazaar")):
        assert by[one]["event_id"] != by[other]["event_id"]


def test_an_anniversary_is_no_new_event(told):
    events, _ = told
    old = match(events, next(c for c in expected() if c.get("background_only")))
    assert old["date_start"].year == 2016
    assert [e for e in events if e["place"] == old["place"]] == [old]


def test_reprints_are_counted_once(told):
    events, _ = told
    karachi = match(events, next(c for c in expected() if c["event"] == "karachi-van"))
    assert karachi["tellings"] < len(karachi["article_ids"])
