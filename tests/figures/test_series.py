"""Changes, shares, comparisons, lists and rates: a sentence and the rows that it must give."""

from datetime import date

import pytest

from analysis.figures import find_figures
from analysis.pipeline import read_document
from analysis.records import Article


def figures(text):
    article = Article("review", text, published=date(2024, 10, 3))
    return find_figures(read_document(article)[1])


def rows(text):
    """Reported, measure, form and best of every figure."""
    return [(f.reported, f.measure, f.form, f.best and round(f.best)) for f in figures(text)]


def row(text, form):
    """The figures of one form, as (reported, measure, best)."""
    return [(r, m, b) for r, m, f, b in rows(text) if f == form]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Militants carried out 120 attacks in May. The figure dropped by 18 percent from April.",
            [("18 percent", "attacks", -18)],
        ),
        (
            "The network counted 88 attacks. This is 12 percent more than the 79 incidents of May.",
            [("12 percent", "attacks", 12)],
        ),
        (
            "Some 340 people were killed in July. The toll was up 9 percent on June.",
            [("9 percent", "killed", 9)],
        ),
        (
            "Monitors recorded 512 civilian casualties (170 killed and 342 injured) in the first "
            "quarter, a decrease of 15 per cent compared with the same quarter of 2023.",
            [("15 per cent", "casualties", -15)],
        ),
        ("Casualties among children rose by 22 per cent.", [("22 per cent", "casualties", 22)]),
        (
            "Deaths among soldiers doubled, but civilian deaths fell by a third.",
            [("a third", "killed", -33)],
        ),
        (
            "In August 55 people were killed. It was 40 percent less than in July.",
            [("40 percent", "killed", -40)],
        ),
        ("Injuries went down by 7 per cent from 460.", [("7 per cent", "injured", -7)]),
        (
            "The database holds 64 deaths for March, 21 fewer than in February.",
            [("21 fewer", "killed", -21)],
        ),
        (
            "Police arrested 31 suspects, four more than a month before.",
            [("four more", "arrested", 4)],
        ),
        ("The number of deaths fell by 40 to 212.", [("40", "killed", -40)]),
        ("Returns fell 12 percent compared with September.", [("12 percent", "returned", -12)]),
        (
            "Women casualties (40 killed, 86 injured) decreased by 1 per cent.",
            [("1 per cent", "casualties", -1)],
        ),
        ("Exports fell by 26 percent from August.", []),
        ("The attacks killed 14 people. Exports fell by 26 percent from August.", []),
        ("Prices rose 12 percent after the attacks.", []),
        ("Since the bombings, rents have dropped by 30 percent.", []),
        ("Eleven more than half of the shops were shut.", []),
    ],
)
def test_changes(text, wanted):
    assert row(text, "change") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Balochistan accounted for 41 percent of the country's fatalities.",
            [("41 percent", "killed", 41)],
        ),
        (
            "Roadside bombs caused 702 casualties (210 killed, 492 injured), or 29 per cent.",
            [("29 per cent", "casualties", 29)],
        ),
        ("Of the dead, 32 per cent were women.", [("32 per cent", "killed", 32)]),
        (
            "The 88 child casualties were 12 per cent of all.",
            [("12 per cent", "casualties", 12)],
        ),
        (
            "The report blames the insurgents for 55 per cent of the casualties, the army for 30 per "
            "cent, foreign forces for six, and others for the rest.",
            [
                ("55 per cent", "casualties", 55),
                ("30 per cent", "casualties", 30),
                ("six", "casualties", 6),
            ],
        ),
        (
            "The army was responsible for 21 per cent of civilian deaths, the Taliban for 48 per cent.",
            [("21 per cent", "killed", 21), ("48 per cent", "killed", 48)],
        ),
        (
            "Forty-four percent of the attacks took place in Khyber Pakhtunkhwa, 39 percent in "
            "Balochistan and 9 percent in Sindh.",
            [
                ("Forty-four percent", "attacks", 44),
                ("39 percent", "attacks", 39),
                ("9 percent", "attacks", 9),
            ],
        ),
        (
            "There were 212 attacks in June. Balochistan accounted for 44 percent.",
            [("44 percent", "attacks", 44)],
        ),
        ("Police made up 30 percent of those killed.", [("30 percent", "killed", 30)]),
        (
            "Snipers shot 40 soldiers dead, or 12 per cent of the total.",
            [("12 per cent", "killed", 12)],
        ),
        (
            "Child casualties made up 31 per cent of the total.",
            [("31 per cent", "casualties", 31)],
        ),
        ("More than half of the dead were policemen.", [("More than half", "killed", 50)]),
        ("They hold 12 percent of the seats.", []),
        ("The attacks killed 40 people, or 12 percent of the village.", []),
        ("The remaining 11 per cent of the road is mined.", []),
    ],
)
def test_shares(text, wanted):
    assert row(text, "share") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Forty-one suspects were detained, compared to 58 in the previous month.",
            [("Forty-one", "arrested", 41), ("58", "arrested", 58)],
        ),
        (
            "There were two bombings in Bannu and two in Tank in April, against one in March.",
            [("two", "attacks", 2), ("two", "attacks", 2), ("one", "attacks", 1)],
        ),
        (
            "The year's 620 deaths compare with 812 in 2022.",
            [("620", "killed", 620), ("812", "killed", 812)],
        ),
        (
            "Bombs killed 33 people and injured 71, compared with 20 and 44 a year before.",
            [
                ("33", "killed", 33),
                ("71", "injured", 71),
                ("20", "killed", 20),
                ("44", "injured", 44),
            ],
        ),
        (
            "The same survey had counted 1,120 deaths. In 2013 it had shown 2,340.",
            [("1,120", "killed", 1120), ("2,340", "killed", 2340)],
        ),
        (
            "Civilian deaths fell to 1,410 from 1,602.",
            [("1,410", "killed", 1410), ("1,602", "killed", 1602)],
        ),
        (
            "The number of confirmed deaths has risen from 310 reported on Monday.",
            [("310", "killed", 310)],
        ),
        (
            "Abductions jumped 60 percent, from 25 to 40.",
            [("25", "abducted", 25), ("40", "abducted", 40)],
        ),
        (
            "Civilian casualties went down by 9 per cent against the first half of 2019, when 3,812 "
            "were documented.",
            [("3,812", "casualties", 3812)],
        ),
        (
            "The group recorded 77 attacks in March; it had logged 90 in February.",
            [("77", "attacks", 77), ("90", "attacks", 90)],
        ),
        (
            "Some 2,300 people were killed, up from 1,900 in 2021.",
            [("Some 2,300", "killed", 2300), ("1,900", "killed", 1900)],
        ),
        (
            "In 2022 the figure stood at 262 attacks; in 2021 it was 207.",
            [("262", "attacks", 262), ("207", "attacks", 207)],
        ),
        ("At 91, the number of attacks was the highest of the year.", [("91", "attacks", 91)]),
        (
            "The month saw 83 attacks (up from 61), 227 deaths (from 190) and 260 injuries (from 175).",
            [
                ("83", "attacks", 83),
                ("61", "attacks", 61),
                ("227", "killed", 227),
                ("190", "killed", 190),
                ("260", "injured", 260),
                ("175", "injured", 175),
            ],
        ),
        (
            "The tally of kidnappings stood at 38, against 51 in the preceding quarter.",
            [("38", "abducted", 38), ("51", "abducted", 51)],
        ),
        (
            "On the other side, 139 militants died, fewer than the 168 of the quarter before.",
            [("139", "killed", 139), ("168", "killed", 168)],
        ),
        (
            "Last month's 41 deaths are a fraction of the 240 reported in August.",
            [("41", "killed", 41), ("240", "killed", 240)],
        ),
        (
            "Some 2,000 people are displaced, 90 per cent for ten months.",
            [("Some 2,000", "displaced", 2000)],
        ),
        ("At 12, the governor left school in Kabul.", []),
        ("Two people died; in Kabul it was 12 degrees.", [("Two", "killed", 2)]),
        ("Police filed cases against 12 in Quetta.", []),
        (
            "The attack killed three soldiers and the army fired back against two positions.",
            [("three", "killed", 3)],
        ),
        ("The team lost 3-1 in Kabul, compared with 2-2 in May.", []),
    ],
)
def test_comparisons(text, wanted):
    assert row(text, "count") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Punjab had four attacks, Sindh three and Balochistan nine.",
            [("four", "attacks", 4), ("three", "attacks", 3), ("nine", "attacks", 9)],
        ),
        (
            "Sindh saw six attacks with two deaths, and Punjab three, in which a guard lost his life.",
            [
                ("six", "attacks", 6),
                ("two", "killed", 2),
                ("three", "attacks", 3),
                ("a guard", "killed", 1),
            ],
        ),
        (
            "Kunar has the highest toll with 212 deaths, followed by Nangarhar (88) and Laghman (19).",
            [("212", "killed", 212), ("88", "killed", 88), ("19", "killed", 19)],
        ),
        (
            "Sixty civilians died in Kabul, 23 in Herat and 11 from landmines elsewhere.",
            [("Sixty", "killed", 60), ("23", "killed", 23), ("11", "killed", 11)],
        ),
        (
            "Thirty-one casualties resulted from mines, 12 from shelling and four from unknown devices.",
            [("Thirty-one", "casualties", 31), ("12", "casualties", 12), ("four", "casualties", 4)],
        ),
        (
            "Of 48 attacks this quarter, the minister said, 19 had been planned across the border.",
            [("48", "attacks", 48), ("19", "attacks", 19)],
        ),
        (
            "Out of 44 attacks 30 had been claimed by the TTP.",
            [("44", "attacks", 44), ("30", "attacks", 30)],
        ),
        (
            "Eighty-one people were killed in 44 attacks, or nearly two per attack.",
            [("Eighty-one", "killed", 81), ("44", "attacks", 44)],
        ),
        (
            "There were 96 child casualties in June. Sixty-one of these children were boys and 35 "
            "girls.",
            [("96", "casualties", 96), ("Sixty-one", "casualties", 61), ("35", "casualties", 35)],
        ),
        (
            "Of these fatalities, 586 were soldiers, 545 outlaws and the remaining 393 civilians.",
            [("586", "killed", 586), ("545", "killed", 545), ("393", "killed", 393)],
        ),
        (
            "The northern group was responsible for 280 attacks, and the southern for 113.",
            [("280", "attacks", 280), ("113", "attacks", 113)],
        ),
        ("In total 812 civilian and police deaths were counted.", [("In total 812", "killed", 812)]),
        ("Nine people died in Quetta, four in critical condition.", [
            ("Nine", "killed", 9), ("four", "injured", 4),
        ]),
        (
            "The governor, Ahmad Khan (54), said 12 people were killed in Kabul.",
            [("12", "killed", 12)],
        ),
        ("The blast in Quetta (population 1.6 million) killed two.", [("two", "killed", 2)]),
    ],
)  # fmt: skip
def test_lists(text, wanted):
    assert row(text, "count") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On average seven civilians were killed every day.", ("killed", 7, "day")),
        ("In May, 12 people were injured a day.", ("injured", 12, "day")),
        ("Nearly six children were harmed daily in 2021.", ("casualties", 6, "day")),
        ("Three women are killed per week in the district.", ("killed", 3, "week")),
        ("Some 40 people die each month in such attacks.", ("killed", 40, "month")),
        ("Every year 300 policemen are killed.", ("killed", 300, "year")),
        ("Two guards were killed a day after the attack.", ("killed", 2, None)),
        ("Four men were arrested a week ago.", ("arrested", 4, None)),
        ("Five people were killed a day apart.", ("killed", 5, None)),
        ("Twelve people were killed in daily shelling.", ("killed", 12, None)),
    ],
)
def test_rates(text, wanted):
    found = [(f.measure, f.best, f.rate_per) for f in figures(text)]
    assert found == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The police have lost more than 900 men since 2007.", [("more than 900", "killed", 900)]),
        ("The brigade lost nine men that night.", [("nine", "killed", 9)]),
        (
            "The army says it has lost over 3,100 officers and soldiers in the war.",
            [("over 3,100", "killed", 3100)],
        ),
        ("The militia lost 17 fighters there.", [("17", "killed", 17)]),
        (
            "The army lost an officer and 12 soldiers.",
            [("an officer", "killed", 1), ("12", "killed", 12)],
        ),
        ("The force has lost 40 people to desertion.", []),
        ("The army lost six posts.", []),
        ("The team lost three players to injury.", []),
        ("The party lost 12 members in the vote.", []),
        ("He has lost more than 20 kilos.", []),
    ],
)
def test_losses(text, wanted):
    assert row(text, "count") == wanted


