"""One table for every class of expression; the publication date is Saturday 15 June 2024."""

from datetime import date

import pytest

from analysis.dates import tag
from analysis.text import split

PUBLISHED = date(2024, 6, 15)
TABLE = {
    "days": [
        ("They met on 03/04/2021; on 25/12/2021 they met again.", "2021-04-03 2021-12-25"),
        ("Planes struck on 2024-05-24.", "2024-05-24"),
        ("The post fell on the night of 30 August.", "2023-08-30TNI"),
        ("Shots were fired on Monday and Tuesday.", "2024-06-10 2024-06-11"),
        ("The envoy is expected on Tuesday.", "2024-06-18"),
        ("Gunmen struck on Friday evening.", "2024-06-14TEV"),
        ("A boy died last night.", "2024-06-14TNI"),
        ("He was shot the day before yesterday.", "2024-06-13"),
        ("SAN MARCOS, 3 JAN 90 (AGENCY) - TROOPS MOVED IN.", "1990-01-03"),
        ("On Tuesday, 9 January 2024, the pass was shut.", "2024-01-09"),
        ("On Tuesday, 23 May they fled.", "2023-05-23"),
        ("A mine went off around 5:30pm on Monday, 11 March.", "2024-03-11T17:30"),
        ("HE SAID THAT MARCH MAY BE CALM. IN MARCH IT WAS.", "2024-03"),
    ],
    "lists and ends of ranges": [
        ("Shells fell on 3, 5 and 12 April.", "2024-04-03 2024-04-05 2024-04-12"),
        ("Raids on March 3, 9 and 11, 2023 failed.", "2023-03-03 2023-03-09 2023-03-11"),
        ("On April 3, 5 and 12 people died.", "2024-04-03"),
        ("The road was shut from late November to early January.", "2023-11 2024-01"),
        ("It rained from 20 December to 5 January.", "2023-12-20 2024-01-05"),
        ("The camp filled on the 12th of last month.", "2024-05-12"),
        ("In May 90 died, as in the same month last year.", "2024-05 2023-05"),
        ("Planes came in the early hours of Thursday.", "2024-06-13TMO"),
        ("They struck overnight on 8-9 June.", "2024-06-08 2024-06-09"),
        ("On 10 Muharram the city was shut.", "2023-07-28"),
        ("In SY 1403 aid fell.", "2024"),
        ("Since the Taliban takeover girls stay at home.", "2021-08-15"),
        ("The Taliban takeover of Kunduz came first.", ""),
    ],
    "parts of longer spans": [
        ("It fell in the second half of December.", "2023-12"),
        ("The first half of the 19th century was calm.", "18"),
        ("Pay day is the last day of June.", "2024-06-30"),
        ("The truce held for three years and a day.", "P3Y1D"),
        ("The drone came at dawn on Thursday.", "2024-06-13TMO"),
        ("Shots were heard between 7 and 8 p.m. on Friday.", "2024-06-14T19:00 2024-06-14T20:00"),
        ("He called at 9 o'clock on Friday night.", "2024-06-14T21:00"),
        ("He ruled for two decades.", "P20Y"),
        ("It asked for three days of mourning beginning Monday.", "P3D 2024-06-17"),
        ("On Tuesday the council agreed to pay.", "2024-06-11"),
        ("On Friday 14 June the mill shut, not last Friday.", "2024-06-14 2024-06-07"),
        ("They march every 24 September.", "XXXX-09-24"),
        ("The camp will open early in the new year.", "2025"),
    ],
    "weekdays and holidays from another day": [
        ("He fell ill on 3 May. The following Sunday he died.", "2024-05-03 2024-05-05"),
        ("The post was burnt last Easter.", "2024-03-31"),
        ("On Friday, when the court set aside the ruling, he was freed.", "2024-06-14"),
    ],
    "comparisons": [
        (
            "Attacks in May fell by 12 percent from April. In the month before, 9 died.",
            "2024-05 2024-04 2024-04",
        ),
        (
            "It was the worst since March 4, when two died. A week later a train was hit.",
            "2024-03-04 2024-W11",
        ),
        (
            "On Thursday it told of 90 raids in May. In the month before there were 60.",
            "2024-06-13 2024-05 2024-04",
        ),
        ("It counted 90 raids in May and 40 arrests for the month.", "2024-05 2024-05"),
        ("There were 58 fewer than a year before.", "2023"),
    ],
    "the solar year told": [
        ("In the solar year 1402 they left. By the autumn of 1402 none stayed.", "2023 2023-FA"),
        ("In the month of Hamal of this year it rained.", "2024-04"),
    ],
    "habits": [
        ("Historically, September is the worst month.", "XXXX-09"),
        ("The pass is usually shut in January.", "XXXX-01"),
        ("Prices normally fall in the third quarter.", "XXXX-Q3"),
        ("Fighting traditionally eases in the winter.", "XXXX-WI"),
        ("Each year on 15 August they march.", "P1Y XXXX-08-15"),
        ("The usually quiet town, shelled in January, is empty.", "2024-01"),
    ],
    "plans in the present tense": [
        (
            "On Tuesday, the council of elders of the northern districts plans to meet.",
            "2024-06-18",
        ),
        ("They had been talking about the slated visit in September.", "2024-09"),
        ("The governor leaves for Kabul on Sunday.", "2024-06-16"),
        ("The deadline is Monday.", "2024-06-17"),
        ("The vote is on 5 July.", "2024-07-05"),
        ("She takes office in January.", "2025-01"),
        ("If the appeal is heard in May, he stays.", "2025-05"),
        ("He came home after two visits on Monday.", "2024-06-10"),
        ("The lull (it ended on Thursday) was short.", "2024-06-13"),
        ("The camps close and the last of them empty on the 31st.", "2024-05-31"),
    ],
    "months and years": [
        ("The offensive began in late March.", "2024-03"),
        ("The road will open in September.", "2024-09"),
        ("Nine died in June last year.", "2023-06"),
        ("The law was passed last November.", "2023-11"),
        ("The dam was built in 1973.", "1973"),
        ("The uprising of 1848–1849 failed.", "1848 1849"),
        ("The famine of 1971-72 was forgotten.", "1971 1972"),
        ("By end-June 2023 the camps were empty.", "2023-06"),
        ("Fighting began in January and ended on 3 February 1943.", "2024-01 1943-02-03"),
        ("He governed between 28 November and 1 December 1943.", "1943-11-28 1943-12-01"),
    ],
    "longer and shorter": [
        ("In the first half of 2024 the toll rose.", "2024-H1"),
        ("It fell in the second and fourth quarters of last year.", "2023-Q2 2023-Q4"),
        ("The first decade of the 21st century was bloody.", "200"),
        ("The minaret was built c. 1190.", "1190"),
        ("The ban stays until at least 2026.", "2026"),
        ("By mid-morning the road was shut.", "2024-06-15TMO"),
        ("In the last quarter of 2022 it fell.", "2022-Q4"),
        ("The third quarter of 2023 was calm.", "2023-Q3"),
        ("Clans ruled in the 17th and 18th centuries.", "16 17"),
        ("In the early 1990s the city burnt.", "199"),
        ("The winter of 2019 was mild.", "2019-WI"),
        ("Schools shut last summer.", "2023-SU"),
        ("They fled in the first week of May 2023.", "2023-W18"),
        ("Talks were held last weekend.", "2024-W23-WE"),
        ("Greeks won at Salamis in September 480 BC.", "BC0480-09"),
    ],
    "counted": [
        ("He vanished three years ago.", "2021"),
        ("She came home two weeks ago.", "2024-W22"),
        ("It happened ten days ago.", "2024-06-05"),
        ("A year ago today he was freed.", "2023-06-15"),
        ("The lull lasted two years and three months.", "P2Y3M"),
        ("The drive takes two and a half hours.", "PT2H30M"),
        ("In the past six months 40 posts fell.", "P6M"),
        ("Dozens died in recent weeks.", "PXW"),
        ("The decades-long war is over.", "PXE"),
        ("Over eight years of war have passed.", "P8Y"),
        ("The first nine months of 2023 were the worst.", "P9M"),
        ("They talked for more than four hours.", "PT4H"),
    ],
    "anaphora": [
        ("The king fell on 3 May 1990. The following day his son fled.", "1990-05-03 1990-05-04"),
        ("The line was drawn in 1893. A century later it was disputed.", "1893 1993"),
        ("He rose in 1994. That year he took Kandahar.", "1994 1994"),
        ("In 2022 it was 90; in the previous year 70.", "2022 2021"),
        ("In April 1978 it fell. In March of the following year it rose.", "1978-04 1979-03"),
        ("Strikes began on 6 May. Two days later they ended.", "2024-05-06 2024-05-08"),
    ],
    "repeated": [
        ("Raids are made every week.", "P1W"),
        ("He prays each Friday.", "XXXX-WXX-5"),
        ("Convoys leave twice a month.", "P1M"),
        ("The road is cleared once every two weeks.", "P2W"),
        ("Prayers are said twice daily.", "P1D"),
        ("The agency counts 30 births per day.", "P1D"),
        ("The paper sells 900 copies a week.", "P1W"),
        ("Rations are handed out monthly.", "P1M"),
        ("Polls are held every four years.", "P4Y"),
    ],
    "time of day": [
        ("The blast came at 10:35 on Friday.", "2024-06-14T10:35"),
        ("Guards changed at 9 a.m. yesterday.", "2024-06-14T09:00"),
        ("The truce starts at noon.", "2024-06-15T12:00"),
        ("A shell hit at about 4pm local time.", "2024-06-15T16:00"),
        ("Sirens were heard at 0735 GMT.", "2024-06-15T07:35Z"),
    ],
    "other calendars": [
        ("On 24 Asad 1400 the palace was empty.", "2021-08-15"),
        ("Schools reopened in Hamal 1401.", "2022-04"),
        ("He was born in 1345 solar.", "1966"),
        ("The coup of Saur 7, 1357 was bloody.", "1978-04-27"),
        ("On 12 Ramadan 1445 the guns fell silent.", "2024-03-22"),
        ("Raids ceased on Eid al-Adha 2018.", "2018-08-21"),
        ("Nowruz 1403 was cold.", "2024-03-20"),
    ],
    "events": [
        ("The September 11 attacks changed everything.", "2001-09-11"),
        ("After the fall of Kabul banks closed.", "2021-08-15"),
        ("Supplies arrived on Christmas Eve 1941.", "1941-12-24"),
    ],
    "references": [
        ("The post is now empty.", "PRESENT_REF"),
        ("The clan recently moved.", "PAST_REF"),
        ("Peace may come in the near future.", "FUTURE_REF"),
    ],
}
NONE = [
    "The 52-year-old driver and his 5-month-old son were unhurt.",
    "He may march to the border, and the second may fall.",
    "The Six-Day War is not told here.",
    "The price of flour was 2000 rupees.",
    "About 1998 families fled.",
    "Iraq imports three-quarters of its grain.",
    "UN Resolution 2593 and Article 2003 apply.",
    "Growth was measured year-on-year.",
    "Call 0799 123456.",
    "The side won 6-3.",
    "Third-party cover costs $1998.",
    "The spring burst and the fall hurt him.",
    "She works for USA Today.",
    "They read the Daily Herald.",
]


