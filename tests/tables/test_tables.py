"""Tables: their schema, their files, and that a broken one is caught before it is written."""

import json
from datetime import date

import pandas as pd
import pytest

from analysis.tables import (
    TABLES,
    TablesError,
    columns,
    frame,
    harmless,
    open_tables,
    write_tables,
)
from analysis.tables.frames import series
from analysis.tables.schema import SchemaError, breaches, codebook, schema_json
from analysis.tables.settle import settle


def test_the_seeds_hold_their_contract(seed_tables, tmp_path):
    write_tables(seed_tables, tmp_path)
    again = open_tables(tmp_path)
    for name in TABLES:
        before, after = getattr(seed_tables, name), getattr(again, name)
        assert list(before.columns) == [c.name for c in columns(name)]
        pd.testing.assert_frame_equal(before, after, check_dtype=False)
        csv = pd.read_csv(tmp_path / f"{name}.csv")
        assert len(csv) == len(before) and "text" not in csv.columns
    assert again.messages == seed_tables.messages
    assert sorted(f.name for f in tmp_path.iterdir()) == sorted(
        [f"{n}.{e}" for n in TABLES for e in ("csv", "parquet")]
        + ["schema.json", "codebook.md", "messages.json"]
    )


def test_offsets_reproduce_the_words(seed_tables):
    texts = dict(zip(seed_tables.articles.article_id, seed_tables.articles.text, strict=True))
    for name in ("dates", "figures"):
        rows = getattr(seed_tables, name)
        assert len(rows)
        for row in rows.itertuples():
            assert texts[row.article_id][row.start : row.end] == row.reported


def test_counts_in_the_csv_have_no_decimals(seed_tables, tmp_path):
    write_tables(seed_tables, tmp_path)
    best = pd.read_csv(tmp_path / "figures.csv", dtype=str).best.dropna()
    assert len(best) and not best.str.endswith(".0").any() and not best.str.contains("e").any()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("+1-800-HELP", "'+1-800-HELP"),
        ("\t=1", "'\t=1"),
        ("- said the police", "'- said the police"),
        ("-33 %", "-33 %"),
        ("+1,200", "+1,200"),
        ("-", "-"),
        ("12 = twelve", "12 = twelve"),
        (-3, -3),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(cell, written):
    assert harmless(cell) == written


def test_the_csv_holds_no_formula_and_the_parquet_what_was_read(seed_tables, tmp_path):
    articles = seed_tables.articles.copy()
    articles.loc[0, "title"] = "=1+1"
    write_tables(seed_tables._replace(articles=articles), tmp_path)
    assert pd.read_csv(tmp_path / "articles.csv").title[0] == "'=1+1"
    assert open_tables(tmp_path).articles.title[0] == "=1+1"


BROKEN = [
    ("measure", "murdered", "isin"),
    ("reported", None, "not_nullable"),
    ("country", "", "no_empty_string"),
    ("low", 900.0, "low <= "),
    (["low", "best", "high"], 1.5, "counts are whole"),
]


def broken(tables, column, value):
    figures = tables.figures.copy()
    row = figures.index[(figures.form == "count") & (figures.high < 800)][0]
    figures.loc[row, column] = value
    return figures.figure_id[row], tables._replace(figures=figures)


@pytest.mark.parametrize(("column", "value", "words"), BROKEN)
def test_a_broken_table_is_refused_and_nothing_written(seed_tables, tmp_path, column, value, words):
    with pytest.raises(SchemaError, match=words):
        write_tables(broken(seed_tables, column, value)[1], tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("column", "value", "words"), BROKEN)
def test_a_broken_row_is_set_aside_and_named(seed_tables, tmp_path, column, value, words):
    gone, tables = broken(seed_tables, column, value)
    settled = settle(tables)
    assert len(settled.figures) == len(tables.figures) - 1
    assert gone in settled.messages[-1] and words in settled.messages[-1]
    assert gone not in set(settled.figures.part_of.dropna())
    assert not any(gone in ids for ids in settled.incidents.figure_ids)
    write_tables(settled, tmp_path)


def test_ids_are_unique(seed_tables):
    doubled = pd.concat([seed_tables.dates, seed_tables.dates.head(1)], ignore_index=True)
    assert "date_id" in breaches("dates", doubled)[len(seed_tables.dates)]


def test_empty_tables_are_valid(tmp_path):
    for name in TABLES:
        assert breaches(name, frame(name, [])) == {}


def test_days_of_any_year_survive(tmp_path):
    days = [date(1000, 1, 1), None, date(9999, 12, 31)]
    column = next(c for c in columns("dates") if c.name == "date_start")
    assert [None if pd.isna(d) else d.date() for d in series(days, column)] == days


def test_a_folder_without_tables_is_an_error(tmp_path):
    with pytest.raises(TablesError, match="articles.parquet: no such table"):
        open_tables(tmp_path)


def test_schema_and_codebook_name_every_column():
    definitions, book = json.loads(schema_json())["$defs"], codebook()
    for name in TABLES:
        for column in columns(name):
            assert column.name in definitions[name]["properties"]
            assert f"| {column.name} |" in book and column.description in book
