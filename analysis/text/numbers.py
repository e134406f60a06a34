"""Numbers and vague quantities in a sentence, with the words that bound them.

Finds what is written as a number, says what low, best and high it states, and marks numbers that
measure or name something (money, lengths, ages, codes). Deciding what a number counts is the
business of later rooms.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.lexicon import phrase_pattern
from analysis.records import Quantity
from analysis.text.number_words import (
    Vocabulary,
    key,
    plain,
    singular,
    times,
    value_of_words,
    vocabulary,
)

LARGEST = 10_000_000_000  # more than the people on Earth: not a count


class _Number(NamedTuple):
    """A number alone: offsets, value, and how it is written."""

    start: int
    end: int
    value: float
    kind: str
    scale: float = 1  # its multiplier word, which a bare neighbour may share


def _of_ratio(match: re.Match[str]) -> tuple[str, str]:
    """The two numbers of "one in five"."""
    for end in ("", "2", "3"):
        if match[f"part{end}"]:
            return match[f"part{end}"], match[f"whole{end}"]
    return "", ""


def _numbers(text: str, start: int, end: int, lexicon: Vocabulary) -> Iterator[_Number]:
    """Every number or vague quantity between the offsets, from left to right."""
    for match in lexicon.atom.finditer(text, start, end):
        kind, begin, stop = match.lastgroup, match.start(), match.end()
        if match["ratio"]:
            part, whole = (value_of_words(w, lexicon) for w in _of_ratio(match))
            if 0 < part < whole:
                yield _Number(begin, stop, part / whole, "fraction")
        elif match["fraction"]:
            share = re.match(phrase_pattern(lexicon.fractions), key(match["fraction"]))
            of = match["of"] or match["of2"]
            value = lexicon.fractions[share.group()] if share else 0.5
            if of:
                yield _Number(begin, stop, value * lexicon.multipliers[of.casefold()], "words")
            else:
                yield _Number(begin, stop, value, "fraction")
        elif match["vague"]:
            words = key(match["vague"])
            parts = words.replace(" or ", " of ").split(" of ")
            plural = parts[-1] if parts[-1].endswith("s") else parts[-1] + "s"
            if len(parts) == 2 and plural in lexicon.vague:
                scale = lexicon.vague[plural] / 2
                head = parts[0].rstrip("s") + "s"
                factor = 20 if head in ("dozens", "scores") else lexicon.vague[head]
                value = factor * scale
            elif words in lexicon.vague:
                value = lexicon.vague[words]
            else:
                head, scale_word = words.replace("couple of", "couple").rsplit(" ", 1)
                scale = lexicon.multipliers[singular(scale_word, lexicon)[0]]
                value = lexicon.vague[head] * scale
            yield _Number(begin, stop, value, "vague")
        elif match["digits"]:
            value, scale = plain(match["digits"]), 1.0
            after = text[stop : stop + 1]
            if match["short"]:
                followed = re.match(
                    r"\s+(?:high|deep|long|wide|tall|away|above|below|from)\b",
                    text[stop : stop + 12],
                )
                if match["short"].casefold() == "m" and followed:
                    continue
                scale = {"k": 1e3, "m": 1e6, "bn": 1e9}[match["short"].casefold()]
            elif match["scale"] and value < 1e6:  # "1,762,793 million" is a slip
                scale = lexicon.multipliers[match["scale"].casefold()]
            elif match["scale"]:
                pass
            elif after.isalpha() or (after == "/" and text[stop + 1 : stop + 2].isdigit()):
                continue  # 4th, 21st, 9/11, G7
            clock = text[max(0, begin - 1) : begin] in ("/", ":")
            clock &= not text[max(0, begin - 2) : begin - 1].isalpha()  # "4 dead/7 injured"
            if clock or (after == ":" and text[stop + 1 : stop + 2].isdigit()):
                continue  # a clock time or a date
            if value * scale <= LARGEST:
                yield _Number(begin, stop, times(value, scale), "digits", scale)
        else:
            words = match[kind or 0]
            last = lexicon.multipliers.get(singular(words, lexicon)[-1], 1)
            yield _Number(begin, stop, value_of_words(words, lexicon), "words", last)


_RANGE = re.compile(
    r"\s?[-–—]\s?|\s+to\s+|\s+or\s+|\s+and\s+(?:perhaps|possibly|maybe)\s+(?:up\s+to\s+)?",
    re.IGNORECASE,
)
_WIDEST = 100  # times the low end that the high end of a range may be
_BETWEEN = re.compile(r"\s+and\s+|\s+to\s+|\s?[-–—]\s?", re.IGNORECASE)
_BETWEEN_BEFORE = re.compile(
    r"\b(?:(?:anywhere|somewhere|anything)\s+(?:from|between)|between)\s*\Z", re.IGNORECASE
)
_FROM_BEFORE = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_BY_BEFORE = re.compile(r"\bby\s+\Z", re.IGNORECASE)
_THAN_THE = re.compile(r"\b(?:more|less|fewer|greater)\s+than\s+the\s+\Z", re.IGNORECASE)
_DIFFERENCE = re.compile(r"(?:\d|%|\bper\s?cent|\bpct|\btimes|\bpoints?)\s+\Z", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s?%|[\s-]+(?:per\s?cent|percent|pct|percentage\s+points?|(?:by|per|for)\s+(?:cent|hundred))\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|a\s+further|further|an\s+additional|additional|other|the\s+other)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


def _range_with(
    text: str, left: _Number, right: _Number, lexicon: Vocabulary
) -> tuple[int, float, float] | None:
    """Start, low and high if two neighbouring numbers are the ends of one range."""
    between = text[left.end : right.start]
    if left.kind not in ("digits", "words") or right.kind not in ("digits", "words"):
        return None
    low = _shared(text, left, right)
    opening = _BETWEEN_BEFORE.search(text, max(0, left.start - 24), left.start)
    if opening and _BETWEEN.fullmatch(between):
        return (opening.start(), low, right.value) if low < right.value else None
    if not _RANGE.fullmatch(between) or low >= right.value:
        return None
    if "to" in between.casefold().split() and _FROM_BEFORE.search(
        text, max(0, left.start - 8), left.start
    ):
        return None  # a change from one number to another
    by = _BY_BEFORE.search(text, max(0, left.start - 8), left.start)
    if by and "to" in between.casefold().split() and right.value > 2.5 * low:
        return None  # "fell by 40 to 212"
    if "to" in between.casefold().split() and right.value > _WIDEST * max(low, 1):
        return None  # "rose from 172,500 in round 24 to 373,700"
    if between.strip().casefold() == "or" and right.value > 3 * low + 2:
        return None
    return left.start, low, right.value


def _shared(text: str, left: _Number, right: _Number) -> float:
    """The left number with the multiplier of the right one, where it leaves its own out.

    "1-2 million", "from 2.1 to 3.4 million", "20-25,000"; by hyphen, "to" or, for decimals, "and".
    """
    if left.scale != 1 or left.value >= 1000 or left.kind not in ("digits", "words"):
        return left.value
    between = text[left.end : right.start].strip().casefold()
    if right.scale > 1 and (left.kind == "digits" or left.value * right.scale < right.value):
        decimal = left.value % 1 > 0
        if decimal or between not in ("and", ",") or _between_before(text, left):
            return times(left.value, right.scale)
    thousands = right.kind == "digits" and right.scale == 1 and right.value % 1000 == 0
    if thousands and between in ("-", "–") and left.value * 1000 < right.value:
        return left.value * 1000
    return left.value


def _between_before(text: str, number: _Number) -> bool:
    return bool(_BETWEEN_BEFORE.search(text, max(0, number.start - 24), number.start))


def _added(text: str, found: list[_Number]) -> list[_Number]:
    """Numbers told in steps as one: "61 thousand 240", "2 lakh 15 thousand"."""
    made: list[_Number] = []
    for number in found:
        last = made[-1] if made else None
        digits = last is not None and last.kind == number.kind == "digits"
        whole = digits and last.value % 1000 == 0
        if whole and 1000 <= last.scale > number.value and text[last.end : number.start] == " ":
            value = last.value + number.value
            made[-1] = last._replace(end=number.end, value=value, scale=number.scale)
        else:
            made.append(number)
    return made


_LINKED = re.compile(r"\s?(?:,|-|–|\band\b|\bor\b|\bto\b)\s?", re.IGNORECASE)


def _completed(text: str, found: list[_Number]) -> list[_Number]:
    """Numbers that leave out the multiplier of the next one get it ("2.1 and 3.4 million")."""
    made = list(found)
    for place in range(len(made) - 2, -1, -1):
        left, right = made[place], made[place + 1]
        if right.end - left.end < 20 and _LINKED.fullmatch(text[left.end : right.start].strip(" ")):
            value = _shared(text, left, right)
            if value != left.value:
                made[place] = left._replace(value=value, scale=right.scale)
    return made


def _bounds(value: float, quantifier: str) -> tuple[float | None, float | None, float | None]:
    """Low, best and high that a number with a quantifier states."""
    if quantifier in ("at_least", "more_than"):
        return value, value, None
    if quantifier in ("at_most", "less_than"):
        return None, value, value
    if quantifier == "vague":
        return value, None, None
    return value, value, value


_AGES = re.compile(r"\b(?:aged|ages)\s+(?:[\w-]+,?\s+(?:and\s+|to\s+)?){1,4}\Z", re.IGNORECASE)


_CLOSES_AGES = re.compile(r"\s*(?:[,.;:)]|\Z|(?:and|to)\s+[\w-]+\s*(?:[,.;:)]|\Z))")


def _unit(text: str, start: int, end: int, lexicon: Vocabulary) -> str | None:
    """What a neighbouring unit of measurement shows the number to be, or None."""
    ahead = lexicon.unit_after.match(text, end, end + 30)
    if ahead:
        return lexicon.units[">", key(ahead.group().strip(" -"))]
    if re.match(
        r"[-\s](?:years?|months?|weeks?|days?|hours?|minutes?)[-\s](?:old|long)\b",
        text[end : end + 20],
        re.IGNORECASE,
    ):
        return "age"
    listed = _AGES.search(text, max(0, start - 40), start)  # "aged eight and eleven"
    if listed and _CLOSES_AGES.match(text, end):
        return "age"
    behind = lexicon.unit_before.search(text, max(0, start - 14), start)
    if behind:
        unit = lexicon.units["<", key(behind.group())]
        if unit != "code" or "," not in text[start:end]:  # "in the last phase 49,000 went home"
            return unit
    if start and text[start - 1] in "-–" and start > 1 and text[start - 2].isalpha():
        return "code"  # F-16, B-52
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper():
        return "code"
    return None


def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Find the numbers and vague quantities of a stretch of text.

    Args:
        text: The article's text.
        start: Where to begin, usually a sentence's start.
        end: Where to stop, or None for the end of the text.

    Returns:
        Quantities from left to right, not overlapping. Low, best and high are as written: "at
        least N" is N, N, None; "up to N" None, N, N; a range a, None, b; vague plurals twice the
        unit, None, None; percent and fractions keep their own `kind` (a fraction's value is in
        percent). Nothing is dropped for what it measures: see `unit`.
    """
    end = len(text) if end is None else end
    lexicon = vocabulary()
    if not lexicon.candidate.search(text, start, end):
        return ()
    found = _completed(text, _added(text, list(_numbers(text, start, end, lexicon))))
    made, place = [], 0
    while place < len(found):
        number = found[place]
        following = found[place + 1] if place + 1 < len(found) else None
        spread = _range_with(text, number, following, lexicon) if following else None
        last = following if spread and following else number
        begin = spread[0] if spread else number.start
        made.append(_quantity(text, start, end, begin, number, last, spread, lexicon))
        place += 2 if spread else 1
    return tuple(made)


