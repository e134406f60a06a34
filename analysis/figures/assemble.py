"""Turn findings into figures by adding their context."""

from collections.abc import Sequence

from analysis.records import Document, Figure, Finding, content_id


def assemble(document: Document, findings: Sequence[Finding]) -> tuple[Figure, ...]:
    """Add ids, quotes, places, periods, claimants and certainty to findings."""
    ids = [
        content_id("f", document.article_id, f.start, f.end, f.measure, f.form, f.group)
        for f in findings
    ]
    made = []
    for finding, figure_id in zip(findings, ids, strict=True):
        sentence = document.sentences[finding.sentence]
        made.append(
            Figure(
                figure_id,
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
                certainty=finding.certainty or "asserted",
                stock_flow=finding.stock_flow,
                confidence=finding.confidence,
                rule=finding.rule,
                role="background" if finding.background else "main",
            )
        )
    return tuple(made)
