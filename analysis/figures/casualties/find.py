"""Find the casualty figures of a document."""

import re
from collections.abc import Mapping

from analysis.figures.casualties.changes import changes_in
from analysis.figures.casualties.claims import claims_of
from analysis.figures.casualties.confidence import confidence_of
from analysis.figures.casualties.context import Reading, read
from analysis.figures.casualties.discourse import (
    FORCES,
    REACH,
    Topic,
    going_on,
    listed_parts,
    may_go_on,
)
from analysis.figures.casualties.frames import OUT_OF, Claim
from analysis.figures.casualties.losses import losses, may_lose
from analysis.figures.casualties.parts import bracketed, itemised, parts_of
from analysis.figures.casualties.shapes import Mention, Unit
from analysis.figures.casualties.shot import may_be_shot, shot
from analysis.figures.casualties.tokens import behind_date
from analysis.figures.casualties.units import cut
from analysis.figures.casualties.words import words
from analysis.figures.groups import group_of
from analysis.figures.rates import rate_beside
from analysis.records import Document, Finding, Sentence
from analysis.text import find_quantities

_RANK = {"casualties": 0, "killed": 1, "missing": 2, "abducted": 3, "injured": 4, "arrested": 5}
_OF_ALL = frozenset(("among", "named"))
_BRACKET = re.compile(r"\(([^()]{3,120})\)")
_IMPLIED = frozenset(("killed", "injured", "missing", "abducted", "arrested"))


