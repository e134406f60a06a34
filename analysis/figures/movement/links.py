"""Numbers that take their meaning from another number or from the subject of the sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures import changes
from analysis.figures.movement.frames import BLOCKED, PEOPLE, Frame, neighbour
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_STOP_MARKS = {".", ";", ":"}
_COUNTING = {"number", "numbers", "total", "figure", "figures", "population", "tally", "caseload"}
_COUNTING |= {"accounted", "account", "accounts", "arrivals"}
_COUNTING |= {"made", "make", "makes", "represent", "represented", "represents", "formed"}
_COUNTING |= {"include", "includes", "included", "comprise", "comprises", "comprised"}
_COUNTING |= {"numbering", "totalling", "totaling", "numbered"}
_WENT = {"went", "moved", "headed", "came", "chose", "made"}
_BRINGING = {"bringing", "brings", "brought", "bring", "taking", "takes", "took", "raising"}
_BRINGING |= {"raises", "raised", "pushing", "pushes", "pushed", "lifting", "lifted"}
_PUTTING = {"put", "puts", "putting", "placed", "estimated", "estimates", "pegged"}
_OTHER_PEOPLE = {"host", "local", "affected", "vulnerable", "needy", "poor", "hungry", "non"}
_DONE = {"returned", "deported", "evacuated"}
_ALTOGETHER = {"all", "total", "altogether", "overall"}


class Read(NamedTuple):
    """A quantity with what it counts and the frame that was found.

    `whole` is the place in the list of the quantity that this one is a part of.
    """

    place: int
    what: Counted
    frame: Frame | None
    whole: int | None = None


def inherited(
    tokens: Sequence[Token],
    place: int,
    what: Counted,
    known: Sequence[Read],
    topic: str | None = None,
) -> Frame | None:
    """The frame of the subject or of the number before, where this one carries it on.

    `topic` is the measure that leads in the article: what "the number of arrivals" counts.
    """
    frame = of_all(tokens, place, what) or number_of(tokens, place, what, topic)
    found = [r for r in known if r.frame not in (None, BLOCKED)]
    if frame is not None and found and found[-1].frame and found[-1].frame.at == frame.at:
        return frame._replace(stock=found[-1].frame.stock)
    if frame is not None or what.kind not in (*PEOPLE, "unknown"):
        return frame
    last = last_unbracketed(tokens, place, found) if found else None
    if last is None or last.frame is None:
        return _summed(tokens, place, what)
    changed = changes.change_sign(tokens, place) is not None
    if changed or changes.compared(tokens, place) or changes.level(tokens, place):
        return last.frame._replace(rule="compared", strong=False)
    named = tokens[place + 1 : max(what.end, place + 2)]
    if what.kind == "unknown" or any(t.text.partition(" ")[0] in _OTHER_PEOPLE for t in named):
        return None
    following = tokens[what.end] if what.end < len(tokens) else None
    if following is not None and following.tag in ("verb", "harm"):
        return None
    previous = tokens[place - 2 if place > 1 and tokens[place - 1].tag == "adverb" else place - 1]
    if any(t.text in ("total", "toll", "tally") for t in tokens[max(0, place - 4) : place]):
        return last.frame._replace(rule="total", strong=False)
    if what.kind in ("elided", "person", "household") and _totalled(tokens, last.place, place):
        stock = last.frame.stock or last.frame.measure not in _DONE
        return last.frame._replace(rule="total", strong=False, stock=stock)
    if previous.tag == "negation" and what.kind == "elided":
        return last.frame._replace(rule="list", certainty="negated")  # "and not 25,000"
    if previous.text in ("out of",) and what.kind == "elided":
        return last.frame._replace(rule="whole", strong=False)
    if last is not known[-1] and not _counted_so_far(tokens, place, following):
        return _summed(tokens, place, what)
    between = tokens[last.what.end : place]
    if between and between[-1].text == ":" and _told_by_place(tokens, what):
        return last.frame._replace(rule="list")
    joined = all(t.tag in ("mark", "conjunction", "determiner", "adverb") for t in between)
    broken_down = what.kind == "elided" and following is not None and following.text == "in"
    near = joined and 0 < len(between) <= 3
    listed = near and (between[0].text not in _STOP_MARKS or between[0].text == ":" and broken_down)
    if listed or _housed(between, what):
        return last.frame._replace(rule="list")
    if what.kind == "elided" and (
        _carries_on(previous, following) or _counted_so_far(tokens, place, following)
    ):
        return last.frame._replace(rule="gap")
    return _summed(tokens, place, what)


def _told_by_place(tokens: Sequence[Token], what: Counted) -> bool:
    """Whether a breakdown by places begins: "were sent on: 900 families to Kunar, 400 to …"."""
    goal = tokens[what.end : what.end + 2]
    return len(goal) == 2 and goal[0].text in ("to", "in", "from", "at") and goal[1].capital


def _housed(between: Sequence[Token], what: Counted) -> bool:
    """Whether households follow the people that live in them: "2,000 people in 310 families"."""
    words = [t.text for t in between if t.tag != "determiner"]
    return what.kind == "household" and words in (["in"], ["from"], ["of"], ["comprising"])


def of_all(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The frame of a part told of a group without number: "of all returnees, 87 percent …"."""
    at = neighbour(tokens, place)
    if what.kind not in ("elided", "unknown") or at < 1 or tokens[at].text != ",":
        return None
    for begin in range(at - 1, max(-1, at - 9), -1):
        token = tokens[begin]
        if token.tag == "quantity" or token.text in (",", *_STOP_MARKS):
            return None
        if token.text not in ("of", "among"):
            continue
        if begin and tokens[begin - 1].text not in (",", "and", "but", *_STOP_MARKS):
            return None
        for group in range(begin + 1, at):
            for mark in tokens[group].marks:
                if mark.role == "people" or (mark.role == "patient" and mark.form == "participle"):
                    stock = mark.measure not in _DONE
                    return Frame(mark.measure, group, "of all", None, False, stock)
        return None
    return None


