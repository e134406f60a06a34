"""The rules of docs/aggregation.md, one by one."""

import pandas as pd
import pytest
from made_tables import article, figure, incident, selected

from analysis.statistics.citations import citations
from analysis.statistics.distrust import distrust, left_out
from analysis.statistics.headlines import headlines
from analysis.statistics.months import casualties_per_month, without_month
from analysis.statistics.revisions import differing_tolls
from analysis.statistics.rows import records
from analysis.statistics.stated import movements, totals


def month(data, first, measure="killed"):
    rows = records(casualties_per_month(data, measure))
    return next(row for row in rows if f"{row['month']:%Y-%m}" == first)


def toll(row):
    return (row["low"], row["best"], row["high"])


def test_a_month_adds_events_and_keeps_an_open_end_open():
    data = selected(
        [article("a"), article("b")],
        [],
        [
            incident("1", "a", "2024-03-02", (3, 3, 3)),
            incident("2", "b", "2024-03-20", (46, 46, None), place="Quetta", adm2_name="Quetta"),
        ],
    )
    row = month(data, "2024-03")
    assert toll(row) == (49, 49, None)
    assert (row["events"], row["tellings"], row["without_toll"]) == (2, 2, 0)


def test_an_event_without_a_toll_is_counted_but_not_summed():
    data = selected(
        [article("a")],
        [],
        [
            incident("1", "a", "2024-03-02", (3, 3, 3)),
            incident("2", "a", "2024-03-04", (None, None, None)),
        ],
    )
    row = month(data, "2024-03")
    assert toll(row) == (3, 3, 3)
    assert (row["events"], row["without_toll"]) == (2, 1)


def test_only_unknown_tolls_make_no_zero():
    data = selected([article("a")], [], [incident("1", "a", "2024-03-02", (None, None, None))])
    assert toll(month(data, "2024-03")) == (None, None, None)


def test_nobody_killed_is_zero():
    data = selected([article("a")], [], [incident("1", "a", "2024-03-02", (0, 0, 0))])
    assert toll(month(data, "2024-03")) == (0, 0, 0)


def test_totals_over_a_period_are_never_added_to_events():
    total = figure(
        "f", "a", 852, 852, 852, scope="period", period_start="2024-03-01", period_end="2024-03-31"
    )
    since = figure("g", "a", 90, 90, None, scope="cumulative", period_start="2024-03-01")
    data = selected([article("a")], [total, since], [incident("1", "a", "2024-03-02", (3, 3, 3))])
    assert toll(month(data, "2024-03")) == (3, 3, 3)
    assert len(totals(data)) == 2
    assert toll(records(headlines(data))[0]) == (3, 3, 3)


def test_months_without_articles_on_violence_are_no_data():
    data = selected(
        [
            article("a", "2024-01-10"),
            article("trade", "2024-02-10"),
            article("recalls", "2024-04-10"),
            article("z", "2024-06-10"),
        ],
        [figure("f", "trade", 12, 12, 12, measure="missing")],
        [
            incident("1", "a", "2024-01-09"),
            incident("2", "recalls", "2014-12-16", role="background"),
            incident("3", "z", "2024-06-09"),
        ],
        start=pd.Timestamp("2024-01-01").date(),
    )
    rows = {f"{r['month']:%Y-%m}": r for r in records(casualties_per_month(data))}
    assert rows["2024-02"]["status"] == "no_data"  # its article tells of no violence
    assert toll(rows["2024-02"]) == (None, None, None)
    assert rows["2024-03"]["status"] == "no_data"  # no article
    assert rows["2024-03"]["events"] is None
    assert rows["2024-05"]["articles"] == 0
    # 2014 lies before the dates asked for, so that the article of April shows no violence either.
    assert rows["2024-04"]["status"] == "no_data"


def test_none_reported_is_zero_only_with_an_article_on_violence_and_no_total_against_it():
    articles = [article("a", "2024-01-10"), article("b", "2024-02-10"), article("c", "2024-03-10")]
    told = [
        incident("1", "a", "2024-01-09"),
        incident("2", "b", "2024-01-09", role="background"),
        incident("3", "c", "2024-01-09", role="background"),
    ]
    tally = figure(
        "f", "c", 49, 49, 49, measure="attacks", unit="event", scope="period",
        period_start="2024-03-01", period_end="2024-03-31",
    )  # fmt: skip
    data = selected(articles, [tally], told)
    assert casualties_per_month(data).equals(
        casualties_per_month(selected(articles, [tally], told, measures=("killed",)))
    )
    february, march = month(data, "2024-02"), month(data, "2024-03")
    assert (february["status"], toll(february), february["events"]) == (
        "none_reported",
        (0, 0, 0),
        0,
    )
    assert (march["status"], toll(march), march["events"]) == ("uncertain", (None,) * 3, None)


