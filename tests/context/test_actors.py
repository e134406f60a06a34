"""Actors: who is named, under which code, and who did it."""

from datetime import date

import pytest

from analysis.context import actor_of, attack_type_of, find_actors
from analysis.lexicon.loader import LexiconError
from analysis.records import Document
from analysis.text import split

NOW = date(2024, 6, 15)


def _codes(text: str, published: date = NOW, **options) -> list[str]:
    return [a.code for a in find_actors(text, split(text), published=published, **options)]


NAMED = [
    ("The Tehreek-i-Taliban Pakistan (TTP) said nothing.", ["TTP", "TTP"]),
    ("The Pakistani Taliban denied it.", ["TTP"]),
    ("The Taliban denied it.", ["AFG_GOV"]),
    ("Jamaat ul Ahrar, a TTP faction, split off.", ["JUA", "TTP"]),
    ("ISIS-K and ISKP are one.", ["ISKP", "ISKP"]),
    ("Islamic State Khorasan Province is a branch of Islamic State.", ["ISKP", "IS"]),
    ("The Balochistan Liberation Army and the BLF met.", ["BLA", "BLF"]),
    ("Lashkar-e-Jhangvi and Jaish-e-Mohammad are banned.", ["LEJ", "JEM"]),
    ("The Haqqani network was blamed.", ["HAQQANI"]),
    ("The NRF and the Afghanistan Freedom Front fought on.", ["NRF", "AFF"]),
    ("The ISPR gave a statement.", ["ISPR"]),
    ("The Frontier Corps held the post.", ["PAK_FC"]),
    ("Houthi rebels shelled the town.", ["HOUTHI"]),
    ("Al Shabaab is at war with the state.", ["SHABAAB"]),
    ("Unidentified gunmen fled.", ["UNKNOWN"]),
    ("FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN) REBELS LEFT.", ["FMLN", "FMLN", "MILITANT"]),
    ("M23 advanced.", ["M23"]),
]

NOT_NAMED = [
    "He is here. It is so.",
    "THE TOWN IS QUIET AND ANA IS SAFE.",
    "They let the men go and let them rest.",
    "The market opened at nine.",
    "A flood swept the road away.",
    "The minister of education resigned.",
    "Is anyone there?",
    "The bar was raised.",
    "M for Mountain was the code.",
    "Sra is a Pashto word.",
]

DID_IT = [
    ("A raid in Wana killed 16 soldiers, an assault claimed by the TTP.", "killed", "TTP"),
    (
        "A suicide bomber killed 20 in Kabul. Islamic State Khorasan claimed responsibility.",
        "killed",
        "ISKP",
    ),
    ("BLF fighters fired at an army post near Turbat and killed one man.", "killed", "BLF"),
    ("Three people were killed by the Taliban in Herat.", "killed", "AFG_GOV"),
    ("Pakistani air strikes killed 46 people in Paktika.", "killed", "PAK_MIL"),
    ("A US drone strike killed five militants near Miranshah.", "killed", "US_MIL"),
    ("Four men were shot dead by unknown gunmen in Quetta.", "shot", "UNKNOWN"),
    ("The Taliban killed three NRF fighters in Panjshir.", "killed", "AFG_GOV"),
    ("An NRF ambush killed two policemen.", "killed", "NRF"),
    ("Two soldiers died in an attack by TTP militants.", "died", "TTP"),
    ("A bomb killed nine. The BLA said it was behind it and took responsibility.", "killed", None),
    ("The BLA took responsibility for a bomb that killed nine.", "killed", "BLA"),
    ("Security forces killed four militants in Bannu.", "killed", "SECURITY"),
    ("Police blamed the LeJ for the blast that killed six.", "killed", None),
    ("The killing of six pilgrims was blamed on Lashkar-e-Jhangvi.", "killing", "LEJ"),
    ("Al-Shabaab militants stormed a hotel and killed four guests.", "killed", "SHABAAB"),
]

