"""Names beside marks never cover each other, a mark or the edge."""

import random

from analysis.charts.labels import Box, Mark, arrange

PAGE = Box(0, 9, 0, 6)


def crowd(count, seed=1):
    made = random.Random(seed)
    return [
        Mark(made.uniform(3, 6), made.uniform(2, 4), made.uniform(0.03, 0.3), 1.2, 0.15)
        for _ in range(count)
    ]


def test_names_of_a_crowd_cover_nothing():
    marks = crowd(40)
    found = [label for label in arrange(marks, PAGE) if label]
    assert len(found) >= 25
    boxes = [label.box for label in found]
    for number, box in enumerate(boxes):
        assert box.within(PAGE)
        assert not any(box.crosses(other) for other in boxes[:number])
        assert not any(box.crosses(mark.box) for mark in marks)


def test_a_name_stands_right_of_a_lonely_mark():
    (label,) = arrange([Mark(4, 3, 0.1, 1.2, 0.15)], PAGE)
    assert not label.moved
    assert (label.box.left > 4.1, label.box.low < 3 < label.box.high) == (True, True)


def test_a_name_at_the_edge_stands_on_the_other_side():
    (label,) = arrange([Mark(8.8, 3, 0.1, 1.2, 0.15)], PAGE)
    assert label.box.right < 8.7


def test_no_more_are_named_than_asked_for():
    marks = crowd(200, seed=2)
    found = arrange(marks, PAGE, most=3)
    assert len(found) == 200
    assert not any(found[3:]) and any(found[:3])


def test_without_room_there_is_no_name():
    assert arrange([Mark(4, 3, 0.1, 20, 0.15)], PAGE) == [None]