def test_an_event_of_an_unknown_month_is_in_no_month():
    data = selected(
        [article("a")],
        [],
        [
            incident("1", "a", None),
            incident("2", "a", "2024-03-01", date_end="2024-04-30", date_precision="season"),
        ],
    )
    assert len(without_month(data)) == 2
    assert all(row["events"] is None for row in records(casualties_per_month(data)))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"certainty": "denied"}, "denied"),
        ({"certainty": "negated"}, "negated"),
        ({"certainty": "hypothetical"}, "hypothetical"),
        ({"role": "background"}, "background"),
        ({"part_of": "total"}, "part"),
        ({"figure_id": "old"}, "superseded"),
        ({"article_id": "copy"}, "duplicate"),
        ({"certainty": "disputed"}, None),
        ({"certainty": "attributed"}, None),
    ],
)
def test_rows_that_are_kept_and_not_counted(changes, reason):
    row = figure("f", "a", 5, 5, 5, scope="period") | changes
    data = selected(
        [article("a"), article("copy", duplicate_of="a")],
        [row],
        [incident("1", "a", figure_ids=["old"], superseded=["old"])],
    )
    assert data.figures[0]["left_out"] == reason
    assert len(totals(data)) == (1 if reason is None else 0)
    assert [r["reason"] for r in records(left_out(data)) if r["table"] == "figures"] == (
        [reason] if reason else []
    )


def test_copies_background_and_denied_events_are_not_summed():
    data = selected(
        [article("a"), article("copy", duplicate_of="a")],
        [figure("d", "a", 30, 30, 30, certainty="denied")],
        [
            incident("1", "a", killed=(2, 2, 2)),
            incident("2", "copy", killed=(2, 2, 2)),
            incident("3", "a", "2024-03-01", (85, 85, None), role="background"),
            incident("4", "a", "2024-03-05", (None, None, None), figure_ids=["d"]),
        ],
    )
    row = month(data, "2024-03")
    assert toll(row) == (2, 2, 2)
    assert row["events"] == 1
    assert [i["left_out"] for i in data.incidents] == [None, "duplicate", "background", "denied"]


def told(first=None, second=None, **more):
    data = selected(
        [article("a", "2024-03-10"), article("b", "2024-03-12")],
        [],
        [
            incident("1", "a", "2024-03-09", (14, 14, 14), **(first or {})),
            incident("2", "b", killed=(26, 26, 26), **({"day": "2024-03-09"} | (second or {}))),
        ],
        **more,
    )
    return data.events


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({}, {"day": "2024-03-10"}),
        ({}, {"attack_type": "suicide_bombing"}),
        ({}, {"attack_type": None}),
        ({}, {"place": "a market", "adm2_name": "Bannu"}),
        ({"place": "Khyber Pakhtunkhwa", "place_precision": "adm1", "adm2_name": None}, {}),
        ({"event_id": "e"}, {"event_id": "e", "day": "2024-05-01", "attack_type": "shelling"}),
    ],
)
def test_one_event_in_two_articles_is_summed_once(first, second):
    found = told(first, second)
    assert len(found) == 1
    assert (found[0]["killed_low"], found[0]["killed_best"], found[0]["killed_high"]) == (
        14,
        26,
        26,
    )
    assert (found[0]["tellings"], found[0]["article_ids"]) == (2, ["a", "b"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"day": "2024-03-11"}),
        ({}, {"attack_type": "shooting"}),
        ({}, {"place": "Tank", "adm2_name": "Tank"}),
        ({}, {"country": "AFG"}),
        ({}, {"place": "Quetta", "adm1": "PK-BA", "adm2_name": "Quetta"}),
        ({}, {"day": "2024-03-01", "date_end": "2024-03-31", "date_precision": "month"}),
        ({}, {"day": None}),
        ({}, {"article_id": "a"}),
        ({"place": None, "adm1": None, "adm2_name": None}, {"place": None, "adm1": None}),
        ({"event_id": "e"}, {"event_id": "f"}),
    ],
)
def test_what_may_be_two_events_stays_two(first, second):
    second = dict(second)
    second.setdefault("date_end", second.get("day", "2024-03-09"))
    data = selected(
        [article("a", "2024-03-10"), article("b", "2024-03-12")],
        [],
        [
            incident("1", "a", "2024-03-09") | first,
            incident("2", "b", "2024-03-09")
            | {("date_start" if k == "day" else k): v for k, v in second.items()},
        ],
    )
    assert len(data.events) == 2


