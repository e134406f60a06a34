"""Find the places named in a text and decide which place each name means."""

import re
from collections.abc import Sequence

from analysis.context.gazetteer import HOME, Spot, cues, gazetteer
from analysis.context.namesakes import elsewhere
from analysis.context.place_names import Match, linked, matches
from analysis.context.unknown_places import find_unknown
from analysis.context.words import Token, fold, is_capitals, tokenise
from analysis.records import Place, Sentence

PRECISION = {
    "country": "country",
    "demonym": "country",
    "adm1": "adm1",
    "district": "district",
    "town": "point",
    "city": "point",
}


_JOINS = re.compile(r"[\s,(]+(?:the\s+)?")
_BRACKET = re.compile(r"\s*[,(]\s*")
_AFTER_A_NAME = re.compile(r"[A-Z][\w'’-]+(?:,\s|\s\(|\s\((?:[\w' -]{2,30},\s){1,2})\Z")
_ENDS_A_PLACE = re.compile(r"\s?(?:[,.;:)]|\Z|\s(?:on|after|when|in|at|where|and)\b)")
_COMPOUND = re.compile(r"-[A-Z][a-z]")
_LONGER = re.compile(r"\s(?:de|del|da|do|das|dos|la|las|los|di|du|des)\s[A-Z]")


def _is_shown(
    text: str, words: list[Token], match: Match, before: Match | None, after: Match | None
) -> bool:
    """Whether a name that may be another word stands beside a cue of place."""
    if match.kind:
        return True
    if (
        after
        and _JOINS.fullmatch(text, match.end, after.start)
        and "," in text[match.end : after.start] + text[match.end : match.end + 2]
    ):
        return True
    if before and _BRACKET.fullmatch(text, before.end, match.start):
        return True
    if any(s.kind == "adm1" for s in match.spots) and _AFTER_A_NAME.search(
        text, max(0, match.start - 40), match.start
    ):
        return bool(_ENDS_A_PLACE.match(text, match.end))
    if match.first == 0:
        return False
    previous = words[match.first - 1]
    gap = text[previous.end : match.start]
    if not re.fullmatch(r"\s+", gap):
        return False
    if previous.folded == "the" and match.first > 1:
        previous = words[match.first - 2]
    if previous.folded not in cues("before"):
        return False
    following = words[match.last + 1] if match.last + 1 < len(words) else None
    return not (
        following is not None
        and following.capital
        and text[match.end : following.start] == " "
        and not any(c.isupper() for c in text[following.start + 1 : following.end])
    )


def _in_a_name(
    text: str, words: list[Token], match: Match, starts: frozenset[int], known: frozenset[int]
) -> bool:
    """Whether a name that may be another word is part of a longer proper name."""
    if match.first == 0 or match.start in starts:
        return False
    previous = words[match.first - 1]
    return (
        previous.capital
        and text[previous.end : match.start] in (" ", "-")
        and (previous.start not in starts or any(s.cue for s in match.spots))
        and previous.start not in known
        and previous.folded not in cues("before")
    )


def _is_surname(
    text: str, words: list[Token], match: Match, starts: frozenset[int], known: frozenset[int]
) -> bool:
    """Whether a place of Afghanistan or Pakistan ends a person's name ("Attaullah Khogyani")."""
    if match.first < 2 or match.first != match.last or match.kind:
        return False
    first = words[match.first - 1]
    return (
        first.capital
        and not text[first.start : first.end].isupper()
        and text[first.end : match.start] == " "
        and first.start not in starts
        and first.start not in known
        and first.folded not in cues("before")
        and first.folded not in cues("surroundings")
        and not re.match(r",\s[A-Z]", text[match.end : match.end + 3])
    )


def _choose(
    match: Match,
    before: Match | None,
    after: Match | None,
    votes: dict[str, float],
    linked_before: bool,
    linked_after: bool,
) -> Spot:
    """The reading of a name that its surroundings speak for most."""
    total = sum(votes.values()) or 1.0

    def score(spot: Spot) -> float:
        points = spot.weight + 2.5 * votes.get(spot.country or "", 0.0) / total
        if match.kind == "district":
            points += {"district": 5, "town": 3, "adm1": -3}.get(spot.kind, 0)
        elif match.kind == "adm1":
            points += {"adm1": 6, "country": 1}.get(spot.kind, 0)
        elif match.kind in ("city", "point"):
            points += {"district": 4, "town": 5, "city": 4, "adm1": 3}.get(spot.kind, 0)
            points -= 3 if spot.kind == "adm1" and spot.country in HOME else 0
        for other, joined in ((before, linked_before), (after, linked_after)):
            if other is None or not joined:
                continue
            if any(s.kind != "demonym" and s.adm1 and s.adm1 == spot.adm1 for s in other.spots):
                points += 8
            elif any(s.kind != "demonym" and s.country == spot.country for s in other.spots):
                points += 4
            if spot.kind == "adm1" and other is before:
                points += 2
            if spot.kind in ("district", "town", "city") and other is after:
                points += 1
        if spot.kind == "district" and spot.adm2_name in ("Kabul", "Kandahar", "Herat"):
            points += 1
        return points

    return max(match.spots, key=score)


