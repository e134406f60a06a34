"""The lexicon loader refuses what a rule would silently ignore, and says where it stands."""

from typing import NamedTuple

import pytest

from analysis.lexicon import LexiconError
from analysis.lexicon.loader import FOLDER, phrase_pattern, read


class Word(NamedTuple):
    code: str
    words: tuple[str, ...]
    weight: float = 1.0


GOOD = '# head\n[[entry]]\ncode = "a"\nwords = ["one", "two"]\n\n'


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (GOOD + '[[entry]]\ncode = "b"\nword = ["x"]\n', r"f\.toml:8: unknown key 'word'"),
        (GOOD + '[[entry]]\ncode = "b"\nwords = ["x", "two"]\n', r"f\.toml:8: 'two' stands in"),
        (GOOD + '[[entry]]\ncode = "b"\n', r"f\.toml:6: key 'words' is missing"),
        (GOOD + '[[entry]]\ncode = 3\nwords = ["x"]\n', r"f\.toml:7: 'code' has the wrong type"),
        (GOOD + '[[entries]]\ncode = "b"\n', r"f\.toml:6: unknown table 'entries'"),
        ("[[entry]\n", "not valid TOML"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path, source, message):
    path = tmp_path / "f.toml"
    path.write_text(source)
    with pytest.raises(LexiconError, match=message):
        read(path, Word)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match="none.toml: cannot be read"):
        read(tmp_path / "none.toml", Word)


def test_entries_become_tuples(tmp_path):
    path = tmp_path / "f.toml"
    path.write_text(GOOD)
    assert read(path, Word) == [Word("a", ("one", "two"))]


def test_longer_phrases_win():
    import re

    assert re.match(phrase_pattern(["up", "up to"]), "up  to 5").group() == "up  to"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.name)
def test_every_file_says_what_it_is(path):
    head = path.read_text(encoding="utf-8").split("[[entry]]")[0]
    assert head.startswith("#") and len(head) > 80
