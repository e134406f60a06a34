"""Places named in passing: where somebody sits, was taken to or went, not where a thing was."""

import re

ASIDE = re.compile(
    r"\b(?:hospitals?|clinic|surgeon|morgue|doctors?|treat\w*|officials?|reporters?|police|offices?|"
    r"residents?|telephone|phone|headquarters|spokes\w+|ministry|government|authorities|analysts?|"
    r"statement|conference|correspondent|court|prison|talks|meeting|visit|protest\w*|funerals?|"
    r"missions?|delegations?|embass(?:y|ies)|consulates?|envoys?|ambassadors?|bureaus?)\s+"
    r"(?:in|at|from|of|to)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


CARE = re.compile(
    r"\b(?:died|dies|succumbed|treated|treatment|admitted|taken|shifted|rushed|moved|airlifted|flown|"
    r"transferred|evacuated|brought|ferried|driven|referred|buried|laid\s+to\s+rest)\b"
    r"(?:\s+[\w’'-]+){0,6}?\s+(?:hospitals?|clinics?|complex|wards?|cent(?:re|er)|facility|morgue)\s+"
    r"(?:in|at|of)\s+(?:the\s+)?\Z|"
    r"\b(?:is|are|was|were|be|lies?|lay|remains?|remained)\s+(?:still\s+|being\s+)?(?:in|at)\s+(?:the|a)\s+"
    r"(?:[\w’'-]+\s+){0,4}?(?:hospitals?|clinics?|complex|morgue)\s+(?:in|at|of)\s+\Z|"
    r"\b(?:taken|shifted|rushed|moved|airlifted|flown|transferred|evacuated|ferried|driven|referred)\s+"
    r"(?:by\s+\w+\s+)?to\s+(?:the\s+|a\s+)?\Z|\b(?:buried|laid\s+to\s+rest)\b[^,;.]{0,40}\bin\s+\Z",
    re.IGNORECASE,
)


OBJECT = re.compile(
    r"\b(?:roads?|highway|way|route|leading|heading|headed|bound|direction)\s+(?:to|for|from|towards?|of)\s+"
    r"(?:the\s+)?\Z|"
    r"\b(?:fled|flee|fleeing|left|leave|leaving|escaped|took|taken|seized|captured|conquered|"
    r"visited|blamed|accused|accuses|blames|told|urged|asked|warned|condemned|join\w*|defeated|"
    r"invaded|controls?|ruled|rules)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def sits(text: str, start: int) -> bool:
    """Whether a place at an offset is where somebody sits: "officials in", "the hospital in"."""
    return bool(ASIDE.search(text, max(0, start - 40), start))


def aimed_at(text: str, start: int) -> bool:
    """Whether a place is an object or a goal: "fled Kabul", "the road to Kabul"."""
    return bool(OBJECT.search(text, max(0, start - 32), start))


def only_reached(text: str, start: int, end: int) -> bool:
    """Whether the hurt and the dead were taken to a place, or a road is named after it."""
    if CARE.search(text, max(0, start - 90), start):
        return True
    named = re.search(
        r"\b(?:on|along|off|beside)\s+(?:the\s+)?\Z", text[max(0, start - 12) : start]
    )
    return bool(named and re.match(r"\s+(?:road|highway|motorway|bypass)\b", text[end : end + 12]))


def in_passing(text: str, start: int, end: int) -> bool:
    """Whether a place is named in any of these ways."""
    return sits(text, start) or aimed_at(text, start) or only_reached(text, start, end)
