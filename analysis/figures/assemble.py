"""Turn findings into figures by adding their context."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.context import actor_of, attack_type_of, claimant_of, locate
from analysis.context.claimants import Claim, continues
from analysis.figures.period import EVENT_MEASURES, Period, period_of
from analysis.figures.relative import asides
from analysis.figures.scope import among_statistics, scope_of
from analysis.records import Document, Figure, Finding, Location, content_id

VIOLENT = EVENT_MEASURES | {"attacks", "operations"}
KEPT_BY_DETECTOR = frozenset(("negated", "hypothetical", "denied"))


class _Context(NamedTuple):
    """What the last figure of a sentence had, for figures that go on from it."""

    sentence: int
    claim: Claim
    period: Period
    place: Location | None


def assemble(document: Document, findings: Sequence[Finding]) -> tuple[Figure, ...]:
    """Add ids, quotes, places, actors, periods, claimants and scope to findings.

    Args:
        document: The article with its sentences, dates, places and actors.
        findings: What the detectors found; `part_of` is an index into this list.

    Returns:
        One figure a finding, in the same order.
    """
    ids = [
        content_id("f", document.article_id, f.start, f.end, f.measure, f.form, f.group)
        for f in findings
    ]
    made: dict[int, Figure] = {}
    twins = _retold(findings)
    before: _Context | None = None  # of the figures in sentences before the one at hand
    here: _Context | None = None
    told: str | None = None  # the scope of the figure before
    for at in sorted(range(len(findings)), key=lambda n: findings[n].start):
        finding = findings[at]
        if here is not None and here.sentence != finding.sentence:
            before = here
        near = before if before and finding.sentence - before.sentence <= 2 else None
        continued = near is not None and continues(document, finding.start)
        claim = claimant_of(document, finding.start, finding.end)
        if near and continued and claim.claimant is None and near.claim.claimant:
            claim = near.claim._replace(rule="carried")
        same = here is not None and here.sentence == finding.sentence
        running = here.period if here and same else near.period if near else None
        period = period_of(document, finding, running=running, continued=continued or same)
        if period.start and period.end and period.start > period.end:
            period = period._replace(end=None)  # "between late 2016 and mid-March": no year given
        if at in twins and twins[at] in made:
            twin = made[twins[at]]
            period = Period(
                twin.period_start, twin.period_end, twin.period_precision, twin.date_id, "running"
            )
        scope = scope_of(document, finding, period)
        if among_statistics(document, finding, scope, told):
            scope, period = "period", running or period
        if scope == "period" and period.kind == "published" and finding.measure in EVENT_MEASURES:
            period = Period()  # the day before is when one event was, not when a war was
        told = scope
        statistics = scope != "incident" and finding.measure in VIOLENT
        place = _goal(document, finding) or locate(document, *_span(finding), people=statistics)
        if near and continued and near.place and not _named_here(document, finding, place):
            place = near.place
        made[at] = _figure(document, finding, ids, at, claim, period, scope, place)
        compared = period.kind == "compared"  # "the month before, 194": nothing goes on from it
        if not same and not compared:  # what goes on from a sentence goes on from its first figure
            here = _Context(finding.sentence, claim, period, place)
    return tuple(made[at] for at in range(len(findings)))


_INTO = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s+(?:entering|entered|into|reached|arrived\s+in)\s+", re.IGNORECASE
)


def _goal(document: Document, finding: Finding) -> Location | None:
    """The country that refugees enter ("8,000 people entering Pakistan")."""
    found = finding.measure == "refugees" and _INTO.match(document.text, finding.end)
    if not found:
        return None
    goal = next((p for p in document.places if p.start == found.end()), None)
    if goal is None or goal.precision != "country" or goal.role != "location":
        return None
    return Location(goal.reported, "country", goal.country, start=goal.start)


def _retold(findings: Sequence[Finding]) -> dict[int, int]:
    """Which finding of a series tells again which one before it, in another unit and in order."""
    again = [n for n, f in enumerate(findings) if f.rule == "movement:retold"]
    if not again:
        return {}
    first = findings[again[0]]
    series: dict[int, list[int]] = {}
    for n, f in enumerate(findings):
        if f.measure == first.measure and f.form == "count" and f.sentence < first.sentence:
            series.setdefault(f.sentence, []).append(n)
    told = series[max(series)] if series else []
    return dict(zip(again, told, strict=True)) if len(told) == len(again) else {}


def _figure(
    document: Document,
    finding: Finding,
    ids: Sequence[str],
    at: int,
    claim: Claim,
    period: Period,
    scope: str,
    place: Location | None,
) -> Figure:
    """One figure with its context."""
    sentence = document.sentences[finding.sentence]
    start, end = finding.trigger_start, finding.trigger_end
    actor = actor_of(document, start, end) if finding.measure in VIOLENT else None
    kind = _kind(document, finding) if finding.measure in VIOLENT else None
    certainty = claim.certainty
    if finding.certainty in KEPT_BY_DETECTOR or (finding.certainty and certainty == "asserted"):
        certainty = finding.certainty or certainty
    return Figure(
        ids[at],
        document.article_id,
        finding.sentence,
        finding.start,
        finding.end,
        document.text[finding.start : finding.end],
        document.text[sentence.start : sentence.end],
        finding.measure,
        finding.form,
        finding.low,
        finding.best,
        finding.high,
        finding.quantifier,
        finding.unit,
        rate_per=finding.rate_per,
        group=finding.group,
        group_text=finding.group_text,
        part_of=None if finding.part_of is None else ids[finding.part_of],
        actor=actor.code if actor else None,
        actor_text=actor.reported if actor else None,
        attack_type=kind,
        claimant=claim.claimant,
        certainty=certainty,
        scope=scope,
        stock_flow=finding.stock_flow,
        place=place.place if place else None,
        place_precision=place.place_precision if place else None,
        country=place.country if place else None,
        adm1=place.adm1 if place else None,
        adm1_name=place.adm1_name if place else None,
        adm2_name=place.adm2_name if place else None,
        period_start=period.start,
        period_end=period.end,
        period_precision=period.precision,
        date_id=period.date_id,
        confidence=finding.confidence,
        rule=finding.rule,
        role="background" if finding.background else "main",
    )


def _kind(document: Document, finding: Finding) -> str | None:
    """The kind of attack, read in the clause of the figure ("a day after gunmen killed four")."""
    beside = asides(document, document.sentences[finding.sentence])
    own = next((a for a in beside if a.start <= finding.start < a.end), None)
    other = None if own or not beside else beside[0]
    return attack_type_of(
        document,
        finding.trigger_start,
        finding.trigger_end,
        measure=finding.measure,
        clause=(own.start, own.end) if own else None,
        leaving=(other.start, other.end) if other else None,
    )


def _span(finding: Finding) -> tuple[int, int]:
    """The stretch from the number to its trigger."""
    return min(finding.start, finding.trigger_start), max(finding.end, finding.trigger_end)


def _named_here(document: Document, finding: Finding, place: Location | None) -> bool:
    """Whether the figure's own sentence names the place."""
    sentence = document.sentences[finding.sentence]
    return place is not None and sentence.start <= place.start < sentence.end
