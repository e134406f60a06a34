"""Who gives a number: the claimant of a figure, and how certain the article makes it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.context.words import fold
from analysis.lexicon import load
from analysis.lexicon.loader import phrase_pattern
from analysis.records import Document, Sentence


class Reporting(NamedTuple):
    """An entry of reporting.toml."""

    kind: str
    words: tuple[str, ...]


class Claim(NamedTuple):
    """A claimant's words (None where the article speaks itself), its offsets and certainty."""

    claimant: str | None
    certainty: str
    start: int = -1
    end: int = -1
    rule: str = ""


ASSERTED = Claim(None, "asserted")


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
    r"(?:[\s,]+(?:has|have|had|also|later|further|then|earlier|again|now|even|only|repeatedly|"
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
    r"struck|exploded|destroyed|displaced|fled|lost|arrested|kidnapped|blew|took|came|went)\b",
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
_LONGEST = 16  # words in a claimant


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
            and not re.match(r"(?:in|at|on|by|for|last|this)\s", piece, re.IGNORECASE)
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


_BY_COUNT = re.compile(
    r"\bby\s+(?:the\s+|an?\s+)?((?:[\w-]+\s+){0,6}?[\w-]+)['’]s?\s+(?:own\s+|latest\s+)?"
    r"(?:count|estimates?|reckoning|tally|account|figures|records|numbers)\b",
    re.IGNORECASE,
)
_PER_UNIT = re.compile(r"\s+(?:day|week|month|year|cent|capita|person|head|hour|\d)")
_BARE = re.compile(
    r"(?:(?:first|early|earlier|initial|later|previous|official|new|latest|some|other|several|"
    r"conflicting|unconfirmed|various|provisional|preliminary|many|two|three|own|that|this)\s*)+",
    re.IGNORECASE,
)


