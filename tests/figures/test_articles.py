"""Passages of articles and the figures that they tell: numbers that live on the sentence before.

Every row is the reported words and the measure, for instance "19 killed"; "19 <killed" is a part
of a total. Rows that are denied, negated or hypothetical are marked by "!". All rows of a passage
are listed, so that every passage also says what must not be counted.
"""

from datetime import date

import pytest

from analysis.figures.find import find_figures
from analysis.pipeline import read_document
from analysis.records import Article

PUBLISHED = date(2024, 6, 15)


def figures(text):
    article = Article("passage", text, published=PUBLISHED, published_basis="given")
    return find_figures(read_document(article)[1])


def rows(text):
    """The rows of a passage in short, without changes and shares."""
    made = []
    for f in figures(text):
        mark = "!" if f.certainty in ("denied", "negated", "hypothetical") else ""
        part = "<" if f.part_of else ""
        form = "" if f.form == "count" else f"{f.form} "
        made.append(f"{f.reported} {mark}{part}{form}{f.measure}")
    return made


TOLL_GOES_ON = [
    ("Violence took 2,214 lives in Pakistan last year.", ["2,214 killed"]),
    ("A mine killed two brothers, aged eight and eleven.", ["two killed"]),
    ("A boy aged nine and 12 men were killed.", ["A boy killed", "12 killed"]),
    ("Visas of 40,000 people expired in June.", []),
    (
        "Police say seven people died in the crossfire; the clinic says 11.",
        ["seven killed", "11 killed"],
    ),
    (
        "The raid killed 61 villagers, many of them children. The generals put it at 48.",
        ["61 killed", "48 killed"],
    ),
    (
        "The rebels said that they had killed 17 soldiers. The army confirmed only six.",
        ["17 killed", "six killed"],
    ),
    (
        "At least 28 people were killed in the raid. Elders said the real number was closer to 40.",
        ["At least 28 killed", "40 killed"],
    ),
    (
        "A rocket killed two shepherds. The council says 40 wells have run dry, and the mayor said "
        "12 of the pumps are broken.",
        ["two killed"],
    ),
    (
        "The blast killed five guards. The number of visitors was 340 on that day.",
        ["five killed"],
    ),
    (
        "The clash killed 14 people. The count of ballots stood at 9,000.",
        ["14 killed"],
    ),
    (
        "Officials put the death toll of the market blast at 31. On the first evening it stood "
        "at 12.",
        ["31 killed", "12 killed"],
    ),
    (
        "The bombing killed 31 people, the governor said. A day earlier his office had given 22.",
        ["31 killed", "22 killed"],
    ),
    (
        "The blast at the shrine killed 40 people, hospitals say. The police count is 28.",
        ["40 killed", "28 killed"],
    ),
    (
        "The toll of the ambush has climbed to 17 dead, well above the nine that the army still "
        "gives.",
        ["17 killed", "nine killed"],
    ),
    (
        "The number of dead rose to 33 on Monday from 26 the night before.",
        ["33 killed", "26 killed"],
    ),
    (
        "First reports spoke of six killed, later ones of 11.",
        ["six killed", "11 killed"],
    ),
    (
        "For the mosque bombing the count went from 18 dead at noon to 44 on the next day, and "
        "was then brought down to 39.",
        ["18 killed", "44 killed", "39 killed"],
    ),
    (
        "The rebels claimed to have killed 50 troops. The army admits seven.",
        ["50 killed", "seven killed"],
    ),
    (
        "Gunmen overran a checkpoint and killed nine soldiers. The group boasted of 25.",
        ["nine killed", "25 killed"],
    ),
    (
        "The ministry said the strike killed 14 people. A list in the town hall bears 19 names.",
        ["14 killed", "19 killed"],
    ),
    (
        "A shell killed four shepherds. The bazaar stood at 300 stalls before the war.",
        ["four killed"],
    ),
    (
        "The attack killed 12 people on Monday. The temperature stood at 41 degrees, and the "
        "temple has 24 steps.",
        ["12 killed"],
    ),
    (
        "A roadside bomb killed two policemen. The bus had left at 7 and carried 41 passengers.",
        ["two killed"],
    ),
    (
        "The raid left nine dead. The court put the fine at 500 rupees and the bail at 40.",
        ["nine killed"],
    ),
]

NEAREST_HEAD = [
    (
        "The mayor gave the same number of dead but put the wounded at 34, six of them in "
        "intensive care.",
        ["34 injured", "six <injured"],
    ),
    (
        "The death toll stood at nine; the number of injured was put at 21.",
        ["nine killed", "21 injured"],
    ),
    (
        "Eleven people were killed and 40 are in hospital, the rescue service said.",
        ["Eleven killed", "40 injured"],
    ),
    (
        "A blast killed three people. Nine more are being treated in two hospitals.",
        ["three killed", "Nine injured"],
    ),
    (
        "A blast killed three people. About 200 patients are in the hospital on an ordinary day.",
        ["three killed"],
    ),
]

