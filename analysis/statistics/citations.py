"""Where a number comes from: its claimants and its articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from analysis.statistics.rows import Row, table
from analysis.statistics.select import Selected

if TYPE_CHECKING:
    import pandas as pd

CITATION = {
    "title": "string",
    "source": "string",
    "published": "date",
    "published_basis": "string",
    "url": "string",
    "reported": "string",
    "claimant": "string",
    "quote": "string",
    "article_id": "string",
    "figure_id": "string",
}


class Behind(NamedTuple):
    """The claimants and articles behind a chart or a number.

    `own_voice`: at least one figure is given by an article in its own voice.
    """

    claimants: tuple[str, ...]
    articles: tuple[str, ...]
    own_voice: bool = False


def behind(figures: Iterable[Row], article_ids: Iterable[str] = ()) -> Behind:
    """Claimants in order of how many figures they give, and the articles."""
    counts: dict[str, int] = {}
    articles = dict.fromkeys(article_ids)
    own = False
    for figure in figures:
        articles.setdefault(figure["article_id"])
        if figure["claimant"]:
            counts[figure["claimant"]] = counts.get(figure["claimant"], 0) + 1
        else:
            own = True
    return Behind(tuple(sorted(counts, key=lambda c: (-counts[c], c))), tuple(articles), own)


def toll_figures(
    data: Selected, told: Iterable[Row], measures: tuple[str, ...] = ("killed", "injured")
) -> list[Row]:
    """The figures that the tolls of events or incidents come from.

    Also superseded ones: the ends of a range are the tolls that others give.
    """
    ids = {figure_id for row in told for figure_id in row["figure_ids"]}
    return [
        f
        for f in data.figures
        if f["figure_id"] in ids
        and f["measure"] in measures
        and f["left_out"] in (None, "superseded")
    ]


def cited(data: Selected, figure_ids: Iterable[str]) -> list[Row]:
    """The figures with title, source, date and URL of their articles, in the order given."""
    figures = {f["figure_id"]: f for f in data.figures}
    found = []
    for figure_id in dict.fromkeys(figure_ids):
        if figure_id in figures:
            figure = figures[figure_id]
            article = data.articles.get(figure["article_id"], {})
            names = ("title", "source", "published", "published_basis", "url")
            found.append({**figure, **{name: article.get(name) for name in names}})
    return found


def citations(data: Selected, figure_ids: Iterable[str]) -> pd.DataFrame:
    """One row a figure: the article (title, source, date, URL), the claimant and the quote."""
    return table(cited(data, figure_ids), CITATION)


def article_label(article: Row) -> str:
    """An article in a few words: source and date, else title, else id."""
    parts = [article.get("source") or article.get("title") or article["article_id"]]
    if article.get("published"):
        basis = "" if article.get("published_basis") == "given" else " (date inferred)"
        parts.append(f"{article['published']:%Y-%m-%d}{basis}")
    return ", ".join(parts)
