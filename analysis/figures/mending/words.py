"""Words with wrong endings, doubled words, and nouns that should be plural after their number."""

import re
from functools import cache
from typing import NamedTuple

from analysis.figures.groups import noun, plural_of
from analysis.figures.mending.line import Line, Piece
from analysis.lexicon import load
from analysis.records import Quantity

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DOUBLED = re.compile(r"\b([^\W\d_]{3,})(?:\s+(?:or\s+)?\1)+\b", re.IGNORECASE)
_STUTTER = re.compile(r"\b(or|of|and|the|in|to|from|by|with|that)(?:\s+\1)+\b", re.IGNORECASE)
_GLUED = re.compile(r"\b(the|of|in|and)\1\b", re.IGNORECASE)
_STUCK = re.compile(
    r"(?P<left>[a-z]{3,}|[a-z][,:;&])?(?P<number>(?<![\d.,])\d{1,3}(?:,\d{3})+|(?<![\d.])\d{1,6})"
    r"(?P<blank>\s?)(?P<word>[a-z]{3,})\b"
)
_HAVE = re.compile(
    r"\b(?:be|been|being|is|are|was|were|has|have|had|get|got|having)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)


class DebrisWords(NamedTuple):
    """One plain word and the debris read as it; see `debris_words.toml`."""

    read: str = ""
    words: tuple[str, ...] = ()
    after_number: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    sound: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    fates: tuple[str, ...] = ()


class _Lexicon(NamedTuple):
    read: dict[str, str]
    after_number: dict[str, str]
    participles: dict[str, str]
    sound: frozenset[str]
    counted: frozenset[str]
    fates: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    read: dict[str, str] = {}
    after: dict[str, str] = {}
    participles: dict[str, str] = {}
    sound: set[str] = set()
    counted: set[str] = set()
    fates: set[str] = set()
    for entry in load("debris_words", DebrisWords, unique=("words", "after_number", "verbs")):
        read.update(dict.fromkeys(entry.words, entry.read))
        after.update(dict.fromkeys(entry.after_number, entry.read))
        sound.update(entry.sound)
        counted.update(entry.counted)
        fates.update(entry.fates)
        for row in entry.verbs:
            base, past, participle = row.split()
            for wrong in _regular_pasts(base, past, participle):
                read[wrong] = past
                participles[wrong] = participle
    return _Lexicon(
        read, after, participles, frozenset(sound), frozenset(counted), frozenset(fates)
    )


def _regular_pasts(base: str, past: str, participle: str) -> set[str]:
    """What a verb would be if it were regular: "taked", "striked", "hitted", "fellen"."""
    stem = base[:-1] if base.endswith("e") else base
    made = {stem + "ed", past + "ed", stem + stem[-1] + "ed", stem + "ied"}
    return made - {past, participle, base}


def plain(word: str, before: str) -> str | None:
    """The plain form of a word, or None if the word is sound.

    Args:
        word: The word as written.
        before: What stands before it in the sentence.
    """
    lexicon, key = _lexicon(), word.casefold().replace("’", "'")
    if key in lexicon.participles and _HAVE.search(before):
        return lexicon.participles[key]
    if key in lexicon.read:
        return lexicon.read[key]
    if len(key) < 5 or key in lexicon.sound:
        return None
    if key.endswith("eds") and not key.endswith(("eeds", "sheds", "beds")):
        return key[:-1]  # injureds, evacuateds, displaceds
    if key.endswith("mans") and noun(key[:-1]):
        return plural_of(key[:-1]) if plural_of(key[:-1]) != key else None
    if key.endswith("ys") and key[-3] not in "aeiou" and before and not word[0].isupper():
        return key[:-2] + "ies"
    if key.endswith("yed") and key[-4] not in "aeiou":
        return key[:-3] + "ied"
    return None


def _unstick(line: Line) -> None:
    """Part numbers of people from the words that they are stuck to: "mosque59 people"."""
    place = 0
    while match := _STUCK.search(line.text, place):
        left, blank = match["left"], match["blank"]
        people = noun(match["word"]) is not None or match["word"] in _lexicon().fates
        if not people or not (left or not blank):
            place = max(match.end("number"), match.start() + 1)
            continue
        pieces = [
            *([Piece(match.start(), match.end("left")), Piece(words=" ")] if left else []),
            Piece(match.start("number"), match.end("number")),
            Piece(words=" "),
            Piece(match.start("word"), match.end()),
        ]
        size = line.replace(match.start(), match.end(), pieces, word=False)
        place = match.start() + size - len(match["word"])


def mend_words(line: Line) -> None:
    """Give every word of a sentence its plain form; take out doubled words."""
    _unstick(line)
    for pattern in (_GLUED, _STUTTER, _DOUBLED):
        place = 0
        while match := pattern.search(line.text, place):
            start = match.start()
            last = match.group().split()[-1]
            if pattern is not _GLUED and (
                last != last.lower() or last in _lexicon().sound
            ):  # "Taba Taba", "in In Taw"
                place = match.end(1)
                continue
            keep = Piece(start, match.end(1))
            place = start + line.replace(start, match.end(), [keep], word=True)
    place = 0
    while match := _WORD.search(line.text, place):
        place = match.end()
        made = plain(match.group(), line.text[max(0, match.start() - 24) : match.start()])
        if made is not None:
            size = line.replace(match.start(), match.end(), [Piece(words=made)], word=True)
            place = match.start() + size


def agree(line: Line, quantity: Quantity, start: int, end: int) -> bool:
    """Mend the noun behind a number: "24 body of", "3 child of", "2,700 family".

    Args:
        line: The sentence.
        quantity: The number.
        start: Where the number begins in the line.
        end: Where it ends.

    Returns:
        Whether a word was changed.
    """
    lexicon = _lexicon()
    behind = _WORD.match(line.text, end + 1)
    made = lexicon.after_number.get(behind.group().casefold()) if behind else None
    if behind and made and _ends_phrase(line.text, behind.end()):
        line.replace(behind.start(), behind.end(), [Piece(words=made)], word=True)
        return True
    if quantity.unit or (quantity.kind != "vague" and (quantity.best or quantity.high or 0) < 2):
        return False
    if line.text[end : end + 1] == "-":
        return False
    place = end + 1
    for _ in range(3):
        word = _WORD.match(line.text, place)
        if word is None:
            return False
        key = word.group().casefold()
        known = noun(key)
        counts = key in lexicon.counted or (known is not None and known.number == "singular")
        if (
            counts
            and _ends_phrase(line.text, word.end())
            and not _SHARED.match(line.text, word.end())
        ):
            many = plural_of(key)
            many = lexicon.read.get(many, many)
            line.replace(word.start(), word.end(), [Piece(words=many)], word=True)
            return True
        if (known and key != "other") or key in lexicon.sound:
            return False
        if not line.text[word.end() : word.end() + 1].isspace():
            return False
        place = word.end() + 1
    return False


_SHARED = re.compile(  # "812 civilian and police deaths"
    r"\s+(?:and|or)(?:\s+[\w’'-]+){1,3}\s+(?:deaths|casualties|fatalities|injuries|killings|losses)\b",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"\s*(?:[.,;:!?)”\"]|\Z|(?:of|or|in|at|on|from|to|by|with|and|for|the|their|his|were|was|are|is"
    r"|had|have|has|been|killed|dead|died|injured|wounded|wound|hurt|martyr|martyred|lost|life|lives"
    r"|arrested|arrest|displaced|destroyed|damaged|missing|who|that|which|during|against|daily|per"
    r"|became|become|did|death|other|else|fell|perished|abducted|kidnapped|captured|alive|expelled"
    r"|deported|returned|partial|civil|registered|yesterday|today)\b)",
    re.IGNORECASE,
)


def _ends_phrase(text: str, end: int) -> bool:
    """Whether a noun ends its phrase here, so that it and no later noun is counted."""
    return text[end : end + 1] != "-" and bool(_CLOSE.match(text, end))
