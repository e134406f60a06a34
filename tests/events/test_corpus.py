"""Joining measured on two corpora of events, written without reading the rules."""

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from corpus import FOLDERS, expected, fair, match, pairs

from analysis.events import reconcile
from analysis.pipeline import extract
from analysis.tables import records

# Pairs of articles that tell one event. Recall over all pairs also falls where extraction finds
# no incident in an article; JOINED counts the pairs of which both articles tell an incident of
# that day, country and kind.
PRECISION, JOINED, RECALL = 1.0, 1.0, 1.0
BESTS = {"events": 1.0, "events_second": 0.96}  # killed and injured
ENDS = {"events": 0.93, "events_second": 0.95}  # lows and highs of the same
STRAY = 0  # events of articles that no expected event names


class Told(NamedTuple):
    """What is made of a corpus, and what is expected of it."""

    name: str
    events: list[dict[str, Any]]
    incidents: list[dict[str, Any]]
    cases: list[dict[str, Any]]


@pytest.fixture(scope="module", params=FOLDERS)
def told(request):
    tables = reconcile(extract(FOLDERS[request.param] / "articles.jsonl"))
    cases = expected(FOLDERS[request.param])
    return Told(request.param, records(tables.events), records(tables.incidents), cases)


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


def asked(told, places):
    """(case, event, count, place) of all that the cases state of lows (0), bests (1), highs (2)."""
    for case in told.cases:
        for what in ("killed", "injured"):
            if case[what] is not None and what not in case.get("skip", ()):
                yield from ((case, match(told.events, case), what, place) for place in places)


def share_right(told, places):
    rows = list(asked(told, places))
    names = ("low", "best", "high")
    wrong = [
        (case["event"], what, names[place], event and event[f"{what}_{names[place]}"])
        for case, event, what, place in rows
        if event is None or not fair(event[f"{what}_{names[place]}"], place, case, what)
    ]
    assert len(rows) > 20  # noqa: PLR2004 - a corpus that asks for little shows little
    return 1 - len(wrong) / len(rows), wrong


def test_pairs_are_joined_as_expected(told):
    found = pairs([event["article_ids"] for event in told.events])
    wanted = pairs([case["articles"] for case in told.cases])
    able = pairs(
        [
            [
                key
                for key in case["articles"]
                if any(i["article_id"] == key and tells(i, case) for i in told.incidents)
            ]
            for case in told.cases
        ]
    )
    assert len(wanted) > 60  # noqa: PLR2004
    assert len(found & wanted) / len(found) >= PRECISION, sorted(found - wanted)
    assert len(found & able) / len(able) >= JOINED, sorted(able - found)
    assert len(found & wanted) / len(wanted) >= RECALL, sorted(wanted - found)


def test_bests_are_right(told):
    right, wrong = share_right(told, (1,))
    assert right >= BESTS[told.name], wrong


def test_lows_and_highs_are_right(told):
    right, wrong = share_right(told, (0, 2))
    assert right >= ENDS[told.name], wrong


def test_articles_without_an_event_make_none(told):
    named = {key for case in told.cases for key in case["articles"]}
    stray = [e["article_ids"] for e in told.events if not named & set(e["article_ids"])]
    assert len(stray) <= STRAY, stray


def test_attacks_that_must_stay_apart(told):
    apart = {
        "events": (("turbat-bomb", "turbat-barbers"), ("mirali-ambush", "mirali-bazaar")),
        "events_second": (("wana-bomb", "wana-elder"),),
    }
    by = {case["event"]: match(told.events, case) for case in told.cases}
    for one, other in apart[told.name]:
        assert by[one]["event_id"] != by[other]["event_id"]


def test_an_anniversary_is_no_new_event(told):
    for case in (c for c in told.cases if c.get("background_only")):
        old = match(told.events, case)
        assert str(old["date_start"])[:10] == case["date"]
        assert old["role"] == "background"
        assert [e for e in told.events if e["place"] == old["place"]] == [old]


@pytest.mark.parametrize("told", ["events"], indirect=True)  # the second holds no near copies
def test_reprints_are_counted_once(told):
    karachi = match(told.events, next(c for c in told.cases if c["event"] == "karachi-van"))
    assert karachi["tellings"] < len(karachi["article_ids"])
