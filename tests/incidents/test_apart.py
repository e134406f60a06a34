"""How one article's attacks are told apart, and whose dead are counted twice."""

from datetime import date

import pytest

from analysis.pipeline import read_article
from analysis.records import Article

DAY = date(2024, 6, 12)  # a Wednesday
# (text, incidents); an incident is role, first day, killed low, best, high, injured best, kind;
# * is none, - is not compared
PASSAGES = [
    # two attacks of one place and day, and one attack with several acts
    (
        "QUETTA: Two separate attacks in Khuzdar left nine people dead on Tuesday. In the "
        "first, gunmen on motorcycles shot dead five labourers at a tea stall. In the second,"
        " a roadside bomb killed four policemen, officials said.",
        [
            ("main", "2024-06-11", 5, 5, 5, None, "shooting"),
            ("main", "2024-06-11", 4, 4, 4, None, "bombing"),
        ],
    ),
    (
        "PESHAWAR: At least eight people were killed in two incidents in Bannu on Monday. A "
        "suicide bomber killed six policemen at a checkpoint in the morning. In the evening "
        "gunmen killed two brothers in the city.",
        [
            ("main", "2024-06-10", 6, 6, 6, None, "suicide_bombing"),
            ("main", "2024-06-10", 2, 2, 2, None, "shooting"),
        ],
    ),
    (
        "A roadside bomb killed two soldiers in Miramshah on Tuesday morning. Hours later, "
        "gunmen shot dead a tribal elder in the town's bazaar.",
        [
            ("main", "2024-06-11", 2, 2, 2, None, "bombing"),
            ("main", "2024-06-11", 1, 1, 1, None, "shooting"),
        ],
    ),
    (
        "Gunmen shot dead a polio worker in Tank on Tuesday. In another incident in the town,"
        " a hand grenade wounded four shopkeepers.",
        [
            ("main", "2024-06-11", 1, 1, 1, None, "shooting"),
            ("main", "2024-06-11", None, None, None, 4, "bombing"),
        ],
    ),
    (
        "KANDAHAR: A bomb hidden in a handcart killed three people in Kandahar city on Monday"
        " morning, police said. In the afternoon, unknown gunmen killed a cleric outside his "
        "house in the same city.",
        [
            ("main", "2024-06-10", 3, 3, 3, None, "bombing"),
            ("main", "2024-06-10", 1, 1, 1, None, "shooting"),
        ],
    ),
    (
        "Seven people were killed in separate attacks in Kech and Panjgur on Sunday. In Kech,"
        " gunmen killed four construction workers. In Panjgur, a bomb planted by the road "
        "killed three soldiers of the Frontier Corps.",
        [
            ("main", "2024-06-09", 4, 4, 4, None, "shooting"),
            ("main", "2024-06-09", 3, 3, 3, None, "bombing"),
        ],
    ),
    (
        "Gunmen attacked a convoy in Kech on Monday and killed six soldiers. A second bomb "
        "went off when rescuers arrived and killed three of them.",
        [
            ("main", "2024-06-10", 9, 9, 9, None, "armed_clash"),
        ],
    ),
    (
        "Militants stormed a police post in Bannu on Monday night, killing three policemen. "
        "Two attackers were shot dead in the gunfight that followed, and a soldier died when "
        "a roadside bomb hit the reinforcements.",
        [
            ("main", "2024-06-10", 6, 6, 6, None, "armed_clash"),
        ],
    ),
    (
        "Militants attacked a check post in Dera Ismail Khan on Tuesday, killing two "
        "policemen. In a separate operation in the district, security forces killed five "
        "militants.",
        [
            ("main", "2024-06-11", 2, 2, 2, None, "armed_clash"),
            ("main", "2024-06-11", 5, 5, 5, None, "raid"),
        ],
    ),
    # an attack recalled beside another
    (
        "PESHAWAR: A bomb killed three people in a bazaar in Bajaur on Tuesday. The attack "
        "came two days after five policemen were killed in an ambush in the same district.",
        [
            ("main", "2024-06-11", 3, 3, 3, None, "bombing"),
            ("background", "2024-06-09", 5, 5, 5, None, "armed_clash"),
        ],
    ),
    (
        "Gunmen killed a policeman in Tank on Tuesday. The shooting came a day after two "
        "soldiers were killed in a bomb blast in the area.",
        [
            ("main", "2024-06-11", 1, 1, 1, None, "shooting"),
            ("background", "2024-06-10", 2, 2, 2, None, "bombing"),
        ],
    ),
    (
        "A blast in a mosque in Kunduz killed 14 worshippers on Tuesday. It comes less than a"
        " week after gunmen shot dead six people in a shrine in the province.",
        [
            ("main", "2024-06-11", 14, 14, 14, None, "bombing"),
            ("background", "2024-06-04", 6, 6, 6, None, "shooting"),
        ],
    ),
    (
        "Six soldiers were killed in an ambush in South Waziristan on Monday. The attack "
        "follows the killing of four policemen in the district on Saturday.",
        [
            ("main", "2024-06-10", 6, 6, 6, None, "armed_clash"),
            ("background", "2024-06-08", 4, 4, 4, None, "-"),
        ],
    ),
    (
        "A roadside bomb killed four soldiers in Kech on Tuesday. Last week, gunmen killed "
        "seven barbers in the same district.",
        [
            ("main", "2024-06-11", 4, 4, 4, None, "bombing"),
            ("main", "2024-06-03", 7, 7, 7, None, "shooting"),
        ],
    ),
    (
        "A suicide bomber killed nine people outside a bank in Kandahar on Tuesday. On "
        "Sunday, a bomb in the city had killed three.",
        [
            ("main", "2024-06-11", 9, 9, 9, None, "suicide_bombing"),
            ("main", "2024-06-09", 3, 3, 3, None, "bombing"),
        ],
    ),
    (
        "Hundreds attended the funeral in Mardan on Wednesday of the six men who were killed "
        "in Tuesday's blast.",
        [
            ("main", "2024-06-11", 6, 6, 6, None, "bombing"),
        ],
    ),
    (
        "A rocket hit a house in Chaman on Tuesday and killed a woman. Last month, a similar "
        "attack killed four members of a family in the town.",
        [
            ("main", "2024-06-11", 1, 1, 1, None, "shelling"),
            ("background", "2024-05-01", 4, 4, 4, None, "shelling"),
        ],
    ),
    (
        "Gunmen killed two traders in Spin Boldak on Tuesday. Four people were killed in a "
        "similar attack in the border town on 20 May.",
        [
            ("main", "2024-06-11", 2, 2, 2, None, "shooting"),
            ("background", "2024-05-20", 4, 4, 4, None, "shooting"),
        ],
    ),
    (
        "KABUL: A blast near the foreign ministry killed five people on Monday. In January, "
        "at least 10 people died in a suicide bombing at the same gate.",
        [
            ("main", "2024-06-10", 5, 5, 5, None, "bombing"),
            ("background", "2024-01-01", 10, 10, None, None, "suicide_bombing"),
        ],
    ),
    (
        "The explosion, which came three days after gunmen killed 11 pilgrims in the same "
        "valley, wounded 20 people in Parachinar on Tuesday.",
        [
            ("main", "2024-06-11", None, None, None, 20, "bombing"),
            ("background", "2024-06-08", 11, 11, 11, None, "shooting"),
        ],
    ),
    (
        "Eight days after a car bomb killed 21 people at the same crossroads, a second bomber"
        " struck a police truck in Quetta on Tuesday and killed four officers.",
        [
            ("main", "2024-06-11", 4, 4, 4, None, "bombing"),
            ("background", "2024-06-03", 21, 21, 21, None, "bombing"),
        ],
    ),
    # the toll of an act named behind "since"
    (
        "The border crossing at Torkham reopened on Tuesday for the first time since the "
        "clash of 2 June, in which six soldiers were killed.",
        [
            ("main", "2024-06-02", 6, 6, 6, None, "armed_clash"),
        ],
    ),
    (
        "It was the first visit by a minister since the bombing in Mastung on 20 May, in "
        "which 23 people were killed according to the police.",
        [
            ("main", "2024-05-20", 23, 23, 23, None, "bombing"),
        ],
    ),
    (
        "Schools in the town have been closed since the attack of 3 June, which killed nine "
        "pupils.",
        [
            ("main", "2024-06-03", 9, 9, 9, None, "*"),
        ],
    ),
    (
        "Trade has been suspended since Pakistani air strikes on 25 May that killed eight "
        "civilians in Khost, the Taliban said.",
        [
            ("main", "2024-05-25", 8, 8, 8, None, "air_strike"),
        ],
    ),
    (
        "The market has been shut since a bomb on 1 June killed four traders.",
        [
            ("main", "2024-06-01", 4, 4, 4, None, "bombing"),
        ],
    ),
    (
        "Since the fighting began on 1 May, 212 people have been killed.",
        [],
    ),
    (
        "At least 40 people have been killed in the district since the operation was launched"
        " on 12 May.",
        [],
    ),
    (
        "More than 300 civilians have died since the ceasefire collapsed on 4 May, the UN said.",
        [],
    ),
    (
        "The militants have killed 45 soldiers since January.",
        [],
    ),
    (
        "Relations have been tense since 17 May, when Afghan forces fired on a post at Spin "
        "Boldak and killed three soldiers.",
        [
            ("main", "2024-05-17", 3, 3, 3, None, "shooting"),
        ],
    ),
    (
        "Since the air strikes of 2 June more than 70 people have been killed in attacks "
        "across the province.",
        [],
    ),
    # numbers of two sides
    (
        "Kabul said that Pakistani strikes on Khost on Sunday killed 11 civilians. Pakistan's"
        " military said that the strikes had killed 15 militants.",
        [
            ("main", "2024-06-09", 11, 11, 15, None, "air_strike"),
        ],
    ),
    (
        "The UN mission said that 12 civilians, seven of them children, had been killed in "
        "Sunday's strikes on Gurbuz. The Taliban put the dead at 16; Islamabad spoke of 20 "
        "militants.",
        [
            ("main", "2024-06-09", 12, 12, 20, None, "air_strike"),
        ],
    ),
    (
        "Police said six people were killed in the blast in Hangu on Tuesday. The Tehrik-i-"
        "Taliban Pakistan said its bomber had killed 21 policemen.",
        [
            ("main", "2024-06-11", 6, 6, 21, None, "bombing"),
        ],
    ),
    (
        "The ISPR said two soldiers were martyred in the attack on the post in Tirah on "
        "Monday. The TTP claimed that 14 soldiers had been killed and that it lost no "
        "fighter.",
        [
            ("main", "2024-06-10", 2, 2, 14, None, "*"),
        ],
    ),
    (
        "Taliban officials said three of their border guards were killed in the firing at "
        "Chaman on Monday. Pakistan said it had killed 20 Afghan fighters and lost two of its"
        " own soldiers.",
        [
            ("main", "2024-06-10", 5, 5, 22, None, "shooting"),
        ],
    ),
    (
        "Residents of Barmal said that eight members of one family, most of them children, "
        "were killed on Monday by a drone. Security officials in Islamabad said that seven "
        "terrorists had been eliminated.",
        [
            ("main", "2024-06-10", 7, 7, 8, None, "drone_strike"),
        ],
    ),
    # parts of a total
    (
        "Nine people, a local councillor among them, were killed by gunmen in Kulachi on Monday.",
        [
            ("main", "2024-06-10", 9, 9, 9, None, "shooting"),
        ],
    ),
    (
        "Five passengers, one of them a child, were shot dead in Zhob on Monday.",
        [
            ("main", "2024-06-10", 5, 5, 5, None, "shooting"),
        ],
    ),
    (
        "Seven worshippers, among them the prayer leader and his son, were killed in the "
        "blast in Hangu on Monday.",
        [
            ("main", "2024-06-10", 7, 7, 7, None, "bombing"),
        ],
    ),
    (
        "Four policemen, the station chief among them, were killed and two children injured "
        "on Monday in Tank.",
        [
            ("main", "2024-06-10", 4, 4, 4, 2, "*"),
        ],
    ),
    (
        "Six persons, the teacher of the school included, were killed in the attack in Khost "
        "on Monday.",
        [
            ("main", "2024-06-10", 6, 6, 6, None, "*"),
        ],
    ),
    (
        "Eight people, with the governor's brother among the dead, were killed in Jalalabad "
        "on Monday.",
        [
            ("main", "2024-06-10", 8, 8, 8, None, "*"),
        ],
    ),
    (
        "Three people, two women among them, were killed when a mortar shell hit a house in "
        "Chaman on Monday.",
        [
            ("main", "2024-06-10", 3, 3, 3, None, "shelling"),
        ],
    ),
    (
        "Ten people died in the bombing in Quetta on Monday, a journalist and a lawyer among them.",
        [
            ("main", "2024-06-10", 10, 10, 10, None, "bombing"),
        ],
    ),
    (
        "Ten people died in the bombing in Quetta on Monday. Among the dead were a journalist"
        " and two lawyers.",
        [
            ("main", "2024-06-10", 10, 10, 10, None, "bombing"),
        ],
    ),
    (
        "The bomb killed an officer and three constables in Bannu on Monday.",
        [
            ("main", "2024-06-10", 4, 4, 4, None, "bombing"),
        ],
    ),
    (
        "Two brothers, a cousin and a passer-by were killed by gunmen in Swabi on Monday.",
        [
            ("main", "2024-06-10", 4, 4, 4, None, "shooting"),
        ],
    ),
    (
        "Twelve persons, of them four women and one child, were killed in Nangarhar on Monday"
        " in an air strike.",
        [
            ("main", "2024-06-10", 12, 12, 12, None, "air_strike"),
        ],
    ),
    (
        "Twenty of the wounded, five of them in critical condition, were taken to Peshawar "
        "after Monday's blast in Bajaur, which killed seven.",
        [
            ("main", "2024-06-10", 7, 7, 7, 20, "bombing"),
        ],
    ),
    # the day of the event and not of a finding, a funeral, an arrest
    (
        "A policeman wounded in Saturday's attack in Bannu died in hospital on Tuesday, "
        "taking the number of dead to five.",
        [
            ("main", "2024-06-08", 5, 5, 5, None, "*"),
        ],
    ),
    (
        "Two more people died on Tuesday of wounds suffered in Friday's suicide bombing in "
        "Quetta, bringing the toll to 31.",
        [
            ("main", "2024-06-07", 31, 31, 31, None, "suicide_bombing"),
        ],
    ),
    (
        "Seven of the injured died overnight, taking the toll of the blast in Mardan to 26, a"
        " doctor said on Tuesday. Prayers for the victims of Sunday's attack were held in the"
        " stadium.",
        [
            ("main", "2024-06-09", 26, 26, 26, None, "bombing"),
        ],
    ),
    (
        "Four more bodies were pulled from the rubble on Tuesday of a house in Barmal that "
        "was bombed on Sunday, raising the toll to 12.",
        [
            ("main", "2024-06-09", 12, 12, 12, None, "bombing"),
        ],
    ),
    (
        "The bodies of five labourers who were abducted on Friday were found on Monday in "
        "Duki, police said.",
        [
            ("main", "2024-06-07", 5, 5, 5, None, "abduction"),
        ],
    ),
    (
        "Eight miners shot dead on Friday in Harnai were buried on Monday in Swat.",
        [
            ("main", "2024-06-07", 8, 8, 8, None, "shooting"),
        ],
    ),
    (
        "Police on Tuesday arrested three men over the killing of six travellers in Kurram on"
        " 3 June.",
        [
            ("background", "2024-06-03", 6, 6, 6, None, "*"),
        ],
    ),
    (
        "The foreign ministry on Tuesday condemned Monday's bombing in Kabul, which killed "
        "seven people.",
        [
            ("main", "2024-06-10", 7, 7, 7, None, "bombing"),
        ],
    ),
    # the injured beside the dead
    (
        "Twelve people died in the blast in Kabul on Monday, the UN said. It put the number "
        "of injured at 35.",
        [
            ("main", "2024-06-10", 12, 12, 12, 35, "bombing"),
        ],
    ),
    (
        "Twelve people died in the blast in Kabul on Monday. Hospital officials put the "
        "number of wounded at over 40.",
        [
            ("main", "2024-06-10", 12, 12, 12, 40, "bombing"),
        ],
    ),
    (
        "Five people died in the blast in Kabul on Monday. The ministry gives the number of "
        "injured as 18.",
        [
            ("main", "2024-06-10", 5, 5, 5, 18, "bombing"),
        ],
    ),
    (
        "Five people died in the blast in Kabul on Monday. The number of the injured stands at 18.",
        [
            ("main", "2024-06-10", 5, 5, 5, 18, "bombing"),
        ],
    ),
    (
        "Five people died in the blast in Kabul on Monday. The injured numbered 18, the "
        "hospital said.",
        [
            ("main", "2024-06-10", 5, 5, 5, 18, "bombing"),
        ],
    ),
    (
        "Police put the toll at nine dead and 44 injured after Monday's blast in Kabul.",
        [
            ("main", "2024-06-10", 9, 9, 9, 44, "bombing"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_incidents_of_a_passage(text, expected):
    reading = read_article(Article("a", text, published=DAY, published_basis="given"))
    told = [
        (
            i.role, str(i.date_start or "*"), i.killed_low, i.killed_best, i.killed_high,
            i.injured_best, i.attack_type or "*",
        )
        for i in reading.incidents
    ]  # fmt: skip
    told = [
        (*row[:-1], "-") if n < len(expected) and expected[n][-1] == "-" else row
        for n, row in enumerate(told)
    ]
    assert told == expected
