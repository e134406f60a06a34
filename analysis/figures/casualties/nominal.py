"""Who a noun of casualties counts: deaths, bodies, tolls, and people "among the dead"."""

import re
from functools import cache

from analysis.figures.casualties.fates import fate_at, fate_of, tally_words
from analysis.figures.casualties.frames import Claim, before_verb
from analysis.figures.casualties.gaps import REVISED
from analysis.figures.casualties.names import is_name, names_after
from analysis.figures.casualties.objects import more, objects
from analysis.figures.casualties.shapes import Mention, Unit
from analysis.figures.casualties.subjects import subjects
from analysis.figures.casualties.words import words

_TOLL_REACH = 14
_COLONS = frozenset((":", "-", "–", "—", "=", "including"))
_DETERMINED = ("a ", "an ", "the ", "its ", "their ")
_COUNTS = ("number", "figure", "total", "count")
_TIMES = ("night", "evening", "morning", "day", "week", "weekend", "month", "year", "afternoon")
_NAMING = frozenset(("identified", "named", "as", "reported", "said", "to"))
_OTHER_FATES = frozenset(("wounded", "injured", "missing"))


@cache
def _came_to_light(*, counted: bool) -> re.Pattern[str]:
    """Beginnings of words that say how bodies came to light."""
    said = tally_words("found") | (tally_words("shown") if counted else frozenset())
    return re.compile("|".join(sorted(said)))


def claims_for(
    units: list[Unit], places: list[int], trigger: int, measure: str, rule: str
) -> list[Claim]:
    """The same trigger and rule for every mention and name."""
    named = f"{rule}:name"
    return [
        Claim(p, trigger, measure, named, implied_one(units[p]))
        if units[p].kind == "n"
        else Claim(p, trigger, measure, rule)
        for p in places
    ]


def implied_one(unit: Unit) -> Mention:
    """The mention of a name or a pronoun: one victim without a number."""
    return Mention(
        unit.start,
        unit.end,
        1,
        1,
        1,
        "implied",
        implied=True,
        words_start=unit.start,
        words_end=unit.end,
    )


def object_claims(units: list[Unit], found: list[int], place: int, measure: str) -> list[Claim]:
    """Claims of what follows a verb or "of": people, names, pronouns."""
    made = []
    for at in found:
        unit = units[at]
        if unit.kind == "N":
            made.append(Claim(at, place, measure, "object"))
        elif unit.kind == "n":
            made.append(Claim(at, place, measure, "object:name", implied_one(unit)))
        elif unit.kind == "+" and unit.text == "them":
            made.append(Claim(at, place, measure, "object:them"))
        elif unit.kind == "1" and unit.text in ("him", "her"):
            made.append(Claim(at, place, measure, "object:pronoun", implied_one(unit)))
        elif unit.kind == "F" and unit.text in ("himself", "herself", "itself"):
            own = implied_one(unit)._replace(group="perpetrator")
            made.append(Claim(at, place, measure, "object:himself", own))
    return made


def among_the(units: list[Unit], place: int) -> list[Claim]:
    """Read "two nurses are among the dead" and "among the wounded are two boys"."""
    named = fate_at(units, place + 1)
    if named is None:
        return _among_counted(units, place)
    measure, last = named
    told = units[last + 1 : last + 3]
    if [u.kind for u in told] == ["N", "B"] and told[0].mention and told[0].mention.counted:
        return [Claim(last + 1, place, measure, "among")]  # "among the dead 12 were women"
    at = place - 1
    while at >= 0 and units[at].kind in "DBH":
        at -= 1
    behind = last + 1
    while behind < len(units) and units[behind].kind in "DBH":
        behind += 1
    if at >= 0 and units[at].kind == "N":
        aux = before_verb(units, place)
        return claims_for(units, subjects(units, place, aux) or [at], place, measure, "among")
    if behind < len(units) and units[behind].kind == "N" and behind > last + 1:
        return claims_for(units, [behind, *more(units, behind)], place, measure, "among")
    return []


