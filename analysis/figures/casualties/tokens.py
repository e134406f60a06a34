"""Words, marks and numbers of a sentence, before they are put together into units."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures.casualties.words import Trigger, Words, words
from analysis.figures.groups import noun
from analysis.records import Quantity

KINDS = (
    ("negative", "Z"),
    ("including", "L"),
    ("reflexive", "F"),
    ("relative", "R"),
    ("be", "B"),
    ("have", "H"),
    ("modal", "M"),
    ("do", "M"),
    ("and", "A"),
    ("of", "O"),
    ("by", "Y"),
    ("with", "W"),
    ("subordinator", "S"),
    ("preposition", "P"),
    ("pronoun_one", "1"),
    ("pronoun_many", "+"),
    ("adverb", "D"),
    ("verb", "E"),
)
STOPS = frozenset(code for code, _ in KINDS if code != "adverb") | {
    "nobody",
    "indefinite",
    "definite",
    "possessive",
    "time",
}


class Token(NamedTuple):
    """A word, a mark, or a whole number with its quantifier (`quantity`)."""

    start: int
    end: int
    lower: str
    classes: frozenset[str]
    capital: bool
    quantity: Quantity | None = None
    mark: bool = False


_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|\S")
QUOTES = frozenset("'\"“”‘’`«»*")
STRONG = frozenset(";:!?.…|")
_NONE: frozenset[str] = frozenset()
_MAY = frozenset(("time",))
_DATING = frozenset(("in", "of", "since", "last", "by", "until", "from", "early", "late", "during"))
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}\s+{_MONTH},?\s+\Z", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+\Z", re.IGNORECASE)


_AHEAD = re.compile(r"\s+([A-Za-z-]+)(?:\s+([A-Za-z-]+))?")


def behind_date(text: str, quantity: Quantity) -> bool:
    """Whether a number behind "23 September" counts people and is no year: "28 bodies"."""
    start, end = quantity.number_start, quantity.number_end
    if quantity.kind != "digits" or end - start > 2 or (quantity.best or 0) < 2:
        return False
    if not _DAY_MONTH.search(text, max(0, start - 18), start):
        return False
    ahead = _AHEAD.match(text, end, end + 40)
    said = [w.casefold() for w in ahead.groups() if w] if ahead else []
    plural = any((n := noun(w)) is not None and n.number == "plural" for w in said)
    return plural or any(w in words().bodies for w in said)


def is_date_number(text: str, quantity: Quantity) -> bool:
    """Whether a number is a day or a year by its neighbours."""
    if quantity.kind != "digits" or behind_date(text, quantity):
        return False
    start, end = quantity.number_start, quantity.number_end
    if quantity.low is not None and quantity.low <= 31:
        if _MONTH_AFTER.match(text, end, end + 24):
            return True
        if _MONTH_BEFORE.search(text, max(0, start - 14), start):
            if re.search(r"\d\s+\S+\s+\Z", text[max(0, start - 18) : start]):
                return True
            return not re.match(r"\s+(?:[A-Za-z]+\s+){0,3}(?:people|killed)", text[end : end + 40])
    digits = text[start:end]
    if _DAY_MONTH.search(text, max(0, start - 18), start):
        return True
    return bool(re.fullmatch(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?", digits)) and not (
        re.match(r"\s+(?:people|persons|men|militants|soldiers|civilians|fighters)", text[end:])
    )


def tokenise(
    text: str, start: int, end: int, quantities: Sequence[Quantity], caps: bool
) -> list[Token]:
    """Cut a stretch of text into tokens; `caps` says that its letter case says nothing."""
    lexicon, made, place = words(), [], 0
    spans = [q for q in quantities if not is_date_number(text, q)]
    upcoming = iter(spans)
    current = next(upcoming, None)
    for match in _TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        if begin < place:
            continue
        while current is not None and current.end <= begin:
            current = next(upcoming, None)
        if (
            current is not None
            and current.start <= begin < current.end
            and _one_more(text, current)
        ):
            current = None  # "wounded a third": no share
        if current is not None and current.start <= begin < current.end:
            made.append(Token(current.start, current.end, "#", _NONE, False, current))
            place = current.end
            _merge_tens(made)
            continue
        raw = match.group()
        lower = raw.casefold().replace("’", "'")
        mark = not raw[0].isalnum()
        acronym = not caps and len(raw) > 1 and raw.isupper()
        named = made and made[-1].capital and raw[0].isupper() and not caps
        if named and "verb" in lexicon.classes.get(lower, _NONE):
            acronym = True  # a part of a name that looks like a verb
        classes = lexicon.classes.get(lower, _NONE)
        if lower == "may" and made and (made[-1].quantity or made[-1].lower in _DATING):
            classes = _MAY  # "in May"
        made.append(
            Token(
                begin,
                stop,
                lower,
                _NONE if acronym else classes,
                raw[0].isupper(),
                None,
                mark,
            )
        )
    return made


def without_notes(text: str, tokens: list[Token]) -> list[Token]:
    """Leave out what an editor put into square brackets, if it tells of no casualties."""
    made: list[Token] = []
    place = 0
    while place < len(tokens):
        if tokens[place].lower == "[":
            last = _closing(text, tokens, place)
            if last is not None:
                place = last + 1
                continue
        made.append(tokens[place])
        place += 1
    return made


def _closing(text: str, tokens: list[Token], place: int) -> int | None:
    """The bracket that closes a note, or None if its words belong to the sentence."""
    for at in range(place + 1, min(place + 25, len(tokens))):
        if tokens[at].lower == "]":
            read_on = tokens[place + 1].classes & {"of", "and"}
            told = words().candidate.search(text, tokens[place].end, tokens[at].start)
            return None if read_on or told else at
    return None


def _one_more(text: str, quantity: Quantity) -> bool:
    """Whether "a third" is one more person and no share of something."""
    words = text[quantity.start : quantity.end].casefold()
    ahead = text[quantity.end : quantity.end + 12].casefold()
    return words in ("a third", "a fifth", "a tenth") and not ahead.startswith((" of", "-", " or"))


def _merge_tens(made: list[Token]) -> None:
    """Read "Twenty 2" as one number, as some texts write it after a clumsy conversion."""
    if len(made) < 2 or made[-2].quantity is None or made[-1].quantity is None:
        return
    tens, unit = made[-2].quantity, made[-1].quantity
    if tens.kind != "words" or tens.best not in range(20, 100, 10) or tens.high != tens.best:
        return
    if unit.kind == "digits" and unit.best in range(1, 10) and unit.quantifier == "exact":
        value = tens.best + unit.best
        whole = tens._replace(
            end=unit.end, number_end=unit.number_end, low=value, best=value, high=value
        )
        made[-2:] = [Token(tens.start, unit.end, "#", _NONE, False, whole)]


_RANGING = re.compile(r"\brang(?:ing|ed|es?)\s+from\s+\Z", re.IGNORECASE)
_PERHAPS = re.compile(r"\b(?:perhaps|possibly|maybe)\b", re.IGNORECASE)
_BOUNDS = re.compile(
    r"(?:\s+\w+)?\s*,?\s+(?:and|but|or)\s+(?:possibly\s+|perhaps\s+|maybe\s+)?\Z", re.I
)


def _ranging(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two numbers are the ends of "ranging from one (a paper) to six"."""
    between = text[left.end : right.start]
    ends = left.best is not None and right.best is not None and left.best < right.best
    linked = re.fullmatch(r"\s*(?:\([^()]{0,60}\)\s*)?to\s+", between) is not None
    return (
        ends and linked and _RANGING.search(text, max(0, left.start - 16), left.start) is not None
    )


