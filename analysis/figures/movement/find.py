"""Find the numbers that count displaced people and ruined houses."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures import groups
from analysis.figures.movement import frames
from analysis.figures.movement.frames import BLOCKED, Frame
from analysis.figures.movement.triggers import movement_vocabulary
from analysis.figures.noun_phrases import Counted, counted
from analysis.figures.shallow import Token, read
from analysis.records import Document, Finding, Place, Quantity, Sentence

_UNITS = {"household": "household", "dwelling": "dwelling", "building": "dwelling"}
_FORCED = {"returned", "deported", "evacuated"}
_HOUSES = {"houses_destroyed", "houses_damaged"}
_PEOPLE = {"person", "household", "named", "elided"}


class Read(NamedTuple):
    """A quantity with what it counts and the frame that was found."""

    place: int
    what: Counted
    frame: Frame | None
    part: bool = False


def find(document: Document) -> list[Finding]:
    """Find displaced, refugees, returned, deported, evacuated, sheltered, homeless and houses.

    Args:
        document: The article with its sentences, dates and places.

    Returns:
        Findings in the order of the text; parts point to the finding that they are a part of.
    """
    made: list[Finding] = []
    for sentence in document.sentences:
        tokens = read(document, sentence, movement_vocabulary())
        if not any(t.tag == "quantity" for t in tokens) or not any(t.marks for t in tokens):
            continue
        made += _of_sentence(document, sentence, tokens, len(made))
    return made


def _of_sentence(
    document: Document, sentence: Sentence, tokens: Sequence[Token], shift: int
) -> list[Finding]:
    """The findings of one sentence; `shift` is how many were found before it."""
    known: list[Read] = []
    for place, token in enumerate(tokens):
        if token.tag != "quantity":
            continue
        what = counted(tokens, place)
        frame = _frame(tokens, place, what)
        if frame is None:
            frame = _inherited(tokens, place, what, known)
        known.append(Read(place, what, frame))
    made: list[Finding] = []
    for one in known:
        if one.frame is None or one.frame is BLOCKED:
            continue
        finding = _finding(document, sentence, tokens, one)
        if finding is not None:
            made.append(finding)
    return made


def _frame(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The frame of one quantity, from its neighbours."""
    quantity = tokens[place].quantity
    if what.kind in ("place", "other") and not (
        quantity and quantity.kind in ("percent", "fraction")
    ):
        return BLOCKED
    left = frames.before(tokens, place, what)
    if left is not None:
        return left
    right = frames.after(tokens, what)
    if what.of_quantity is not None and right not in (None, BLOCKED):
        right = frames.after(tokens, what, start=right.at + 1) or right
    noun = _noun_frame(tokens, what)
    if right not in (None, BLOCKED) and right.strong:
        if noun is None or (right.measure in _FORCED and right.certainty is None):
            return right
    if noun is not None:
        return noun
    if right is BLOCKED:
        return BLOCKED
    return right or frames.hosted(tokens, place, what)


def _noun_frame(tokens: Sequence[Token], what: Counted) -> Frame | None:
    """The frame that the counted noun carries itself ("refugees", "displaced people")."""
    for mark in reversed(what.marks):
        if mark.role in ("people", "patient", "state", "mover") and not mark.weak and mark.measure:
            if mark.needs == "dwelling" and what.kind not in ("dwelling", "building"):
                continue
            if mark.needs == "people" and what.kind in ("dwelling", "building"):
                continue
            at = what.head if what.head is not None else what.end - 1
            return Frame(mark.measure, at, "noun", None, False, True)
    if what.kind in _PEOPLE and what.end < len(tokens) and tokens[what.end].text == "(":
        for at in range(what.end + 1, min(len(tokens), what.end + 4)):
            for mark in tokens[at].marks:
                if mark.role == "people":
                    return Frame(mark.measure, at, "noun", None, False, True)
    return None


