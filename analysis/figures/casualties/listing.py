"""People listed together: what is joined, singled out by "including", or said of them twice."""

from analysis.figures.casualties.frames import Aux, is_part
from analysis.figures.casualties.shapes import Unit


def coordinated(units: list[Unit], found: list[int], aux: Aux) -> list[int]:
    """Keep the phrases that are joined with the last one; drop appositions."""
    found = [i for i in found if not (i and is_part(units[i - 1]))]  # "one of them a woman"
    whole = [i for i in found if not is_part(units[i])]
    found = _outside_including(units, whole or found)
    if len(found) < 2:
        return found
    kept = [found[-1]]
    for at in reversed(found[:-1]):
        between = [u.kind for u in units[at + 1 : kept[0]]]
        if not set(between) & set("A,LW"):
            break
        kept.insert(0, at)
    if aux.singular and not any(u.kind == "A" for u in units[kept[0] : kept[-1]]):
        counted = [i for i in kept if (m := units[i].mention) is not None and m.counted]
        single = [i for i in kept if (m := units[i].mention) is not None and m.implied]
        return counted or single[:1] or kept[:1]
    return without_appositions(units, kept)


def _outside_including(units: list[Unit], found: list[int]) -> list[int]:
    """Drop what "including" singles out, as long as it fits into the total before it."""
    made: list[int] = []
    total, inside, items = 0.0, False, 0
    for at in found:
        mention = units[at].mention
        if mention is None:
            continue
        left = at - 1
        while left >= 0 and units[left].kind in "D":
            left -= 1
        inside |= bool(made) and left >= 0 and units[left].kind == "L"
        size = mention.best or mention.low or mention.high or 0
        if inside and items == 1 and [u.kind for u in units[at - 2 : at]] == [",", "A"]:
            inside = False  # "including four policemen, and two gunmen"
        items += inside
        if inside and size <= total and not (mention.other and mention.counted):
            total -= size
            continue
        inside = False
        total = size
        made.append(at)
    return made


def without_appositions(units: list[Unit], kept: list[int]) -> list[int]:
    """Drop "the head of the council" in "Malik Khan, the head of the council, and two others"."""
    made: list[int] = []
    kept = _without_names_of(units, kept)
    for index, at in enumerate(kept):
        mention = units[at].mention
        comma = at > 0 and units[at - 1].kind == ","
        if comma and index and mention is not None and mention.determiner in ("both", "all"):
            continue
        role = mention is not None and mention.implied and mention.determiner in ("the", "a", "an")
        before = units[kept[index - 1]] if index else None
        single = before is not None and (
            before.kind == "n" or (before.mention is not None and before.mention.implied)
        )
        if comma and role and index and single:
            after = next((u.kind for u in units[at + 1 : at + 8] if u.kind in ",AV;BH"), "")
            if after in (",", "B", "H", "V", ";", "") and index + 1 == len(kept):
                continue
            if after == "," and mention is not None and mention.determiner == "the":
                continue
        titled = before is not None and before.kind == "n" and mention is not None
        if comma and index and titled and mention.implied and not mention.determiner:
            continue  # "Ali Khan, director of the bank"
        unnamed = before is not None and before.mention is not None and before.mention.determiner
        if comma and index and single and unnamed and mention is not None:
            bare = mention.implied and not mention.determiner
            if bare and at + 1 < len(units) and units[at + 1].kind == ",":
                continue  # "the police chief, Colonel Ahmad Shah, and three guards"
        made.append(at)
    return made


def _without_names_of(units: list[Unit], kept: list[int]) -> list[int]:
    """Drop the two names of "two policemen, Constable Ali Khan and Constable Omar Gul,"."""
    for place, at in enumerate(kept):
        total = units[at].mention
        size = int(total.best or 0) if total is not None and total.counted else 0
        names = kept[place + 1 : place + 1 + size]
        if size < 2 or len(names) < size or units[at + 1].kind != ",":
            continue
        if all(units[i].kind == "n" or _titled(units[i]) for i in names):
            return kept[: place + 1] + kept[place + 1 + size :]
    return kept


def _titled(unit: Unit) -> bool:
    """Whether a unit is a title with a name and no article: "Constable Ali Khan"."""
    mention = unit.mention
    return mention is not None and mention.implied and not mention.determiner


def left_of(units: list[Unit], at: int) -> int:
    """The nearest unit on the left that is no comma or adverb."""
    left = at - 1
    while left > 0 and units[left].kind in ",D":
        left -= 1
    return left


def after_comma(units: list[Unit], found: list[int]) -> list[int]:
    """Of mentions listed from right to left, those behind the last comma, left to right."""
    kept = [found[0]]
    for at in found[1:]:
        if any(u.kind == "," for u in units[at : kept[-1]]):
            break
        kept.append(at)
    return kept[::-1]
