"""Casualty figures: who was killed, injured, went missing, was abducted or arrested."""

from analysis.figures.casualties.find import find

__all__ = ["find"]
