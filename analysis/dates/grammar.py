"""The little language of dates_patterns.toml, compiled to regular expressions over kinds.

word  a/b        a word of the text, or one of several
KIND             a word of this kind (dates.toml), a shape of number, or a macro
(x | y z)        alternatives
x? x* x+         optional, repeated
name:x           captured under a name
!x  <!x          not followed by, not preceded by, one token of these kinds
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from analysis.dates.tokens import Alphabet

_PIECES = re.compile(r"\s*(\\[()]|<?!|[a-z_0-9]+:(?=\S)|[()|?*+]|[^\s()|?*+]+)")


class Pattern(NamedTuple):
    """A compiled pattern: the expression, its captures, the characters it can start with."""

    regex: re.Pattern[str]
    names: tuple[str, ...]
    starts: frozenset[str]


class _Part(NamedTuple):
    """A piece of a pattern: its expression, first characters, and whether it may be empty."""

    regex: str
    starts: frozenset[str]
    empty: bool


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message holds it."""


def literals(pattern: str) -> set[str]:
    """The words and signs that a pattern names itself."""
    found: set[str] = set()
    for piece in _PIECES.findall(pattern):
        if piece.endswith(":") and len(piece) > 1 or re.fullmatch(r"<?!|[()|?*+]", piece):
            continue
        found.update(word for word in _words(piece) if not _is_kind(word))
    return found


def _is_kind(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _words(piece: str) -> list[str]:
    if piece in ("\\(", "\\)"):
        return [piece[1]]
    return [piece] if piece == "/" else piece.split("/")


class _Parser:
    """Recursive descent over the pieces of one pattern."""

    def __init__(self, pattern: str, alphabet: Alphabet, macros: Mapping[str, str]):
        self.pattern, self.alphabet, self.macros = pattern, alphabet, macros
        self.pieces: list[str] = _PIECES.findall(pattern)
        self.names: list[str] = []

    def parse(self) -> _Part:
        part = self._alternatives()
        if self.pieces:
            raise PatternError(f"unexpected '{self.pieces[0]}' in pattern: {self.pattern}")
        return part

    def _alternatives(self) -> _Part:
        options = [self._sequence()]
        while self.pieces and self.pieces[0] == "|":
            self.pieces.pop(0)
            options.append(self._sequence())
        starts = frozenset().union(*(option.starts for option in options))
        regex = "|".join(option.regex for option in options)
        return _Part(f"(?:{regex})", starts, any(option.empty for option in options))

    def _sequence(self) -> _Part:
        regex, starts, empty = "", frozenset[str](), True
        while self.pieces and self.pieces[0] not in "|)":
            part = self._repeated()
            regex += part.regex
            if empty:
                starts |= part.starts
            empty = empty and part.empty
        return _Part(regex, starts, empty)

    def _repeated(self) -> _Part:
        part = self._atom()
        if self.pieces and self.pieces[0] in ("?", "*", "+"):
            sign = self.pieces.pop(0)
            many = {"?": "?", "*": "{0,12}", "+": "{1,12}"}[sign]
            part = _Part(f"(?:{part.regex}){many}", part.starts, part.empty or sign != "+")
        return part

    def _atom(self) -> _Part:
        piece = self.pieces.pop(0)
        if piece == "(":
            part = self._alternatives()
            if not self.pieces or self.pieces.pop(0) != ")":
                raise PatternError(f"missing ) in pattern: {self.pattern}")
            return part
        if piece in ("!", "<!"):
            part = self._atom()
            sign = "?!" if piece == "!" else "?<!"
            return _Part(f"({sign}{part.regex})", frozenset(), True)
        if piece.endswith(":") and len(piece) > 1:
            self.names.append(piece[:-1])
            part = self._repeated() if self.pieces[0] == "(" else self._atom()
            return _Part(f"({part.regex})", part.starts, part.empty)
        return self._class(piece)

    def _class(self, piece: str) -> _Part:
        if piece in self.macros:
            inner = _Parser(self.macros[piece], self.alphabet, self.macros)
            part = inner.parse()
            if inner.names:
                raise PatternError(f"macro {piece} must not capture")
            return part
        chars = "".join(self.alphabet.members(word) for word in _words(piece))
        if not chars:
            raise PatternError(f"'{piece}' is no word, kind or macro in: {self.pattern}")
        return _Part(f"[{re.escape(chars)}]", frozenset(chars), False)


def compile_pattern(pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> Pattern:
    """Compile one pattern.

    Raises:
        PatternError: For an unknown kind, or brackets that do not match.
    """
    parser = _Parser(pattern, alphabet, macros)
    part = parser.parse()
    return Pattern(re.compile(part.regex), tuple(parser.names), part.starts)
