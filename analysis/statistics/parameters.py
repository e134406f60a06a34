"""The parameters of the notebooks: checked before anything is drawn, errors name the parameter."""

from __future__ import annotations

import ast
import calendar
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

INJECTED = "# Parameters"  # first line of the cell in which papermill sets parameters


class ParameterError(ValueError):
    """A parameter that cannot be used; the message names it, its value and what is allowed."""


class Selection(NamedTuple):
    """What a report covers. Empty countries or measures, and null start or end: all of them."""

    tables: Path
    start: date | None = None
    end: date | None = None
    countries: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    output: Path | None = None


def validate(namespace: Mapping[str, Any]) -> Selection:
    """Check the parameters of a notebook and resolve them.

    Args:
        namespace: `globals()` of the notebook, or a mapping of parameter names to values. In a
            notebook, names that papermill has set are compared with those of the cell that
            declares the parameters.

    Returns:
        The selection. `start` and `end` may be a day, a month (its first or last day) or a year.

    Raises:
        ParameterError: For a value that is not allowed, or a name that no cell declares.
    """
    if "In" in namespace:
        check_names(namespace)
    else:
        _known(namespace, [*Selection._fields])
    return Selection(
        _tables(namespace.get("tables")),
        *check_values(namespace),
        _folder("output", namespace.get("output")),
    )


def check_values(
    given: Mapping[str, Any],
) -> tuple[date | None, date | None, tuple[str, ...], tuple[str, ...]]:
    """Check what is to be covered before there are tables: start, end, countries, measures.

    Raises:
        ParameterError: For a value that is not allowed.
    """
    start = _day("start", given.get("start"), last=False)
    end = _day("end", given.get("end"), last=True)
    if start and end and end < start:
        raise ParameterError(f"parameter 'end': {end} is before 'start', {start}")
    return start, end, _countries(given.get("countries")), _measures(given.get("measures"))


def check_names(namespace: Mapping[str, Any]) -> None:
    """Refuse a parameter that papermill has set but that the notebook does not declare.

    The names declared are the annotated ones (`start: Optional[str] = None`) of the last cell run
    that annotates any; papermill sets its own in a cell after it.

    Raises:
        ParameterError: Naming the parameter and those known.
    """
    declared: list[str] = []
    given: list[str] = []
    for source in map(str, namespace.get("In", ())):
        annotated = _assigned(source, ast.AnnAssign)
        if annotated:
            declared, given = annotated, []
        if source.lstrip().startswith(INJECTED):
            given = _assigned(source, ast.Assign)
    if declared:
        _known(given, declared)


def _known(given: Iterable[str], declared: list[str]) -> None:
    """Refuse the first name that is not declared, with the nearest one that is."""
    for name in given:
        if name not in declared:
            raise ParameterError(f"parameter {_unknown(name, declared)}")


def _unknown(name: str, known: Sequence[str]) -> str:
    """That a name is unknown, those that are known, and the one that may be meant."""
    near = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean '{near[0]}'?" if near else ""
    return f"'{name}' is unknown; known are {', '.join(known)}{hint}"


def _assigned(source: str, kind: type[ast.AST]) -> list[str]:
    """Names that a cell assigns at its top level, plainly or with an annotation."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return []
    found = [node for node in body if isinstance(node, kind)]
    targets = [t for n in found for t in (n.targets if hasattr(n, "targets") else [n.target])]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _day(name: str, value: Any, *, last: bool) -> date | None:
    """A day from `2024-12-23`, `2024-12` or `2024`; of a month or year the first or last day."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    try:
        if not match or isinstance(value, bool | float):
            raise ValueError
        year = int(match[1])
        month = int(match[2] or (12 if last else 1))
        day = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise ParameterError(
            f"parameter '{name}': '{text}' is no date; write YYYY-MM-DD, YYYY-MM or YYYY"
        ) from None


def _listed(name: str, value: Any, example: str) -> list[str]:
    """A list of words, also from one string with commas."""
    if value is None or value == "":
        return []
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ParameterError(f"parameter '{name}': {value!r} is no list; write {example}")
    return [item.strip() for item in value if item.strip()]


def _countries(value: Any) -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes, in capitals."""
    import pycountry

    found = []
    for item in _listed("countries", value, "['PAK', 'AFG'] or 'PAK,AFG'"):
        if pycountry.countries.get(alpha_3=item.upper()) is None:
            try:
                meant = f"; did you mean '{pycountry.countries.lookup(item).alpha_3}'?"
            except LookupError:
                meant = ""
            raise ParameterError(
                f"parameter 'countries': '{item}' is no ISO 3166-1 alpha-3 code"
                f" such as PAK or AFG{meant}"
            )
        found.append(item.upper())
    return tuple(dict.fromkeys(found))


def _measures(value: Any) -> tuple[str, ...]:
    """Measures as named in the codebook."""
    from analysis.tables import columns

    allowed = next(c.values for c in columns("figures") if c.name == "measure")
    found = _listed("measures", value, "['killed', 'injured'] or 'killed,injured'")
    for item in found:
        if item not in allowed:
            raise ParameterError(f"parameter 'measures': {_unknown(item, allowed)}")
    return tuple(dict.fromkeys(found))


def _folder(name: str, value: Any) -> Path | None:
    """A folder, or None."""
    if value is None or value == "":
        return None
    if not isinstance(value, str | Path):
        raise ParameterError(f"parameter '{name}': {value!r} is no folder; write a path")
    if Path(value).exists() and not Path(value).is_dir():
        raise ParameterError(f"parameter '{name}': '{value}' is a file; write a folder")
    return Path(value)


def _tables(value: Any) -> Path:
    """The folder of tables, which must be there."""
    folder = _folder("tables", value)
    if folder is None:
        raise ParameterError("parameter 'tables': none given; write the folder of the tables")
    if not (folder / "figures.parquet").is_file():
        raise ParameterError(
            f"parameter 'tables': '{value}' holds no tables;"
            f" write them with 'python -m analysis extract CORPUS --output {value}'"
        )
    return folder
