"""Statistics that go on from a number told before: changes, shares, comparisons and lists."""

from analysis.figures.series.find import find

__all__ = ["find"]
