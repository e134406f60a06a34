"""Revisions, contradictions and coverage, as dataframes."""

import pytest
from stories import DAY, days, story, tables, toll

from analysis.events import contradictory, coverage, reconcile, revisions
from analysis.tables import TablesError, frame, records


def test_revisions_have_their_sentences():
    found = records(
        revisions(
            tables(
                story("a", toll("killed", 28) | {"quote": "At least 28 died."}),
                story("b", toll("killed", 41) | {"quote": "The toll is 41.", "claimant": "police"},
                      published=DAY + days(1)),
                story("c", toll("killed", 28), duplicate_of="a"),
            )
        )
    )  # fmt: skip
    assert [(r["article_id"], r["best"], r["status"], r["preferred"]) for r in found] == [
        ("a", 28, "overtaken", "no"), ("c", 28, "reprint", "no"), ("b", 41, "counted", "yes"),
    ]  # fmt: skip
    assert found[2]["quote"] == "The toll is 41."
    assert found[2]["claimant"] == "police"


def test_contradictions_have_both_sentences():
    found = records(
        contradictory(
            tables(
                story("a", toll("killed", 4) | {"quote": "Four died.", "claimant": "police"}),
                story("b", toll("killed", 9) | {"quote": "Nine died, the BLA said.",
                                               "claimant": "the BLA"}),
            )
        )
    )  # fmt: skip
    assert len(found) == 1
    assert (found[0]["best"], found[0]["quote"]) == (4, "Four died.")
    assert (found[0]["other_best"], found[0]["other_quote"]) == (9, "Nine died, the BLA said.")


def rival_tables(group="military"):
    """One article that gives two tolls of two voices for one group."""
    told = tables(story("a", toll("killed", 5, high=23) | {"claimant": "the army", "group": group}))
    rows = records(told.figures)
    more = {**rows[0], "figure_id": "f.more", "claimant": "the BLA", "group": "military",
            "low": 23, "best": 23, "high": 23, "quote": "The BLA says 23."}  # fmt: skip
    rows[0] |= {"high": 5}
    incidents = records(told.incidents)
    incidents[0]["figure_ids"] = ["f.a.0", "f.more"]
    return told._replace(
        figures=frame("figures", [*rows, more]), incidents=frame("incidents", incidents)
    )


def test_two_voices_in_one_article_contradict_each_other():
    found = records(contradictory(rival_tables()))
    assert [(r["best"], r["claimant"], r["other_best"], r["other_claimant"]) for r in found] == [
        (5, "the army", 23, "the BLA")
    ]
    assert reconcile(rival_tables()).events["contradictions"].iloc[0] == [
        "killed: 5 (the army; a) against 23 (the BLA; a)"
    ]


def test_each_voice_of_an_article_is_a_report_of_its_own():
    told = rival_tables()
    rows = records(told.figures)
    rows[1] |= {"claimant": "UNAMA", "low": 7, "best": 7, "high": 7}
    found = reconcile(told._replace(figures=frame("figures", rows))).events.iloc[0]
    assert [found[f"killed_{end}"] for end in ("low", "best", "high")] == [5, 7, 7]


def test_voices_that_speak_of_other_victims_are_no_reports_of_their_own():
    told = rival_tables()
    incidents = records(told.incidents)
    incidents[0] |= {"killed_low": 28, "killed_best": 28, "killed_high": 28}
    found = reconcile(told._replace(incidents=frame("incidents", incidents))).events.iloc[0]
    assert [found[f"killed_{end}"] for end in ("low", "best", "high")] == [28, 28, 28]


def test_tolls_of_two_sides_do_not_contradict_each_other():
    told = rival_tables(group="civilian")
    incidents = records(told.incidents)
    incidents[0] |= {"killed_low": 28, "killed_best": 28, "killed_high": 28}
    assert len(contradictory(told._replace(incidents=frame("incidents", incidents)))) == 0


def covered(**total):
    """Three events in May, one in June, and a total that an article states."""
    told = tables(
        story("a", toll("killed", 4, high=6)),
        story("b", {"date_start": DAY + days(5), "attack_type": "shooting"} | toll("killed", 1)),
        story("c", {"date_start": DAY + days(9), "country": "AFG", "adm1": "AF-KAB",
                    "place": "Kabul", "adm2_name": "Kabul"} | toll("killed", 20)),
        story("d", {"date_start": DAY + days(30)} | toll("killed", 50)),
    )  # fmt: skip
    rows = records(told.figures)
    rows.append(
        {**rows[0], "figure_id": "t", "incident_id": None, "scope": "period", "low": 10,
         "best": 10, "high": 10, "country": "PAK", "period_start": DAY.replace(day=1),
         "period_end": DAY.replace(day=31), **total}
    )  # fmt: skip
    return records(coverage(reconcile(told._replace(figures=frame("figures", rows)))))


def test_a_total_is_held_against_the_events_of_its_period_and_place():
    (row,) = covered()
    assert (row["events"], row["known_low"], row["known_best"], row["known_high"]) == (2, 5, 5, 7)
    assert (row["best"], row["share"], row["without_toll"]) == (10, 50.0, 0)


@pytest.mark.parametrize(
    ("total", "events", "best"),
    [
        ({"measure": "attacks"}, 2, 2),
        ({"country": "AFG"}, 1, 20),
        ({"attack_type": "shooting"}, 1, 1),
        ({"period_end": DAY.replace(month=6, day=30)}, 3, 55),
        ({"adm1": "PK-SD"}, 0, None),
        ({"scope": "cumulative"}, 2, 5),
    ],
)
def test_what_a_total_covers(total, events, best):
    (row,) = covered(**total)
    assert (row["events"], row["known_best"]) == (events, best)


@pytest.mark.parametrize(
    "total",
    [
        {"certainty": "denied"}, {"certainty": "hypothetical"}, {"form": "change"},
        {"scope": "incident"}, {"country": None}, {"period_start": None}, {"group": "child"},
        {"measure": "refugees"},
    ],
)  # fmt: skip
def test_totals_that_cannot_be_held_against_events(total):
    assert covered(**total) == []


def test_coverage_needs_events():
    with pytest.raises(TablesError, match="--reconcile"):
        coverage(tables(story("a", {})))
