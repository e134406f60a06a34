"""What to distrust: the weaknesses of a selection that a reader should know of, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.statistics.bounds import of
from analysis.statistics.months import casualties_per_month, recent, without_month
from analysis.statistics.rows import Row, records, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {"matter": "string", "rows": "integer", "of": "integer", "examples": "list"}
EXAMPLES = 4
UNSURE = 0.5  # confidence below which a figure should be read in its sentence


def used_articles(data: Selected) -> list[str]:
    """Articles published within the dates or with rows in the selection, in the tables' order."""
    used = {row["article_id"] for row in (*data.figures, *data.incidents)} | set(data.published)
    return [key for key in data.articles if key in used]


def distrust(data: Selected) -> pd.DataFrame:
    """Reasons for caution: `matter`, how many `rows` of how many, and up to four examples.

    Matters: date_unknown, date_inferred, warnings, duplicate (articles); disputed, vague, unsure
    (figures that count, confidence under 0.5); own_voice (no claimant); contradiction (events
    whose highest toll is twice the lowest or more); open (events whose toll nothing bounds),
    without_toll, month_unknown (events); no_data (months); unplaced (rows that the dates or
    countries asked for dropped because theirs are not known). Matters without a row are left out.
    """
    keys = used_articles(data)
    articles = [data.articles[key] for key in keys]
    figures = data.counted_figures()
    told = data.events
    months = recent(data, records(casualties_per_month(data)))
    rows: list[Row] = []

    def note(matter: str, found: list, among: int | None, examples: list[str]) -> None:
        if found:
            rows.append(
                {"matter": matter, "rows": len(found), "of": among, "examples": examples[:EXAMPLES]}
            )

    for matter, among in (
        ("date_unknown", [a for a in articles if a["published_basis"] == "unknown"]),
        ("date_inferred", [a for a in articles if a["published_basis"] == "inferred"]),
        ("duplicate", [a for a in articles if a["duplicate_of"]]),
    ):
        note(matter, among, len(articles), [_name(a) for a in among])
    warned = [a for a in articles if a["warnings"]]
    note("warnings", warned, len(articles), [f"{_name(a)}: {a['warnings'][0]}" for a in warned])
    for matter, among in (
        ("disputed", [f for f in figures if f["certainty"] == "disputed"]),
        ("vague", [f for f in figures if f["quantifier"] == "vague"]),
        ("unsure", [f for f in figures if f["confidence"] < UNSURE]),
        ("own_voice", [f for f in figures if f["claimant"] is None]),
    ):
        note(matter, among, len(figures), [f"{f['reported']} ({f['measure']})" for f in among])
    tolls = [(e, of(e, "killed")) for e in told]
    for matter, among in (
        ("contradiction", [e for e, b in tolls if b.low and b.high and b.high >= 2 * b.low]),
        ("open", [e for e, b in tolls if b.known and b.high is None]),
        ("without_toll", [e for e, b in tolls if not b.known]),
        ("month_unknown", without_month(data)),
    ):
        note(matter, among, len(told), [_event(e) for e in among])
    blank = [m for m in months if m["status"] in ("no_data", "uncertain")]
    note("no_data", blank, len(months), [f"{m['month']:%Y-%m}" for m in blank])
    note("unplaced", [None] * data.unplaced, None, [])
    return table(rows, COLUMNS)


def left_out(data: Selected) -> pd.DataFrame:
    """How many figures and incidents are kept but not counted, by reason."""
    rows = []
    for name, members in (("figures", data.figures), ("incidents", data.incidents)):
        reasons = [row["left_out"] for row in members]
        rows += [
            {"table": name, "reason": reason, "rows": reasons.count(reason), "of": len(reasons)}
            for reason in sorted({reason for reason in reasons if reason})
        ]
    return table(rows, {"table": "string", "reason": "string", "rows": "integer", "of": "integer"})


def _name(article: Row) -> str:
    """An article's title or id."""
    return article["title"] or article["article_id"]


def _event(event: Row) -> str:
    """An event by its day and place."""
    place = event["place_name"] or event["country"] or ""
    return f"{event['date_start'] or 'undated'} {place}".strip()
