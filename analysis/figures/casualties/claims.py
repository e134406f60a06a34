"""Apply the frames of every trigger in a sentence: which mention counts for which measure."""

from analysis.figures.casualties.frames import OUT_OF, Aux, Claim, before_verb
from analysis.figures.casualties.gaps import gaps
from analysis.figures.casualties.names import asks, is_name, names_before
from analysis.figures.casualties.nominal import (
    among_the,
    by_adjective,
    claims_for,
    implied_one,
    labelled,
    named_as,
    object_claims,
    of_agent,
    of_bodies,
    of_counted,
    of_event,
    of_toll,
)
from analysis.figures.casualties.objects import more, objects
from analysis.figures.casualties.shapes import Unit
from analysis.figures.casualties.subjects import subjects, without_insertion


def claims_of(units: list[Unit]) -> list[Claim]:
    """Every mention that a trigger of the sentence counts, in the order of the triggers."""
    made: list[Claim] = []
    for place, unit in enumerate(units):
        if unit.kind == "V":
            made += _among(units, place, _verb(units, place))
        elif unit.text in ("among", "amongst", "between"):
            made += among_the(units, place)
        elif unit.kind == "C":
            made += of_counted(units, place)
        elif unit.kind == "T":
            made += of_event(units, place)
        elif unit.kind == "G":
            made += of_bodies(units, place)
        elif unit.kind == "K":
            made += of_toll(units, place)
        elif unit.kind == "N" and unit.mention is not None:
            made += by_adjective(unit.mention, place) + of_agent(units, place)
        made += labelled(units, place)
        if unit.text.startswith(("the", "those")):
            made += named_as(units, place)
    return made + gaps(units, made)


def _verb(units: list[Unit], place: int) -> list[Claim]:
    trigger = units[place].trigger
    if trigger is None:
        return []
    aux = before_verb(units, place)
    if trigger.frame == "subject":
        return _intransitive(units, place, aux)
    if trigger.frame == "result":
        return _result(units, place, aux)
    return _transitive(units, place, aux)


def _among(units: list[Unit], place: int, made: list[Claim]) -> list[Claim]:
    """Read "two commanders killed among eight men": the eight are the total."""
    if place + 2 < len(units) and units[place + 1].text in ("among", "amongst"):
        total = units[place + 2]
        if total.kind == "N" and total.mention is not None and total.mention.counted:
            parts = [c._replace(rule="among") for c in made]
            return [Claim(place + 2, place, units[place].measure or "", "reduced"), *parts]
    return made


def _transitive(units: list[Unit], place: int, aux: Aux) -> list[Claim]:
    trigger = units[place].trigger
    assert trigger is not None
    measure = trigger.measure
    participle = "participle" in trigger.forms or (
        measure == "injured" and "base" in trigger.forms and not aux.any
    )
    if participle and aux.passive:
        return _passive(units, place, aux, measure)
    following = objects(units, place)
    if not following and place + 2 < len(units) and units[place + 1].text == "or":
        following = objects(units, place + 2) if units[place + 2].kind == "V" else []
    if (
        following
        and participle
        and _left_adjacent(units, place, aux)
        and _headline(units, following)
    ):
        following = []
    if following:
        return object_claims(units, following, place, measure)
    if (suffering := _relative_object(units, aux)) is not None:
        return claims_for(units, [suffering], place, measure, "object")
    if participle:
        joined = _joined_passive(units, place, aux)
        if joined is not None:
            return _passive(units, joined[0], joined[1], measure)
        if _left_adjacent(units, place, aux):
            found = _subjects(units, place, without_insertion(units, aux))
            near = units[aux.place].mention if units[aux.place].kind == "N" else None
            if near is not None and (not found or (near.counted and _nobody_counted(units, found))):
                found = [aux.place]
            along = _companions(units, place) if found else []
            return claims_for(units, [*found, *along], place, measure, "reduced")
    return []


def _relative_object(units: list[Unit], aux: Aux) -> int | None:
    """The people of "the three men whom the rebels killed", "the two girls they took"."""
    at = aux.place
    if at < 1 or units[at].kind not in "Nn+":
        return None
    before = units[at - 1]
    if before.kind == "R" and before.text in ("whom", "that", "which") and at > 1:
        at -= 1
    elif units[at].kind != "+":
        return None
    mention = units[at - 1].mention
    told = at > 1 and units[at - 2].kind == "E" and before.text == "that"
    return at - 1 if mention is not None and units[at - 1].kind == "N" and not told else None


def _subjects(units: list[Unit], place: int, aux: Aux) -> list[int]:
    """The subject of a verb, with the names that "and" joins to it."""
    found = subjects(units, place, aux)
    return [*names_before(units, found[0]), *found] if found and not aux.singular else found


def _nobody_counted(units: list[Unit], found: list[int]) -> bool:
    """Whether none of the mentions carries a number."""
    return not any((m := units[i].mention) is not None and m.counted for i in found)


def _joined_passive(units: list[Unit], place: int, aux: Aux) -> tuple[int, Aux] | None:
    """The auxiliary of "was shot three times and killed", where something stands between."""
    at = aux.place
    if at < 0 or units[at].kind != "A":
        return None
    for left in range(at - 1, max(at - 9, 0), -1):
        unit = units[left]
        if unit.kind == "B":
            reach = before_verb(units, left + 1)
            return left + 1, reach._replace(passive=True)
        if unit.kind in ";SRVC," or (unit.kind == "N" and units[left - 1].kind != "P"):
            return None
    return None


