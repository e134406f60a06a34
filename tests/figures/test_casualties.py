"""Sentences and the casualty rows that they must give: (measure, low, best, high)."""

import json
from datetime import date
from pathlib import Path

import pytest

from analysis.figures import casualties
from analysis.pipeline import read_article
from analysis.records import Article, Document
from analysis.text import split

MEASURES = frozenset(("killed", "injured", "casualties", "missing", "abducted", "arrested"))


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


CASES = Path(__file__).parent.parent / "cases"


def load(name):
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read(case):
    published = date.fromisoformat(case.get("published", "2024-06-15"))
    return read_article(Article("case", case["text"], published=published))


def toll(incidents, measure):
    """Low, best and high summed over main incidents, None where none states anything."""
    ends = ("low", "best", "high")
    stated = [[getattr(i, f"{measure}_{end}") for end in ends] for i in incidents]
    stated = [bounds for bounds in stated if bounds != [None, None, None]]
    if not stated:
        return None
    return [None if None in column else sum(column) for column in zip(*stated, strict=True)]


def agrees(case, measure, stated):
    wanted = case[measure]
    if measure in case.get("skip", ()) or (wanted is None and stated in (None, [0, 0, 0])):
        return True
    if stated and case.get(f"{measure}_best_any"):
        fair = stated[1] in case[f"{measure}_best_any"]
        return fair and [stated[0], stated[2]] == [wanted[0], wanted[2]]
    return stated == wanted


def test_sentences_without_casualties():
    """At least 97 of 100 sentences written without knowing the rules give no main row."""
    cases, wrong = load("casualties_none"), []
    for case in cases:
        reading = read(case)
        counted = [
            f
            for f in reading.figures
            if f.measure in MEASURES and f.certainty in ("asserted", "attributed", "disputed")
        ]
        main = [i for i in reading.incidents if i.role == "main"]
        if counted if case["expect"] == "none" else main:
            wrong.append(case["text"])
    assert len(cases) >= 120
    assert len(wrong) <= 0.03 * len(cases), wrong


def test_tolls_of_the_case_table():
    """Both ends and the best of killed and injured, as a careful reader gives them."""
    cases, wrong = load("casualties"), []
    for case in cases:
        main = [i for i in read(case).incidents if i.role == "main"]
        if not all(agrees(case, m, toll(main, m)) for m in ("killed", "injured")):
            wrong.append(case["text"])
    assert len(wrong) <= 0.17 * len(cases), wrong
