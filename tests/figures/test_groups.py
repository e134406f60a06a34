import pytest

from analysis.figures.groups import group_of, noun, plural_of


@pytest.mark.parametrize(
    ("phrase", "group"),
    [
        ("Pakistani security personnel", "security_forces"),
        ("personnel of application of the law", "police"),
        ("members of a militia", "militant"),
        ("members of the local council", "official"),
        ("army captain", "military"),
        ("women from Paktika", "woman"),
        ("suicide bomber", "perpetrator"),
        ("people", None),
        ("goats", None),
    ],
)
def test_group_of(phrase, group):
    assert group_of(phrase) == group


def test_plurals_and_numbers():
    assert [plural_of(w) for w in ("policeman", "body", "worker", "german")] == [
        "policemen",
        "bodies",
        "workers",
        "germans",
    ]
    assert noun("Soldiers").number == "plural"
    assert noun("police").number == "plural"
    assert noun("tractor") is None
