"""Which tellings are one event, and which must not be."""

import random

import pytest
from stories import DAY, days, story, tables, toll

from analysis.events import Tolerance, reconcile, tell
from analysis.events.blocks import LARGEST, NEIGHBOURS, pairs
from analysis.events.tellings import targets_in, tellings
from analysis.tables import records

LATER = DAY + days(1)


def groups(*stories, **options):
    told = tell(tables(*stories), **options)
    return sorted(sorted(t.event.incident_ids) for t in told)


ONE = {
    "the same number": ({}, {}),
    "a rising toll": ({}, toll("killed", 7) | {"published": LATER}),
    "a suicide bombing first called a blast": ({}, {"attack_type": "suicide_bombing"}),
    "storming after a car bomb": ({}, {"attack_type": "raid"}),
    "an unknown kind": ({}, {"attack_type": None}),
    "a quarter of the town named with it": ({}, {"place": "Turbat airport"}),
    "the district only": ({}, {"place": "Kech", "place_precision": "district"}),
    "a day of difference, same toll and target": (
        {"quote": "A blast in the bazaar killed 4."},
        {"date_start": LATER, "quote": "Four died in the bazaar."} | toll("killed", 4),
    ),
    "the province only, same toll": (
        {},
        {"place": "Balochistan", "place_precision": "adm1", "adm2_name": None},
    ),
    "a month only, same toll": (
        {},
        {"date_start": DAY.replace(day=1), "date_end": DAY.replace(day=31),
         "date_precision": "month"},
    ),
    "an undated report of the day after": ({}, {"date_start": None, "date_id": None}),
    "two claims far apart": (
        {"claimant": "the army", "group": "military"},
        {"claimant": "the Baloch Liberation Army", "group": "military"} | toll("killed", 19),
    ),
    "a border clash of which each side counts its own dead": (
        {"place": "Torkham", "country": "PAK", "adm1": "PK-KP", "adm2_name": "Khyber",
         "attack_type": "shooting", "claimant": "officials"} | toll("killed", 1),
        {"place": "Torkham", "country": "AFG", "adm1": "AF-NAN", "adm2_name": "Momand Dara",
         "attack_type": "armed_clash", "claimant": "the governor of Nangarhar"}
        | toll("killed", 5),
    ),
    "a crossing that lies in two countries": (
        {"place": "Torkham", "country": "PAK", "adm1": "PK-KP", "adm2_name": "Khyber",
         "attack_type": "armed_clash"},
        {"place": "Torkham", "country": "AFG", "adm1": "AF-NAN", "adm2_name": "Momand Dara",
         "attack_type": "armed_clash"},
    ),
}  # fmt: skip

TWO = {
    "a bombing and a shooting in one town on one day": ({}, {"attack_type": "shooting"}),
    "the day after": ({}, {"date_start": LATER} | toll("killed", 3)),
    "the day after, another attack of the same size": ({}, {"date_start": LATER}),
    "two days after, the same in all else": ({}, {"date_start": DAY + days(2)}),
    "a year after": ({}, {"date_start": DAY.replace(year=2024)}),
    "another province": ({}, {"place": "Gwadar Road", "adm1": "PK-SD", "adm2_name": "Karachi"}),
    "another district": ({}, {"place": "Panjgur", "adm2_name": "Panjgur"}),
    "another town of the district": ({}, {"place": "Tump"} | toll("killed", 1)),
    "a town of that name elsewhere": (
        {"place": "Hyderabad", "adm1": "PK-SD", "adm2_name": "Hyderabad"} | toll("killed", 1),
        {"place": "Hyderabad", "country": "IND", "adm1": "IN-TG", "adm2_name": "Hyderabad",
         "attack_type": "shooting"} | toll("killed", 1),
    ),
    "the province only, another toll": (
        {},
        {"place": "Balochistan", "place_precision": "adm1", "adm2_name": None}
        | toll("killed", 6),
    ),
    "the province only, a small toll": (
        toll("killed", 1),
        {"place": "Balochistan", "place_precision": "adm1", "adm2_name": None}
        | toll("killed", 1),
    ),
    "a month only, another toll": (
        {},
        {"date_start": DAY.replace(day=1), "date_end": DAY.replace(day=31),
         "date_precision": "month"} | toll("killed", 9),
    ),
    "other victims, another target, another toll": (
        {"group": "military", "quote": "A bomb hit a convoy and killed four soldiers."},
        {"group": "civilian", "quote": "A bomb at a mosque killed one worshipper."}
        | toll("killed", 1),
    ),
    "nothing known but the country": (
        {"place": None, "place_precision": None, "adm1": None, "adm2_name": None}
        | toll("killed", 1),
        {"place": None, "place_precision": None, "adm1": None, "adm2_name": None}
        | toll("killed", 1),
    ),
}  # fmt: skip


