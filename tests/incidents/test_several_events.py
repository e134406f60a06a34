"""Short articles that tell several events: what joins, what parts, what is background."""

from datetime import date

import pytest

from analysis.pipeline import read_article
from analysis.records import Article

DAY = date(2024, 6, 12)  # a Wednesday
# (text, incidents); an incident is role, first day ("" where it does not matter), killed low, best,
# high, injured best
PASSAGES = [
    (  # an early count, told in the pluperfect
        "BANNU – A bomb at a bus stand in Bannu killed 31 people on Tuesday, doctors said. "
        "On Tuesday evening the same doctors had given a toll of 19.",
        [("main", "2024-06-11", 31, 31, 31, None)],
    ),
    (  # rose from
        "The death toll of the blast at a market in Kohat rose to 17 from nine in the first reports.",
        [("main", "", 17, 17, 17, None)],
    ),
    (
        "Initial reports spoke of six dead. Officials in Tank now say that 11 people were killed "
        "when a car bomb exploded on Monday.",
        [("main", "2024-06-10", 11, 11, 11, None)],
    ),
    (  # strikes in two provinces, with a sum over both
        "Jets struck two valleys of Afghanistan on Sunday. In Khost province 12 people were killed. "
        "In Kunar province the strike killed five villagers. Together 17 people died.",
        [
            ("main", "2024-06-09", 12, 12, 12, None),
            ("main", "2024-06-09", 5, 5, 5, None),
        ],
    ),
    (  # an event of another year, with its date in front
        "A suicide bomber killed eight worshippers in Peshawar on Tuesday.\n\n"
        "The quarter has been hit before. On 4 March 2022 a bomber killed 61 people in a mosque there.",
        [
            ("main", "2024-06-11", 8, 8, 8, None),
            ("background", "2022-03-04", 61, 61, 61, None),
        ],
    ),
    (
        "Gunmen shot dead four road workers in Kech on Monday. It was the worst attack in the "
        "district since January, when gunmen killed nine labourers in their tents.",
        [
            ("main", "2024-06-10", 4, 4, 4, None),
            ("background", "2024-01-01", 9, 9, 9, None),
        ],
    ),
    (  # two days, two districts
        "Two policemen were killed by a roadside bomb in Tank on Monday. In Zhob, a soldier was shot "
        "dead on Thursday last week and three others were wounded.",
        [
            ("main", "2024-06-10", 2, 2, 2, None),
            ("main", "2024-06-06", 1, 1, 1, 3),
        ],
    ),
    (  # the same day, another attack elsewhere
        "A mine killed three soldiers in North Waziristan on Tuesday. In a separate attack in Quetta "
        "gunmen killed a police officer and wounded two others.",
        [
            ("main", "2024-06-11", 3, 3, 3, None),
            ("main", "2024-06-11", 1, 1, 1, 2),
        ],
    ),
    (  # a new paragraph goes on with the event of the lead
        "Seven people were killed in a blast in Jalalabad on Tuesday.\n\nThe city has seen worse. In "
        "March 2023 gunmen killed 14 people at a shrine there.\n\nA shopkeeper said that the blast "
        "also wounded 21 people.",
        [
            ("main", "2024-06-11", 7, 7, 7, 21),
            ("background", "2023-03-01", 14, 14, 14, None),
        ],
    ),
    (  # victims by nation are added
        "The bombing at the gate of the base in Kandahar on Tuesday killed at least 20 Afghans as "
        "well as three American soldiers.",
        [("main", "2024-06-11", 23, 23, None, None)],
    ),
    (  # a woman who lost somebody is of the toll
        "Fifteen civilians were killed when shells hit Chaman on Tuesday, the army said. A schoolgirl "
        "of nine died in her bed.",
        [("main", "2024-06-11", 15, 15, 15, None)],
    ),
    (  # one house's count is no toll of the event
        "The health ministry said that 40 people were killed in the bombing in Kabul on Monday. "
        "One hospital alone received 22 bodies.",
        [("main", "2024-06-10", 40, 40, 40, None)],
    ),
    (  # a claim and the army's own account
        "Militants overran a post in South Waziristan on Sunday and killed nine soldiers. The group "
        "boasted of 20; the army says that it killed four of the men who came.",
        [("main", "2024-06-09", 13, 13, 24, None)],
    ),
    (  # each side its own losses
        "Kabul said that 30 Pakistani soldiers had been killed and that seven of its own fighters had "
        "died in the fighting on Saturday. The Pakistani army admits 12 dead and says that 90 Afghan "
        "fighters were killed.",
        [("main", "2024-06-08", 19, 19, 120, None)],
    ),
    (  # a claim about one group is no rival for the toll of all
        "Kabul says that the air strikes in Paktika on Monday killed 18 people. A Pakistani official "
        "speaks of ten militants.",
        [("main", "2024-06-10", 10, 18, 18, None)],
    ),
    (  # no event: a flood, and nobody hurt in it
        "A flood swept through a camp in Nangarhar on Sunday and five people were injured. No deaths "
        "were reported.",
        [],
    ),
    (
        "Three children are missing in the crowd at the crossing of Torkham since Monday.",
        [],
    ),
    (  # nobody hurt says nothing of the dead
        "Gunmen fired rockets at a checkpoint in Lakki Marwat on Monday night, but nobody was hurt.",
        [("main", "2024-06-10", None, None, None, 0)],
    ),
    (  # a late death is of the event told before
        "A bomb killed six people in Turbat on Thursday last week. Another of the wounded died in "
        "hospital on Tuesday.",
        [("main", "2024-06-06", 7, 7, 7, None)],
    ),
    (  # a toll over a period is no event
        "Two guards were killed in an ambush in Kurram on Tuesday. In 2023 attacks in the province "
        "killed 470 people.",
        [("main", "2024-06-11", 2, 2, 2, None)],
    ),
    (  # parts of a total in two places
        "Nine people were killed in the shelling on Sunday, officials in Kabul said: five in Paktika "
        "and four in Khost.",
        [("main", "2024-06-09", 9, 9, 9, None)],
    ),
    (  # back to the first place
        "Aircraft bombed a village in Paktia on Monday and killed 11 people. Officials in Islamabad "
        "said that five soldiers had been killed in an ambush in Bajaur on Friday. A farmer in "
        "Paktia said that his brother was killed.",
        [
            ("main", "2024-06-10", 11, 11, 11, None),
            ("main", "2024-06-07", 5, 5, 5, None),
        ],
    ),
    (  # last month, in the pluperfect
        "Mortar fire killed two farmers in Spin Boldak on Monday. The crossing had been shut for a "
        "week last month after a gunman killed a guard there on 14 May.",
        [
            ("main", "2024-06-10", 2, 2, 2, None),
            ("background", "2024-05-14", 1, 1, 1, None),
        ],
    ),
    (  # two earlier attacks in one sentence
        "A bomb killed four students in Kabul on Tuesday. On 7 May 2023 a bomb killed 33 pupils in "
        "the same quarter, and on 2 August 2023 gunmen killed eight teachers.",
        [
            ("main", "2024-06-11", 4, 4, 4, None),
            ("background", "2023-05-07", 33, 33, 33, None),
            ("background", "2023-08-02", 8, 8, 8, None),
        ],
    ),
    (  # attackers count
        "Gunmen stormed a police school in Hangu on Monday. Five recruits and all three attackers "
        "were killed, police said.",
        [("main", "2024-06-10", 8, 8, 8, None)],
    ),
    (  # a denied rumour makes nothing
        "A strike in Kunar killed six people on Sunday. Rumours that 30 people had been killed in "
        "Nuristan were denied by the governor.",
        [("main", "2024-06-09", 6, 6, 6, None)],
    ),
    (  # injured by the voice that gives the toll
        "The United Nations mission has put the toll of Monday’s bombing in Herat at 29 dead and said "
        "that 75 people were hurt. The police hold to 16 dead and 40 wounded.",
        [("main", "2024-06-10", 16, 29, 29, 75)],
    ),
    (  # an old event told alone is what the article reports
        "On 9 January 2021 gunmen killed 11 miners near Mach.",
        [("main", "2021-01-09", 11, 11, 11, None)],
    ),
]


