"""Tellings: incidents with what joining needs to know of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from analysis.context.ranks import HERE, PARTISAN, Voice, voice_of
from analysis.context.words import fold
from analysis.lexicon.loader import load, phrase_pattern, words_by_code

Row = Mapping[str, Any]
UNREAL = frozenset(("denied", "hypothetical"))
LEAD = 600  # characters of an article's beginning that speak of its only main incident
LONGEST_EVENT = 7  # days; a longer interval is a coarse date, not one long event
REPORT_LAG = 2  # days by which an event may precede the report that does not date it
_NAME = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DATELINE = re.compile(r"\A\s*[A-Z][A-Z .'’-]{1,40}(?:\([^()\n]{1,40}\))?\s?:\s")
_COMMON = frozenset(
    (
        "the", "of", "in", "near", "at", "and", "district", "province", "city", "town", "tehsil",
        "agency", "area", "region", "village", "division", "crossing", "border",
    )
)  # fmt: skip
SIDES = {
    "civilian": ("civilian", "child", "woman", "aid_worker", "health_worker", "journalist"),
    "forces": ("military", "police", "security_forces"),
    "militant": ("militant", "perpetrator"),
}


class TargetEntry(NamedTuple):
    """An entry of targets.toml."""

    code: str
    words: tuple[str, ...]


class Toll(NamedTuple):
    """Low, best and high of a count; None where open or unknown."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    @property
    def known(self) -> bool:
        """Whether any of the three is known."""
        return any(value is not None for value in self)

    @property
    def value(self) -> int | None:
        """The number to compare by: best, else low, else high."""
        return next((v for v in (self.best, self.low, self.high) if v is not None), None)


def overlap(one: Toll, other: Toll) -> bool:
    """Whether some number lies within both tolls."""
    lows = [t.low if t.low is not None else 0 for t in (one, other)]
    highs = [t.high for t in (one, other) if t.high is not None]
    return not highs or max(lows) <= min(highs)


class Telling(NamedTuple):
    """One incident, as one article tells it.

    `first`..`last` are the days on which it may have happened, `dated` how they are known:
    `stated` by the text, `assumed` from the publication, `span` (a month, a year), or None.
    `original` is the article that this one repeats, or itself. `names` are the words of its
    place, `victims` the sides that its dead belong to, `targets` what was attacked; `titled` and
    `mentions` are the names in the title and in title and lead of an article that reports nothing
    else, without its dateline.
    """

    incident_id: str
    article_id: str
    original: str
    published: date | None
    role: str
    first: date | None
    last: date | None
    dated: str | None
    country: str | None
    adm1: str | None
    adm2: str | None
    names: frozenset[str]
    point: bool
    kind: str | None
    actor: str | None
    killed: Toll
    injured: Toll
    victims: frozenset[str]
    targets: frozenset[str]
    killed_by: Voice
    injured_by: Voice
    titled: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()

    @property
    def reprint(self) -> bool:
        """Whether its article repeats an earlier one."""
        return self.article_id != self.original

    @property
    def signature(self) -> tuple[Any, ...]:
        """All that joining compares; tellings with the same signature are compared once."""
        return (self.published, *self[5:])


@cache
def _targets() -> tuple[re.Pattern[str], dict[str, str]]:
    entries = load("targets", TargetEntry)
    words = [word for entry in entries for word in entry.words]
    return re.compile(rf"(?<!\w){phrase_pattern(words)}(?!\w)"), words_by_code(entries)


def targets_in(text: str) -> frozenset[str]:
    """Codes of the targets that a text names."""
    pattern, codes = _targets()
    found = pattern.findall(text.casefold().replace("’", "'"))
    return frozenset(codes[" ".join(match.split())] for match in found)


def names_in(text: str) -> frozenset[str]:
    """Words written with a capital, folded, as names of places are; without the dateline."""
    said = _DATELINE.sub("", text)
    return frozenset(fold(m.group()) for m in _NAME.finditer(said) if m.group()[0].isupper()) - {""}


@cache
def place_names(words: str | None) -> frozenset[str]:
    """The words of a place's name, folded; words such as "district" are left out."""
    found = (fold(m.group()) for m in _NAME.finditer(words or ""))
    return frozenset(word for word in found if word and word not in _COMMON)


