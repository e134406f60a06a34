"""Find armed and state actors, and say which of them did what is told at some offsets."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.context.words import gap_joins, is_capitals, sentence_at, tokenise, tokens
from analysis.lexicon import load
from analysis.lexicon.loader import FOLDER, phrase_pattern, read
from analysis.records import Actor, Document, Sentence


class ActorEntry(NamedTuple):
    """An entry of actors.toml."""

    code: str
    name: str
    kind: str
    words: tuple[str, ...]
    country: str | None = None
    since: date | None = None
    until: date | None = None
    generic: bool = False
    speaks_for: str | None = None


class DeedWords(NamedTuple):
    """An entry of deeds.toml: words that join an actor and what it did."""

    kind: str
    words: tuple[str, ...]


class _Name(NamedTuple):
    """One spelling: its tokens, its entry, and whether it must be in capitals."""

    key: tuple[str, ...]
    entry: ActorEntry
    acronym: bool
    literal: str | None = None  # a spelling with a digit ("M23"), which must stand as it is


@cache
def _entries(path: Path) -> tuple[ActorEntry, ...]:
    return tuple(read(path, ActorEntry, unique=("code",)))


@cache
def _index(path: Path) -> dict[str, tuple[_Name, ...]]:
    """Spellings by first token, longest first."""
    made: dict[str, list[_Name]] = {}
    for entry in _entries(path):
        for word in entry.words:
            key = tokens(word)
            acronym = bool(re.fullmatch(r"[A-Z][A-Za-z]{0,4}", word)) and (
                word.isupper() or sum(map(str.isupper, word)) >= 2
            )
            literal = word if any(map(str.isdigit, word)) else None
            made.setdefault(key[0], []).append(_Name(key, entry, acronym, literal))
    return {k: tuple(sorted(v, key=lambda n: -len(n.key))) for k, v in made.items()}


_NOT_IN_CAPITALS = frozenset(
    {("is",), ("ana",), ("fc",), ("aq",), ("adf",), ("eta",), ("let",), ("saf",)}
)


def _valid(entry: ActorEntry, day: date | None) -> bool:
    day = day or date.max  # without a date, a name means what it means now
    return (entry.since is None or entry.since <= day) and (
        entry.until is None or day <= entry.until
    )


def find_actors(
    text: str,
    sentences: Sequence[Sentence],
    *,
    published: date | None = None,
    lexicon: Path | None = None,
) -> tuple[Actor, ...]:
    """Find the armed and state actors of an article.

    Args:
        text: The article's text.
        sentences: Its sentences (not needed by the plain rules; kept for the rooms' common form).
        published: The date that decides what a name means that changed its meaning ("Taliban").
        lexicon: An analyst's own file in the form of actors.toml, in place of the project's.

    Returns:
        Actors in the order of the text, not overlapping, longest names first; words such as
        "militants" come with the codes of the generic entries.
    """
    index = _index(lexicon or FOLDER / "actors.toml")
    capitals = is_capitals(text)
    words = tokenise(text)
    made: list[Actor] = []
    at = 0
    while at < len(words):
        found: list[_Name] = []
        for name in index.get(words[at].folded, ()):
            last = at + len(name.key) - 1
            if found and len(name.key) < len(found[0].key):
                break
            if last >= len(words):
                continue
            if name.literal and not text.startswith(name.literal, words[at].start):
                continue
            written = text[words[at].start : words[last].end]
            if name.acronym and not capitals and not written[:1].isupper():
                continue
            if name.acronym and (
                (capitals and name.key in _NOT_IN_CAPITALS) or sum(map(str.isupper, written)) < 2
            ):
                continue
            if not name.entry.generic and not words[at].capital and not capitals:
                lower = name.entry.words[0][:1].islower() or len(name.key) > 1
                if not lower:
                    continue
            if all(
                words[at + n].folded == name.key[n]
                and gap_joins(text, words[at + n - 1], words[at + n])
                for n in range(1, len(name.key))
            ):
                found.append(name)
        if found:
            valid = [n for n in found if _valid(n.entry, published)]
            chosen = (valid or found)[0]
            last = at + len(chosen.key) - 1
            start, end = words[at].start, words[last].end
            if chosen.literal:
                end = start + len(chosen.literal)
            made.append(Actor(start, end, text[start:end], chosen.entry.code, chosen.entry.kind))
            at = last + 1
        else:
            at += 1
    return tuple(made)


@cache
def _generic() -> frozenset[str]:
    return frozenset(e.code for e in _entries(FOLDER / "actors.toml") if e.generic)


@cache
def _deeds() -> dict[str, str]:
    return {e.kind: phrase_pattern(e.words) for e in load("deeds", DeedWords, unique=("kind",))}


@cache
def actor_name(code: str) -> str:
    """The name of an actor by its code; the code itself for one that the lexicon does not know."""
    names = {entry.code: entry.name for entry in _entries(FOLDER / "actors.toml")}
    return names.get(code, code)


class _Clues(NamedTuple):
    """Patterns around an actor's name that show it did something."""

    claimed_by: re.Pattern[str]
    claims: re.Pattern[str]
    by: re.Pattern[str]
    possessive: re.Pattern[str]
    subject: re.Pattern[str]
    blamed: re.Pattern[str]
    named_deed: re.Pattern[str]


@cache
def _clues() -> _Clues:
    deeds = _deeds()
    noun, verb, passive = deeds["deed noun"], deeds["deed verb"], deeds["deed participle"]
    people = rf"(?:\s+{deeds['member']})?"
    aside = r"(?:\s*\([^()\n]{1,60}\)|\s*,[^,\n]{1,80},)?"
    adverb = r"(?:\s+(?:have|has|had|also|then|later|reportedly|allegedly|jointly|on\s+\w+|\w+ly))*"
    flag = re.IGNORECASE
    return _Clues(
        re.compile(r"\bclaimed\s+by\s+(?:the\s+)?(?:\w+\s+){0,2}\Z", flag),
        re.compile(
            rf"{people}{aside}{adverb}\s+(?:claim(?:s|ed|ing)?|took|takes|accept(?:s|ed)|admit(?:s|ted))"
            rf"\s+(?:the\s+)?(?:responsibility|credit|(?:this|that|both|it\b)|{noun})",
            flag,
        ),
        re.compile(
            rf"\b(?:{passive}|{noun})(?:\s+(?:\w+\s+){{0,3}})?\s*by\s+(?:the\s+|an?\s+)?"
            rf"(?:(?:suspected|alleged|armed|local|some|\w+ed)\s+)?(?:members?\s+of\s+(?:the\s+)?)?\Z",
            flag,
        ),
        re.compile(rf"(?:['’]s?)?(?:[\s-]+\w+){{0,2}}?[\s-]+{noun}\b", flag),
        re.compile(rf"{people}{aside}{adverb}\s+(?:who\s+|that\s+)?{verb}\b", flag),
        re.compile(
            r"\b(?:blam(?:ed|es|ing)(?:\s+on)?|accus(?:ed|es|ing)|attributed\s+to|"
            r"carried\s+out\s+by)\s+(?:the\s+)?(?:\w+\s+)?\Z",
            flag,
        ),
        re.compile(rf"\s{noun}\Z", flag),
    )


def actor_of(document: Document, start: int, end: int) -> Actor | None:
    """Who did what is told at these offsets: the attacker, not the victim.

    Args:
        document: The article with its actors.
        start: Start of the figure or the trigger ("killed").
        end: Its end.

    Returns:
        The actor named as the doer in the sentence, or as claiming it there or in the two
        sentences around it; a named group before "militants" and the like; None where no
        pattern shows a doer.
    """
    at = sentence_at(document.sentences, start)
    if at is None or not document.actors:
        return None
    best: tuple[float, Actor] | None = None
    for doer in _doers(document.text, document.sentences, document.actors):
        away = doer.sentence - at
        if not -2 <= away <= 3:
            continue
        points = _points(doer, start, end, away)
        if doer.actor.code in _generic():
            points -= 3
        elif doer.actor.kind == "voice":
            points -= 6
        if points > 0 and (best is None or points > best[0]):
            best = points, doer.actor
    return best[1] if best else None


class _Doer(NamedTuple):
    """An actor whom the words around it show to have done or claimed something."""

    actor: Actor
    sentence: int
    points: float
    claims: bool


@lru_cache(maxsize=4)
def _doers(
    text: str, sentences: tuple[Sentence, ...], actors: tuple[Actor, ...]
) -> tuple[_Doer, ...]:
    """The actors of a text that are doers, with how strongly the words say so."""
    clues = _clues()
    made = []
    for actor in actors:
        index = sentence_at(sentences, actor.start)
        if index is None:
            continue
        before = text[max(sentences[index].start, actor.start - 90) : actor.start]
        after = text[actor.end : min(sentences[index].end, actor.end + 140)]
        if clues.claimed_by.search(before) or clues.claims.match(after):
            made.append(_Doer(actor, index, 9.0, True))
        elif clues.by.search(before):
            made.append(_Doer(actor, index, 7.0, False))
        elif clues.named_deed.search(actor.reported):  # "US drone strikes"
            made.append(_Doer(actor, index, 6.0, False))
        elif clues.subject.match(after):
            made.append(_Doer(actor, index, 6.5, False))
        elif clues.blamed.search(before):
            made.append(_Doer(actor, index, 5.0, False))
        elif clues.possessive.match(after):
            made.append(_Doer(actor, index, 5.5, False))
    return tuple(made)


def _points(doer: _Doer, start: int, end: int, away: int) -> float:
    """How likely a doer did what is told at the offsets, `away` sentences from it."""
    if doer.claims:
        return doer.points - abs(away) * (1.0 if away > 0 else 2.5)
    if abs(away) > 1:
        return 0.0
    points = doer.points + (0.5 if doer.actor.end <= start else 0.0)
    points -= min(2.0, max(doer.actor.start - end, start - doer.actor.end, 0) / 80)
    return points - 3.0 * abs(away)