def _issuer(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the document off the name of who issued it: "data of the X" → "X"."""
    piece = text[start:end]
    among = phrase_pattern(words("document"))
    head = re.match(
        rf"(?:(?:new|latest|official|preliminary|provisional|annual|monthly|recent)\s+)*{among}"
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
        re.IGNORECASE,
    )
    if tail and tail.start() > 1 and not _BARE.fullmatch(piece, 0, tail.start()):
        end = start + tail.start()
    relative = re.search(r"\s+(?:dated|published|released|issued|on|for)\s.*\Z", text[start:end])
    if relative and relative.start() > 2:
        end = start + relative.start()
    return start, end


def _subject(text: str, begin: int, verb: int) -> tuple[int, int] | None:
    """Offsets of the noun phrase before a reporting verb, or None."""
    end = verb
    auxiliary = _AUXILIARY.search(text, max(begin, verb - 80), verb)
    if auxiliary:
        end = auxiliary.start()
    stretch = text[begin:end].rstrip()
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
    piece = text[start:end]
    if piece.casefold() in ("and", "but", "or", "also", "the", "a", "an"):
        return None
    if not piece or len(piece.split()) > _LONGEST or not re.search(r"[^\W\d_]{2}|\bI\b", piece):
        return None
    return start, end


def _is_voice(text: str, start: int, end: int) -> bool:
    """Whether a noun phrase can give a number: no event, no bare number, no clause."""
    folded = [fold(w) for w in re.findall(r"[^\W\d_]+", text[start:end])]
    if (
        not folded
        or folded[-1] in words("event")
        or (
            folded[0] in ("it", "there", "what", "as", "no", "not", "nobody", "none")
            and folded[0] not in ("it",)
        )
    ):
        return False
    if re.match(r"\d", text[start:end]):
        return False
    if folded[-1] in words("document") and _BARE.match(text[start:end]):
        return False
    return not _FINITE.search(text, start, end)


def _voices(document: Document, sentence: Sentence) -> Iterator[Voice]:
    """Every claimant of a sentence and the stretch of it that it governs."""
    text, begin, stop = document.text, sentence.start, sentence.end
    for match in pattern("according").finditer(text, begin, stop):
        start = match.end()
        if re.match(
            r"\s+(?:day|week|month|year|cent|capita|person|head|hour|\d)", text[start:stop]
        ):
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
        yield from _spoken(document, sentence, match)


_ELLIPSIS = re.compile(r",?\s+(?:and|but|also)\s+(?:also\s+)?\Z", re.IGNORECASE)
_MARK_BEFORE = re.compile(r"[,”\"’]\s*\Z")


def _spoken(document: Document, sentence: Sentence, verb: re.Match[str]) -> Iterator[Voice]:
    """The subject of a reporting verb, before it or after it."""
    text, begin, stop = document.text, sentence.start, sentence.end
    word = fold(verb.group().split()[-1])
    kind_claim = word in words("claim")
    rest = text[verb.end() : min(stop, verb.end() + 90)]
    if kind_claim and re.match(
        rf"\s+(?:full\s+|sole\s+)?{phrase_pattern(words('responsibility'))}\b", rest, re.IGNORECASE
    ):
        return
    if kind_claim and re.match(r"\s+(?:by|to\s+be)\b", rest):
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
    if re.match(r"\s+(?:\w+\s+){0,3}(?:lives|life)\b", rest) and kind_claim:
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
        return
    start, end = _issuer(text, start, end)
    pronoun = fold(text[start:end]) in words("pronoun")
    closing = _closes(text, begin, start) and bool(_ENDS_STATEMENT.match(text, verb.end(), stop))
    yield Voice(start, end, begin if closing else start, stop, "said", pronoun)


def _closes(text: str, begin: int, subject: int) -> bool:
    """Whether "…, X said" closes a statement, so that the words before it are X's."""
    before = text[begin:subject].rstrip()
    before = re.sub(r"\b(?:the|a|an|its|their)\Z", "", before, flags=re.IGNORECASE).rstrip()
    return bool(before) and before[-1] in ",”\"’'" and len(before) > 12


def _quote_around(text: str, start: int) -> tuple[int, int] | None:
    """Offsets of the quotation that holds an offset, marks included."""
    left = max(0, start - 3000)
    opened = text.rfind("“", left, start)
    if opened >= 0 and text.find("”", opened, start) < 0 and "\n\n" not in text[opened:start]:
        closed = text.find("”", start, start + 3000)
        return (opened, closed + 1) if closed >= 0 else None
    return None


def _resolve(document: Document, index: int, voice: Voice) -> str | None:
    """The words of a claimant; a pronoun is taken up from the sentences before."""
    text = document.text
    if not voice.pronoun:
        return text[voice.start : voice.end]
    sentence = document.sentences[index]
    earlier = [v for v in _voices(document, sentence) if not v.pronoun and v.end <= voice.start]
    if earlier:
        return text[earlier[-1].start : earlier[-1].end]
    for back in range(1, 4):
        if index - back < 0:
            return None
        among = [v for v in _voices(document, document.sentences[index - back]) if not v.pronoun]
        if among:
            return text[among[-1].start : among[-1].end]
    return None


def claimant_of(document: Document, start: int, end: int) -> Claim:
    """Who gives the number at these offsets.

    Args:
        document: The article.
        start: Start of the number with its quantifier.
        end: Its end.

    Returns:
        The claimant's words and the certainty: attributed where somebody gives the number or it
        is told as hearsay, denied or disputed where the article says so, else asserted. Who
        claims the attack does not thereby claim the toll.
    """
    text = document.text
    index = next((s.index for s in document.sentences if start < s.end), None)
    if index is None:
        return ASSERTED
    sentence = document.sentences[index]
    certainty = _contested(document, index, start, end)
    best: Voice | None = None
    score = 0.0
    for voice in _voices(document, sentence):
        if (
            not voice.governs_start <= start <= voice.governs_end
            or voice.start <= start < voice.end
        ):
            continue
        gap = max(voice.start - end, start - voice.end, 0)
        points = 200 - gap
        between = text[min(voice.end, end) : max(start, voice.start)]
        points -= 60 * len(re.findall(r";|,\s+(?:but|while|whereas)\b", between))
        if voice.rule == "by":
            points -= 40
        if best is None or points > score:
            best, score = voice, points
    if best is not None:
        return Claim(
            _resolve(document, index, best),
            certainty or "attributed",
            best.start,
            best.end,
            best.rule,
        )
    quoted = _quote_around(text, start)
    if quoted:
        speaker = _speaker(document, *quoted)
        if speaker:
            return Claim(speaker, certainty or "attributed", rule="quote")
    if certainty:
        return Claim(None, certainty, rule="contested")
    hearsay = pattern("hearsay").search(text, sentence.start, sentence.end)
    if hearsay and min(abs(hearsay.start() - start), abs(hearsay.end() - end)) < 90:
        return Claim(None, "attributed", rule="hearsay")
    return ASSERTED


def _speaker(document: Document, opened: int, closed: int) -> str | None:
    """Who says a quotation: named right after it or right before it."""
    text = document.text
    for sentence in document.sentences:
        if sentence.end <= opened or sentence.start >= closed + 120:
            continue
        for voice in _voices(document, sentence):
            if closed <= voice.start <= closed + 80 or opened - 120 <= voice.start < opened:
                return _resolve(document, sentence.index, voice)
    tail = re.compile(r"[\s,]*(?:said|says|added|told)\s+([^,.;:\n“”]{3,60})").match(text, closed)
    return tail[1].strip() if tail else None


_NUMBER_WORD = r"(?:claims?|figures?|numbers?|tolls?|reports?|counts?|casualty|it\b|this\b|that\b)"


_CLAIM_BEFORE = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|messages|posts|allegations?|accounts?)\b", re.IGNORECASE
)
_DENIED_AFTER = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?"
    r"(denied|rejected|dismissed|refuted|false|unfounded|baseless|disputed|questioned)\b",
    re.IGNORECASE,
)


