"""Reports room: notebooks executed by papermill, pages and an index."""

from analysis.reports.notebooks import ParameterError
from analysis.reports.run import ReportError, run_report

__all__ = ["ParameterError", "ReportError", "run_report"]
