"""Amounts in words or digits, and the TIMEX3 durations made of them."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.dates.patterns import number_words
from analysis.dates.tokens import value_of

LARGEST = 100_000  # of any unit; more is no span of time that news tells


class Amount(NamedTuple):
    """A number of units: None stands for a vague one (X)."""

    number: float | None
    approximate: bool = False


def amount(words: Sequence[str]) -> Amount | None:
    """Read an amount.

    Args:
        words: Lower-case tokens: ``["two"]``, ``["2", "1", "/", "2"]``, ``["a", "few"]``.

    Returns:
        None where the words make no number.
    """
    items = [word for word in words if word not in ("-", "of", "the", ".") and not word.isspace()]
    if not items:
        return None
    if "couple" in items:
        return Amount(2, True)
    if any(value_of("vague", word) for word in items) or items[0] in ("tens", "hundreds", "multi"):
        return Amount(None)
    if items[0] == "thousands":
        return Amount(None)
    if items[-2:] == ["and", "half"]:  # a literal translation
        items = [*items[:-1], "a", "half"]
    words_for_half = items[-3:] == ["and", "a", "half"]
    half = words_for_half or len(items) > 1 and items[-1] == "½"
    items = items[: -3 if words_for_half else -1] if half else items
    number = _number(items)
    return None if number is None else Amount(number + (0.5 if half else 0))


def _number(items: list[str]) -> float | None:
    if len(items) == 4 and items[2] == "/":
        digits = [int(items[i]) for i in (0, 1, 3) if items[i].isdigit()]
        return digits[0] + digits[1] / digits[2] if len(digits) == 3 and digits[2] else None
    if items[0][0].isdigit():
        try:
            return float(items[0].replace(",", ""))
        except ValueError:
            return None
    return cardinal(items)


def cardinal(words: Sequence[str]) -> float | None:
    """Value of number words (``["two", "hundred", "and", "ten"]``), None if they make none."""
    known, total, part = number_words(), 0, 0
    for word in words:
        if word in ("and", "-"):
            continue
        if word in ("a", "an"):
            part = part or 1
            continue
        value = known.get(word)
        if value is None:
            return None
        if value == 12 and word == "dozen":
            part = max(part, 1) * 12
        elif value == 100:
            part = max(part, 1) * 100
        elif value >= 1000:
            total, part = total + max(part, 1) * value, 0
        else:
            part += value
    return float(total + part)


def spoken_year(words: Sequence[str]) -> int | None:
    """A year in words: ``nineteen ninety-six``, ``two thousand and five``."""
    known = number_words()
    items = [known.get(w) for w in words if w not in ("-", "and", "the", "year")]
    if not items or None in items:
        return None
    numbers = [item for item in items if item is not None]
    if numbers[:2] == [2, 1000]:
        return 2000 + sum(numbers[2:])
    if len(numbers) > 1 and numbers[0] in (17, 18, 19, 20):
        rest = numbers[1:]
        if rest == [100]:
            return numbers[0] * 100
        if rest[0] >= 10 and sum(rest) < 100:
            return numbers[0] * 100 + sum(rest)
    return None


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


_SMALLER = {
    "Y": (12, "M"), "M": (30, "D"), "D": (24, "H"), "TH": (60, "M"), "TM": (60, "S"),
}  # fmt: skip


def duration_value(number: float | None, unit: str) -> str | None:
    """TIMEX3 value of a duration.

    Args:
        number: None for X.
        unit: D, W, 2W, WE, M, Q, Y, E, C, TH, TM or TS.

    Returns:
        For instance ``P5Y``, ``PXD``, ``PT2H``, ``P2Y6M``; None for an absurd number.
    """
    if number is not None and not 0 <= number <= LARGEST:
        return None
    if unit == "2W":
        unit, number = "W", None if number is None else number * 2
    if unit == "WE":
        return f"P{'X' if number is None else _plain(number)}WE"
    if unit == "Q":
        unit, number = "M", None if number is None else number * 3
    if number is not None and unit in ("E", "C"):  # ISO 8601 counts no decades
        unit, number = "Y", round(number * {"E": 10, "C": 100}[unit])
    if number is not None and number != int(number) and unit == "W":
        unit, number = "D", round(number * 7)
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if number is None:
        return f"P{clock}X{letter}"
    whole, part = int(number), number - int(number)
    smaller = _SMALLER.get(unit)
    if part and smaller and abs(part * smaller[0] - round(part * smaller[0])) < 0.01:
        head = f"{whole}{letter}" if whole else ""
        tail = "T" if unit == "D" else ""  # a day and a half: P1DT12H
        return f"P{clock}{head}{tail}{round(part * smaller[0])}{smaller[1]}"
    if number >= 1000 and number % 1000 == 0 and unit == "Y":
        return f"P{_plain(number / 1000)}L"
    return f"P{clock}{_plain(number)}{letter}"


def unit_of(word: str) -> str | None:
    """ISO unit of a unit word, singular or plural."""
    for kind in ("unit", "units", "clock_unit", "clock_units"):
        value = value_of(kind, word)
        if value:
            return value
    return None
