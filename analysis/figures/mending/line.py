"""A sentence being mended: its words so far, and for every character where it comes from."""

from collections.abc import Sequence
from typing import NamedTuple


class Origin(NamedTuple):
    """The stretch of the article that a character of the mended text stands for.

    `own` is False for words that a phrase rule put in: they belong to the phrase as a whole.
    """

    start: int
    end: int
    own: bool = True


class Piece(NamedTuple):
    """A part of a replacement: characters kept (by their places in the line) or put in."""

    start: int = 0
    end: int = 0
    words: str = ""


class Line:
    """A sentence that is changed bit by bit.

    Attributes:
        text: The words so far.
        shadow: The words in lower case with every number covered by `NUMBER`, same length.
    """

    def __init__(self, text: str, start: int) -> None:
        """Begin with the article's own words, the first of them at `start`."""
        self.text = text
        self._start = start
        self._origins: list[Origin] | None = None
        self.shadow = text
        self.changed = False

    @property
    def origins(self) -> list[Origin]:
        """Where each character comes from."""
        if self._origins is None:
            begin = self._start
            self._origins = [Origin(begin + n, begin + n + 1) for n in range(len(self.text))]
        return self._origins

    def replace(self, start: int, end: int, pieces: Sequence[Piece], *, word: bool) -> int:
        """Put pieces in place of the characters from `start` to `end`.

        Args:
            start: The first character to replace.
            end: The end of the characters to replace.
            pieces: What to put there.
            word: Whether words put in stand for the replaced word itself.

        Returns:
            How many characters stand there now.
        """
        inside = self.origins[start:end]
        whole = Origin(min(o.start for o in inside), max(o.end for o in inside), word)
        text, shadow, origins = "", "", []
        for piece in pieces:
            if piece.words:
                text += piece.words
                shadow += piece.words
                origins += [whole] * len(piece.words)
            else:
                text += self.text[piece.start : piece.end]
                shadow += self.shadow[piece.start : piece.end]
                origins += self.origins[piece.start : piece.end]
        self.text = self.text[:start] + text + self.text[end:]
        self.shadow = self.shadow[:start] + shadow + self.shadow[end:]
        self.origins[start:end] = origins
        self.changed = True
        return len(text)

    def places_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the article stands now, or None if it is gone."""
        if not self.changed:
            first = max(start - self._start, 0)
            last = min(end - self._start, len(self.text))
            return (first, last) if first < last else None
        kept = [n for n, o in enumerate(self.origins) if o.own and o.start < end and start < o.end]
        return (kept[0], kept[-1] + 1) if kept else None


def back(origins: Sequence[Origin]) -> tuple[int, int]:
    """The stretch of the article that characters of the mended text stand for."""
    own = [o for o in origins if o.own] or list(origins)
    start, end = own[0].start, own[-1].end
    if start < end:
        return start, end
    return min(o.start for o in own), max(o.end for o in own)
