"""The lexicons of the casualty rules, compiled once."""

import re
from functools import cache
from typing import NamedTuple

from analysis.figures.groups import plural_of
from analysis.lexicon import load


class VerbEntry(NamedTuple):
    """Verbs of one measure and frame; see `casualty_verbs.toml`."""

    measure: str
    frame: str
    regular: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()


class NounEntry(NamedTuple):
    """Nouns of one measure; see `casualty_nouns.toml`."""

    measure: str
    counted: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    toll: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    taking: tuple[str, ...] = ()


class ClassEntry(NamedTuple):
    """Function words of one class; see `clause_words.toml`."""

    code: str
    words: tuple[str, ...]


class Trigger(NamedTuple):
    """A verb form or set phrase: what it counts, how it takes its victim, which forms it may be.

    `forms` holds some of base, third, past, participle, ing.
    """

    measure: str
    frame: str
    forms: frozenset[str]


class CountNoun(NamedTuple):
    """A noun that a number counts directly, and the words before it that forbid the reading."""

    measure: str
    unless: frozenset[str]


class Words(NamedTuple):
    """Everything the unit maker looks up, keyed by lower-case words."""

    triggers: dict[str, Trigger]
    splits: dict[str, dict[str, Trigger]]
    longest: int
    adjectives: dict[str, str]
    counted: dict[str, CountNoun]
    events: dict[str, str]
    bodies: dict[str, str]
    tolls: dict[str, str]
    agents: dict[str, str]
    classes: dict[str, frozenset[str]]
    things: frozenset[str]
    common: frozenset[str]
    taking: frozenset[str]
    attributive: frozenset[str]
    candidate: re.Pattern[str]


def conjugate(verb: str) -> dict[str, set[str]]:
    """Forms of a regular verb: surface → form names. A particle behind the verb is kept."""
    head, _, particle = verb.partition(" ")
    tail = f" {particle}" if particle else ""
    doubled = re.fullmatch(r".*[bcdfgjklmnpqrstvwz][aeiou][bdgmnprt]", head) and not re.search(
        r"(?:er|en|on|or|el|it|et|ut|ain|ear|oot)$", head
    )
    stem = head[:-1] if head.endswith("e") else head + head[-1] if doubled else head
    if head.endswith("y") and head[-2] not in "aeiou":
        past, third = head[:-1] + "ied", head[:-1] + "ies"
    else:
        past = head + "d" if head.endswith("e") else stem + "ed"
        third = head + "es" if head.endswith(("s", "sh", "ch", "x", "z")) else head + "s"
    return {
        head + tail: {"base"},
        third + tail: {"third"},
        past + tail: {"past", "participle"},
        stem + "ing" + tail: {"ing"},
    }


_FORM_NAMES = ("base", "third", "past", "participle", "ing")


def _expand(phrase: str) -> list[str]:
    made = [""]
    for part in phrase.split():
        made = [f"{left} {option}".strip() for left in made for option in part.split("|")]
    return made


def _form_of(word: str) -> frozenset[str]:
    """Form of a phrase by its first word, as far as its ending shows."""
    if word.endswith("ing"):
        return frozenset({"ing"})
    if word.endswith("ed") or word in _PASTS:
        return frozenset({"past", "participle"})
    if word in _PARTICIPLES:
        return frozenset({"participle"})
    return frozenset({"base", "third"})


_PASTS = frozenset(
    ("shot", "put", "hit", "torn", "blown", "blew", "done", "did", "beat", "burnt", "took", "held")
    + ("lost", "gave", "sent", "laid", "fell", "became", "met", "drank", "bled", "froze", "were")
    + ("got",)
)
_PARTICIPLES = frozenset(
    ("beaten", "taken", "given", "fallen", "frozen", "slain", "torn", "blown", "done")
)


def _add_verb(
    triggers: dict[str, Trigger], splits: dict[str, dict[str, Trigger]], entry: VerbEntry
) -> None:
    surfaces: dict[str, set[str]] = {}
    for verb in entry.regular:
        for surface, forms in conjugate(verb).items():
            surfaces.setdefault(surface, set()).update(forms)
    for row in entry.forms:
        for name, surface in zip(_FORM_NAMES, row.split(), strict=True):
            surfaces.setdefault(surface, set()).add(name)
    for surface, forms in surfaces.items():
        triggers[surface] = Trigger(entry.measure, entry.frame, frozenset(forms))
    for phrase in entry.phrases:
        for surface in _expand(phrase):
            whole = surface.replace(" ...", "")
            forms = _form_of(whole.split()[0])
            triggers[whole] = Trigger(entry.measure, entry.frame, forms)
            if "..." in surface:
                head, _, tail = surface.partition(" ... ")
                tails = splits.setdefault(head, {})
                tails[tail] = Trigger(entry.measure, entry.frame, forms)


@cache
def words() -> Words:
    """Load and compile the lexicons."""
    triggers: dict[str, Trigger] = {}
    splits: dict[str, dict[str, Trigger]] = {}
    adjectives: dict[str, str] = {}
    for entry in load("casualty_verbs", VerbEntry, unique=()):
        _add_verb(triggers, splits, entry)
        adjectives.update(dict.fromkeys(entry.adjective, entry.measure))
    counted: dict[str, CountNoun] = {}
    events: dict[str, str] = {}
    bodies: dict[str, str] = {}
    tolls: dict[str, str] = {}
    agents: dict[str, str] = {}
    taking: set[str] = set()
    for entry in load("casualty_nouns", NounEntry, unique=()):
        counted.update(
            {w: CountNoun(entry.measure, frozenset(entry.unless)) for w in entry.counted}
        )
        events.update(dict.fromkeys(entry.event, entry.measure))
        bodies.update(dict.fromkeys(entry.bodies, entry.measure))
        tolls.update(dict.fromkeys(entry.toll, entry.measure))
        agents.update(dict.fromkeys(entry.agents, entry.measure))
        taking.update(entry.taking)
    classes: dict[str, set[str]] = {}
    for entry in load("clause_words", ClassEntry, unique=()):
        for word in entry.words:
            classes.setdefault(word, set()).add(entry.code)
    things: set[str] = set()
    for entry in load("not_victims", ClassEntry):
        for word in entry.words:
            things |= {word, plural_of(word)}
    common = {w for entry in load("capital_words", ClassEntry) for w in entry.words}
    phrases = [*triggers, *counted, *events, *bodies, *tolls]
    firsts = {surface.split()[0] for surface in triggers if not surface.startswith("to ")}
    firsts |= {w.split()[0] for w in (*counted, *events, *bodies, *tolls, *agents)} | {
        "dead",
        "killeds",
    }
    firsts |= {tail.split()[-1] for tails in splits.values() for tail in tails}
    firsts -= {"were", "was", "being", "been", "in", "with", "number", "total", "to", "put"}
    firsts -= {"the", "puts", "putting", "bringing", "brings", "brought", "raising", "raised"}
    firsts -= {"loss", "taking", "takes"}
    firsts |= {"toll", "lowered", "number at", "number of", "count stood", "the total"}
    return Words(
        triggers,
        splits,
        max(len(p.split()) for p in phrases),
        adjectives,
        counted,
        events,
        bodies,
        tolls,
        agents,
        {word: frozenset(codes) for word, codes in classes.items()},
        frozenset(things),
        frozenset(common),
        frozenset(taking),
        frozenset(w for w, codes in classes.items() if "attributive" in codes),
        re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, firsts)))})\b", re.IGNORECASE),
    )
