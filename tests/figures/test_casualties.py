"""Sentences and the casualty rows that they must give: (measure, low, best, high)."""

import pytest

from analysis.figures import casualties
from analysis.records import Document
from analysis.text import split


def rows(text):
    document = Document("t", text, None, split(text))
    return [
        (f.measure, f.low, f.best, f.high)
        for f in casualties.find(document)
        if f.part_of is None and f.certainty is None and not f.background
    ]


def test_reported_is_the_text_between_the_offsets():
    text = "Officials said at least 46 villagers, 12 of them children, were killed."
    found = casualties.find(Document("t", text, None, split(text)))
    assert [text[f.start : f.end] for f in found] == ["at least 46", "12"]
    assert found[1].part_of == 0
    assert found[0].group == "civilian"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A soldier was shot dead in Tank.", [("killed", 1, 1, 1)]),
        (
            "Gunmen killed a policeman and two of his sons.",
            [("killed", 1, 1, 1), ("killed", 2, 2, 2)],
        ),
        ("SIX WORKERS WERE KILLED AND NINE WOUNDED.", [("killed", 6, 6, 6), ("injured", 9, 9, 9)]),
        ("Blast in Hub kills 4-5", [("killed", 4, None, 5)]),
        ("The raid left 12 dead.", [("killed", 12, 12, 12)]),
        ("The fever of attacks charged 31 lives.", [("killed", 31, 31, 31)]),
        ("The bodies of three herders were found.", [("killed", 3, 3, 3)]),
        ("Up to nine guards died.", [("killed", None, 9, 9)]),
    ],
)
def test_counted(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The shelling killed eleven goats.",
        "Nobody was hurt in the blast.",
        "They planned to kill 40 pilgrims.",
        "The 45-year-old governor met 12 elders on 3 May 2022.",
        "The device could have killed dozens of shoppers.",
    ],
)
def test_not_counted(text):
    assert rows(text) == []
