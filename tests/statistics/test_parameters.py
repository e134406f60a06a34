"""Parameters of notebooks: what is allowed, and errors that name the parameter."""

from datetime import date, datetime
from pathlib import Path

import pytest
from made_tables import tables

from analysis.statistics import ParameterError, validate
from analysis.statistics.parameters import check_names
from analysis.tables import write_tables


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("tables")
    write_tables(tables(), target)
    return target


@pytest.mark.parametrize(
    ("given", "start", "end"),
    [
        ({}, None, None),
        ({"start": "2024-12-23", "end": "2024-12-24"}, date(2024, 12, 23), date(2024, 12, 24)),
        ({"start": "2024-02", "end": "2024-02"}, date(2024, 2, 1), date(2024, 2, 29)),
        ({"start": 2024, "end": "2024"}, date(2024, 1, 1), date(2024, 12, 31)),
        ({"start": date(2024, 1, 2), "end": datetime(2024, 1, 2, 3)},
         date(2024, 1, 2), date(2024, 1, 2)),
        ({"start": "", "end": None}, None, None),
    ],
)  # fmt: skip
def test_dates(folder, given, start, end):
    selection = validate({"tables": str(folder), **given})
    assert (selection.start, selection.end) == (start, end)


def test_lists_may_be_one_string(folder):
    for countries in (["PAK", "AFG"], "PAK,AFG", "pak, afg", ("PAK", "AFG", "PAK")):
        selection = validate(
            {"tables": folder, "countries": countries, "measures": "killed,returned", "output": "x"}
        )
        assert selection.countries == ("PAK", "AFG")
        assert selection.measures == ("killed", "returned")
        assert selection.output == Path("x")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"start": "2024-13"}, "parameter 'start': '2024-13' is no date; write YYYY-MM-DD"),
        ({"end": "2024-02-30"}, "parameter 'end': '2024-02-30' is no date"),
        ({"end": "24-02-03"}, "parameter 'end': '24-02-03' is no date"),
        ({"start": True}, "parameter 'start': 'True' is no date"),
        ({"start": 2024.5}, "parameter 'start': '2024.5' is no date"),
        ({"start": "2024-05", "end": "2024-04"}, "parameter 'end': 2024-04-30 is before 'start'"),
        ({"countries": ["PK"]}, "parameter 'countries': 'PK' is no ISO .* did you mean 'PAK'"),
        ({"countries": "Atlantis"}, "parameter 'countries': 'Atlantis' is no ISO"),
        ({"countries": 586}, "parameter 'countries': 586 is no list"),
        ({"measures": ["killd"]}, "parameter 'measures': 'killd' is unknown; .* mean 'killed'"),
        ({"measures": [1]}, "parameter 'measures': .* is no list"),
        ({"tables": "nowhere"}, "parameter 'tables': 'nowhere' holds no tables; .* extract"),
        ({"tables": None}, "parameter 'tables': none given"),
        ({"output": __file__}, "parameter 'output': .* is a file"),
        ({"output": 3}, "parameter 'output': 3 is no folder"),
        ({"strat": "2024"}, "parameter 'strat' is unknown; known are .* did you mean 'start'"),
    ],
)
def test_wrong_parameters_are_named(folder, given, message):
    with pytest.raises(ParameterError, match=message) as caught:
        validate({"tables": str(folder), **given})
    assert "\n" not in str(caught.value)


DECLARED = "tables: str = 'x'  # folder\nstart: Optional[str] = None"


def test_injected_names_are_compared_with_those_declared(folder):
    check_names({"In": ["", DECLARED, "# Parameters\nstart = '2024'"]})
    check_names({"In": ["", DECLARED, "anything = 1", "%matplotlib inline"]})
    with pytest.raises(ParameterError, match="parameter 'strat' is unknown; known are tables, st"):
        check_names({"In": ["", DECLARED, "# Parameters\ntables = 'y'\nstrat = '2024'"]})
    # Run again by hand after the parameters cell was put right:
    check_names({"In": ["", DECLARED, "# Parameters\nstrat = 1", DECLARED]})


def test_a_notebook_namespace_may_hold_other_names(folder):
    namespace = {"In": ["", DECLARED], "tables": str(folder), "pandas": None, "_": 1}
    assert validate(namespace).tables == folder
