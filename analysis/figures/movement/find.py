"""Find the numbers that count displaced people and ruined houses."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from analysis.figures.movement import (
    abroad,
    degrees,
    frames,
    labels,
    objects,
    papers,
    predicates,
    topical,
)
from analysis.figures.movement.carried import carried
from analysis.figures.movement.frames import BLOCKED, Frame
from analysis.figures.movement.links import Read, in_two_units, inherited, last_unbracketed, of_all
from analysis.figures.movement.parts import (
    is_part,
    lived_in,
    of_those,
    part_follows,
    shared_unit,
    some_of,
    whole_of,
)
from analysis.figures.movement.rows import HOUSES, make_row
from analysis.figures.movement.triggers import movement_vocabulary
from analysis.figures.noun_phrases import Counted, counted
from analysis.figures.shallow import Token, read
from analysis.records import Document, Finding, Sentence

_OTHERS = {"others", "other", "more"}
_BUILT = {"village", "villages", "town", "towns", "city", "settlement", "camp", "hamlet"}
_LODGINGS = {"shelters", "shelter", "tents", "tent"}
_SERIES = 3  # sentences that a series may stand before it is told again in households
_FORCED = {"returned", "deported", "evacuated"}


def find(document: Document) -> list[Finding]:
    """Find displaced, refugees, returned, deported, evacuated, sheltered, homeless and houses.

    Args:
        document: The article with its sentences, dates and places.

    Returns:
        Findings in the order of the text; parts point to the finding that they are a part of,
        households to the persons that they are ("310 families (1,600 people)").
    """
    read_ones: list[tuple[Sentence, tuple[Token, ...], list[Read]]] = []
    for sentence in document.sentences:
        tokens = read(document, sentence, movement_vocabulary())
        behind = bool(read_ones) and sentence.index - read_ones[-1][0].index == 1
        if any(t.tag == "quantity" for t in tokens) and (
            behind or any(t.marks or t.capital or t.kind == "household" for t in tokens)
        ):
            read_ones.append((sentence, tokens, _of_sentence(tokens)))
    topic = _topic([one for _, _, known in read_ones for one in known])
    made: list[Finding] = []
    told: list[tuple[int, list[Read]]] = []
    for sentence, tokens, known in read_ones:
        if topic is not None:
            known = _of_sentence(tokens, topic)
        before = told[-1][1] if told and sentence.index - told[-1][0] <= _SERIES else []
        known = [
            abroad.elsewhere(document, tokens, one, before) if one.frame is None else one
            for one in known
        ]
        if told and sentence.index - told[-1][0] == 1:
            known = carried(tokens, known, told[-1][1])
        if topic is not None or any(one.frame not in (None, BLOCKED) for one in known):
            known = [papers.with_papers(tokens, one) for one in known]
        known = abroad.homeward(document, tokens, known)
        if any(one.frame not in (None, BLOCKED) for one in known):
            told.append((sentence.index, known))
        made += _rows(document, sentence, tokens, known, len(made))
    return made


_TOPICS = {"returned": "returned", "deported": "returned", "refugees": "refugees"}


def _topic(known: Sequence[Read]) -> str | None:
    """What most of an article's moves are: returns or flight abroad; None where neither leads."""
    found = Counter(
        _TOPICS.get(one.frame.measure, "displaced")
        for one in known
        if one.frame not in (None, BLOCKED) and one.frame.measure not in HOUSES
    )
    if not found:
        return None
    measure, times = found.most_common(1)[0]
    return measure if 2 * times > found.total() else None


def _of_sentence(tokens: Sequence[Token], topic: str | None = None) -> list[Read]:
    """The quantities of one sentence with what they count."""
    known: list[Read] = []
    inner: set[int] = set()
    for place, token in enumerate(tokens):
        if token.tag != "quantity":
            continue
        what = counted(tokens, place)
        if what.of_quantity is not None:
            inner.add(what.of_quantity)
        within = place in inner or some_of(tokens, place) or part_follows(tokens, place, what)
        known.append(_read(tokens, place, what, known, inner=within, topic=topic))
    known = [lived_in(tokens, known, number) for number in range(len(known))]
    return [shared_unit(tokens, known, number) for number in range(len(known))]


