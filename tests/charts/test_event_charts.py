"""The map, the revisions of a toll, contradictions and coverage."""

import xml.etree.ElementTree as ElementTree

import pytest
from made_tables import article, figure, incident, selected, tables

from analysis.charts import (
    contradictions_listing,
    coverage_listing,
    events_map,
    toll_revisions,
)
from analysis.charts.borders import Extent, lines
from analysis.events import reconcile
from analysis.statistics import Selection, select
from analysis.statistics.rows import records

HOSTILE = "$x_{1}$ <script>alert(1)</script> & \u202e91\u202c \x07 ]]> پښتو " + "w" * 300
CHARTS = (events_map, toll_revisions)


def rising(count=3, text="police", **place):
    """One event, told by some articles with a rising toll, and a total that covers it."""
    articles = [article(f"a{n}", f"2024-03-{n + 10:02d}", title=text) for n in range(count)]
    figures = [
        figure(f"f{n}", f"a{n}", n + 3, n + 3, n + 3, incident_id=f"i{n}", claimant=text,
               quote=f"{text} counted {n + 3}.")
        for n in range(count)
    ]  # fmt: skip
    incidents = [
        incident(f"i{n}", f"a{n}", killed=(n + 3, n + 3, n + 3), figure_ids=[f"f{n}"], **place)
        for n in range(count)
    ]
    figures.append(
        figure("t", "a0", 40, 40, 40, scope="period", claimant=text,
               period_start="2024-03-01", period_end="2024-03-31")
    )  # fmt: skip
    return articles, figures, incidents


def drawn(*parts, **chosen):
    return select(reconcile(tables(*parts)), Selection("tables", **chosen))


@pytest.mark.parametrize("draw", CHARTS)
def test_an_empty_selection_says_why_it_is_empty(draw):
    texts = [text.get_text() for text in draw(selected()).figure.texts]
    assert "No data" in texts
    assert any(text.startswith("No ") and text.endswith(".") for text in texts)


@pytest.mark.parametrize("draw", CHARTS)
def test_hostile_text_is_shown_as_text(draw):
    svg = draw(drawn(*rising(3, HOSTILE, place=HOSTILE))).svg()
    root = ElementTree.fromstring(svg)
    assert not [e for e in root.iter() if e.tag.endswith("script")]
    texts = " ".join("".join(e.itertext()) for e in root.iter() if e.tag.endswith("text"))
    assert "$x_{1}$" in texts
    assert "\u202e" not in svg


@pytest.mark.parametrize("draw", CHARTS)
def test_svg_is_the_same_at_every_run(draw):
    assert draw(drawn(*rising())).svg() == draw(drawn(*rising())).svg()


def test_the_map_draws_places_where_they_are():
    parts = rising()
    parts[0].append(article("b", "2024-04-02"))
    parts[2].append(
        incident("j", "b", "2024-04-01", (2, 2, None), place="Turbat", adm1="PK-BA",
                 adm1_name="Balochistan", adm2_name="Kech")
    )  # fmt: skip
    parts[2].append(
        incident("k", "b", "2024-04-01", (1, 1, 1), place=None, place_precision="country",
                 adm1=None, adm1_name=None, adm2_name=None)
    )  # fmt: skip
    chart = events_map(drawn(*parts))
    rows = {row["place"]: row for row in records(chart.data)}
    bannu, turbat = rows["Bannu"], rows["Turbat"]
    assert rows[None]["latitude"] is None
    assert abs(bannu["latitude"] - 33.0) < 0.2 and abs(bannu["longitude"] - 70.6) < 0.2
    assert abs(turbat["latitude"] - 26.0) < 0.2 and abs(turbat["longitude"] - 63.05) < 0.2
    words = [text.get_text() for text in chart.figure.texts]
    assert any("Not drawn" in text and "1 of 3" in text for text in words)
    names = [text.get_text() for text in chart.figure.axes[0].texts]
    assert "Bannu, 5" in names
    assert "Turbat, 2 or more" in names
    assert chart.title == "Where violent events happened: Pakistan, Mar 2024 – Apr 2024"


def test_a_province_is_drawn_at_its_seat_and_says_so():
    place = {"place": "Balochistan", "place_precision": "adm1", "adm1": "PK-BA",
             "adm1_name": "Balochistan", "adm2_name": None}  # fmt: skip
    (row,) = records(events_map(drawn(*rising(1, **place))).data)
    assert row["drawn_at"] == "seat of the province"


@pytest.mark.parametrize("where", ["PAK", "far apart"])
def test_nothing_runs_off_the_map(where):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    parts = rising(2)
    if where == "far apart":
        parts[2].append(
            incident("k", "a0", "2024-03-01", (9, 9, 9), place="Mogadishu", country="SOM",
                     adm1="SO-BN", adm1_name="Banadir", adm2_name=None)
        )  # fmt: skip
    figure_ = events_map(drawn(*parts)).figure
    renderer = FigureCanvasAgg(figure_).get_renderer()
    width, height = figure_.get_size_inches() * figure_.dpi
    for text in [*figure_.texts, *figure_.axes[0].texts]:
        box = text.get_window_extent(renderer)
        assert box.x0 >= 0 and box.x1 <= width and box.y0 >= 0 and box.y1 <= height


