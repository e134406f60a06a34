"""Numbers that count what the article is about: departures, arrivals and plans for more of them."""

from collections.abc import Sequence

from analysis.figures.movement import predicates
from analysis.figures.movement.frames import BLOCKED, LEAVING, Frame, anyone, neighbour
from analysis.figures.movement.links import Read
from analysis.figures.movement.parts import is_part
from analysis.figures.noun_phrases import Counted
from analysis.figures.shallow import Token

_AWAITING = ("plan", "prepar", "reckon", "brac")  # stems: "plans for", "reckon with"
_MANY = 100  # people whom an agency plans for
_HAVING = {"has", "have", "had"}
_SURVEYS = {"survey", "surveys", "sample", "poll", "interviews", "questionnaire"}


def by_topic(
    tokens: Sequence[Token], place: int, what: Counted, frame: Frame | None, topic: str
) -> Frame | None:
    """The frame of a number, with what the article's other moves say of it.

    Args:
        tokens: The sentence.
        place: The number.
        what: What it counts.
        frame: Its frame as far as the sentence tells.
        topic: The measure that leads in the article.
    """
    if frame is None and _sampled(tokens, place):
        return BLOCKED  # "her survey of 900 arrivals"
    if frame is None:
        found = predicates.passing(tokens, what, topic) or _planned(tokens, place, what, topic)
        return found or _registered(tokens, place, what, topic)
    if topic == "returned" and _departed(tokens, what, frame):
        return frame._replace(measure=topic)
    return frame


def sample(tokens: Sequence[Token], place: int, known: Sequence[Read], topic: str) -> Frame | None:
    """The frame of a share of those asked: "her survey of 900 arrivals found that 61 percent"."""
    if not known or not is_part(tokens, place) or not _sampled(tokens, known[-1].place):
        return None
    frame = predicates.passing(tokens, known[-1].what, topic)
    return frame and frame._replace(rule="of all")


def awaiting(token: Token) -> bool:
    """Whether a word says that what follows is planned for: "prepared for", "reckon with"."""
    return token.text.endswith((" for", " with")) and token.text.startswith(_AWAITING)


def _sampled(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is how many were asked: "a survey of 900 arrivals"."""
    at = neighbour(tokens, place)
    return at > 0 and tokens[at].text in ("of", "with", "among") and tokens[at - 1].text in _SURVEYS


def _planned(tokens: Sequence[Token], place: int, what: Counted, topic: str) -> Frame | None:
    """Read "plans for half a million by March", "we prepared for 900 a day"."""
    at = neighbour(tokens, place)
    quantity = tokens[place].quantity
    if at < 0 or not awaiting(tokens[at]) or quantity is None or is_part(tokens, place):
        return None
    if not anyone(tokens, what) or (quantity.low or quantity.high or 0) < _MANY:
        return None
    return Frame(topic, at, "planned", "hypothetical", False, False)


def _registered(tokens: Sequence[Token], place: int, what: Counted, topic: str) -> Frame | None:
    """Read "the department for refugees has registered 2,210 families": those who arrive."""
    at = neighbour(tokens, place)
    if at < 2 or tokens[at].text != "registered" or tokens[at - 1].text not in _HAVING:
        return None
    if what.kind not in ("person", "household", "named") or is_part(tokens, place):
        return None
    offices = any(m.role == "people" for t in tokens[:at] for m in t.marks)
    return Frame(topic, at, "registered", None, False, False) if offices else None


def _departed(tokens: Sequence[Token], what: Counted, frame: Frame) -> bool:
    """Whether people leave without a word of where from: "in the week since, 9,000 have left"."""
    if frame is BLOCKED or frame.measure != "displaced" or frame.rule != "subject":
        return False
    if what.kind not in ("elided", "person", "named", "household"):
        return False
    if tokens[frame.at].text.split()[-1] not in LEAVING:
        return False
    following = tokens[frame.at + 1] if frame.at + 1 < len(tokens) else None
    return following is None or following.tag in ("mark", "date", "conjunction", "subordinator")
