"""Numbers that count what an article is about: departures, plans, papers, figures told anew."""

import time

import pytest
from figure_cases import document

from analysis.figures import find_figures, movement

ABOUT = " Pakistan deported 4,400 Afghans in May, and 61,000 have returned since."


def rows(text):
    """What the first sentences count, without the two figures of `ABOUT`."""
    found = movement.find(document(text + ABOUT))
    return [
        (text[f.start : f.end], f.measure, f.form, f.certainty) for f in found if f.end <= len(text)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "In the nine days since, about 12,000 have left.",
            [("about 12,000", "returned", "count", None)],
        ),
        (
            "On Monday close to 7,000 people passed the gate.",
            [("close to 7,000", "returned", "count", None)],
        ),
        (
            "Some 600 families (4,100 people) have been sent onward.",
            [("Some 600", "returned", "count", None), ("4,100", "returned", "count", None)],
        ),
        (
            "The directorate for refugees has registered 2,210 families.",
            [("2,210", "returned", "count", None)],
        ),
        ("The stadium has registered 2,210 families.", []),
    ],
)
def test_departures_and_arrivals(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The agency plans for a quarter of a million by June.",
            [("a quarter of a million", "returned", "count", "hypothetical")],
        ),
        (
            '"We prepared for 900 a day," a nurse said.',
            [("900", "returned", "rate", "hypothetical")],
        ),
        (
            "Planners reckon with 400,000 returns, 100,000 of them from Iran.",
            [
                ("400,000", "returned", "count", "hypothetical"),
                ("100,000", "returned", "count", "hypothetical"),
            ],
        ),
        (
            "The field was laid out for 3,000 people but the tents are full.",
            [("3,000", "sheltered", "count", "hypothetical")],
        ),
        ("The depot prepared for 900 trucks a day.", []),
    ],
)
def test_plans(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The governor spoke of 300,000 undocumented Afghans.",
            [("300,000", "refugees", "count", None)],
        ),
        (
            'A minister said that "7 lakh were illegal and 9 lakh had cards".',
            [("7 lakh", "refugees", "count", None), ("9 lakh", "refugees", "count", None)],
        ),
        (
            "In all 1.9 million Afghans live in Pakistan: 820,000 with proof of registration and "
            "410,000 who hold a citizen card.",
            [
                ("1.9 million", "refugees", "count", None),
                ("820,000", "refugees", "count", None),
                ("410,000", "refugees", "count", None),
            ],
        ),
        ("The bank lent to 12,000 with savings books.", []),
        ("Some 4,000 shops were illegal.", []),
    ],
)
def test_papers(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Some 70,000 Afghans have returned. The ministry puts the figure higher, at 81,300, of "
            "whom 8,100 held a visa.",
            ["Some 70,000", "81,300", "8,100"],
        ),
        (
            "Some 70,000 Afghans have returned. The pace has slowed to an average of 450 a day; in "
            "July it reached 2,100.",
            ["Some 70,000", "an average of 450", "2,100"],
        ),
        (
            "Some 70,000 Afghans have returned. This week it is between 1,200 and 1,400 a day.",
            ["Some 70,000", "between 1,200 and 1,400"],
        ),
        (
            "Some 70,000 Afghans have returned. The price of bread rose, and it reached 90.",
            ["Some 70,000"],
        ),
        (
            "Some 70,000 Afghans have returned. The number of trucks rose to 300.",
            ["Some 70,000"],
        ),
    ],
)
def test_figures_of_the_sentence_before(text, wanted):
    found = rows(text)
    assert [reported for reported, *_ in found] == wanted
    assert {measure for _, measure, *_ in found} == {"returned"}


