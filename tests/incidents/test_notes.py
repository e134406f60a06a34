"""Notes and headlines with the killed and injured that they report of main events."""

from datetime import date

import pytest

from analysis.pipeline import read_article
from analysis.records import Article

NOTES = [
    ("Two Soldiers Killed In North Waziristan IED Blast", 2, None),
    ("Suicide Bomber Kills At Least 12 In Peshawar Mosque", 12, None),
    ("Gunmen shoot dead three polio workers, injure two in Jalalabad", 3, 2),
    (
        "Three Frontier Corps men embraced martyrdom while eight others sustained injuries in the attack.",
        3,
        8,
    ),
    ("A clash between the two sides killed 4 people and left another 9 with injuries.", 4, 9),
    (
        "On 4 May 2023, unidentified gunmen on motorcycles shot and killed a tribal elder and his bodyguard in Bajaur.",
        2,
        None,
    ),
    ("The roadside bomb killed a police constable and wounded his two colleagues.", 1, 2),
    (
        "An officer and four soldiers of the 5th brigade were killed and two vehicles were destroyed.",
        5,
        None,
    ),
    (
        "On 4 May 2022, a landmine explosion killed 1 child and injured 3 others in Maruf district, Kandahar.",
        1,
        3,
    ),
    ("The dead body of a young man was found in the outskirts of the town on Sunday.", 1, None),
    ("The bullet-riddled bodies of two brothers were found in a field.", 2, None),
    ("Police found the remains of four people in a shallow grave.", 4, None),
    ("A former member of parliament was assassinated, along with her driver, in Kabul.", 2, None),
    ("NRF claimed that 10 Taliban members were killed and 7 others wounded in the clash.", 10, 7),
    ("Five people lost their lives and more than twenty suffered injuries.", 5, 20),
    ("Taliban forces executed two former soldiers after arresting them.", 2, None),
    (
        "The death toll from the attack has risen to 63, officials said on Tuesday, after two of the wounded died.",
        63,
        None,
    ),
    ("At least 10 of the victims were women; in total 32 people were killed.", 32, None),
    (
        "The attack killed 15 people, among them 4 children, and injured 30, 8 of them seriously.",
        15,
        30,
    ),
    (
        "Four militants were shot dead during the operation while three others managed to escape.",
        4,
        None,
    ),
    ("A 12-year-old boy was killed by a stray bullet.", 1, None),
    ("Militants beheaded a man they accused of spying for the army.", 1, None),
    ("An Afghan refugee was shot dead by border guards.", 1, None),
    ("His brother, Gul Khan, was also killed in the shooting.", 1, None),
    (
        "The blast killed the district police chief, Colonel Ahmad Shah, and three of his guards.",
        4,
        None,
    ),
    ("Seven security personnel, including an army major, were martyred in the gunbattle.", 7, None),
    ("The militants killed 4 soldiers; 6 militants were killed in retaliatory fire.", 10, None),
    ("Tribal clashes left 11 dead and scores injured.", 11, 40),
    ("No one claimed responsibility for the attack, which killed 8.", 8, None),
    ("A suicide bomber killed himself and 3 others outside the ministry.", 4, None),
    ("A couple were killed when their car was fired upon.", 2, None),
    ("Unknown persons killed a man, his wife and their two children in their home.", 4, None),
    ("A woman and her two daughters died when a shell hit their house.", 3, None),
    ("Eight people, five of them from one family, were killed.", 8, None),
    (
        "On 3 May 2022, police exchanged fire with robbers. One robber was killed and another was arrested.",
        1,
        None,
    ),
    (
        "On 3 May 2022, IED planted by unknown group exploded, killing the commander of the battalion and wounding two of his escorts.",
        1,
        2,
    ),
    ("Two persons died on the spot while the third succumbed to injuries in hospital.", 3, None),
    ("The officials confirmed the killing of three militants.", 3, None),
    ("Army forces thwarted the attack and killed all four attackers.", 4, None),
    ("Dozens of people have been killed in the violence.", 24, None),
    (
        "The army said its troops had killed 13 terrorists, while two soldiers were martyred.",
        15,
        None,
    ),
]


@pytest.mark.parametrize(("text", "killed", "injured"), NOTES)
def test_note(text, killed, injured):
    reading = read_article(Article("note", text, published=date(2023, 5, 6)))
    main = [i for i in reading.incidents if i.role == "main"]
    for measure, wanted in (("killed", killed), ("injured", injured)):
        bests = [getattr(i, f"{measure}_best") for i in main]
        lows = [getattr(i, f"{measure}_low") for i in main]
        assert (sum(b or low or 0 for b, low in zip(bests, lows, strict=True)) or None) == wanted
