"""What a reading of an expression may know: its match, its sentence, and the anchors.

The anchors are the publication date, the running reference (the last date that the text named)
and the last quarter named. Nothing else from outside the sentence decides a value.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from analysis.dates.tokens import Tokens
from analysis.lexicon import load


class TenseWords(NamedTuple):
    """Words that point ahead or back."""

    points: str
    words: tuple[str, ...]


class Match(NamedTuple):
    """A pattern that matched: the rule, token range, and captures as token ranges."""

    rule: str
    reading: str
    tokens: Tokens
    first: int
    last: int
    groups: dict[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        """Whether a capture took part."""
        return name in self.groups

    def words(self, name: str) -> list[str]:
        """The captured tokens in lower case; empty if the capture took no part."""
        first, last = self.groups.get(name, (0, 0))
        return [self.tokens.word(index) for index in range(first, last)]

    def get(self, name: str) -> str:
        """The captured tokens joined by blanks, lower case, without full stops."""
        return " ".join(word for word in self.words(name) if word != ".")

    def before(self, count: int = 1) -> str:
        """The token that stands `count` places before the match."""
        return self.tokens.word(self.first - count)

    def after(self, count: int = 0) -> str:
        """The token that stands `count` places behind the match."""
        return self.tokens.word(self.last + count)


class Reading(NamedTuple):
    """What an expression means, before its interval is worked out.

    `first` and `last` narrow the token range; `start` and `end` give an interval that the value
    does not say; `refers` tells whether the running reference moves here.
    """

    type: str
    value: str
    mod: str | None = None
    anchor: str | None = None
    first: int | None = None
    last: int | None = None
    start: date | None = None
    end: date | None = None
    precision: str | None = None
    calendar: str = "gregorian"
    refers: bool = True
    rule: str | None = None


class Context(NamedTuple):
    """The anchors at a place in the text.

    `reference` and `quarter` are TIMEX3 values; `recent` says that the reference stands in this
    sentence or the one before; `narrative` that the text tells history rather than the news of a
    day, `history` that this passage does, so that undated expressions hang on the reference.
    `solar` says that the text counts years by the Solar Hijri calendar somewhere.
    `month` is the last month named, which "the month before" means in a review of months though
    the news day was named since.
    `opening` says that the sentence is one of the first, which may sum up what follows.
    `months_told` says that figures for nine months were given since the quarter was named.
    """

    published: date | None
    narrative: bool = False
    reference: str | None = None
    recent: bool = False
    quarter: str | None = None
    months_told: bool = False
    history: bool = False
    solar: bool = False
    month: str | None = None
    opening: bool = False


@cache
def _pointing(points: str) -> frozenset[str]:
    entries = load("dates_tense", TenseWords, unique=())
    return frozenset(w for entry in entries if entry.points == points for w in entry.words)


_HAVE = frozenset(("has", "have", "had"))
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_COPULAS = frozenset(("is", "are"))
_TO_A_DATE = frozenset(
    ("on", "in", "at", "for", "early", "late", "mid", "-", "not", "until", "only")
)
_CLAUSE_OPENERS = frozenset(("when", "once", "if", "until", "before", "after", "unless"))
PRESENT_REACH = 7  # a plan in the present tense stands near its date
_STOPS = frozenset(';:()"“”')
REACH_BACK, REACH_AHEAD, REACH_FAR = 14, 8, 40


def _is_past(word: str) -> bool:
    regular = len(word) > 4 and word.endswith("ed") and word not in ("united", "need", "indeed")
    if regular and word.startswith("un"):  # "an unspecified date": an adjective
        return False
    return regular or word in _pointing("past")


def _points(tokens: Tokens, index: int) -> str | None:
    """What a word says, with the words before it ("will be paid", "had been scheduled")."""
    word = tokens.word(index)
    before = {tokens.word(index - back) for back in (1, 2, 3)}
    chain = range(index - 1, index - 6, -1) if tokens.word(index - 1) not in _ARTICLES else ()
    pluperfect = any(tokens.word(back) == "had" for back in chain)
    if word in _pointing("hope") and tokens.word(index - 1) in _ARTICLES:
        return None  # "cut their forecasts": a noun
    if word in _pointing("future"):
        return "past" if pluperfect else "future"
    after = tokens.word(index + 1)
    if word in ("soon", "early") and after == "as":  # "as soon as Monday"
        return "future"
    if word in ("has", "have") and after in ("until", "till"):  # "has until Friday to answer"
        return "future"
    if word in ("is", "are") and after == "to" and tokens.word(index + 2) != "the":
        return "future"  # "is to begin on Monday"
    if word in _pointing("before_to") and after in ("to", "until") and not pluperfect:
        return "future"
    if word == "set" and after == "for" and not pluperfect:
        return "future"
    if word == "set" and after in ("aside", "up", "off", "out", "fire", "ablaze", "free"):
        return "past"
    if word in _pointing("reporting"):
        return "reporting"
    if _is_past(word) and tokens.word(index - 1) != "to":  # "to hit", "to cut": no past form
        ahead = before & _pointing("participle_of_future")
        if ahead and not before & (_HAVE | _pointing("maybe")):
            return "future"
        return None if tokens.word(index - 1) in ("is", "are") else "past"
    return None


def _plans(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a present tense tells a plan: "leaves on Sunday", "the vote is on 5 April"."""
    word, before = tokens.word(index), tokens.word(index - 1)
    if word in _pointing("present_plan"):
        if tokens.word(index + 1) in ("-", "of"):  # "end-March", "the end of March"
            return False
        return before not in _pointing("before_noun") and not before.endswith("'")
    if word not in _COPULAS:
        return False
    if all(tokens.word(i) in _TO_A_DATE for i in range(index + 1, first)):
        return before not in ("this", "it", "that", "there", "today", "he", "she", "they")
    opened = any(tokens.word(index - back) in _CLAUSE_OPENERS for back in range(1, 6))
    return opened and _is_past(tokens.word(index + 1))  # "when the case is heard in May"


