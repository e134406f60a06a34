"""The vocabulary of numbers: how they are written and spelled, and what their words are worth."""

import re
from functools import cache
from typing import Any, NamedTuple

from analysis.lexicon import load, phrase_pattern


class Quantifier(NamedTuple):
    """A quantifier and the phrases that express it before or after a number."""

    code: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class NumberWords(NamedTuple):
    """Number words of one kind with their values."""

    kind: str
    values: dict[str, Any]


class UnitOfMeasure(NamedTuple):
    """Words that show a number to measure or name something."""

    code: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Vocabulary(NamedTuple):
    """The compiled lexicons of numbers, quantifiers and units."""

    values: dict[str, float]
    vague: dict[str, float]
    fractions: dict[str, float]
    multipliers: dict[str, float]
    atom: re.Pattern[str]
    glued: re.Pattern[str]
    candidate: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    quantifiers: dict[str, str]
    unit_before: re.Pattern[str]
    unit_after: re.Pattern[str]
    units: dict[str, str]


_DIGITS = (
    r"(?:(?<![\w.,])|(?<=least)|(?<=than)|(?<=between)|(?<=about)|(?<=around))(?:"
    r"\d{1,2}(?:,\d{2})+,\d{3}"  # 3,57,243
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?"  # 1,234,567.8
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+"  # thin and fixed blanks
    r"|\d{1,3}, 000(?!\d)"  # 148, 000: a slip
    r"|\d{1,3}(?: \d{3})* 000(?!\d)"  # 12 000, but not "3 200"
    r"|\d{1,3}(?:\.\d{3}){2,}"  # 1.234.567
    r"|\d+\.\d+|\d+)"
)
_SKIP = re.compile(r"[\s-]+")


def key(words: str) -> str:
    """Words as the lexicons list them: small letters, single blanks, no hyphens."""
    return " ".join(words.casefold().replace("-", " ").replace("’", "'").split())


