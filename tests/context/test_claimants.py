"""Claimants: who gives a number, and when nobody but the article does."""

import time

import pytest

from analysis.context import claimant_of, find_actors, find_places
from analysis.records import Document
from analysis.text import split


def _claim(text: str, number: str):
    sentences = split(text)
    document = Document("a", text, None, sentences)
    document = document._replace(
        places=find_places(text, sentences), actors=find_actors(text, sentences)
    )
    start = text.index(number)
    return claimant_of(document, start, start + len(number))


GIVEN = [
    ("On Friday the same hospitals had given a toll of 60 dead.", "60", "same hospitals"),
    ("The mission said that it had so far confirmed 17 deaths.", "17", "mission"),
    (
        "Ninety raids took place, according to the weekly review released by the Chaman Centre.",
        "Ninety",
        "Chaman Centre",
    ),
    (
        "Nearly 900 left, according to figures that the two relief agencies published on Friday.",
        "900",
        "two relief agencies",
    ),
    (
        "The Chaman Centre counted nine raids. The review also notes the abduction of 14 people.",
        "14",
        "Chaman Centre",
    ),
    (
        "The army rejected it. In a statement on Sunday it said 14 militants were killed.",
        "14",
        "army",
    ),
    (
        "The Pakistani Taliban claimed responsibility in a message that put the dead at 22.",
        "22",
        "Pakistani Taliban",
    ),
    (
        "According to the Institute for Border Studies, 521 attacks took place in 2024.",
        "521",
        "Institute for Border Studies",
    ),
    (
        "At least 12 people died, according to district police chief Anwar Shah.",
        "12",
        "district police chief Anwar Shah",
    ),
    ("Police said that 9 people had been killed.", "9", "Police"),
    ("The army’s media wing said 14 militants were killed.", "14", "army’s media wing"),
    ("Nine people were killed, an official told AFP.", "Nine", "official"),
    ("Nine people were killed, police told Khyber News by telephone.", "Nine", "police"),
    (
        "Nine people were killed, the deputy commissioner told local reporters on Sunday.",
        "Nine",
        "deputy commissioner",
    ),
    ("Nine people were killed, a hospital official said.", "Nine", "hospital official"),
    (
        "Nine people were killed, said Dr Palwasha Noor, who runs the ward.",
        "Nine",
        "Dr Palwasha Noor",
    ),
    (
        "The data of the Khyber Peace Centre, a body in Peshawar, shows 70 attacks.",
        "70",
        "Khyber Peace Centre",
    ),
    ("Figures released by the interior ministry show 852 deaths.", "852", "interior ministry"),
    ("UN figures show that 40,000 people returned.", "40,000", "UN"),
    (
        "Pakistan’s military reports conducting 169 operations a day, with 925 militants killed.",
        "925",
        "Pakistan’s military",
    ),
    ("The military has told reporters that it carried out 300 raids.", "300", "military"),
    ("The UN mission put the toll at 53.", "53", "UN mission"),
    ("The United Nations has put the number of the dead at 53.", "53", "United Nations"),
    ("The TTP claimed to have killed 23 soldiers.", "23", "TTP"),
    ("The NRF claimed killing 7 fighters.", "7", "NRF"),
    ("“We counted 31 bodies,” said a shopkeeper.", "31", "shopkeeper"),
    ("“There were many. We counted 31 bodies in the yard,” the imam said.", "31", "imam"),
    ("A student who sat near the door said she saw 20 bodies.", "20", "student"),
    (
        "A bulletin on militancy that appears in Lahore counts 88 attacks.",
        "88",
        "bulletin on militancy",
    ),
    ("The dead number 33, by the count of the municipal committee.", "33", "municipal committee"),
    (
        "Some 1,200 people have left, by the district administration’s estimate.",
        "1,200",
        "district administration",
    ),
    (
        "Eleven houses were flattened, according to a list drawn up by a village council.",
        "Eleven",
        "village council",
    ),
    (
        "The ministry of refugees confirmed that 2,000 families came back.",
        "2,000",
        "ministry of refugees",
    ),
    ("In a report, Human Rights Watch documented 100 killings.", "100", "Human Rights Watch"),
    ("The governor’s office reported six dead.", "six", "governor’s office"),
    (
        "The media wing admits 23 dead, and says that more than 200 fighters were killed.",
        "200",
        "media wing",
    ),
    ("Rescue workers and police said 5 people died.", "5", "Rescue workers and police"),
    (
        "The toll was given as 41 in a statement from the health department.",
        "41",
        "health department",
    ),
    ("Officials, who asked not to be named, said 8 had died.", "8", "Officials"),
    ("The agency estimates that 90,000 people were displaced.", "90,000", "agency"),
    ("Taliban officials claim 46 civilians were killed.", "46", "Taliban officials"),
    ("Citing local elders, the paper wrote that 6 were dead.", "6", "paper"),
]

