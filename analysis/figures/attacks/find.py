"""Find the numbers that count attacks and operations, their rates, shares and changes."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures import changes
from analysis.figures.attacks.nouns import HAPPENED, Event, counted_event, event_at, roles
from analysis.figures.attacks.triggers import attack_vocabulary
from analysis.figures.certainty import certainty
from analysis.figures.rates import clause, rate_per
from analysis.figures.shallow import Token, read
from analysis.records import Document, Finding, Sentence

# Share of rows of each rule that were right on the case table, with one more right and one more
# wrong counted; rules seen fewer than five times are 0.8.
CONFIDENCE = {"noun": 0.97, "change": 0.92, "gap": 0.91, "number of": 0.88}
_STOPS = {".", ";"}
_ASIDE = {"after", "since", "following", "despite", "before", "amid", "because of", "due to"}


class Told(NamedTuple):
    """A quantity, the measure it has, the token of the noun and the rule that found it."""

    place: int
    event: Event
    measure: str
    at: int
    rule: str
    form: str = "count"
    whole: int | None = None


def find(document: Document) -> list[Finding]:
    """Find counts, rates, shares and changes of attacks and operations.

    Args:
        document: The article with its sentences and dates.

    Returns:
        Findings in the order of the text; parts point to the finding that they are a part of.
    """
    made: list[Finding] = []
    last: str | None = None
    for sentence in document.sentences:
        tokens = read(document, sentence, attack_vocabulary())
        events = [m for m in (event_at(tokens, n) for n in range(len(tokens))) if m]
        if any(t.tag == "quantity" for t in tokens) and (events or last):
            shift = len(made)
            for told in _of_sentence(tokens, last):
                whole = None if told.whole is None else told.whole + shift
                made.append(_row(document, sentence, tokens, told, whole))
        counted = any(row.sentence == sentence.index for row in made)
        several = any(event_at(tokens, n) and t.text.endswith("s") for n, t in enumerate(tokens))
        last = events[-1] if events and (counted or several) else None
    return made


def _of_sentence(tokens: Sequence[Token], last: str | None) -> list[Told]:
    """The quantities of a sentence that count events; `last` is the measure spoken of before."""
    found: list[Told] = []
    for place, token in enumerate(tokens):
        if token.tag != "quantity" or token.quantity is None:
            continue
        event = counted_event(tokens, place)
        part = token.quantity.kind in ("percent", "fraction")
        told = (
            _part(tokens, place, event, found, last)
            if part
            else _count(tokens, place, event, found, last)
        )
        if told is not None:
            whole = len(found) - 1 if found and _of_which(tokens, place) else told.whole
            found.append(told._replace(whole=whole))
    return found


def _count(
    tokens: Sequence[Token], place: int, event: Event, found: Sequence[Told], last: str | None
) -> Told | None:
    """A count: by its noun, by the number before, or by the subject of the sentence."""
    if event.measure is not None and event.head is not None:
        single = event.of and _one(tokens[place])  # "one of the worst attacks"
        return None if single else Told(place, event, event.measure, event.head, "noun")
    if not event.elided or _one(tokens[place]) or _per_event(tokens, place):
        return None
    said = _predicate(tokens, event.end)
    if said is not None:
        return Told(place, event, *said, "predicate")
    changed = changes.level(tokens, place) or changes.compared(tokens, place)
    previous = found[-1] if found else None
    exists = _existential(tokens, place)
    if previous is not None and changed and _deaths_since(tokens, previous, place):
        return None
    if previous is not None:
        if (
            changed
            or exists
            or _for_too(tokens, place, previous)
            or _carries_on(tokens, place, event, previous)
            or _part_of_which(tokens, place)
        ):
            whole = previous.whole if not event.of else len(found) - 1
            return Told(place, event, previous.measure, previous.at, "gap", whole=whole)
        return None
    for at in range(place - 1, max(-1, place - 22), -1):
        several = tokens[at].text.endswith("s") or _tally(tokens, place)
        measure = event_at(tokens, at) if several else None
        if tokens[at].tag == "harm" and not tokens[at].marks:
            break
        if tokens[at].text == "." or (tokens[at].text == ";" and not _tally(tokens, place)):
            break
        if measure and (changed or _number_of(tokens, at) or _tally(tokens, place)):
            return Told(place, event, measure, at, "number of")
    if last is not None and exists:
        return Told(place, event, last, place - 1, "tally")
    if last is not None and _tally(tokens, place):
        at = next(n for n in range(place - 1, -1, -1) if "tally" in roles(tokens[n : n + 1]))
        return Told(place, event, last, at, "tally")
    return None


def _part(
    tokens: Sequence[Token], place: int, event: Event, found: Sequence[Told], last: str | None
) -> Told | None:
    """A percentage or fraction: a change where a word says so, else a share of events."""
    if changes.change_sign(tokens, place) is not None:
        subject = _subject(tokens, place, event, found)
        return subject and Told(place, event, *subject, "change", "change")
    ratio = " in " in tokens[place].text or "out of" in tokens[place].text
    if (event.of or ratio) and event.measure is not None and event.head is not None:
        return Told(place, event, event.measure, event.head, "share", "share")
    following = [t.text for t in tokens[place + 1 : place + 6]]
    people = any(t.kind in ("person", "armed") for t in tokens[event.end : event.end + 2])
    if event.of and not people and ({"total", "all", "them", "these", "those"} & set(following)):
        subject = _subject(tokens, place, event, found)
        if subject is None and last is not None and "total" in following:
            subject = last, place  # "the two provinces have half of the total"
        return subject and Told(place, event, *subject, "share", "share")
    return None


def _subject(
    tokens: Sequence[Token], place: int, event: Event, found: Sequence[Told]
) -> tuple[str, int] | None:
    """Measure and noun that a percentage speaks of: beside it, before it, behind it."""
    if event.measure is not None and event.head is not None:
        return event.measure, event.head
    for at in range(place - 1, -1, -1):
        if tokens[at].tag == "harm" and tokens[at].text not in ("killing", "missing"):
            return None  # "deaths rose by 20 percent"
        if _counts(tokens[at]) and all(t.place != at for t in found):
            return None  # "attacks that cost 90 lives, 12 percent more"
        measure = event_at(tokens, at)
        if measure and not _aside(tokens, at):
            return measure, at
    for at in range(place + 1, min(len(tokens), place + 7)):
        if tokens[at].tag in ("mark", "quantity"):
            break
        measure = event_at(tokens, at)
        if measure and not _aside(tokens, at):
            return measure, at
    return (found[-1].measure, found[-1].at) if found else None


def _aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether an event is only the time or cause of something: "prices rose after the attacks"."""
    left = at - 1
    while left >= 0 and at - left < 4 and tokens[left].tag in ("determiner", "word"):
        left -= 1
    return left >= 0 and tokens[left].text in _ASIDE


