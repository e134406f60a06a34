"""Assembling: period, scope, and what goes on from one figure to the next."""

import re
from datetime import date

import pytest

from analysis.context import find_actors, find_places
from analysis.dates import tag
from analysis.figures.assemble import assemble
from analysis.records import Document, Finding, content_id
from analysis.text import split

PUBLISHED = date(2024, 6, 15)  # a Saturday


def _document(text: str, published: date | None = PUBLISHED) -> Document:
    sentences = split(text)
    return Document(
        "a",
        text,
        published,
        sentences,
        tag(text, sentences, published=published),
        find_places(text, sentences),
        find_actors(text, sentences, published=published),
    )


def _find(document: Document, spec: str) -> Finding:
    """A finding from "number|trigger|measure|form"; the trigger is sought near the number."""
    number, trigger, measure, form = (*spec.split("|"), "count")[:4]
    start = document.text.index(number)
    at = min(
        (m.start() for m in re.finditer(re.escape(trigger), document.text)),
        key=lambda place: abs(place - start),
    )
    sentence = next(s.index for s in document.sentences if start < s.end)
    return Finding(
        sentence,
        start,
        start + len(number),
        measure,
        form,
        1,
        1,
        1,
        "exact",
        "person",
        "test",
        at,
        at + len(trigger),
    )


def _figures(text: str, *specs: str, published: date | None = PUBLISHED):
    document = _document(text, published)
    return assemble(document, [_find(document, spec) for spec in specs])


# text, finding, period start, period end, scope
PERIODS = [
    (
        "About 9,000 people came back from Pakistan in April 2024.",
        "9,000|came|returned",
        "2024-04-01",
        "2024-04-30",
        "period",
    ),
    (
        "Monitors counted 521 attacks in 2023.",
        "521|attacks|attacks",
        "2023-01-01",
        "2023-12-31",
        "period",
    ),
    (
        "Some 90 people were killed in May 2024 across the province.",
        "90|killed|killed",
        "2024-05-01",
        "2024-05-31",
        "period",
    ),
    (
        "A bomb killed nine people in Quetta on 3 June 2024.",
        "nine|killed|killed",
        "2024-06-03",
        "2024-06-03",
        "incident",
    ),
    (
        "On 3 June 2024, gunmen shot four men dead.",
        "four|dead|killed",
        "2024-06-03",
        "2024-06-03",
        "incident",
    ),
    (
        "Since November 2023, 500,000 people have returned.",
        "500,000|returned|returned",
        "2023-11-01",
        "2024-06-15",
        "cumulative",
    ),
    (
        "Attacks fell: 306 in 2022 against 521 attacks in 2023.",
        "306|Attacks|attacks",
        "2022-01-01",
        "2022-12-31",
        "period",
    ),
    (
        "In 2021 there were 207 attacks; in 2022 there were 262.",
        "262|attacks|attacks",
        "2022-01-01",
        "2022-12-31",
        "period",
    ),
    (
        "In all 335 died in the attacks of 2021, 419 in those of 2022.",
        "419|died|killed",
        "2022-01-01",
        "2022-12-31",
        "period",
    ),
    (
        "Between 1 January and 17 March, 179 attacks took place.",
        "179|attacks|attacks",
        "2024-01-01",
        "2024-03-17",
        "period",
    ),
    (
        "From October 2023 up to the end of March 2024, some 600,000 people came home.",
        "600,000|came|returned",
        "2023-10-01",
        "2024-03-31",
        "period",
    ),
    (
        "Since May 2023 until the second quarter of 2024, 1,900 families left the valley.",
        "1,900|left|displaced",
        "2023-05-01",
        "2024-06-30",
        "period",
    ),
    (
        "The worst since August 2023, when a bomb killed 54 people, it shook the town.",
        "54|killed|killed",
        "2023-08-01",
        "2023-08-31",
        "incident",
    ),
    (
        "A strike on 18 March 2024 killed eight. Three houses were destroyed.",
        "Three|destroyed|houses_destroyed",
        "2024-03-18",
        "2024-03-18",
        "incident",
    ),
    (
        "Gunmen attacked a bus on 11 June 2024. Seven people were killed.",
        "Seven|killed|killed",
        "2024-06-11",
        "2024-06-11",
        "incident",
    ),
    (
        "Seven people were killed. Gunmen attacked the bus on 11 June 2024.",
        "Seven|killed|killed",
        "2024-06-11",
        "2024-06-11",
        "incident",
    ),
    (
        "On 10 May 2024 a delegation came. Just days before the visit, a raid killed 16.",
        "16|killed|killed",
        "2024-05-03",
        "2024-05-09",
        "incident",
    ),
    (
        "Men dug on 9 June 2024, a day after jets bombed a village. In all 41 were killed.",
        "41|killed|killed",
        "2024-06-08",
        "2024-06-08",
        "incident",
    ),
    (
        "The toll of the bombing on 7 June 2024 stood at 26 on 9 June 2024.",
        "26|toll|killed",
        "2024-06-07",
        "2024-06-07",
        "incident",
    ),
    (
        "Seven people were killed when a bomb went off.",
        "Seven|killed|killed",
        "2024-06-14",
        "2024-06-15",
        "incident",
    ),
    (
        "The army carries out 169 operations per day.",
        "169|operations|operations|rate",
        None,
        None,
        "period",
    ),
    ("About 3 million people live in camps.", "3 million|live|refugees", None, None, "period"),
    (
        "Killings rose 23 percent in 2023.",
        "23 percent|Killings|killed|change",
        "2023-01-01",
        "2023-12-31",
        "period",
    ),
    (
        "So far this year 1,200 people have been deported.",
        "1,200|deported|deported",
        "2024-01-01",
        "2024-06-15",
        "period",
    ),
    ("So far 1,200 people have fled.", "1,200|fled|displaced", None, None, "cumulative"),
]


