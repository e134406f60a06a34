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
NAMED = 14
SEATS = {"point": "place", "district": "seat of the district", "adm1": "seat of the province"}
Box = tuple[float, float, float, float]  # west, east, south, north
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
        first = events[0]
        name = (first["adm1_name"] if vague else None) or place_name(first)
        made.append(
            Spot(longitude, latitude, vague, name, len(events), total(stated),
                 len(events) - len(stated))
        )  # fmt: skip
    return sorted(made, key=lambda s: (-(_top(s.killed)), s.name))


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
        " at its seat. A cross: no number killed is stated."
    )
    page = canvas(title, subtitle, _foot(data, rows, len(rows) - len(placed)), height)
    with rc_context(STYLE):
        axes = plain(page.panel(0, height, MARGIN, WIDTH - MARGIN))
        _ground(axes, extent)
        taken = _circles(axes, spots, extent, width)
        _countries(axes, extent, placed, taken)
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


def _countries(axes: Axes, extent: Extent, rows: list[Row], taken: list[Box]) -> None:
    """Names of the countries of the events, where nothing is in the way.

    In the middle of the country's provinces that the map shows or, if that is taken, at the seat
    of one of them.
    """
    inch = (extent.east - extent.west) / (axes.get_position().width * WIDTH)
    for code in sorted({row["country"] for row in rows if row["country"]}):
        text = country_name(code).upper()
        wide, high = width_of(text, 10.0) * inch, 0.2 * inch
        seats = sorted(
            (spot.longitude, spot.latitude)
            for spot in gazetteer().adm1.values()
            if spot.country == code and spot.longitude is not None and spot.latitude is not None
        )
        inside = [
            (x, y)
            for x, y in seats
            if extent.west + wide / 2 < x < extent.east - wide / 2
            and extent.south + high < y < extent.north - high
        ]
        if not inside:
            continue
        middle = tuple(sum(values) / len(inside) for values in zip(*inside, strict=True))
        for x, y in (middle, *inside):
            box = (x - wide / 2, x + wide / 2, y - high / 2, y + high / 2)
            if not any(_cross(box, other) for other in taken):
                axes.text(x, y, text, size=10, color="#b5b5b5", ha="center", va="center",
                          zorder=1.5)  # fmt: skip
                taken.append(box)
                break


def _circles(axes: Axes, spots: list[Spot], extent: Extent, width: float) -> list[Box]:
    """The marks, and names beside them; returns the boxes that they take up, in degrees."""
    largest = max((_top(spot.killed) for spot in spots), default=1) or 1
    inch = (extent.east - extent.west) / width
    tall = (extent.north - extent.south) / axes.get_position().height / axes.figure.get_figheight()
    taken: list[Box] = []
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
        marks.append((spot, radius / 72))
        r = radius / 72
        taken.append((x - r * inch, x + r * inch, y - r * tall, y + r * tall))
    _names(axes, marks, taken, extent, inch, tall)
    return taken


def _names(
    axes: Axes, marks: list[tuple[Spot, float]], taken: list[Box],
    extent: Extent, inch: float, tall: float,
) -> None:  # fmt: skip
    """Names of the places with the highest tolls, beside, above or below their circle."""
    for spot, radius in marks[:NAMED]:
        text = shorten(spot.name, 24)
        text += f", {between(spot.killed)}" if spot.killed.known else ""
        text += f" ({number(spot.events)} events)" if spot.events > 1 else ""
        wide, high = width_of(text, 7.6) * inch, 0.14 * tall
        away = (radius + 0.04) * inch
        rise = (radius + 0.09) * tall
        for left, middle in (
            (spot.longitude + away, spot.latitude),
            (spot.longitude - away - wide, spot.latitude),
            (spot.longitude - wide / 2, spot.latitude + rise),
            (spot.longitude - wide / 2, spot.latitude - rise),
        ):
            box = (left, left + wide, middle - high / 2, middle + high / 2)
            inside = (
                box[0] >= extent.west and box[1] <= extent.east
                and box[2] >= extent.south and box[3] <= extent.north
            )  # fmt: skip
            if inside and not any(_cross(box, other) for other in taken):
                axes.text(left, middle, text, size=7.6, color=INK, va="center", zorder=4)
                taken.append(box)
                break


def _cross(one: Box, other: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
