"""Predicates behind the number: "N were displaced", "N who fled", "N in camps"."""

from collections.abc import Sequence
from itertools import pairwise

from analysis.figures.certainty import STOPS, certainty
from analysis.figures.movement.frames import (
    BLOCKED,
    LEAVING,
    PEOPLE,
    RUNNING,
    Frame,
    fits,
    neighbour,
    passive,
    supported,
)
from analysis.figures.movement.states import lasts
from analysis.figures.movement.travel import travels
from analysis.figures.noun_phrases import Counted, counted
from analysis.figures.shallow import Token

_FAR = 28  # tokens that a subject may stand before its verb
_CAPTIVE = {"inmates", "prisoners", "detainees", "hostages", "captives", "suspects", "convicts"}
_RESIDENTS = {"residents", "inhabitants", "occupants", "population", "dwellers"}
_INSERTED = {"including", "among", "whose", "most", "mostly", "mainly", "many", "half", "largely"}
_REDUCED = {"affected", "affected by", "hit", "cut off", "infected", "isolated", "tested"}
_NOBODY = {"nobody", "none", "no one"}
_OF_THEMSELVES = {"sheltering", "evacuate", "evacuating", "repatriate", "repatriating", "relocate"}


def after(
    tokens: Sequence[Token],
    what: Counted,
    *,
    quantity: int | None = None,
    start: int | None = None,
    inner: bool = False,
) -> Frame | None:
    """The predicate behind the number whose subject, or moved object, it is.

    Args:
        tokens: The sentence.
        what: What the number counts.
        quantity: The token of the number.
        start: Where to begin, by default behind the noun phrase.
        inner: Whether the number is the whole of which another one is a part ("half of the
            9,000 people"): the main verb is then said of the part.

    Returns:
        The first word that decides, `BLOCKED` where another predicate does, None for neither.
    """
    begin = at = what.end if start is None else start
    agent = quantity is not None and _is_object(tokens, quantity)
    left = neighbour(tokens, quantity) if quantity is not None else -1
    caused = left >= 0 and tokens[left].tag == "actual"
    helped = relative = False
    place: Frame | None = None
    while at < min(len(tokens), begin + _FAR):
        token = tokens[at]
        inserted = token.text == "whose"
        relative = relative or inserted
        opens = token.tag == "subordinator" and not inserted and not _as_what(tokens, at)
        if token.text in STOPS or opens:
            break
        if token.tag == "reporting" and not helped and not relative:
            break
        if token.text in _INSERTED and tokens[at - 1].text == ",":
            at = _behind_comma(tokens, at)
            continue
        if token.text == "," and _contrast(tokens, at):
            at = _behind_comma(tokens, at + 1)
            continue
        if token.text in "([":
            at = _closing(tokens, at)
            continue
        if token.tag in ("quantity", "measure"):
            previous = _previous(tokens, at)
            if at + 1 < len(tokens) and tokens[at + 1].tag == "relative":
                break  # "the first of the 170 who …": said of the other number
            if not (previous.tag == "preposition" or previous.text == "population of") and not (
                at - what.end <= 2 and (previous.tag == "conjunction" or previous.text in ",(")
            ):
                break
            listed = previous.tag != "preposition"
            at = max(at + 1, counted(tokens, at).end) if listed else at + 1
            continue
        own = ("there", "themselves", "they", "them") if relative else ("there", "themselves")
        if token.tag == "pronoun" and token.text not in own:
            break
        if token.tag == "conjunction" and agent and _verb_at(tokens, at + 1):
            break  # "released two men and had to flee": said of somebody else
        if token.tag == "relative":
            relative, helped = True, False
        elif token.tag == "aux":
            if inner and not relative:
                break
            helped = True
        if inner and not relative and _finite(token):
            break
        decided = _decides(
            tokens, at, what, helped=helped, relative=relative, begin=begin, caused=caused
        )
        if decided is BLOCKED:
            return place or _coordinated(tokens, at, what) or BLOCKED
        if decided is not None:
            if decided.strong:
                return decided
            place = place or decided
        if relative and token.tag == "word":
            helped = False
        at += 1
    return place


def _finite(token: Token) -> bool:
    """Whether a token is a verb of moving that is no participle ("returned", not "fleeing")."""
    moves = any(m.role == "mover" for m in token.marks)
    return moves and not token.text.partition(" ")[0].endswith("ing")


