"""Tables: their schema, their files, and that a broken one is caught before it is written."""

import json
from datetime import date

import pandas as pd
import pytest

from analysis.tables import TABLES, TablesError, columns, frame, open_tables, write_tables
from analysis.tables.frames import series
from analysis.tables.schema import SchemaError, codebook, schema_json, validate


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
    ("column", "value", "words"),
    [
        ("measure", "murdered", "isin"),
        ("reported", None, "not_nullable"),
        ("country", "", "no_empty_string"),
        ("low", 900.0, "low <= "),
        (["low", "best", "high"], 1.5, "counts are whole"),
    ],
)
def test_a_broken_table_is_refused_and_nothing_written(seed_tables, tmp_path, column, value, words):
    figures = seed_tables.figures.copy()
    row = figures.index[(figures.form == "count") & (figures.high < 800)][0]
    figures.loc[row, column] = value
    with pytest.raises(SchemaError, match=words):
        write_tables(seed_tables._replace(figures=figures), tmp_path)
    assert not list(tmp_path.iterdir())


def test_ids_are_unique(seed_tables):
    doubled = pd.concat([seed_tables.dates, seed_tables.dates.head(1)])
    with pytest.raises(SchemaError, match="date_id"):
        validate("dates", doubled)


def test_empty_tables_are_valid(tmp_path):
    for name in TABLES:
        assert len(validate(name, frame(name, []))) == 0


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