_STOP = re.compile(
    r"\s+(?:stations?|stands?|stops?|terminals?|depots?|terminus|was|were)\b", re.IGNORECASE
)
_INSTITUTION = re.compile(
    r"['’]s?\s+(?:(?:defen[cs]e|foreign|interior|information|health|new|de\s+facto|own|acting)\s+){0,2}"
    r"(?:ministry|minister|government|military|army|rulers|authorities|envoy|ambassador|diplomats?"
    r"|spokes\w+|leadership|administration|air\s+force)\b",
    re.IGNORECASE,
)
_SPEECH_GAP = re.compile(r"\s+(?:has\s+|have\s+|had\s+|also\s+|repeatedly\s+|later\s+)*(\w+)")


def _role(
    text: str,
    words: list[Token],
    match: Match,
    spot: Spot,
    starts: frozenset[int],
    near_after: bool,
) -> str:
    """Location, demonym, metonym, origin or dateline."""
    previous = words[match.first - 1] if match.first else None
    following = words[match.last + 1] if match.last + 1 < len(words) else None
    near = previous is not None and not re.search(r"[\d;:.!?]", text[previous.end : match.start])
    before = previous.folded if previous is not None and near else ""
    if before == "the" and match.first > 1:
        before = words[match.first - 2].folded
    tail = text[match.end : match.end + 2]
    if re.match(r"['’][sS]?\b", tail) and _INSTITUTION.match(text, match.end):
        return "demonym"
    if match.start in starts and re.match(
        r"(?:, [A-Z][\w .]{2,25})?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[-–—]{1,2}\s|:\s)",
        text[match.end : match.end + 80],
    ):
        return "dateline"
    geographic = following is not None and (
        following.folded in cues("soil")
        and text[match.end : following.start].strip(" -'’s\n") == ""
    )
    if re.match(r"\s?-based\b|\s-\s?based\b", text[match.end : match.end + 8]):
        return "origin"
    goes = following is not None and following.folded in cues("vehicle")
    if before not in ("in", "at", "near", "from") and (
        goes
        and re.fullmatch(r"[\s-]+", text[match.end : following.start])
        and not _STOP.match(text, following.end)
        or re.match(r"[\s-]?bound\b", text[match.end : match.end + 7])
    ):
        return "origin"
    if before in ("in", "at") and match.first > 1:
        base = words[match.first - 2].folded
        if base in ("based", "headquartered", "correspondent", "embassy", "born", "hosted"):
            return "origin"
    if geographic:
        return "location"
    if spot.kind == "demonym":
        return "demonym"
    if re.match(r"['’][sS]?\b", tail) and spot.kind in ("country", "adm1") and not near_after:
        return "demonym"
    if (
        following is not None
        and (following.capital or spot.kind == "country")
        and following.folded in cues("organisation")
        and not match.kind
        and text[match.end : following.start] == " "
    ):
        return "demonym"
    if before == "of" and spot.kind == "country" and match.first > 1:
        owner = words[match.first - (3 if previous and previous.folded == "the" else 2)].folded
        if owner in cues("of country"):
            return "demonym"
    if before in ("taliban", "tehreek", "khorasan", "isis"):
        return "demonym"
    name = " ".join(w.folded for w in words[match.first : match.last + 1])
    seat = name in cues("seat of government")
    placed = before in cues("location") or match.kind
    if not placed and (seat or spot.kind == "country"):
        spoken = _SPEECH_GAP.match(text, match.end)
        if spoken and fold(spoken.group(1)) in cues("speech"):
            return "metonym"
    if (
        seat
        and not placed
        and before
        in (
            "between",
            "and",
            "with",
            "against",
            "to",
            "for",
            "by",
            "that",
            "of",
            "forced",
            "",
        )
    ):
        return "metonym" if match.start not in starts else "location"
    if before in ("against", "by", "with") and spot.kind == "country":
        return "metonym"
    return "location"


