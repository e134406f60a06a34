"""Machine-translated debris: what is found in it, what is not, and the way back to its words."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from analysis.figures.mending import mend, phrases
from analysis.figures.mending.mend import mend_sentence
from analysis.lexicon.loader import LexiconError
from analysis.pipeline import read_article
from analysis.records import Article, Document, Figure
from analysis.text import split

CASES = Path(__file__).resolve().parents[1] / "cases"
PUBLISHED = date(2024, 6, 15)
UNCOUNTED = ("denied", "negated", "hypothetical")


def matches(wanted: dict, found: Figure) -> bool:
    """Whether a row overlaps the marked words with a fair measure and the same three numbers."""
    end = wanted["start"] + len(wanted["text"])
    return (
        found.start < end
        and wanted["start"] < found.end
        and found.measure in wanted["measure"].split("|")
        and all(wanted[k] == getattr(found, k) for k in ("low", "best", "high"))
    )


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("garbled.jsonl", 0.95, 3), ("garbled_more.jsonl", 0.92, 3)],
)
def test_tables(name: str, least: float, most: int) -> None:
    """Nearly every figure of the tables is found, and hardly a row too many."""
    wanted, found, missed, extra = 0, 0, [], []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        rows = list(read_article(Article("t", case["text"], published=PUBLISHED)).figures)
        for figure in case["figures"]:
            wanted += 1
            hit = next((row for row in rows if matches(figure, row)), None)
            if hit is None:
                missed.append((figure["text"], case["text"]))
            else:
                rows.remove(hit)
                found += 1
        extra += [(r.reported, case["text"]) for r in rows if r.certainty not in UNCOUNTED]
    assert found >= least * wanted, missed
    assert len(extra) <= most, extra


def plainer(text: str) -> str:
    """A sentence as the rules read it."""
    return mend_sentence(text, 0, len(text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fires charged 31 lives.", "The fires claimed 31 lives."),
        ("Were killed 7 guards.", "7 guards were killed."),
        ("They arrested to 5 womans in in Tank.", "They arrested 5 women in Tank."),
        ("The child child slept.", "The child slept."),
        ("4 person of the bazaar martyr did.", "killed 4 persons of the bazaar."),
    ],
)
def test_plainer_words(text: str, expected: str) -> None:
    """Literal translations are read as what they mean."""
    assert plainer(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two police officers and wounded a 10-year-old boy in Bolan on Monday.",
        "A 24-hour operation of the army left 12 dead, the governor told a team of five monitors.",
        "The two-day talks on the needs of returnees cost the ministry 40 million rupees.",
        "Taba Taba hosted hundreds of newlyweds in In Taw.",
        "He had had that house for 30 years.",
    ],
)
def test_sound_words_stay(text: str) -> None:
    """Sound English is left as it is."""
    assert plainer(text) == text


def test_back_to_the_words_of_the_article() -> None:
    """Offsets of findings are those of the article, also behind a mended sentence."""
    text = (
        "The blast costed the life to at least 12 policemans of the city. Calm returned.\n"
        "In another town, Taliban gunmen shot dead six farmers. Were injured 9 civils."
    )
    rows = read_article(Article("t", text, published=PUBLISHED)).figures
    assert [(r.reported, r.measure, r.group_text) for r in rows] == [
        ("at least 12", "killed", "policemans"),
        ("six", "killed", "farmers"),
        ("9", "injured", "civils"),
    ]
    assert all(text[r.start : r.end] == r.reported for r in rows)
    assert [r.rule.startswith("mended:") for r in rows] == [True, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ue000\ue000 \ue000 killed \u2005\u2005 to 5\u2005men",
        "of of of " * 400 + "5 or those or those",
        "“” ” “” “ or murmur or murmurs “,”",
        "٣ مارتير and 5 person " * 150,
    ],
)
def test_any_text_comes_back(text: str) -> None:
    """Whatever the debris, the mended text maps into the article."""
    sentences = split(text)
    mended = mend(Document("t", text, None, sentences))
    words = mended.document.text
    for sentence in mended.document.sentences:
        for place in range(sentence.start, sentence.end):
            start, end = mended.back(place, place + 1)
            assert 0 <= start < end <= len(text)
    if not mended.sentences:
        assert words == text


@pytest.mark.parametrize(
    ("find", "read", "message"),
    [
        ("<n> the? <who>", "<n>", "no word"),
        ("<n> <whom> died", "<n>", "unknown slot <whom>"),
        ("<n> @nothing died", "<n>", "no list 'nothing'"),
        ("<n> died", "<n> <who>", "no who for its reading"),
    ],
)
def test_faulty_patterns_are_refused(find: str, read: str, message: str) -> None:
    """A pattern that could match anywhere, or whose reading lacks a slot, is named."""
    with pytest.raises(LexiconError, match=message):
        phrases._compile(find, phrases.DebrisPhrase((find,), read))


@pytest.mark.parametrize(
    "text",
    [
        "5 men " * 2_000,
        "killed 5 men men men men men and 6 men men men men and " * 200,
        "the number of dead in the attack it already has " * 200 + "5",
        "lives or of the to lost their own " * 400,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    """Long runs of the words of the lexicon do not make the patterns run away."""
    begun = time.perf_counter()
    mend(Document("t", text, None, split(text)))
    assert time.perf_counter() - begun < 5