def test_names_on_a_crowded_map_cover_no_other_name():
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    parts = rising(1)
    valley = {"country": "PAK", "adm1": "PK-KP", "adm1_name": "Khyber Pakhtunkhwa"}
    towns = ("Peshawar", "Nowshera", "Charsadda", "Mardan", "Swabi", "Kohat", "Hangu", "Haripur")
    for n, town in enumerate(towns):
        parts[2].append(
            incident(f"k{n}", "a0", f"2024-03-{n + 1:02d}", (n, n, 3 * n), place=town, adm2_name=town,
                     **valley)
        )  # fmt: skip
    figure_ = events_map(drawn(*parts)).figure
    renderer = FigureCanvasAgg(figure_).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in figure_.axes[0].texts]
    assert len(boxes) >= len(towns)
    for number, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[:number])


def test_events_of_one_spot_are_called_by_what_they_share():
    parts = rising(1)
    kabul = {"country": "AFG", "adm1": "AF-KAB", "adm1_name": "Kabul", "adm2_name": "Kabul"}
    for n, place in enumerate(("Abbey Gate", "Kabul")):
        parts[2].append(
            incident(f"k{n}", "a0", f"2024-03-0{n + 1}", (9, 9, 9), place=place, **kabul)
        )
    texts = [text.get_text() for text in events_map(drawn(*parts)).figure.axes[0].texts]
    assert "Kabul, 18 (2 events)" in texts


def test_borders_are_there_without_a_download():
    khyber = Extent(70.0, 72.0, 33.5, 34.5)
    border = list(lines("countries", khyber))
    assert border
    near = min(
        ((part - (71.09, 34.13)) ** 2).sum(axis=1).min() ** 0.5 for part in border
    )  # Torkham lies on it
    assert near < 0.1
    assert not list(lines("countries", Extent(-40.0, -30.0, 20.0, 30.0)))
    assert list(lines("gshhs", Extent(66.0, 68.0, 24.0, 26.0)))


def test_a_toll_is_followed_from_report_to_report():
    chart = toll_revisions(drawn(*rising()))
    rows = records(chart.data)
    assert [(row["best"], row["status"]) for row in rows] == [
        (3, "overtaken"), (4, "overtaken"), (5, "counted"),
    ]  # fmt: skip
    assert rows[2]["preferred"] == "yes"
    assert chart.title == "How the toll changed: People killed, Bannu, 9 Mar 2024"
    axes = chart.figure.axes[0]
    assert {text.get_text() for text in axes.texts} >= {"3", "4", "5"}
    hollow = [line for line in axes.lines if line.get_markerfacecolor() == "white"]
    assert len(hollow) == 2


def test_an_event_can_be_asked_for():
    parts = rising()
    for n in range(2):
        parts[0].append(article(f"b{n}", f"2024-04-{n + 2:02d}"))
        parts[2].append(
            incident(f"j{n}", f"b{n}", "2024-04-01", (n + 7, n + 7, n + 7), place="Lakki")
        )
    data = drawn(*parts)
    other = next(event["event_id"] for event in data.events if event["place"] == "Lakki")
    assert [row["best"] for row in records(toll_revisions(data).data)] == [3, 4, 5]
    assert [row["best"] for row in records(toll_revisions(data, other).data)] == [7, 8]


def test_contradictions_stand_side_by_side_with_their_sentences():
    articles, figures, incidents = rising(2)
    figures[1] |= {"claimant": "the BLA", "low": 30, "best": 30, "high": 30,
                   "quote": "The BLA counted 30."}  # fmt: skip
    incidents[1] |= {"killed_low": 30, "killed_best": 30, "killed_high": 30}
    listing = contradictions_listing(drawn(articles, figures, incidents))
    (row,) = records(listing.data)
    assert (row["toll"], row["voice"], row["other_toll"]) == ("3", "police", "30")
    assert row["quote"] == "police counted 3."
    assert row["other_quote"] == "The BLA counted 30."
    assert row["other_source"] == "the BLA, in Valley Post, 2024-03-11"
    assert "The BLA counted 30." in listing._repr_mimebundle_()["text/html"]


def test_totals_stand_beside_what_is_told():
    (row,) = records(coverage_listing(drawn(*rising())).data)
    assert (row["total"], row["told"], row["known"], row["percent"]) == (
        "40", "1 event", "5", "12.5 %",
    )  # fmt: skip


def test_no_rows_are_said_to_be_none():
    for listing in (contradictions_listing(selected()), coverage_listing(selected())):
        assert listing._repr_mimebundle_()["text/plain"].startswith("No ")
