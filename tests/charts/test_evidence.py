"""Figures in their sentences, and tables for reading: escaped, marked, complete."""

import html
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from made_tables import article, figure, incident, selected

from analysis.charts import (
    casualties_by_month,
    casualty_sources,
    distrust_listing,
    events_listing,
    evidence,
    headline_numbers,
    left_out_listing,
    movement_changes,
    overview,
    totals_by_claimant,
)
from analysis.charts.listing import Listing, table_html
from analysis.charts.words import between, number, period, shorten, stated, visible
from analysis.statistics.bounds import Bounds

TEXT = 'Officials said <b onclick="x">12</b> people & "at least 30" others died. $a$ 12 more came.'


QUETTA = {"adm1": "PK-BA", "adm1_name": "Balochistan", "adm2_name": "Quetta",
          "place_precision": "district"}  # fmt: skip


def quoted(first, words, **more):
    start = TEXT.index(words, first)
    return figure(
        f"f{start}", "a", 12, 12, 12, start=start, end=start + len(words), reported=words,
        quote=TEXT, **more,
    )  # fmt: skip


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.seen = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))


def test_each_figure_is_marked_in_its_sentence():
    data = selected(
        [article("a", text=TEXT)],
        [quoted(0, "12"), quoted(0, "at least 30", certainty="denied"), quoted(40, "12")],
    )
    shown = evidence(data)
    marks = re.findall(r"<mark( class=\"out\")?>(.*?)</mark>", shown.html)
    assert marks == [("", "12"), (' class="out"', "at least 30"), ("", "12")]
    quote = re.search(r"<blockquote[^>]*>(.*?)</blockquote>", shown.html)[1]
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", quote)) == TEXT
    assert "not counted: denied" in shown.html
    assert len(shown.data) == 3


def test_the_place_is_named_by_the_gazetteer_and_in_the_text_s_words():
    kabul = {"country": "AFG", "adm1": "AF-KAB", "adm1_name": "Kabul", "adm2_name": "Kabul"}
    told = kabul | {"place": "Afghan capital", "place_precision": "district"}
    data = selected(
        [article("a", text=TEXT)], [quoted(0, "12", **told)], [incident("i", "a", **told)]
    )
    assert "Kabul (“Afghan capital”)" in evidence(data).html
    (row,) = evidence(data).data[["place", "place_name"]].to_numpy().tolist()
    assert row == ["Afghan capital", "Kabul"]
    (event,) = events_listing(data).data[["place", "where"]].to_numpy().tolist()
    assert event == ["Afghan capital", "Kabul"]
    plain = selected([article("a", text=TEXT)], [quoted(0, "12", place="QUETTA", **QUETTA)])
    assert "“QUETTA”" not in evidence(plain).html and "Quetta" in evidence(plain).html


def test_actors_are_named_and_keep_their_code():
    data = selected([article("a")], [], [incident("i", "a", actor="PAK_MIL")])
    (row,) = events_listing(data).data[["actor", "who", "killed"]].to_numpy().tolist()
    assert row == ["PAK_MIL", "Pakistan's armed forces", "1"]


def test_nothing_of_an_article_becomes_markup():
    evil = '"><script>alert(1)</script><img src=x onerror=y>'
    data = selected(
        [
            article(
                "a", text=TEXT, title=evil, source=evil, url="javascript:alert(1)", warnings=[evil]
            )
        ],
        [quoted(0, "12", claimant=evil, place=evil, group_text=evil, rule=evil)],
        [incident("i", "a", place=evil, figure_ids=["f22"])],
    )
    listings = [casualty_sources, distrust_listing, events_listing, headline_numbers, overview]
    pages = [evidence(data).html]
    pages += [draw(data)._repr_mimebundle_()["text/html"] for draw in listings]
    for page in pages:
        tags = Tags(page).seen
        assert not {tag for tag, _ in tags} & {"script", "img", "b onclick"}
        assert not [a for _, attributes in tags for a in attributes if a.startswith("on")]
        assert not [a for _, a in tags if a.get("href", "https:").startswith("javascript")]