class _Found:
    """The figures found so far, and who was last spoken of."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.last: Mention | None = None

    def topic(self, sentence: Sentence) -> Topic:
        """What the nearest of the sentences before counted."""
        counted = [
            f for f in self.findings if f.form == "count" and f.certainty in (None, "denied")
        ]
        if not counted or sentence.index - counted[-1].sentence > REACH:
            return Topic()
        near = counted[-1].sentence
        told = [f for f in counted if f.sentence == near]
        spoken = self.last
        whole = spoken is None or any(f.start <= spoken.start < f.end for f in told)
        return Topic(tuple(f.measure for f in told), sentence.index - near, whole)


def find(document: Document) -> list[Finding]:
    """Find killed, injured, casualties, missing, abducted and arrested.

    Args:
        document: The article with its sentences and dates.

    Returns:
        Findings in the order of the text; `part_of` points to a total of the same list.
    """
    candidate = words().candidate
    found = _Found()
    for sentence in document.sentences:
        span = (document.text, sentence.start, sentence.end)
        goes_on = found.topic(sentence).measures and may_go_on(*span)
        if candidate.search(*span) or goes_on or may_lose(*span) or may_be_shot(*span):
            _sentence(document, sentence, found)
    return found.findings


def units_of(document: Document, sentence: Sentence) -> list[Unit]:
    """The units of a sentence, numbers within dates left out."""
    quantities = [
        q
        for q in find_quantities(document.text, sentence.start, sentence.end)
        if not any(
            d.start <= q.number_start
            and q.number_end <= d.end
            and not (d.type == "TIME" and q.quantifier == "range")  # "two to three persons"
            and not behind_date(document.text, q)
            for d in document.dates
        )
    ]
    return cut(document.text, sentence.start, sentence.end, quantities)


def _sentence(document: Document, sentence: Sentence, found: _Found) -> None:
    units = units_of(document, sentence)
    chosen: dict[int, tuple[Claim, Reading]] = {}
    topic = found.topic(sentence)
    claims = _resolved(units, _joined(units, _of_persons(document, units)), found)
    claims += going_on(document.text, sentence.start, units, claims, topic)
    claims += losses(document.text, sentence.start, units, {c.unit for c in claims})
    if may_be_shot(document.text, sentence.start, sentence.end):
        claims += shot(units, [c.unit for c in claims])
    for claim in claims:
        reading = read(document.text, sentence.start, sentence.end, units, claim)
        present = chosen.get(claim.unit)
        part = claim.rule == "among" and present and claim.measure == present[0].measure
        if present is None or part or _better(claim, reading, present):
            chosen[claim.unit] = (claim, reading)
    main: dict[int, int] = {}
    for unit in sorted(chosen):
        claim, reading = chosen[unit]
        made = _finding(document, sentence, units, claim, reading)
        if made is not None:
            main[unit] = len(found.findings)
            found.findings.append(made)
    rules = {index: chosen[unit][0].rule.partition(":")[0] for unit, index in main.items()}
    among = {index: rule for index, rule in rules.items() if rule in _OF_ALL}
    for index in among:
        whole = _whole_of(found.findings, index, among)
        found.findings[index] = found.findings[index]._replace(part_of=whole)
    triggers = {unit: chosen[unit][0].trigger for unit in main}
    for part in parts_of(units, main, triggers, found.findings):
        if part.index is not None:
            found.findings[part.index] = found.findings[part.index]._replace(part_of=part.total)
            continue
        made = _part(document, sentence, units, part.unit, part.total, found)
        if made is not None:
            main[part.unit] = made
    for unit, index in list(main.items()):
        for at in listed_parts(units, unit, found.findings[index].best or 0):
            if at not in main and (part := _part(document, sentence, units, at, index, found)):
                main[at] = part
    _bracketed(document, sentence, list(main.values()), found)
    _same_people(document, list(main.values()), found)
    for index, total in itemised(main, found.findings):
        found.findings[index] = found.findings[index]._replace(part_of=total)
    rules = {unit: chosen[unit][0].rule for unit in main if unit in chosen}
    _describe(document, units, main, rules, found)
    found.findings += changes_in(
        document, sentence, units, [found.findings[i] for i in main.values()]
    )


def _of_persons(document: Document, units: list[Unit]) -> list[Claim]:
    """The claims of a sentence without names that are places or groups."""
    others = {(o.start, o.end) for o in (*document.places, *document.actors)}
    return [
        claim
        for claim in claims_of(units)
        if units[claim.unit].kind != "n"
        or (units[claim.unit].start, units[claim.unit].end) not in others
    ]


def _part(
    document: Document, sentence: Sentence, units: list[Unit], at: int, total: int, found: _Found
) -> int | None:
    """Add the mention at `at` as a part of a total; the index of its finding."""
    whole = found.findings[total]
    reading = Reading(whole.certainty, whole.background)
    made = _finding(document, sentence, units, Claim(at, at, whole.measure, "part"), reading)
    if made is None:
        return None
    trigger = {"trigger_start": whole.trigger_start, "trigger_end": whole.trigger_end}
    found.findings.append(made._replace(part_of=total, **trigger))
    return len(found.findings) - 1


def _bracketed(document: Document, sentence: Sentence, totals: list[int], found: _Found) -> None:
    """Add the parts that a bracket shares a total out into."""
    for match in _BRACKET.finditer(document.text, sentence.start, sentence.end):
        before = [
            i for i in totals if _stands_before(found.findings[i], match.start(), match.end())
        ]
        if not before or words().candidate.search(match.group(1)):
            continue
        index = max(before, key=lambda i: found.findings[i].end)
        inside = units_of(document, sentence._replace(start=match.start(1), end=match.end(1)))
        for at in bracketed(inside, found.findings[index]):
            _part(document, sentence, inside, at, index, found)


def _same_people(document: Document, indices: list[int], found: _Found) -> None:
    """Give "(451 killed, 1,110 injured)" the group of the casualties that it shares out."""
    text = document.text
    for index in indices:
        part = found.findings[index]
        opened = text.rfind("(", max(0, part.start - 60), part.start)
        if part.group is not None or opened < 0 or ")" in text[opened : part.start]:
            continue
        before = [
            f
            for i in indices
            if (f := found.findings[i]).measure == "casualties" and f.end <= opened
        ]
        if before and len(text[before[-1].end : opened].split()) <= 4:
            named = {"group": before[-1].group, "group_text": before[-1].group_text}
            found.findings[index] = part._replace(**named)


def _stands_before(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding is told before a bracket; its verb may stand behind it."""
    return finding.end <= start and (finding.trigger_end <= start or finding.trigger_start >= end)


def _resolved(units: list[Unit], claims: list[Claim], found: _Found) -> list[Claim]:
    """Give "them" the number of the people spoken of last."""
    made = []
    for claim in claims:
        if claim.rule != "object:them":
            made.append(claim)
            continue
        spoken = [u.mention for u in units[: claim.unit] if u.mention is not None]
        last = next((m for m in reversed(spoken) if m.counted and m.known), found.last)
        if last is not None:
            at = units[claim.unit]
            values = last._replace(start=at.start, end=at.end, words_start=0, words_end=0)
            made.append(claim._replace(values=values))
    for unit in units:
        if unit.kind == "N" and unit.mention is not None and unit.mention.counted:
            found.last = unit.mention
    return made


