"""All figures of a document: every detector, then the context of what they found."""

from analysis.figures import attacks, casualties, movement, series
from analysis.figures.assemble import assemble
from analysis.figures.mending import mend
from analysis.records import Document, Figure, Finding

DETECTORS = (casualties.find, movement.find, attacks.find)


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Find every figure of a document, in the order of the text.

    The detectors read a copy in which the debris of machine translation is mended, then `series`
    the numbers that go on from what they counted; what is found is carried back to the article's
    own words.
    """
    mended = mend(document)
    findings: list[Finding] = []
    for detect in DETECTORS:
        shift = len(findings)
        findings += [
            f if f.part_of is None else f._replace(part_of=f.part_of + shift)
            for f in detect(mended.document)
        ]
    findings += series.find(mended.document, findings)
    findings = [mended.finding(f, document.text) for f in findings]
    return tuple(sorted(assemble(document, findings), key=lambda f: (f.start, f.end, f.measure)))
