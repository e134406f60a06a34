"""Words for codes, numbers, periods and places, made safe to show: article text is hostile."""

from __future__ import annotations

import calendar
import html
import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.lexicon.loader import read
from analysis.statistics.bounds import Bounds
from analysis.statistics.parameters import Selection
from analysis.statistics.rows import Row

UNKNOWN = "not known"


class Label(NamedTuple):
    """A word for a code."""

    kind: str
    code: str
    label: str


@cache
def _labels() -> dict[tuple[str, str], str]:
    """All labels by kind and code."""
    entries = read(Path(__file__).with_name("labels.toml"), Label, unique=())
    return {(entry.kind, entry.code): entry.label for entry in entries}


def label(kind: str, code: str | None) -> str:
    """The word for a code; the code itself where there is none, empty for null."""
    return "" if code is None else _labels().get((kind, code), code.replace("_", " "))


@cache
def country_name(code: str) -> str:
    """The common name of a country by its ISO 3166-1 alpha-3 code."""
    import pycountry

    found = pycountry.countries.get(alpha_3=code)
    return code if found is None else getattr(found, "common_name", found.name)


# Characters that no sign on the screen betrays and that spelling does not need.
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
_KEPT = "\u200c\u200d"  # joiners that the spelling of Persian, Pashto and Urdu needs
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Behind such letters the parts of 2025-03-02 would be shown from the right, as 02-03-2025.
_DATE_BEHIND = re.compile(rf"({RIGHT_TO_LEFT.pattern}[^\w\u200e]{{0,9}})(\d+[-–/.]\d)")
_SPELT = ("Cc", "Cf", "Cs", "Co", "Cn")


def visible(text: str) -> str:
    """Text on one line; control and direction characters, which could disguise it, are spelt out.

    A right-to-left override can turn 19 into 91 on the screen; so can Arabic letters before a date,
    after which a mark keeps its parts in order.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spelt = (
        f"‹U+{ord(c):04X}›"
        if not c.isspace() and c not in _KEPT and unicodedata.category(c) in _SPELT
        else c
        for c in text.translate(_DROPPED)
    )
    return _DATE_BEHIND.sub("\\1\u200e\\2", " ".join("".join(spelt).split()))


def escaped(text: object) -> str:
    """Text for HTML, with everything escaped that could end or open markup."""
    return html.escape(visible(str(text)), quote=True)


def shorten(text: str, length: int) -> str:
    """Text cut at a blank where it can be, with an ellipsis."""
    text = visible(text)
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    blank = cut.rfind(" ")
    return (cut[:blank] if blank > length // 2 else cut).rstrip(" ,;:") + "…"


def number(value: float | None) -> str:
    """A number with thousands separated; empty for null."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def stated(bounds: Bounds, quantifier: str, *, unit: str = "", signed: bool = False) -> str:
    """A figure as stated: "at least 46", "600,000–800,000", "about 8,000", "2,000 or more".

    Args:
        bounds: Low, best, high.
        quantifier: As in the table.
        unit: Put after the number, such as "%".
        signed: Show the sign of an increase as well.
    """

    def shown(value: float | None) -> str:
        return ("+" if signed and value is not None and value > 0 else "") + number(value)

    if quantifier in ("range", "vague") or bounds.best is None:
        return between(bounds) + unit
    words = label("quantifier", quantifier)
    return f"{words} {shown(bounds.best)}{unit}".strip()


def between(bounds: Bounds) -> str:
    """Bounds without a quantifier: "26", "14–26", "183 or more", "up to 70"."""
    low, high = bounds.low, bounds.high
    if low is None and high is None:
        return UNKNOWN if bounds.best is None else number(bounds.best)
    if high is None:
        return f"{number(low)} or more"
    if low is None:
        return f"up to {number(high)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def summed(bounds: Bounds) -> str:
    """A sum: its range and, where it has one that is not an end of it, its best."""
    ends = between(bounds)
    if bounds.best is None or bounds.low == bounds.high == bounds.best:
        return ends
    return f"{ends} (best {number(bounds.best)})"


def day(value: date) -> str:
    """A day as it stands in a text: 9 Nov 2024."""
    return f"{value.day} {calendar.month_abbr[value.month]} {value.year}"


def period(first: date | None, last: date | None) -> str:
    """A period as short as it can be said: 2024, Jan 2025, 9–11 Nov 2024, 1 Jan – 17 Mar 2024."""
    if first is None and last is None:
        return "date not known"
    if first is None or last is None:
        return f"until {day(last)}" if first is None else f"since {day(first)}"
    if first == last:
        return day(first)
    months_whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if not months_whole and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if not months_whole:
        begin = day(first).removesuffix(f" {last.year}")
        return f"{begin} – {day(last)}"
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    ends = [f"{calendar.month_abbr[d.month]} {d.year}" for d in (first, last)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"


def place_name(row: Row) -> str:
    """The gazetteer's name of a row's place, else its province or country."""
    country = country_name(row["country"]) if row.get("country") else None
    return row["place_name"] or row.get("adm1_name") or country or "place not known"


def where(selection: Selection, codes: list[str | None]) -> str:
    """The countries asked for, else those of the rows shown, up to three."""
    found = list(selection.countries) or sorted({code for code in codes if code})
    names = [country_name(code) for code in found]
    if not names:
        return "place not known"
    if len(names) > 3:
        return f"{len(names)} countries"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def when(selection: Selection, days: list[date | None]) -> str:
    """The dates asked for, else from the first to the last month of the rows shown."""
    known = [d for d in days if d is not None]
    first = selection.start or min(known, default=None)
    last = selection.end or max(known, default=None)
    if first is None or last is None:
        return "dates not known"
    if selection.start and selection.end:
        return period(first, last)
    ends = [f"{calendar.month_abbr[d.month]} {d.year}" for d in (first, last)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"