def object_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb is followed by its own object, so that the number before is its agent."""
    for token in tokens[at + 1 : at + 4]:
        if token.tag == "quantity":
            return True
        if token.tag in ("determiner", "adverb") and token.text not in ("their", "again", "back"):
            continue
        return token.kind in ("person", "household") and token.tag == "word"
    return False


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether the counted do it to others: "the two states had sent back 40,000"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.tag == "quantity" and not passive(tokens, at)


def _coordinated(tokens: Sequence[Token], at: int, what: Counted) -> Frame | None:
    """A second predicate of the same people: "were arrested at the border and deported"."""
    for place in range(at + 1, min(len(tokens) - 1, at + 9)):
        token = tokens[place]
        if token.tag in ("quantity", "pronoun", "subordinator") or token.text in STOPS:
            return None
        if token.text != "and":
            continue
        for second in tokens[place + 1 : place + 3]:
            for mark in second.marks:
                done = mark.role == "mover" or mark.form == "participle"
                if done and not mark.weak and mark.needs == "people" and fits(mark, what):
                    sure = certainty(tokens, what.end, place + 1)
                    return Frame(mark.measure, place + 1, "patient", sure)
            if second.tag not in ("adverb", "aux"):
                return None
    return None


def passing(tokens: Sequence[Token], what: Counted, topic: str) -> Frame | None:
    """A border crossed or an arrival, which is what the article's other moves are.

    "N crossed at the gate", "N arrivals"; `topic` is the measure that leads in the article.
    """
    if what.kind not in PEOPLE:
        return None
    begin = what.end - 1 if what.head is None else what.head
    end = what.end + 3
    if what.end < len(tokens) and tokens[what.end].text == "(":  # "families (4,100 people) arrived"
        begin, end = _closing(tokens, what.end), _closing(tokens, what.end) + 3
    for at in range(begin, min(len(tokens), end)):
        if any(m.role == "transit" for m in tokens[at].marks):
            sure = certainty(tokens, what.end, at)
            return Frame(topic, at, "passing", sure, False, False)
        if at >= what.end and tokens[at].text == ")":
            continue
        if at >= what.end and tokens[at].tag not in ("aux", "adverb", "date", "relative", "modal"):
            return None
    return None


def _is_object(tokens: Sequence[Token], quantity: int) -> bool:
    """Whether a number follows a verb or preposition, so that it is no subject."""
    at = neighbour(tokens, quantity)
    return at >= 0 and tokens[at].tag in ("word", "preposition", "verb", "harm", "negation")


def _verb_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb stands at `at` ("and had to flee", "and escaped")."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    return token.tag in ("aux", "modal", "actual") or any(m.role == "mover" for m in token.marks)


def _previous(tokens: Sequence[Token], at: int) -> Token:
    """The token before `at`, determiners left out."""
    back = at - 1
    while back > 0 and tokens[back].tag == "determiner":
        back -= 1
    return tokens[back]


def _as_what(tokens: Sequence[Token], at: int) -> bool:
    """Whether "as" names what the counted are ("as refugees") and opens no clause."""
    if tokens[at].text != "as":
        return False
    if tokens[at + 1 : at + 2] and tokens[at + 1].text in ("having", "being"):
        return True  # "show 13,500 as having left their homes"
    return any(m.role in ("people", "patient") for t in tokens[at + 1 : at + 4] for m in t.marks)


def _contrast(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma opens a number told for contrast: ", and not 25,000 as first said,"."""
    words = [t.text for t in tokens[at + 1 : at + 4]]
    if words[:1] in (["and"], ["but"]):
        words = words[1:]
    return bool(words) and words[0] in (
        "not",
        "rather",
        "instead",
        "instead of",
        "up",
        "down",
        "compared with",
        "compared to",
    )


def _behind_comma(tokens: Sequence[Token], at: int) -> int:
    """The token behind the comma that closes an insertion begun at `at`."""
    for place in range(at + 1, min(len(tokens), at + 16)):
        if tokens[place].text == ",":
            return place + 1
    return at + 1


def _closing(tokens: Sequence[Token], at: int) -> int:
    """The token behind a bracket that opens at `at`."""
    for place in range(at + 1, min(len(tokens), at + 20)):
        if tokens[place].text in ")]":
            return place + 1
    return at + 1


def _decides(
    tokens: Sequence[Token],
    at: int,
    what: Counted,
    *,
    helped: bool,
    relative: bool,
    begin: int,
    caused: bool,
) -> Frame | None:
    """What one token says of the number before it."""
    token = tokens[at]
    if any(t.text in _NOBODY and b.tag == "conjunction" for b, t in pairwise(tokens[begin:at])):
        return BLOCKED  # "put the toll at 45 and nobody fled"
    sure = certainty(tokens, begin, at + 1 if token.tag in ("negation", "hypothetical") else at)
    infinitive = token.text.startswith("to ") or tokens[at - 1].text == "to"
    for mark in token.marks:
        if mark.role in ("patient", "mover", "state") and fits(mark, what):
            if not helped and at > begin and _said_of_others(tokens, at):
                return None
            stock = lasts(tokens, begin, at, mark)
            if mark.role == "patient" and (
                mark.form == "active" or (not helped and object_follows(tokens, at))
            ):
                own = token.text in _OF_THEMSELVES and what.kind != "armed"
                if (
                    own
                    and not object_follows(tokens, at)
                    and (caused or sure is not None or not infinitive)
                ):
                    return Frame(mark.measure, at, "subject", sure, stock=stock)
                if mark.weak:
                    continue
                return BLOCKED
            if mark.role == "patient" and helped and _does(tokens, at):
                return BLOCKED
            if mark.weak and not supported(tokens, at) and not _settles(tokens, at, what):
                continue
            if mark.weak and mark.role == "patient" and helped and not passive(tokens, at):
                continue  # "have moved" of their own
            if mark.role == "mover" and (_escapes(tokens, at, what) or _a_return(tokens, at)):
                continue
            if mark.measure == "returned" and travels(tokens, at, what):
                return BLOCKED
            rule = "subject" if mark.role == "mover" else mark.role
            return Frame(mark.measure, at, rule, sure, stock=stock)
        if mark.role == "people" and what.kind in PEOPLE and _named_as(tokens, at):
            return Frame(mark.measure, at, "named as", sure, stock=True)
        if mark.role == "site" and what.kind in PEOPLE and _within(tokens, at, begin):
            return Frame("sheltered", at, "place", sure, False, True)
    owned = _owned(tokens, at, what)
    if owned is not None:
        return owned
    return BLOCKED if _other(tokens, at, helped=helped, relative=relative, begin=begin) else None


