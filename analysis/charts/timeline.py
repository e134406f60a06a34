"""Charts of events in time: on a time axis, in order with their tolls, and tolls that differ."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.charts.canvas import (
    BLUE,
    FAINT,
    GREY,
    INK,
    MARGIN,
    ORANGE,
    WIDTH,
    canvas,
    empty,
    footer,
    plain,
    width_of,
    wrap,
)
from analysis.charts.chart import STYLE, Chart
from analysis.charts.ranges import Group, RangeRow, draw
from analysis.charts.stated import voice
from analysis.charts.words import (
    between,
    country_name,
    day,
    label,
    number,
    period,
    place_name,
    shorten,
    stated,
    when,
    where,
)
from analysis.statistics.bounds import Bounds, of
from analysis.statistics.citations import article_label, behind, toll_figures
from analysis.statistics.revisions import differing_tolls
from analysis.statistics.rows import Row, records, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

COLUMNS = {
    "date_start": "date", "date_end": "date", "date_precision": "string", "place": "string",
    "place_name": "string", "adm1_name": "string", "country": "string", "attack_type": "string",
    "actor": "string",
    "killed_low": "integer", "killed_best": "integer", "killed_high": "integer",
    "injured_low": "integer", "injured_best": "integer", "injured_high": "integer",
    "tellings": "integer", "article_ids": "list", "incident_ids": "list", "figure_ids": "list",
}  # fmt: skip
LANES = 24
NAMED = 8  # events named on the time axis, the deadliest
AREA = 620  # square points of the largest circle, less where there are more events than CROWD
CROWD = 40
NOTHING = "No violent event is counted in this selection."


def event_table(data: Selected) -> pd.DataFrame:
    """The events of the selection, each once, in order of date."""
    return table(data.events, COLUMNS)


def _source(data: Selected, told: list[Row]) -> list[str]:
    """The footer of charts of events."""
    ids = [key for event in told for key in event["article_ids"]]
    return footer(behind(toll_figures(data, told), ids), data.articles)


def _title(what: str, data: Selected, told: list[Row]) -> str:
    """What, where and when."""
    place = where(data.selection, [event["country"] for event in told])
    days = [d for event in told for d in (event["date_start"], event["date_end"])]
    return f"{what}: {place}, {when(data.selection, days)}"


def events_in_order(data: Selected) -> Chart:
    """Every event in order of date, with the range of people killed."""
    found = event_table(data)
    told = records(found)
    name = "events_in_order"
    if not told:
        title = "Violent events in order"
        return Chart(empty(title, NOTHING).figure, found, name, title)
    title = _title("Violent events in order", data, told)
    rows = [_event_row(event, data) for event in told]
    page = draw(
        title,
        "People killed, lowest to highest toll over all tellings of the event.",
        _source(data, told),
        [Group("People killed, persons", rows)],
    )
    return Chart(page.figure, found, name, title)


def _event_row(event: Row, data: Selected) -> RangeRow:
    """One event."""
    killed, injured = of(event, "killed"), of(event, "injured")
    named = place_name(event)
    country = country_name(event["country"]) if event["country"] else None
    kind = label("attack_type", event["attack_type"]) or "attack type not known"
    detail = [kind, event["adm1_name"], country]
    hurt = f"{between(injured)} injured · " if injured.known else ""
    labels = [article_label(data.articles[key]) for key in event["article_ids"]]
    told = labels[0] if len(labels) == 1 else f"told in {len(labels)} articles"
    return RangeRow(
        f"{period(event['date_start'], event['date_end'])} · {named}",
        " · ".join(part for part in dict.fromkeys(detail) if part and part != named),
        killed,
        "exact",
        toll(killed, "killed"),
        f"{hurt}{told}",
        ORANGE,
    )


def toll(bounds: Bounds, word: str) -> str:
    """A toll in words: "14–27 killed, best 26", "number killed not stated"."""
    if not bounds.known:
        return f"number {word} not stated"
    text = f"{between(bounds)} {word}"
    if bounds.best is None or bounds.best in (bounds.low, bounds.high):
        return text
    return f"{text}, best {number(bounds.best)}"


def events_on_time_axis(data: Selected) -> Chart:
    """Events on a time axis, a lane a province; area by people killed."""
    from matplotlib import rc_context

    found = event_table(data)
    told = [event for event in records(found) if event["date_start"]]
    name = "events_on_time_axis"
    if not told:
        title = "Violent events in time"
        reason = NOTHING if found.empty else "No event of this selection has a date."
        return Chart(empty(title, reason).figure, found, name, title)
    title = _title("Violent events in time", data, told)
    lanes = _lanes(told)
    subtitle = (
        "A circle is an event, its area the lowest toll of people killed; the ring the highest"
        " (dashed: nothing bounds it). A grey cross: no number killed is stated."
    )
    lost = len(found) - len(told)
    notes = [f"Without a date, not drawn: {lost}."] if lost else []
    height = max(0.44 * len(lanes), 0.8)
    page = canvas(title, subtitle, [*notes, *_source(data, told)], height + 0.6)
    left = MARGIN + min(max(width_of(lane, 8.5) for lane in lanes), 2.6) + 0.15
    with rc_context(STYLE):
        axes = plain(page.panel(0.2, height, left, WIDTH - MARGIN - 0.15))
        first = data.selection.start or told[0]["date_start"]
        last = data.selection.end or max(e["date_end"] or e["date_start"] for e in told)
        _time_axis(axes, first, last, len(lanes))
        inch = (axes.get_xlim()[1] - axes.get_xlim()[0]) / (WIDTH - MARGIN - 0.15 - left)
        _circles(axes, told, lanes, inch)
        for number_, lane in enumerate(lanes):
            y = 0.2 + height * (number_ + 0.5) / len(lanes)
            page.write(MARGIN, y, wrap(lane, left - MARGIN - 0.1, 8.5, lines=1)[0],
                       size=8.5, color=INK)  # fmt: skip
    return Chart(page.figure, found, name, title)


def _lane(event: Row) -> str:
    """The lane of an event: its province, else its country."""
    if event["adm1_name"]:
        return shorten(event["adm1_name"], 60)
    return country_name(event["country"]) if event["country"] else "Place not known"


def _lanes(told: list[Row]) -> list[str]:
    """Lanes by country and province; the least frequent of many share the last."""
    counts: dict[tuple[str, str], int] = {}
    for event in told:
        key = (event["country"] or "~", _lane(event))
        counts[key] = counts.get(key, 0) + 1
    kept = sorted(counts, key=lambda key: (-counts[key], key))[:LANES]
    lanes = list(dict.fromkeys(name for _, name in sorted(kept)))
    return lanes if len(counts) <= LANES else [*lanes, "Elsewhere"]


def _time_axis(axes: Axes, first: date, last: date, lanes: int) -> None:
    """A time axis with months or years marked."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

    pad = max((last - first).days * 0.04, 2)
    axes.set_xlim(date2num(first) - pad, date2num(last) + pad)
    axes.set_ylim(lanes - 0.5, -0.5)
    axes.set_yticks([])
    locator = AutoDateLocator(minticks=4, maxticks=10)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    axes.xaxis.offsetText.set(size=8, color=GREY)
    axes.grid(axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for lane in range(lanes):
        axes.axhline(lane, color="#f2f2f2", linewidth=0.8, zorder=0.5)


def _circles(axes: Axes, told: list[Row], lanes: list[str], inch: float) -> None:
    """The marks: area by people killed, ring for the highest toll, cross where none is stated."""
    from matplotlib.dates import date2num

    largest = max((v for e in told for v in of(e, "killed") if v is not None), default=1) or 1
    unit = AREA * min(1, max(CROWD / len(told), 0.12)) / largest  # square points a person
    spots: list[tuple[Row, int, float, float]] = []
    points: dict[tuple[str, float], list[tuple[float, int]]] = {}
    for event in told:
        lane, bounds = _lane(event), of(event, "killed")
        y = lanes.index(lane) if lane in lanes else len(lanes) - 1
        x = date2num(event["date_start"])
        low, top, high = (v * unit for v in _areas(bounds))
        spots.append((event, y, x, (max(high, 30) ** 0.5 / 2 / 72 + 0.03) * inch))
        if not bounds.known:
            axes.plot([x], [y], "x", color=GREY, markersize=5, zorder=3)
            continue
        points.setdefault(("filled", round(max(low, 9), 1)), []).append((x, y))
        if bounds.high is None or top > low:
            style = "--" if bounds.high is None else "-"
            points.setdefault((style, round(max(high, 30), 1)), []).append((x, y))
    for (style, size), marks in points.items():  # thousands of one size are drawn at once
        xs, ys = zip(*marks, strict=True)
        if style == "filled":
            axes.scatter(xs, ys, s=size, color=ORANGE, alpha=0.55, linewidth=0, zorder=3)
        else:
            axes.scatter(xs, ys, s=size, facecolor="none", edgecolor=ORANGE, linestyle=style,
                         linewidth=1, zorder=3)  # fmt: skip
    _names(axes, spots, inch)


def _areas(bounds: Bounds) -> tuple[float, float, float]:
    """Lowest, highest stated, and how far the ring goes: an open one goes further."""
    top = max((v for v in bounds if v is not None), default=0)
    return bounds.low or 0, top, top * (1.35 if bounds.high is None else 1)


def _names(axes: Axes, spots: list[tuple[Row, int, float, float]], inch: float) -> None:
    """Names of the deadliest events, right or left of their circle where nothing is in the way."""
    taken = [(y, x - r, x + r) for _, y, x, r in spots]
    ranked = sorted(spots, key=lambda s: -_areas(of(s[0], "killed"))[1])
    first, last = axes.get_xlim()
    for event, y, x, radius in ranked[:NAMED]:
        text = f"{shorten(place_name(event), 22)}, {between(of(event, 'killed'))}"
        width = width_of(text, 7.4) * inch
        for begin in (x + radius, x - radius - width):
            end = begin + width
            free = all(y != b or end <= c + 1e-6 or begin >= d - 1e-6 for b, c, d in taken)
            if free and begin >= first and end <= last:
                axes.text(begin, y, text, size=7.4, color=INK, va="center", zorder=4)
                taken.append((y, begin, end))
                break


def tolls_that_differ(data: Selected, *, latest: int | None = None) -> Chart:
    """Tolls of the same event that are not all the same, in the order in which they were told.

    Args:
        data: The selection.
        latest: Draw only the last so many series of tolls.
    """
    found = differing_tolls(data)
    rows = records(found)
    name = "tolls_that_differ_latest" if latest else "tolls_that_differ"
    total = max((row["event"] for row in rows), default=0)
    rows = [row for row in rows if not latest or row["event"] > total - latest]
    if not rows:
        title = "Tolls of the same event that differ"
        reason = "No event of this selection has two different tolls."
        return Chart(empty(title, reason).figure, found, name, title)
    title = _title("Tolls of the same event that differ", data, rows)
    groups = []
    for _, members in groupby(rows, key=lambda row: row["event"]):
        told = list(members)
        first = told[0]
        place = place_name(first)
        who = [label("measure", first["measure"]), label("group", first["group"])]
        heading = f"{shorten(place, 40)}, {period(first['date_start'], first['date_end'])}"
        heading += f": {', '.join(part for part in who if part)}"
        groups.append(Group(heading, [_toll_row(row, data) for row in told]))
    figures = {f["figure_id"]: f for f in data.figures}
    source = behind(figures[row["figure_id"]] for row in rows)
    less = len(found) - len(rows)
    note = f"The last {latest} series; {less} more tolls are in the table." if less else ""
    page = draw(
        title,
        "Persons, in order of publication; each event on an axis of its own. Cross: replaced"
        " later or denied, not counted.",
        footer(source, data.articles, note),
        groups,
    )
    return Chart(page.figure, found, name, title)


def _toll_row(row: Row, data: Selected) -> RangeRow:
    """One toll."""
    words = stated(of(row), row["quantifier"])
    withdrawn = row["status"] != "counted"
    return RangeRow(
        day(row["published"]) if row["published"] else "publication date not known",
        article_label({**data.articles[row["article_id"]], "published": None}),
        of(row),
        row["quantifier"],
        f"{words} · {label('status', row['status'])}" if withdrawn else words,
        voice(row, data),
        BLUE,
        withdrawn,
    )