def test_three_places_in_a_chain_are_not_one_event():
    data = selected(
        [article("a"), article("b"), article("c")],
        [],
        [
            incident("1", "a", place="Bannu", adm2_name="Bannu"),
            incident("2", "b", place="the province", place_precision="adm1", adm2_name=None),
            incident("3", "c", place="Tank", adm2_name="Tank"),
        ],
    )
    assert len(data.events) == 2


def test_reconciled_events_are_taken_as_they_are():
    event = incident("1", "a", killed=(24, 26, 26)) | {
        "event_id": "e", "article_ids": ["a", "b"], "incident_ids": ["1", "2"], "superseded": ["f"],
    }  # fmt: skip
    data = selected(
        [article("a", "2024-03-10"), article("b", "2024-03-12")],
        [figure("f", "a", 14, 14, 14), figure("g", "b", 26, 26, 26)],
        [
            incident("1", "a", killed=(14, 14, 14), event_id="e", figure_ids=["f"]),
            incident("2", "b", killed=(26, 26, 26), event_id="e", figure_ids=["g"]),
            incident("3", "b", "2024-03-01", event_id="other", role="background"),
        ],
        [event],
    )
    assert toll(month(data, "2024-03")) == (24, 26, 26)
    assert data.events[0]["tellings"] == 2
    assert [f["left_out"] for f in data.figures] == ["superseded", None]


def test_totals_stand_side_by_side_and_the_same_statement_only_once():
    year = {"scope": "period", "period_start": "2024-01-01", "period_end": "2024-12-31"}
    data = selected(
        [article("a"), article("b", "2024-12-31"), article("c")],
        [
            figure("1", "a", 521, 521, 521, measure="attacks", claimant="the Institute", **year),
            figure("2", "b", 521, 521, 521, measure="attacks", claimant="Institute", **year),
            figure(
                "3", "c", 785, 785, 785, measure="attacks", claimant="Interior ministry", **year
            ),
        ],
    )
    rows = records(totals(data))
    assert [(r["best"], r["articles"]) for r in rows] == [(521, 2), (785, 1)]
    assert rows[0]["article_ids"] == ["a", "b"]
    assert [r["best"] for r in records(headlines(data)) if r["kind"] == "total"] == [521, 785]


def test_households_and_persons_stocks_and_flows_are_rows_of_their_own():
    moved = {"measure": "returned", "scope": "period"}
    data = selected(
        [article("a")],
        [
            figure("1", "a", 71100, 71100, 71100, unit="household", stock_flow="flow", **moved),
            figure("2", "a", 498000, 498000, 498000, stock_flow="flow", **moved),
            figure("3", "a", 498000, 498000, 498000, stock_flow="stock", **moved),
            figure("4", "a", 58, 58, 58, unit="percent", form="share", **moved),
        ],
    )
    rows = records(movements(data))
    assert [(r["unit"], r["stock_flow"]) for r in rows] == [
        ("person", "flow"), ("household", "flow"), ("person", "stock"),
    ]  # fmt: skip
    kinds = [r for r in records(headlines(data)) if r["kind"] == "movement"]
    assert len(kinds) == 3


def test_headline_sums_name_claimants_and_articles():
    data = selected(
        [article("a"), article("b", "2024-03-12")],
        [
            figure("1", "a", 14, 14, 14, claimant="police"),
            figure("2", "b", 26, 26, 26, claimant="hospital"),
            figure("3", "b", 99, 99, 99, claimant="rumour", certainty="denied"),
        ],
        [
            incident("1", "a", killed=(14, 14, 14), figure_ids=["1"], superseded=["1"]),
            incident("2", "b", killed=(26, 26, 26), figure_ids=["2", "3"], superseded=["3"]),
        ],
    )
    row = records(headlines(data))[0]
    assert toll(row) == (14, 26, 26)
    assert row["claimants"] == ["hospital", "police"]
    assert row["article_ids"] == ["a", "b"]
    cited = records(citations(data, row["figure_ids"]))
    names = ("title", "source", "published", "url", "quote")
    assert [tuple(str(c[name]) for name in names) for c in cited] == [
        ("Title of a", "Valley Post", "2024-03-10", "https://valleypost.example/a",
         "14 people were counted."),
        ("Title of b", "Valley Post", "2024-03-12", "https://valleypost.example/b",
         "26 people were counted."),
    ]  # fmt: skip


