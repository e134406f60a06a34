"""Two expressions that bound a range share its interval."""

from datetime import date

import pytest

from analysis.dates import tag
from analysis.text import split


@pytest.mark.parametrize(
    ("text", "reported", "interval"),
    [
        (
            "Between May and July 2024 raids doubled.",
            ["May", "July 2024"],
            (date(2024, 5, 1), date(2024, 7, 31)),
        ),
        (
            "Heavy fighting went on from 18 to 22 June.",
            ["18", "22 June"],
            (date(2024, 6, 18), date(2024, 6, 22)),
        ),
        (
            "The 2021–2023 drought hit Herat.",
            ["2021", "2023"],
            (date(2021, 1, 1), date(2023, 12, 31)),
        ),
        (
            "The talks ran from March 3 to March 5.",
            ["March 3", "March 5"],
            (date(2025, 3, 3), date(2025, 3, 5)),
        ),
        (
            "He was minister from 2001 until 2004.",
            ["2001", "2004"],
            (date(2001, 1, 1), date(2004, 12, 31)),
        ),
    ],
)
def test_linked(text, reported, interval):
    found = tag(text, split(text), published=date(2025, 4, 22))
    assert [row.reported for row in found] == reported
    assert {(row.range_start, row.range_end) for row in found} == {interval}


@pytest.mark.parametrize(
    "text",
    [
        "Attacks were reported in May and in July 2024.",
        "He visited in 2019 and 2021.",
        "It fell in 2023, after 2021 had been calm.",
    ],
)
def test_not_linked(text):
    found = tag(text, split(text), published=date(2025, 4, 22))
    assert len(found) == 2
    assert all(row.range_start is None for row in found)


def test_the_same_period_of_another_year():
    text = "From January to March 2025 it was 900, up from 600 in the same period of 2024."
    *_, row = tag(text, split(text), published=date(2025, 4, 22))
    assert row.reported == "the same period of 2024"
    assert (row.date_start, row.date_end) == (date(2024, 1, 1), date(2024, 3, 31))
