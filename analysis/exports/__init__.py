"""Exports room: the tables as others read them, and laid beside what others have counted."""

from analysis.exports.compare import compare, summary, write_comparison
from analysis.exports.hxl import export_hxl
from analysis.exports.outside import ExportError, read_export

__all__ = ["ExportError", "compare", "export_hxl", "read_export", "summary", "write_comparison"]
