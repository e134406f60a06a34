"""Tables of a report: what it covers, events, changes, sources, what is left out and distrusted."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.charts.listing import Listing
from analysis.charts.stated import voice
from analysis.charts.timeline import event_table, toll
from analysis.charts.words import (
    between,
    country_name,
    label,
    number,
    period,
    place_name,
    stated,
)
from analysis.context import actor_name
from analysis.statistics import distrust as caution
from analysis.statistics import stated as figures
from analysis.statistics.bounds import of
from analysis.statistics.citations import article_label, citations
from analysis.statistics.headlines import headlines
from analysis.statistics.rows import Row, records, table
from analysis.statistics.select import MOVEMENT, VIOLENCE, Selected

KINDS = {
    "sum": "in {events} violent events told, each counted once",
    "deadliest": "in the deadliest event told",
    "total": "total as stated",
    "change": "change as stated",
    "movement": "as stated",
}
MATTERS = {
    "date_unknown": "Articles whose publication date is not known: their relative dates are not"
    " resolved",
    "date_inferred": "Articles whose publication date was inferred from the text",
    "warnings": "Articles with a warning",
    "duplicate": "Articles that repeat an earlier one; left out of all sums",
    "disputed": "Counted figures that the article says are disputed",
    "vague": "Counted figures in vague words (dozens, thousands): a minimum only",
    "unsure": "Counted figures found by rules that are wrong as often as right: read the sentence",
    "own_voice": "Counted figures for which the article names no source",
    "contradiction": "Events whose highest toll is at least twice the lowest",
    "open": "Events whose toll nothing bounds from above",
    "without_toll": "Events without a number of people killed; not in the sums",
    "month_unknown": "Events that no month can be given to; in no monthly sum",
    "no_data": "Months of which no single event is known here: no data, not zero",
    "unplaced": "Rows dropped because the country or date asked for is not known of them",
}


def overview(data: Selected) -> Listing:
    """What the report covers: the parameters as resolved, and how much there is."""
    chosen = data.selection
    keys = caution.used_articles(data)
    repeated = sum(1 for key in keys if data.articles[key]["duplicate_of"])
    dates = [data.articles[key]["published"] for key in data.published]
    rows = [
        ("From", str(chosen.start or "the first date known")),
        ("To", str(chosen.end or "the last date known")),
        ("Countries", ", ".join(map(country_name, chosen.countries)) or "all"),
        ("Measures", ", ".join(chosen.measures) or "all"),
        ("Articles", number(len(keys)) + (f", {repeated} of them copies" if repeated else "")),
        ("Published", period(min(dates, default=None), max(dates, default=None))),
        ("Figures", _counted(data.figures)),
        ("Violent events as single articles tell them", _counted(data.incidents)),
        ("Violent events, each once", number(len(data.events))),
    ]
    made = table(
        [{"what": what, "value": value} for what, value in rows],
        {"what": "string", "value": "string"},
    )
    return Listing(made, "overview", {"what": "This report covers", "value": ""})


def _counted(rows: Sequence[Row]) -> str:
    """How many rows, and how many count."""
    counted = sum(1 for row in rows if row["left_out"] is None)
    return f"{number(len(rows))}, {number(counted)} of them counted"


def headline_numbers(data: Selected) -> Listing:
    """The numbers most likely to be quoted, each with its range, claimants and articles."""
    rows = []
    for row in records(headlines(data)):
        signed = row["form"] == "change"
        unit = " %" if row["unit"] == "percent" else ""
        value = (
            stated(of(row), row["quantifier"], unit=unit, signed=signed)
            if row["quantifier"]
            else toll(of(row), row["measure"]).replace(f" {row['measure']}", "")
        )
        names = row["claimants"] + (["the article in its own voice"] if row["own_voice"] else [])
        rows.append(
            {
                "what": _headline(row),
                "value": value,
                "low": row["low"],
                "best": row["best"],
                "high": row["high"],
                "period": period(row["period_start"], row["period_end"]),
                "claimants": names,
                "articles": [article_label(data.articles[key]) for key in row["article_ids"]],
                "figure_ids": row["figure_ids"],
            }
        )
    kinds = {
        "what": "string", "value": "string", "low": "number", "best": "number", "high": "number",
        "period": "string", "claimants": "list", "articles": "list", "figure_ids": "list",
    }  # fmt: skip
    shown = {
        "what": "Number", "value": "Value", "period": "When", "claimants": "Claimants",
        "articles": "Articles",
    }  # fmt: skip
    return Listing(table(rows, kinds), "headline_numbers", shown, "No number is counted here.")


def _headline(row: Row) -> str:
    """What a headline number counts, in words."""
    kinds = [row["stock_flow"], label("unit", "household") if row["unit"] == "household" else None]
    kinds.append(label("group", row["group"]))
    beside = ", ".join(kind for kind in kinds if kind)
    words = label("measure", row["measure"]) + (f" ({beside})" if beside else "")
    words += f", {KINDS[row['kind']].format(events=row['events'])}"
    if row["place_name"] or row["country"]:
        words += f": {place_name(row)}"
    if row["without_toll"]:
        words += f"; {row['without_toll']} of them without a number"
    return words


def headline_sources(data: Selected) -> Listing:
    """Every figure behind the headline numbers: title, source, date, URL and quote."""
    ids = [key for row in records(headlines(data)) for key in row["figure_ids"]]
    return _sources(data, ids, "headline_sources")


def sources(data: Selected, measures: tuple[str, ...], name: str) -> Listing:
    """Every counted figure of these measures: title, source, date, URL and quote."""
    return _sources(data, [f["figure_id"] for f in data.counted_figures(measures)], name)


def casualty_sources(data: Selected) -> Listing:
    """Every counted figure of casualties, attacks and operations with its source and quote."""
    return sources(data, VIOLENCE, "casualty_sources")


def movement_sources(data: Selected) -> Listing:
    """Every counted figure of people on the move with its source and quote."""
    return sources(data, MOVEMENT, "movement_sources")


def _sources(data: Selected, figure_ids: Sequence[str], name: str) -> Listing:
    """Figures with their articles."""
    made = citations(data, figure_ids)
    told = [data.articles[key] for key in made["article_id"]]
    made.insert(1, "source_date", [article_label(article) for article in told])
    shown = {
        "title": "Title", "source_date": "Source and date", "url": "URL", "reported": "Figure",
        "claimant": "Claimant", "quote": "Quote",
    }  # fmt: skip
    return Listing(made, name, shown, "No figure is counted here.")


def events_listing(data: Selected) -> Listing:
    """The events, each once, in order of date."""
    rows = []
    for event in records(event_table(data)):
        rows.append(
            {
                **event,
                "when": period(event["date_start"], event["date_end"]),
                "where": place_name(event),
                "what": label("attack_type", event["attack_type"]) or None,
                "who": actor_name(event["actor"]) if event["actor"] else None,
                "killed": toll(of(event, "killed"), "killed").replace(" killed", ""),
                "injured": between(of(event, "injured")) if of(event, "injured").known else None,
                "articles": [article_label(data.articles[key]) for key in event["article_ids"]],
            }
        )
    shown = {
        "when": "When", "where": "Where", "what": "What", "who": "Actor", "killed": "Killed",
        "injured": "Injured", "articles": "Told by",
    }  # fmt: skip
    names = ["when", "where", "place", "what", "actor", "who", "killed", "injured"]
    kinds = dict.fromkeys(names, "string")
    made = table(rows, {**kinds, "articles": "list", "incident_ids": "list", "figure_ids": "list"})
    return Listing(made, "events", shown, "No violent event is counted in this selection.")


def _changes(data: Selected, measures: tuple[str, ...], name: str) -> Listing:
    """Changes and shares in words."""
    rows = []
    for row in records(figures.changes(data, measures)):
        unit = " %" if row["unit"] == "percent" else f" {label('unit', row['unit'])}"
        change = row["form"] == "change"
        group = label("group", row["group"])
        rows.append(
            {
                **row,
                "what": ", ".join(filter(None, (label("measure", row["measure"]), group))),
                "kind": row["form"],
                "value": stated(of(row), row["quantifier"], unit=unit, signed=change),
                "shown": stated(of(row), row["quantifier"], unit=unit, signed=change)
                + ("" if change else " of them"),
                "when": period(row["period_start"], row["period_end"]),
                "where": place_name(row),
                "by": voice(row, data),
                "articles": [article_label(data.articles[key]) for key in row["article_ids"]],
            }
        )
    kinds = dict.fromkeys(
        ["what", "kind", "value", "shown", "when", "where", "by", "claimant", "quote"], "string"
    )
    shown = {
        "what": "Of what", "shown": "Change or share", "when": "When", "where": "Where",
        "by": "Who says so", "quote": "Quote",
    }  # fmt: skip
    made = table(rows, {**kinds, "articles": "list", "figure_ids": "list"})
    return Listing(made, name, shown, "No change or share is stated in this selection.")


def casualty_changes(data: Selected) -> Listing:
    """Stated increases, falls and shares of casualties, attacks and operations."""
    return _changes(data, VIOLENCE, "casualty_changes")


def movement_changes(data: Selected) -> Listing:
    """Stated increases, falls and shares of people on the move."""
    return _changes(data, MOVEMENT, "movement_changes")


def all_changes(data: Selected) -> Listing:
    """All stated increases, falls and shares."""
    return _changes(data, (*VIOLENCE, *MOVEMENT), "changes")


def distrust_listing(data: Selected) -> Listing:
    """What to distrust, with examples."""
    rows = []
    for row in records(caution.distrust(data)):
        share = number(row["rows"]) + (f" of {number(row['of'])}" if row["of"] else "")
        rows.append({**row, "what": MATTERS[row["matter"]], "share": share})
    made = table(
        rows,
        {"what": "string", "matter": "string", "share": "string", "rows": "integer",
         "of": "integer", "examples": "list"},
    )  # fmt: skip
    shown = {"what": "What", "share": "How many", "examples": "Such as"}
    return Listing(made, "distrust", shown, "No reason for distrust was found; read the quotes.")


def left_out_listing(data: Selected) -> Listing:
    """Rows that are kept in the tables and not counted, by reason."""
    rows = [
        {**row, "why": label("reason", row["reason"])} for row in records(caution.left_out(data))
    ]
    made = table(rows, {"table": "string", "why": "string", "rows": "integer", "of": "integer"})
    shown = {"table": "Table", "why": "Not counted because", "rows": "Rows", "of": "Of"}
    return Listing(made, "left_out", shown, "Every row counts.")
