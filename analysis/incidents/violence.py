"""Whether figures tell of violence at all, and not of a flood or of children lost in a queue."""

from collections.abc import Sequence

from analysis.context.attack_types import attack_words, kinds_of
from analysis.incidents.acts import act_pattern
from analysis.incidents.words import pattern
from analysis.records import Document, Figure

WEAK = frozenset(("injured", "casualties", "missing"))


def is_violent(document: Document, figures: Sequence[Figure]) -> bool:
    """Whether an event is an act of violence.

    Killed people are taken for killed by violence unless their sentence or the one before names a
    hazard (a flood, a river, a gas cylinder) and no attack. Missing people, and injured ones beside
    a hazard, need words of an attack; "nobody died" needs other figures or such words.
    """
    if any(_attacked(document, f) for f in figures):
        return True
    if not kinds_of(document.text) and pattern("hazard").search(document.text):
        return False  # a bulletin of an earthquake
    counted = {f.measure for f in figures if f.certainty != "negated"}
    if any(_says(document, f, "hazard") for f in figures):
        return False
    if counted and counted <= WEAK:
        return "missing" not in counted and not any(_says(document, f, "weather") for f in figures)
    return bool(counted) or figures[0].sentence <= 1


def _attacked(document: Document, figure: Figure) -> bool:
    """Whether the figure's sentence or the one before tells of an attack."""
    first = max(figure.sentence - 1, 0)
    start, end = document.sentences[first].start, document.sentences[figure.sentence].end
    if not _says(document, figure, "hazard") and act_pattern().search(document.text, start, end):
        return True  # a bomb or gunmen struck, and not an earthquake
    return any(attack_words(document, n) for n in range(first, figure.sentence + 1))


def _says(document: Document, figure: Figure, code: str) -> bool:
    """Whether the figure's sentence or the one before holds a word of one code."""
    first = max(figure.sentence - 1, 0)
    start, end = document.sentences[first].start, document.sentences[figure.sentence].end
    return bool(pattern(code).search(document.text, start, end))