def _scan(tokens: Tokens, indices: range) -> tuple[str | None, int]:
    """First pointing word in a direction and its distance."""
    backward = indices.step < 0
    for distance, index in enumerate(indices, start=1):
        word = tokens.word(index)
        if word in _STOPS:
            if backward and distance == 1 and word == "(":  # "(4 a.m. Thursday)": look outside
                continue
            break
        decided = word in _pointing("before_to") and word.endswith("ed")
        if decided and not backward and tokens.word(index + 1) == "to":
            return "past", distance  # "On Tuesday it agreed to pay": it agreed on that day
        near = backward and distance <= PRESENT_REACH
        if near and _plans(tokens, index, indices.start + 1):
            return "future", distance
        points = _points(tokens, index)
        if points == "reporting":
            if distance <= 2:
                return "past", distance
            break
        if points:
            return points, distance
    return None, 99


def tense(tokens: Tokens, first: int, last: int, *, weak: bool = False) -> str | None:
    """Whether the words around an expression point to the past or the future.

    The nearest pointing word of the clause decides, those on the left before those on the right;
    with `weak` a preposition such as "until" where there is no other; at last all words around.

    Returns:
        ``past``, ``future`` or None.
    """
    if tokens.word(first - 1) in _pointing("begins"):
        return "future"
    back, near = _scan(tokens, range(first - 1, max(-1, first - 1 - REACH_BACK), -1))
    opens = tokens.word(last) == "," and first <= 1  # "On Tuesday, the board of … plans to meet"
    reach = REACH_BACK if opens else REACH_AHEAD
    following = range(last, min(len(tokens.spans), last + reach))
    if back:  # "flew in food over the weekend and hopes to land": the next clause is another
        joint = (i for i in following if tokens.word(i) in ("and", "but"))
        following = range(last, next(joint, following.stop))
    ahead, far = _scan(tokens, following)
    found = back if back and near <= far + 4 else ahead or back
    if found:
        return found
    if weak and leads_ahead(tokens, first):
        return "future"
    around = range(max(0, first - REACH_FAR), min(len(tokens.spans), last + REACH_FAR))
    anywhere = {_points(tokens, index) for index in around}
    return "past" if "past" in anywhere and "future" not in anywhere else None


COMPARISON = 7  # tokens in which "than", "against", "fell … from" stand before what is compared


def is_since(match: Match) -> bool:
    """Whether "since" leads to a date that is not then told of ("since 4 March, when …")."""
    told = match.after(int(match.after() == ",")) == "when"
    return match.before() == "since" and not told


def is_compared(match: Match) -> bool:
    """Whether a date is one that something is compared with: "26 percent less than in August"."""
    if match.before() == "since":
        return is_since(match)
    lead = [match.before(back) for back in range(1, COMPARISON + 1)]
    stop = next((i for i, word in enumerate(lead) if word in _STOPS or word == ","), len(lead))
    near = lead[:stop]
    if any(word in _pointing("compares") for word in near):
        return True
    moved = any(word in _pointing("moves") or word == "%" for word in near)
    return moved and any(word in ("from", "on", "over") for word in near[:2])


def is_habitual(match: Match) -> bool:
    """Whether the clause tells what happens every year ("the pass is usually shut in January")."""
    tokens = match.tokens
    for indices in (
        range(match.first - 1, max(-1, match.first - 1 - REACH_BACK), -1),
        range(match.last, min(len(tokens.spans), match.last + REACH_AHEAD)),
    ):
        for index in indices:
            word = tokens.word(index)
            if word == "," and index == 1 and tokens.word(0) in _pointing("habit"):
                return True  # "Historically, September is the worst month"
            if word in _STOPS or word == ",":
                break
            if word in _pointing("habit") and indices.step < 0:
                return True
            led = tokens.word(index - 1) in _pointing("habit")  # "is usually held in May"
            if indices.step < 0 and _is_past(word) and not led:
                break  # what "normally falls in a month came down in May"
            if word in ("every", "each") and tokens.word(index + 1) == "year":
                return True
    return False


_MODIFIERS = frozenset(("early", "mid", "late", "-", "least", "at", "end", "of"))


def is_pluperfect(match: Match) -> bool:
    """Whether "had" stands near an expression, or "had begun" before it in the sentence."""
    tokens = match.tokens
    around = range(max(0, match.first - REACH_BACK), min(len(tokens.spans), match.last + 6))
    if any(tokens.word(index) == "had" for index in around):
        return True
    return any(
        tokens.word(index) == "had" and any(_is_past(tokens.word(index + by)) for by in (1, 2))
        for index in range(match.first)
    )


def leads_ahead(tokens: Tokens, first: int) -> bool:
    """Whether a preposition such as "until" stands right before an expression."""
    while tokens.word(first - 1) in _MODIFIERS:
        first -= 1
    return any(tokens.word(first - back) in _pointing("weak_future") for back in (1, 2))
