"""Events beside exports written in the form of UCDP GED and ACLED."""

import csv
from datetime import date

import pytest
from stories import story, tables, toll

from analysis import reconcile, write_tables
from analysis.cli import main
from analysis.exports import ExportError, compare, read_export
from analysis.tables import records


def columns_of(words):
    return words.split(",")


UCDP = columns_of(
    "id,relid,year,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,adm_2,"
    "latitude,longitude,country,country_id,date_prec,date_start,date_end,deaths_a,deaths_b,"
    "deaths_civilians,deaths_unknown,best,high,low"
)
ACLED = columns_of(
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,country,"
    "admin1,admin2,location,latitude,longitude,geo_precision,notes,fatalities"
)


def write(file, columns, rows):
    with file.open("w", newline="", encoding="utf-8") as lines:
        table = csv.DictWriter(lines, columns, restval="")
        table.writeheader()
        table.writerows(rows)
    return file


def ucdp(**given):
    return {
        "id": "410001", "year": "2023", "type_of_violence": "1", "where_prec": "1",
        "where_coordinates": "Turbat town", "adm_1": "Balochistan province",
        "adm_2": "Kech district", "latitude": "26.00", "longitude": "63.04",
        "country": "Pakistan", "date_prec": "1", "date_start": "2023-05-10 00:00:00.000",
        "date_end": "2023-05-10 00:00:00.000", "deaths_civilians": "0", "best": "4", "high": "4",
        "low": "4", "side_a": "Government of Pakistan", "side_b": "BLA", **given,
    }  # fmt: skip


def acled(**given):
    return {
        "event_id_cnty": "PAK90001", "event_date": "10 May 2023", "time_precision": "1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Remote explosive/landmine/IED", "actor1": "BLA",
        "country": "Pakistan", "admin1": "Balochistan", "admin2": "Kech", "location": "Turbat",
        "latitude": "26.00", "longitude": "63.04", "geo_precision": "1", "fatalities": "4",
        **given,
    }  # fmt: skip


@pytest.fixture
def events():
    shooting = {"attack_type": "shooting", "place": "Tump"} | toll("killed", 2)
    return reconcile(
        tables(
            story("a", toll("killed", 4, high=7)),
            story("b", shooting | {"date_start": date(2023, 5, 20)}),
        )
    ).events


@pytest.mark.parametrize(
    ("columns", "make", "key"), [(UCDP, ucdp, "id"), (ACLED, acled, "event_id_cnty")]
)
def test_matched_only_here_only_there(tmp_path, events, columns, make, key):
    elsewhere = {"adm_1": "Sindh province", "admin1": "Sindh", "adm_2": "", "admin2": "",
                 "where_coordinates": "Karachi city", "location": "Karachi",
                 "latitude": "24.86", "longitude": "67.01", key: "X2"}  # fmt: skip
    elsewhere = {name: value for name, value in elsewhere.items() if name in columns}
    export = write(tmp_path / "export.csv", columns, [make(), make(**elsewhere)])
    found = records(compare(events, export))
    assert [row["status"] for row in found] == ["matched", "only_there", "only_here"]
    assert found[0]["outside_id"] == make()[key]
    assert (found[0]["agreement"], found[0]["difference"]) == ("same", 0)
    assert found[0]["kilometres"] < 20
    assert found[1]["adm1_name"] == "Sindh"
    assert found[1]["in_coverage"] == "yes"
    assert found[2]["event_id"] is not None and found[2]["outside_id"] is None


def test_toll_differences(tmp_path, events):
    within = write(tmp_path / "w.csv", UCDP, [ucdp(best="6", high="6")])
    row = records(compare(events, within))[0]
    assert (row["status"], row["agreement"], row["difference"]) == ("matched", "within", -2)
    apart = write(tmp_path / "a.csv", ACLED, [acled(fatalities="11")])
    row = records(compare(events, apart))[0]
    assert (row["status"], row["agreement"], row["difference"]) == ("matched", "apart", -7)