def join_bounds(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Read "at least 4 and up to 8" as one range."""
    made: list[Quantity] = []
    for quantity in quantities:
        last = made[-1] if made else None
        if last is not None and _ranging(text, last, quantity):
            low, high = last.best, quantity.best
            made[-1] = last._replace(
                end=quantity.end,
                number_end=quantity.number_end,
                best=None,
                high=high,
                low=low,
                quantifier="range",
            )
            continue
        if (
            last is not None
            and last.quantifier in ("at_least", "more_than", "exact")
            and (
                quantity.quantifier == "at_most" or _PERHAPS.search(text[last.end : quantity.start])
            )
            and (last.best or 0) < (quantity.high or 0)
            and quantity.start - last.end < 24
            and _BOUNDS.match(text[last.end : quantity.start])
            and quantity.best is not None
        ):
            made[-1] = last._replace(
                end=quantity.end,
                number_end=quantity.number_end,
                low=last.low,
                best=None,
                high=quantity.high,
                quantifier="range",
            )
        else:
            made.append(quantity)
    return made


def trigger_at(tokens: list[Token], place: int, lexicon: Words) -> tuple[int, Trigger] | None:
    """Find the longest casualty verb or set phrase at a token: its number of tokens and itself."""
    room = min(lexicon.longest, len(tokens) - place)
    joined = [t.lower for t in tokens[place : place + room]]
    for size in range(room, 0, -1):
        found = lexicon.triggers.get(" ".join(joined[:size]))
        if found:
            return size, found
    return None


def phrase_at(
    tokens: list[Token], place: int, table: dict[str, str], longest: int
) -> tuple[int, str] | None:
    """Find the longest phrase of a table at a token: its number of tokens and its value."""
    room = min(longest, len(tokens) - place)
    joined = [t.lower for t in tokens[place : place + room]]
    for size in range(room, 0, -1):
        found = table.get(" ".join(joined[:size]))
        if found:
            return size, found
    return None


_ENDS_VERB = re.compile(r".{2,}(?:ed|ing)\Z")


def is_adverb(token: Token) -> bool:
    """Whether a word only qualifies a verb and may be passed over."""
    return "adverb" in token.classes or (
        token.lower.endswith("ly") and "not_adverb" not in token.classes
    )


def is_verbal(token: Token, *, caps: bool = True) -> bool:
    """Whether a word ends like a verb and is no known adjective; a capital speaks against it."""
    if token.capital and not caps:
        return False
    return bool(_ENDS_VERB.match(token.lower)) and not token.classes & {"adjective", "given_name"}


def is_verb(token: Token) -> bool:
    """Whether a word is, or looks like, a verb that is no casualty verb."""
    return "verb" in token.classes or is_verbal(token)
