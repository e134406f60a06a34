"""Case tables of figures: text and the rows that a detector must find, compared field by field."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from analysis import context, dates
from analysis.records import Document, Finding
from analysis.text import split

CASES = Path(__file__).resolve().parents[1] / "cases"
SAID = {"asserted", "attributed", "disputed"}  # the claimant is added by a later step
PUBLISHED = date(2024, 6, 15)


def document(text: str, *, published: date | None = PUBLISHED) -> Document:
    """A document as the pipeline builds it, without actors."""
    sentences = split(text)
    found = dates.tag(text, sentences, published=published)
    places = context.find_places(text, sentences)
    return Document("case", text, published, sentences, tuple(found), tuple(places))


def differences(wanted: dict, found: Finding) -> list[str]:
    """Fields of a row that are not as wanted; `a|b` in the wanted row lets either pass."""
    wrong = []
    for field in ("measure", "form", "unit", "stock_flow"):
        fair = wanted[field]
        if fair is not None and getattr(found, field) not in fair.split("|"):
            wrong.append(f"{field} {getattr(found, field)} for {fair}")
    for field in ("low", "best", "high"):
        value, got = wanted[field], getattr(found, field)
        if (value is None) != (got is None) or (value is not None and abs(value - got) >= 0.5):
            wrong.append(f"{field} {got} for {value}")
    if wanted.get("rate_per") != found.rate_per:
        wrong.append(f"rate_per {found.rate_per} for {wanted.get('rate_per')}")
    fair = set(wanted["certainty"].split("|"))
    got = found.certainty or "asserted"
    if got not in fair and not (got in SAID and fair & SAID):
        wrong.append(f"certainty {got} for {wanted['certainty']}")
    return wrong


def run(name: str, detect: Callable[[Document], list[Finding]]) -> tuple[int, int, list[str]]:
    """Cases, cases with every row right and no row too many, and what is wrong with the others."""
    right, total, wrong = 0, 0, []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        told = case.get("published")
        published = date.fromisoformat(told) if told else PUBLISHED
        found = list(detect(document(case["text"], published=published)))
        problems = []
        for wanted in case["figures"]:
            end = wanted["start"] + len(wanted["text"])
            hit = next((f for f in found if f.start < end and wanted["start"] < f.end), None)
            if hit is None and wanted.get("optional"):
                continue
            if hit is None:
                problems.append(f"missed {wanted['text']}")
                continue
            found.remove(hit)
            problems += differences(wanted, hit)
        problems += [f"too many: {case['text'][f.start : f.end]} {f.measure}" for f in found]
        total += 1
        right += not problems
        wrong += [f"{case['text']}: {'; '.join(problems)}"] if problems else []
    return total, right, wrong