def read(text):
    return read_article(Article("a", text, published=DAY, published_basis="given"))


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_events_of_an_article(text, expected):
    incidents = sorted(read(text).incidents, key=lambda i: i.role != "main")
    told = [
        (
            i.role,
            str(i.date_start or ""),
            i.killed_low,
            i.killed_best,
            i.killed_high,
            i.injured_best,
        )
        for i in incidents
    ]
    told = [
        row if n >= len(expected) or expected[n][1] else (row[0], "", *row[2:])
        for n, row in enumerate(told)
    ]
    assert told == expected


def test_figures_and_incidents_name_each_other():
    for text, _ in PASSAGES:
        reading = read(text)
        named = {i: inc for inc in reading.incidents for i in inc.figure_ids}
        assert len(named) == sum(len(i.figure_ids) for i in reading.incidents)
        for figure in reading.figures:
            incident = named.get(figure.figure_id)
            assert figure.incident_id == (incident and incident.incident_id)
            assert incident is None or figure.role == incident.role


def test_early_counts_are_kept_as_superseded():
    reading = read(PASSAGES[0][0])
    (incident,) = reading.incidents
    early = {f.figure_id for f in reading.figures if f.best == 19}  # noqa: PLR2004
    assert early and early <= set(incident.superseded)


def test_strikes_take_their_kind_from_the_article():
    text = (
        "Jets hit a camp in Paktika on Sunday and killed five people.\n\n"
        "A strike in Khost in April 2022 had killed 40 people."
    )
    kinds = {i.role: i.attack_type for i in read(text).incidents}
    assert kinds == {"main": "air_strike", "background": "air_strike"}
