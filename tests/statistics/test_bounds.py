"""Sums and agreements of low, best and high."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics.bounds import Bounds, agree, total


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([Bounds(3, 3, 3), Bounds(4, 4, 4)], Bounds(7, 7, 7)),
        ([Bounds(3, 3, 3), Bounds(46, 46, None)], Bounds(49, 49, None)),  # at least 46
        ([Bounds(3, 3, 3), Bounds(None, 70, 70)], Bounds(3, 73, 73)),  # up to 70
        ([Bounds(3, 3, 3), Bounds(20, None, 30)], Bounds(23, None, 33)),  # a range: no best
        ([Bounds(24, None, None)], Bounds(24, None, None)),  # dozens
        ([], Bounds()),
    ],
)
def test_sums_keep_open_ends_open(parts, expected):
    assert total(parts) == expected


def test_a_sum_refuses_what_is_wholly_unknown():
    with pytest.raises(ValueError, match="nothing is known"):
        total([Bounds(1, 1, 1), Bounds()])


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        ([Bounds(14, 14, 14), Bounds(26, 26, 26)], Bounds(14, 26, 26)),  # the toll rose
        ([Bounds(53, 53, 53), Bounds(25, 25, 25)], Bounds(25, 25, 53)),  # the last one prefers less
        ([Bounds(14, 14, None), Bounds(24, 24, 24)], Bounds(14, 24, 24)),  # a later one closes it
        ([Bounds(20, 20, 20), Bounds(46, 46, None)], Bounds(20, 46, None)),  # 46 or more stays open
        ([Bounds(46, 46, 46), Bounds(None, 30, 30)], Bounds(None, 30, 46)),  # up to 30
        ([Bounds(20, None, 30), Bounds()], Bounds(20, None, 30)),
        ([Bounds(), Bounds()], Bounds()),
        ([Bounds(0, 0, 0)], Bounds(0, 0, 0)),
    ],
)
def test_tellings_of_one_event(tellings, expected):
    assert agree(tellings) == expected


number = st.integers(0, 1000)


@st.composite
def bounds(draw):
    low, best, high = sorted(draw(st.tuples(number, number, number)))
    kind = draw(st.sampled_from(["exact", "at_least", "at_most", "range", "vague", "all"]))
    return {
        "exact": Bounds(best, best, best),
        "at_least": Bounds(best, best, None),
        "at_most": Bounds(None, best, best),
        "range": Bounds(low, None, high),
        "vague": Bounds(low, None, None),
        "all": Bounds(low, best, high),
    }[kind]


@given(st.lists(bounds(), min_size=1, max_size=6))
def test_ends_stay_in_order(parts):
    for made in (total(parts), agree(parts)):
        known = [value for value in made if value is not None]
        assert known == sorted(known)
    assert (total(parts).high is None) == any(part.high is None for part in parts)
    assert (total(parts).best is None) == any(part.best is None for part in parts)
