"""The spaCy component on a blank pipeline."""

from datetime import date

import pytest

spacy = pytest.importorskip("spacy")


def pipeline(**config):
    import analysis.dates.component  # noqa: F401  (registers the component)

    nlp = spacy.blank("en")
    nlp.add_pipe("conflict_dates", config=config)
    return nlp


def test_spans_carry_type_and_value():
    doc = pipeline(published="2025-04-22")("The raid on Friday lasted two hours.")
    found = [(span.text, span.label_, span.id_) for span in doc.spans["dates"]]
    assert found == [("Friday", "DATE", "2025-04-18"), ("two hours", "DURATION", "PT2H")]
    assert [row.reported for row in doc._.dates] == ["Friday", "two hours"]


def test_document_has_its_own_date():
    nlp = pipeline(published="2025-04-22")
    doc = nlp.make_doc("Shelling resumed yesterday.")
    doc._.published = date(2021, 8, 16)
    assert [span.id_ for span in nlp(doc).spans["dates"]] == ["2021-08-15"]


def test_displacy_draws_the_spans():
    doc = pipeline(published="2025-04-22")("It was shut in August 2021.")
    drawn = spacy.displacy.render(doc, style="span", options={"spans_key": "dates"}, page=False)
    assert "August" in drawn and "DATE" in drawn
