"""The rules as data: one TOML file a concept, read into named tuples.

Every file is a list of ``[[entry]]`` tables. The loader refuses unknown keys, missing keys, wrong
types and words entered twice, and names the file and the line.
"""

from analysis.lexicon.loader import LexiconError, load, phrase_pattern, words_by_code

__all__ = ["LexiconError", "load", "phrase_pattern", "words_by_code"]
