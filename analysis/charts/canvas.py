"""The paper that charts are drawn on: title, subtitle, body and footer, wrapped to fit."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.charts.chart import STYLE
from analysis.charts.words import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.statistics.citations import Behind
    from analysis.statistics.rows import Row

# Okabe and Ito's palette, told apart by colour-blind readers and in grey.
INK, GREY, FAINT = "#222222", "#6b6b6b", "#d9d9d9"
BLUE, ORANGE, GREEN, PURPLE = "#0072b2", "#d55e00", "#009e73", "#aa4499"
WIDTH, MARGIN = 10.0, 0.3  # inches
TITLE, SUBTITLE, FOOTER = 13.0, 9.5, 7.8  # points
NAMES_SHOWN = 8
NO_DATA = "No data"
SLACK = 1.03  # rendered text is a little wider than its outlines


class Canvas(NamedTuple):
    """A figure and the height of its body in inches; panels count from the top of the body."""

    figure: Figure
    body: float
    above: float
    height: float

    def panel(self, top: float, height: float, left: float, right: float) -> Axes:
        """Axes in the body: top and height from the top of the body, left and right in inches."""
        bottom = self.height - self.above - top - height
        return self.figure.add_axes(
            (left / WIDTH, bottom / self.height, (right - left) / WIDTH, height / self.height)
        )

    def write(self, x: float, top: float, text: str, **style: object) -> None:
        """Text in the body at `x` inches from the left, `top` inches from the top of the body."""
        self.figure.text(
            x / WIDTH, 1 - (self.above + top) / self.height, text, **{"va": "center", **style}
        )


@lru_cache(20_000)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """Width of a line of text in inches."""
    import warnings

    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # characters without a glyph have the width of a box
        points = text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]
    return points / 72 * SLACK


def _fitting(word: str, width: float, size: float, bold: bool) -> int:
    """How many characters of a word fit, at least one."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(word[:middle], size, bold) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 99) -> list[str]:
    """Break a text into lines that fit; what does not fit into `lines` ends in an ellipsis.

    Words longer than a line are cut.
    """
    found: list[str] = [""]
    for word in visible(text[:1000]).split(" "):
        while width_of(word, size, bold) > width and len(word) > 1:
            fits = _fitting(word, width, size, bold)
            found += [word[:fits], ""]
            word = word[fits:]
        longer = f"{found[-1]} {word}".strip()
        if width_of(longer, size, bold) <= width:
            found[-1] = longer
        else:
            found.append(word)
    found = [line for line in found if line] or [""]
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and width_of(f"{last}…", size, bold) > width:
        last = last[:-1]
    return [*found[: lines - 1], f"{last.rstrip(' ,;')}…"]


def _even(title: str, width: float) -> list[str]:
    """A title in as few lines as it needs, about equally long: no lone word in the last."""
    lines = wrap(title, width, TITLE, bold=True)
    narrow = width
    while len(lines) > 1 and narrow > width / 2:
        narrow -= 0.2
        closer = wrap(title, narrow, TITLE, bold=True)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def canvas(title: str, subtitle: str, footer: Sequence[str], body: float) -> Canvas:
    """A page of fixed width, as high as its texts and its body of `body` inches need.

    Args:
        title: What, where and when.
        subtitle: Unit and method.
        footer: Lines on the articles and claimants behind it; wrapped.
        body: Height of the body in inches.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    inner = WIDTH - 2 * MARGIN
    heads = _even(title, inner)
    subs = wrap(subtitle, inner, SUBTITLE) if subtitle else []
    feet = [line for text in footer for line in wrap(text, inner, FOOTER)]
    above = MARGIN * 0.6 + len(heads) * 0.25 + len(subs) * 0.18 + 0.16
    below = (0.12 + len(feet) * 0.145 if feet else 0) + MARGIN * 0.6
    height = above + body + below
    with rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, height), facecolor="white")
        made = Canvas(figure, body, above, height)
        top = MARGIN * 0.6 - above
        for line in heads:
            made.write(MARGIN, top, line, va="top", size=TITLE, weight="bold", color=INK)
            top += 0.25
        for line in subs:
            made.write(MARGIN, top, line, va="top", size=SUBTITLE, color=GREY)
            top += 0.18
        top = body + 0.12
        for line in feet:
            made.write(MARGIN, top, line, va="top", size=FOOTER, color=GREY)
            top += 0.145
    return made


def footer(source: Behind, articles: dict[str, Row], *notes: str) -> list[str]:
    """The lines under a chart: notes, claimants, articles."""
    from analysis.statistics.citations import article_label

    def first(items: list[str]) -> str:
        more = len(items) - NAMES_SHOWN
        return "; ".join(items[:NAMES_SHOWN]) + (f"; and {more} more" if more > 0 else "")

    lines = [note for note in notes if note]
    names = [shorten(name, 60) for name in source.claimants]
    names += ["the articles in their own voice"] if source.own_voice else []
    if names:
        lines.append(f"Claimants: {first(names)}.")
    shown = [shorten(article_label(articles[key]), 60) for key in source.articles]
    if shown:
        lines.append(f"Articles ({len(shown):,}): {first(shown)}.")
    return lines


def plain(axes: Axes) -> Axes:
    """Axes without a frame, in small grey type."""
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, labelsize=8, labelcolor=GREY)
    return axes


def empty(title: str, reason: str) -> Canvas:
    """A page that says that there is nothing to draw, and why."""
    from matplotlib import rc_context

    made = canvas(title, NO_DATA, (), 0.7)
    with rc_context(STYLE):
        for number, line in enumerate(wrap(reason, WIDTH - 2 * MARGIN, 10.0)):
            made.write(MARGIN, 0.1 + 0.2 * number, line, size=10, color=INK, va="top")
    return made


def drawn_title(svg: str) -> str | None:
    """The title of a chart from its SVG; None for a page that says that there is nothing."""
    if f">{NO_DATA}</text>" in svg:
        return None
    found = re.search(r"<dc:title>(.*?)</dc:title>", svg, re.DOTALL)
    return html.unescape(found[1]) if found else "chart"


def ticks(axes: Axes, limit: float, *, vertical: bool = False, count: int = 5) -> None:
    """Whole-number ticks from zero, thousands separated."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis = axes.yaxis if vertical else axes.xaxis
    axis.set_major_locator(MaxNLocator(count, integer=True, min_n_ticks=1))
    axis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:,.0f}"))
    (axes.set_ylim if vertical else axes.set_xlim)(0, limit)