def _counts(token: Token) -> bool:
    """Whether a token is a number other than "one"."""
    return token.tag == "quantity" and not _one(token)


def _of_which(tokens: Sequence[Token], place: int) -> bool:
    words = " ".join(t.text for t in tokens[max(0, place - 4) : place])
    return any(s in words for s in ("of which", "of these", "of those", "including", "of them"))


def _part_of_which(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number without a noun stands in "of which the group claimed N"."""
    back = [t.text for t in tokens[max(0, place - 9) : place]]
    return any(
        a == "of" and b in ("which", "these", "those") for a, b in zip(back, back[1:], strict=False)
    )


def _predicate(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The event noun of "23 were suicide attacks"."""
    if at >= len(tokens) or tokens[at].tag != "aux":
        return None
    for place in range(at + 1, min(len(tokens), at + 5)):
        if tokens[place].tag in ("harm", "preposition", "verb") and not tokens[place].marks:
            return None
        measure = event_at(tokens, place)
        if measure:
            return measure, place
    return None


def _one(token: Token) -> bool:
    return token.quantity is not None and token.quantity.low == token.quantity.high == 1


def _per_event(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is told for each event ("or nearly two per attack")."""
    behind = tokens[place + 1 : place + 3]
    return len(behind) == 2 and behind[0].text in ("per", "an", "each") and bool(behind[1].marks)


def _deaths_since(tokens: Sequence[Token], previous: Told, place: int) -> bool:
    """Whether a number of dead or hurt stands nearer: "83 attacks, 227 deaths (from 190)"."""
    between = tokens[previous.at + 1 : place]
    return any(
        a.tag == "quantity" and b.tag == "harm" for a, b in zip(between, between[1:], strict=False)
    )


def _people_since(tokens: Sequence[Token], previous: Told, place: int) -> bool:
    """Whether people were counted since: "attacks in which 80 people died, 30 of them"."""
    between = tokens[previous.place + 1 : place]
    return any(t.tag == "quantity" for t in between) and any(t.tag == "harm" for t in between)


def _carries_on(tokens: Sequence[Token], place: int, event: Event, previous: Told) -> bool:
    """Whether an elided number stands in a list of counts ("268 in the north and 121 in …")."""
    if event.of:
        return not _people_since(tokens, previous, place)
    before = tokens[place - 1]
    following = tokens[event.end] if event.end < len(tokens) else None
    opened = (
        before.tag == "conjunction"
        or (before.tag == "determiner" and before.text != "the")
        or before.text in (",", "(", "of", "–", "—", "with", ";")
        or before.tag == "date"
    )
    return opened and (
        following is None
        or following.tag in ("preposition", "mark", "conjunction", "date")
        or following.text in HAPPENED
        or (following.text == "were" and not _of_harm(tokens, event.end + 1))
    )


def _of_harm(tokens: Sequence[Token], at: int) -> bool:
    """Whether people are spoken of: "and 41 were injured"."""
    return at < len(tokens) and tokens[at].tag == "harm"


def _existential(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number without a noun stands in "in 2023 there were 306"."""
    back = [t for t in tokens[max(0, place - 4) : place] if t.tag not in ("adverb", "determiner")]
    words = " ".join(t.text for t in back[-2:])
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    closed = following is None or following.tag in ("mark", "conjunction", "date", "preposition")
    dated = any(t.tag == "date" for t in tokens[max(0, place - 8) : place + 4])
    return closed and dated and words.endswith(("there were", "there was", "there had been"))


def _for_too(tokens: Sequence[Token], place: int, previous: Told) -> bool:
    """Whether the verb of "Sindh accounts for 60 attacks and Punjab for 41" goes on."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    closed = following is None or following.tag in ("mark", "conjunction")
    return (
        closed
        and previous.place > 0
        and tokens[place - 1].text in ("for", "accounts for", "accounted for")
        and tokens[previous.place - 1].text.endswith("for")
    )


def _number_of(tokens: Sequence[Token], at: int) -> bool:
    return "tally" in roles(tokens[max(0, at - 5) : at])


def _tally(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number ends a tally: "the tally reached N", "the number … as N"."""
    back = tokens[max(0, place - 10) : place]
    return "tally" in roles(back) and not any(t.tag == "harm" for t in back)


def _row(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    told: Told,
    whole: int | None,
) -> Finding:
    """Make the finding of a quantity that counts events."""
    token, quantity = tokens[told.place], tokens[told.place].quantity
    assert quantity is not None  # only quantity tokens are told
    low, best, high = quantity.low, quantity.best, quantity.high
    form, unit, per = told.form, "event", None
    if form == "change":
        sign = changes.change_sign(tokens, told.place) or 1
        unit = "percent"
        if sign < 0:
            low, best, high = (None if v is None else -v for v in (high, best, low))
    elif form == "share":
        unit = "percent"
    else:
        end = tokens[max(told.event.end - 1, told.place)].end
        per = rate_per(document.text, token.end, end, *clause(tokens, told.place))
        form = "rate" if per else "count"
    word = tokens[told.at]
    return Finding(
        sentence.index,
        token.start,
        token.end,
        told.measure,
        form,
        low,
        best,
        high,
        quantity.quantifier,
        unit,
        f"attacks:{told.rule}",
        word.start,
        word.end,
        rate_per=per,
        part_of=whole,
        certainty=_certainty(tokens, told),
        confidence=CONFIDENCE.get(told.rule, 0.8),
    )


def _certainty(tokens: Sequence[Token], told: Told) -> str | None:
    """Planned, foiled, denied or possible where the words before the number say so."""
    begin = max(0, told.place - 8)
    back = tokens[begin : told.place]
    for place, token in enumerate(back):
        planned = any(m.role == "planned" for m in token.marks)
        if planned and not any(t.text in (*_STOPS, ",") for t in back[place:]):
            return "hypothetical"
    return certainty(tokens, begin, told.place)
