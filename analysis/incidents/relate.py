"""How one casualty figure relates to those before it: the same victims, others, a part, a total."""

import re
from collections.abc import Sequence
from functools import cache

from analysis.incidents.words import pattern, phrases
from analysis.records import Figure

_OTHER = re.compile(
    r"\b(?:others?|another|more(?!\s+than\b)|additional|further|also|second|separately|separate|elsewhere"
    r"|as\s+well|too|meanwhile|likewise)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\A[^,;.]{0,50}\b(?:also|too|as\s+well|likewise|later\s+died)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:total|overall|in\s+all|altogether|death\s+toll|toll|bringing|raising)\b", re.IGNORECASE
)
_RISING = re.compile(
    r"(?<!not\s)(?<!never\s)\b(?:rose|risen|rises|rising|climbed|climbs|climbing|increased|jumped|later|updated|revised"
    r"|now|bringing|raising|raised|lowered|brought\s+(?:the|to)|latest|final|final\s+toll"
    r"|succumbed|corrected)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"(?:the|this|that|these|those|both)\b|(?:he|she|him|her|them)\Z", re.IGNORECASE)
_CLAIM = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|sources?|reports?|reported|reporting|others\s+(?:say|claim|report)\w*"
    r"|suggest(?:s|ed|ing)?|uncorroborated|confirm(?:s|ed)?|according\s+to|told|estimates?|estimated|said|says"
    r"|statement|version|whilst|alleged(?:ly)?|acknowledged|admitted|stated|insisted|spoke\s+of|put\s+the)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?:[\w-]+\s+){1,3}of\s+(?:the|those|these|its|his|their)\s+(?:\w+\s+)?"
    r"(?:people|persons|victims|dead|killed|men|women|deceased|slain|casualties|civilians)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:second|third|another|separate|other|two|different)\s+(?:\w+\s+)?"
    r"(?:explosions?|blasts?|attacks?|bomb(?:ing)?s?|strikes?|incidents?|clash(?:es)?|shootings?"
    r"|ambush(?:es)?|raids?)\b",
    re.IGNORECASE,
)
_WOUNDED = re.compile(
    r"\bof\s+(?:the|those|his|her|\d+|\w+)\s+(?:\w+\s+)?(?:injured|wounded|survivors)", re.I
)
_WITHDRAWN = re.compile(
    r"(?<!not\s)(?<!never\s)\b(?:lowered|reduced|revised\s+down\w*|cut|proved\s+(?:wrong|false)|corrected|retracted)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:initial(?:ly)?|at\s+first|first|originally|preliminary|first\s+(?:reports?|said))\b",
    re.IGNORECASE,
)
_FAMILIES = (
    frozenset(("military", "police", "security_forces")),
    frozenset(("militant", "perpetrator")),
)
_CIVILIANS = frozenset(
    ("civilian", "child", "woman", "refugee", "aid_worker", "health_worker", "journalist")
)


def value(figure: Figure) -> float:
    """The number that a figure is compared by: best, else low, else high."""
    return next((b for b in (figure.best, figure.low, figure.high) if b is not None), 0)


def around(figure: Figure, text: str) -> tuple[str, str]:
    """The words before and behind a figure in its sentence."""
    length = len(figure.quote)
    start = max(text.rfind(figure.quote, max(0, figure.start - length), figure.start + length), 0)
    return text[start : figure.start], text[figure.end : start + len(figure.quote)]


def compatible(left: str | None, right: str | None) -> bool:
    """Whether two groups may name the same people."""
    return left == right or None in (left, right) or any({left, right} <= f for f in _FAMILIES)


def is_other(figure: Figure, text: str) -> bool:
    """Whether the words say that these victims come on top: "another two", "one also died"."""
    before, after = around(figure, text)
    near = f"{before[-20:]} {figure.reported} {figure.group_text or ''}"
    if _EVENT.search(before) or _WOUNDED.search(figure.reported + after[:40]):
        return True
    return bool(_OTHER.search(near) or re.match(r"\s*others?\b", after, re.I) or _ALSO.match(after))


def is_total(figure: Figure, text: str) -> bool:
    """Whether the figure is a toll of everything so far."""
    before, _ = around(figure, text)
    return figure.rule.endswith(".toll") or (
        figure.group is None and bool(_TOTAL.search(f"{before[-30:]} {figure.reported}"))
    )


_DEED_OF = re.compile(
    r"\bthe\s+(?:killing|murder|death|martyrdom|assassination|slaying)\s+of\s*\Z", re.IGNORECASE
)