@pytest.mark.parametrize(
    "other",
    [
        {"date_start": "2023-05-14", "date_end": "2023-05-14"},
        {"adm_1": "Sindh province", "adm_2": "", "where_coordinates": "Karachi city",
         "latitude": "24.86", "longitude": "67.01"},
        {"country": "Yemen (North Yemen)", "adm_1": "Aden governorate", "adm_2": ""},
        {"where_coordinates": "Panjgur town", "adm_2": "Panjgur district"},
    ],
)  # fmt: skip
def test_what_does_not_match(tmp_path, events, other):
    export = write(tmp_path / "export.csv", UCDP, [ucdp(**other)])
    assert "matched" not in set(compare(events, export)["status"])


def test_each_event_is_matched_once(tmp_path, events):
    rows = [acled(event_id_cnty="P1", fatalities="9"), acled(event_id_cnty="P2")]
    found = records(compare(events, write(tmp_path / "export.csv", ACLED, rows)))
    assert [r["outside_id"] for r in found if r["status"] == "matched"] == ["P2"]
    assert [r["outside_id"] for r in found if r["status"] == "only_there"] == ["P1"]


def test_a_month_long_record_matches_by_its_toll_only(tmp_path, events):
    coarse = {"date_start": "2023-05-01", "date_end": "2023-05-31", "date_prec": "4"}
    same = write(tmp_path / "s.csv", UCDP, [ucdp(**coarse)])
    other = write(tmp_path / "o.csv", UCDP, [ucdp(**coarse, best="5", low="5", high="5")])
    assert "matched" in set(compare(events, same)["status"])
    assert "matched" not in set(compare(events, other)["status"])


def test_an_export_is_read_with_its_codes(tmp_path):
    row = read_export(write(tmp_path / "u.csv", UCDP, [ucdp(adm_1="FATA", best="")]))[0]
    assert (row.country, row.adm1, row.place, row.adm2_name) == ("PAK", "PK-KP", "Turbat", "Kech")
    assert (row.best, row.low, row.civilians) == (None, 4, 0)
    row = read_export(write(tmp_path / "a.csv", ACLED, [acled(event_date="2023-05-10")]))[0]
    assert (row.date_start, row.attack_type) == (date(2023, 5, 10), "bombing")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "neither a UCDP GED export"),
        ("", r"bad\.csv: the file is empty; name a UCDP GED or ACLED export"),
        (",".join(ACLED) + "\nP1,yesterday\n", r"bad\.csv:2: 'yesterday' is no date"),
        (
            ",".join(ACLED) + "\nP1,2023-05-10,,,,,,,Pakistan,,,,,,,,many\n",
            r"bad\.csv:2: 'many' is no number",
        ),
    ],
)
def test_a_broken_export_is_named(tmp_path, text, message):
    file = tmp_path / "bad.csv"
    file.write_text(text)
    with pytest.raises(ExportError, match=message):
        read_export(file)


def test_a_missing_export_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"none\.csv: no such file; name a UCDP GED") as error:
        read_export(tmp_path / "none.csv")
    assert "Errno" not in str(error.value)
    with pytest.raises(ExportError, match=r": Is a directory; name a UCDP GED"):
        read_export(tmp_path)


def test_the_command(tmp_path, capsys):
    write_tables(reconcile(tables(story("a", {}))), tmp_path / "tables")
    export = write(tmp_path / "export.csv", UCDP, [ucdp()])
    target = tmp_path / "out"
    assert main(["compare", str(tmp_path / "tables"), str(export), "--output", str(target)]) == 0
    assert "1 matched, 0 only here, 0 only there" in capsys.readouterr().out
    with (target / "comparison.csv").open() as lines:
        assert [row["status"] for row in csv.DictReader(lines)] == ["matched"]


def test_the_command_needs_events(tmp_path, capsys):
    write_tables(tables(story("a", {})), tmp_path / "tables")
    export = write(tmp_path / "export.csv", UCDP, [ucdp()])
    arguments = ["compare", str(tmp_path / "tables"), str(export), "--output", str(tmp_path / "o")]
    assert main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{tmp_path / 'tables'}: the tables hold no events" in line
    assert f"extract CORPUS --output {tmp_path / 'tables'} --reconcile" in line