def test_addresses_become_links_only_if_they_are_http():
    data = selected(
        [article("a", text=TEXT, url="https://x.example/?a=1&b='\"><")], [quoted(0, "12")]
    )
    links = [a["href"] for tag, a in Tags(evidence(data).html).seen if tag == "a"]
    assert links == ["https://x.example/?a=1&b='\"><"]


def test_a_long_sentence_is_cut_around_its_figures():
    text = "or ".join(["corridor "] * 5000) + "12 people died" + " or corridor" * 5000
    start = text.index("12")
    row = figure("f", "a", 12, 12, 12, start=start, end=start + 2, quote=text, reported="12")
    page = evidence(selected([article("a", text=text)], [row])).html
    assert "<mark>12</mark> people died" in page
    assert len(page) < 4000


def test_many_sentences_are_cut_and_said_to_be():
    text = "12 died. " * 900
    rows = [
        figure(f"f{n}", "a", 12, 12, 12, sentence=n, start=9 * n, end=9 * n + 2, quote="12 died.",
               reported="12")
        for n in range(900)
    ]  # fmt: skip
    shown = evidence(selected([article("a", text=text)], rows))
    assert shown.html.count("<mark>") == 400
    assert "500 more sentences" in shown.html
    assert len(shown.data) == 900


def test_null_is_a_dash_and_numbers_are_grouped():
    data = pd.DataFrame({
        "n": pd.Series([1234567, None], dtype="Int64"),
        "day": pd.to_datetime(["2024-03-09", None]),
        "list": [["a", "b<"], []],
        "zero": pd.Series([0, None], dtype="Float64"),
    })  # fmt: skip
    cells = re.findall(r"<td[^>]*>(.*?)</td>", table_html(data))
    assert cells == ["1,234,567", "2024-03-09", "a; b&lt;", "0", "–", "–", "–", "–"]


def test_an_empty_listing_says_so():
    bundle = left_out_listing(selected())._repr_mimebundle_()
    assert bundle["text/html"] == "<p>Every row counts.</p>"
    assert Listing(pd.DataFrame(), "x")._repr_mimebundle_()["text/plain"].startswith("No rows")


def test_changes_keep_their_sign():
    moved = {"measure": "returned", "form": "change", "unit": "percent", "stock_flow": "flow"}
    data = selected(
        [article("a")],
        [figure("1", "a", -33, -33, -33, **moved), figure("2", "a", 70, 70, 70, **moved)],
    )
    assert list(movement_changes(data).data["value"]) == ["-33 %", "+70 %"]


@pytest.mark.parametrize(
    ("bounds", "quantifier", "words"),
    [
        (Bounds(852, 852, 852), "exact", "852"),
        (Bounds(46, 46, None), "at_least", "at least 46"),
        (Bounds(150, 150, None), "more_than", "more than 150"),
        (Bounds(None, 70, 70), "at_most", "up to 70"),
        (Bounds(None, 70, 70), "less_than", "fewer than 70"),
        (Bounds(8000, 8000, 8000), "about", "about 8,000"),
        (Bounds(1e6, 1e6, 1e6), "nearly", "nearly 1,000,000"),
        (Bounds(600000, None, 800000), "range", "600,000–800,000"),
        (Bounds(2000, None, None), "vague", "2,000 or more"),
        (Bounds(1, 1, 1), "implied", "1"),
        (Bounds(0, 0, 0), "exact", "0"),
    ],
)
def test_figures_in_words(bounds, quantifier, words):
    assert stated(bounds, quantifier) == words


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Bounds(14, 26, 27), "14–27"),
        (Bounds(14, 26, None), "14 or more"),
        (Bounds(None, 26, 27), "up to 27"),
        (Bounds(None, 26, None), "26"),
        (Bounds(), "not known"),
    ],
)
def test_ranges_in_words(bounds, words):
    assert between(bounds) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2021-01-01", "2023-12-31", "2021–2023"),
        ("2025-01-01", "2025-01-31", "Jan 2025"),
        ("2023-11-01", "2024-01-31", "Nov 2023 – Jan 2024"),
        ("2024-11-09", "2024-11-09", "9 Nov 2024"),
        ("2024-01-01", "2024-03-17", "1 Jan – 17 Mar 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ("2023-06-10", "2023-06-11", "10–11 Jun 2023"),
        ("2021-08-15", None, "since 15 Aug 2021"),
        (None, "2021-08-15", "until 15 Aug 2021"),
        (None, None, "date not known"),
    ],
)
def test_periods_in_words(first, last, words):
    days = [None if day is None else pd.Timestamp(day).date() for day in (first, last)]
    assert period(*days) == words


