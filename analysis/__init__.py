"""Casualties, attacks, displacement and dates from news articles, as dataframes.

The public functions are loaded when they are first used, so that opening tables costs no more
than pandas.
"""

from importlib import import_module
from typing import Any

_WHERE = {
    "read_corpus": "analysis.corpus",
    "CorpusError": "analysis.corpus",
    "extract": "analysis.pipeline",
    "reconcile": "analysis.events",
    "read_article": "analysis.pipeline",
    "Tables": "analysis.tables",
    "run_report": "analysis.reports",
    "open_tables": "analysis.tables",
    "write_tables": "analysis.tables",
}

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    """Load a public name from its room."""
    if name not in _WHERE:
        raise AttributeError(f"module 'analysis' has no attribute '{name}'")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*globals(), *_WHERE])
