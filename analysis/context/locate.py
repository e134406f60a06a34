"""Where did it happen: the place of what is told at some offsets of a document."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.context.gazetteer import coordinates, cues
from analysis.context.passing import aimed_at, in_passing, only_reached, sits
from analysis.context.place_names import linked
from analysis.context.words import fold, sentence_at
from analysis.records import Document, Location, Place

FINENESS = {"point": 0, "district": 1, "adm1": 2, "country": 3}
LOOK_BACK = 6  # sentences before it that may say where a thing happened
LOOK_AHEAD = 2
MOST = 24  # places of one sentence that are weighed; a longer list is no sentence
UNLIKELY = -4.5  # weight below which a place of the sentence gives way to one named before


class Chain(NamedTuple):
    """Names that stand together and tell one place: "Turbat town (Kech district, Balochistan)"."""

    start: int
    end: int
    places: tuple[Place, ...]
    role: str


def _agree(one: Place, other: Place) -> bool:
    """Whether two names can tell the same place, one inside the other."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.adm1 and other.adm1 and one.adm1 != other.adm1:
        return False
    if FINENESS[one.precision] == FINENESS[other.precision]:
        return one.precision == "point" or one.adm2_name == other.adm2_name
    return not (one.adm2_name and other.adm2_name and one.adm2_name != other.adm2_name)


def chains(text: str, places: Sequence[Place]) -> tuple[Chain, ...]:
    """Group neighbouring names that tell one place."""
    groups: list[list[Place]] = []
    for place in places:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and linked(text, last.end, place.start)
            and all(_agree(one, place) for one in groups[-1])
            and {last.role, place.role} <= {"location", "dateline"}
            and not re.search(r"\band\b", text[last.end : place.start])
        ):
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(
        Chain(group[0].start, group[-1].end, tuple(group), group[0].role) for group in groups
    )


def _location(chain: Chain) -> Location:
    """The finest of the names, with what the others add."""
    finest = min(chain.places, key=lambda p: (FINENESS[p.precision], p.start))
    country = next((p.country for p in chain.places if p.country), None)
    adm1 = finest.adm1 or next((p.adm1 for p in chain.places if p.adm1), None)
    adm1_name = finest.adm1_name or next((p.adm1_name for p in chain.places if p.adm1_name), None)
    adm2 = finest.adm2_name or next((p.adm2_name for p in chain.places if p.adm2_name), None)
    latitude, longitude = finest.latitude, finest.longitude
    if latitude is None:
        latitude, longitude = coordinates(adm1, adm2) or (None, None)
    return Location(
        finest.reported,
        finest.precision,
        country,
        adm1,
        adm1_name,
        adm2,
        latitude,
        longitude,
        chain.start,
    )


def _before(text: str, start: int, count: int = 2) -> list[str]:
    """The folded words before an offset, nearest first."""
    return [fold(w) for w in re.findall(r"[^\W\d_]+", text[max(0, start - 40) : start])][::-1][
        :count
    ]


_CLAUSE = re.compile(r"[;:]|,?\s+(?:while|whereas|but|although|after which|meanwhile)\b", re.I)


_NEXT_PART = re.compile(r",\s+and\b|;|,\s+while\b")
_HOST = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+|also\s+)*(?:received|receives|hosts?|hosted|is\s+home|sheltered|"
    r"took\s+in|taken\s+in|experienced|saw|seen|witnessed|suffered|recorded|suffers|"
    r"sees|accounts?\s+for|accounted\s+for|lost|counted|registered|bore)\b|\s+(?:for|with)\s+\d",
    re.IGNORECASE,
)


def _weight(text: str, chain: Chain, start: int, end: int) -> float:
    """How well a chain of the same sentence says where a thing at the offsets happened."""
    gap = max(chain.start - end, start - chain.end, 0)
    between = text[min(end, chain.end) : max(start, chain.start)]
    points = -gap / 40
    points -= 2.5 * len(_CLAUSE.findall(between))
    before = _before(text, chain.start, 3)
    if before and before[0] == "the":
        before = before[1:]
    near = before[0] if before else ""
    if near in cues("location"):
        points += 4
    elif near in ("of", "northern", "southern", "eastern", "western", "central"):
        points += 2
    elif near in ("from", "to", "with", "against"):
        points -= 2
    if sits(text, chain.start):
        coarse = all(p.precision == "country" for p in chain.places)
        points -= 9 if coarse else 3.5  # "the UN mission in Afghanistan said" places nothing
    if aimed_at(text, chain.start):
        points -= 5
    if only_reached(text, chain.start, chain.end):
        points -= 12
    points -= 1.2 * len(_NEXT_PART.findall(between))
    if _HOST.match(text, chain.end):  # "Sindh accounts for 60": the number behind it, no other
        points += 5 if chain.start < end else -5
    if chain.start > end and _DIRECT.fullmatch(text, end, chain.start):
        points += 3  # "179 attacks in Pakistan", "40,000 through Torkham"
    points += {"point": 1.5, "district": 1.5, "adm1": 1.0, "country": 0.0}[
        min((p.precision for p in chain.places), key=FINENESS.__getitem__)
    ]
    if chain.role == "dateline":
        points -= 4
    elif chain.role == "demonym":
        points -= 9
    elif chain.role in ("metonym", "origin"):
        points -= 8
    return points