def in_two_units(tokens: Sequence[Token], first: Read, second: Read) -> bool:
    """Whether two figures tell the same people as households and as persons."""
    if first.frame is None or second.frame is None or first.frame.measure != second.frame.measure:
        return False
    if (first.what.kind == "household") == (second.what.kind == "household"):
        return False
    between = [t.text for t in tokens[first.what.end : second.place]]
    return len(between) <= 3 and bool({"(", "or", ",", "–", "—", "in", "from"} & set(between))


def last_unbracketed(tokens: Sequence[Token], place: int, known: Sequence[Read]) -> Read:
    """The figure before; for a comparison the one that does not stand in brackets."""
    if changes.compared(tokens, place):
        known = [r for r in known if r.place == 0 or tokens[r.place - 1].text != "("] or known
    return known[-1]


def _totalled(tokens: Sequence[Token], begin: int, place: int) -> bool:
    """Whether a number is the sum that the one before makes: "bringing the total there to N"."""
    at = place - 1
    while at > begin and tokens[at].tag in ("determiner", "adverb"):
        at -= 1
    if tokens[at].text != "to":
        return False
    words = [t.text for t in tokens[begin + 1 : at]]
    return any(w in _BRINGING for w in words) and any(w in _COUNTING for w in words)


def _carries_on(previous: Token, following: Token | None) -> bool:
    """Whether an elided number stands in a list: "and 300 in Kabul", "another 20 at the base"."""
    opened = previous.tag in ("conjunction", "determiner") or previous.text in (",", "(", "–", "—")
    if previous.text in (";", ",", "and") and following is not None and following.text in _WENT:
        return True  # "5,000 went to Tobruk and 2,000 to Benghazi"
    return opened and (
        following is None
        or following.tag in ("preposition", "mark")
        or following.text in ("more", "others")
    )


def _counted_so_far(tokens: Sequence[Token], place: int, following: Token | None) -> bool:
    """Whether an elided number is another count of the same ("has registered only 300")."""
    at = place - 1
    while at >= 0 and tokens[at].tag == "adverb":
        at -= 1
    ended = following is None or following.tag == "mark"
    if at > 0 and tokens[at].text == "of" and tokens[at - 1].text in ("spoke", "speak", "speaks"):
        return ended  # "villagers spoke of 15,000"
    return ended and at >= 0 and (tokens[at].tag == "reporting" or tokens[at].text == "registered")


def _summed(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The frame of "residents were evacuated, N people in all": a sum behind its sentence."""
    tail = tokens[what.end : what.end + 2]
    if not (tail and any(t.text in _ALTOGETHER for t in tail)) or what.kind not in PEOPLE:
        return None
    for at in range(place - 1, -1, -1):
        for mark in tokens[at].marks:
            if mark.role in ("patient", "mover") and mark.needs == "people" and not mark.weak:
                return Frame(mark.measure, at, "sum")
    return None


def number_of(
    tokens: Sequence[Token], place: int, what: Counted, topic: str | None = None
) -> Frame | None:
    """The frame of "the number of refugees … reached N" and "displacement rose to N"."""
    if what.kind not in ("elided", "person", "household", "unknown"):
        return None
    changed = changes.change_sign(tokens, place) is not None
    moves = changed or changes.level(tokens, place)
    for at in range(place - 1, max(-1, place - 25), -1):
        token = tokens[at]
        if token.text in (".", ";") or token.tag == "harm":
            return None
        if token.text == "new arrivals" and moves and topic is None:
            settled = any(m.role in ("site", "people") for t in tokens for m in t.marks)
            topic = "displaced" if settled or what.kind == "household" else None
        arrivals = topic and token.text.endswith("arrivals") and moves
        if arrivals and topic:
            return Frame(topic, at, "number of", None, False, False)
        populated = [t.text.partition(" ")[0] for t in tokens[max(0, at - 6) : at]]
        if moves and "population" in populated and any(m.role == "site" for m in token.marks):
            return Frame("sheltered", at, "number of", None, False, True)
        for mark in token.marks:
            counts = mark.role == "people" or (mark.role == "patient" and mark.form == "participle")
            if not counts or not mark.measure or mark.needs == "dwelling" or mark.weak:
                continue
            near = [t.text for t in tokens[max(0, at - 5) : at + 3]]
            near += [t.text for t in tokens[max(at, place - 2) : place]]
            phrase = list(tokens[max(0, at - 3) : at])
            while any(t.tag == "mark" for t in phrase):
                phrase.pop(0)
            if any(t.kind in ("other", "place", "facility") for t in phrase):
                return None
            near = [word for words in near for word in words.split()]
            beside = (*tokens[max(0, at - 4) : at], *tokens[at + 1 : min(at + 4, place)])
            put = any(t.text in _PUTTING for t in beside) and any(
                t.text == "at" for t in tokens[max(at, place - 3) : place]
            )
            counted = put or any(word in _COUNTING for word in near)
            if counted or (moves and mark.role == "people"):
                stock = mark.measure not in _DONE
                return Frame(mark.measure, at, "number of", None, False, stock)
            return None
    if changed:
        for at in range(place + 1, min(len(tokens), place + 8)):
            for mark in tokens[at].marks:
                if mark.role in ("people", "event") and mark.needs != "dwelling":
                    return Frame(mark.measure, at, "change", None, False, True)
    return None
