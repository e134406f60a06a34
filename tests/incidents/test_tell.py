"""What one article tells of an event, added up."""

import pytest

from analysis.figures import casualties
from analysis.figures.assemble import assemble
from analysis.incidents import tell
from analysis.records import Document
from analysis.text import split


def main_incident(text):
    document = Document("t", text, None, split(text))
    figures, incidents = tell(document, assemble(document, casualties.find(document)))
    return next(i for i in incidents if i.role == "main"), figures


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three guards and a driver were killed.", (4, 4, 4)),
        ("Ten people, including two women, were killed.", (10, 10, 10)),
        ("A clerk was killed. His body was found in a ditch.", (1, 1, 1)),
        ("Five soldiers were killed. All three attackers were also killed.", (8, 8, 8)),
        ("At least 7 herders died.", (7, 7, None)),
        ("There were no deaths. Two guards were injured.", (0, 0, 0)),
    ],
)
def test_killed(text, killed):
    incident, _ = main_incident(text)
    assert (incident.killed_low, incident.killed_best, incident.killed_high) == killed


def test_figures_point_to_their_incident():
    incident, figures = main_incident("Two guards were killed and a cook was injured.")
    assert {f.incident_id for f in figures} == {incident.incident_id}
    assert incident.injured_best == 1
    assert incident.killed_security_forces == 2


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Gunmen killed five guards. The death toll later rose to seven as two of the"
            " injured died, officials said.",
            (7, 7, 7),
        ),
        ("Three herders were killed. A rival group said it had killed nine.", (3, 3, 9)),
        ("Early claims of 30 dead were lowered to eight.", (8, 8, 8)),
        ("Six people died. The six were members of one family.", (6, 6, 6)),
        ("A vendor was hurt in the blast. He later died of his wounds.", (1, 1, 1)),
    ],
)
def test_tolls_that_change(text, killed):
    incident, _ = main_incident(text)
    assert (incident.killed_low, incident.killed_best, incident.killed_high) == killed
    assert incident.injured_best is None