def is_same(figure: Figure, earlier: Sequence[Figure], text: str) -> bool:
    """Whether a victim without a number was counted before: "his body", "the victim"."""
    single = [f for f in earlier if value(f) >= 1]
    if figure.rule.endswith((".body", ":pronoun")) and not _new(figure):
        return any(value(f) == 1 for f in single)
    again = figure.rule.endswith(".event") and _DEED_OF.search(around(figure, text)[0][-40:])
    if not again and not _SAME.match(figure.reported):
        return False
    return any(compatible(f.group, figure.group) for f in single if f.sentence != figure.sentence)


def _new(figure: Figure) -> bool:
    return bool(re.match(r"(?:a|an|another)\s", figure.reported, re.IGNORECASE))


def is_part(total: Figure, figure: Figure) -> bool:
    """Whether a later figure only details an earlier total of people."""
    if figure.group in ("perpetrator", "militant"):
        return False
    if figure.group is None and figure.quantifier != "implied":
        return False
    wide = total.group is None or (total.group == "civilian" and figure.group in _CIVILIANS)
    return wide and value(total) > value(figure)


_CONDITION = re.compile(
    r"(?:\s+of\s+(?:them|whom))?(?:\s+[\w’'-]+){0,3}?\s+(?:in\s+(?:an?\s+|the\s+)?(?:intensive|critical|serious"
    r"|grave|stable|precarious|very\s+serious)|critically\s+(?:ill|injured|wounded)|in\s+coma)\b",
    re.IGNORECASE,
)


def is_condition(figure: Figure, earlier: Sequence[Figure], text: str) -> bool:
    """Whether the figure says how some of those counted are: "four are in intensive care"."""
    if figure.measure != "injured" or not _CONDITION.match(around(figure, text)[1]):
        return False
    return any(value(f) >= value(figure) for f in earlier)


_APPOSED = re.compile(r"[^,;.]{0,50},\s+")
_ONE_PERSON = re.compile(r"[^,;.]{0,60},\s+(?:who\s+)?(?:was|is|has|had)\b")


def is_apposed(earlier: Figure, figure: Figure, text: str) -> bool:
    """Whether two victims of one sentence are one person.

    "One soldier, Sepoy Adnan, embraced martyrdom", "an elder of the tribe and a member of the
    committee, was killed".
    """
    if value(earlier) != 1 or figure.quantifier != "implied" or earlier.sentence != figure.sentence:
        return False
    between, after = text[earlier.end : figure.start], around(figure, text)[1]
    if is_named(figure) and _APPOSED.fullmatch(between) and re.match(r"\s*,", after):
        return True
    listed = earlier.quantifier == "implied" and re.fullmatch(r"[^,;.]{0,60}\s+and\s+", between)
    return bool(listed and _ONE_PERSON.match(after))


_ORDINALS = (
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth",
)  # fmt: skip


def ordinal(figure: Figure) -> int | None:
    """The number that "a sixth policeman" brings a toll to."""
    if figure.quantifier != "implied":
        return None
    words = figure.reported.casefold().split()[:2]
    return next((n for n, word in enumerate(_ORDINALS, 3) if word in words), None)


_PERSON = re.compile(r"(?:[A-Z][\w’'.-]+\s+){1,4}[A-Z][\w’'-]+")


def is_named(figure: Figure) -> bool:
    """Whether a victim is given by name: "Constable Zahir Shah"."""
    return figure.quantifier == "implied" and bool(_PERSON.search(figure.reported))


def is_out_of(figure: Figure, earlier: Sequence[Figure], text: str) -> bool:
    """Whether the figure is out of those counted before: "one of the victims"."""
    if not _OUT_OF.match(f"{figure.reported}{around(figure, text)[1]}"):
        return False
    fit = [f for f in earlier if compatible(f.group, figure.group)]
    return any(value(f) >= value(figure) for f in fit if f.sentence != figure.sentence)


def is_rival(figure: Figure, text: str) -> bool:
    """Whether the figure is somebody's claim and not the article's own voice."""
    if figure.claimant is not None:
        return True
    before, after = around(figure, text)
    return bool(_CLAIM.search(before) or _CLAIM.search(after[:60]))


def claimed_between(left: Figure, right: Figure, text: str) -> bool:
    """Whether another voice begins between two figures of one sentence."""
    return bool(_CLAIM.search(text[left.end : right.start]))


def is_withdrawn(figure: Figure, text: str) -> bool:
    """Whether the words before a figure take back the toll stated before it."""
    before, _ = around(figure, text)
    return bool(_WITHDRAWN.search(before))


def follows_early(left: Figure, right: Figure, text: str) -> bool:
    """Whether the first of two figures of one sentence is called an early one."""
    before, _ = around(left, text)
    return bool(_EARLY.search(before[-60:])) and not _EARLY.search(text[left.end : right.start])


