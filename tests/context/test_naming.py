"""The gazetteer's name for the words of a text."""

import pytest

from analysis.context import place_name

KABUL = ("AFG", "AF-KAB", "Kabul", "Kabul")
QUETTA = ("PAK", "PK-BA", "Balochistan", "Quetta")
WAZIRISTAN = ("PAK", "PK-KP", "Khyber Pakhtunkhwa", "South Waziristan")


@pytest.mark.parametrize(
    ("words", "precision", "where", "name"),
    [
        ("Afghan capital", "district", KABUL, "Kabul"),
        ("QUETTA", "district", QUETTA, "Quetta"),
        ("QUETTA", "point", QUETTA, "Quetta"),
        ("Angor Adda", "point", WAZIRISTAN, "Angoor Adda"),
        ("Dasht-e-Barchi", "point", KABUL, "Dasht-i-Barchi"),
        ("Baluchistan", "adm1", ("PAK", "PK-BA", "Balochistan", None), "Balochistan"),
        ("Goma", "adm1", ("COD", "CD-NK", "North Kivu", None), "Goma"),
        ("BEIRUT", "point", ("LBN", None, None, None), "Beirut"),
        # The gazetteer knows no such place there: the words stay.
        ("Quetta", "point", KABUL, "Quetta"),
        ("the old dyers’ market", "point", QUETTA, "the old dyers’ market"),
        ("$x$ <b>", "district", ("AFG", "AF-KNR", "Kunar", None), "$x$ <b>"),
        # Of the country nothing finer is known, whatever the word for it.
        ("Pakistani", "country", ("PAK", None, None, None), None),
        ("Islamabad", "country", ("PAK", None, None, None), None),
        (None, None, (None, None, None, None), None),
    ],
)
def test_a_place_is_named_in_one_spelling(words, precision, where, name):
    row = dict(zip(("country", "adm1", "adm1_name", "adm2_name"), where, strict=True))
    assert place_name({"place": words, "place_precision": precision, **row}) == name