def _joined(units: list[Unit], claims: list[Claim]) -> list[Claim]:
    """Read "killed or injured" as casualties; leave out who met one of two other fates."""
    made = []
    for claim in claims:
        others = {
            other.measure
            for other in claims
            if other.unit == claim.unit and _either(units, claim.trigger, other.trigger)
        } - {claim.measure}
        if others and others | {claim.measure} <= {"killed", "injured"}:
            made.append(claim._replace(measure="casualties"))
        elif not others:
            made.append(claim)
    return made


def _either(units: list[Unit], one: int, other: int) -> bool:
    """Whether "or" stands between two triggers."""
    return any(u.text == "or" for u in units[min(one, other) : max(one, other)])


def _whole_of(findings: list[Finding], index: int, parts: Mapping[int, str]) -> int | None:
    """The nearest larger total of the same measure that a part "among the dead" belongs to.

    "The dead were two cooks" may also name all of a total of two.
    """
    part = findings[index]
    for at in range(len(findings) - 1, -1, -1):
        other = findings[at]
        near = part.sentence - other.sentence <= 3 and other.part_of is None and at not in parts
        size = other.best or other.low or other.high or 0
        least = (part.best or part.low or 0) + (parts[index] != "named")
        if near and other.measure == part.measure and size >= least:
            return at
    return None


def _better(claim: Claim, reading: Reading, present: tuple[Claim, Reading]) -> bool:
    """Whether a second reading of the same mention replaces the first."""
    old, old_reading = present
    if (reading.certainty is None) != (old_reading.certainty is None):
        return reading.certainty is None
    return _RANK[claim.measure] < _RANK[old.measure]


def _finding(
    document: Document,
    sentence: Sentence,
    units: list[Unit],
    claim: Claim,
    reading: Reading,
) -> Finding | None:
    """A claim as a finding; None where it counts nobody."""
    mention = claim.values or units[claim.unit].mention
    if mention is None or not (mention.counted or mention.implied or mention.nobody):
        return None
    if reading.certainty == "natural" or (mention.implied and claim.measure not in _IMPLIED):
        return None
    if not mention.known and mention.head in words().things:
        return None
    trigger = units[claim.trigger]
    has_words = mention.words_end > mention.words_start and mention.head != ""
    ends = (mention.end, mention.words_end, trigger.end)
    per = (
        rate_beside(document.text, ends, sentence.start, sentence.end) if mention.counted else None
    )
    return Finding(
        sentence=sentence.index,
        start=mention.start,
        end=mention.end,
        measure=claim.measure,
        form="rate" if per else "count",
        low=mention.low,
        best=mention.best,
        high=mention.high,
        quantifier=mention.quantifier,
        unit="person",
        rule=f"{claim.measure}.{claim.rule}",
        trigger_start=trigger.start,
        trigger_end=trigger.end,
        rate_per=per,
        group=mention.group,
        group_text=document.text[mention.words_start : mention.words_end] if has_words else None,
        certainty=reading.certainty,
        background=reading.background,
        confidence=confidence_of(f"{claim.measure}.{claim.rule}", known=mention.known),
    )


def _describe(
    document: Document,
    units: list[Unit],
    main: dict[int, int],
    rules: dict[int, str],
    found: _Found,
) -> None:
    """Take the group of "358 of those killed being police officers" from behind.

    A part of a total of soldiers or police whose words name no other group belongs to them.
    """
    for place, index in main.items():
        finding, mention = found.findings[index], units[place].mention
        if finding.group is not None or mention is None:
            continue
        whole = None if finding.part_of is None else found.findings[finding.part_of]
        if whole is not None and whole.group in FORCES:
            found.findings[index] = finding._replace(group=whole.group)
        if rules.get(place) == "lost":
            words = document.text[mention.end : finding.trigger_start]
            found.findings[index] = finding._replace(group=group_of(words))
        if mention.head not in OUT_OF and rules.get(place) != "among":
            continue
        for at in range(place + 1, min(place + 6, len(units) - 1)):
            inner = units[at + 1].mention
            said = units[at].kind == "B" or (units[at].text == "to" and mention.head == "belonged")
            if said and inner is not None and inner.group and not inner.counted:
                words = document.text[inner.words_start : inner.words_end]
                named = {"group": inner.group, "group_text": words}
                found.findings[index] = found.findings[index]._replace(**named)
                break
