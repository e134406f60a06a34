"""The rooms as spaCy components, as a spaCy user meets them: found by name, no import of ours."""

import subprocess
import sys
from datetime import date

SCRIPT = """
import spacy
from spacy import displacy
nlp = spacy.blank("en")
nlp.add_pipe("conflict_dates")
nlp.add_pipe("conflict_figures", config={"published": "2024-12-30"})
doc = nlp("Air strikes in the east killed at least 46 people on December 24, the ministry said.")
for span in doc.spans["figures"]:
    print(span.label_, span._.figure.reported, span._.figure.low, span._.figure.high)
print([span.text for span in doc.spans["dates"]])
print(len(doc._.incidents), doc._.incidents[0].date_start)
print("<mark" in displacy.render(doc, style="span", options={"spans_key": "figures"}) or "kept")
"""


def test_components_are_found_by_name():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "killed at least 46 46.0 None"
    assert lines[1] == "['December 24']"
    assert lines[2] == f"1 {date(2024, 12, 24)}"


def test_the_document_s_own_date_goes_first():
    import spacy

    import analysis.components  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("conflict_figures", config={"published": "2024-12-30"})
    doc = nlp.make_doc("Gunmen killed two policemen on 3 May.")
    doc._.published = date(2022, 5, 4)
    figure = nlp(doc).spans["figures"][0]._.figure
    assert figure.period_start == date(2022, 5, 3)