def test_parts_people_and_units():
    text = (
        "There were 96 child casualties in June (20 killed, 76 injured). Sixty-one of these "
        "children were boys. Women made up 14 per cent of the dead."
    )
    total, killed, injured, boys, women = figures(text)
    assert [f.group for f in (total, killed, injured, boys)] == ["child"] * 4
    assert boys.part_of == total.figure_id
    assert (women.form, women.unit, women.group) == ("share", "percent", "woman")


def test_whose_share_it_is():
    shares = {
        "The 96 child casualties (20 killed, 76 injured) were 32 per cent of all.": "child",
        "• Boys make up 40 per cent of the dead.": "child",
        "Women and children accounted for 42 per cent of the casualties.": None,
        "Insurgents were responsible for 42 per cent of the casualties.": None,
    }
    for text, group in shares.items():
        assert [f.group for f in figures(text) if f.form == "share"] == [group], text


def test_an_earlier_level_is_no_forecast():
    text = "The year could end with over 900 attacks. In 2013 the survey had shown 1,204."
    assert [(f.best, f.certainty) for f in figures(text)] == [
        (900, "hypothetical"),
        (1204, "attributed"),
    ]


def test_what_is_reported_behind_a_semicolon():
    found = figures("Six labourers were injured; no deaths were reported.")
    assert found[0].certainty == "asserted"


def test_a_change_is_of_the_time_it_ends_in():
    text = (
        "Militants carried out 120 attacks in May 2024. The figure fell by 18 percent from April."
    )
    count, change = figures(text)
    assert (count.period_start, change.period_start) == (date(2024, 5, 1), date(2024, 5, 1))
    assert (change.low, change.best, change.high, change.unit) == (-18, -18, -18, "percent")
    fewer = figures("The database holds 64 deaths for March, 21 fewer than in February.")[1]
    assert (fewer.unit, fewer.best) == ("person", -21)


def test_feared_numbers_are_not_counted():
    text = "Casualties may reach a new height, she said: “We feared 9,000.”"
    assert [(f.best, f.certainty) for f in figures(text)] == [(9000, "hypothetical")]
