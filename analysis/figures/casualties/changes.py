"""Increases and falls of casualties, and shares of them, in percent."""

import re
from collections.abc import Sequence

from analysis.figures.casualties.confidence import confidence_of
from analysis.figures.casualties.shapes import Unit
from analysis.records import Document, Finding, Quantity, Sentence
from analysis.text import find_quantities

_UP = (
    r"(?:increas\w*|ris(?:e|es|en|ing)|rose|jump\w*|surg\w*|grow\w*|grew|climb\w*|spike\w*"
    r"|up|more|higher|growth|upsurge)"
)
_DOWN = r"(?:decreas\w*|drop\w*|declin\w*|f[ae]ll\w*|reduc\w*|down|fewer|less|lower|dip\w*)"
_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:of|by|some|about|a|to|\s)*\Z", re.I
)
_AFTER = re.compile(rf"\s*(?:\w+\s+)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\s+of\s+(?:the|those|all)\s+(?:\w+\s+){0,2}(?:killed|dead|deaths|fatalities|victims|casualties)",
    re.IGNORECASE,
)
_NEAR = 90
_SUBJECT = (
    ("casualties", re.compile(r"\bcasualt(?:y|ies)\b", re.IGNORECASE)),
    ("killed", re.compile(r"\b(?:deaths?|fatalit(?:y|ies)|killings?|killed)\b", re.IGNORECASE)),
    ("injured", re.compile(r"\b(?:injur(?:y|ies)|injured|wounded)\b", re.IGNORECASE)),
    ("abducted", re.compile(r"\b(?:abductions?|kidnappings?)\b", re.IGNORECASE)),
)
_ELSE = re.compile(
    r"\b(?:attacks?|incidents?|strikes?|bombings?|operations?|arrests?|refugees?|prices?|returns?)\b",
    re.IGNORECASE,
)


def changes_in(
    document: Document, sentence: Sentence, units: list[Unit], counted: Sequence[Finding]
) -> list[Finding]:
    """Find changes and shares in percent that a sentence states of casualties.

    Args:
        document: The article.
        sentence: The sentence.
        units: Its units.
        counted: The casualties that it counts.
    """
    text = document.text
    made = []
    for quantity in find_quantities(text, sentence.start, sentence.end):
        if quantity.kind != "percent" or quantity.best is None:
            continue
        share = _SHARE.match(text, quantity.end, sentence.end)
        sign = _sign(text, sentence, quantity)
        if share is None and sign is None:
            continue
        measure = "killed" if share else _measure(text, sentence, quantity, counted)
        if measure is None:
            continue
        factor = sign or 1
        made.append(
            Finding(
                sentence=sentence.index,
                start=quantity.start,
                end=quantity.end,
                measure=measure,
                form="share" if share else "change",
                low=None if quantity.low is None else quantity.low * factor,
                best=quantity.best * factor,
                high=None if quantity.high is None else quantity.high * factor,
                quantifier=quantity.quantifier,
                unit="percent",
                rule=f"{measure}.{'share' if share else 'change'}",
                trigger_start=quantity.start,
                trigger_end=quantity.end,
                confidence=confidence_of(f"{measure}.{'share' if share else 'change'}"),
            )
        )
    return made


def _sign(text: str, sentence: Sentence, quantity: Quantity) -> int | None:
    """1 for an increase, -1 for a fall, None for neither."""
    before = _BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    found = before or _AFTER.match(text, quantity.end, sentence.end)
    if found is None:
        return None
    return 1 if found["up"] else -1


def _measure(
    text: str, sentence: Sentence, quantity: Quantity, counted: Sequence[Finding]
) -> str | None:
    """The casualties that changed: those counted right before, or the clause's subject."""
    near = [f for f in counted if 0 <= quantity.start - f.end <= _NEAR and f.form == "count"]
    if near:
        last = max(near, key=lambda f: f.end)
        return None if _ELSE.search(text, last.end, quantity.start) else last.measure
    before = text[max(sentence.start, quantity.start - _NEAR) : quantity.start]
    after = text[quantity.end : min(sentence.end, quantity.end + 40)]
    places = [(m.start(), name) for name, p in _SUBJECT for m in p.finditer(before)]
    if places and not _ELSE.search(before, max(places)[0]):
        return max(places)[1]
    ahead = re.match(
        r"\s*(?:\w+\s+)?(?:increase|rise|jump|drop|fall|decline)\s+in\s+(.{0,25})", after, re.I
    )
    if ahead:
        return next((name for name, p in _SUBJECT if p.search(ahead[1])), None)
    return None
