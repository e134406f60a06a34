"""Reports room: notebooks executed by papermill, pages and an index."""

from analysis.reports.run import ReportError, run_report
from analysis.statistics.parameters import ParameterError

__all__ = ["ParameterError", "ReportError", "run_report"]
