"""The toll of an event told by several articles."""

from stories import DAY, days, story, tables, toll

from analysis.events import reconcile

PAK = {"place": "Barmal", "country": "AFG", "adm1": "AF-PKA", "adm2_name": "Barmal",
       "attack_type": "air_strike"}  # fmt: skip


def event(*stories):
    found = reconcile(tables(*stories))
    assert len(found.events) == 1
    row = found.events.iloc[0]
    return row.where(row.notna(), None)


def numbers(row, what="killed"):
    return [row[f"{what}_{end}"] for end in ("low", "best", "high")]


def test_a_rising_toll_overtakes_the_earlier_ones():
    row = event(
        story("a", toll("killed", 28, high=None)),
        story("b", toll("killed", 41), published=DAY + days(1)),
        story("c", toll("killed", 52), published=DAY + days(4)),
    )
    assert numbers(row) == [52, 52, 52]
    assert row["superseded"] == ["f.a.0", "f.b.0"]
    assert [line.split(" killed")[0] for line in row["revisions"]] == [
        "2023-05-10: at least 28", "2023-05-11: 41", "2023-05-14: 52",
    ]  # fmt: skip
    assert row["contradictions"] == []


def test_two_tolls_of_one_day_stand_side_by_side():
    row = event(story("a", toll("killed", 4)), story("b", toll("killed", 6)))
    assert numbers(row) == [4, 6, 6]
    assert row["superseded"] == []
    assert len(row["contradictions"]) == 1


def test_a_party_does_not_overtake_those_on_the_spot():
    row = event(
        story("a", toll("killed", 6) | {"claimant": "police"}),
        story(
            "b",
            toll("killed", 19) | {"claimant": "the Baloch Liberation Army"},
            published=DAY + days(1),
        ),
    )
    assert numbers(row) == [6, 6, 19]
    assert row["contradictions"] == [
        "killed: 6 (police; a) against 19 (the Baloch Liberation Army; b)"
    ]


def test_a_monitor_is_preferred_and_the_others_kept():
    row = event(
        story("a", PAK | toll("killed", 17) | {"claimant": "the Taliban government"}),
        story("b", PAK | toll("killed", 12) | {"claimant": "Pakistani officials"}),
        story("c", PAK | toll("killed", 15) | {"claimant": "UNAMA"}, published=DAY + days(3)),
        story("d", PAK | toll("killed", 17) | {"claimant": "the Taliban government"},
              published=DAY + days(4)),
    )  # fmt: skip
    assert numbers(row) == [12, 15, 17]
    assert len(row["contradictions"]) == 2


def test_militants_do_not_rise_to_civilians():
    row = event(
        story("a", PAK | toll("killed", 12) | {"group": "militant"}),
        story("b", PAK | toll("killed", 15) | {"group": "civilian"}, published=DAY + days(3)),
    )
    assert numbers(row) == [12, 15, 15]


def test_a_later_lower_number_is_a_part_and_no_fall():
    row = event(
        story("a", toll("killed", 9)),
        story("b", toll("killed", 6) | {"claimant": "police"}, published=DAY + days(2)),
    )
    assert numbers(row) == [6, 9, 9]


def test_a_fall_on_which_later_reports_agree_is_believed():
    stories = [
        story(name, toll("killed", n), published=DAY + days(number))
        for number, (name, n) in enumerate((("a", 9), ("b", 8), ("c", 8)))
    ]
    assert numbers(event(*stories)) == [8, 8, 9]
    assert numbers(event(*stories[:2])) == [8, 9, 9]
    again = story("d", toll("killed", 9), published=DAY + days(1))
    assert numbers(event(*stories, again)) == [8, 9, 9]


def test_a_named_voice_corrects_itself():
    row = event(
        story("a", toll("killed", 14) | {"claimant": "UNAMA"}),
        story("b", toll("killed", 11) | {"claimant": "UNAMA"}, published=DAY + days(5)),
    )
    assert numbers(row) == [11, 11, 11]
    assert row["superseded"] == ["f.a.0"]


def test_an_open_end_stays_open_until_something_bounds_it():
    open_end = event(story("a", toll("killed", 8, high=None)))
    assert numbers(open_end) == [8, 8, None]
    bounded = event(story("a", toll("killed", 8, high=None)), story("b", toll("killed", 8)))
    assert numbers(bounded) == [8, 8, 8]
    above = event(story("a", toll("killed", 9, high=None)), story("b", toll("killed", 8)))
    assert numbers(above) == [8, 9, None]


def test_a_range_has_no_best():
    row = event(story("a", toll("killed", 5, best=None, high=9)))
    assert numbers(row) == [5, None, 9]


def test_unknown_is_null_and_nobody_killed_is_nought():
    bare = {"killed_low": None, "killed_best": None, "killed_high": None}
    assert numbers(event(story("a", bare))) == [None, None, None]
    assert numbers(event(story("a", toll("killed", 0)))) == [0, 0, 0]
    assert numbers(event(story("a", bare), story("b", toll("killed", 2)))) == [2, 2, 2]


def test_a_reprint_is_listed_and_not_counted():
    row = event(
        story("a", toll("killed", 6)),
        story("b", toll("killed", 6), duplicate_of="a"),
        story("c", toll("killed", 6), duplicate_of="a", published=DAY + days(1)),
        story("d", toll("killed", 6), published=DAY + days(1)),
    )
    assert row["article_ids"] == ["a", "b", "d", "c"]
    assert row["tellings"] == 2
    assert numbers(row) == [6, 6, 6]


def test_a_copy_with_another_toll_is_an_update():
    row = event(
        story("a", toll("killed", 6)),
        story("b", toll("killed", 7), duplicate_of="a", published=DAY + days(1)),
    )
    assert numbers(row) == [7, 7, 7]
    assert row["tellings"] == 1


def test_a_reprint_counts_where_its_original_tells_nothing():
    row = event(story("a"), story("b", toll("killed", 6), duplicate_of="a"))
    assert numbers(row) == [6, 6, 6]
    assert row["tellings"] == 1


def test_an_event_only_recalled_is_background():
    assert event(story("a", {"role": "background"}))["role"] == "background"
    assert event(story("a", {"role": "background"}), story("b", {}))["role"] == "main"


def test_what_most_of_the_best_tellings_say():
    row = event(
        story("a", {"actor": "UNKNOWN"}),
        story("b", {"actor": "BLA", "attack_type": "suicide_bombing"}),
        story("c", {"place": "Kech", "place_precision": "district", "date_start": None,
                    "date_id": None}),
    )  # fmt: skip
    assert (row["actor"], row["attack_type"], row["place"]) == ("BLA", "suicide_bombing", "Turbat")
    assert row["date_start"].date() == DAY
    assert (row["first_report"].date(), row["last_report"].date()) == (DAY, DAY)
