"""Publication dates inferred from the text, or not at all."""

from datetime import date

import pytest

from analysis.dates import infer_published
from analysis.text import split


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        (
            "KABUL, March 3, 2024 (Agency) - Gunmen shot six people on Sunday.",
            date(2024, 3, 3),
            "dateline",
        ),
        (
            "Published: 12 May 2023\nFighting broke out again near the pass.",
            date(2023, 5, 12),
            "dateline",
        ),
        (
            "Home > Reviews\nJune 4, 2024 | Reading time: 7 minutes\n\nRaids rose in May.",
            date(2024, 6, 4),
            "dateline",
        ),
        (
            "Flash Update #4 (as of 9 July 2023, 18:00 local time)\n\nThe quake of 3 July killed 612.",
            date(2023, 7, 9),
            "as_of",
        ),
        (
            "KABUL, Aug. 28 (Wire) – Nine died on Thursday. It was the worst since August 2011.",
            None,
            None,
        ),
        (
            "PESHAWAR: Jan 5 - A blast hit the bazaar."
            " In 2023 attacks rose compared with the previous year.",
            date(2024, 1, 5),
            "dateline_day",
        ),
        (
            "The minister flew to Kabul on 9 May. No one had gone since June 2023."
            " In 2024 the institute counted 600 attacks, more than in the previous year.",
            date(2025, 5, 9),
            "lead_day",
        ),
        ("Fighters stormed a post on 3 March 2022. Nine men died.", date(2022, 3, 3), "latest_day"),
    ],
)
def test_inferred(text, expected, rule):
    assert infer_published(text, split(text)) == (expected, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Fighters overran the post yesterday.",
        "The vote will be held on 8 February 2024.",
        "In 1979 the Soviets invaded; in 1989 they left.",
        "On Friday a bomb killed four. The last such attack was on 3 March 2022.",
        "",
    ],
)
def test_nothing_supports_a_date(text):
    assert infer_published(text, split(text)) == (None, None)
