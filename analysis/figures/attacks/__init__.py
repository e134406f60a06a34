"""Figures of attacks and operations."""

from analysis.figures.attacks.find import find

__all__ = ["find"]