def _rows(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    known: Sequence[Read],
    shift: int,
) -> list[Finding]:
    """The findings of one sentence; `shift` is how many were found before it."""
    made: list[Finding] = []
    index: dict[int, int] = {}
    for number, one in enumerate(known):
        if one.frame is None or one.frame is BLOCKED:
            continue
        whole = index.get(one.whole) if one.whole is not None else None
        row = make_row(document, sentence, tokens, one, whole)
        if row is not None and row.group is None and whole is not None and whole >= shift:
            row = row._replace(group=made[whole - shift].group)  # "52 percent of them"
        if row is not None and one.frame.rule == "pace" and made and made[-1].form == "rate":
            row = row._replace(form="rate", rate_per=made[-1].rate_per)
        if row is not None:
            index[number] = shift + len(made)
            made.append(row)
    for first, second in pairwise(index):
        if in_two_units(tokens, known[first], known[second]):
            swapped = known[first].what.kind != "household"
            household, people = (second, first) if swapped else (first, second)
            at = index[household] - shift
            made[at] = made[at]._replace(part_of=index[people])
    return made


def _read(
    tokens: Sequence[Token],
    place: int,
    what: Counted,
    known: Sequence[Read],
    *,
    inner: bool,
    topic: str | None,
) -> Read:
    """What one quantity counts, and the word that says so."""
    last = known[-1] if known else None
    bare = what.kind == "elided" or (what.head is not None and tokens[what.head].text in _OTHERS)
    if bare and last is not None and last.what.kind in ("dwelling", "building"):
        housed = what._replace(kind=last.what.kind)
        frame = _frame(tokens, place, housed, inner=inner)
        if frame not in (None, BLOCKED):
            return Read(place, housed, frame)
    degree = degrees.by_degree(tokens, what)
    if degree is not None:
        return Read(place, what._replace(kind="dwelling"), degree)
    if what.kind == "unknown" and last is not None and last.what.kind in degrees.HOUSED:
        housed = Counted("dwelling", None, place + 1)  # "destroyed 90 houses, left 20 unsafe"
        frame = objects.embraced(tokens, place, housed)
        if frame is not None:
            return Read(place, housed, frame)
    frame = _frame(tokens, place, what, inner=inner)
    if frame not in (None, BLOCKED) and is_part(tokens, place) and what.kind == "elided":
        if of_all(tokens, place, what) is not None:
            frame = frame._replace(rule="of all")  # "of all returnees, 87 percent were deported"
        elif last is not None and last.frame is not None and is_part(tokens, last.place):
            frame = frame._replace(rule="gap")
    if frame is not None and frame.measure in HOUSES and what.kind == "place":
        what = what._replace(kind="dwelling")  # shelters of the displaced
    if topic is not None:
        frame = topical.by_topic(tokens, place, what, frame, topic)
        frame = frame or topical.sample(tokens, place, known, topic)
    if frame is None:
        label = labels.labelled(tokens, place, what)
        if label is not None:
            return Read(place, what._replace(kind=label[1]), label[0])
    houses = degrees.number_of_houses(tokens, place, what) if frame is None else None
    if houses is not None:
        return Read(place, what._replace(kind="dwelling"), houses)
    if frame is None and labels.in_list(tokens, place, what, known):
        return known[-1]._replace(place=place, what=what._replace(kind=known[-1].what.kind))
    if frame is None:
        frame = inherited(tokens, place, what, known, topic)
        if frame is not None and frame.rule in ("gap", "list") and last is not None:
            same = is_part(tokens, place) == is_part(tokens, last.place)
            frame = frame if same else None  # "3,000 displaced and 40 percent in need"
        if frame is not None and last is not None and what.kind == "elided":
            unit = last_unbracketed(tokens, place, known).what.kind
            what = what._replace(kind=unit if unit == "household" else what.kind)
    whole = whole_of(tokens, place, what, known)
    taken = whole is not None or of_those(tokens, place, what)
    if taken and what.kind == "elided" and last is not None and last.what.kind == "household":
        what = what._replace(kind="household")
    if frame is None and whole is not None:
        frame = known[whole].frame
        frame = frame._replace(rule="part", strong=False) if frame else None
    if frame is not None and frame.measure == "returned" and papers.taken(tokens, what):
        frame = frame._replace(measure="deported")
    return Read(place, what, frame, whole)


