"""Gather an article's figures into the incidents that it tells."""

import re
from collections.abc import Sequence

from analysis.incidents.acts import act_of
from analysis.incidents.describe import describe, own_places
from analysis.incidents.events import events
from analysis.incidents.roles import CASUALTIES, recall, settle
from analysis.incidents.tally import Toll, tally
from analysis.incidents.violence import is_violent
from analysis.records import Document, Figure, Incident, content_id

UNCOUNTED = frozenset(("denied", "hypothetical"))
_MILITANTS_ATTACK = re.compile(
    r"\b(?:militants?|insurgents?|terrorists?|rebels?|fighters?|guerrillas?|jihadists?|extremists?"
    r"|Taliban|attackers?|gunmen|assailants?)\s+(?!(?:were|was|are|is|being)\b)(?:[\w-]+\s+){0,6}?(?:attacked|stormed|ambushed|raided"
    r"|targeted|assaulted|overran|detonated|opened\s+fire|fired)\b",
    re.IGNORECASE,
)
SECURITY = frozenset(("military", "police", "security_forces"))
CIVILIAN = frozenset(
    ("civilian", "child", "woman", "refugee", "aid_worker", "health_worker", "journalist")
)


def tell(
    document: Document, figures: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Incident, ...]]:
    """Gather figures into incidents.

    Args:
        document: The article.
        figures: Its figures with their context, in the order of the text.

    Returns:
        The figures with `incident_id` set where they belong to an incident, and the incidents
        in the order in which the article tells them.
    """
    dated = recall(document, figures)
    told = [
        f
        for f in dated
        if f.measure in CASUALTIES
        and f.form == "count"
        and f.scope == "incident"
        and f.certainty not in UNCOUNTED
    ]
    groups = events([f for f in told if f.role == "main"], document)
    main, recalled = settle(
        document,
        [g for g in groups if g[0].role == "main"],
        [f for f in figures if f.scope == "period"],
    )
    recalled += [g for g in groups if g[0].role == "background"]
    recalled += events([f for f in told if f.role == "background"], document)
    groups = [g for g in (*main, *recalled) if is_violent(document, g)]
    places = own_places(document, groups)
    incidents: list[Incident] = []
    owner: dict[str, tuple[str, str]] = {}
    for number, group in enumerate(groups):
        role = group[0].role
        others = frozenset().union(*places[:number], *places[number + 1 :])
        incident = _incident(document, group, role, others - places[number])
        incidents.append(incident)
        owner.update(dict.fromkeys((f.figure_id for f in group), (incident.incident_id, role)))
    if not incidents and not told:
        act = act_of(document)
        if act is not None:
            act = recall(document, [act])[0]
            incidents.append(_incident(document, [act], act.role)._replace(figure_ids=()))
    marked = tuple(
        f._replace(incident_id=owner[f.figure_id][0], role=owner[f.figure_id][1])
        if f.figure_id in owner
        else f
        for f in dated
    )
    return marked, tuple(incidents)


def _incident(
    document: Document, figures: Sequence[Figure], role: str, others: frozenset[str] = frozenset()
) -> Incident:
    text = document.text
    attackers = {"perpetrator", "militant"} if _MILITANTS_ATTACK.search(text) else {"perpetrator"}
    counted = [f for f in figures if f.certainty != "negated" and f.rule != "act"]
    killed = tally([f for f in counted if f.measure == "killed"], text)
    hurt = [f for f in counted if f.measure == "injured" and not _died(f, counted)]
    injured = tally(hurt, text, voice=killed.claimant)
    killed = _nobody(killed, figures, "killed")
    injured = _nobody(injured, figures, "injured")
    first = figures[0]
    dated, placed, attack_type = describe(document, figures, others)
    acted = next((f for f in figures if f.actor is not None), first)
    return Incident(
        content_id("i", document.article_id, role, *(f.figure_id for f in figures)),
        document.article_id,
        tuple(f.figure_id for f in figures),
        role=role,
        date_start=dated.period_start,
        date_end=dated.period_end,
        date_precision=dated.period_precision,
        place=placed.place,
        place_precision=placed.place_precision,
        country=placed.country,
        adm1=placed.adm1,
        adm1_name=placed.adm1_name,
        adm2_name=placed.adm2_name,
        attack_type=attack_type,
        actor=acted.actor,
        killed_low=killed.low,
        killed_best=killed.best,
        killed_high=killed.high,
        killed_civilians=_of_group(counted, CIVILIAN, text),
        killed_security_forces=_of_group(counted, SECURITY, text),
        killed_militants=_of_group(counted, {"militant"}, text),
        killed_perpetrators=_of_group(counted, attackers, text),
        injured_low=injured.low,
        injured_best=injured.best,
        injured_high=injured.high,
        claims=_claims(counted),
        superseded=(*killed.superseded, *injured.superseded),
    )


def _died(hurt: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the one person hurt is the "he" who died right after."""
    return hurt.quantifier == "implied" and any(
        f.measure == "killed"
        and ":pronoun" in f.rule
        and f.start > hurt.start
        and f.sentence - hurt.sentence == 1
        for f in figures
    )


def _nobody(toll: Toll, figures: Sequence[Figure], measure: str) -> Toll:
    """Nought where the text says so and counts nobody else."""
    if toll != Toll():
        return toll
    said = [
        f
        for f in figures
        if f.certainty == "negated"
        and f.best == 0
        and f.measure in (measure, "casualties")
        and f.group is None
    ]
    return Toll(0, 0, 0) if said else toll


def _of_group(
    figures: Sequence[Figure], groups: frozenset[str] | set[str], text: str
) -> int | None:
    """The known number of killed of some groups."""
    members = [f for f in figures if f.measure == "killed" and f.group in groups]
    toll = tally([f._replace(part_of=None) for f in members], text)
    return toll.best if toll.best is not None else toll.low


def _claims(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The tolls given and by whom, as words."""
    return tuple(
        dict.fromkeys(
            f"{f.measure}: {f.reported} ({f.claimant})" for f in figures if f.claimant is not None
        )
    )
