"""The rooms as spaCy pipeline components, so that a spaCy user can add them and see the spans.

Works on any English pipeline, also a blank one: the rules read the text, not the tags.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from analysis.pipeline import read_article
from analysis.records import Article

SPANS = "figures"


def _extend() -> None:
    """Register the attributes that the component sets."""
    if not Span.has_extension("figure"):
        Span.set_extension("figure", default=None)
    for name in ("published", "incidents"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


@Language.factory("conflict_figures", default_config={"published": None})
def make_conflict_figures(nlp: Language, name: str, published: str | None) -> ConflictFigures:
    """Make the component.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        published: Publication date of the texts, YYYY-MM-DD; ``doc._.published`` goes before it.
    """
    return ConflictFigures(date.fromisoformat(published) if published else None)


class ConflictFigures:
    """Sets ``doc.spans["figures"]``, the label being the measure, and ``doc._.incidents``.

    Each span carries its row as ``span._.figure`` (a `Figure`). Spans are widened to whole tokens;
    the row's own offsets are exact.
    """

    def __init__(self, published: date | None = None) -> None:
        _extend()
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Read the document's text and set its figures and incidents."""
        published = doc._.published or self.published
        reading = read_article(Article("doc", doc.text, published=published))
        spans = []
        for figure in reading.figures:
            span = doc.char_span(
                figure.start, figure.end, label=figure.measure, alignment_mode="expand"
            )
            if span is not None:
                span._.figure = figure
                spans.append(span)
        doc.spans[SPANS] = spans
        doc._.incidents = reading.incidents
        return doc