def _best(text: str, among: Sequence[Chain], start: int, end: int) -> Chain | None:
    return max(among, key=lambda c: _weight(text, c, start, end)) if among else None


@lru_cache(maxsize=4)
def _chains_of(text: str, places: tuple[Place, ...]) -> tuple[Chain, ...]:
    return chains(text, places)


_THERE = re.compile(r"(?:\s+(?!in\b|at\b|on\b)[\w’'-]+){0,3}?\s+there\b(?!\s+(?:were|was|are|is))")
_ONE_EVENT = re.compile(
    r"\b(?:the|that|this|an?)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:bombing|attack|blast|siege|massacre|raid|ambush|strike|explosion|shooting|assault)\b",
    re.IGNORECASE,
)


_SEAT = re.compile(
    r"\b(?:group|groups|institute|bulletin|monitors?|cent(?:re|er)|think[\s-]tank|organi[sz]ation|"
    r"watchdog|researchers?|agency|newsletter|magazine|network|project|observatory|foundation)\b"
    r"(?:\s+(?!said|says|counted|counts|recorded|registered)[\w’'-]+){0,5}\s+(?:in|of|from)\s+\Z",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:in|across|throughout|over)\s+the\s+(?:whole(?:\s+of\s+the)?\s+|entire\s+)?country\b"
    r"|\b(?:nationwide|countrywide|country-wide)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"(?:\s+(?!and\b|or\b)[^\W\d]+){0,2}?\s+(?:in|at|through|via)\s+(?:the\s+)?", re.IGNORECASE
)


def _seat(text: str, chain: Chain, start: int) -> bool:
    """Whether a place before a total is where those sit who count ("a group in Peshawar")."""
    return chain.start < start and bool(_SEAT.search(text, max(0, chain.start - 90), chain.start))


def _of_one_event(text: str, chain: Chain, end: int) -> bool:
    """Whether a place behind a total is that of one event ("…, the year of the blast in Hub")."""
    return chain.start > end and bool(_ONE_EVENT.search(text, end, chain.start))


def _most_named(everywhere: Sequence[Chain]) -> Location | None:
    """The country that a text names most often, for its statistics."""
    counts: dict[str, int] = {}
    for chain in everywhere:
        for country in {p.country for p in chain.places if p.country}:
            counts[country] = counts.get(country, 0) + 1
    if not counts:
        return None
    country = max(counts, key=lambda code: counts[code])
    named = [c for c in everywhere if any(p.country == country for p in c.places)]
    whole = [c for c in named if c.places[0].precision == "country" and c.role == "location"]
    chain = (whole or named)[0]
    return _country_only(_location(chain))


_HERE = re.compile(r"(?<![\w“\"‘'])here\b(?![’'])")
_TOWN = re.compile(
    r"\s+(?:\w+\s+)?(?:town|city|village|valley|district|bazaar)\b(?!\s+(?:of|called)\b|,?\s+[A-Z])"
)


def _is_named(text: str, chain: Chain) -> bool:
    """Whether a town or district stands behind "in", "at", "near"."""
    fine = any(p.precision in ("point", "district") for p in chain.places)
    return fine and (_before(text, chain.start, 1) or [""])[0] in cues("location")


def _meant(text: str, chain: Chain, everywhere: Sequence[Chain]) -> Chain:
    """The town that "the Pakistani town" or "the Balochistan city" means, if one was named."""
    coarse = all(p.precision in ("country", "adm1") for p in chain.places)
    if not coarse or not re.search(r"\bthe\s+\Z", text[max(0, chain.start - 5) : chain.start]):
        return chain
    if not _TOWN.match(text, chain.end):
        return chain
    place = chain.places[0]
    named = [
        c
        for c in everywhere
        if c.start < chain.start
        and c.role in ("location", "dateline")
        and any(p.precision in ("point", "district") and _agree(place, p) for p in c.places)
    ]
    return named[-1] if named else chain


