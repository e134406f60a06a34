"""Read a lexicon file into named tuples, refusing what a later rule would silently ignore."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

FOLDER = Path(__file__).parent
Entry = TypeVar("Entry", bound=NamedTuple)


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file and the line."""


def _line_of(source: str, number: int, needle: str = "") -> int:
    """Line of `needle` in the `number`-th entry (from 0), or of the entry itself."""
    starts = [m.start() for m in re.finditer(r"(?m)^\[\[entry\]\]", source)]
    begin = starts[number] if number < len(starts) else 0
    end = starts[number + 1] if number + 1 < len(starts) else len(source)
    found = source.find(needle, begin, end) if needle else -1
    return source.count("\n", 0, found if found >= 0 else begin) + 1


def _fits(value: Any, kind: Any) -> bool:
    """Whether a TOML value has the annotated type (`int` is accepted for `float`)."""
    if kind is Any:
        return True
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return isinstance(value, list) and all(_fits(item, inner[0]) for item in value)
    if origin is not None and type(None) in inner:
        return any(_fits(value, option) for option in inner if option is not type(None))
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, origin or kind)


def read(path: Path, entry: type[Entry], *, unique: tuple[str, ...] = ("words",)) -> list[Entry]:
    """Read one lexicon file.

    Args:
        path: The TOML file.
        entry: A NamedTuple class; its annotated fields are the keys allowed, its defaults the
            optional ones. List values become tuples.
        unique: Fields whose words may stand in one entry of the file only.

    Returns:
        The entries, in the order of the file.

    Raises:
        LexiconError: For a file that is missing or is not TOML, an unknown or missing key, a
            value of the wrong type, or a word entered twice; names the file and the line.
    """
    try:
        source = path.read_text(encoding="utf-8")
        content = tomllib.loads(source)
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not valid TOML: {error}") from error
    stray = [key for key in content if key != "entry"]
    if stray:
        line = source[: max(source.find(stray[0]), 0)].count("\n") + 1
        raise LexiconError(f"{path}:{line}: unknown table '{stray[0]}'; only [[entry]] is read")
    hints, entries, seen = get_type_hints(entry), [], {}
    for number, row in enumerate(content.get("entry", [])):
        for key, value in row.items():
            if key not in hints:
                raise LexiconError(
                    f"{path}:{_line_of(source, number, key)}: unknown key '{key}';"
                    f" known are {', '.join(hints)}"
                )
            if not _fits(value, hints[key]):
                raise LexiconError(
                    f"{path}:{_line_of(source, number, key)}: '{key}' has the wrong type"
                )
        missing = [k for k in hints if k not in row and k not in entry._field_defaults]
        if missing:
            raise LexiconError(f"{path}:{_line_of(source, number)}: key '{missing[0]}' is missing")
        for field in unique:
            value = row.get(field, [])
            for word in value if isinstance(value, list) else [value]:
                if (field, word) in seen:
                    raise LexiconError(
                        f"{path}:{_line_of(source, number, str(word))}: '{word}' stands in"
                        f" '{field}' twice (first in entry {seen[field, word] + 1})"
                    )
                seen[field, word] = number
        entries.append(entry(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}))
    return entries


@cache
def load(name: str, entry: type[Entry], *, unique: tuple[str, ...] = ("words",)) -> list[Entry]:
    """Read the project's lexicon file `name` (without ``.toml``) once; see `read`."""
    return read(FOLDER / f"{name}.toml", entry, unique=unique)


def phrase_pattern(phrases: Iterable[str]) -> str:
    """One pattern of the phrases, longest first, blanks matching any run of white space.

    Apostrophes match straight and curly ones. The caller adds word boundaries and flags.
    Phrases that begin alike share their beginning in the pattern, which makes a search through a
    long lexicon about as fast as through a short one.
    """
    root: dict[str, Any] = {}
    for phrase in sorted(set(phrases)):
        node = root
        for number, word in enumerate(phrase.split()):
            if number:
                node = node.setdefault(r"\s+", {})
            for letter in word:
                node = node.setdefault("['’]" if letter == "'" else re.escape(letter), {})
        node[""] = {}
    return f"(?:{_branches(root)})" if root else r"(?!)"


def _branches(node: dict[str, Any]) -> str:
    """The pattern of what may follow in a tree of phrases; a phrase that ends here goes last."""
    options = [letter + _branches(child) for letter, child in node.items() if letter]
    if not options:
        return ""
    if "" in node:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def words_by_code(entries: Iterable[Any], *, field: str = "words") -> dict[str, str]:
    """Lower-cased word → code, over entries that have `code` and a tuple field of words."""
    return {word.casefold(): entry.code for entry in entries for word in getattr(entry, field)}
