"""Reported speech: who says, claims, shows or is cited in a sentence, and what that governs."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.context.words import fold
from analysis.lexicon import load
from analysis.lexicon.loader import phrase_pattern
from analysis.records import Document, Sentence


class Reporting(NamedTuple):
    """An entry of reporting.toml."""

    kind: str
    words: tuple[str, ...]


class Voice(NamedTuple):
    """A reporting verb or phrase with its claimant, and what it governs."""

    start: int  # of the claimant
    end: int
    governs_start: int
    governs_end: int
    rule: str
    pronoun: bool = False


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind of `reporting.toml`."""
    entries = load("reporting", Reporting, unique=("kind",))
    return frozenset(w for e in entries if e.kind == kind for w in e.words)


@cache
def pattern(kind: str, *, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """A pattern of the words of one kind (of several, joined by "+")."""
    among = [w for one in kind.split("+") for w in words(one)]
    return re.compile(before + phrase_pattern(among) + after, re.IGNORECASE)


_AUXILIARY = re.compile(
    r"(?:[\s,]+(?:has|have|had|so\s+far|also|later|further|then|earlier|again|now|even|only|repeatedly|"
    r"reportedly|meanwhile|however|still|thus|together|which|who|previously|separately|initially|since|"
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+ly|in\s+a\s+statement(?:\s+on\s+\w+)?))+\s*\Z",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[;:\n“”\"()–—•]|\s-\s|,\s|\b(?:but|while|whereas|although|though|because|since|after|before|when|"
    r"where|which|that|as|if|until|with|whose|who|however|so)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|killed|died|wounded|injured|shot|fired|attacked|said|hit|"
    r"struck|exploded|destroyed|displaced|fled|lost|arrested|kidnapped|blew|took|came|went)\b|\bclaimed\s+(?:responsibility|it|the)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\A(?:(?:on|in|at|by|since|during|for|earlier|later|yesterday|today|meanwhile|however|"
    r"separately|additionally|also|then|and|or|so|still|now|but|though|last|this|overall|"
    r"together|previously|furthermore|moreover)\b(?:\s+(?:the|a|an)?\s*(?:\w+day|evening|morning|night|"
    r"week|month|year|\d{4}|\w+\s+\d{1,4}|\d{1,2}\s+\w+|statement))?[\s,]*)+",
    re.IGNORECASE,
)
_NOUN_END = re.compile(r"[^\W\d_]{3,}\Z")
_ENDS_STATEMENT = re.compile(
    r"\s*(?:[.,;:”\"]|\Z|(?:on|late|early|in\s+(?:a|the|its|an)|to\s+(?:the|reporters|journalists)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|by\s+(?:telephone|phone)|at\s+a|"
    r"through|after|citing|quoting|without|during)\b)",
    re.IGNORECASE,
)
_HEARER = re.compile(  # of "told AFP", "told Dawn newspaper", "told local reporters"
    r"\s+(?:(?:the|a|an|local|our)\s+){0,2}"
    r"(?:[A-Z][\w’'.-]*\w|reporters?|journalists?|newsmen|media|correspondents?|parliament|newspapers?)"
    r"(?:\s+(?:[A-Z][\w’'.-]*\w|news|agency|newspaper|television|radio|channel|service|persons|here)){0,4}"
)
_LONGEST = 16  # words in a claimant


_TOLD_DAY = re.compile(r"on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without blanks, quotation marks, articles and opening adverbs."""
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")."):
        end -= 1
    while True:
        while start < end and not text[start].isalnum():
            start += 1
        piece = text[start:end]
        opening = _OPENING.match(piece)
        if (
            opening
            and opening.end() < len(piece)
            and (
                _TOLD_DAY.match(piece)
                or not re.match(r"(?:in|at|on|by|for|last|this)\s", piece, re.IGNORECASE)
            )
        ):
            start += opening.end()
            continue
        article = re.match(r"(?:the|a|an|its|their|his|her)\s+", piece, re.IGNORECASE)
        if not article:
            break
        start += article.end()
    piece = text[start:end]
    aside = re.search(r"\s*\([^()]*\)?\Z", piece)
    if aside and aside.start() > 0:
        end = start + aside.start()
    return start, end


@cache
def _that_published() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:\w+\s+){{0,3}}?{phrase_pattern(words('document'))}\s+(?:that\s+|which\s+)?"
        r"(?:the\s+|an?\s+)?([^,;:\n“”\"()\d]{3,70}?)\s+(?:has\s+|have\s+|had\s+)?"
        r"(?:published|released|issued|compiled|collected|shared|made\s+public)\b",
        re.IGNORECASE,
    )


