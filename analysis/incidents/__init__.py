"""Incidents room: what an article tells of one violent event, put together."""

from analysis.incidents.tell import tell

__all__ = ["tell"]
