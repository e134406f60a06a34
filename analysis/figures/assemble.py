"""Turn findings into figures by adding their context."""

from collections.abc import Sequence

from analysis.context import actor_of, attack_type_of, claimant_of, locate
from analysis.context.claimants import Claim, continues
from analysis.figures.period import EVENT_MEASURES, Period, period_of
from analysis.figures.scope import scope_of
from analysis.records import Document, Figure, Finding, Location, content_id

VIOLENT = EVENT_MEASURES | {"attacks", "operations"}
KEPT_BY_DETECTOR = frozenset(("negated", "hypothetical", "denied"))


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
    made: list[Figure] = [None] * len(findings)  # type: ignore[list-item]
    last: tuple[int, Claim, Period, Location | None] | None = None
    for at in sorted(range(len(findings)), key=lambda n: findings[n].start):
        finding = findings[at]
        follows = last is not None and finding.sentence - last[0] <= 1
        same = last is not None and finding.sentence == last[0]
        continued = follows and (same or continues(document, finding.start))
        claim = claimant_of(document, finding.start, finding.end)
        if claim.claimant is None and continued and not same and last and last[1].claimant:
            claim = last[1]._replace(rule="carried")
        period = period_of(
            document, finding, running=last[2] if follows and last else None, continued=continued
        )
        scope = scope_of(document, finding, period)
        place = locate(document, *_span(finding), people=scope != "incident")
        if continued and not same and last and not _named_here(document, finding, place):
            place = last[3] or place
        made[at] = _figure(document, finding, ids, at, claim, period, scope, place)
        last = (finding.sentence, claim, period, place)
    return tuple(made)


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
    kind = (
        attack_type_of(document, start, end, measure=finding.measure)
        if finding.measure in VIOLENT
        else None
    )
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


def _span(finding: Finding) -> tuple[int, int]:
    """The stretch from the number to its trigger."""
    return min(finding.start, finding.trigger_start), max(finding.end, finding.trigger_end)


def _named_here(document: Document, finding: Finding, place: Location | None) -> bool:
    """Whether the figure's own sentence names the place."""
    sentence = document.sentences[finding.sentence]
    return place is not None and sentence.start <= place.start < sentence.end
