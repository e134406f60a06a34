"""Plain forms of temporal expressions, each in a sentence of its own."""

from datetime import date

import pytest

from analysis.dates import tag
from analysis.text import split

PUBLISHED = date(2025, 4, 22)  # a Tuesday


def rows(text, published=PUBLISHED):
    return [
        (row.reported, row.type, row.value) for row in tag(text, split(text), published=published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid took place on 23 December 2024.", [("23 December 2024", "DATE", "2024-12-23")]),
        ("They met on Dec. 23, 2024, in Kabul.", [("Dec. 23, 2024", "DATE", "2024-12-23")]),
        ("The shrine was hit in August 2021.", [("August 2021", "DATE", "2021-08")]),
        ("The strikes in December killed six.", [("December", "DATE", "2024-12")]),
        ("The envoy arrived on Friday.", [("Friday", "DATE", "2025-04-18")]),
        ("The envoy will arrive on Friday.", [("Friday", "DATE", "2025-04-25")]),
        ("Shelling resumed yesterday.", [("yesterday", "DATE", "2025-04-21")]),
        ("It was closed last week.", [("last week", "DATE", "2025-W16")]),
        ("He fled two years ago.", [("two years ago", "DATE", "2023")]),
        ("The siege lasted for weeks.", [("weeks", "DURATION", "PXW")]),
        ("A 15-month lull has ended.", [("15-month", "DURATION", "P15M")]),
        ("Camps grew in the late 1990s.", [("the late 1990s", "DATE", "199")]),
        ("About 170 raids per day were run.", [("per day", "SET", "P1D")]),
    ],
)
def test_plain_forms(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 52-year-old driver was unhurt.",
        "Some 2,021 people may march to the border.",
        "They won 3-2 on penalties.",
        "Call 0300 1234567 under section 144.",
        "About 1998 refugees crossed at Chaman.",
        "The fall of the old regime shocked donors.",
    ],
)
def test_no_dates(text):
    assert rows(text) == []


def test_solar_year_of_afghanistan():
    text = "The movement took the capital in the summer of 1400 AH."
    (row,) = tag(text, split(text), published=PUBLISHED)
    assert (row.reported, row.value, row.calendar) == (
        "the summer of 1400 AH",
        "2021-SU",
        "solar_hijri",
    )
    assert (row.date_start, row.date_end) == (date(2021, 6, 22), date(2021, 9, 22))


def test_interval_of_a_month():
    text = "Raids doubled in November 2023."
    (row,) = tag(text, split(text), published=PUBLISHED)
    assert (row.date_start, row.date_end) == (date(2023, 11, 1), date(2023, 11, 30))
    assert (row.precision, row.anchor) == ("month", "explicit")


def test_no_publication_date_no_year():
    assert rows("It closed in December.", None) == [("December", "DATE", "XXXX-12")]