def _inherited(
    tokens: Sequence[Token], place: int, what: Counted, known: Sequence[Read]
) -> Frame | None:
    """The frame of the number before, where this one carries on its list or gap."""
    number_of = _number_of(tokens, place, what)
    if number_of is not None:
        return number_of
    if what.kind not in ("elided", "person", "household", "named") or not known:
        return None
    last = known[-1]
    if last.frame is None or last.frame is BLOCKED or last.frame.measure in _HOUSES:
        return None
    between = tokens[last.what.end : place]
    joined = all(t.tag in ("mark", "conjunction", "determiner", "adverb") for t in between)
    if joined and len(between) <= 3 and between and between[0].text not in _STOP_MARKS:
        return last.frame._replace(rule="list")
    previous = tokens[place - 1]
    following = tokens[what.end] if what.end < len(tokens) else None
    carried = previous.tag in ("conjunction", "determiner") or previous.text in (",", "(", "–", "—")
    if (
        what.kind == "elided"
        and carried
        and (
            following is None
            or following.tag in ("preposition", "mark")
            or following.text == "more"
        )
    ):
        return last.frame._replace(rule="gap")
    return None


_STOP_MARKS = {".", ";", ":"}
_COUNTING = {"number", "numbers", "total", "figure", "population", "tally", "caseload"}


def _number_of(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The frame of "the number of refugees … reached N"."""
    if what.kind not in ("elided", "person", "household", "unknown"):
        return None
    for at in range(place - 1, max(-1, place - 25), -1):
        token = tokens[at]
        if token.text in (".", ";") or token.tag in ("harm",):
            return None
        people = [m for m in token.marks if m.role == "people" and m.measure]
        if people:
            near = [t.text for t in tokens[max(0, at - 5) : at + 3]]
            if any(word in _COUNTING for word in near):
                return Frame(people[0].measure, at, "number of", None, False, True)
            return None
    return None


def _finding(
    document: Document, sentence: Sentence, tokens: Sequence[Token], one: Read
) -> Finding | None:
    """Make the row of a quantity whose frame is known."""
    token, frame, what = tokens[one.place], one.frame, one.what
    quantity = token.quantity
    if quantity is None or frame is None:
        return None
    measure = frame.measure
    if measure in ("displaced", "sheltered") and frame.strong and _abroad(document, tokens, frame):
        measure = "refugees"
    if measure == "" or not _countable(quantity, what):
        return None
    form, unit = "count", _UNITS.get(what.kind, "person")
    if quantity.kind in ("percent", "fraction"):
        if not what.of or not frame.strong:
            return None
        form, unit = "share", "percent"
    if measure in _HOUSES and form == "count":
        unit = "dwelling"
    word = tokens[frame.at]
    text = document.text[tokens[one.place + 1].start : word.end] if what.head else ""
    group_text = (
        document.text[tokens[one.place + 1].start : tokens[what.head].end]
        if what.head is not None
        else None
    )
    del text
    return Finding(
        sentence.index,
        token.start,
        token.end,
        measure,
        form,
        quantity.low,
        quantity.best,
        quantity.high,
        quantity.quantifier,
        unit,
        f"movement:{frame.rule}",
        word.start,
        word.end,
        group=groups.group_of(group_text) if group_text else None,
        group_text=group_text,
        stock_flow=None if measure in _HOUSES else _stock_flow(frame),
        certainty=frame.certainty,
        confidence=0.9 if frame.strong else 0.75,
    )


def _stock_flow(frame: Frame) -> str:
    return "stock" if frame.stock else "flow"


def _countable(quantity: Quantity, what: Counted) -> bool:
    """Whether the number can count people at all: no decimals below a thousand, no lone "one"."""
    for value in (quantity.low, quantity.best, quantity.high):
        if value is not None and quantity.kind not in ("percent", "fraction") and value % 1:
            return False
    return not (what.kind in ("elided", "unknown") and quantity.low == quantity.high == 1)


def _abroad(document: Document, tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the flight of a frame led across a border."""
    for place in range(frame.at, min(len(tokens), frame.at + 10)):
        token = tokens[place]
        if token.text in (".", ";") or token.tag == "subordinator" or token.tag == "quantity":
            return False
        if any(m.role == "abroad" for m in token.marks):
            return True
        if token.tag == "preposition" and token.text in ("to", "into", "in", "for"):
            following = tokens[place + 1 : place + 3]
            near = any(m.role == "abroad_next" for t in following for m in t.marks)
            if following and _country(document.places, following[0 if not near else -1].start):
                return True
    return False


def _country(places: Sequence[Place], start: int) -> bool:
    return any(p.precision == "country" and p.start <= start < p.end for p in places)
