"""The records that travel through the rooms; the tables are made of them.

Offsets are indices into the article's text (a Python `str`), ends exclusive, and
``text[start:end] == reported`` always. An unknown value is None, never 0 or an empty string.
"""

import hashlib
from datetime import date
from typing import NamedTuple


def content_id(prefix: str, *parts: object) -> str:
    """An id made from content, so that it survives re-extraction: prefix and 12 hex digits."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def date_id(article_id: str, expression: "TimeExpression") -> str:
    """The id of a temporal expression in the table `dates`."""
    return content_id("d", article_id, expression.start, expression.end)


class Article(NamedTuple):
    """One article as read from a corpus; columns as in the table `articles`."""

    article_id: str
    text: str
    path: str | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    published_basis: str = "unknown"
    published_note: str | None = None
    words: int = 0
    sha256: str = ""
    duplicate_of: str | None = None
    warnings: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """A sentence by its offsets; `index` counts from 0 in its article."""

    index: int
    start: int
    end: int


class TimeExpression(NamedTuple):
    """A temporal expression; columns as in the table `dates` (TIMEX3 type, value, mod).

    `date_start`..`date_end` is the interval of the expression itself. Two expressions that bound a
    range ("between May and July 2024") both carry `range_start`..`range_end`, from the first day of
    the earlier to the last day of the later one.
    """

    sentence: int
    start: int
    end: int
    reported: str
    type: str
    value: str
    mod: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    precision: str | None = None
    calendar: str = "gregorian"
    anchor: str | None = None
    rule: str = ""
    range_start: date | None = None
    range_end: date | None = None


class Quantity(NamedTuple):
    """A number or vague quantity as written, not yet known to count anything.

    `start`..`end` covers the quantifier ("at least 46"), `number_start`..`number_end` the number
    alone. `kind` is digits, words, vague, percent or fraction; `unit` says what a unit of
    measurement beside it shows it to be (money, length, age, clock, code, …), else None.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: float | None
    best: float | None
    high: float | None
    quantifier: str
    kind: str
    unit: str | None = None
    another: bool = False


class Place(NamedTuple):
    """A place named in the text, resolved by the gazetteer as far as it goes.

    `precision` is point, district, adm1 or country; codes are ISO 3166-1 alpha-3 and 3166-2.
    `role` is location, demonym ("Afghan", "Pakistan's"), metonym ("Islamabad accused"), origin
    ("Islamabad-based"), or dateline.
    """

    start: int
    end: int
    reported: str
    precision: str
    country: str | None = None
    adm1: str | None = None
    adm1_name: str | None = None
    adm2_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    role: str = "location"


class Location(NamedTuple):
    """Where something happened: the words, and what the gazetteer and the context make of them."""

    place: str
    place_precision: str
    country: str | None = None
    adm1: str | None = None
    adm1_name: str | None = None
    adm2_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    start: int = -1


class Actor(NamedTuple):
    """An armed or state actor named in the text, by the actor lexicon's code."""

    start: int
    end: int
    reported: str
    code: str
    kind: str


class Document(NamedTuple):
    """An article with what the earlier rooms found in it: the input of the later rooms."""

    article_id: str
    text: str
    published: date | None
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()


class Finding(NamedTuple):
    """A figure as a detector finds it, before its context (place, period, claimant) is added.

    `start`..`end` is the quantity with its quantifier or, for an implied victim, the victim's
    words. `trigger_start`..`trigger_end` is the word that says what is counted ("killed").
    `part_of` is the index of another finding of the same list. `certainty` is set by a detector
    only where its clause decides it (negated, hypothetical, denied); else None. `background`
    marks an earlier event recalled.
    """

    sentence: int
    start: int
    end: int
    measure: str
    form: str
    low: float | None
    best: float | None
    high: float | None
    quantifier: str
    unit: str
    rule: str
    trigger_start: int
    trigger_end: int
    rate_per: str | None = None
    group: str | None = None
    group_text: str | None = None
    part_of: int | None = None
    stock_flow: str | None = None
    certainty: str | None = None
    background: bool = False
    confidence: float = 0.5


class Figure(NamedTuple):
    """A figure with its context; columns as in the table `figures`."""

    figure_id: str
    article_id: str
    sentence: int
    start: int
    end: int
    reported: str
    quote: str
    measure: str
    form: str
    low: float | None
    best: float | None
    high: float | None
    quantifier: str
    unit: str
    rate_per: str | None = None
    group: str | None = None
    group_text: str | None = None
    part_of: str | None = None
    actor: str | None = None
    actor_text: str | None = None
    attack_type: str | None = None
    claimant: str | None = None
    certainty: str = "asserted"
    scope: str = "incident"
    stock_flow: str | None = None
    place: str | None = None
    place_precision: str | None = None
    country: str | None = None
    adm1: str | None = None
    adm1_name: str | None = None
    adm2_name: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_precision: str | None = None
    date_id: str | None = None
    incident_id: str | None = None
    confidence: float = 0.5
    rule: str = ""
    role: str = "main"


class Incident(NamedTuple):
    """A violent event as told in one article; columns as in the table `incidents`."""

    incident_id: str
    article_id: str
    figure_ids: tuple[str, ...] = ()
    event_id: str | None = None
    role: str = "main"
    date_start: date | None = None
    date_end: date | None = None
    date_precision: str | None = None
    place: str | None = None
    place_precision: str | None = None
    country: str | None = None
    adm1: str | None = None
    adm1_name: str | None = None
    adm2_name: str | None = None
    attack_type: str | None = None
    actor: str | None = None
    killed_low: int | None = None
    killed_best: int | None = None
    killed_high: int | None = None
    killed_civilians: int | None = None
    killed_security_forces: int | None = None
    killed_militants: int | None = None
    killed_perpetrators: int | None = None
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None
    claims: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()


class Event(NamedTuple):
    """A violent event told by one article or many; columns as in the table `events`."""

    event_id: str
    article_ids: tuple[str, ...]
    incident_ids: tuple[str, ...]
    figure_ids: tuple[str, ...] = ()
    role: str = "main"
    tellings: int = 1
    first_report: date | None = None
    last_report: date | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_precision: str | None = None
    place: str | None = None
    place_precision: str | None = None
    country: str | None = None
    adm1: str | None = None
    adm1_name: str | None = None
    adm2_name: str | None = None
    attack_type: str | None = None
    actor: str | None = None
    killed_low: int | None = None
    killed_best: int | None = None
    killed_high: int | None = None
    killed_civilians: int | None = None
    killed_security_forces: int | None = None
    killed_militants: int | None = None
    killed_perpetrators: int | None = None
    injured_low: int | None = None
    injured_best: int | None = None
    injured_high: int | None = None
    claims: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