def test_disguised_text_is_made_visible():
    assert visible("a\u202e91\u202c\x00\n b") == "a‹U+202E›91‹U+202C›‹U+0000› b"
    assert visible("1\u200b9\ufeff\ufffe\ud800") == "19‹U+FFFE›‹U+D800›"
    assert visible("می\u200cشود") == "می\u200cشود"  # a joiner that Persian spelling needs
    assert shorten("one two three four", 12) == "one two…"
    assert number(None) == ""


def test_a_date_behind_arabic_letters_keeps_its_order():
    assert visible("روزنامہ, 2025-03-02") == "روزنامہ, \u200e2025-03-02"
    assert visible("روزنامہ 7 افراد") == "روزنامہ 7 افراد"
    assert visible("Desk, 2025-03-02") == "Desk, 2025-03-02"


def test_tables_for_reading_fit_their_text():
    data = pd.DataFrame({"n": [3], "words": ["روزنامہ"], "plain": ["café"]})
    cells = re.findall(r"<td([^>]*)>", table_html(data))
    assert "text-align:right" in cells[0]
    assert [' dir="auto"' in cell for cell in cells] == [False, True, False]
    assert Listing(data, "x")._repr_mimebundle_()["text/plain"] == "1 row: x.csv"


def test_nothing_saved_is_a_formula(tmp_path):
    row = figure("f", "a", 3, 3, 3, claimant="=cmd|' /C calc'!A0", scope="period")
    totals_by_claimant(selected([article("a")], [row])).save(tmp_path)
    assert pd.read_csv(tmp_path / "totals_by_claimant.csv").claimant[0].startswith("'=cmd")


def test_empty_and_unknown_columns_are_saved(tmp_path):
    totals_by_claimant(selected()).save(tmp_path)
    data = selected([article("a")], [figure("f", "a", 3, 3, 3, scope="period")])
    totals_by_claimant(data).save(tmp_path)
    assert pd.read_csv(tmp_path / "totals_by_claimant.csv")["period_start"].isna().all()


def test_charts_and_tables_are_saved_side_by_side(tmp_path):
    data = selected(
        [article("a")],
        [figure("f", "a", 3, 3, None, claimant='a, "b"\nc')],
        [incident("i", "a", killed=(3, 3, None), figure_ids=["f"])],
    )
    casualties_by_month(data, "killed").save(tmp_path / "charts")
    headline_numbers(data).save(tmp_path / "charts")
    names = sorted(path.name for path in (tmp_path / "charts").iterdir())
    assert names == [
        "headline_numbers.csv", "killed_by_month.csv", "killed_by_month.png", "killed_by_month.svg",
    ]  # fmt: skip
    read = pd.read_csv(tmp_path / "charts" / "killed_by_month.csv")
    assert read.loc[0, ["month", "status", "low", "best"]].tolist() == [
        "2024-03-01",
        "events",
        3,
        3,
    ]
    assert pd.isna(read.loc[0, "high"])


def test_a_notebook_keeps_a_line_of_text_of_a_listing(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda what, **more: shown.append((what, more)))
    left_out_listing(selected()).show()
    assert shown == [
        ({"text/html": "<p>Every row counts.</p>", "text/plain": "Every row counts."},
         {"raw": True})
    ]  # fmt: skip
