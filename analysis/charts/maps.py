"""A map of the events: a circle a place, its area the people killed there."""

from __future__ import annotations

from math import cos, radians
from typing import TYPE_CHECKING, NamedTuple

from analysis.charts.borders import Extent, lines
from analysis.charts.canvas import (
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
)
from analysis.charts.chart import STYLE, Chart
from analysis.charts.labels import Box, Label, Mark, arrange
from analysis.charts.words import between, country_name, number, place_name, shorten, when, where
from analysis.context.gazetteer import gazetteer
from analysis.events.points import point_of
from analysis.statistics.bounds import Bounds, of, total
from analysis.statistics.citations import behind
from analysis.statistics.rows import Row, records, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

COLUMNS = {
    "event_id": "string", "date_start": "date", "date_end": "date", "place": "string",
    "place_name": "string", "adm2_name": "string", "adm1_name": "string", "country": "string",
    "latitude": "number", "longitude": "number", "drawn_at": "string", "attack_type": "string",
    "killed_low": "integer", "killed_best": "integer", "killed_high": "integer",
    "article_ids": "list",
}  # fmt: skip
TALLEST, SHORTEST = 6.2, 3.2  # inches of the map
LEAST = 6.0  # degrees that a map is at least wide and high
AREA = 900  # square points of the largest circle
NAME_SIZE = 7.6
NAMED = 40  # places named, the deadliest
ADMIN = ("adm2_name", "adm1_name")
SEATS = {"point": "place", "district": "seat of the district", "adm1": "seat of the province"}
NOTHING = "No violent event is counted in this selection."


class Spot(NamedTuple):
    """What happened at one point: the events and their toll."""

    longitude: float
    latitude: float
    vague: bool
    name: str
    events: int
    killed: Bounds
    unstated: int


def map_table(data: Selected) -> pd.DataFrame:
    """The events with their coordinates (null where only the country or nothing is known)."""
    rows = []
    for event in data.events:
        point = point_of(
            event["place"],
            country=event["country"],
            adm1=event["adm1"],
            adm2_name=event["adm2_name"],
        )
        found = {}
        if point is not None:
            found = {
                "latitude": point.latitude,
                "longitude": point.longitude,
                "drawn_at": SEATS[point.precision],
            }
        rows.append({**event, **found})
    return table(rows, COLUMNS)


def _spots(rows: list[Row]) -> list[Spot]:
    """Events by point; those drawn at a province's seat apart from those that happened there."""
    at: dict[tuple[float, float, bool], list[Row]] = {}
    for row in rows:
        vague = row["drawn_at"] == SEATS["adm1"]
        at.setdefault((row["longitude"], row["latitude"], vague), []).append(row)
    made = []
    for (longitude, latitude, vague), events in at.items():
        stated = [of(event, "killed") for event in events if of(event, "killed").known]
        made.append(
            Spot(longitude, latitude, vague, _called(events, vague), len(events), total(stated),
                 len(events) - len(stated))
        )  # fmt: skip
    return sorted(made, key=lambda s: (-(_top(s.killed)), s.name))


def _called(events: list[Row], vague: bool) -> str:
    """The name of a spot: of the place of its events, else of what all of them lie in."""
    named = [place_name(event) for event in events]
    for names in (named if not vague else (), *([e[c] for e in events] for c in ADMIN)):
        if len(set(names)) == 1 and names[0]:
            return names[0]
    return named[0]


def _top(bounds: Bounds) -> float:
    return max((value for value in bounds if value is not None), default=0)


def _extent(spots: list[Spot]) -> Extent:
    """A box around the points with room around it, in the shape of the page."""
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    wide = max((east - west) * 1.25, LEAST)
    high = max((north - south) * 1.25, LEAST)
    middle = (west + east) / 2, (south + north) / 2
    shrink = cos(radians(middle[1]))
    page = (WIDTH - 2 * MARGIN) / TALLEST
    wide = max(wide, high * page / shrink)
    high = min(max(high, wide * shrink * SHORTEST / (WIDTH - 2 * MARGIN)), 170.0)
    return Extent(
        middle[0] - wide / 2, middle[0] + wide / 2,
        max(middle[1] - high / 2, -89.0), min(middle[1] + high / 2, 89.0),
    )  # fmt: skip