@pytest.mark.parametrize(("text", "spec", "start", "end", "scope"), PERIODS)
def test_period_and_scope(text, spec, start, end, scope):
    (figure,) = _figures(text, spec)
    got = (figure.period_start, figure.period_end)
    want = tuple(date.fromisoformat(day) if day else None for day in (start, end))
    assert (*got, figure.scope) == (*want, scope)


def test_a_flow_up_to_a_day_of_the_year():
    document = _document("By 30 April, 2,300 people had been deported this year.")
    finding = _find(document, "2,300|deported|deported")._replace(stock_flow="flow")
    (figure,) = assemble(document, [finding])
    assert (figure.period_start, figure.period_end) == (date(2024, 1, 1), date(2024, 4, 30))
    assert figure.scope == "cumulative"


def test_statistics_go_on_in_the_next_sentence():
    text = (
        "Data of the Khyber Peace Centre show that Pakistan saw 521 attacks in 2023. "
        "These incidents cost 852 lives, 358 of them policemen. "
        "In Kabul the weather was fine. A bomb in Herat killed two people on 1 June 2024."
    )
    attacks, lives, police, two = _figures(
        text, "521|attacks|attacks", "852|lives|killed", "358|lives|killed", "two|killed|killed"
    )
    for figure in (attacks, lives, police):
        assert figure.claimant == "Khyber Peace Centre"
        assert figure.certainty == "attributed"
        assert figure.scope == "period"
        assert figure.country == "PAK"
        assert figure.period_start == date(2023, 1, 1)
    assert (two.claimant, two.country, two.scope) == (None, "AFG", "incident")


def test_the_same_period():
    text = "In 2023, 925 militants were killed. In the same period 383 soldiers died."
    _, soldiers = _figures(text, "925|killed|killed", "383|died|killed")
    assert (soldiers.period_start, soldiers.scope) == (date(2023, 1, 1), "period")


def test_a_new_claim_is_not_taken_over():
    text = "Police said nine people died. Another bomb killed two. The army was on alert."
    nine, two = _figures(text, "nine|died|killed", "two|killed|killed")
    assert nine.claimant == "Police"
    assert two.certainty in ("asserted", "attributed")
    text = "Police said nine people died. A bus crash killed two in Kabul."
    assert _figures(text, "nine|died|killed", "two|killed|killed")[1].claimant is None


def test_rows_keep_the_order_of_findings_and_their_parts():
    document = _document("Nine people died, four of them children.")
    four, nine = _find(document, "four|died|killed"), _find(document, "Nine|died|killed")
    first, second = assemble(document, [four._replace(part_of=1), nine])
    assert (first.reported, second.reported) == ("four", "Nine")
    assert first.part_of == second.figure_id


def test_what_a_detector_decided_stays():
    document = _document("Officials said no one was killed.")
    finding = _find(document, "no one|killed|killed")._replace(certainty="negated")
    assert assemble(document, [finding])[0].certainty == "negated"


def test_the_date_id_is_that_of_the_dates_table():
    document = _document("A bomb killed nine people on 3 June 2024.")
    (figure,) = assemble(document, [_find(document, "nine|killed|killed")])
    when = document.dates[0]
    assert figure.date_id == content_id("d", "a", when.start, when.end)


def test_without_a_publication_date_nothing_is_made_up():
    (figure,) = _figures("Seven people were killed.", "Seven|killed|killed", published=None)
    assert (figure.period_start, figure.period_end, figure.date_id) == (None, None, None)
    (figure,) = _figures(
        "Since May 2022, 40 people were killed.", "40|killed|killed", published=None
    )
    assert (figure.period_start, figure.period_end) == (date(2022, 5, 1), None)