@cache
def vocabulary() -> Vocabulary:
    """The lexicons, compiled once."""
    kinds: dict[str, dict[str, float]] = {}
    for entry in load("numbers", NumberWords, unique=()):
        kinds.setdefault(entry.kind, {}).update(entry.values)
    values = kinds["unit"] | kinds["tens"]
    multipliers = kinds["multiplier"]
    scale = "|".join(sorted(multipliers, key=len, reverse=True))
    unit, tens = "|".join(kinds["unit"]), "|".join(kinds["tens"])
    small = rf"(?:(?:{tens})(?:[\s-]*(?:{unit}))?|{unit})"
    half = r"(?:and[\s-]+a[\s-]+half[\s-]+)?"
    spoken = (
        rf"(?:(?:{small}|an?)[\s-]+{half}(?:{scale})s?\b|hundred\s+(?:thousand|million)\b)"
        rf"(?:\s+(?:and\s+)?{small}(?:\s+(?:{scale}))?\b|\s+and\s+a\s+half\b)*"
    )
    vague = phrase_pattern(kinds["vague"])
    fractions = phrase_pattern(
        [*kinds["fraction"], *(f.replace(" ", "-") for f in kinds["fraction"])]
    )
    few = rf"(?:{unit}|\d{{1,2}}(?![\d,.%]))"
    ratio = (
        rf"\b(?P<part>one|1)\s+in\s+(?:every\s+)?(?P<whole>{few})\b"
        rf"|\b(?P<part2>{few})\s+(?:in|out\s+of)\s+every\s+(?P<whole2>{few})\b"
        rf"|\b(?P<part3>{few})\s+(?:in|out\s+of)\s+(?P<whole3>ten\b|10\b(?![.,]\d)|100\b)"
    )
    atom = re.compile(
        rf"(?P<ratio>{ratio})"
        rf"|(?P<fraction>\b{fractions}\b(?:\s+(?:of\s+)?an?\s+(?P<of>{scale})\b|\s+(?P<of2>{scale})\b)?)"
        rf"|(?P<vague>\b(?:(?:tens?|hundreds?|scores|dozens?)\s+(?:of|or)\s+(?:thousands?|millions?)"
        rf"|(?:several|a\s+few|a\s+couple(?:\s+of)?)\s+(?:{scale})s?\b|{vague}\b))"
        rf"|(?P<digits>{_DIGITS})(?:(?P<short>k|m|bn)\b|[\s-]?(?P<scale>{scale})s?\b|(?=[\s\W]|s?\b))"
        rf"|(?P<spoken>\b{spoken})"
        rf"|(?P<small>\b{small}\b)",
        re.IGNORECASE,
    )
    quantifiers, before, after = {}, [], []
    for entry in load("quantifiers", Quantifier, unique=("before", "after")):
        quantifiers.update({("<", key(w)): entry.code for w in entry.before})
        quantifiers.update({(">", key(w)): entry.code for w in entry.after})
        before += entry.before
        after += entry.after
    units, first, last = {}, [], []
    for entry in load("units_of_measure", UnitOfMeasure, unique=()):
        units.update({("<", key(w)): entry.code for w in entry.before})
        units.update({(">", key(w)): entry.code for w in entry.after})
        first += entry.before
        last += entry.after
    more = r"(?:an?|the|another|a\s+further|a\s+total\s+of|an\s+additional|additional|other)"
    more = rf"(?:{more}\s+)?"
    return Vocabulary(
        values,
        kinds["vague"],
        {key(f): v for f, v in kinds["fraction"].items()},
        multipliers,
        atom,
        re.compile(rf"\b({tens})({unit})\b", re.IGNORECASE),
        re.compile(
            rf"\d|\b(?:{unit}|(?:{tens})(?:{unit})?|{scale}|{vague}|{fractions})\b", re.IGNORECASE
        ),
        re.compile(
            rf"(?:(?<!\w)(?P<words>{phrase_pattern(before)})\s*(?P<more>{more}))\Z", re.IGNORECASE
        ),
        re.compile(rf"[\s-]+(?P<words>{phrase_pattern(after)})\b|(?P<plus>\+)", re.IGNORECASE),
        quantifiers,
        re.compile(rf"(?:(?<!\w){phrase_pattern(first)})\s?\Z", re.IGNORECASE),
        re.compile(rf"[\s-]?{phrase_pattern(last)}(?!\w)", re.IGNORECASE),
        units,
    )


def singular(words: str, lexicon: Vocabulary) -> list[str]:
    """The words of a number, "two millions" as "two million"."""
    parts = lexicon.glued.sub(r"\1 \2", key(words)).split()
    return [p[:-1] if p[:-1] in lexicon.multipliers else p for p in parts]


def value_of_words(words: str, lexicon: Vocabulary) -> float:
    """Value of a spelled number such as "two hundred and forty thousand"."""
    total = current = 0.0
    scaled = ""
    parts = singular(words, lexicon)
    for place, part in enumerate(parts):
        if part in ("a", "an"):
            if place == 0 or parts[place - 1] != "and":
                current += 1
        elif part in ("and", "of"):
            continue
        elif part == "half":
            if total and not current:  # "a million and a half"
                total += 0.5 * lexicon.multipliers.get(scaled, 1)
            else:
                current += 0.5
        elif part in lexicon.multipliers:
            scale, scaled = lexicon.multipliers[part], part
            if scale >= 1000:
                total += (current or 1) * scale
                current = 0
            else:
                current = (current or 1) * scale
        else:
            current += float(part) if part.isdigit() else lexicon.values.get(part, 0)
    return total + current


def times(value: float, scale: float) -> float:
    """The product without the trace of binary fractions (8.2 million is 8,200,000)."""
    return round(value * scale, 3)


def plain(digits: str) -> float:
    """Value of digits with any grouping."""
    if re.fullmatch(r"\d+\.\d+|\d{1,3}(?:,\d{3})+\.\d+", digits):
        return float(digits.replace(",", ""))
    kept = re.sub(r"\D", "", digits)
    return float(kept[:30])