def test_tolls_that_differ_keep_the_withdrawn_one_marked():
    data = selected(
        [article("a", "2024-03-10"), article("b", "2024-03-12")],
        [
            figure("1", "a", 14, 14, None, quantifier="at_least"),
            figure("2", "b", 14, 14, 14),
            figure("3", "b", 26, 26, 26),
            figure("4", "b", 4, 4, 4, part_of="3"),
            figure("5", "b", 214, 214, 214, certainty="denied"),
        ],
        [
            incident("1", "a", killed=(14, 14, None), figure_ids=["1"]),
            incident(
                "2", "b", killed=(26, 26, 26), figure_ids=["2", "3", "4", "5"], superseded=["2"]
            ),
        ],
    )
    rows = records(differing_tolls(data))
    assert [(r["best"], r["status"]) for r in rows] == [
        (14, "counted"), (14, "superseded"), (26, "counted"), (214, "denied"),
    ]  # fmt: skip


def test_tolls_that_agree_are_no_revision():
    data = selected(
        [article("a"), article("b")],
        [figure("1", "a", 14, 14, 14), figure("2", "b", 14, 14, 14)],
        [incident("1", "a", figure_ids=["1"]), incident("2", "b", figure_ids=["2"])],
    )
    assert differing_tolls(data).empty


def test_distrust_counts_what_a_reader_should_know():
    data = selected(
        [
            article("a", None),
            article("b", published_basis="inferred", warnings=["truncated"]),
            article("unused", "2031-01-01", warnings=["not counted"]),
        ],
        [
            figure(
                "1",
                "a",
                24,
                None,
                None,
                quantifier="vague",
                confidence=0.3,
                claimant="elder",
                period_start="2024-03-09",
                period_end="2024-03-09",
            )
        ],
        [
            incident("1", "b", killed=(9, 20, None)),
            incident("2", "a", killed=(9, 20, 30), place="Tank", adm2_name="Tank"),
        ],
        end=pd.Timestamp("2024-03-31").date(),
    )
    found = {row["matter"]: row["rows"] for row in records(distrust(data))}
    assert found == {
        "date_unknown": 1,
        "date_inferred": 1,
        "warnings": 1,
        "vague": 1,
        "unsure": 1,
        "contradiction": 1,
        "open": 1,
    }


def test_the_selection_cuts_by_date_country_and_measure():
    day = pd.Timestamp
    rows = [
        figure("in", "a", 1, 1, 1, period_start="2024-03-05", period_end="2024-03-05"),
        figure("overlaps", "a", 2, 2, 2, period_start="2024-01-01", period_end="2024-12-31"),
        figure("before", "a", 3, 3, 3, period_start="2023-01-01", period_end="2023-12-31"),
        figure("by publication", "a", 4, 4, 4),
        figure("undated", "b", 5, 5, 5),
        figure("elsewhere", "a", 6, 6, 6, country="AFG"),
        figure("nowhere", "a", 7, 7, 7, country=None),
        figure("other", "a", 8, 8, 8, measure="injured"),
    ]
    data = selected(
        [article("a"), article("b", None)],
        rows,
        start=day("2024-03-01").date(),
        end=day("2024-03-31").date(),
        countries=("PAK",),
        measures=("killed",),
    )
    assert [f["figure_id"] for f in data.figures] == ["in", "overlaps", "by publication"]
    assert data.unplaced == 2
    assert data.published == ("a",)


def test_a_part_stays_a_part_when_its_total_is_outside():
    data = selected(
        [article("a")],
        [
            figure("total", "a", 9, 9, 9, country="AFG"),
            figure("part", "a", 3, 3, 3, part_of="total"),
        ],
        countries=("PAK",),
    )
    assert [(f["figure_id"], f["left_out"]) for f in data.figures] == [("part", "part")]


def test_empty_tables_have_no_months():
    data = selected()
    assert casualties_per_month(data).empty
    assert headlines(data).empty
    assert distrust(data).empty