_BY_COUNT = re.compile(
    r"\bby\s+(?:the\s+|an?\s+)?((?:[\w-]+\s+){0,6}?[\w-]+)['’]s?\s+(?:own\s+|latest\s+)?"
    r"(?:count|estimates?|reckoning|tally|account|figures|records|numbers)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:first|early|earlier|initial|later|previous|official|new|latest|some|other|several|"
    r"conflicting|unconfirmed|various|provisional|preliminary|many|two|three|own|same|that|this)\s*)+",
    re.IGNORECASE,
)


def _issuer(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the document off the name of who issued it: "data of the X" → "X"."""
    piece = text[start:end]
    among = phrase_pattern(words("document"))
    head = re.match(
        rf"(?:(?:new|latest|official|preliminary|provisional|annual|yearly|quarterly|monthly|weekly|daily|recent)\s+)*{among}"
        rf"(?:\s+\w+)?\s+(?:of|from|by|released\s+by|compiled\s+by|published\s+by|issued\s+by|"
        rf"provided\s+by|collected\s+by|kept\s+by|drawn\s+up\s+by)\s+(?:the\s+|an?\s+)?(?=\w)",
        piece,
        re.IGNORECASE,
    )
    if head:
        start += head.end()
    tail = re.search(
        rf"(?:['’]s?)?(?:\s+(?:own|new|latest|annual|official|monthly))?\s+{among}\Z",
        text[start:end],
    )
    if (
        tail
        and tail.start() > 1
        and tail.group()[-1:].islower()
        and not _BARE.fullmatch(piece, 0, tail.start())
    ):
        end = start + tail.start()
    relative = re.search(r"\s+(?:dated|published|released|issued)\s.*\Z", text[start:end])
    if relative and relative.start() > 2:
        end = start + relative.start()
    return start, end


_LEADS_TO_PRONOUN = re.compile(
    r"(?:in|at|on|by|for|last|this)\s.{2,60}\s(it|he|she|they)\Z", re.IGNORECASE | re.DOTALL
)


def _subject(text: str, begin: int, verb: int) -> tuple[int, int] | None:
    """Offsets of the noun phrase before a reporting verb, or None."""
    end = verb
    auxiliary = _AUXILIARY.search(text, max(begin, verb - 80), verb)
    if auxiliary:
        end = auxiliary.start()
    stretch = text[begin:end].rstrip()
    if auxiliary and auxiliary.group().lstrip().startswith(","):  # "the army, a force, has said"
        stretch = text[begin : text.index(",", end) + 1]
    end = begin + len(stretch)
    if stretch.endswith((",", ")")):  # an apposition or aside: the claimant stands before it
        closing = "(" if stretch.endswith(")") else ","
        opened = text.rfind(closing, begin, end - 1)
        if opened <= begin:
            end -= 1
            if closing == "(":
                return None
        else:
            end = opened
    elif stretch.endswith(("”", '"')):
        return None
    cuts = list(_CUT.finditer(text, max(begin, end - 220), end))
    while cuts and cuts[-1].group().casefold() in ("who", "which", "that", "whose"):
        opening = text[begin : cuts[-1].start()].rstrip()  # "a student who sat near the back said"
        if opening.endswith(",") or not _NOUN_END.search(opening):
            break
        end = begin + len(opening)
        cuts.pop()
    start = cuts[-1].end() if cuts else begin
    joint = list(re.finditer(r"\band\b", text[start:end]))
    if joint and _FINITE.search(text, start, start + joint[-1].start()):
        start += joint[-1].end()
    start, end = _trim(text, start, end)
    led = _LEADS_TO_PRONOUN.match(text, start, end)  # "In a statement on Sunday it said"
    start = led.start(1) if led else start
    piece = text[start:end]
    if piece.casefold() in ("and", "but", "or", "also", "the", "a", "an"):
        return None
    if not piece or len(piece.split()) > _LONGEST or not re.search(r"[^\W\d_]{2}|\bI\b", piece):
        return None
    return start, end


_SERIES = re.compile(
    r"\A.*\b(?:series|wave|string|spate|succession|barrage|flurry)\s+of\s+", re.IGNORECASE
)
_NO_VOICE = frozenset(
    ("according", "there", "what", "as", "no", "not", "nobody", "none", "the", "a", "an")
)


def _is_voice(text: str, start: int, end: int) -> bool:
    """Whether a noun phrase can give a number: no event, no bare number, no clause."""
    folded = [fold(w) for w in re.findall(r"[^\W\d_]+", text[start:end])]
    piece = _SERIES.sub("", text[start:end])  # "a series of quakes" speaks no more than a quake
    head = re.split(r"\s(?:of|in|on|for|from|at|near|with)\s", piece)[0]
    heads = [fold(w) for w in re.findall(r"[^\W\d_]+", head)] or folded
    if (
        not folded
        or heads[-1] in words("event")
        or folded[0] in _NO_VOICE
        or (_BARE.fullmatch(text, start, end) and fold(text[start:end]) != "official")
    ):
        return False
    if re.match(r"\d", text[start:end]):
        return False
    if folded[-1] in words("document") and _BARE.match(text[start:end]):
        return False
    return not _FINITE.search(text, start, end)


def voices(document: Document, sentence: Sentence) -> tuple[Voice, ...]:
    """Every claimant of a sentence and the stretch of it that it governs."""
    return _voices(document.text, sentence)


@lru_cache(maxsize=64)
def _voices(text: str, sentence: Sentence) -> tuple[Voice, ...]:
    return tuple(_heard(text, sentence))


def _heard(text: str, sentence: Sentence) -> Iterator[Voice]:
    begin, stop = sentence.start, sentence.end
    for match in pattern("according").finditer(text, begin, stop):
        start = match.end()
        if re.match(
            r"\s+(?:day|week|month|year|cent|capita|person|head|hour|\d)", text[start:stop]
        ):
            continue
        published = _that_published().match(text, start, stop)
        if published:  # "according to figures that the agencies published"
            yield Voice(*_trim(text, *published.span(1)), begin, stop, "according")
            continue
        cut = re.compile(
            r"[,;:\n“”\"()\d]|\.(?=\s|\Z)|\b(?:about|around|nearly|almost|some|up\s+to|over|who|which|that|said|says|while|but|and\s+(?:\d|at|another|the\s+number)|"
            r"there|at\s+least|more\s+than|in\s+which|has|have|had|was|were|is|are)\b"
        ).search(text, start, stop)
        end = cut.start() if cut else stop
        start, end = _issuer(text, *_trim(text, start, end))
        if end > start and len(text[start:end].split()) <= _LONGEST:
            governs = begin
            back = [
                m.end() for m in re.finditer(r"[;]|,\s+(?:but|while|whereas)\s", text[begin:start])
            ]
            if back:
                governs = begin + back[-1]
            yield Voice(start, end, governs, stop, "according")
    for match in pattern("by", after=r"\s+by\b").finditer(text, begin, stop):
        cut = re.compile(
            r"[,;:\n“”\"().]|\b(?:who|which|that|while|but|show\w*|indicate\w*|on|in|for|said|"
            r"suggest\w*|puts?|say|has|have|had|was|were|is|are|put)\b"
        ).search(text, match.end(), stop)
        start, end = _issuer(text, *_trim(text, match.end(), cut.start() if cut else stop))
        if end > start and len(text[start:end].split()) <= _LONGEST:
            yield Voice(start, end, begin, stop, "by")
    for match in _BY_COUNT.finditer(text, begin, stop):
        start, end = _trim(text, match.start(1), match.end(1))
        if end > start:
            yield Voice(start, end, begin, stop, "according")
    for match in pattern("say+claim+show").finditer(text, begin, stop):
        yield from _spoken(text, sentence, match)


_NOUN_OR_VERB = frozenset(
    ("report", "reports", "claim", "claims", "estimate", "estimates", "count", "counts", "record")
    + (
        "records",
        "show",
        "shows",
        "documents",
        "notes",
        "states",
        "lists",
        "quotes",
        "finds",
        "set",
    )
)
_IS_NOUN = re.compile(  # "the report", "its count", "the office's estimate"
    r"(?:['’]s?|\b(?:the|an?|this|its|their|his|her|no|any|of|by|in|first|new|latest|own|rough|"
    r"official|annual|monthly))\s+\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?<![^\s,(])since\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_IN_A_MESSAGE = re.compile(
    r"\b(?:message|statement|letter|video|post|communiqu[eé]|call|tweet)\s+(?:that|which)\s+\Z",
    re.I,
)
_ELLIPSIS = re.compile(r",?\s+(?:and|but|also)\s+(?:also\s+)?\Z", re.IGNORECASE)
_MARK_BEFORE = re.compile(r"[,”\"’]\s*\Z")


def _spoken(text: str, sentence: Sentence, verb: re.Match[str]) -> Iterator[Voice]:
    """The subject of a reporting verb, before it or after it."""
    begin, stop = sentence.start, sentence.end
    word = fold(verb.group().split()[-1])
    kind_claim = word in words("claim")
    rest = text[verb.end() : min(stop, verb.end() + 90)]
    if kind_claim and re.match(
        rf"\s+(?:full\s+|sole\s+)?{phrase_pattern(words('responsibility'))}\b", rest, re.IGNORECASE
    ):
        return
    if kind_claim and re.match(r"\s+(?:by|to\s+be)\b", rest):
        return
    if verb.group() == "States" and text[begin : verb.start()].rstrip().endswith("United"):
        return
    if word in _NOUN_OR_VERB and _IS_NOUN.search(text, max(begin, verb.start() - 20), verb.start()):
        return
    if (
        word in ("told", "informed", "warned", "advised")
        and re.match(r"\s+(?:\w+\s+){1,3}?(?:to|not\s+to)\s+(?!reporters|the)", rest)
        and not re.match(r"\s+(?:\w+\s+){1,3}?that\b", rest)
    ):
        return
    if re.match(r"\s+by\b", rest) or re.search(
        r"\b(?:was|were|been|being|is|are|be|to|not|n[o’']t|will|would|could|may|might)\s+(?:\w+ly\s+)?\Z",
        text[max(begin, verb.start() - 30) : verb.start()],
    ):
        return
    if word in ("put", "puts", "placed", "places", "set", "sets", "hold", "holds") and not re.match(
        r"\s+(?:\w+\s+){0,2}?(?:at\b|(?:\w+\s+){0,6}?(?:toll|number|figure|total|casualties|dead|count|deaths)\b)",
        rest,
        re.IGNORECASE,
    ):
        return
    if word in ("killed", "lives") or re.match(r"\s+(?:the\s+)?(?:lives|life)\b", rest):
        return
    if re.match(r"\s+(?:[\w,.]+\s+){0,3}(?:lives|life)\b", rest) and kind_claim:
        return
    if word in ("set", "read", "posted", "spoke", "registered", "released") and re.match(
        r"\s+(?:up|off|on|out|free|fire|from)\b", rest
    ):
        return
    found = _subject(text, begin, verb.start())
    inverted = _MARK_BEFORE.search(text, max(begin, verb.start() - 4), verb.start())
    if inverted and word in ("said", "says", "told", "added", "reported", "confirmed", "reports"):
        after = re.compile(
            r"\s+((?:the\s+|an?\s+)?[^\W\d_][^,;:\n“”\"().]{1,80}?)(?=[,;:\n“”\"(.]|\s+(?:on|in|at|who|as|to)\s|\Z)"
        ).match(text, verb.end(), stop)
        if (
            after
            and not re.match(
                r"(?:that|there|on|in|at|to|he|she|it|they|we|his|her|their|at\s+least|more|\d)\b",
                after[1],
                re.IGNORECASE,
            )
            and not _FINITE.search(after[1])
        ):
            start, end = _trim(text, after.start(1), after.end(1))
            if end > start and len(text[start:end].split()) <= _LONGEST:
                yield Voice(start, end, begin, verb.start(), "inverted")
                return
    if found is None:
        if _ELLIPSIS.search(text, max(begin, verb.start() - 20), verb.start()):
            yield Voice(verb.start(), verb.start(), verb.start(), stop, "said", True)
        return
    start, end = found
    if not _is_voice(text, start, end):
        if _IN_A_MESSAGE.search(text, begin, verb.start()):  # "claimed it in a message that put"
            yield Voice(verb.start(), verb.start(), verb.start(), stop, "said", True)
        return
    start, end = _issuer(text, start, end)
    said_by = fold(text[start:end])
    pronoun = said_by in words("pronoun") or said_by in words("publication")
    if _SINCE.search(text, begin, start):  # "since the ministry announced that …, 300 have left"
        stop = text.find(",", verb.end(), stop) + 1 or stop
    said = verb.end()
    hearer = _HEARER.match(text, said, stop) if word in ("told", "tells", "informed") else None
    if hearer is not None:
        said = hearer.end()
    closing = _closes(text, begin, start) and bool(_ENDS_STATEMENT.match(text, said, stop))
    yield Voice(start, end, begin if closing else start, stop, "said", pronoun)


def _closes(text: str, begin: int, subject: int) -> bool:
    """Whether "…, X said" closes a statement, so that the words before it are X's."""
    before = text[begin:subject].rstrip()
    before = re.sub(r"\b(?:the|a|an|its|their)\Z", "", before, flags=re.IGNORECASE).rstrip()
    return bool(before) and before[-1] in ",”\"’'" and len(before) > 12
