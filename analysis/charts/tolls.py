"""One toll as it changed, tolls that contradict each other, and totals beside the events told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.canvas import (
    BLUE,
    FAINT,
    GREY,
    INK,
    MARGIN,
    ORANGE,
    WIDTH,
    Canvas,
    canvas,
    empty,
    footer,
    plain,
    ticks,
    wrap,
)
from analysis.charts.chart import STYLE, Chart
from analysis.charts.listing import Listing
from analysis.charts.timeline import toll
from analysis.charts.words import between, day, label, number, period, place_name, shorten, stated
from analysis.statistics import tellings
from analysis.statistics.bounds import Bounds, of
from analysis.statistics.citations import article_label, behind
from analysis.statistics.rows import Row, records, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT, LEFT = 3.0, MARGIN + 0.45  # inches: the axes' height and where they begin
COLUMNS = 9  # reports drawn
NOTHING = "No event of this selection has two reports that differ in its toll."


def _chosen(rows: list[Row], event_id: str | None) -> list[Row]:
    """The killed (or else injured) of the event asked for, or of the one revised most often."""
    series: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["status"] != "reprint" and event_id in (None, row["event_id"]):
            series.setdefault((row["event_id"], row["measure"]), []).append(row)
    several = {key: told for key, told in series.items() if len({of(row) for row in told}) > 1}

    def weight(key: tuple[str, str]) -> tuple:
        told = several[key]
        tolls = len({tuple(of(row)) for row in told})
        return (tolls, key[1] == "killed", len(told), key)

    return several[max(several, key=weight)] if several else []


def toll_revisions(data: Selected, event_id: str | None = None) -> Chart:
    """How the toll of one event changed from report to report.

    Args:
        data: The selection.
        event_id: The event; by default the one whose toll was revised most often.
    """
    from matplotlib import rc_context

    told = _chosen(records(tellings.revisions(data)), event_id)
    found = table(told, tellings.REVISIONS)
    name, what = "toll_revisions", "How a toll changed"
    if not told:
        return Chart(empty(what, NOTHING).figure, found, name, what)
    first = told[0]
    measure = label("measure", first["measure"])
    title = f"How the toll changed: {measure}, {shorten(place_name(first), 40)}"
    title += f", {period(first['date_start'], first['date_start'])}"
    subtitle = (
        "Persons; a column a report, in order of publication. Orange: the toll preferred; hollow"
        " and grey: overtaken by a later report or withdrawn. Bar: range; arrow: nothing bounds it"
        " from above. Reports that repeat the one before are left out."
    )
    drawn = _changes(told)
    incidents = {i["incident_id"]: i for i in data.incidents}
    ids = {f for row in told for f in incidents[row["incident_id"]]["figure_ids"]}
    source = behind(
        (f for f in data.figures if f["figure_id"] in ids and f["measure"] == first["measure"]),
        [row["article_id"] for row in told],
    )
    more = len(drawn) - COLUMNS
    notes = [f"Not drawn, but in the table: {more} later reports."] if more > 0 else []
    page = canvas(title, subtitle, footer(source, data.articles, *notes), HEIGHT + 0.95)
    drawn = drawn[:COLUMNS]
    with rc_context(STYLE):
        axes = plain(page.panel(0.1, HEIGHT, LEFT, WIDTH - MARGIN))
        axes.set_xlim(-0.5, max(len(drawn), 3) - 0.5)
        axes.set_xticks([])
        ticks(axes, max(_top(row) for row in drawn) * 1.25 + 1, vertical=True)
        axes.grid(axis="y", color=FAINT, linewidth=0.6)
        axes.set_axisbelow(True)
        for number_, row in enumerate(drawn):
            _report(axes, number_, row)
            _words(page, number_, row, max(len(drawn), 3), data)
    return Chart(page.figure, found, name, title)


def _top(row: Row) -> float:
    return max(value for value in of(row) if value is not None)


def _changes(told: list[Row]) -> list[Row]:
    """Reports that say something new: another toll, or another voice."""
    made: list[Row] = []
    for row in told:
        same = made and of(made[-1]) == of(row) and made[-1]["claimant"] == row["claimant"]
        if not same or row["preferred"] == "yes":
            made.append(row)
    return made


def _report(axes: Axes, x: int, row: Row) -> None:
    """The mark of one report, its toll above it."""
    low, best, high = of(row)
    counted = row["status"] == "counted"
    color = (ORANGE if row["preferred"] == "yes" else BLUE) if counted else GREY
    ends = [value for value in (low, best, high) if value is not None]
    top, limit = max(ends), axes.get_ylim()[1]
    if high is None:
        axes.annotate(
            "", (x, top + limit * 0.1), (x, top),
            arrowprops={"arrowstyle": "-|>", "color": color, "lw": 1.4, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
        top += limit * 0.1
    if len(set(ends)) > 1:
        axes.plot([x, x], [min(ends), max(ends)], color=color, lw=5, alpha=0.4, zorder=3,
                  solid_capstyle="butt")  # fmt: skip
    y = best if best is not None else ends[0]
    axes.plot([x], [y], "o" if best is not None else "_", color=color, zorder=4, markersize=7,
              markerfacecolor=color if counted else "white", markeredgewidth=1.4)  # fmt: skip
    axes.text(x, top + limit * 0.045, toll(Bounds(low, best, high), "").replace(" ,", ",").strip(),
              ha="center", va="center", size=8.5, color=INK if counted else GREY)  # fmt: skip


def _words(page: Canvas, x: int, row: Row, columns: int, data: Selected) -> None:
    """Under a column: the day, who says so, and in which article."""
    wide = (WIDTH - MARGIN - LEFT) / columns
    middle = LEFT + wide * (x + 0.5)
    counted = row["status"] == "counted"
    lines = [(day(row["published"]) if row["published"] else "undated", 8.0, INK)]
    who = shorten(row["claimant"] or "the article itself", 120)
    lines += [(line, 7.4, INK) for line in wrap(who, wide - 0.1, 7.4, lines=2)]
    source = article_label({**data.articles[row["article_id"]], "published": None})
    lines.append((wrap(source, wide - 0.1, 7.0, lines=1)[0], 7.0, GREY))
    if not counted:
        lines.append((row["status"], 7.0, GREY))
    for number_, (text, size, color) in enumerate(lines):
        page.write(middle, HEIGHT + 0.22 + 0.145 * number_, text, size=size, ha="center",
                   color=color if counted else GREY)  # fmt: skip


def _toll(row: Row, prefix: str = "") -> str:
    """A toll in words."""
    bounds = Bounds(*(row[f"{prefix}{end}"] for end in ("low", "best", "high")))
    return stated(bounds, "exact") if bounds.low == bounds.best == bounds.high else between(bounds)


def contradictions_listing(data: Selected) -> Listing:
    """Tolls of one event that cannot all be true, side by side with both sentences."""
    rows = []
    for row in records(tellings.contradictions(data)):
        made = {
            **row,
            "when": period(row["date_start"], row["date_start"]),
            "what": f"{place_name(row)}: {label('measure', row['measure'])}",
        }
        for prefix in ("", "other_"):
            article = data.articles[row[f"{prefix}article_id"]]
            made[f"{prefix}toll"] = _toll(row, prefix)
            made[f"{prefix}voice"] = row[f"{prefix}claimant"] or "the article in its own voice"
            made[f"{prefix}article"] = article_label(article)
            made[f"{prefix}source"] = f"{made[f'{prefix}voice']}, in {made[f'{prefix}article']}"
        rows.append(made)
    shown = {
        "when": "When", "what": "What", "toll": "Toll", "source": "Says", "quote": "Sentence",
        "other_toll": "Other toll", "other_source": "Says", "other_quote": "Sentence",
    }  # fmt: skip
    sides = ["voice", "article", "other_voice", "other_article", "event_id"]
    kinds = dict.fromkeys([*shown, *sides], "string")
    return Listing(
        table(rows, kinds), "contradictions", shown, "No two tolls of one event exclude each other."
    )


def coverage_listing(data: Selected) -> Listing:
    """Totals as stated, beside the sum of the events told for that period and place."""
    rows = []
    for row in records(tellings.coverage(data)):
        known = Bounds(row["known_low"], row["known_best"], row["known_high"])
        told = f"{number(row['events'])} event{'' if row['events'] == 1 else 's'}"
        if row["measure"] != "attacks" and row["without_toll"]:
            told += f", {number(row['without_toll'])} without a number"
        rows.append(
            {
                **row,
                "what": ", ".join(
                    filter(None, (label("measure", row["measure"]), label("group", row["group"])))
                ),
                "where": place_name({**row, "place_name": row["adm2_name"]}),
                "when": period(row["period_start"], row["period_end"]),
                "total": stated(of(row), row["quantifier"]),
                "told": told,
                "known": between(known) if known.known else None,
                "percent": None if row["share"] is None else f"{row['share']:g} %",
            }
        )
    shown = {
        "what": "Counted", "where": "Where", "when": "Period", "claimant": "Claimant",
        "total": "Total as stated", "told": "Events told", "known": "Their toll",
        "percent": "Share of the total",
    }  # fmt: skip
    kinds = {**dict.fromkeys(shown, "string"), "figure_id": "string", "quote": "string"}
    reason = "No total with a period and a country is stated in this selection."
    return Listing(table(rows, kinds), "coverage", shown, reason)