def events_map(data: Selected) -> Chart:
    """The events on a map, those of one place together."""
    from matplotlib import rc_context

    found = map_table(data)
    rows = records(found)
    name, what = "events_map", "Where violent events happened"
    placed = [row for row in rows if row["latitude"] is not None]
    if not placed:
        reason = "No event here has a place finer than its country." if rows else NOTHING
        return Chart(empty(what, reason).figure, found, name, what)
    days = [day for row in placed for day in (row["date_start"], row["date_end"])]
    lands = where(data.selection, [row["country"] for row in placed])
    title = f"{what}: {lands}, {when(data.selection, days)}"
    spots = _spots(placed)
    extent = _extent(spots)
    shrink = cos(radians((extent.south + extent.north) / 2))
    width = WIDTH - 2 * MARGIN
    height = width * (extent.north - extent.south) / ((extent.east - extent.west) * shrink)
    subtitle = (
        "A circle is a place, its area the lowest toll of people killed in its events; the ring"
        " the highest (dashed: nothing bounds it). Grey, dotted: only the province is known, drawn"
        " at its seat. A cross: no number killed is stated. Beside the names: people killed, lowest"
        " to highest."
    )
    page = canvas(title, subtitle, _foot(data, rows, len(rows) - len(placed)), height)
    with rc_context(STYLE):
        axes = plain(page.panel(0, height, MARGIN, WIDTH - MARGIN))
        _ground(axes, extent)
        scale = Scale(extent, width, height)
        _countries(axes, scale, placed, _circles(axes, spots, scale))
    return Chart(page.figure, found, name, title)


def _foot(data: Selected, rows: list[Row], missing: int) -> list[str]:
    """Notes, claimants and articles."""
    ids = {key for event in data.events for key in event["figure_ids"]}
    notes = [f"Not drawn, only their country or less is known: {missing} of {len(rows)} events."]
    return footer(
        behind(
            (f for f in data.counted_figures() if f["figure_id"] in ids),
            [key for row in rows for key in row["article_ids"]],
        ),
        data.articles,
        *(notes if missing else []),
        "Borders and coasts: GSHHG 2.3.6, as it draws them; places: GeoNames.",
    )


def _ground(axes: Axes, extent: Extent) -> None:
    """Coasts and borders."""
    from matplotlib.collections import LineCollection

    axes.set_xlim(extent.west, extent.east)
    axes.set_ylim(extent.south, extent.north)
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(True)
        side.set_color(FAINT)
    for kind, color, wide in (("gshhs", "#a9bccd", 0.6), ("countries", "#9a9a9a", 0.9)):
        axes.add_collection(
            LineCollection(list(lines(kind, extent)), colors=color, linewidths=wide, zorder=1)
        )