def told(one, other):
    given = [dict(one), dict(other)]
    dates = [g.pop("published", LATER) for g in given]
    return [story(name, g, published=day) for name, g, day in zip("ab", given, dates, strict=True)]


@pytest.mark.parametrize("case", ONE)
def test_one_event(case):
    assert groups(*told(*ONE[case])) == [["a.0", "b.0"]]


@pytest.mark.parametrize("case", TWO)
def test_two_events(case):
    assert groups(*told(*TWO[case])) == [["a.0"], ["b.0"]]


def test_incidents_of_one_article_are_never_one_event():
    assert groups(story("a", {}, {})) == [["a.0"], ["a.1"]]


def test_a_summary_does_not_join_the_two_attacks_that_it_tells():
    shooting = {"attack_type": "shooting"} | toll("killed", 6)
    found = groups(story("a", {}), story("b", shooting), story("c", {}, shooting))
    assert found == [["a.0", "c.0"], ["b.0", "c.1"]]


def test_a_telling_of_unknown_kind_is_no_bridge():
    found = groups(
        story("a", {}), story("b", {"attack_type": "shooting"}), story("c", {"attack_type": None})
    )
    assert len(found) == 2
    assert ["a.0", "b.0"] not in found


VAGUE = {"place": "Pakistan", "place_precision": "country", "adm1": None, "adm2_name": None}


def test_a_vague_place_is_helped_by_the_names_in_the_article():
    fine = story("a", toll("killed", 4), published=LATER)
    rising = VAGUE | toll("killed", 5)
    days_later = DAY + days(2)
    titled = story("b", rising, title="Turbat mourns after blast", published=days_later)
    named = story("b", rising, text="Five died in the blast in Turbat.", published=days_later)
    dateline = story("b", rising, text="TURBAT: Five died in a blast.", published=days_later)
    nowhere = story("b", rising, text="Five died in a blast.", published=days_later)
    assert len(groups(fine, titled)) == len(groups(fine, named)) == 1
    assert len(groups(fine, dateline)) == len(groups(fine, nowhere)) == 2


def test_two_vague_places_are_not_helped_by_a_name():
    one, other = (
        story(name, VAGUE | toll("killed", n), title="Turbat blast")
        for name, n in (("a", 1), ("b", 2))
    )
    assert len(groups(one, other)) == 2


def test_a_late_report_without_a_date_joins_by_its_toll():
    late = {"date_start": None, "date_id": None} | toll("killed", 12)
    first = story("a", toll("killed", 12))
    assert len(groups(first, story("b", late, published=DAY + days(9)))) == 1
    assert len(groups(first, story("b", late, published=DAY + days(40)))) == 2
    assert len(groups(first, story("b", late, published=DAY - days(3)))) == 2
    assert (
        len(groups(first, story("b", {**late, **toll("killed", 3)}, published=DAY + days(9)))) == 2
    )