def _frame(
    tokens: Sequence[Token], place: int, what: Counted, *, inner: bool = False
) -> Frame | None:
    """The frame of one quantity, from its neighbours."""
    part = is_part(tokens, place)
    if papers.every(tokens, place):
        return BLOCKED
    if what.kind in ("place", "facility", "other"):
        noun = tokens[what.head].text if what.head is not None else ""
        if noun in _LODGINGS:
            frame = _frame(tokens, place, what._replace(kind="dwelling"), inner=inner)
            lived = noun.startswith("shelter") or _lived_in(tokens)
            return frame if frame and frame.measure in HOUSES and lived else BLOCKED
        if not part or noun not in _BUILT:
            return BLOCKED
        what = what._replace(kind="dwelling")  # "half of the village was burnt down"
    left = objects.embraced(tokens, place, what) or objects.before(tokens, place, what)
    left = left or objects.pushed(tokens, place, what)
    left = left or objects.inverted(tokens, place, what)
    if left is not None:
        return left
    at = frames.neighbour(tokens, place)
    if at >= 0 and tokens[at].text == "population of":
        return objects.hosted(tokens, place, what)
    right = predicates.after(tokens, what, quantity=place, inner=inner)
    if what.of_quantity is not None and right not in (None, BLOCKED):
        right = predicates.after(tokens, what, quantity=place, start=right.at + 1) or right
    if (
        right not in (None, BLOCKED)
        and right.rule == "subject"
        and _runs_away(tokens, place, what, right)
    ):
        right = None
    if right not in (None, BLOCKED) and at >= 0 and _ordered(tokens, at, right):
        right = right._replace(certainty="hypothetical")
    elif right not in (None, BLOCKED) and _infinitive(tokens, at, right):
        right = right._replace(certainty=right.certainty or "hypothetical")
    elif right not in (None, BLOCKED) and at >= 0 and tokens[at].tag == "negation":
        right = right._replace(certainty=right.certainty or "negated")  # "not even ten families"
    noun = _noun_frame(tokens, place, what)
    if (
        noun is not None
        and at >= 0
        and (
            tokens[at].tag == "limit"
            or tokens[at].text in _EXPECTED
            or topical.awaiting(tokens[at])
        )
    ):
        noun = noun._replace(certainty="hypothetical")
    host = objects.hosted(tokens, place, what)
    if host is not None and (host.rule == "host country" or host.certainty) and noun is None:
        return host
    if noun is not None and at >= 0 and objects.takes_in(tokens[at]):
        return noun._replace(stock=False)
    if noun is not None and _moves(tokens, what.end):
        noun = noun._replace(stock=False)
    if right not in (None, BLOCKED) and right.strong:
        forced = right.measure in _FORCED and right.certainty is None
        if noun is None or forced or part:
            return right
        return noun._replace(stock=noun.stock and right.stock)
    if noun is not None and right is BLOCKED and _harmed(tokens, what.end):
        return BLOCKED  # "12 refugees were killed": the dead are counted
    if noun is not None and right is BLOCKED and what.of_quantity and noun.measure in HOUSES:
        return BLOCKED  # "17 of 412 ruined houses were rebuilt"
    if noun is not None or right is BLOCKED:
        return noun or BLOCKED
    return right or host


def _lived_in(tokens: Sequence[Token]) -> bool:
    """Whether a sentence speaks of families, refugees or camps: their tents are dwellings."""
    roles = {m.role for t in tokens if t.kind != "other" for m in t.marks}
    return bool(roles & {"people", "site"}) or any(t.kind == "household" for t in tokens)


_HARM = {"killed", "died", "die", "dead", "drowned", "perished", "injured", "wounded", "massacred"}
_HARM |= {"arrested", "abducted", "kidnapped", "sentenced", "executed", "missing", "shot"}


