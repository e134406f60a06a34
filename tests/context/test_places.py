"""Places: which names are places, which place they mean, and what is no place."""

import time

import pytest

from analysis.context import find_places
from analysis.text import split

# text, then the places expected: words, precision, country, adm1, adm2_name
FOUND = [
    (
        "Two policemen were shot in Turbat town (Kech district, Balochistan).",
        [
            ("Turbat", "point", "PAK", "PK-BA", "Kech"),
            ("Kech", "district", "PAK", "PK-BA", "Kech"),
            ("Balochistan", "adm1", "PAK", "PK-BA", None),
        ],
    ),
    (
        "A mine went off in Qarabagh district of Ghazni.",
        [
            ("Qarabagh", "district", "AFG", "AF-GHA", "Qarabagh"),
            ("Ghazni", "adm1", "AFG", "AF-GHA", None),
        ],
    ),
    (
        "A mine went off in Qarabagh district, Kabul.",
        [
            ("Qarabagh", "district", "AFG", "AF-KAB", "Qarabagh"),
            ("Kabul", "adm1", "AFG", "AF-KAB", None),
        ],
    ),
    ("Shells fell near Khowst.", [("Khowst", "adm1", "AFG", "AF-KHO", None)]),
    (
        "A convoy was hit in Pul-e-Alam city, Logar.",
        [
            ("Pul-e-Alam", "point", "AFG", "AF-LOG", "Puli Alam"),
            ("Logar", "adm1", "AFG", "AF-LOG", None),
        ],
    ),
    ("He was found in Pul i Alam.", [("Pul i Alam", "district", "AFG", "AF-LOG", "Puli Alam")]),
    ("It happened in Asadabad.", [("Asadabad", "district", "AFG", "AF-KNR", "Asad Abad")]),
    ("It happened in Asad Abad.", [("Asad Abad", "district", "AFG", "AF-KNR", "Asad Abad")]),
    ("Clashes broke out in Nangrahar.", [("Nangrahar", "adm1", "AFG", "AF-NAN", None)]),
    ("A blast hit Baluchistan.", [("Baluchistan", "adm1", "PAK", "PK-BA", None)]),
    ("Police in KP were on alert.", [("KP", "adm1", "PAK", "PK-KP", None)]),
    (
        "Drones struck Datta Khel, North Waziristan Agency.",
        [
            ("Datta Khel", "point", "PAK", "PK-KP", "North Waziristan"),
            ("North Waziristan Agency", "district", "PAK", "PK-KP", "North Waziristan"),
        ],
    ),
    (
        "Gunmen attacked a post in D.I. Khan.",
        [("D.I. Khan", "district", "PAK", "PK-KP", "Dera Ismail Khan")],
    ),
    (
        "A jeep was blown up in DI Khan.",
        [("DI Khan", "district", "PAK", "PK-KP", "Dera Ismail Khan")],
    ),
    ("The Chaman crossing was shut.", [("Chaman", "point", "PAK", "PK-BA", "Chaman")]),
    (
        "Rockets landed in Dand-i-Patan.",
        [("Dand-i-Patan", "district", "AFG", "AF-PIA", "Dand Patan")],
    ),
    ("Rockets landed in Dand Patan.", [("Dand Patan", "district", "AFG", "AF-PIA", "Dand Patan")]),
    (
        "A trader was killed in Angur Adda.",
        [("Angur Adda", "point", "PAK", "PK-KP", "South Waziristan")],
    ),
    ("Hyderabad lies in Sindh, and police in Hyderabad, Sindh, were called.", None),
    (
        "A bomb exploded in Zinjibar in the Yemeni province of Abyan.",
        [
            ("Zinjibar", "point", "YEM", "YE-AB", None),
            ("Yemeni", "country", "YEM", None, None),
            ("Abyan", "adm1", "YEM", "YE-AB", None),
        ],
    ),
    ("Tribesmen met in Hadramout province.", [("Hadramout", "adm1", "YEM", "YE-HD", None)]),
    ("A car bomb shook Mogadishu.", [("Mogadishu", "point", "SOM", None, None)]),
    ("The strike hit a house in Shabwa.", [("Shabwa", "adm1", "YEM", "YE-SH", None)]),
    (
        "Two farmers were shot in the Zangwal area of Jani Khel tehsil, Bannu.",
        [
            ("Zangwal", "point", "PAK", "PK-KP", "Bannu"),
            ("Jani Khel", "point", "PAK", "PK-KP", "Bannu"),
            ("Bannu", "district", "PAK", "PK-KP", "Bannu"),
        ],
    ),
    (
        "Raiders burned the village of Torkandi in Kunar.",
        [("Torkandi", "point", "AFG", "AF-KNR", None), ("Kunar", "adm1", "AFG", "AF-KNR", None)],
    ),
    (
        "Shah Alam, Wana, South Waziristan: a house was hit.",
        [
            ("Shah Alam", "point", "PAK", "PK-KP", "South Waziristan"),
            ("Wana", "point", "PAK", "PK-KP", "South Waziristan"),
            ("South Waziristan", "district", "PAK", "PK-KP", "South Waziristan"),
        ],
    ),
    ("Troops combed Tank district.", [("Tank", "district", "PAK", "PK-KP", "Tank")]),
    (
        "Five were killed in Bagh, Azad Kashmir.",
        [
            ("Bagh", "district", "PAK", "PK-JK", "Bagh"),
            ("Azad Kashmir", "adm1", "PAK", "PK-JK", None),
        ],
    ),
    (
        "A RAID IN NANGARHAR PROVINCE KILLED TWO MEN, KABUL RADIO SAID ON SUNDAY.",
        [
            ("NANGARHAR", "adm1", "AFG", "AF-NAN", None),
            ("KABUL", "district", "AFG", "AF-KAB", "Kabul"),
        ],
    ),
    (
        "Sana’a was calm, but Ma'rib was not.",
        [("Sana’a", "adm1", "YEM", "YE-SN", None), ("Ma'rib", "adm1", "YEM", "YE-MA", None)],
    ),
]