NOBODY_NAMED = [
    ("Nine people were killed when a mine exploded. No group claimed it.", "killed"),
    ("Three TTP fighters were killed.", "killed"),
    ("Two Taliban members were killed in Paghman.", "killed"),
    ("Sixteen Pakistani soldiers were killed.", "killed"),
    ("A flood killed 30 people.", "killed"),
    ("The ISPR said 12 people were killed.", "killed"),
    ("The leader of the BLA was killed.", "killed"),
    ("An imam was killed. The Taliban opened an inquiry.", "killed"),
]


@pytest.mark.parametrize(("text", "codes"), NAMED)
def test_actors_by_code(text, codes):
    assert _codes(text) == codes


@pytest.mark.parametrize("text", NOT_NAMED)
def test_no_actor(text):
    assert _codes(text) == []


def _doer(text: str, trigger: str):
    sentences = split(text)
    actors = find_actors(text, sentences, published=NOW)
    document = Document("a", text, NOW, sentences, (), (), actors)
    start = text.index(trigger)
    found = actor_of(document, start, start + len(trigger))
    return found.code if found else None


@pytest.mark.parametrize(("text", "trigger", "code"), [c for c in DID_IT if c[2]])
def test_who_did_it(text, trigger, code):
    assert _doer(text, trigger) == code


@pytest.mark.parametrize(("text", "trigger"), NOBODY_NAMED)
def test_victims_and_voices_did_not_do_it(text, trigger):
    assert _doer(text, trigger) is None


def test_a_name_means_what_it_meant_then():
    text = "The Taliban attacked a post."
    assert _codes(text, date(2015, 5, 1)) == ["AFG_TAL"]
    assert _codes(text, date(2022, 5, 1)) == ["AFG_GOV"]
    assert _codes("The Afghan army lost a base.", date(2015, 5, 1)) == ["AFG_ANA"]


def test_an_analysts_own_lexicon(tmp_path):
    own = tmp_path / "mine.toml"
    own.write_text(
        '[[entry]]\ncode = "KRM"\nname = "Kurram Lashkar"\nkind = "tribal"\n'
        'words = ["Kurram Lashkar"]\n'
    )
    assert _codes("The Kurram Lashkar and the TTP fought.", lexicon=own) == ["KRM"]


def test_a_faulty_lexicon_is_named(tmp_path):
    own = tmp_path / "faulty.toml"
    own.write_text('[[entry]]\ncode = "KRM"\nnome = "x"\n')
    with pytest.raises(LexiconError, match="faulty.toml:3: unknown key 'nome'"):
        _codes("The Kurram Lashkar fought.", lexicon=own)


KINDS = [
    ("A suicide bomber blew himself up at the gate.", "blew", "suicide_bombing"),
    ("A CIA drone fired two missiles at a house.", "fired", "drone_strike"),
    ("Jets bombed three villages.", "bombed", "air_strike"),
    ("Mortar shells hit a market.", "hit", "shelling"),
    ("A roadside bomb hit a van.", "hit", "bombing"),
    ("Two engineers were kidnapped.", "kidnapped", "abduction"),
    ("Gunmen opened fire on a bus.", "opened", "shooting"),
    ("Soldiers and rebels exchanged fire.", "exchanged", "armed_clash"),
    ("Four men died in an intelligence-based operation.", "died", "raid"),
    ("A mob lynched a man.", "lynched", "protest_violence"),
    ("A man was beheaded.", "beheaded", "other"),
    ("A bomb went off. Six people were killed.", "killed", "bombing"),
]
NO_KIND = [
    ("Six people were killed.", "killed"),
    ("The toll rose to six.", "toll"),
    ("Attacks rose in the year.", "Attacks"),
    ("A bus fell into a ravine and ten died.", "died"),
    ("The counter-terrorism law was passed; six died.", "died"),
]


@pytest.mark.parametrize(("text", "trigger", "code"), KINDS)
def test_kinds_of_attack(text, trigger, code):
    document = Document("a", text, NOW, split(text))
    start = text.index(trigger)
    assert attack_type_of(document, start, start + len(trigger)) == code


@pytest.mark.parametrize(("text", "trigger"), NO_KIND)
def test_no_kind_of_attack(text, trigger):
    document = Document("a", text, NOW, split(text))
    start = text.index(trigger)
    assert attack_type_of(document, start, start + len(trigger)) is None