def test_level_behind_a_rate_is_a_rate():
    text = "Some 9,000 went home in May. The flow has slowed to 300 a day; in June it reached 700."
    assert [(f.best, f.rate_per) for f in movement.find(document(text))] == [
        (9_000, None),
        (300, "day"),
        (700, "day"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "On Friday 2,340 people came through the gate, 940 of them in police vans.",
            [("2,340", "returned", "count", None), ("940", "deported", "count", None)],
        ),
        (
            "The floods drove 400,000 people from their homes, of whom 310,000 were back by May.",
            [("400,000", "displaced", "count", None), ("310,000", "returned", "count", None)],
        ),
        (
            "Of the 900 evacuated families, around 500 had gone home by Friday.",
            [("900", "evacuated", "count", None), ("around 500", "returned", "count", None)],
        ),
        (
            "Her survey of 900 arrivals found that 61 percent were children.",
            [("61 percent", "returned", "share", None)],
        ),
        ("There is one tap for every 70 people in the camp.", []),
    ],
)
def test_parts_and_ratios(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Some 600 families have been sent onward, an official told us: 300 families to Kunar.",
            [("Some 600", "returned", "count", None), ("300", "returned", "count", None)],
        ),
        (
            "They shelter 900 people, although the ground was laid out for 500.",
            [
                ("900", "sheltered", "count", None),
                ("500", "sheltered", "count", "hypothetical"),
            ],
        ),
        (
            "Some 800 people are sheltered in a field that was laid out for 500.",
            [
                ("Some 800", "sheltered", "count", None),
                ("500", "sheltered", "count", "hypothetical"),
            ],
        ),
        (
            "The two states together had sent back 31,000.",
            [("31,000", "returned", "count", None)],
        ),
    ],
)
def test_breakdowns_capacities_and_senders(text, wanted):
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Buses began to leave on 3 June. In the days since, about 4,000 Afghans have returned. "
            "The ministry puts the figure lower, at 3,100.",
            [("cumulative", "2024-06-03", "2024-06-15")] * 2,
        ),
        (
            "Since the ministry announced on 2 May that all had to go by the first of June, some "
            "7,000 Afghans have gone back.",
            [("cumulative", "2024-05-02", "2024-06-15")],
        ),
        (
            "Some 820,000 Afghans live in Pakistan with cards that expire on 30 September.",
            [("cumulative", "None", "None")],
        ),
    ],
)
def test_times(text, wanted):
    found = find_figures(document(text))
    assert [(f.scope, str(f.period_start), str(f.period_end)) for f in found] == wanted


def test_vans_are_no_group_of_people():
    text = "On Friday 2,340 Afghans returned, 940 of them in police vans."
    assert [f.group for f in movement.find(document(text))][1] != "police"


def test_going_home_is_no_noun_to_mend():
    text = "Some 300 went home daily, and 1.2 million came home from Iran."
    found = find_figures(document(text))
    assert [(f.measure, f.reported) for f in found] == [
        ("returned", "Some 300"),
        ("returned", "1.2 million"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Some 9,000 returned. The figure is put at 300 " + "of whom 300 " * 3_000,
        "4,000 who have a " * 2_000,
        "of the 900, " * 3_000 + ABOUT,
    ],
)
def test_hostile_text_takes_no_time(text):
    made = document(text, published=None)
    started = time.perf_counter()
    movement.find(made)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "Some 70,000 Afghans have returned. The average age is 31.",
        "Some 70,000 Afghans have returned. The rate is 278 to the dollar.",
        "Some 70,000 Afghans have returned. The union has 3,000 members with documents.",
        "Some 70,000 Afghans have returned. The squad is prepared for 900 protesters.",
        "Some 70,000 Afghans have returned. The day was hot, and it reached 44.",
    ],
)
def test_other_numbers_beside_returns(text):
    assert [(f.best, f.measure) for f in movement.find(document(text))] == [(70_000, "returned")]


@pytest.mark.parametrize(
    ("text", "claimant", "certainty"),
    [
        ("UNHCR expects up to 300,000 further returns by May.", "UNHCR", "hypothetical"),
        ("Islamabad plans for 40,000 returnees a month.", "Islamabad", "hypothetical"),
        (
            "Since the ministry announced on 2 May that all had to go, some 7,000 Afghans have "
            "gone back.",
            None,
            "asserted",
        ),
        ("The ministry announced that 7,000 Afghans have gone back.", "ministry", "attributed"),
    ],
)
def test_who_counts_and_who_expects(text, claimant, certainty):
    found = find_figures(document(text))
    assert [(f.claimant, f.certainty) for f in found] == [(claimant, certainty)]
