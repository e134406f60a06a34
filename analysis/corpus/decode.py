"""Bytes to text: the article as a Python `str`, with what a reader should distrust of it."""

import re
from typing import NamedTuple

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Decoded(NamedTuple):
    """A decoded text and the warnings that decoding gave."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    r"""Decode an article's bytes.

    UTF-8, with or without a byte-order mark, or UTF-16 with one. Bytes that are neither are read
    as Windows-1252 where the whole file fits it and holds no UTF-8 sequence, else kept as the
    replacement character: nothing is dropped.

    Returns:
        The text with line ends as ``\n`` and without a byte-order mark, and the warnings.
    """
    notes: list[str] = []
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text, note = _not_utf8(content)
            notes.append(note)
    cleaned = clean(text)
    return Decoded(cleaned.text, (*notes, *cleaned.warnings))


def _not_utf8(content: bytes) -> tuple[str, str]:
    """Text and warning for bytes that are not UTF-8 throughout."""
    text = content.decode("utf-8", errors="replace")
    if not any(ord(char) > 127 and char != "\ufffd" for char in text):
        try:
            return content.decode("cp1252"), "not UTF-8: read as Windows-1252; save it as UTF-8"
        except UnicodeDecodeError:
            pass
    count = text.count("\ufffd")
    return text, f"undecodable bytes: {count} replaced by \ufffd; save the file as UTF-8"


def clean(text: str) -> Decoded:
    """Normalise line ends and replace what no file format can store."""
    notes = []
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _LONE_SURROGATE.search(text):
        text = _LONE_SURROGATE.sub("\ufffd", text)
        notes.append("broken characters (lone surrogates) replaced by \ufffd")
    if _NOT_TEXT.search(text):
        text = _NOT_TEXT.sub(" ", text)
        notes.append("control characters replaced by blanks")
    return Decoded(text, tuple(notes))