def _among_counted(units: list[Unit], place: int) -> list[Claim]:
    """Read "two commanders among seven killed": the two are a part."""
    behind = units[place + 1 : place + 3]
    whole = behind[0].mention if [u.kind for u in behind] == ["N", "V"] else None
    part = units[place - 1].mention if place else None
    if whole is None or part is None or not (whole.counted and part.counted and part.known):
        return []
    return [Claim(place - 1, place + 2, behind[1].measure or "", "among")]


def named_as(units: list[Unit], place: int) -> list[Claim]:
    """Read "the injured were two cooks and a guard", "the dead were identified as Ali and Khan"."""
    fate = fate_at(units, place)
    if fate is None or (place and units[place - 1].kind in "POL"):
        return []
    measure, at = fate[0], fate[1] + 1
    if units[fate[1]].text.endswith("victims"):
        return []  # of what?
    if at >= len(units) or units[at].kind != "B":
        return []
    while at < len(units) and (units[at].kind in "BHD" or units[at].text in _NAMING):
        at += 1
    if at >= len(units) or units[at].kind not in "Nn":
        return []
    named = names_after(units, at) if is_name(units[at]) else []
    found = sorted({at, *named, *more(units, at)})
    return [
        c._replace(rule="named")
        for c in object_claims(units, found, place, measure)
        if (c.values or units[c.unit].mention) is not None
    ]


def labelled(units: list[Unit], place: int) -> list[Claim]:
    """Read "Killed: 25 soldiers, 7 attackers" and "Deaths: 5; injuries: 12"."""
    unit, at = units[place], place + 1
    if place and units[place - 1].kind not in ";,":
        return []
    if [u.text for u in units[at : at + 2]] == [",", "including"]:
        at += 1  # a colon, mended
    if at + 1 >= len(units) or units[at].text not in _COLONS:
        return []
    first, mention = at + 1, units[at + 1].mention
    known = words().counted.get(unit.text) or words().counted.get(unit.text + "s")
    measure = fate_of(unit.text) or (known.measure if known else unit.measure)
    own = first + 1 < len(units) and units[first + 1].kind == "V"  # "casualties: 3 dead"
    if measure is None or own or mention is None or not mention.counted:
        return []
    found = [first, *more(units, first)]
    return [c._replace(rule="label") for c in object_claims(units, found, place, measure)]


def by_adjective(mention: Mention, place: int) -> list[Claim]:
    """Read "two wounded men"."""
    if (
        mention.adjective
        and mention.known
        and (mention.counted or mention.determiner in ("a", "an", "another"))
    ):
        return [Claim(place, place, mention.adjective, "adjective")]
    return []


def of_counted(units: list[Unit], place: int) -> list[Claim]:
    """Read "three deaths", "27 lives"."""
    left = units[place - 1] if place else None
    revised = left is not None and left.kind == "P" and left.text in ("to", "at")
    revised = revised and any(REVISED.match(u.text) for u in units[max(place - 5, 0) : place])
    return [Claim(place, place, units[place].measure or "", "toll" if revised else "counted")]


def of_event(units: list[Unit], place: int) -> list[Claim]:
    """Read "the death of a soldier", "the murder in March of two boys", "the two nuns' slaying"."""
    measure = units[place].measure or ""
    before = units[place - 1] if place else None
    owners = before.mention if before is not None and before.kind == "N" else None
    if owners is not None and owners.counted and 0 < units[place].start - before.end <= 2:
        return [Claim(place - 1, place, measure, "event")]
    lives = units[place].text.endswith(("life", "lives"))
    following = _past_dashes(units, place + 1)
    while following < min(place + 10, len(units)):
        unit = units[following]
        if unit.kind == "O" or (unit.text == "to" and following == place + 1):
            found = objects(units, following, closed=False)
            if found or lives:
                return [
                    c._replace(rule="event") for c in object_claims(units, found, place, measure)
                ]
        elif not (unit.kind in "PYD" or _aside(units, following)):
            break
        following += 1
    return []


