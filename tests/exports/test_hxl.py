"""The HXL export, checked by the standard's own library."""

import csv
import re

import hxl
import pytest
from stories import DAY, days, story, tables, toll

from analysis import reconcile, write_tables
from analysis.cli import main
from analysis.exports import export_hxl
from analysis.tables import frame, records

# The hashtags of HXL 1.1.
HASHTAGS = (
    "access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact"
    " country crisis currency date delivery description event frequency geo group impact indicator"
    " inneed item loc meta modality need operations org output population reached region respondee"
    " sector service severity status subsector targeted value"
)


@pytest.fixture
def made():
    told = tables(
        story("a", toll("killed", 3, high=4) | toll("injured", 8) | {"claimant": "police"}),
        story("b", toll("killed", 5), published=DAY + days(1)),
        story("c", toll("killed", 5), duplicate_of="b", published=DAY + days(1)),
        story("d", toll("killed", 2) | {"date_start": DAY + days(30)}, published=DAY + days(30)),
    )
    more = records(told.figures)
    base = {**more[0], "incident_id": None, "scope": "period", "claimant": "UNHCR"}
    for key, measure, unit, low, best, high in (
        ("r", "refugees", "person", 90, 100, 110),
        ("h", "displaced", "household", 40, 40, None),
        ("p", "displaced", "person", None, None, 900),
        ("n", "attacks", "event", 12, 12, 12),
    ):
        more.append(
            {**base, "figure_id": key, "measure": measure, "unit": unit,
             "low": low, "best": best, "high": high}
        )  # fmt: skip
    more += [
        {**base, "figure_id": "x1", "measure": "refugees", "certainty": "denied"},
        {**base, "figure_id": "x2", "measure": "refugees", "certainty": "hypothetical"},
        {**base, "figure_id": "x3", "measure": "refugees", "part_of": "r"},
        {**base, "figure_id": "x4", "measure": "refugees", "form": "change"},
    ]
    return reconcile(told._replace(figures=frame("figures", more)))


def read(file):
    with file.open(encoding="utf-8", newline="") as lines:
        heads, tags, *rows = csv.reader(lines)
    return heads, tags, [dict(zip(tags, row, strict=True)) for row in rows]


def test_the_library_finds_no_fault(made, tmp_path):
    files = export_hxl(made, tmp_path)
    assert [f.name for f in files] == [
        "articles.hxl.csv", "figures.hxl.csv", "incidents.hxl.csv", "events.hxl.csv",
    ]  # fmt: skip
    for file in files:
        faults = []
        schema = hxl.schema(None, callback=faults.append)
        data = hxl.data(str(file), hxl.InputOptions(allow_local=True)).cache()
        schema.validate(data)
        wrong = [f for f in faults if f.rule.severity == "error" or "whitespace" in str(f.message)]
        assert not wrong, [(f.message, f.value) for f in wrong]
        assert len(list(data)) == len(read(file)[2])


def test_the_library_would_find_a_fault(made, tmp_path):
    file = export_hxl(made, tmp_path)[3]
    file.write_text(file.read_text().replace("2023-05-10", "a Wednesday"))
    faults = []
    data = hxl.data(str(file), hxl.InputOptions(allow_local=True))
    assert not hxl.schema(None, callback=faults.append).validate(data)
    assert any(f.rule.severity == "error" for f in faults)


def test_every_tag_is_of_the_standard_and_stands_once(made, tmp_path):
    for file in export_hxl(made, tmp_path):
        tags = read(file)[1]
        assert len(tags) == len(set(tags))
        for tag in tags:
            assert re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag), tag
            assert tag[1:].split("+")[0] in HASHTAGS.split(), tag


def test_the_tags_asked_for(made, tmp_path):
    files = {f.name.split(".")[0]: read(f) for f in export_hxl(made, tmp_path)}
    assert {"#date+start", "#adm1+name", "#affected+killed", "#affected+injured"} <= set(
        files["events"][1]
    )
    assert {"#affected+refugees", "#affected+displaced", "#meta+source"} <= set(files["figures"][1])


def test_what_is_exported_of_the_figures(made, tmp_path):
    rows = read(export_hxl(made, tmp_path)[1])[2]
    ids = {row["#meta+id+figure"] for row in rows}
    assert ids == {"f.b.0", "f.d.0", "r", "h", "p", "n"}  # f.a.0 overtaken, f.c.0 a reprint
    by = {row["#meta+id+figure"]: row for row in rows}
    assert [by["r"][f"#affected+refugees{end}"] for end in ("+min", "", "+max")] == [
        "90", "100", "110",
    ]  # fmt: skip
    assert [by["h"][f"#affected+displaced+hh{end}"] for end in ("+min", "", "+max")] == [
        "40", "40", "",
    ]  # fmt: skip
    assert [by["p"][f"#affected+displaced{end}"] for end in ("+min", "", "+max")] == [
        "", "", "900",
    ]  # fmt: skip
    assert by["n"]["#affected+killed"] == ""
    assert by["r"]["#meta+source+claimant"] == "UNHCR"


def test_events_and_incidents(made, tmp_path):
    files = {f.name.split(".")[0]: read(f)[2] for f in export_hxl(made, tmp_path)}
    assert [row["#affected+killed"] for row in files["events"]] == ["5", "2"]
    assert files["events"][0]["#country+code+v_iso3"] == "PAK"
    assert files["events"][0]["#meta+num+tellings"] == "2"
    assert {row["#meta+id+article"] for row in files["incidents"]} == {"a", "b", "d"}


def test_without_events(tmp_path):
    files = export_hxl(tables(story("a", {})), tmp_path)
    assert [f.name for f in files] == ["articles.hxl.csv", "figures.hxl.csv", "incidents.hxl.csv"]


def test_the_command(made, tmp_path, capsys):
    write_tables(made, tmp_path / "tables")
    assert main(["export-hxl", str(tmp_path / "tables"), "--output", str(tmp_path / "hxl")]) == 0
    assert "events.hxl.csv" in capsys.readouterr().out
    assert main(["export-hxl", str(tmp_path / "none"), "--output", str(tmp_path / "hxl")]) == 2