def _harmed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the counted people die or are hurt in the clause behind them."""
    for token in tokens[at : at + 8]:
        if token.tag in ("quantity", "subordinator", "verb", "mark"):
            return False
        if token.text in _HARM:
            return True
    return False


def _moves(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of motion follows at once ("7,400 refugees have arrived")."""
    while at < len(tokens) and tokens[at].tag in ("aux", "adverb", "date", "relative"):
        at += 1
    return at < len(tokens) and any(m.role == "mover" for m in tokens[at].marks)


_FEW = 10  # fewer than so many who run from a place are rarely displaced people


def _runs_away(tokens: Sequence[Token], place: int, what: Counted, frame: Frame) -> bool:
    """Whether a few people run from an event: "planted by two men who fled"."""
    quantity = tokens[place].quantity
    if quantity is None or quantity.kind in ("percent", "fraction") or what.kind == "household":
        return False
    at = frames.neighbour(tokens, place)
    if at >= 0 and tokens[at].text == "by":
        return True
    few = (quantity.low or quantity.high or 0) < _FEW
    word = tokens[frame.at].text
    if few and word.endswith("the country"):
        return True  # "two aides left the country"
    runs = word in frames.RUNNING or word == "escaped to"
    return few and runs and not frames.supported(tokens, frame.at, named=False)


def _infinitive(tokens: Sequence[Token], at: int, frame: Frame) -> bool:
    """Whether a move is only aimed at ("for 300 people to leave"), nobody making them do it."""
    word = tokens[frame.at]
    if not (word.text.startswith("to ") or tokens[frame.at - 1].text == "to"):
        return False
    if frame.rule not in ("subject", "patient") or at < 0:
        return False
    moves = [m for m in word.marks if m.role == "mover"]
    aimed = bool(moves) and all(m.weak for m in moves)  # "gave 3,000 a week to leave"
    aimed = (
        aimed or tokens[at].tag == "preposition" or tokens[at].text in ("allow", "allowing", "let")
    )
    return aimed and not any(t.tag == "actual" for t in tokens[at : frame.at])


def _ordered(tokens: Sequence[Token], at: int, frame: Frame) -> bool:
    """Whether the word before the number makes the move behind it a plan, an order or a fear."""
    token = tokens[at]
    if token.tag in ("hypothetical", "limit"):
        return True
    if token.text in _SEEING and at and tokens[at - 1].tag in ("modal", "hypothetical"):
        return True
    if token.text not in _ORDERS:
        return False
    return any(t.text == "to" or t.text.startswith("to ") for t in tokens[at + 2 : frame.at + 1])


_SEEING = {"see", "mean", "force", "allow", "let", "help", "enable", "make", "drive", "push"}
_EXPECTED = {"expects", "expect", "expecting", "anticipates", "anticipate", "foresees", "forecasts"}
_ORDERS = {
    "ordered",
    "told",
    "urged",
    "asked",
    "advised",
    "instructed",
    "warned",
    "wants",
    "expects",
}


def _noun_frame(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The frame that the counted noun carries itself ("refugees", "displaced people")."""
    named = tokens[place + 1 : what.end]
    at = what.head if what.head is not None else what.end - 1
    marks = what.marks
    if what.kind == "elided" and what.of and what.end < len(tokens):  # "2,100 of them IDPs"
        theirs = [m for m in tokens[what.end].marks if m.role == "people"]
        at, marks = (what.end, theirs) if theirs else (at, marks)
    for mark in reversed(marks):
        if mark.role in ("people", "patient", "state", "mover") and not mark.weak and mark.measure:
            houses = what.kind in ("dwelling", "building")
            if mark.needs and (mark.needs == "dwelling") != houses:
                continue
            counts_moves = tokens[at].text.endswith("displacements")
            newly = any(t.text in ("new", "newly") or t.text.startswith("newly") for t in named)
            stock = mark.measure not in _FORCED and not counts_moves and not newly
            return Frame(mark.measure, at, "noun", None, False, stock)
    if what.kind in frames.PEOPLE and what.end < len(tokens) and tokens[what.end].text == "(":
        for place in range(what.end + 1, min(len(tokens), what.end + 4)):
            for mark in tokens[place].marks:
                if mark.role == "people":
                    return Frame(mark.measure, place, "noun", None, False, True)
    return None
