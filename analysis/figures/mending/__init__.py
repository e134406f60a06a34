"""Read machine-translated debris: an article in plainer words, and the way back to its own."""

from analysis.figures.mending.mend import Mended, mend

__all__ = ["Mended", "mend"]