def _left_adjacent(units: list[Unit], place: int, aux: Aux) -> bool:
    """Whether people stand right before the verb, or one phrase with its place between."""
    at = aux.place
    if at >= 0 and units[at].kind == "N":
        return True
    if without_insertion(units, aux) is not aux:
        return True
    steps = 0
    inserted = at >= 0 and units[at].kind == "," and _insertion(units, at)
    while at >= 0 and (units[at].kind in "PXnOLND" or (inserted and units[at].kind in ",A")):
        steps += 1
        if steps > (14 if inserted else 6):
            break
        if units[at].kind == "N" and units[at].mention is not None and units[at].mention.counted:
            return not (at and units[at - 1].kind in "PO")
        at -= 1
    return False


def _insertion(units: list[Unit], comma: int) -> bool:
    """Whether a comma closes an insertion like ", four of them civilians,"."""
    for at in range(comma - 1, max(comma - 10, 0), -1):
        unit = units[at]
        if unit.kind == "," and at < comma - 1:
            inner = units[at + 1 : comma]
            return any(
                u.kind == "L"
                or u.text.startswith(("all ", "possibly", "some "))
                or (u.mention is not None and u.mention.head in OUT_OF)
                for u in inner
            )
        if unit.kind in "V;SRBE":
            return False
    return False


def _headline(units: list[Unit], following: list[int]) -> bool:
    """Whether the phrase behind a participle belongs to the next one ("22 killed 41 wounded")."""
    after = following[0] + 1
    return after < len(units) and units[after].kind == "V" and units[after].text != "to death"


def _passive(units: list[Unit], place: int, aux: Aux, measure: str) -> list[Claim]:
    return _suffering(units, place, aux, measure, "passive")


def _suffering(units: list[Unit], place: int, aux: Aux, measure: str, rule: str) -> list[Claim]:
    """The subject of a verb, else the name or pronoun in its place, and who came along."""
    aux = without_insertion(units, aux)
    places = _subjects(units, place, aux)
    single = [] if places else _single(units, place, aux, measure, rule)
    companions = _companions(units, place)
    if places or single or _unread(units, aux):
        return single + claims_for(units, [*places, *companions], place, measure, rule)
    return []


def _unread(units: list[Unit], aux: Aux) -> bool:
    """Whether words that are nobody known stand where the subject should be."""
    return aux.place >= 0 and units[aux.place].kind in "X," and aux.any


def _companions(units: list[Unit], place: int) -> list[int]:
    """Those killed "along with two guards" behind the verb."""
    at = place + 1
    while at < min(place + 16, len(units)) and units[at].kind in "DPXnO,N":
        mention = units[at].mention
        if units[at].text in ("along", "together") or (mention is not None and mention.known):
            break
        at += 1
    if at > place + 1 and at < len(units) and units[at].text not in ("along", "together"):
        at = place + 1
    while at < len(units) and units[at].kind in "DP" and units[at].text in ("along", "together"):
        at += 1
    if at < len(units) and units[at].kind == "W":
        mention = units[at + 1].mention if at + 1 < len(units) else None
        if mention is not None and units[at + 1].kind == "N" and mention.known:
            return [at + 1, *more(units, at + 1)]
    return []


def _single(units: list[Unit], place: int, aux: Aux, measure: str, rule: str) -> list[Claim]:
    """A name or a pronoun as the only subject: one victim by the singular verb."""
    several = _several_names(units, aux)
    if several:
        return claims_for(units, several, place, measure, rule)
    at = aux.place
    steps = 0
    while at >= 0 and units[at].kind in ",PXnODN" and steps < 12:
        at -= 1
        steps += 1
    first = at + 1
    region = range(first, aux.place + 1)
    for index in region:
        unit = units[index]
        governed = (index and units[index - 1].kind in "POY") or asks(unit)
        if unit.kind == "n" and not governed and (aux.singular or rule == "subject"):
            return [Claim(index, place, measure, f"{rule}:name", implied_one(unit))]
    if at >= 0 and units[at].kind == "1" and units[at].text in ("he", "she"):
        return [Claim(at, place, measure, f"{rule}:pronoun", implied_one(units[at]))]
    return []


def _several_names(units: list[Unit], aux: Aux) -> list[int]:
    """The names of "Ali Khan, 34, and Omar Gul, 28, were killed"."""
    last = aux.place
    while last > 0 and (units[last].kind == "," or units[last].text.isdigit()):
        last -= 1
    if last < 0 or aux.singular or not is_name(units[last]):
        return []
    before = names_before(units, last)
    return [*before, last] if before else []


def _intransitive(units: list[Unit], place: int, aux: Aux) -> list[Claim]:
    trigger = units[place].trigger
    assert trigger is not None
    suffering = _suffering(units, place, aux, trigger.measure, "subject")
    if suffering:
        return suffering
    following = objects(units, place)
    counted = [i for i in following if (m := units[i].mention) is not None and m.counted]
    if counted and following[0] == counted[0]:
        return claims_for(units, following, place, trigger.measure, "inverted")
    return []


def _result(units: list[Unit], place: int, aux: Aux) -> list[Claim]:
    """Read "48 dead", "was found dead", "stabbed a man to death"."""
    measure = units[place].measure or ""
    at = aux.place
    if at > 0 and units[at].kind == "P" and units[at].text in ("up", "down"):
        at -= 1
        aux = aux._replace(place=at)
    if at >= 0 and units[at].kind in "N1+n" and not aux.passive:
        if units[at].kind == "N":
            found = _subjects(units, place, aux)
            found = found if at in found else [at]
            return claims_for(units, found, place, measure, "result")
        if units[at].kind == "1" and units[at].text in ("him", "her"):
            return [Claim(at, place, measure, "result:pronoun", implied_one(units[at]))]
    if aux.passive or aux.any or aux.joined is not None:
        return _passive(units, place, aux, measure)
    if _left_adjacent(units, place, aux):
        return claims_for(units, _subjects(units, place, aux), place, measure, "result")
    return []