def same_district(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one district, before and after it was parted in two."""
    left, right = place_names(one), place_names(other)
    return bool(left and right) and (left <= right or right <= left)


def _place_names(row: Row) -> frozenset[str]:
    """The words of an incident's place; "the Afghan capital" also bears the seat's own name."""
    names = place_names(row["place"])
    return names | place_names(row["adm2_name"]) if "capital" in names else names


def _days(row: Row, figures: Sequence[Row], published: date | None) -> tuple:
    """(first, last, dated) of an incident."""
    start, end = row["date_start"], row["date_end"] or row["date_start"]
    if start is None or end is None:
        if published is None:
            return None, None, None
        return published - timedelta(days=REPORT_LAG), published, "assumed"
    said = any(f["date_id"] for f in figures)
    if published is not None and start == end == published and not said:
        return published - timedelta(days=REPORT_LAG), published, "assumed"
    span = (end - start).days >= LONGEST_EVENT
    return start, end, "span" if span else "stated"


def claimant_of(row: Row, figures: Sequence[Row], what: str) -> str | None:
    """Who gives an incident's toll: of its best, else the only one named, else None."""
    counted = [
        f
        for f in figures
        if f["measure"] == what
        and f["certainty"] not in UNREAL
        and f["figure_id"] not in row["superseded"]
    ]
    best = row[f"{what}_best"]
    same = [f for f in counted if best is not None and f["best"] == best]
    named = {f["claimant"] for f in same or counted}
    return next(iter(named)) if len(named) == 1 else None


def tellings(
    incidents: Iterable[Row], articles: Mapping[str, Row], figures: Mapping[str, Row]
) -> tuple[Telling, ...]:
    """Make tellings of the incidents that happened as far as is known.

    An incident whose figures are all denied or hypothetical makes none.

    Args:
        incidents: Rows of `incidents`.
        articles: Rows of `articles` by article_id: title, text, published, duplicate_of.
        figures: Rows of `figures` by figure_id.

    Returns:
        The tellings in the order of incident_id, whatever the order of the incidents.
    """
    rows = sorted(incidents, key=lambda r: r["incident_id"])
    mains: dict[str, int] = {}
    for row in rows:
        if row["role"] == "main":
            mains[row["article_id"]] = mains.get(row["article_id"], 0) + 1
    made = []
    for row in rows:
        own = [figures[f] for f in row["figure_ids"] if f in figures]
        if own and all(f["certainty"] in UNREAL for f in own):
            continue
        article = articles.get(row["article_id"], {})
        alone = row["role"] == "main" and mains[row["article_id"]] == 1
        made.append(_telling(row, own, article, alone))
    return tuple(made)


def _telling(row: Row, figures: Sequence[Row], article: Row, alone: bool) -> Telling:
    """One incident with its article; `alone` if the article reports nothing else."""
    published = article.get("published")
    first, last, dated = _days(row, figures, published)
    read = list(dict.fromkeys(f["quote"] for f in figures))
    title, lead = article.get("title") or "", (article.get("text") or "")[:LEAD]
    if alone:
        read += [title, lead]
    groups = {f["group"] for f in figures if f["measure"] == "killed" and f["group"]}
    by = [
        voice_of(claimant_of(row, figures, what), country=row["country"], published=published)
        for what in ("killed", "injured")
    ]
    return Telling(
        row["incident_id"],
        row["article_id"],
        article.get("duplicate_of") or row["article_id"],
        published,
        row["role"],
        first,
        last,
        dated,
        row["country"],
        row["adm1"],
        row["adm2_name"],
        _place_names(row),
        row["place_precision"] in ("point", "district"),
        row["attack_type"] if row["attack_type"] != "other" else None,
        row["actor"],
        Toll(row["killed_low"], row["killed_best"], row["killed_high"]),
        Toll(row["injured_low"], row["injured_best"], row["injured_high"]),
        frozenset(side for side, members in SIDES.items() if groups.intersection(members)),
        targets_in(" ".join(read)),
        by[0],
        by[1],
        names_in(title) if alone else frozenset(),
        names_in(title) | names_in(lead) if alone else frozenset(),
    )


def partisan(voice: Voice) -> bool:
    """Whether a voice is a party to what it counts."""
    return voice.rank == PARTISAN and voice.side != HERE
