"""Words before the number that take it as object: "displaced N", "the return of N", "home to N"."""

from collections.abc import Sequence

from analysis.figures.certainty import STOPS, certainty
from analysis.figures.movement.frames import (
    BLOCKED,
    PEOPLE,
    Frame,
    fits,
    neighbour,
    passive,
    supported,
)
from analysis.figures.movement.triggers import around
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_PUSHING = {
    "forced",
    "forces",
    "forcing",
    "drove",
    "driven",
    "driving",
    "pushed",
    "pushing",
    "chased",
}
_WOULD_HOLD = {"take", "hold", "house", "host", "shelter", "accommodate", "receive"}
_INVOLVING = {"affected", "affecting", "affects", "involving", "involved", "involves", "covering"}
_LOCKED = {"detention", "prison", "prisons", "jail", "jails", "inmates", "prisoners"}
_ANYONE = {"people", "persons", "individuals", "residents", "villagers", "inhabitants", "civilians"}
_LODGING = {"shelters", "shelter", "emergency shelter", "temporary shelter", "accommodation"}
_LODGING |= {"camps", "camp", "relief camps", "relief camp", "temporary shelters", "beds"}
_TAKEN = {
    "taken in",
    "took in",
    "received",
    "welcomed",
    "accepted",
    "admitted",
    "absorbed",
    "resettled",
}