@pytest.mark.parametrize(
    ("text", "values"), [case for cases in TABLE.values() for case in cases], ids=lambda v: v[:40]
)
def test_values(text, values):
    found = tag(text, split(text), published=PUBLISHED)
    assert [row.value for row in found] == values.split()


@pytest.mark.parametrize("text", NONE)
def test_none(text):
    assert [row.reported for row in tag(text, split(text), published=PUBLISHED)] == []


@pytest.mark.parametrize(
    ("text", "interval", "precision"),
    [
        ("Schools shut in Hamal 1401.", (date(2022, 3, 21), date(2022, 4, 20)), "month"),
        ("In solar year 1402 it rained.", (date(2023, 3, 21), date(2024, 3, 19)), "year"),
        ("Ramadan 1445 was calm.", (date(2024, 3, 11), date(2024, 4, 9)), "month"),
        ("In the third quarter of 2023 it rose.", (date(2023, 7, 1), date(2023, 9, 30)), "quarter"),
        ("The winter of 2019 was mild.", (date(2019, 12, 1), date(2020, 2, 29)), "season"),
        ("The 1980s were dark.", (date(1980, 1, 1), date(1989, 12, 31)), "decade"),
        ("It fell last week.", (date(2024, 6, 3), date(2024, 6, 9)), "week"),
        (
            "Pakistan spent less in fiscal year 2023-24.",
            (date(2023, 7, 1), date(2024, 6, 30)),
            "year",
        ),
    ],
)
def test_intervals(text, interval, precision):
    (row,) = tag(text, split(text), published=PUBLISHED)
    assert (row.date_start, row.date_end, row.precision) == (*interval, precision)


def test_ambiguous_numeric_date_says_so():
    text = "The post fell on 03/04/2021."
    (row,) = tag(text, split(text), published=PUBLISHED)
    assert (row.rule, row.date_start) == ("numeric_date_ambiguous", None)
