"""The tagger as a spaCy component, `conflict_dates`.

Importing this module registers the component; the package's entry point does it for every
installed spaCy. The expressions are put into ``doc.spans["dates"]`` (label: TIMEX3 type, id:
value), which displaCy draws with ``style="span"`` and ``options={"spans_key": "dates"}``, and the
full rows into ``doc._.dates``.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from analysis.dates.tagger import tag
from analysis.text import split

NAME = "conflict_dates"


def _day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


class DateComponent:
    """Tags a Doc; `published` is the publication date of all its texts unless a Doc has its own.

    A Doc's own date is ``doc._.published``, a `date` or an ISO string.
    """

    def __init__(self, published: str | date | None = None, spans_key: str = "dates"):
        self.published = _day(published)
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Tag one Doc."""
        published = _day(doc._.published) or self.published
        rows = tag(doc.text, split(doc.text), published=published)
        spans = []
        for row in rows:
            span = doc.char_span(
                row.start,
                row.end,
                label=row.type,
                span_id=row.value,
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(Span(doc, span.start, span.end, label=row.type, span_id=row.value))
        doc.spans[self.spans_key] = spans
        doc._.dates = rows
        return doc


@Language.factory(NAME, default_config={"published": None, "spans_key": "dates"})
def make_component(
    nlp: Language, name: str, published: str | None, spans_key: str
) -> DateComponent:
    """Make the component, for instance with ``config={"published": "2025-04-22"}``."""
    return DateComponent(published, spans_key)


for _extension, _default in (("published", None), ("dates", ())):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=_default)