def locate(document: Document, start: int, end: int, *, people: bool = False) -> Location | None:
    """The place where what is told at these offsets happens.

    Args:
        document: The article with its places.
        start: Start of the figure, trigger or event in the text.
        end: Its end.
        people: Whether the people or state named in the sentence ("383 Pakistani soldiers") tell
            the country before a place of another sentence does, as in statistics.

    Returns:
        The place, from the same sentence if it names one, else from the sentences before it,
        the dateline or headline, the sentences after it; where nothing names a location, the
        country of the people named nearest ("Afghan", "Pakistan's"); None where nothing does.
        A coarse place of the sentence is made finer by nothing: "in Pakistan" stays so.
    """
    text, sentences = document.text, document.sentences
    if not sentences or not document.places:
        return None
    index = sentence_at(sentences, start)
    if index is None:
        index = len(sentences) - 1
    everywhere = _chains_of(text, document.places)
    inside = [c for c in everywhere if sentences[index].start <= c.start < sentences[index].end]
    inside = sorted(inside, key=lambda c: abs(c.start - start))[:MOST]
    real = [c for c in inside if c.role == "location"]
    if people:  # a total does not happen where an event does that is only named beside it
        real = [c for c in real if not _of_one_event(text, c, end) and not _seat(text, c, start)]
        if _WHOLE.search(text, sentences[index].start, sentences[index].end):
            return _most_named(everywhere)
    if _THERE.match(text, end, sentences[index].end):
        earlier = [c for c in real if c.start < start]
        if earlier:
            return _fill(_location(earlier[-1]), everywhere)
    here = _HERE.search(text, sentences[index].start, sentences[index].end)
    dateline = [c for c in everywhere if c.role == "dateline"]
    if here and dateline and not any(_is_named(text, c) for c in real):
        return _location(dateline[0])
    best = _best(text, real, start, end)
    if best is not None and _weight(text, best, start, end) > UNLIKELY:
        return _fill(_location(_meant(text, best, everywhere)), everywhere)
    weak = [c for c in inside if c.role in ("demonym", "metonym")]
    if people and weak:
        return _country_only(_location(_best(text, weak, start, end) or weak[0]))
    for back in range(1, LOOK_BACK + 1):
        if index - back < 0:
            break
        sentence = sentences[index - back]
        if people and "\n" in text[sentence.end : sentences[index].start]:
            break  # a total is not placed by the event of another paragraph
        among = [
            c
            for c in everywhere
            if sentence.start <= c.start < sentence.end
            and c.role == "location"
            and not in_passing(text, c.start, c.end)
        ]
        fine = [c for c in among if _is_event_place(text, c)]
        if fine:
            chosen = _best(text, fine, sentence.end, sentence.end)
            if chosen is not None:
                return _fill(_location(_meant(text, chosen, everywhere)), everywhere)
    for ahead in range(1, LOOK_AHEAD + 1):
        if index + ahead >= len(sentences) or index > 1:
            break
        sentence = sentences[index + ahead]
        among = [
            c
            for c in everywhere
            if sentence.start <= c.start < sentence.end
            and c.role == "location"
            and _is_event_place(text, c)
        ]
        if among:
            return _fill(_location(among[0]), everywhere)
    if people:
        return _most_named(everywhere)
    if best is not None:
        return _fill(_location(best), everywhere)
    if weak:
        chosen = _best(text, weak, start, end) or weak[0]
        return _country_only(_location(chosen))
    if dateline:
        return _location(dateline[0])
    previous = [c for c in everywhere if c.start < start]
    if previous:
        return _country_only(_location(previous[-1]))
    return _country_only(_location(everywhere[0]))


def _is_event_place(text: str, chain: Chain) -> bool:
    """Whether a chain of another sentence is named as a place where things happen."""
    before = _before(text, chain.start, 3)
    if before and before[0] == "the":
        before = before[1:]
    near = before[0] if before else ""
    coarse = all(p.precision == "country" for p in chain.places)
    return not coarse or near in cues("location")


def _country_only(location: Location) -> Location:
    """Keep no more than the country of a place that is named for its people or government."""
    if location.place_precision == "country":
        return location
    return Location(location.place, "country", location.country, start=location.start)


def _fill(location: Location, everywhere: Sequence[Chain]) -> Location:
    """Take codes that a name lacks from the same name, or the province of the text, elsewhere."""
    if location.country and (location.adm1 or location.place_precision == "country"):
        return location
    for chain in everywhere:
        for place in chain.places:
            if place.reported == location.place and place.country and place.adm1:
                return location._replace(
                    country=place.country,
                    adm1=place.adm1,
                    adm1_name=place.adm1_name,
                    adm2_name=location.adm2_name or place.adm2_name,
                )
    if location.country:
        return location
    others = [c for c in everywhere if c.role == "location" and any(p.country for p in c.places)]
    others = others or [c for c in everywhere if any(p.country for p in c.places)]
    if not others:
        return location
    nearest = min(others, key=lambda c: abs(c.start - location.start))
    known = _location(nearest)
    return location._replace(country=known.country, adm1=known.adm1, adm1_name=known.adm1_name)
