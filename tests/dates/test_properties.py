"""What holds for any text: offsets, order, intervals, and independence of the surroundings."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.dates import infer_published, tag
from analysis.text import split

PIECES = [
    "on", "in", "the", "of", "a", "last", "next", "this", "that", "three", "2", "31", "1999", "the",
    "29", "February", "31 February", "May", "may", "March", "Monday", "friday", "week", "weeks",
    "year", "years", "ago", "later", "earlier", "9999999 years ago", "the end of", "mid-", "late",
    "early", "1990s", "'98", "19th century", "Q3", "third quarter", "12:30", "25:61", "a.m.", "GMT",
    "2024-13-45", "03/04/2021", "23/12/2024", "AH", "1400 AH", "9999 AH", "Ramadan", "Eid al-Fitr",
    "0000", "330 BC", "every", "per day", "twice a", "now", "recently", "-", "–", ",", ".", "\n\n",
    "\u202e", "۱۴۰۰", "شنبه", "\x00", "²", "١٢ May", "fiscal 2024", "half", "and a half", "000",
]  # fmt: skip
texts = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
)
days = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def check(text, published):
    rows = tag(text, split(text), published=published)
    end = 0
    for row in rows:
        assert end <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == row.reported
        assert row.type in ("DATE", "TIME", "DURATION", "SET") and row.value and row.rule
        assert (row.date_start is None) == (row.date_end is None)
        if row.date_start is not None:
            assert row.date_start <= row.date_end
        if row.range_start is not None:
            assert row.range_start <= row.range_end
        end = row.end
    return rows


@settings(max_examples=400, deadline=None)
@given(text=texts, published=days)
def test_rows_are_sound(text, published):
    check(text, published)
    infer_published(text, split(text))


SENTENCES = [
    "The siege was lifted on 3 March 2022.",
    "Two convoys were hit in August 2021.",
    "The ceasefire held for six weeks.",
    "The border reopened yesterday.",
    "Patrols were doubled last week.",
    "Four schools closed two years ago.",
    "The road is mined every winter.",
]


@settings(max_examples=100, deadline=None)
@given(
    sentence=st.sampled_from(SENTENCES),
    before=st.sampled_from(["", "Nobody claimed it. ", "The elders met again. "]),
    after=st.sampled_from(["", " Nobody claimed it.", " The valley was calm."]),
)
def test_surroundings_do_not_matter(sentence, before, after):
    """Sentences without a date around a sentence leave its reading alone."""
    published = date(2025, 4, 22)
    alone = [
        (r.reported, r.type, r.value, r.mod)
        for r in tag(sentence, split(sentence), published=published)
    ]
    text = before + sentence + after
    placed = [
        (r.reported, r.type, r.value, r.mod) for r in tag(text, split(text), published=published)
    ]
    assert alone and placed == alone


@settings(max_examples=60, deadline=None)
@given(first=st.sampled_from(SENTENCES), second=st.sampled_from(SENTENCES))
def test_explicit_and_published_anchors_are_not_moved(first, second):
    """A dated sentence beside it changes only what hangs on the text's own dates."""
    published = date(2025, 4, 22)
    alone = [r.value for s in (first, second) for r in tag(s, split(s), published=published)]
    text = f"{first} {second}"
    assert [r.value for r in tag(text, split(text), published=published)] == alone


@pytest.mark.parametrize(
    "text",
    [
        "ago " * 10_000,
        "the last " * 5_000 + "week",
        "one hundred and " * 5_000 + "years",
        "2024 - " * 5_000,
        "May " * 10_000,
        "12/" * 10_000,
        "1,000," * 5_000,
        "a.m." * 10_000,
        "۱۴۰۰ سال " * 5_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_long_lines_take_no_time(text):
    begin = time.process_time()
    check(text, date(2025, 4, 22))
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "text",
    ["It fell on 31 February 2023.", "It fell on 29 February 2023.", "It fell 9999999 years ago."],
)
def test_impossible_dates_have_no_interval(text):
    assert all(row.date_start is None for row in check(text, date(2025, 4, 22)))
