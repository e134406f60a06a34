"""Why the casualty rules counted a mention, or did not: the evidence of one sentence."""

from typing import NamedTuple

from analysis.figures.casualties.claims import claims_of
from analysis.figures.casualties.context import read
from analysis.figures.casualties.find import units_of
from analysis.figures.casualties.shapes import Unit
from analysis.figures.casualties.tokens import is_date_number
from analysis.figures.casualties.words import words
from analysis.records import Document, Quantity, Sentence
from analysis.text import find_quantities


class Considered(NamedTuple):
    """A rule that fired on a mention: what it would count, on which word, and what came of it."""

    start: int
    end: int
    measure: str
    rule: str
    trigger: str
    outcome: str


class Unused(NamedTuple):
    """A number that no casualty rule counted, and why."""

    start: int
    end: int
    reason: str


class Trace(NamedTuple):
    """The evidence of one sentence."""

    units: tuple[Unit, ...]
    considered: tuple[Considered, ...]
    unused: tuple[Unused, ...]


def trace(document: Document, sentence: Sentence) -> Trace:
    """Collect what the casualty rules saw in a sentence.

    Args:
        document: The article with its dates.
        sentence: The sentence.
    """
    units = units_of(document, sentence)
    text = document.text
    considered = []
    for claim in claims_of(units):
        mention = claim.values or units[claim.unit].mention
        if mention is None:
            continue
        reading = read(text, sentence.start, sentence.end, units, claim)
        considered.append(
            Considered(
                mention.start,
                mention.end,
                claim.measure,
                f"{claim.measure}.{claim.rule}",
                units[claim.trigger].text,
                _outcome(reading.certainty, reading.background, reading.cue, mention),
            )
        )
    used = [(c.start, c.end) for c in considered]
    unused = [
        Unused(q.start, q.end, _reason(document, units, q))
        for q in find_quantities(text, sentence.start, sentence.end)
        if not any(start <= q.number_start < end for start, end in used)
    ]
    return Trace(tuple(units), tuple(considered), tuple(unused))


def _outcome(certainty: str | None, background: bool, cue: str, mention: object) -> str:
    """What became of a claim, in words."""
    because = f' ("{cue.strip()}")' if cue else ""
    if certainty == "natural":
        return f"dropped: no violence{because}"
    if certainty is not None:
        return f"kept but never counted: {certainty}{because}"
    if not (mention.counted or mention.implied):  # type: ignore[attr-defined]
        return "dropped: several people without a number"
    if background:
        return f"counted for an earlier event, role background{because}"
    return "counted"


def _reason(document: Document, units: list[Unit], quantity: Quantity) -> str:
    """Why a number was not counted."""
    if any(d.start <= quantity.number_start < d.end for d in document.dates) or is_date_number(
        document.text, quantity
    ):
        return "part of a date"
    if quantity.unit is not None:
        return f"measures something: {quantity.unit}"
    if quantity.kind in ("percent", "fraction"):
        return "a share; only changes and shares of casualties make a row"
    unit = next((u for u in units if u.start <= quantity.number_start < u.end), None)
    if unit is not None and unit.kind == "X":
        head = unit.text.split()[-1]
        known = "a known thing" if head in words().things else "not known to be people"
        return f'counts "{head}", {known} (groups.toml, not_victims.toml)'
    if not any(u.kind in "VCTGK" for u in units):
        return "no casualty word in the sentence (casualty_verbs.toml, casualty_nouns.toml)"
    return "stands in no position that a casualty word counts (its subject, object, or behind “of”)"