PARTS = [
    (
        "The attack left 25 dead and 60 wounded. Eleven of the wounded are in a serious condition.",
        ["25 killed", "60 injured", "Eleven <injured"],
    ),
    (
        "Officials gave a toll of 19. The dead included four children and a doctor.",
        ["19 killed", "four <killed", "a doctor <killed"],
    ),
    (
        "Sixteen labourers were killed in their camp. Five of the victims were brothers.",
        ["Sixteen killed", "Five <killed"],
    ),
    (
        "The bomb killed 18 people. Hundreds of mourners came to the mosque. Among them were two "
        "ministers.",
        ["18 killed"],
    ),
    (
        "Forty people died in the fire-fight, the mission said. Of the dead, 15 were children.",
        ["Forty killed", "15 <killed"],
    ),
    (
        "The bomb killed 22 people. Ten of the dead were soldiers on leave.",
        ["22 killed", "Ten <killed"],
    ),
    (
        "The raid killed nine people, the elders said: four men, three women and two children.",
        ["nine killed", "four <killed", "three <killed", "two <killed"],
    ),
    (
        "Twelve people were killed, officials said: seven guards in Kurram, and five drivers in "
        "Hangu.",
        ["Twelve killed", "seven <killed", "five <killed"],
    ),
    (
        "The blast killed 18 people. A bus driver and two students are also among them.",
        ["18 killed", "A bus driver <killed", "two <killed"],
    ),
    (
        "The attack killed 16 people, according to the police. Among them were a midwife and "
        "three nurses.",
        ["16 killed", "a midwife <killed", "three <killed"],
    ),
    (
        "In 2023 the fighting killed 640 people. Of the dead, 210 belonged to the police or the "
        "army.",
        ["640 killed", "210 <killed"],
    ),
    (
        "The mission counted 61 dead, of whom 44 were boys.",
        ["61 killed", "44 <killed"],
    ),
    (
        "The raid killed seven people. Three of the visitors were merchants from Multan.",
        ["seven killed"],
    ),
    (
        "The group of 30 pilgrims set out at dawn: 12 men, ten women and eight children.",
        [],
    ),
]

VERBS_FROM_BEFORE = [
    (
        "A tribal elder named the dead of his village: a miller, and three girls.",
        ["a miller killed", "three killed"],
    ),
    (
        "Kabul says the strikes killed 40 people. An official in Islamabad speaks of more than 15 "
        "militants and of no civilian.",
        ["40 killed", "more than 15 killed"],
    ),
    (
        "The army admits 12 dead and 20 wounded, and says that more than 80 insurgents were "
        "killed.",
        ["12 killed", "20 injured", "more than 80 killed"],
    ),
    (
        "The military said that 600 militants were killed in the year and that 210 of its own "
        "men were lost.",
        ["600 killed", "210 killed"],
    ),
    (
        "Gunmen abducted four workers. A claim that a teacher had been taken with them was denied "
        "by the police.",
        ["four abducted", "a teacher !abducted"],
    ),
    (
        "A guard who was watching over the well was shot dead on Monday.",
        ["A guard killed"],
    ),
    (
        "A nurse who was treating villagers was wounded by a stray bullet.",
        ["A nurse injured"],
    ),
    (
        "Twenty children who had lost their parents on the way are still missing; in May the "
        "figure was 31.",
        ["Twenty missing", "31 missing"],
    ),
]

SERIES = [
    (
        "The institute counted 180 attacks in 2020. In 2021 there were 240; in 2022 there were "
        "310, 29 percent more than the year before.",
        ["180 attacks", "240 attacks", "310 attacks", "29 percent change attacks"],
    ),
    (
        "Sindh accounts for 60 of the attacks of 2022 and Punjab for 41.",
        ["60 attacks", "41 attacks"],
    ),
    (
        "In the raids of 2020, 150 people lost their lives, 230 in those of 2021 and 410 in those "
        "of 2022.",
        ["150 killed", "230 killed", "410 killed"],
    ),
    (
        "The attacks killed 540 people in 2021 and 610 in 2022.",
        ["540 killed", "610 killed"],
    ),
    (
        "In 2023 the attacks killed 700 people, 12 percent more than in 2022.",
        ["700 killed", "12 percent change killed"],
    ),
    (
        "The blast killed 16 people in 2021. In 2022 there were 240 schools in the district.",
        ["16 killed"],
    ),
]

