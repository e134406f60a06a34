"""Figures room: numbers that count people, events and dwellings."""

from analysis.figures.find import find_figures

__all__ = ["find_figures"]
