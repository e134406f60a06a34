"""Text room: sentences and numbers, by pattern alone."""

from analysis.text.numbers import find_quantities
from analysis.text.sentences import split

__all__ = ["find_quantities", "split"]
