"""What a statistic says of one quantity."""

from typing import NamedTuple

from analysis.figures.series.line import Counted
from analysis.figures.series_words import unit_of


class Told(NamedTuple):
    """A quantity with its measure.

    `source` is the count that it goes on from, where it takes group and people from it; `sign`
    and `end` serve changes ("58 fewer"); `part` makes the source its total.
    """

    measure: str
    rule: str
    form: str = "count"
    unit: str = "person"
    sign: int = 1
    end: int | None = None
    source: Counted | None = None
    part: bool = False
    group: str | None = None
    group_text: str | None = None
    certainty: str | None = None


def like(counted: Counted, rule: str) -> Told:
    """A count of the same measure, unit and people as another.

    What stands in a list is as certain as its head; an earlier level is told for itself.
    """
    finding = counted[1]
    return Told(
        finding.measure,
        rule,
        unit=finding.unit if finding.unit != "percent" else unit_of(finding.measure),
        source=counted,
        group=finding.group,
        group_text=finding.group_text,
        certainty=None if rule.endswith(":compared") else finding.certainty,
    )
