"""What is given about an article beside its text: manifest rows, front matter, JSON fields."""

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST_CELL = 50_000_000  # characters
_ALIASES = {"date": "published", "link": "url", "byline": "author", "lang": "language"}


class Given(NamedTuple):
    """Metadata of one article; unknown is None."""

    id: str | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    published_basis: str | None = None
    warnings: tuple[str, ...] = ()

    def filled_from(self, other: "Given") -> "Given":
        """This metadata, its gaps filled from another's."""
        both = {name: getattr(self, name) or getattr(other, name) for name in self._fields[:-1]}
        return Given(**both, warnings=(*self.warnings, *other.warnings))


def parse_day(value: Any) -> date | None:
    """Read a publication date: ISO 8601, RFC 2822, or a date of a YAML front matter.

    Raises:
        ValueError: If something is given that is no full calendar date.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = str(value or "").strip()
    if not words:
        return None
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        raise ValueError(f"bad date '{words}': write it as YYYY-MM-DD") from None


def given_from(fields: Mapping[Any, Any]) -> Given:
    """Metadata from a mapping; a bad date becomes a warning, other keys are ignored."""
    known: dict[str, Any] = {}
    for key, value in fields.items():
        name = str(key).strip().casefold()
        name = _ALIASES.get(name, name)
        if name in Given._fields[:-1] and not isinstance(value, dict | list):
            known.setdefault(name, value)
    notes: tuple[str, ...] = ()
    try:
        published = parse_day(known.pop("published", None))
    except ValueError as error:
        published, notes = None, (str(error),)
    words = {k: str(v).strip() or None for k, v in known.items() if v is not None}
    return Given(published=published, warnings=notes, **words)


def front_matter(text: str) -> tuple[Given, str]:
    """Metadata and body of a Markdown text; without a front matter, nothing and the text."""
    import yaml

    match = _FRONT.match(text)
    if not match:
        return Given(), text
    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        return Given(warnings=(f"front matter not readable as YAML (line {line}): ignored",)), text
    if not isinstance(fields, dict):
        return Given(warnings=("front matter is no list of 'key: value': ignored",)), text
    return given_from(fields), text[match.end() :]


def manifest_rows(path: Path, text: str) -> tuple[dict[str, Given], list[str]]:
    """Rows of a manifest by file name.

    Args:
        path: The manifest, for messages.
        text: Its content: CSV with the columns file, title, source, published, published_basis.

    Returns:
        File name → metadata, and messages about rows that cannot be used.
    """
    rows = _table(text)
    if "file" not in (rows.fieldnames or ()):
        return {}, [f"{path}: no column 'file': the manifest is not used"]
    made: dict[str, Given] = {}
    messages = []
    for row in rows:
        name = (row.get("file") or "").strip()
        if not name:
            messages.append(f"{path}:{rows.line_num}: row without a file name: ignored")
        elif name in made:
            messages.append(f"{path}:{rows.line_num}: second row for '{name}': ignored")
        else:
            made[name] = given_from({k: v for k, v in row.items() if k and k not in ("file", "id")})
    return made, messages


def _table(text: str) -> csv.DictReader:
    """A CSV with its columns in small letters; commas, semicolons (Excel) or tabs between cells."""
    csv.field_size_limit(_LONGEST_CELL)
    head, _, _ = text.partition("\n")
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    rows.fieldnames = [(name or "").strip().casefold() for name in rows.fieldnames or ()]
    return rows


def csv_articles(path: Path, text: str) -> tuple[list[tuple[int, dict[str, Any]]], list[str]]:
    """Articles of a CSV, one a row, with their line numbers, and messages about bad rows."""
    rows = _table(text)
    if "text" not in (rows.fieldnames or ()):
        named = ", ".join(filter(None, rows.fieldnames or ())) or "none"
        return [], [f"{path}: no column 'text' (columns: {named}): skipped"]
    made: list[tuple[int, dict[str, Any]]] = []
    line = rows.line_num + 1
    try:
        for row in rows:
            if any(row.values()):
                made.append(
                    (line, {k: v for k, v in row.items() if k} | {"text": row["text"] or ""})
                )
            line = rows.line_num + 1
    except csv.Error as error:
        return made, [f"{path}:{line}: not CSV ({error}): the rest of the file is skipped"]
    return made, []


def json_lines(path: Path, text: str) -> tuple[list[tuple[int, dict[str, Any]]], list[str]]:
    """Objects of a JSON Lines file with their line numbers, and messages about bad lines."""
    rows, messages = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            messages.append(f"{path}:{number}: not JSON ({getattr(error, 'msg', error)}): skipped")
            continue
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            messages.append(f"{path}:{number}: no object with a 'text': skipped")
            continue
        rows.append((number, row))
    return rows, messages
