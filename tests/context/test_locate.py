"""Where it happened: the place of what a text tells at some offsets."""

import pytest

from analysis.context import find_places, locate
from analysis.records import Document
from analysis.text import split


def _at(text: str, words: str):
    sentences = split(text)
    document = Document("a", text, None, sentences, (), find_places(text, sentences))
    start = text.index(words)
    return locate(document, start, start + len(words))


# text, words told, place, country, adm1_name, adm2_name
CASES = [
    (
        "An ambush in South Waziristan cost 17 Pakistani soldiers their lives.",
        "17",
        "South Waziristan",
        "PAK",
        "Khyber Pakhtunkhwa",
        "South Waziristan",
    ),
    ("Pakistani air raids on Afghan soil killed 46 people.", "46", "Afghan", "AFG", None, None),
    (
        "Gunmen shot three men at Pasni town (Gwadar district, Balochistan).",
        "three",
        "Pasni",
        "PAK",
        "Balochistan",
        "Gwadar",
    ),
    (
        "The blast in Kabul killed nine, officials in Islamabad said.",
        "nine",
        "Kabul",
        "AFG",
        "Kabul",
        "Kabul",
    ),
    (
        "A man hurt in the bombing in Mir Ali, North Waziristan, died in hospital in Bannu.",
        "bombing",
        "Mir Ali",
        "PAK",
        "Khyber Pakhtunkhwa",
        "North Waziristan",
    ),
    (
        "Mortars hit Spera district, Khost. Seven people were killed.",
        "Seven",
        "Spera",
        "AFG",
        "Khost",
        "Spera",
    ),
    (
        "QUETTA: Seven people were killed on Monday.",
        "Seven",
        "QUETTA",
        "PAK",
        "Balochistan",
        "Quetta",
    ),
    (
        "Seven people were killed when a bomb went off.\nThe bomb went off in Lashkar Gah.",
        "Seven",
        "Lashkar Gah",
        "AFG",
        "Helmand",
        "Lashkar Gah",
    ),
    (
        "A bus was stopped in Musakhail, Balochistan, and 23 travellers were shot.",
        "23",
        "Musakhail",
        "PAK",
        "Balochistan",
        "Musakhel",
    ),
    (
        "In Kunar, the governor reported six dead in Dangam district.",
        "six",
        "Dangam",
        "AFG",
        "Kunar",
        "Dangam",
    ),
    (
        "A strike in the Azan district of Shabwah killed four.",
        "four",
        "Azan",
        "YEM",
        "Shabwah",
        None,
    ),
    (
        "Four fighters died in clashes in Kismayo, Somalia.",
        "Four",
        "Kismayo",
        "SOM",
        "Lower Juba",
        None,
    ),
    (
        "Ten troops died in Hesarak area of Rukha district, Panjshir.",
        "Ten",
        "Hesarak",
        "AFG",
        "Panjshir",
        "Rukha",
    ),
    (
        "Two men were killed in Ali Khel, Miranshah, North Waziristan.",
        "Two",
        "Ali Khel",
        "PAK",
        "Khyber Pakhtunkhwa",
        "North Waziristan",
    ),
    (
        "Two died in Badshah Kot, Kurram Agency.",
        "Two",
        "Badshah Kot",
        "PAK",
        "Khyber Pakhtunkhwa",
        "Kurram",
    ),
    ("383 Pakistani policemen lost their lives.", "383", "Pakistani", "PAK", None, None),
    (
        "Pakistan has received millions of people since the invasion of Afghanistan.",
        "millions",
        "Pakistan",
        "PAK",
        None,
        None,
    ),
    (
        "Twelve died in Herat while talks went on in Doha.",
        "Twelve",
        "Herat",
        "AFG",
        "Herat",
        "Herat",
    ),
    (
        "Fighting in Helmand left 30 dead; in Kandahar five were hurt.",
        "30",
        "Helmand",
        "AFG",
        "Helmand",
        None,
    ),
    (
        "Fighting in Helmand left 30 dead; in Kandahar five were hurt.",
        "five",
        "Kandahar",
        "AFG",
        "Kandahar",
        "Kandahar",
    ),
    (
        "Families that had fled Waziristan were hit in Barmal, Paktika, and 15 died.",
        "15",
        "Barmal",
        "AFG",
        "Paktika",
        "Barmal",
    ),
    ("Two were shot in Quetta's Sariab area.", "Two", "Sariab", "PAK", "Balochistan", "Quetta"),
    (
        "Shells fell on the Torkham crossing in Nangarhar, killing one.",
        "one",
        "Torkham",
        "AFG",
        "Nangarhar",
        "Mohmand Dara",
    ),
    ("Two men were shot in the Afghan capital.", "Two", "Afghan capital", "AFG", "Kabul", "Kabul"),
    (
        "Two men were shot in the capital of Balochistan.",
        "Two",
        "Balochistan",
        "PAK",
        "Balochistan",
        "Quetta",
    ),
    (
        "Three died in Paktika, and two women in Khost.",
        "two",
        "Khost",
        "AFG",
        "Khost",
        None,
    ),
    ("A mine killed a child in Khost (Matun) district.", "child", "Khost", "AFG", "Khost", "Khost"),
]


@pytest.mark.parametrize(("text", "words", "place", "country", "adm1", "adm2"), CASES)
def test_where_it_happened(text, words, place, country, adm1, adm2):
    found = _at(text, words)
    assert (found.place, found.country, found.adm1_name, found.adm2_name) == (
        place,
        country,
        adm1,
        adm2,
    )


NOWHERE = [
    "Seven people were killed when a bomb went off.",
    "Militants shot two policemen.",
    "The number of attacks rose by a third.",
    "He said that nobody was hurt.",
    "Three were wounded, a doctor said.",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_no_place_is_made_up(text):
    sentences = split(text)
    document = Document("a", text, None, sentences, (), find_places(text, sentences))
    assert locate(document, 0, 5) is None


def test_people_give_a_country_only():
    found = _at("Peshawar’s Pakistani police lost 40 men.", "40")
    assert found.country == "PAK"
    text = "383 Pakistani policemen lost their lives."
    assert _at(text, "383").adm1 is None


def test_coordinates_come_with_known_places():
    found = _at("A bomb went off in Peshawar.", "bomb")
    assert found.latitude == pytest.approx(34.0, abs=0.3)
    assert found.longitude == pytest.approx(71.5, abs=0.4)
