"""What a review of a month or a half year counts, and what it tells of single events."""

from datetime import date

from analysis.figures.find import find_figures
from analysis.pipeline import read_document
from analysis.records import Article

REVIEW = """\
Marwand Institute for Security, monthly bulletin
June 4, 2024

PESHAWAR – The Marwand Institute recorded 58 militant attacks across Pakistan in May 2024, it said in its \
bulletin on Tuesday. The number was 12 percent less than the 66 attacks of April.

The attacks killed 91 people. Another 140 persons were wounded. In the month before, 104 people had been killed.

Balochistan saw 21 attacks and 30 deaths. On May 17, gunmen stopped a bus near Nushki and shot dead nine \
labourers. Five days later, a roadside bomb killed three Levies men in Mastung.

The institute also lists 33 operations for the month, in which 70 militants were killed.

A clash in Tank left four policemen dead on Sunday.
"""


def _figures(text: str, published: date) -> dict[str, tuple]:
    article = Article("review", text, published=published, published_basis="given")
    return {
        f"{row.reported} {row.measure}": (str(row.period_start), str(row.period_end), row.scope)
        for row in find_figures(read_document(article)[1])
    }


MAY = ("2024-05-01", "2024-05-31", "period")


def test_tallies_without_a_date_belong_to_the_month_reviewed():
    rows = _figures(REVIEW, date(2024, 6, 4))
    for name in (
        "58 attacks",
        "91 killed",
        "140 injured",
        "30 killed",
        "33 operations",
        "70 killed",
    ):
        assert rows[name] == MAY, name


def test_the_month_compared_with_is_its_own():
    rows = _figures(REVIEW, date(2024, 6, 4))
    assert rows["104 killed"] == ("2024-04-01", "2024-04-30", "period")


def test_events_told_within_a_review_keep_their_day():
    rows = _figures(REVIEW, date(2024, 6, 4))
    assert rows["nine killed"] == ("2024-05-17", "2024-05-17", "incident")
    assert rows["three killed"] == ("2024-05-22", "2024-05-22", "incident")
    assert rows["four killed"] == ("2024-06-02", "2024-06-02", "incident")


def test_news_of_one_event_is_no_review():
    text = (
        "MINGORA – A bomb killed six people in a bazaar on Monday, police said. "
        "The Swat Observatory recorded 58 attacks in May 2024. Eleven people were wounded."
    )
    rows = _figures(text, date(2024, 6, 4))
    assert rows["six killed"][2] == rows["Eleven injured"][2] == "incident"
    assert rows["58 attacks"] == MAY


def test_a_date_at_the_head_of_a_sentence_holds_for_all_of_it():
    text = (
        "On May 24, jets struck two villages of Barmal; Kabul said 31 people were killed, while an "
        "official in Islamabad spoke of 12 insurgents killed. A shop burnt down on June 1."
    )
    rows = _figures(text, date(2024, 6, 4))
    assert rows["31 killed"][0] == rows["12 killed"][0] == "2024-05-24"


def test_the_day_since_which_nothing_was_worse():
    text = "Sunday's raid was the worst since May 4, when 18 people died in Bannu."
    assert _figures(text, date(2024, 6, 4))["18 killed"][0] == "2024-05-04"


def test_the_toll_of_a_war_is_no_event_of_the_day_named_last():
    text = (
        "The last column left on 15 February 1989. The general staff admits to 14,453 dead soldiers."
        "\n\nOn 9 May 2024 an earthquake shook Herat. Some 1,480 people died."
    )
    rows = _figures(text, date(2024, 6, 4))
    assert rows["14,453 killed"] == ("None", "None", "period")
    assert rows["Some 1,480 killed"] == ("2024-05-09", "2024-05-09", "incident")