def _quantity(
    text: str,
    start: int,
    end: int,
    begin: int,
    number: _Number,
    last: _Number,
    spread: tuple[int, float, float] | None,
    lexicon: Vocabulary,
) -> Quantity:
    """Add quantifier, percent sign and unit of measurement to a number or range."""
    stop, kind = last.end, last.kind
    percent = _PERCENT.match(text, stop, end)
    if percent:
        stop, kind = percent.end(), "percent"
    quantifier = "range" if spread else "vague" if number.kind == "vague" else "exact"
    behind = lexicon.before.search(text, max(start, begin - 60), begin)
    opening = begin
    if behind and _DIFFERENCE.search(text, max(start, behind.start() - 20), behind.start()):
        behind = None  # "14 percent less than the 421"
    if behind and _THAN_THE.search(behind.group()):
        behind = None  # "fewer than the 168 of the quarter before"
    if behind and text[begin - 1 : begin] != ".":
        opening = behind.start("words")
        code = lexicon.quantifiers["<", key(behind["words"])]
        if quantifier == "exact":
            quantifier = code
        elif quantifier == "vague" and code == "about":
            opening = begin if not behind["more"] else opening
    ahead = lexicon.after.match(text, stop, end)
    if ahead and quantifier == "exact" and kind != "vague":
        quantifier = "more_than" if ahead["plus"] else lexicon.quantifiers[">", key(ahead["words"])]
        stop = ahead.end()
    if spread:
        low, best, high = spread[1], None, spread[2]
    else:
        value = number.value * 100 if kind == "fraction" else number.value
        low, best, high = _bounds(value, quantifier)
    another = _ANOTHER.search(text, max(start, begin - 30), begin)
    return Quantity(
        opening,
        stop,
        number.start,
        last.end,
        low,
        best,
        high,
        quantifier,
        kind,
        None if kind == "percent" else _unit(text, number.start, last.end, lexicon),
        bool(another),
    )