def test_dateless_articles_join_by_place_and_a_rare_toll_only():
    bare = {"date_start": None, "date_id": None}
    one, other = ({**bare, **toll("killed", n)} for n in (34, 34))
    assert len(groups(story("a", one, published=None), story("b", other, published=None))) == 1
    small = {**bare, **toll("killed", 2)}
    assert len(groups(story("a", small, published=None), story("b", small, published=None))) == 2


def test_denied_and_hypothetical_tellings_make_no_event():
    found = reconcile(
        tables(story("a", {"certainty": "denied"}), story("b", {"certainty": "hypothetical"}))
    )
    assert len(found.events) == 0
    assert found.incidents["event_id"].isna().all()


def test_the_tolerance_is_a_parameter():
    apart = [story("a", {}), story("b", {"date_start": DAY + days(2)}, published=DAY + days(3))]
    assert len(groups(*apart)) == 2
    assert len(groups(*apart, tolerance=Tolerance(days=2, threshold=4))) == 1


def many(seed, count=60):
    """Stories of a few towns in a month, several to an event."""
    pick = random.Random(seed)
    made = []
    for number in range(count):
        event = random.Random(f"{seed}.{number // 3}")
        town = event.choice(["Turbat", "Panjgur", "Hub", "Khuzdar"])
        day = DAY + days(event.randrange(20))
        killed = event.randrange(1, 30) + pick.randrange(3)
        kind = event.choice(["bombing", "shooting", None])
        given = {"place": town, "adm2_name": town, "date_start": day, "attack_type": kind}
        made.append(story(f"s{number:03}", given | toll("killed", killed), published=day + days(1)))
    return made


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_does_not_matter(seed):
    stories = many(seed)
    first = reconcile(tables(*stories))
    random.Random(seed).shuffle(stories)
    again = reconcile(tables(*stories))
    assert first.events.to_dict("records") == again.events.to_dict("records")


@pytest.mark.parametrize("seed", range(5))
def test_adding_an_article_changes_only_the_events_that_it_touches(seed):
    stories = many(seed, 90)
    added = stories.pop(random.Random(seed).randrange(90))
    before = reconcile(tables(*stories)).events.set_index("event_id")
    after = reconcile(tables(*stories, added)).events.set_index("event_id")
    touched = {key for key, ids in after["article_ids"].items() if added[0] in ids}
    assert len(touched) == 1
    moved = set(after.loc[list(touched), "article_ids"].iloc[0])
    for key, ids in before["article_ids"].items():
        if moved.isdisjoint(ids):
            assert before.loc[key].to_dict() == after.loc[key].to_dict()


def compared(*stories):
    """How many pairs of tellings are compared."""
    made = tables(*stories)
    told = tellings(
        records(made.incidents),
        {row["article_id"]: row for row in records(made.articles)},
        {row["figure_id"]: row for row in records(made.figures)},
    )
    return sum(1 for _ in pairs(told, Tolerance()))


def spread(count):
    """Stories of five towns, three to a day."""
    towns = ("Turbat", "Panjgur", "Hub", "Khuzdar", "Gwadar")
    return [
        story(f"s{n}", {"place": towns[n % 5], "adm2_name": towns[n % 5],
                        "date_start": DAY + days(n // 3)} | toll("killed", n % 7),
              published=DAY + days(n // 3))
        for n in range(count)
    ]  # fmt: skip


def test_pairs_grow_with_the_articles_and_not_with_their_square():
    assert compared(*spread(600)) < 2.3 * compared(*spread(300))


def test_a_block_of_unusual_size_is_cut():
    crowd = [story(f"s{n}", toll("killed", n + 20)) for n in range(LARGEST + 100)]
    assert compared(*crowd) <= (LARGEST + 100) * NEIGHBOURS * 2


def test_reconciling_twice_changes_nothing():
    once = reconcile(tables(*many(1)))
    assert reconcile(once).events.to_dict("records") == once.events.to_dict("records")


def test_targets_are_read_with_straight_and_curly_apostrophes():
    straight, curly = (targets_in(f"a shell hit the governor{a}s office") for a in "'’")
    assert straight == curly != frozenset()
