"""Manners of telling people on the move: particles, headings, lists, degrees of damage, borders."""

import time

import pytest
from figure_cases import document

from analysis.figures import movement
from analysis.figures.movement.triggers import spelt_out


def rows(text):
    return [
        (text[f.start : f.end], f.measure, f.unit, f.certainty)
        for f in movement.find(document(text))
    ]


def test_choices_are_spelt_out():
    wanted = ["go home", "go back home", "went home", "went back home"]
    assert spelt_out("{go|went} {|back }home") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army took 64 families back on Sunday.", [("64", "returned", "household", None)]),
        ("Vienna put 19 Afghans on a charter to Kabul.", [("19", "deported", "person", None)]),
        (
            "The landlord threw 55 families out on the street.",
            [("55", "displaced", "household", None)],
        ),
        (
            "Boatmen got 230 people to higher ground.",
            [("230", "evacuated", "person", None)],
        ),
    ],
)
def test_verb_and_particle_around_the_number(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("People displaced: 7,310", [("7,310", "displaced", "person", None)]),
        ("Houses destroyed: 41.", [("41", "houses_destroyed", "dwelling", None)]),
        ("Displaced families: 512", [("512", "displaced", "household", None)]),
        (
            "Returns in May: Torkham 8,140, Chaman 5,022.",
            [("8,140", "returned", "person", None), ("5,022", "returned", "person", None)],
        ),
        (
            "Swat hosts 740 IDP families, Dir 411 and Buner 96.",
            [
                ("740", "displaced", "household", None),
                ("411", "displaced", "household", None),
                ("96", "displaced", "household", None),
            ],
        ),
        ("People killed: 14. Tents: 300.", []),
    ],
)
def test_headings_and_lists(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "In Sindh 310 houses were partially and 90 fully damaged.",
            [
                ("310", "houses_damaged", "dwelling", None),
                ("90", "houses_destroyed", "dwelling", None),
            ],
        ),
        ("The wind ripped the roofs off 33 huts.", [("33", "houses_damaged", "dwelling", None)]),
        ("Some 70 shelters burnt down.", [("Some 70", "houses_destroyed", "dwelling", None)]),
        (
            "Only 12 of the 95 destroyed homes were rebuilt.",
            [("95", "houses_destroyed", "dwelling", None)],
        ),
        ("The agency sent 70 shelters and 300 tents.", []),
    ],
)
def test_houses(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Some 900 Afghans exited Iran.", [("Some 900", "returned", "person", None)]),
        ("Some 900 Afghans crossed into Iran.", [("Some 900", "refugees", "person", None)]),
        ("Some 900 Afghans crossed into Afghanistan.", [("Some 900", "returned", "person", None)]),
        ("Some 900 foreigners left the country.", [("Some 900", "returned", "person", None)]),
        ("Some 900 pilgrims returned from Karbala.", []),
        ("Some 900 miners returned to work.", []),
    ],
)
def test_home_and_abroad(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The general denied that 2,000 villagers had fled.",
            [("2,000", "displaced", "person", "denied")],
        ),
        (
            "The next phase will see 450 families go home.",
            [("450", "returned", "household", "hypothetical")],
        ),
        (
            "The town has set up shelters for 600 people.",
            [("600", "sheltered", "person", "hypothetical")],
        ),
    ],
)
def test_what_did_not_happen(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("About 3,100 families are unable to return.", "stock"),
        ("Some 52,000 people were internally displaced in Zabul at the end of 2023.", "stock"),
        ("Some 52,000 people were internally displaced in Zabul by the drought.", "flow"),
        ("IOM recorded 52,000 newly displaced people.", "flow"),
    ],
)
def test_stock_and_flow(text, kind):
    assert [(f.measure, f.stock_flow) for f in movement.find(document(text))] == [
        ("displaced", kind)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "In the tent village there were 2,150 people on Monday.",
            [("2,150", "sheltered", "person", None)],
        ),
        (
            "Displacement has affected 16,300 people in Uruzgan.",
            [("16,300", "displaced", "person", None)],
        ),
        (
            "There are 1.9 million documented Afghans in Pakistan.",
            [("1.9 million", "refugees", "person", None)],
        ),
        ("There are 30 Afghans in Pakistan's side.", []),
        (
            "Aid went to 8,400 displaced people and 5,100 host community members.",
            [("8,400", "displaced", "person", None)],
        ),
        (
            "The camp population has grown to 14,700.",
            [("14,700", "sheltered", "person", None)],
        ),
        (
            "The governor put the displaced at 8,100, while elders spoke of 12,000.",
            [("8,100", "displaced", "person", None), ("12,000", "displaced", "person", None)],
        ),
        (
            "Some 6,000 fled, bringing the total in the valley to 41,000.",
            [("Some 6,000", "displaced", "person", None), ("41,000", "displaced", "person", None)],
        ),
        (
            "Some 700 families, and not 900 as first said, were evicted.",
            [
                ("Some 700", "displaced", "household", None),
                ("900", "displaced", "household", "negated"),
            ],
        ),
        ("Schools are hosting 640 families.", [("640", "sheltered", "household", None)]),
        ("The prison, built for 900, holds 2,100 migrants.", []),
        (
            "The survey covered 910 returnee and 640 IDP households.",
            [("910", "returned", "household", None), ("640", "displaced", "household", None)],
        ),
        (
            "The census found 8,200 IDPs in 1,300 households.",
            [("8,200", "displaced", "person", None), ("1,300", "displaced", "household", None)],
        ),
        (
            "The war has displaced 90,000 people: 60,000 in Helmand and 30,000 in Zabul.",
            [
                ("90,000", "displaced", "person", None),
                ("60,000", "displaced", "person", None),
                ("30,000", "displaced", "person", None),
            ],
        ),
        (
            "The war turned 200,000 Afghans into refugees.",
            [("200,000", "refugees", "person", None)],
        ),
        (
            "The quake destroyed 90 houses, left 20 unsafe and killed 3 sheep.",
            [
                ("90", "houses_destroyed", "dwelling", None),
                ("20", "houses_damaged", "dwelling", None),
            ],
        ),
        (
            "Some 700 people, most of them women, are packed into a camp.",
            [("Some 700", "sheltered", "person", None)],
        ),
        ("There are 3,000 Peruvians in Panama.", []),
        (
            "Some 2,900 people from 410 families arrived in Baghlan.",
            [("Some 2,900", "displaced", "person", None), ("410", "displaced", "household", None)],
        ),
        (
            "The number of homes destroyed stands at 2,300.",
            [("2,300", "houses_destroyed", "dwelling", None)],
        ),
        (
            "The ministry dismissed reports that 4,000 people had left Tirah.",
            [("4,000", "displaced", "person", "denied")],
        ),
        (
            "UNHCR expects 90,000 returnees in June.",
            [("90,000", "returned", "person", "hypothetical")],
        ),
        (
            "Most of the 4,600 evacuees have returned.",
            [("4,600", "evacuated", "person", None)],
        ),
        (
            "More than 800 of those evacuated went home on Sunday.",
            [("More than 800", "returned", "person", None)],
        ),
        (
            "The population of the relief camp swelled from 2,000 to 7,000 in a month.",
            [("2,000", "sheltered", "person", None), ("7,000", "sheltered", "person", None)],
        ),
        (
            "The records show 3,500 as having left their homes.",
            [("3,500", "displaced", "person", None)],
        ),
        (
            "The population of the camp -- a tent town -- has grown to 7,000.",
            [("7,000", "sheltered", "person", None)],
        ),
        (
            "Some 43,000 people were displaced; 5,000 went to Kabul and 2,000 to Herat.",
            [
                ("Some 43,000", "displaced", "person", None),
                ("5,000", "displaced", "person", None),
                ("2,000", "displaced", "person", None),
            ],
        ),
        (
            "Peacekeepers escorted 1,200 civilians to Bunia.",
            [("1,200", "evacuated", "person", None)],
        ),
        (
            "Some 1.9 million people have entered Poland from Ukraine.",
            [("Some 1.9 million", "refugees", "person", None)],
        ),
        ("Police escorted 12 prisoners to Bunia.", []),
        ("They burned five motorbikes, houses and a mill.", []),
        ("The blast damaged a six-storey house.", []),
        ("Two aides left the country.", []),
    ],
)
def test_who_is_counted(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Of all returnees, 62 percent are women.", [("returned", 62)]),
        ("Half of those displaced are children.", [("displaced", 50)]),
        ("Deportations made up 64 percent of the total.", [("deported", 64)]),
        ("Seven out of ten displaced households have no work.", [("displaced", 70)]),
        (
            "Sixty percent of the displaced stay with relatives and only 9 percent in camps.",
            [("displaced", 60), ("sheltered", 9)],
        ),
    ],
)
def test_shares(text, wanted):
    found = movement.find(document(text))
    assert [(f.measure, f.best) for f in found] == wanted
    assert {f.form for f in found} == {"share"}


def test_share_of_the_number_before():
    text = "Some 40,000 fled in a week, of whom two thirds are children."
    whole, part = movement.find(document(text))
    assert (whole.best, part.form, round(part.best), part.part_of) == (40_000, "share", 67, 0)


@pytest.mark.parametrize(
    "text",
    [
        "displaced: " * 5_000 + "300",
        "Dir 411, " * 3_000,
        "houses partially 12 " * 2_000,
        "camp -- rose to 300 -- of those -- " * 500,
    ],
)
def test_hostile_lists_take_no_time(text):
    made = document(text, published=None)
    started = time.perf_counter()
    movement.find(made)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Pakistan hosts 1.3 million Afghan refugees, 40 percent of them here.", ["refugee"] * 2),
        ("Some 5,000 people fled, 55 percent of them children.", [None, "child"]),
    ],
)
def test_groups_of_parts(text, groups):
    assert [f.group for f in movement.find(document(text))] == groups


def test_more_than_before_is_a_change():
    text = "Some 60,000 Afghans returned, 9,000 more than a year ago."
    found = [(f.form, f.best) for f in movement.find(document(text))]
    assert found == [("count", 60_000), ("change", 9_000)]
