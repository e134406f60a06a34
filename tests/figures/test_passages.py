"""Passages in three manners, with all their figures as written by someone who had not seen the rules."""

import json
from datetime import date
from pathlib import Path

import pytest

from analysis.pipeline import read_article
from analysis.records import Article, Figure

CASES = Path(__file__).resolve().parents[1] / "cases"
UNCOUNTED = ("denied", "negated", "hypothetical")
BOUNDS = ("low", "best", "high")


def fits(wanted: dict, found: Figure) -> bool:
    """Whether a row overlaps the marked words, with a fair measure and form and the same bounds."""
    end = wanted["start"] + len(wanted["text"])
    return (
        found.start < end
        and wanted["start"] < found.end
        and found.measure in wanted["measure"].split("|")
        and found.form in wanted["form"].split("|")
        and all(wanted[k] == getattr(found, k) for k in BOUNDS)
    )


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("event_notes", 0.98, 3), ("wire_copy", 0.94, 2), ("garbled_scraps", 0.93, 2)],
)
def test_figures_of_the_passages(name: str, least: float, most: int) -> None:
    """Nearly every figure is found with its bounds, and hardly a counted row too many."""
    wanted, found, missed, extra = 0, 0, [], []
    for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        day = date.fromisoformat(case["published"]) if case.get("published") else None
        rows = list(read_article(Article("case", case["text"], published=day)).figures)
        for figure in case["figures"]:
            optional = bool(figure.get("optional"))
            wanted += not optional
            hit = next((row for row in rows if fits(figure, row)), None)
            if hit is not None:
                rows.remove(hit)
                found += not optional
            elif not optional:
                missed.append((figure["text"], case["text"]))
        extra += [(r.reported, case["text"]) for r in rows if r.certainty not in UNCOUNTED]
    assert wanted >= 31
    assert found >= least * wanted, missed
    assert len(extra) <= most, extra


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ahmed Khan, Bilal Shah and Zahid Gul were shot dead.", ["killed 1"] * 3),
        ("Rivera and two of his guards were killed.", ["killed 1", "killed 2"]),
        (
            "THE MURDER OF DR LUIS AMAYA, HIS WIFE, AND TWO CLERKS",
            ["killed 1", "killed 1", "killed 2"],
        ),
        ("Two policemen, Constable Ali Khan and Constable Omar Gul, were killed.", ["killed 2"]),
        ("Three cooks died. The dead were identified as Ali, Omar and Gul.", ["killed 3"]),
        ("The killers of the four nuns are at large.", ["killed 4"]),
        ("LUNA, 65, WAS KILLED AT 0815 ALONG WITH TWO OF HIS GUARDS.", ["killed 1", "killed 2"]),
        ("Killed: 25 soldiers, 7 attackers. Injured: 30.", ["killed 25", "killed 7", "injured 30"]),
        ("Rebels took 12 villagers hostage.", ["abducted 12"]),
        ("The eight men whom the rebels kidnapped were freed.", ["abducted 8"]),
        ("Police put the number of injured at 35.", ["injured 35"]),
        (
            "A mine killed two boys and wounded a third who was herding goats.",
            ["killed 2", "injured 1"],
        ),
        ("On 23 September 28 bodies of farmers were found.", ["killed 28"]),
        ("Blast in mosque59 people martyred,157 injured.", ["killed 59", "injured 157"]),
        ("Thirtythree seamen were hurt.", ["injured 33"]),
        ("Islamabad and Kabul were hurt by the dispute.", []),
        ("A third of the troops were killed by disease.", []),
        ("The group said in a note that the invaders will die.", []),
        ("He was sentenced to death.", []),
        ("The army put the number of people in the camp at 3,000.", []),
    ],
)
def test_names_lists_and_labels(text: str, expected: list[str]) -> None:
    """Totals only: parts of a total are left out."""
    figures = read_article(Article("case", text, published=date(2024, 6, 15))).figures
    counted = [f for f in figures if f.part_of is None and f.certainty not in UNCOUNTED]
    assert [f"{f.measure} {f.best or f.low:.0f}" for f in counted] == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Elders counted 48 dead (19 women, 17 children, 12 men).", [19, 17, 12]),
        ("Three constables were killed (2 in Tank and 1 in Bannu).", [2, 1]),
        ("Nine people were killed, six by the blast and three by gunfire.", [6, 3]),
        ("Eight people, including four guards, one cook and three boys were killed.", [4, 1, 3]),
        ("Two named commanders among seven killed in Khaddi.", [2]),
        ("Gunmen killed two policemen, a driver and a guard.", []),
        ("Eight people, including four guards, and two gunmen were killed.", [4]),
    ],
)
def test_parts(text: str, parts: list[int]) -> None:
    """What belongs to a total points to it."""
    figures = read_article(Article("case", text, published=date(2024, 6, 15))).figures
    assert [f.best for f in figures if f.part_of is not None] == parts


def test_a_number_beside_which_nobody_fled() -> None:
    """A toll is no number of people who fled, or did not."""
    text = "A doctor put the toll at 45 and nobody fled."
    figures = read_article(Article("case", text)).figures
    assert [f.measure for f in figures] == ["killed"]


def test_a_stampede_is_no_violence() -> None:
    """The dead of a stampede are counted but make no incident."""
    reading = read_article(Article("case", "Seven people were crushed to death in a stampede."))
    assert [f.best for f in reading.figures] == [7] and not reading.incidents
