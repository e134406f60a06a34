"""From articles to tables: every room in its order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.context import find_actors, find_places
from analysis.corpus import Corpus, corpus_of, read_corpus
from analysis.dates import infer_published, tag
from analysis.figures import find_figures
from analysis.incidents import tell
from analysis.records import Article, Document, Figure, Incident, content_id
from analysis.tables import Tables, frame
from analysis.text import split

LONG_WORK = 20  # articles; from here on a progress bar is shown on a terminal


class Reading(NamedTuple):
    """What the rooms found in one article."""

    article: Article
    document: Document
    figures: tuple[Figure, ...] = ()
    incidents: tuple[Incident, ...] = ()


def read_document(article: Article) -> tuple[Article, Document]:
    """Sentences, dates, places and actors of an article; infers its date where none is given."""
    text, sentences = article.text, split(article.text)
    if article.published is None:
        inferred = infer_published(text, sentences)
        if inferred.date is not None:
            note = "; ".join(filter(None, (article.published_note, f"inferred: {inferred.rule}")))
            article = article._replace(
                published=inferred.date, published_basis="inferred", published_note=note
            )
    dates = tag(text, sentences, published=article.published)
    return article, Document(
        article.article_id,
        text,
        article.published,
        sentences,
        dates,
        find_places(text, sentences),
        find_actors(text, sentences, published=article.published),
    )


def read_article(article: Article) -> Reading:
    """Run every room over one article."""
    article, document = read_document(article)
    figures, incidents = tell(document, find_figures(document))
    return Reading(article, document, figures, incidents)


def _careful(article: Article) -> Reading:
    """As `read_article`; a fault of the rules becomes the article's warning, not a lost run."""
    try:
        return read_article(article)
    except Exception as fault:  # noqa: BLE001 - one article must not take the others with it
        note = f"the rules failed here, no rows ({type(fault).__name__}: {fault}); please report it"
        article = article._replace(warnings=(*article.warnings, note))
        return Reading(article, Document(article.article_id, article.text, article.published))


def extract(corpus: str | Path | Corpus | Sequence[Article], *, progress: bool = False) -> Tables:
    """Extract all tables from a corpus.

    Args:
        corpus: A folder or file of articles, a `Corpus` already read, or articles.
        progress: Show a progress bar on the terminal when the work is long.

    Returns:
        The tables articles, dates, figures and incidents, and the messages of the reading. A row
        that breaks its table's contract is set aside and named there.

    Raises:
        CorpusError: If the path is missing or holds no article.
    """
    from analysis.tables.settle import settle

    if isinstance(corpus, str | Path):
        corpus = read_corpus(corpus)
    if not isinstance(corpus, Corpus):
        corpus = corpus_of(corpus)
    articles: Iterable[Article] = corpus.articles
    if progress and len(corpus.articles) >= LONG_WORK:
        from tqdm import tqdm

        articles = tqdm(articles, desc="reading", unit="article", disable=None, leave=False)
    readings = [_careful(article) for article in articles]
    failed = tuple(
        f"{r.article.path or 'article'}: {r.article.article_id}: {r.article.warnings[-1]}"
        for r in readings
        if r.article.warnings and r.article.warnings[-1].startswith("the rules failed")
    )
    return settle(make_tables(readings, messages=corpus.messages + failed, inputs=corpus.inputs))


def make_tables(
    readings: Sequence[Reading],
    *,
    messages: tuple[str, ...] = (),
    inputs: tuple[tuple[str, str], ...] = (),
) -> Tables:
    """The tables of what was read."""
    dates = (
        {**d._asdict(), "article_id": r.article.article_id, "date_id": date_id(r.article, d)}
        for r in readings
        for d in r.document.dates
    )
    return Tables(
        frame("articles", (r.article._asdict() for r in readings)),
        frame("dates", dates),
        frame("figures", (f._asdict() for r in readings for f in r.figures)),
        frame("incidents", (i._asdict() for r in readings for i in r.incidents)),
        messages,
        inputs,
    )


def date_id(article: Article, expression: object) -> str:
    """The id of a temporal expression in the table `dates`."""
    return content_id("d", article.article_id, expression.start, expression.end)