def before(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """The verb or noun right before the number that takes it as object."""
    at = neighbour(tokens, place)
    if at < 0:
        return None
    token = tokens[at]
    if what.kind == "elided" and what.end < len(tokens) and tokens[what.end].tag == "harm":
        return None  # "the return of seven kidnapped students"
    for mark in token.marks:
        if mark.role == "patient" and fits(mark, what):
            if mark.form == "participle" and passive(tokens, at):
                continue
            if mark.weak and not supported(tokens, what.end - 1) and not sent_to(tokens, what):
                continue
            stock = mark.measure == "sheltered"
            sure = certainty(tokens, at - 7, at)
            if mark.form == "active" and at > 1 and tokens[at - 1].text == "to":
                sure = sure or ("hypothetical" if tokens[at - 2].capital else None)
            return Frame(mark.measure, at, "object", sure, True, stock)
        if mark.role == "state" and what.kind != "elided" and fits(mark, what):
            return Frame(mark.measure, at, "object", certainty(tokens, at - 4, at))
        if mark.role == "event" and fits(mark, what):
            return Frame(mark.measure, at, "event", certainty(tokens, at - 4, at))
    if token.tag == "harm" and what.kind not in ("dwelling", "building"):
        return BLOCKED
    if token.text in _INVOLVING and what.kind in PEOPLE:
        for named in reversed(tokens[max(0, at - 5) : at]):
            for mark in named.marks:
                if mark.role == "people" and named.text.endswith(("ment", "ments", "ion", "ions")):
                    return Frame(mark.measure, at, "event", certainty(tokens, at - 4, at))
    return None


def inverted(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """A passive whose subject follows, as translations have it: "were evacuated 1,120 people"."""
    for at in range(place - 1, max(0, place - 6) - 1, -1):
        token = tokens[at]
        if token.tag == "quantity" or token.text in STOPS or token.tag == "subordinator":
            return None
        if token.tag != "aux" or not token.text.endswith(("were", "was", "been")):
            continue
        before_it = tokens[at - 1] if at else None
        if before_it is not None and before_it.text not in (",", "they", "there", "it", "and"):
            return None
        for mark in (m for t in tokens[at + 1 : at + 3] for m in t.marks):
            done = mark.role == "patient" and mark.form == "participle" and not mark.weak
            if done and fits(mark, what):
                return Frame(mark.measure, at + 1, "inverted")
        return None
    return None


def hosted(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """A host or a place before the number: "home to N", "room for N"."""
    at = neighbour(tokens, place)
    if at < 0 or what.kind not in PEOPLE:
        return None
    token = tokens[at]
    roles = {m.role for t in tokens for m in t.marks}
    if token.tag == "aux" and at > 1 and tokens[at - 1].text == "there":
        located = any(_sited(tokens, place) for place in range(1, at - 1))
        return Frame("sheltered", at, "place", None, False, True) if located else None
    if any(t.text in _LOCKED for t in tokens):
        return None
    if token.tag == "limit" and (
        roles & {"site", "people"}
        or any(m.measure == "sheltered" for t in tokens[:at] for m in t.marks)
        or any(t.kind in ("place", "facility") for t in tokens)
    ):
        return Frame("sheltered", at, "capacity", "hypothetical", False, True)
    named = "site" in roles or any(t.text in ("site", "sites", "field") for t in tokens[:at])
    if what.kind == "elided" and token.text in _WOULD_HOLD and named:
        planned = at and tokens[at - 1].tag == "modal"  # "a second site, which would take 40,000"
        ended = what.end >= len(tokens) or tokens[what.end].tag in ("mark", "conjunction")
        if planned and ended:
            return Frame("sheltered", at, "capacity", "hypothetical", False, True)
    meant = token.text == "for" and at and tokens[at - 1].text in _LODGING
    if meant and not any(t.tag in ("harm", "measure") for t in tokens[:at]):
        return Frame("sheltered", at, "capacity", "hypothetical", False, True)
    host = next((m for m in token.marks if m.role == "host"), None)
    if host is None:
        return None
    sure = certainty(tokens, at - 5, at + 1)
    named = what.kind == "named" or (what.head is not None and tokens[what.head].capital)
    if not host.weak and named and _hosts_country(tokens, at):
        return Frame("refugees", at, "host country", sure, True, token.text not in _TAKEN)
    sheltering = "site" in roles or token.text in ("shelter for", "refuge for")
    if sheltering or (not host.weak and _housed(tokens, at, what)):
        return Frame("sheltered", at, "host", sure, False, True)
    return None


def _housed(tokens: Sequence[Token], at: int, what: Counted) -> bool:
    """Whether schools or mosques take people in: "schools are hosting 1,400 families"."""
    if tokens[at].text in _TAKEN or what.head is None:
        return False
    someone = what.kind == "household" or tokens[what.head].text in _ANYONE
    return someone and any(t.kind == "facility" for t in tokens[max(0, at - 4) : at])


def _hosts_country(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands before the host verb ("Lebanon has taken in")."""
    while at and tokens[at - 1].tag in ("aux", "adverb"):
        at -= 1
    if at and tokens[at - 1].text == ",":  # "Uganda, which hosts 1.4 million, took in"
        return tokens[0].capital and not tokens[0].kind
    return at > 0 and tokens[at - 1].capital


def takes_in(token: Token) -> bool:
    """Whether a verb tells the arrival of refugees ("took in 3,000 refugees")."""
    return token.text in _TAKEN


def pushed(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """Numbers that are forced somewhere: "drove 3,000 from the coast into camps"."""
    at = neighbour(tokens, place)
    if at < 0 or tokens[at].text not in _PUSHING:
        return None
    if what.kind not in PEOPLE or what.end >= len(tokens):
        return None
    if tokens[what.end].text.startswith(("from", "into", "out of", "off")):
        return Frame("displaced", at, "object", certainty(tokens, at - 6, at))
    return None


def embraced(tokens: Sequence[Token], place: int, what: Counted) -> Frame | None:
    """A verb before the number and its particle behind the people: "brought 83 families back"."""
    at = neighbour(tokens, place)
    if at < 0:
        return None
    houses = what.kind in ("dwelling", "building")
    particles = around().get(tokens[at].text.rpartition(" ")[2], ())
    if not particles:
        return None
    behind = " ".join(t.text for t in tokens[what.end : what.end + 5]) + " "
    for particle, mark in particles:
        meant = houses if mark.needs == "dwelling" else what.kind in PEOPLE
        if meant and behind.startswith(particle + " "):
            return Frame(mark.measure, at, "object", certainty(tokens, at - 7, at))
    return None


def _sited(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place of shelter stands at `at` behind "in" or "at" ("in the tent village")."""
    if not any(m.role == "site" for m in tokens[at].marks):
        return False
    before_it = [t for t in tokens[max(0, at - 3) : at] if t.tag != "determiner"]
    return bool(before_it) and before_it[-1].text in ("in", "at", "inside")


def sent_to(tokens: Sequence[Token], what: Counted) -> bool:
    """Whether residents or families are taken to a named place: "escorted 300 people to Bunia"."""
    anyone = what.kind == "household" or (
        what.head is not None and tokens[what.head].text in _ANYONE
    )
    goal = tokens[what.end : what.end + 2]
    return anyone and len(goal) == 2 and goal[0].text in ("to", "into") and goal[1].capital
