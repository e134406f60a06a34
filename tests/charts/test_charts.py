"""Charts: what is plotted, what is written, and that nothing in an article can break them."""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest
from made_tables import article, figure, incident, selected
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analysis.charts import (
    casualties_by_month,
    events_in_order,
    events_on_time_axis,
    movement_figures,
    tolls_that_differ,
    totals_by_claimant,
)

CHARTS = (
    casualties_by_month,
    totals_by_claimant,
    movement_figures,
    events_in_order,
    events_on_time_axis,
    tolls_that_differ,
)
YEAR = {"scope": "period", "period_start": "2024-01-01", "period_end": "2024-12-31"}
HOSTILE = (
    "$x_{1}$ <script>alert(1)</script> & \\frac \u202e91\u202c \x07 ]]> --> \U0001f4a5 پښتو "
    + "w" * 300
)


def example(count=3, text="police"):
    """A selection with rows for every chart."""
    articles, figures, incidents = [], [], []
    for n in range(count):
        key, day = f"a{n}", f"2024-{n % 12 + 1:02d}-{n % 27 + 1:02d}"
        articles.append(article(key, day, title=text, source=text))
        own = {"claimant": text, "place": text}
        figures += [
            figure(f"k{n}", key, n, n, n, **own),
            figure(f"l{n}", key, n + 7, n + 7, None, quantifier="at_least", **own),
            figure(f"t{n}", key, 10 * n, 10 * n, 10 * n, **own, **YEAR),
            figure(f"m{n}", key, 1000, None, 2000 + n, quantifier="range", measure="refugees",
                   stock_flow="stock", **own, **YEAR),
        ]  # fmt: skip
        incidents.append(
            incident(f"i{n}", key, day, (n, n, n + 7), place=text, adm1_name=text,
                     figure_ids=[f"k{n}", f"l{n}"])
        )  # fmt: skip
    return selected(articles, figures, incidents)


@pytest.mark.parametrize("draw", CHARTS)
def test_an_empty_selection_says_why_it_is_empty(draw):
    chart = draw(selected())
    texts = [text.get_text() for text in chart.figure.texts]
    assert "No data" in texts
    assert any(text.startswith("No ") and text.endswith(".") for text in texts)
    assert chart.svg().startswith("<svg")


@pytest.mark.parametrize("draw", CHARTS)
@pytest.mark.parametrize("count", [1, 60])
def test_one_or_many_rows_are_drawn(draw, count):
    chart = draw(example(count))
    assert "No data" not in [text.get_text() for text in chart.figure.texts]
    assert len(chart.data) >= 1
    width, height = chart.figure.get_size_inches()
    renderer = FigureCanvasAgg(chart.figure).get_renderer()
    for text in chart.figure.texts:  # nothing runs off the page
        box = text.get_window_extent(renderer)
        assert box.x0 >= 0
        assert box.x1 <= width * chart.figure.dpi
        assert box.y0 >= 0
        assert box.y1 <= height * chart.figure.dpi


@pytest.mark.parametrize("draw", CHARTS)
def test_hostile_text_is_shown_as_text(draw):
    svg = draw(example(3, HOSTILE)).svg()
    root = ElementTree.fromstring(svg)
    assert not [e for e in root.iter() if e.tag.endswith("script")]
    texts = " ".join("".join(e.itertext()) for e in root.iter() if e.tag.endswith("text"))
    assert "$x_{1}$" in texts or draw is events_on_time_axis
    assert "\u202e" not in svg
    assert "\x07" not in svg


@pytest.mark.parametrize("draw", CHARTS)
def test_svg_is_the_same_at_every_run(draw):
    assert draw(example()).svg() == draw(example()).svg()
    assert not re.search(r"<dc:date>|matplotlib.org", draw(example()).svg())


def test_the_title_says_what_where_and_when():
    chart = casualties_by_month(example(), "killed")
    assert chart.title == (
        "People killed in the violent events told, by month: Pakistan, Jan 2024 – Mar 2024"
    )


@pytest.mark.parametrize("draw", [totals_by_claimant, movement_figures, tolls_that_differ])
def test_only_the_latest_rows_are_drawn_and_all_are_in_the_table(draw):
    short, long = draw(example(6), latest=2), draw(example(6))
    assert len(short.data) == len(long.data)
    assert short.name == f"{long.name}_latest"
    notes = [text.get_text() for text in short.figure.texts if "in the table" in text.get_text()]
    assert len(notes) == 1
    assert short.figure.get_size_inches()[1] < long.figure.get_size_inches()[1]


