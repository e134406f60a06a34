"""Who gives a number: the claimant of a figure, and how certain the article makes it."""

import re
from typing import NamedTuple

from analysis.context.voices import Voice, pattern, voices, words
from analysis.context.words import fold, sentence_at
from analysis.records import Document


class Claim(NamedTuple):
    """A claimant's words (None where the article speaks itself), its offsets and certainty."""

    claimant: str | None
    certainty: str
    start: int = -1
    end: int = -1
    rule: str = ""


ASSERTED = Claim(None, "asserted")


def _quote_around(text: str, start: int) -> tuple[int, int] | None:
    """Offsets of the quotation that holds an offset, marks included."""
    left = max(0, start - 3000)
    opened = text.rfind("“", left, start)
    if opened >= 0 and text.find("”", opened, start) < 0 and "\n\n" not in text[opened:start]:
        closed = text.find("”", start, start + 3000)
        return (opened, closed + 1) if closed >= 0 else None
    return None


_OPENING_SUBJECT = re.compile(
    r"(?:The\s+|An?\s+)?((?:[\w’'-]+\s+){0,9}?[\w’'-]+)\s+"
    r"(?:did|does|has|had|have|was|were|is|are|declined|refused|gave|confirmed|denied)\b"
)


def _resolve(document: Document, index: int, voice: Voice) -> str | None:
    """The words of a claimant; a pronoun is taken up from the sentences before."""
    text = document.text
    if not voice.pronoun:
        return text[voice.start : voice.end]
    if fold(text[voice.start : voice.end]) in ("we", "i"):
        quoted = _quote_around(text, voice.start)
        return _speaker(document, *quoted) if quoted else None
    sentence = document.sentences[index]
    earlier = [v for v in voices(document, sentence) if not v.pronoun and v.end <= voice.start]
    if earlier:
        return text[earlier[-1].start : earlier[-1].end]
    if voice.start == voice.end:  # "An official did not speak of it, but said …"
        opening = _OPENING_SUBJECT.match(text, sentence.start, voice.start)
        if opening:
            return opening[1]
        leading = _actor_leading(document, index)
        if leading:
            return leading
    named = fold(text[voice.start : voice.end])
    own = text[voice.start : voice.end] if named in words("publication") else None
    for back in range(1, 4):
        if index - back < 0:
            return own
        among = [v for v in voices(document, document.sentences[index - back]) if not v.pronoun]
        subject = (
            _actor_leading(document, index - back, leading_verb=True)
            if back == 1 and not own
            else None
        )
        if subject and not among:
            return subject
        if among:
            return text[among[-1].start : among[-1].end]
    return own


_LOGS = re.compile(r"\s+(?:also\s+)?(?:reported|recorded|registered|logged|counted)\b")
_SILENT = frozenset(("adm1", "district"))  # capitals and countries do speak: "Kabul said"


def _is_province(document: Document, voice: Voice) -> bool:
    """Whether a province or a town stands where a voice would: "Sindh reported five attacks"."""
    if voice.rule != "said" or not _LOGS.match(document.text, voice.end):
        return False
    return any(
        p.start == voice.start and p.end == voice.end and p.precision in _SILENT
        for p in document.places
    )


_ANSWERS = re.compile(
    r"\s+(?:also\s+|has\s+|had\s+)?(?:reject|den|dismiss|disput|condemn|respond|accus|blam|refut)\w+\b"
)


def _actor_leading(document: Document, index: int, *, leading_verb: bool = False) -> str | None:
    """The actor that is the subject of a sentence: "The army rejected it.".

    With `leading_verb`, only one that answers somebody (rejects, denies, accuses).
    """
    text, sentence = document.text, document.sentences[index]
    opening = re.compile(r"[\W_]*(?:the\s+|an?\s+)?", re.IGNORECASE).match(text, sentence.start)
    at = opening.end() if opening else sentence.start
    found = next((a for a in document.actors if a.start <= at < a.end), None)
    if found is None or leading_verb and not _ANSWERS.match(text, found.end):
        return None
    return text[at : found.end]


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
    index = sentence_at(document.sentences, start)
    if index is None:
        return ASSERTED
    sentence = document.sentences[index]
    certainty = _contested(document, index, start, end)
    best: Voice | None = None
    score = 0.0
    for voice in voices(document, sentence):
        if (
            not voice.governs_start <= start <= voice.governs_end
            or voice.start <= start < voice.end
            or _is_province(document, voice)
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
    apart = hearsay and ";" in text[min(hearsay.end(), end) : max(hearsay.start(), start)]
    if hearsay and not apart and min(abs(hearsay.start() - start), abs(hearsay.end() - end)) < 90:
        return Claim(None, "attributed", rule="hearsay")
    return ASSERTED


def _speaker(document: Document, opened: int, closed: int) -> str | None:
    """Who says a quotation: named right after it or right before it."""
    text = document.text
    for sentence in document.sentences:
        if sentence.end <= opened or sentence.start >= closed + 120:
            continue
        for voice in voices(document, sentence):
            if opened < voice.start < closed:
                continue
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
                rf"\s+(?:\w+\s+){{0,4}}?(?:that\b|losing\b|killing\b|{_NUMBER_WORD}|having\b|any\s+(?:\w+\s+)?(?:loss|casualt|death|killing)\w*|the\s+death)",
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
    index = sentence_at(document.sentences, start)
    if not index:
        return False
    sentence = document.sentences[index]
    opening = re.compile(r"[\W_]*(?:and\s+|but\s+|while\s+)?").match(document.text, sentence.start)
    at = opening.end() if opening else sentence.start
    return bool(
        pattern("anaphor").match(document.text, at, sentence.end)
        or _PART_OF.match(document.text, at, sentence.end)
    )