class Scale(NamedTuple):
    """From degrees to inches within the panel of the map."""

    extent: Extent
    width: float
    height: float

    def inches(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies, from the lower left corner."""
        box = self.extent
        return (
            (longitude - box.west) / (box.east - box.west) * self.width,
            (latitude - box.south) / (box.north - box.south) * self.height,
        )

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """The longitude and latitude of a point of the panel."""
        box = self.extent
        return (
            box.west + x / self.width * (box.east - box.west),
            box.south + y / self.height * (box.north - box.south),
        )


def _countries(axes: Axes, scale: Scale, rows: list[Row], taken: list[Box]) -> None:
    """Names of the countries of the events, where nothing is in the way.

    In the middle of the country's provinces that the map shows or, if that is taken, at the seat
    of one of them.
    """
    page = Box(0, scale.width, 0, scale.height)
    for code in sorted({row["country"] for row in rows if row["country"]}):
        text = country_name(code).upper()
        wide, high = width_of(text, 10.0), 0.2
        seats = sorted(
            scale.inches(spot.longitude, spot.latitude)
            for spot in gazetteer().adm1.values()
            if spot.country == code and spot.longitude is not None and spot.latitude is not None
        )
        boxes = [
            Box(x - wide / 2, x + wide / 2, y - high / 2, y + high / 2)
            for x, y in _middle(
                [(x, y) for x, y in seats if 0 < x < page.right and 0 < y < page.high]
            )
        ]
        for box in boxes:
            if box.within(page) and not any(box.crosses(other) for other in taken):
                x, y = scale.degrees((box.left + box.right) / 2, (box.low + box.high) / 2)
                axes.text(x, y, text, size=10, color="#b5b5b5", ha="center", va="center",
                          zorder=1.5)  # fmt: skip
                taken.append(box)
                break


def _middle(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points, and before them the one in the middle of them."""
    if not points:
        return []
    xs, ys = zip(*points, strict=True)
    return [(sum(xs) / len(xs), sum(ys) / len(ys)), *points]


def _circles(axes: Axes, spots: list[Spot], scale: Scale) -> list[Box]:
    """The marks, and names beside them; returns what they take up."""
    largest = max((_top(spot.killed) for spot in spots), default=1) or 1
    marks = []
    for spot in spots:
        color = GREY if spot.vague else ORANGE
        x, y = spot.longitude, spot.latitude
        if not spot.killed.known:
            axes.plot([x], [y], "x", color=color, markersize=5, zorder=3)
            radius = 3.5
        else:
            low = (spot.killed.low or 0) / largest * AREA
            top = _top(spot.killed) / largest * AREA
            open_ = spot.killed.high is None
            axes.scatter([x], [y], s=max(low, 9), color=color, alpha=0.5, linewidth=0, zorder=3)
            ring = max(top * (1.35 if open_ else 1), 30)
            if open_ or top > low or spot.vague:
                line = "--" if open_ else ":" if spot.vague else "-"
                axes.scatter([x], [y], s=ring, facecolor="none", edgecolor=color, linestyle=line,
                             linewidth=1, zorder=3)  # fmt: skip
            radius = max(ring, 9) ** 0.5 / 2
        wide = width_of(_name(spot), NAME_SIZE) + 0.04
        marks.append(Mark(*scale.inches(x, y), radius / 72, wide, 0.15))
    page = Box(0.03, scale.width - 0.03, 0.03, scale.height - 0.03)
    labels = arrange(marks, page, most=NAMED)
    for spot, mark, label in zip(spots, marks, labels, strict=True):
        if label:
            _write(axes, spot, mark, label, scale)
    return [mark.box for mark in marks] + [label.box for label in labels if label]


def _name(spot: Spot) -> str:
    """The name of a place, its toll and how many events it saw."""
    text = shorten(spot.name, 24)
    text += f", {between(spot.killed)}" if spot.killed.known else ""
    return text + (f" ({number(spot.events)} events)" if spot.events > 1 else "")


def _write(axes: Axes, spot: Spot, mark: Mark, label: Label, scale: Scale) -> None:
    """A name on white, so that no border runs through it, and a line to a mark further off."""
    box = label.box
    x, y = scale.degrees(box.left + 0.02, (box.low + box.high) / 2)
    axes.text(
        x, y, _name(spot), size=NAME_SIZE, color=INK, va="center", zorder=4,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 0.4},
    )  # fmt: skip
    if label.moved:
        near = min(max(mark.x, box.left), box.right), min(max(mark.y, box.low), box.high)
        (x0, y0), (x1, y1) = scale.degrees(mark.x, mark.y), scale.degrees(*near)
        axes.plot([x0, x1], [y0, y1], color=GREY, linewidth=0.5, zorder=2.5)