def is_rising(figure: Figure, text: str) -> bool:
    """Whether the words say that this toll replaces an earlier one."""
    before, after = around(figure, text)
    near = before[-70:]
    return bool(_RISING.search(near)) and not _EARLY.search(near)


@cache
def _had_said() -> re.Pattern[str]:
    """Words before a number that make it an earlier count: "had given", "rose ... from"."""
    said = phrases("said")
    return re.compile(
        rf"\bhad\s+(?:\w+\s+)?{said}\b[^.;]{{0,60}}\Z|\bfrom\s+(?:\w+\s+){{0,4}}\Z"
        r"|\b(?:earlier|previous(?:ly)?|initial(?:ly)?|first)\s+(?:\w+\s+)?"
        r"(?:toll|count|number|figure|report|estimate|put|given|said)\w*\b[^,;.]{0,50}\Z",
        re.IGNORECASE,
    )


_MOVED = re.compile(
    r"\b(?:up|ros\w|risen|rises|rising|climb\w*|rais\w+|increas\w+|jump\w*|went|gone|grew|grown"
    r"|brought|lower\w*|fell|fallen|cut|down|revis\w+)\b",
    re.IGNORECASE,
)


def is_early(figure: Figure, text: str, others: Sequence[Figure] = ()) -> bool:
    """Whether a toll is called an earlier one, wherever it stands: "first reports spoke of 14".

    What another voice than those of the others "had said" is a rival and no early count.
    """
    if figure.quantifier == "implied":
        return False
    before, after = around(figure, text)
    found = _had_said().search(before[-140:])
    moved = found and found.group().casefold().startswith("from")
    if found and (_MOVED.search(before) if moved else not _other_voice(figure, others)):
        return True
    near = f"{before[-60:]} | {after[:45]}"
    clause = re.split(r"[;]|,\s+(?:and|but|then|later|now|while)\b", near.partition("|")[0])[-1]
    behind = re.split(r"[,;\d]|\band\b", near.partition("|")[2])[0]
    return bool(pattern("early").search(clause) or pattern("early").search(behind))


def _other_voice(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure's voice is named and gives none of the other figures."""
    named = [f for f in others if f is not figure and f.quantifier != "implied"]
    if figure.claimant is None or not named or figure.rule.endswith(".given"):
        return False
    pronoun = re.search(r"\b(?:it|he|she|they|the\s+same)\b[^,;.]{0,30}\Z", figure.claimant, re.I)
    return not pronoun and not any(
        f.claimant is None or same_voice(f.claimant, figure.claimant) for f in named
    )


def is_partial(figure: Figure, text: str) -> bool:
    """Whether a count is one house's share of the victims: "one hospital has 35 names"."""
    return bool(pattern("partly").search(figure.quote)) and not figure.rule.endswith(".toll")


_ARMED = re.compile(
    r"\b(?:army|military|troops|police|forces?|ISPR|defen[cs]e|security|army['’]s)\b", re.IGNORECASE
)
_ITS_DEED = re.compile(
    r"\b(?:it|they|its\s+(?:men|soldiers|troops|forces))\s+(?:had\s+|have\s+)?(?:also\s+)?"
    r"(?:killed|shot\s+dead|eliminated|neutrali[sz]ed)\s*\Z",
    re.IGNORECASE,
)


def sided(figure: Figure, text: str) -> Figure:
    """The figure with the side of its victims, where an armed claimant makes it plain.

    What an army admits or lost are its own; whom it says that it killed are those it fights.
    """
    if figure.group is not None or not _ARMED.search(figure.claimant or ""):
        return figure
    before, after = around(figure, text)
    if _ITS_DEED.search(before[-60:]):
        return figure._replace(group="militant")
    if pattern("own").search(before[-25:]) or pattern("own").search(after[:25]):
        return figure._replace(group="military")
    return figure


def lost_by_itself(figure: Figure, text: str) -> bool:
    """Whether a side admits a number as its own loss."""
    before, after = around(figure, text)
    clause = re.split(r"[,;]|\b(?:and|but|while)\b", before[-60:])[-1]
    behind = re.split(r"[,;]|\b(?:and|but|while)\b", after[:25])[0]
    return bool(pattern("own").search(clause) or pattern("own").search(behind))


def same_voice(one: str | None, other: str | None) -> bool:
    """Whether two claimants may be one: "the United Nations mission", "the mission"."""
    if not one or not other:
        return False
    left, right = (set(re.findall(r"[^\W\d]{5,}", name.casefold())) for name in (one, other))
    return bool(left & right)
