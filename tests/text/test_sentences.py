"""Sentences: where they end, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import split


def parts(text):
    return [text[s.start : s.end] for s in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. Three fled.", ["Two died.", "Three fled."]),
        (
            "Gen. Khan met Dr. Ali on Oct. 5. He left.",
            ["Gen. Khan met Dr. Ali on Oct. 5.", "He left."],
        ),
        ("U.S. forces left the U.S. The raid ended.", None),
        ("It cost Rs. 3.5 million. Nobody paid.", None),
        ("“We fled.” They said so.", ["“We fled.”", "They said so."]),
        ("A headline without a stop\nKABUL: The city was calm.", None),
        ("THE TOLL ROSE TO NINE. POLICE SAID SO.", ["THE TOLL ROSE TO NINE.", "POLICE SAID SO."]),
        ("in the fields.Islamabad said so.", ["in the fields.", "Islamabad said so."]),
    ],
)
def test_ends(text, expected):
    found = parts(text)
    assert found == expected if expected else len(found) == 2


def test_wrapped_lines_are_one_sentence():
    text = "POLICE SAID THAT THE ATTACK ON THE MARKET OF THE TOWN HAD LEFT\nFOUR PEOPLE DEAD."
    assert len(parts(text)) == 1


def test_an_endless_line_is_cut():
    assert max(map(len, parts("word " * 10_000))) <= 2_000


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_nothing_is_lost_and_nothing_overlaps(text):
    sentences = split(text)
    assert [s.index for s in sentences] == list(range(len(sentences)))
    last = 0
    for s in sentences:
        assert last <= s.start < s.end
        assert not text[last : s.start].strip()
        last = s.end
    assert not text[last:].strip()