def _past_dashes(units: list[Unit], at: int) -> int:
    """Behind an insertion between dashes that "of" follows: "the massacre -- ... -- of 80"."""
    dashed = at < len(units) and units[at].kind == "," and units[at].text in "-–—"
    for place in range(at + 1, min(at + 14, len(units) - 1)) if dashed else ():
        closes = units[place].kind == "," and units[place].text in "-–—"
        if closes and units[place + 1].kind == "O":
            return place + 1
    return at


def _aside(units: list[Unit], at: int) -> bool:
    """Whether a time, a bare place or "by gunmen" stands between an act and its victims."""
    unit = units[at]
    if unit.kind == "N":
        return units[at - 1].kind == "Y"
    if unit.kind == "n":
        return units[at - 1].kind in "POY"
    return unit.kind == "X" and (
        not unit.text.startswith(_DETERMINED) or unit.text.endswith(_TIMES)
    )


def of_agent(units: list[Unit], place: int) -> list[Claim]:
    """Read "the killers of the four nuns": what they did is told already."""
    mention = units[place].mention
    measure = words().agents.get(mention.head) if mention is not None else None
    if measure is None or place + 1 >= len(units) or units[place + 1].kind != "O":
        return []
    found = [i for i in objects(units, place + 1, closed=False) if units[i].kind == "N"]
    return [c._replace(rule="agent") for c in object_claims(units, found, place, measure)]


def of_bodies(units: list[Unit], place: int) -> list[Claim]:
    """Read "the bodies of two men", "police found seven corpses"."""
    unit = units[place]
    mention = unit.mention
    following = place + 1
    if following < len(units) and units[following].kind == "O":
        found = objects(units, following, closed=False)
        counted = mention is not None and mention.counted
        if found and not counted:
            return [
                c._replace(rule="body")
                for c in object_claims(units, found, place, unit.measure or "")
            ]
    if mention is None or not (
        _with_wounded(units, place)
        or any(_came_to_light(counted=mention.counted).match(u.text) for u in units)
    ):
        return []
    if mention.counted or (mention.implied and mention.determiner):
        return [Claim(place, place, unit.measure or "", "body")]
    return []


def _with_wounded(units: list[Unit], place: int) -> bool:
    """Whether bodies are counted beside the wounded: "four bodies and 11 wounded"."""
    after = units[place + 1 : place + 5]
    joined = len(after) > 1 and after[0].kind in "A," and after[1].kind in "NV"
    return joined and any(u.kind == "V" and u.measure == "injured" for u in after)


def of_toll(units: list[Unit], place: int) -> list[Claim]:
    """The number that a toll "rose to", or that stands right before "the number of dead"."""
    measure = _tolled(units, place)
    if measure is None:
        return []
    at, crossed = place + 1, False
    while at < len(units) and at < place + _TOLL_REACH and units[at].kind not in ";":
        unit = units[at]
        if units[at - 1].text == "the" and unit.text in _OTHER_FATES and units[at - 1].kind == "X":
            break  # "gave the same number of dead but put the wounded at 34"
        if unit.kind in "NC" and unit.mention is not None and unit.mention.counted:
            from_word = at > 0 and units[at - 1].kind == "P" and units[at - 1].text == "from"
            if not from_word:
                return [Claim(at, place, measure, "toll")]
        at += 1
        crossed = True
    at = place - 1
    while at >= 0 and at > place - 4 and crossed is not None:
        unit = units[at]
        if unit.kind == "N" and unit.mention is not None and unit.mention.counted:
            return [Claim(at, place, measure, "toll")]
        at -= 1
    return []


def _tolled(units: list[Unit], place: int) -> str | None:
    """What a toll counts, by the words behind "put the number of"; None where nobody suffered."""
    measure, behind = units[place].measure, units[place + 1 : place + 4]
    told = units[place].text.endswith(_COUNTS) and len(behind) > 1 and behind[0].kind == "O"
    if not told:
        return measure
    named = fate_at(units, place + 2)
    if named is not None:
        return named[0]
    mention = behind[1].mention
    if mention is not None and mention.adjective:
        return mention.adjective
    said = next((u for u in behind[1:] if u.kind == "V" and u.measure), None)
    return fate_of(behind[1].text.split()[-1]) or (said.measure if said is not None else None)
