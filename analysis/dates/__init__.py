"""Dates room: temporal expressions and what they name."""

from analysis.dates.published import Published, infer_published
from analysis.dates.tagger import tag

__all__ = ["Published", "infer_published", "tag"]
