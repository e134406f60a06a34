"""Lists, parts, levels and shares that leave out what they count: a text and its rows."""

from datetime import date

import pytest

from analysis.figures import find_figures
from analysis.pipeline import read_document
from analysis.records import Article


def figures(text):
    article = Article("review", text, published=date(2024, 10, 3))
    return find_figures(read_document(article)[1])


def counts(text):
    """Reported words and measure of every count and rate; a rate says of what time."""
    return [
        (f.reported, f"{f.measure} a {f.rate_per}" if f.rate_per else f.measure)
        for f in figures(text)
        if f.form in ("count", "rate")
    ]


def listed(measure, *words):
    return [(word, measure) for word in words]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "District by district, the deaths were as follows: Kurram 212, Bannu 96, Tank 31, "
            "Lakki Marwat nine and Hangu two.",
            listed("killed", "212", "96", "31", "nine", "two"),
        ),
        (
            "Attacks by province: Khyber Pakhtunkhwa 55, Balochistan 41, Sindh six, Punjab one.",
            listed("attacks", "55", "41", "six", "one"),
        ),
        (
            "Arrests were spread over four cities: Karachi 44, Lahore 21, Multan eight and Quetta "
            "three.",
            listed("arrested", "44", "21", "eight", "three"),
        ),
        (
            "Deaths in the three districts: 31 in Bannu, 12 in Tank and four in Karak.",
            listed("killed", "31", "12", "four"),
        ),
        ("The polling stations: Karachi 44, Lahore 21, Quetta three.", []),
        ("The attacks closed roads: Highway 44, Quetta 21.", []),
        ("After the deaths the prices went up: Quetta 40, Karachi 35.", []),
        ("The week of the attacks in sport: Lahore 3, Karachi 1.", []),
    ],
)
def test_lists_behind_a_heading(text, wanted):
    assert counts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Of the 212 policemen killed, 120 were from the special branch and 51 from the traffic "
            "police; 41 served in the Rangers.",
            ["120", "51", "41"],
        ),
        (
            "Of the 90 soldiers killed, 61 belonged to the Frontier Corps and 29 to the regular "
            "army.",
            ["61", "29"],
        ),
        ("Of the 48 people injured, 12 were in the market and 36 were on the bus.", ["12", "36"]),
        (
            "The institute puts the dead of the ten years that the war went on at 98,000 in "
            "the valleys: 31,000 civilians, 42,000 soldiers and police, 20,000 rebels.",
            ["31,000", "42,000", "20,000"],
        ),
        ("Of the 48 people injured, none were in the market.", []),
        ("He put the dead at 41: 900 soldiers searched the rubble.", []),
    ],
)
def test_parts_of_a_total(text, wanted):
    found = figures(text)
    assert [f.reported for f in found if f.part_of == found[0].figure_id] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Punjab the toll fell from 44 to 31.", listed("killed", "44", "31")),
        ("Police killed 12 bandits from Sindh to Punjab.", listed("killed", "12")),
        (
            "The district's 88 deaths mean a rise of 20% over the 73 of 2022.",
            listed("killed", "88", "73"),
        ),
        ("The governor put militant deaths in the valley at 15 to 20.", [("15 to 20", "killed")]),
        (
            "Officials put civilian deaths so far at 12 and injuries at 44.",
            [("12", "killed"), ("44", "injured")],
        ),
        ("The council put repair costs after the deaths at 12 million rupees.", []),
        ("The council put a guard at 12 gates.", []),
        (
            "The worst year was 2014 for deaths, 3,701, and 2016 for injuries, 7,920.",
            [("3,701", "killed"), ("7,920", "injured")],
        ),
        ("In the year of the attacks, 40 schools were built.", []),
        (
            "The army says it killed 800 militants. The agency could verify only 212.",
            listed("killed", "800", "212"),
        ),
        ("Nine people were killed. The paper could find only 12 buses.", listed("killed", "Nine")),
        (
            "In all 310 attacks were recorded. That comes to almost one a day.",
            [("310", "attacks"), ("almost one", "attacks a day")],
        ),
    ],
)
def test_other_levels(text, wanted):
    assert counts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The analysts ascribe 212 of the attacks to the TTP. The Hafiz Gul Bahadur group was "
            "responsible for 61 and the Islamic State for 17.",
            listed("attacks", "212", "61", "17"),
        ),
        (
            "There were 90 attacks in May. The TTP claimed 41, the BLA 12.",
            listed("attacks", "90", "41", "12"),
        ),
        (
            "The TTP was behind 31 of the attacks and the BLF behind nine.",
            listed("attacks", "31", "nine"),
        ),
        ("The TTP killed 90 soldiers. It claimed 41 villages.", listed("killed", "90")),
        (
            "June was the deadliest month with 212 deaths; March the calmest with 44.",
            listed("killed", "212", "44"),
        ),
        (
            "The raid ended with 12 deaths, and the gang fled with 44 sheep.",
            listed("killed", "12"),
        ),
    ],
)
def test_numbers_in_their_turn(text, wanted):
    assert counts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Three hundred suspects were arrested, 81 percent in Sindh.",
            [("81 percent", "arrested")],
        ),
        ("Forty were killed, 70 percent of them children.", [("70 percent", "killed")]),
        ("Forty were killed, and bread cost 70 percent more in Sindh.", []),
        ("The blast killed four, said the firm, 30 percent of whose trucks burned.", []),
    ],
)
def test_shares_of_a_count(text, wanted):
    assert [(f.reported, f.measure) for f in figures(text) if f.form == "share"] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "There were six raids; these killed nine people.",
            [("six", "attacks"), ("nine", "killed")],
        ),
        ("These killed men were brought to the morgue.", []),
        (
            "The Soviet army lost some 14,000, the Afghan police perhaps 9,000 to 11,000.",
            [("some 14,000", "killed"), ("9,000 to 11,000", "killed")],
        ),
        (
            "The Taliban lost at least 300, the police 41.",
            [("at least 300", "killed"), ("41", "killed")],
        ),
        ("The army lost 200 rifles, the police 12.", []),
        ("The team lost 3, the visitors 40.", []),
        ("The police lost 14, winning 20.", []),
        (
            "The group counts 4,100 dead in Kunar. In Nangarhar it counts another 2,200.",
            listed("killed", "4,100", "2,200"),
        ),
        (
            "Nearly 3,000 people were executed; the true number may lie between 5,000 and 9,000.",
            listed("killed", "Nearly 3,000", "between 5,000 and 9,000"),
        ),
        (
            "First reports put the toll at 21, but it rose to 34 by the end of the day.",
            listed("killed", "21", "34"),
        ),
        (
            "The hospital's account: four bodies and 11 wounded.",
            [("four", "killed"), ("11", "injured")],
        ),
        ("Forty died. The army's number remains 22.", listed("killed", "Forty", "22")),
        (
            "Six people were killed, the hospital said, correcting its earlier figure of seven.",
            listed("killed", "Six", "seven"),
        ),
        ("The company cut its earlier figure of nine.", []),
        ("Two traders of the bazaar lost life in the firing.", listed("killed", "Two")),
        ("In the raid five terrorists were made to reach hell.", listed("killed", "five")),
        ("After the blast three persons came in injured.", listed("injured", "three")),
    ],
)
def test_goes_on_counting(text, wanted):
    assert counts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army said that 12 attackers were shot.", ["12"]),
        ("Three gunmen were shot on the roof.", ["Three"]),
        ("The king was shot with nine members of his family.", ["The king", "nine"]),
        ("Two militants were shot and wounded.", []),
        ("A gunman was shot in the leg.", []),
        ("A gunman was shot at by the guards.", []),
        ("Two villagers were shot on the road.", []),
        ("He was shot with a pistol.", []),
        ("Two gunmen were shot. There were no deaths.", []),
        ("The gunman, who was shot by guards, had fled.", []),
        ("The film was shot with 12 actors in Kabul.", []),
        ("If militants were shot, the army would say so.", []),
    ],
)
def test_shot(text, wanted):
    found = [f for f in figures(text) if f.measure == "killed" and f.certainty != "negated"]
    assert [f.reported for f in found] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Fatalities were highest in Khyber Pakhtunkhwa (412), followed by Balochistan (201) and "
            "Sindh (12).",
            listed("killed", "412", "201", "12"),
        ),
        (
            "The attacks took place in Kabul (two), Herat (three) and Balkh (one).",
            listed("attacks", "two", "three", "one"),
        ),
        ("The attacks were condemned by Khan (54) in Kabul and Shah (61).", []),
        (
            "In all 310 people were killed. It works out at roughly two a day.",
            [("310", "killed"), ("roughly two", "killed a day")],
        ),
        (
            "The registry puts the dead of the wars at 40,000. In Kunar it counts another 2,200.",
            listed("killed", "40,000", "2,200"),
        ),
        ("Two people were killed. That means 12 buses will not run.", listed("killed", "Two")),
    ],
)
def test_places_in_brackets_and_rates(text, wanted):
    assert counts(text) == wanted


def test_the_next_part():
    text = (
        "Ten policemen were martyred. Six of the martyrs belonged to the Elite Force, four were "
        "from the local station."
    )
    total, six, four = figures(text)
    assert [(f.reported, f.part_of, f.group) for f in (six, four)] == [
        ("Six", total.figure_id, "police"),
        ("four", total.figure_id, "police"),
    ]


def test_tolls_of_wars_are_of_no_day():
    soldiers, police = figures("The Soviet army lost some 14,000, the Afghan police 11,000.")
    assert {(f.scope, f.period_start, f.period_end) for f in (soldiers, police)} == {
        ("period", None, None)
    }
    raid = figures("The raid killed 14 soldiers.")[0]
    assert (raid.scope, raid.period_end) == ("incident", date(2024, 10, 3))


def test_a_heading_of_many_names_is_read_in_time():
    assert counts("Of the deaths " + "In " * 40 + "x: Kabul 12, Herat 13.") == []