_CAPITAL_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:provincial\s+)?capital\b(?!\s+(?:of|markets?|punishment|gains?|accounts?|"
    r"controls?|flows?|expenditure|goods|investment|hill|offence|murder|charges)\b)",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(r"\bcapital\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)


def _capital(text: str, match: Match, spot: Spot) -> tuple[Spot, int] | None:
    """The seat that "the Afghan capital" or "the capital of Balochistan" means, and its end."""
    seat = gazetteer().seats.get(spot.adm1 or spot.country or "")
    if seat is None or spot.kind not in ("country", "demonym", "adm1"):
        return None
    after = _CAPITAL_AFTER.match(text, match.end)
    if after and not re.match(r"[\s,]+[A-Z]", text[after.end() : after.end() + 3]):
        return seat, after.end()
    before = text[max(0, match.start - 20) : match.start]
    if _CAPITAL_BEFORE.search(before) and not re.search(
        r"[A-Z][\w'’-]+,\s+(?:the\s+)?(?:provincial\s+)?capital\s+of\s+(?:the\s+)?\Z",
        text[max(0, match.start - 60) : match.start],
    ):
        return seat, match.end
    return None


# "QUETTA, Pakistan (Khyber Wire) –": the agency of a dateline, not a place
_AGENCY = re.compile(r"\s*[^\n()]{2,80}\(([^()\n]{2,40})\)\s*[-–—]")


def find_places(text: str, sentences: Sequence[Sentence]) -> tuple[Place, ...]:
    """Find the places of an article.

    Args:
        text: The article's text; all-capitals newswire is understood.
        sentences: Its sentences.

    Returns:
        Places in the order of the text, not overlapping. A name the gazetteer does not know is
        found too where its surroundings show a place ("Sherikhel area of Lakki Marwat"); it
        takes its codes from the place that contains it. People and adjectives ("Afghan") come
        with the role demonym, governments called by their capital with the role metonym.
    """
    words = tokenise(text)
    capitals = is_capitals(text)
    agency = _AGENCY.match(text)
    inside = range(agency.start(1), agency.end(1)) if agency else range(0)
    found = [m for m in matches(text, words, capitals) if m.start not in inside]
    starts = frozenset(s.start for s in sentences)
    known = frozenset(t.start for m in found for t in words[m.first : m.last + 1])
    kept: list[Match] = []
    for index, match in enumerate(found):
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        spots = match.spots
        if any(s.cue for s in spots):
            short = capitals and match.end - match.start <= 4 and not match.kind
            shown = (
                not short
                and _is_shown(text, words, match, before, after)
                and not _in_a_name(text, words, match, starts, known)
            )
            spots = spots if shown else tuple(s for s in spots if not s.cue)
        elif (
            all(s.kind == "city" for s in spots)
            and _in_a_name(text, words, match, starts, known)
            or any(s.country in HOME for s in spots)
            and _is_surname(text, words, match, starts, known)
        ):
            spots = ()
        if _COMPOUND.match(text, match.end) and any(s.cue for s in match.spots):
            spots = ()  # "Bagh-Maidan" is not Bagh
        if _LONGER.match(text, match.end):  # "San Francisco del Rincon" is another place
            spots = tuple(s for s in spots if s.country in HOME or s.kind == "country")
        if spots:
            kept.append(match._replace(spots=spots))
    votes: dict[str, float] = {}
    for match in kept:
        countries = {s.country for s in match.spots}
        if len(countries) == 1:
            country = countries.pop() or ""
            kinds = {s.kind for s in match.spots}
            votes[country] = votes.get(country, 0.0) + (1.0 if kinds == {"demonym"} else 2.0)
    made: list[Place] = []
    for index, match in enumerate(kept):
        before = kept[index - 1] if index else None
        after = kept[index + 1] if index + 1 < len(kept) else None
        link_before = before is not None and linked(text, before.end, match.start)
        link_after = after is not None and linked(text, match.end, after.start)
        spot = _choose(match, before, after, votes, link_before, link_after)
        role = _role(text, words, match, spot, starts, link_after)
        if elsewhere(text, match, spot, kept[index + 1 : index + 4]):
            continue
        capital = _capital(text, match, spot)
        if capital is not None:
            spot, end, role = capital[0], capital[1], "location"
            match = match._replace(end=end)
        precision = PRECISION[spot.kind]
        if spot.kind == "district" and match.kind in ("city", "point"):
            precision = "point"
        if spot.kind == "town" and spot.adm2_name is None and not spot.latitude:
            precision = "district" if spot.country in ("AFG", "PAK") else "point"
        made.append(
            Place(
                match.start,
                match.end,
                text[match.start : match.end],
                precision,
                spot.country,
                spot.adm1,
                spot.adm1_name,
                spot.adm2_name,
                spot.latitude,
                spot.longitude,
                role,
            )
        )
    return tuple(sorted((*made, *find_unknown(text, made, starts, capitals))))