RETURNS = [
    (
        "Some 210,000 people crossed back into Afghanistan in October, 60,000 in November and "
        "25,000 in December. In households, the same months show 31,000, 9,000 and 3,700.",
        [
            "Some 210,000 returned",
            "60,000 returned",
            "25,000 returned",
            "31,000 returned",
            "9,000 returned",
            "3,700 returned",
        ],
    ),
    (
        "More than 90,000 Afghans returned in May. 58 percent of those arriving were children.",
        ["More than 90,000 returned", "58 percent share returned"],
    ),
    (
        "The camp sheltered 3,000 people in June. Plans for a second camp, which would take "
        "20,000, wait for funds.",
        ["3,000 sheltered", "20,000 !sheltered"],
    ),
    (
        "About 450 families spent the night with relatives after the shelling.",
        ["About 450 displaced"],
    ),
    (
        "They fled Waziristan in 2014, and about 900 families never went back.",
        ["about 900 displaced"],
    ),
    (
        "Two million Afghans live in Pakistan, by the ministry's estimate.",
        ["Two million refugees"],
    ),
    (
        "Two million people live in Peshawar.",
        [],
    ),
    (
        "About 450 fans spent the night in the stadium.",
        [],
    ),
]

TABLES = {
    "toll goes on": TOLL_GOES_ON,
    "nearest head": NEAREST_HEAD,
    "parts": PARTS,
    "verbs from before": VERBS_FROM_BEFORE,
    "series": SERIES,
    "returns": RETURNS,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{name}: {text[:40]}")
        for name, table in TABLES.items()
        for text, expected in table
    ],
)
def test_rows(text, expected):
    assert rows(text) == expected


WHEN = [
    (
        "A bomb tore through a bus stand in Tank on Tuesday. On Wednesday the hospital gave a toll "
        "of 14.",
        "14",
        "2024-06-11",
        "2024-06-11",
    ),
    (
        "The envoy landed on 3 June. Two nights earlier, gunmen had stormed a camp and killed 19 "
        "guards. The rebels boasted of 40. Six more guards were wounded.",
        "Six",
        "2024-06-01",
        "2024-06-01",
    ),
    (
        "On 4 June it was the turn of a village in Kunar. The governor says that the raid there "
        "killed nine people.",
        "nine",
        "2024-06-04",
        "2024-06-04",
    ),
    (
        "Nobody has forgotten the blasts of March. The bombs killed 33 people in Quetta.",
        "33",
        "2024-03-01",
        "2024-03-31",
    ),
    (
        "The fighting began on 5 June. On the day before the fighting, four drivers had been "
        "killed in Hangu.",
        "four",
        "2024-06-04",
        "2024-06-04",
    ),
    (
        "Covering 1 March 2024 to 31 May 2024\n\n• 80,000 people have gone back to Afghanistan "
        "since the campaign began in October 2023.",
        "80,000",
        "2023-10-01",
        "2024-05-31",
    ),
    (
        "Some 50,000 people crossed back into Afghanistan in March and 20,000 in April. In "
        "households, the two months show 7,000 and 3,100.",
        "3,100",
        "2024-04-01",
        "2024-04-30",
    ),
    (
        "The institute counted 180 attacks in 2020. In 2021 there were 240.",
        "240",
        "2021-01-01",
        "2021-12-31",
    ),
    (
        "Kabul counts by its own calendar: the report for 1402 AH is out. In 1401 bombs killed "
        "310 people.",
        "310",
        "2022-03-21",
        "2023-03-20",
    ),
]

WHERE = [
    (
        "PESHAWAR (Wire) – A monitoring group in Peshawar counted 61 attacks in Pakistan in May.",
        "61",
        ("Pakistan", None),
    ),
    (
        "ISLAMABAD (Wire) – In 2023 the attacks killed 700 people, the year of the bombing in "
        "Hangu. Pakistan had not seen as many in ten years.",
        "700",
        ("Pakistan", None),
    ),
    (
        "Sindh accounts for 60 of the attacks of 2022 and Punjab for 41.",
        "60",
        ("Sindh", "Sindh"),
    ),
    (
        "Sindh accounts for 60 of the attacks of 2022 and Punjab for 41.",
        "41",
        ("Punjab", "Punjab"),
    ),
    (
        "Officials said that 9,000 people returned through Torkham and 4,000 through Spin Boldak.",
        "4,000",
        ("Spin Boldak", "Kandahar"),
    ),
]


@pytest.mark.parametrize(("text", "reported", "start", "end"), WHEN)
def test_when(text, reported, start, end):
    found = next(f for f in figures(text) if f.reported == reported)
    assert (str(found.period_start), str(found.period_end)) == (start, end)


@pytest.mark.parametrize(("text", "reported", "place"), WHERE)
def test_where(text, reported, place):
    found = next(f for f in figures(text) if f.reported == reported)
    assert (found.place, found.adm1_name) == place


def test_groups_of_parts():
    text = "The bomb killed 22 people. Ten of the dead were soldiers on leave."
    total, part = figures(text)
    assert (part.group, part.part_of) == ("military", total.figure_id)