# text and words that must not come out as a place with the role of a location
NOT_PLACES = [
    ("The Balochistan Liberation Army issued a statement.", "Balochistan"),
    ("Tehreek-e-Taliban Pakistan denied it.", "Pakistan"),
    ("A tank rolled past. Tank crews slept.", "Tank"),
    ("Mr Jordan spoke to reporters.", "Jordan"),
    ("Nice weather helped the search.", "Nice"),
    ("March was the worst month.", "March"),
    ("Reading the list took an hour.", "Reading"),
    ("Islamabad-based analysts disagreed.", "Islamabad"),
    ("Relations between Kabul and Islamabad are tense.", "Kabul"),
    ("Relations between Kabul and Islamabad are tense.", "Islamabad"),
    ("Islamabad has accused its neighbour again.", "Islamabad"),
    ("Kabul denied the charge.", "Kabul"),
    ("Pakistani soldiers were on patrol.", "Pakistani"),
    ("Pakistan’s military gave no details.", "Pakistan"),
    ("An Afghan refugee was hurt.", "Afghan"),
    ("The group is based in Islamabad.", "Islamabad"),
    ("Mohammed al-Sabri led the cell.", "Sabri"),
    ("Commander Haji Farah was unhurt.", "Farah"),
    ("The Pakistan Army said so.", "Pakistan"),
    ("They ask us to wait.", "us"),
    ("It was the first time in mali trade.", "mali"),
    ("US forces left the base.", "US"),
    ("U.S. drones circled overhead.", "U.S."),
    ("The Sindh Police opened an inquiry.", "Sindh"),
    ("Military forces of Pakistan took part.", "Pakistan"),
    ("Indian jets took off.", "Indian"),
    ("The Khyber News crew was stopped.", "Khyber"),
    ("He won a car in a raffle.", "car"),
    ("A man was shot in San Francisco del Rincon.", "San Francisco"),
    ("The spokesman, Attaullah Khogyani, was asked.", "Khogyani"),
    ("It raised money on the U.S. capital markets.", "U.S. capital"),
    ("They hid in Rahmat's neighbourhood.", "Rahmat's"),
    ("A Christmas market opened at a Christmas Market.", "Christmas"),
]


def _located(text: str) -> list[tuple]:
    return [
        (p.reported, p.precision, p.country, p.adm1, p.adm2_name)
        for p in find_places(text, split(text))
    ]


@pytest.mark.parametrize(("text", "expected"), [c for c in FOUND if c[1]])
def test_places_are_found_and_resolved(text, expected):
    assert _located(text) == expected


@pytest.mark.parametrize(("text", "words"), NOT_PLACES)
def test_what_is_no_location(text, words):
    found = find_places(text, split(text))
    assert [p for p in found if p.reported == words and p.role in ("location", "dateline")] == []


def test_a_namesake_goes_with_the_country_spoken_of():
    sindh = find_places("Sindh police held a man in Hyderabad.", ())
    india = find_places("Indian police in Telangana, India, held a man in Hyderabad.", ())
    assert sindh[-1].country == "PAK"
    assert india[-1].country == "IND"


def test_soil_and_side_make_a_people_a_place():
    text = "Pakistani jets struck targets on Afghan soil."
    roles = {p.reported: p.role for p in find_places(text, split(text))}
    assert roles == {"Pakistani": "demonym", "Afghan": "location"}


def test_the_people_before_a_town_tell_its_country():
    text = "Troops left the northern Iraqi town of Zarmah."
    assert [p.country for p in find_places(text, split(text)) if p.reported == "Zarmah"] == ["IRQ"]


def test_datelines_are_told_apart():
    text = "QUETTA (Border Wire) – Two men were shot in Mastung on Monday."
    roles = {p.reported: p.role for p in find_places(text, split(text))}
    assert roles == {"QUETTA": "dateline", "Mastung": "location"}


def test_no_country_is_taken_from_the_topic():
    text = "Militants attacked a checkpoint near Zorbandi village. Taliban fighters died."
    assert {p.country for p in find_places(text, split(text))} <= {None}


@pytest.mark.parametrize("unit", ["Kabul, ", "in A-", "near Al-A-A A ", "(", "Khyber ", "of the "])
def test_hostile_text_takes_linear_time(unit):
    text = unit * 8_000
    started = time.perf_counter()
    found = find_places(text, split(text))
    assert time.perf_counter() - started < 12
    assert all(text[p.start : p.end] == p.reported for p in found)


def test_the_agency_of_a_dateline_is_no_place():
    text = "ZHOB, Pakistan (Bannu Press) – Gunmen fired at a van in the town, police said."
    names = [p.reported for p in find_places(text, split(text))]
    assert "Bannu" not in names and "ZHOB" in names
    text = "He came from Zhob (Balochistan) on Friday and went to Bannu."
    names = [p.reported for p in find_places(text, split(text))]
    assert {"Zhob", "Balochistan", "Bannu"} <= set(names)
