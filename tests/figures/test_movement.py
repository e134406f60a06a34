import time

import pytest
from figure_cases import document, run

from analysis.figures import movement


def rows(text):
    return [
        (text[f.start : f.end], f.measure, f.form, f.unit, f.certainty)
        for f in movement.find(document(text))
    ]


def test_table_written_without_reading_the_rules():
    total, right, wrong = run("displacement.jsonl", movement.find)
    assert total >= 120
    assert right / total >= 0.95, "\n".join(wrong)


def test_table_written_before_the_rules_were_mended():
    total, right, wrong = run("displacement_more.jsonl", movement.find)
    assert total == 471
    assert right >= 421, "\n".join(wrong)


def test_passages_written_without_reading_the_rules():
    total, right, wrong = run("displacement_blind.jsonl", movement.find)
    assert total == 30
    assert right >= 28, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Shelling killed 12 villagers and drove out more than 9,000 others.",
            [("more than 9,000", "displaced", "count", "person", None)],
        ),
        (
            "The census found 21,400 displaced by fighting, 3,150 returnees and 870 deportees.",
            [
                ("21,400", "displaced", "count", "person", None),
                ("3,150", "returned", "count", "person", None),
                ("870", "deported", "count", "person", None),
            ],
        ),
        (
            "Some 410 families (about 2,900 people) were evacuated on Monday.",
            [
                ("Some 410", "evacuated", "count", "household", None),
                ("about 2,900", "evacuated", "count", "person", None),
            ],
        ),
        (
            "The gymnasium has room for 600 people and shelters have opened.",
            [("600", "sheltered", "count", "person", "hypothetical")],
        ),
        (
            "Kabul plans to deport 4,000 foreigners.",
            [("4,000", "deported", "count", "person", "hypothetical")],
        ),
        (
            "The fire gutted 31 houses and damaged 12 more.",
            [
                ("31", "houses_destroyed", "count", "dwelling", None),
                ("12", "houses_damaged", "count", "dwelling", None),
            ],
        ),
        (
            "The quake left 70 percent of the town's people homeless.",
            [("70 percent", "homeless", "share", "percent", None)],
        ),
        (
            "The number of refugees in the province stood at 88,000, up from 61,000 in 2021.",
            [
                ("88,000", "refugees", "count", "person", None),
                ("61,000", "refugees", "count", "person", None),
            ],
        ),
        (
            "The slide forced 140 villagers to evacuate.",
            [("140", "evacuated", "count", "person", None)],
        ),
        (
            "The storm forced more than 60,000 people from their homes.",
            [("more than 60,000", "displaced", "count", "person", None)],
        ),
        (
            "Some 720 migrants were detained at sea and deported on Sunday.",
            [("Some 720", "deported", "count", "person", None)],
        ),
        (
            "More than half of the valley's population of 90,000 has been displaced.",
            [("More than half", "displaced", "share", "percent", None)],
        ),
        (
            "About 80 families whose houses were burnt are sleeping in the open.",
            [("About 80", "homeless", "count", "household", None)],
        ),
        (
            "Displaced families, numbering around 1,700, fled in 3 of the region's 14 districts.",
            [("around 1,700", "displaced", "count", "person", None)],
        ),
        (
            "One in five residents has been uprooted.",
            [("One in five", "displaced", "share", "percent", None)],
        ),
        (
            "The camp, built for 9,000, now holds 21,000 people.",
            [
                ("9,000", "sheltered", "count", "person", "hypothetical"),
                ("21,000", "sheltered", "count", "person", None),
            ],
        ),
        (
            "In March 5,400 families returned; 3,100 arrivals were counted in April.",
            [
                ("5,400", "returned", "count", "household", None),
                ("3,100", "returned", "count", "person", None),
            ],
        ),
        (
            "Returns fell by 40 percent, to 12,000, in June.",
            [
                ("40 percent", "returned", "change", "percent", None),
                ("12,000", "returned", "count", "person", None),
            ],
        ),
        (
            "Were evacuated 330 inhabitants of the zone.",
            [("330", "evacuated", "count", "person", None)],
        ),
        ("The bomb was planted by two men who fled.", []),
        ("Twelve refugees were killed in the raid.", []),
        ("The raid killed twelve refugees and wounded 9 displaced people.", []),
        ("Some 200 tourists left the hotel.", []),
        ("The blast killed 30 people in a camp for the displaced.", []),
        ("The army sent 2,000 soldiers to evacuate the valley.", []),
        ("Families walked 40 kilometres from their homes in 6 days.", []),
        ("There are 17 camps for refugees in the district.", []),
        ("He received 3,000 complaints about the evacuation.", []),
        ("The agency gave refugees 12 million dollars.", []),
    ],
)
def test_rows(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("About 52,000 people remain displaced in Kunar.", "stock"),
        ("The city hosts 52,000 refugees.", "stock"),
        ("About 52,000 people were displaced in Kunar in May.", "flow"),
        ("The city took in 52,000 refugees.", "flow"),
        ("In May 52,000 Afghans returned home.", "flow"),
    ],
)
def test_stock_and_flow(text, kind):
    assert [f.stock_flow for f in movement.find(document(text))] == [kind]


def test_part_points_to_its_total():
    text = "The UN counted 230,000 displaced people, of whom 90,000 live in camps."
    found = movement.find(document(text))
    assert [f.best for f in found] == [230_000, 90_000]
    assert found[1].part_of == 0


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Some 410 families (about 2,900 people) were displaced.", [1, None]),
        ("About 2,900 people, or 410 families, were displaced.", [None, 0]),
        ("Some 410 families and 90 traders were displaced.", [None, None]),
    ],
)
def test_households_point_to_their_persons(text, whole):
    assert [f.part_of for f in movement.find(document(text))] == whole


def test_words_run_together_are_read():
    assert rows("Some 3,000 peoplewere displaced.") == [
        ("Some 3,000", "displaced", "count", "person", None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "300 people " * 2_000 + "were displaced",
        "displaced " * 10_000,
        "1,000 (" * 3_000,
        "of the 12 " * 3_000 + "refugees",
        "\u0000\u200f٣٠٠ لاجئ " * 2_000,
    ],
)
def test_hostile_text_takes_no_time(text):
    made = document(text, published=None)
    started = time.perf_counter()
    movement.find(made)
    assert time.perf_counter() - started < 10
