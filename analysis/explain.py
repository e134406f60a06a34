"""Explain what the rules made of a sentence, for analysts who extend a lexicon."""

from typing import NamedTuple

from analysis.figures.casualties.trace import trace
from analysis.figures.mending import mend
from analysis.pipeline import read_article
from analysis.records import Article, Figure, Incident
from analysis.text import find_quantities

KINDS = {
    "N": "people",
    "n": "name",
    "V": "casualty verb",
    "C": "counted noun",
    "T": "act",
    "G": "bodies",
    "K": "toll",
    "L": "including",
    "Z": "not",
}


class Explanation(NamedTuple):
    """Everything that the rules saw and made: numbers, claims, rows, and numbers left over.

    Every entry is one line of words; `plainer` holds garbled sentences as the rules read them;
    `rows` and `told` are the figures and incidents themselves.
    """

    numbers: tuple[str, ...]
    words: tuple[str, ...]
    fired: tuple[str, ...]
    left_over: tuple[str, ...]
    rows: tuple[Figure, ...]
    told: tuple[Incident, ...]
    plainer: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The explanation as a text of short sections."""
        rows = [_row(f) for f in self.rows]
        told = [_incident(i) for i in self.told]
        sections = (
            ("Numbers seen", self.numbers),
            *([("Read in plainer words", self.plainer)] if self.plainer else []),
            ("Words that matter to the casualty rules", self.words),
            ("Casualty rules that fired", self.fired),
            ("Numbers without a row", self.left_over),
            ("Rows", rows),
            ("Incidents", told),
        )
        return "\n\n".join(
            "\n".join([title, *(f"  {line}" for line in lines or ("none",))])
            for title, lines in sections
        )


def explain(text: str) -> Explanation:
    """Explain a sentence or a short text.

    Args:
        text: The words to explain, as an article without a date.

    Returns:
        What was seen, which rules fired, what was dropped and why; printing it shows all.
    """
    reading = read_article(Article("explain", text))
    document, figures = reading.document, reading.figures
    numbers, words, fired, left = [], [], [], []
    owned = [(f.start, f.end) for f in figures]
    mended = mend(document)
    plain = mended.document
    for sentence in document.sentences:
        for q in find_quantities(document.text, sentence.start, sentence.end):
            numbers.append(
                f'"{document.text[q.start : q.end]}": {_bounds(q.low, q.best, q.high)},'
                f" {q.quantifier}, {q.unit or q.kind}"
            )
    text = plain.text
    for sentence in plain.sentences:
        seen = trace(plain, sentence)
        words += [
            f"{KINDS[u.kind]}: {text[u.start : u.end]!r}" for u in seen.units if u.kind in KINDS
        ]
        fired += [
            f'{c.rule} on "{c.trigger}": "{text[c.start : c.end]}" → {c.outcome}'
            for c in seen.considered
        ]
        left += [
            f'"{text[u.start : u.end]}": {u.reason}'
            for u in seen.unused
            if not any(
                start < stop and begin < end
                for begin, stop in [mended.back(u.start, u.end)]
                for start, end in owned
            )
        ]
    return Explanation(
        tuple(numbers),
        tuple(words),
        tuple(fired),
        tuple(left),
        figures,
        reading.incidents,
        tuple(text[s.start : s.end] for s in plain.sentences if s.index in mended.sentences),
    )


def _bounds(low: float | None, best: float | None, high: float | None) -> str:
    """Low, best and high as words, "?" for unknown."""
    return " / ".join("?" if b is None else f"{b:g}" for b in (low, best, high))


def _row(figure: Figure) -> str:
    """A figure as one line."""
    extra = [figure.certainty, figure.scope, f"role {figure.role}"]
    extra += [f"group {figure.group}"] if figure.group else []
    extra += ["part of another row"] if figure.part_of else []
    extra += [f"claimant {figure.claimant}"] if figure.claimant else []
    return (
        f'{figure.measure} ({figure.form}) "{figure.reported}"'
        f" {_bounds(figure.low, figure.best, figure.high)}: {', '.join(extra)};"
        f" rule {figure.rule}, confidence {figure.confidence:.2f}"
    )


def _incident(incident: Incident) -> str:
    """An incident as one line."""
    killed = _bounds(incident.killed_low, incident.killed_best, incident.killed_high)
    injured = _bounds(incident.injured_low, incident.injured_best, incident.injured_high)
    return f"role {incident.role}: killed {killed}, injured {injured}"