def _contested(document: Document, index: int, start: int, end: int) -> str | None:
    """Denied or disputed, where this sentence or the next one says so of the number."""
    text = document.text
    sentence = document.sentences[index]
    for kind, certainty in (("deny", "denied"), ("dispute", "disputed")):
        for match in pattern(kind).finditer(text, sentence.start, start):
            between = text[match.end() : start]
            if re.match(
                rf"\s+(?:\w+\s+){{0,4}}?(?:that\b|losing\b|killing\b|{_NUMBER_WORD}|having\b|any\b|the\s+death)",
                between,
                re.IGNORECASE,
            ) and not re.search(r"[;]|,\s+(?:but|while|saying|adding|and)\b", between):
                return certainty
    passive = _DENIED_AFTER.search(text, end, min(sentence.end, end + 200))
    if passive and _CLAIM_BEFORE.search(text, sentence.start, start):
        return "disputed" if passive[1].casefold() in ("disputed", "questioned") else "denied"
    if index + 1 < len(document.sentences):
        following = document.sentences[index + 1]
        for kind in ("deny", "dispute"):
            match = pattern(kind).search(
                text, following.start, min(following.end, following.start + 160)
            )
            if (
                match
                and re.match(
                    rf"\s+(?:\w+\s+){{0,2}}?{_NUMBER_WORD}",
                    text[match.end() : match.end() + 60],
                    re.IGNORECASE,
                )
                and not re.search(r"\d", text[match.end() : match.end() + 40])
            ):
                return (
                    "denied"
                    if kind == "deny"
                    and re.match(r"\s+(?:it|this|that)\b", text[match.end() : match.end() + 8])
                    else "disputed"
                )
    return None


_PART_OF = re.compile(
    r"(?:(?:about|nearly|almost|some|at\s+least|more\s+than|around)\s+)?(?:[\d,.]+|\w+)"
    r"(?:\s+(?:percent|per\s+cent|in\s+\w+|out\s+of\s+\w+|thirds?|quarters?))?%?\s+of\s+"
    r"(?:them|these|those|the\s+(?:dead|killed|wounded|injured|victims|total|attacks|incidents))\b",
    re.IGNORECASE,
)


def continues(document: Document, start: int) -> bool:
    """Whether the sentence at an offset goes on with the numbers of the sentence before."""
    sentence = next((s for s in document.sentences if start < s.end), None)
    if sentence is None or sentence.index == 0:
        return False
    opening = re.compile(r"[\W_]*(?:and\s+|but\s+|while\s+)?").match(document.text, sentence.start)
    at = opening.end() if opening else sentence.start
    return bool(
        pattern("anaphor").match(document.text, at, sentence.end)
        or _PART_OF.match(document.text, at, sentence.end)
    )
