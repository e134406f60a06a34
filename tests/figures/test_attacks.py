import pytest
from figure_cases import document, run

from analysis.figures import attacks


def rows(text):
    return [
        (text[f.start : f.end], f.measure, f.form, f.best, f.rate_per, f.certainty)
        for f in attacks.find(document(text))
    ]


def test_table_written_without_reading_the_rules():
    total, right, wrong = run("attacks_operations.jsonl", attacks.find)
    assert total >= 120
    assert right / total >= 0.97, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Monitors logged 430 attacks in 2023, a rise of 28 percent.",
            [
                ("430", "attacks", "count", 430, None, None),
                ("28 percent", "attacks", "change", 28, None, None),
            ],
        ),
        (
            "Troops conduct an average of 95 operations per day against militants.",
            [("an average of 95", "operations", "rate", 95, "day", None)],
        ),
        (
            "Police foiled six suicide attacks.",
            [("six", "attacks", "count", 6, None, "hypothetical")],
        ),
        (
            "Attacks fell by a fifth.",
            [("a fifth", "attacks", "change", -20, None, None)],
        ),
        (
            "The army reported 51 raids, compared with 38 a year earlier.",
            [
                ("51", "operations", "count", 51, None, None),
                ("38", "operations", "count", 38, None, None),
            ],
        ),
        (
            "Of the 95 attacks, 60 occurred in the north.",
            [
                ("95", "attacks", "count", 95, None, None),
                ("60", "attacks", "count", 60, None, None),
            ],
        ),
        (
            "Two in every three attacks hit the police.",
            [("Two in every three", "attacks", "share", 66.66666666666666, None, None)],
        ),
        ("It was the fourth attack in the valley this week.", []),
        ("Surgeons carried out 44 operations in the tented hospital.", []),
        ("A wave of bombings swept through 3 provinces.", []),
        ("The four attackers fled after the attack.", []),
    ],
)
def test_rows(text, wanted):
    assert rows(text) == wanted


def test_part_points_to_its_total():
    found = attacks.find(document("There were 90 attacks, of which 31 were suicide bombings."))
    assert [f.best for f in found] == [90, 31]
    assert found[1].part_of == 0


def test_offsets_are_the_words():
    text = "In all, at least 17 air strikes hit the district."
    found = attacks.find(document(text))[0]
    assert text[found.start : found.end] == "at least 17"
    assert text[found.trigger_start : found.trigger_end] == "air strikes"
    assert (found.low, found.best, found.high) == (17, 17, None)