def _a_return(tokens: Sequence[Token], at: int) -> bool:
    """Whether "return" is no verb of the counted ("to demand his return")."""
    if tokens[at].text != "return":
        return False
    before = tokens[at - 1]
    counted_before = before.kind in ("person", "household") or before.tag == "quantity"
    return not counted_before and before.tag not in ("modal", "actual", "hypothetical")


def _settles(tokens: Sequence[Token], at: int, what: Counted) -> bool:
    """Whether a named people moves to a named place ("Afghans have moved to Pakistan")."""
    named = what.kind == "named" or (what.head is not None and tokens[what.head].capital)
    goal = at + 2 < len(tokens) and tokens[at + 1].text in ("to", "into")
    return named and goal and tokens[at + 2].capital


def _said_of_others(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle describes the noun before it ("agencies with people displaced by")."""
    numbered = any(t.text in ("number", "numbers", "total") for t in tokens[max(0, at - 5) : at])
    return tokens[at - 1].kind in ("person", "household") and not numbered


def _escapes(tokens: Sequence[Token], at: int, what: Counted) -> bool:
    """Whether somebody runs away who is not displaced: "were left", captives."""
    if tokens[at].text in LEAVING and passive(tokens, at):
        return True
    captive = what.head is not None and tokens[what.head].text in _CAPTIVE
    return captive and tokens[at].text in RUNNING


def _other(tokens: Sequence[Token], at: int, *, helped: bool, relative: bool, begin: int) -> bool:
    """Whether the token is another predicate of the counted people ("were killed")."""
    token = tokens[at]
    if token.tag == "harm" and not token.marks:
        return (at == begin or helped or relative) and tokens[at - 1].tag != "preposition"
    if token.tag == "verb" and not token.marks:
        if token.text in _REDUCED and not helped:
            return False
        return at == begin or helped or not relative
    if token.tag == "word" and token.kind is None and not relative and not token.marks:
        if tokens[at - 1].tag == "aux" and token.text.endswith(("ed", "en")):
            return True
        if at == begin and token.text.endswith("ed"):
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            return following is not None and following.tag not in (
                "preposition",
                "mark",
                "aux",
                "date",
            )
    return False


def _owned(tokens: Sequence[Token], at: int, what: Counted) -> Frame | None:
    """Families who "had their houses destroyed": the houses of the counted."""
    owns = ("had", "have", "has", "having", "whose", "saw", "see")
    if tokens[at].text not in owns or what.kind not in PEOPLE:
        return None
    if not any(t.text.endswith(("houses", "homes", "dwellings")) for t in tokens[at + 1 : at + 4]):
        return None
    for place in range(at + 2, min(len(tokens), at + 7)):
        for mark in tokens[place].marks:
            if mark.needs == "dwelling":
                return Frame(mark.measure, place, "owners", None, tokens[at].text != "whose")
    return None


def _named_as(tokens: Sequence[Token], at: int) -> bool:
    """Whether a people noun is the predicate or stands behind "the number of"."""
    for back in range(at - 1, max(-1, at - 6), -1):
        token = tokens[back]
        if token.text in ("number", "numbers", "total", "tally"):
            return True
        if token.tag == "aux" or token.text == "as":
            return True
        if token.tag not in ("determiner", "adverb", "word", "preposition"):
            return False
    return False


def _within(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Whether a site is where the counted people are: a preposition stands before it."""
    if tokens[at].text.startswith(("with ", "under ")):
        return True
    for place in range(begin, at):
        token = tokens[place]
        unknown = token.tag == "word" and token.text.endswith("ed") and not token.marks
        if unknown and tokens[place - 1].tag == "aux":
            return False  # "were raised in a camp"
    for back in range(at - 1, max(begin - 1, at - 7), -1):
        token = tokens[back]
        if token.tag == "preposition":
            if token.text == "of":
                return back == begin and tokens[back - 1].text in _RESIDENTS
            return token.text in ("in", "at", "inside", "into", "to", "with", "under", "within")
        if token.tag in ("aux", "verb", "relative", "subordinator"):
            return False
    return False
