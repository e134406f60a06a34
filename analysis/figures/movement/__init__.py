"""Figures of people on the move, and of houses destroyed or damaged."""

from analysis.figures.movement.find import find

__all__ = ["find"]
