"""Phrases of literal translation as patterns over a sentence whose numbers are covered."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis.figures.mending.line import Line, Piece
from analysis.lexicon import load
from analysis.lexicon.loader import LexiconError

NUMBER = "\ue000"  # covers every character of a number; of no script, and no word character
PEOPLE = "\u2005"  # the blank before a noun of people; a blank like others to every other word

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NO_NOUN = (
    r"(?!(?:in|on|at|by|who|that|which|were|was|is|are|has|have|had|did|and|with|for|to|into|since"
    r"|during|after|before|while|when|where|but|as)\b)"
)
_STATE = r"(?:martyr|dead|wounded|injured|hurt|missing|killed|lives|life|other|prisoner|hostage)"
_SLOTS = {
    "n": rf"{NUMBER}++",
    "m": rf"{NUMBER}++",
    "who": (
        rf"(?:{_NO_NOUN}{_WORD}\s+){{0,4}}?(?<={PEOPLE}){_WORD}"
        rf"(?:\s+of\s+{NUMBER}++(?=\s))?(?:\s+{_NO_NOUN}{_WORD}){{0,5}}?(?!{PEOPLE}(?!{_STATE}))"
    ),
    "more": rf"{_NO_NOUN}{_WORD}(?:\s+{_NO_NOUN}{_WORD}){{0,2}}?",
    "w": _WORD,
    "any": rf"(?:{_WORD}|{NUMBER}++|the)(?:\s+(?:{_WORD}|{NUMBER}++)){{0,6}}?",
    "name": r"(?-i:[A-Z])[\w’'-]*",
}
_WHO = _SLOTS["who"]
_SLOTS["these"] = rf"{NUMBER}++\s+{_WHO}(?:\s*(?:,|,?\s+and)\s+{NUMBER}++\s+{_WHO}){{0,3}}"
_WORDS = re.compile(r"\w+(?:['’-]\w+)*")
_COMMON = frozenset(
    ("their", "were", "have", "been", "from", "with", "this", "that", "those", "people", "killed")
)
_TOKEN = re.compile(r"<(?P<slot>[a-z]+)>(?P<maybe>\?)?|(?P<literal>\S+)")


class DebrisPhrase(NamedTuple):
    """One way of saying something and how to read it; see `debris_phrases.toml`."""

    find: tuple[str, ...]
    read: str
    unless: tuple[str, ...] = ()


class DebrisList(NamedTuple):
    """Words that patterns share under a name; see `debris_lists.toml`."""

    name: str
    words: tuple[str, ...]


class _Rule(NamedTuple):
    find: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    read: tuple[tuple[str, str], ...]
    unless: frozenset[str]
    numbered: bool


def _options(words: str) -> list[str]:
    """The alternatives of a token, lists written out."""
    made: list[str] = []
    for option in words.split("|"):
        if option.startswith("@") and option[1:] not in _lists():
            raise LexiconError(f"debris_phrases.toml: no list '{option[1:]}' in debris_lists.toml")
        made += _lists()[option[1:]] if option.startswith("@") else [option]
    return sorted(set(made), key=lambda o: (-len(o), o))


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    return {entry.name: entry.words for entry in load("debris_lists", DebrisList, unique=("name",))}


def _compile(find: str, entry: DebrisPhrase) -> _Rule:
    """Make a pattern of one line of the lexicon, and the words without which it cannot match."""
    made, needs, first = "", [], True
    for token in _TOKEN.finditer(find):
        slot, literal = token["slot"], token["literal"]
        maybe = bool(token["maybe"])
        if slot and slot not in _SLOTS:
            raise LexiconError(f"debris_phrases.toml: '{find}' has an unknown slot <{slot}>")
        if slot:
            body = f"(?P<{slot}>{_SLOTS[slot]})" if f"<{slot}>" not in made else _SLOTS[slot]
        elif literal in ("^", "$"):
            made += r"\A\W*" if literal == "^" else r"(?=\W*\Z)"
            first = literal == "^"
            continue
        elif not re.match(r"[\w@=]", literal):
            mark = rf"\s*{re.escape(literal[0])}"
            made += f"(?:{mark})?" if literal.endswith("?") else mark
            first = False
            continue
        else:
            maybe = literal.endswith("?")
            options = _options(literal.strip("=?"))
            body = "|".join(re.escape(o).replace("_", r"\s+") for o in options)
            body = rf"({'?P<kept>' if literal[0] == '=' else '?:'}{body})(?!\w)"
            if not maybe:
                needs.append(frozenset(o.split("_")[0] for o in options))
        if maybe and first:
            made += rf"(?:{body}\s+)?"
        else:
            made += ("" if first else r"(?:\s+" if maybe else r"\s+") + body + ")?" * maybe
            first = False
    begin = rf"(?<![\w{NUMBER}])" if find[0].isalnum() or find[0] in "@=<" else ""
    pattern = re.compile(rf"{begin}{made}(?![\w{NUMBER}])", re.IGNORECASE)
    read = tuple(
        ("slot", "kept" if t["literal"] == "=" else t["slot"])
        if t["slot"] or t["literal"] == "="
        else ("words", t["literal"])
        for t in _TOKEN.finditer(entry.read)
    )
    given = "".join(entry.find).replace(
        "=", "<kept>"
    )  # one of the entry's patterns may lack a slot
    strange = {v for k, v in read if k == "slot" and f"<{v}>" not in given}
    if strange:
        names = ", ".join(sorted(strange))
        raise LexiconError(f"debris_phrases.toml: '{find}' has no {names} for its reading")
    if not needs:
        raise LexiconError(f"debris_phrases.toml: '{find}' has no word that must be there")
    numbered = any(f"<{slot}>" in find for slot in ("n", "m", "these"))
    return _Rule(find, pattern, tuple(needs), read, frozenset(entry.unless), numbered)


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _compile(find, entry)
        for entry in load("debris_phrases", DebrisPhrase, unique=("find",))
        for find in entry.find
    )


@cache
def _index() -> dict[str, tuple[int, ...]]:
    """Places of the rules by the words of what is rarest in them."""
    made: dict[str, list[int]] = {}
    for place, rule in enumerate(_rules()):
        for word in min(rule.needs, key=lambda need: sum(_common(w) for w in need)):
            made.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in made.items()}


def _common(word: str) -> int:
    """How much a word of a pattern costs as its key: function words are everywhere."""
    return 100 if len(word) < 4 or word in _COMMON else 1


def mend_phrases(line: Line, cover: Callable[[], object]) -> None:
    """Read every phrase of the lexicon as its plain words, in the order of the lexicon.

    Args:
        line: The sentence.
        cover: Covers the numbers and marks the nouns in the line's shadow anew, at every change.
    """
    done = -1
    while (found := _first(line, done)) is not None:
        done, match = found
        rule = _rules()[done]
        while match:
            place = match.start() + _replace(line, match, rule)
            cover()
            match = rule.pattern.search(line.shadow, place)


def _first(line: Line, done: int) -> tuple[int, re.Match[str]] | None:
    """The first rule behind `done` that matches, in the order of the lexicon."""
    words = set(_WORDS.findall(line.shadow.casefold()))
    numbered = NUMBER in line.shadow
    index = _index()
    places = {place for word in words & index.keys() for place in index[word] if place > done}
    for place in sorted(places):
        rule = _rules()[place]
        if (rule.numbered and not numbered) or rule.unless & words:
            continue
        if all(need & words for need in rule.needs):
            match = rule.pattern.search(line.shadow)
            if match:
                return place, match
    return None


def _replace(line: Line, match: re.Match[str], rule: _Rule) -> int:
    """Put the reading in place of a match; slots keep their characters."""
    pieces: list[Piece] = []
    for kind, value in rule.read:
        if kind == "slot":
            if match.groupdict().get(value) is None:
                continue
            piece = Piece(*match.span(value))
        else:
            piece = Piece(words=value)
        if pieces and not (kind == "words" and value in ",.;"):
            pieces.append(Piece(words=" "))
        pieces.append(piece)
    if line.text[: match.start()][-1:].isalnum() and pieces[0].words[:1] not in (",", "."):
        pieces.insert(0, Piece(words=" "))
    return line.replace(match.start(), match.end(), pieces, word=False)
