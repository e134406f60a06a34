import time

import pytest

from analysis.text import find_quantities


def read(text):
    return [(text[q.start : q.end], q.low, q.best, q.high) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("at least 46 people", [("at least 46", 46, 46, None)]),
        ("up to 46 people", [("up to 46", None, 46, 46)]),
        ("nearly 7 lakh people", [("nearly 7 lakh", 700_000, 700_000, 700_000)]),
        ("3,57,243 people", [("3,57,243", 357_243, 357_243, 357_243)]),
        ("tens of thousands fled", [("tens of thousands", 20_000, None, None)]),
        ("several families", [("several", 3, None, None)]),
        ("between 600 and 800 people", [("between 600 and 800", 600, None, 800)]),
        ("Anywhere from 20 to 25 men", [("Anywhere from 20 to 25", 20, None, 25)]),
        ("thirtythree men", [("thirtythree", 33, 33, 33)]),
        ("61 thousand 240 raids", [("61 thousand 240", 61_240, 61_240, 61_240)]),
        ("10-12 lakh", [("10-12 lakh", 1_000_000, None, 1_200_000)]),
        ("some 20-25,000 families", [("some 20-25,000", 20_000, None, 25_000)]),
        (
            "2.1 and 3.4 million",
            [
                ("2.1", 2_100_000, 2_100_000, 2_100_000),
                ("3.4 million", 3_400_000, 3_400_000, 3_400_000),
            ],
        ),
        ("killed 3 and 4 million fled", [("3", 3, 3, 3), ("4 million", 4e6, 4e6, 4e6)]),
        ("a quarter of a million", [("a quarter of a million", 250_000, 250_000, 250_000)]),
        ("two-and-a-half million", [("two-and-a-half million", 2.5e6, 2.5e6, 2.5e6)]),
        ("a million and a half", [("a million and a half", 1.5e6, 1.5e6, 1.5e6)]),
        (
            "nine hundred and twenty-one",
            [("nine hundred and twenty-one", 921, 921, 921)],
        ),
        ("at least140,000 people", [("at least140,000", 140_000, 140_000, None)]),
        ("nearly one in five families", [("nearly one in five", 20, 20, 20)]),
        ("600+ people", [("600+", 600, 600, None)]),
        ("8.2 million", [("8.2 million", 8_200_000, 8_200_000, 8_200_000)]),
        ("16.4 lakh", [("16.4 lakh", 1_640_000, 1_640_000, 1_640_000)]),
        ("1,762,793 million", [("1,762,793 million", 1_762_793, 1_762_793, 1_762_793)]),
        ("in round 24 to 373,700", [("24", 24, 24, 24), ("373,700", 373_700, 373_700, 373_700)]),
        ("seven out of ten", [("seven out of ten", 70, 70, 70)]),
        ("in the last phase 49,000 left", [("49,000", 49_000, 49_000, 49_000)]),
        ("the 4th brigade on 9/11 at 17:30", []),
    ],
)
def test_quantities(text, wanted):
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("text", "unit"),
    [("$40 million", "money"), ("14 km", "length"), ("aged 12", "age"), ("an F-16", "code")],
)
def test_units_of_measurement(text, unit):
    assert [q.unit for q in find_quantities(text)] == [unit]


def test_long_lines_take_no_time():
    started = time.perf_counter()
    for piece in ("1,000 ", "two hundred and ", "half of a ", "between 3 and ", "1-", "٣,"):
        find_quantities(piece * 5_000)
    assert time.perf_counter() - started < 10