@pytest.mark.parametrize(
    ("bounds", "quantifier", "dots", "hollow", "arrows"),
    [
        ((5, 5, 5), "exact", 1, 0, 0),
        ((5, 5, 5), "about", 1, 1, 0),
        ((5, 5, 5), "nearly", 1, 1, 0),
        ((5, 5, None), "at_least", 1, 0, 1),
        ((None, 5, 5), "at_most", 1, 0, 1),
        ((5, None, 9), "range", 0, 0, 0),
        ((24, None, None), "vague", 0, 0, 1),
    ],
)
def test_marks_show_what_is_known(bounds, quantifier, dots, hollow, arrows):
    row = figure("f", "a", *bounds, quantifier=quantifier, scope="period")
    axes = totals_by_claimant(selected([article("a")], [row])).figure.axes[0]
    drawn = [line for line in axes.lines if line.get_marker() == "o"]
    assert len(drawn) == dots
    assert sum(line.get_markerfacecolor() == "white" for line in drawn) == hollow
    assert sum(getattr(text, "arrow_patch", None) is not None for text in axes.texts) == arrows
    bars = [line for line in axes.lines if line.get_linewidth() == 5]
    assert [list(bar.get_xdata()) for bar in bars] == ([[5, 9]] if quantifier == "range" else [])


def recalling(*days, **chosen):
    """An article of March 2024 that tells an event of the day before, and earlier ones."""
    told = [incident("now", "a", "2024-03-09", (4, 4, 4))]
    told += [incident(f"old{n}", "a", day, (90, 90, None)) for n, day in enumerate(days)]
    return casualties_by_month(selected([article("a", "2024-03-10")], [], told, **chosen))


def lines_of(chart):
    return [text.get_text() for text in chart.figure.texts]


def test_old_months_do_not_squeeze_the_new_ones_and_are_named():
    chart = recalling("2016-08-08", "2019-05-01")
    assert chart.title.endswith("Pakistan, Mar 2024")
    assert len(chart.data) == 92  # from August 2016
    (note,) = [line for line in lines_of(chart) if "Not drawn" in line]
    assert "2 events of earlier months, Aug 2016 – May 2019 (180 or more killed)" in note
    axes = chart.figure.axes[0]
    assert axes.get_ylim()[1] < 20  # four killed can be seen
    assert "Events: 1;" in " ".join(lines_of(chart))


def test_months_just_before_the_articles_are_drawn():
    chart = recalling("2023-10-08")
    assert chart.title.endswith("Pakistan, Oct 2023 – Mar 2024")
    assert not any("Not drawn" in line for line in lines_of(chart))


def test_all_months_asked_for_are_drawn():
    chart = recalling("2016-08-08", start=date(2016, 8, 1))
    assert chart.title.endswith("Pakistan, Aug 2016 – Mar 2024")
    assert not any("Not drawn" in line for line in lines_of(chart))


def test_a_chart_of_old_events_alone_shows_them():
    old = incident("old", "a", "2016-08-08", (90, 90, None))
    chart = casualties_by_month(selected([article("a", "2024-03-10")], [], [old]))
    assert "90 or more" in {text.get_text() for text in chart.figure.axes[0].texts}


def test_many_events_of_one_toll_are_drawn_at_once():
    told = [incident(f"i{n}", "a", f"2024-01-{n % 28 + 1:02d}", (4, 4, 9)) for n in range(300)]
    axes = events_on_time_axis(selected([article("a")], [], told)).figure.axes[0]
    assert len(axes.collections) == 2  # circles and rings
    assert [len(marks.get_offsets()) for marks in axes.collections] == [300, 300]


def test_no_word_of_a_title_stands_alone():
    from analysis.charts.canvas import INK, canvas

    page = canvas("Totals of attacks and casualties as stated: " + "Afghanistan, " * 4 + "2025",
                  "", (), 1.0)  # fmt: skip
    lines = [text.get_text() for text in page.figure.texts if text.get_color() == INK]
    assert len(lines) == 2 and len(lines[1]) > len(lines[0]) / 2


def test_months_plot_the_table():
    data = selected(
        [article("a", "2024-01-10"), article("b", "2024-04-10")],
        [],
        [
            incident("1", "a", "2024-01-09", (3, 4, 9)),
            incident("2", "b", "2024-04-09", (46, 46, None)),
        ],
    )
    chart = casualties_by_month(data, "killed")
    axes = chart.figure.axes[0]
    texts = {text.get_text() for text in axes.texts}
    assert {"3–9, best 4", "46 or more"} <= texts
    assert not {"0", "?"} & texts  # February and March are without data
    dots = [line.get_xydata().tolist()[0] for line in axes.lines if line.get_marker() == "o"]
    assert dots == [[0, 4], [3, 46]]
    assert [getattr(text, "arrow_patch", None) is not None for text in axes.texts].count(True) == 1
    assert chart.data["status"].tolist() == ["events", "no_data", "no_data", "events"]
