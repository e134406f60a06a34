"""Statistics room: what counts, what may be added, and what can only stand side by side."""

from analysis.statistics.parameters import ParameterError, Selection, validate
from analysis.statistics.select import Selected, select

__all__ = ["ParameterError", "Selected", "Selection", "select", "validate"]