GIVEN += [
    ("The Khyber Front, a small group, has said that 4 of its men died.", "4", "Khyber Front"),
    (
        "An aide of the governor did not go into detail, but said 7 men died.",
        "7",
        "aide of the governor",
    ),
]

OWN_VOICE = [
    ("Sindh reported five attacks with three deaths.", "five"),
    ("In October a series of quakes in Herat claimed 1,480 lives.", "1,480"),
    ("The United States lost 2,461 soldiers there.", "2,461"),
    ("A bomb killed 16 soldiers, an assault claimed by the TTP.", "16"),
    ("The TTP claimed responsibility for the attack that killed 16.", "16"),
    ("The BLA claimed the attack, in which 9 died.", "9"),
    ("The blast claimed 12 lives.", "12"),
    ("The attack claimed the lives of 12 people.", "12"),
    ("Fighting has claimed more than 40 lives.", "40"),
    ("Two buses collided and 11 people died.", "11"),
    ("The raid killed 3 men. Officials said the road was open.", "3"),
    ("Police arrested 4 men on Tuesday.", "4"),
    ("The ministry told reporters to leave; 3 people were held.", "3"),
    ("169 operations per day were carried out.", "169"),
    ("The earthquake left 200 families homeless.", "200"),
    ("Nobody has claimed the bombing, which killed 7.", "7"),
    ("The number of attacks rose to 521.", "521"),
    ("Gunmen opened fire and 5 people fell.", "5"),
    ("The 14 victims were buried on Friday.", "14"),
    ("He set up a post where 8 guards slept.", "8"),
    ("The road claimed 22 lives last year.", "22"),
    ("Police put up barriers after 6 people died.", "6"),
    ("The plane put down with 40 aboard.", "40"),
]

CERTAINTY = [
    ("The army denied that 214 hostages had been killed.", "214", "denied"),
    ("Claims that 30 guards had been killed were denied by both sides.", "30", "denied"),
    ("Officials rejected reports of 60 dead.", "60", "denied"),
    ("The group said it killed 35 soldiers. The army disputed the figure.", "35", "disputed"),
    ("Kabul said 46 people died. Islamabad rejected the claim.", "46", "disputed"),
    ("Three people were reportedly killed.", "Three", "attributed"),
    ("Ten people were believed to have died.", "Ten", "attributed"),
    ("Police said 9 people were killed.", "9", "attributed"),
    ("Nine people were killed.", "Nine", "asserted"),
    ("The army denied the report. Nine people were killed on the road.", "Nine", "asserted"),
    ("He denied any link to the group that killed 9.", "9", "asserted"),
]


@pytest.mark.parametrize(("text", "number", "claimant"), GIVEN)
def test_who_gives_the_number(text, number, claimant):
    claim = _claim(text, number)
    assert (claim.claimant, claim.certainty) == (claimant, "attributed")


@pytest.mark.parametrize(("text", "number"), OWN_VOICE)
def test_the_article_speaks_itself(text, number):
    claim = _claim(text, number)
    assert (claim.claimant, claim.certainty) == (None, "asserted")


@pytest.mark.parametrize(("text", "number", "certainty"), CERTAINTY)
def test_certainty(text, number, certainty):
    assert _claim(text, number).certainty == certainty


def test_a_pronoun_is_taken_up():
    text = "The mission visited the ward. A surgeon said that beds were short. He gave 62 wounded."
    assert _claim(text, "62").claimant == "surgeon"


@pytest.mark.parametrize("unit", ["said, ", "according to ", "“he said ", "a, b, and ", "(said) "])
def test_hostile_text_takes_bounded_time(unit):
    text = unit * 4_000 + "12 people were killed."
    started = time.perf_counter()
    _claim(text, "12 people")
    assert time.perf_counter() - started < 5
