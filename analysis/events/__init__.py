"""Events room: one event told by many articles, from the tables and back to them."""

from analysis.events.coverage import coverage
from analysis.events.likeness import Tolerance
from analysis.events.quotes import contradictory, revisions
from analysis.events.reconcile import reconcile, tell

__all__ = ["Tolerance", "contradictory", "coverage", "reconcile", "revisions", "tell"]
