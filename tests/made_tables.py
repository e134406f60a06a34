"""Small tables made row by row, for tests of statistics and charts."""

from analysis.statistics import Selection, select
from analysis.tables import Tables, frame


def article(article_id, published="2024-03-10", **more):
    row = {
        "article_id": article_id,
        "title": f"Title of {article_id}",
        "source": "Valley Post",
        "url": f"https://valleypost.example/{article_id}",
        "published": published,
        "published_basis": "given" if published else "unknown",
        "words": 100,
        "sha256": "0" * 64,
        "text": "",
    }
    return row | more


def figure(figure_id, article_id, low, best=None, high=None, **more):
    row = {
        "figure_id": figure_id,
        "article_id": article_id,
        "sentence": 0,
        "start": 0,
        "end": 1,
        "reported": str(best if best is not None else low),
        "quote": f"{best} people were counted.",
        "measure": "killed",
        "form": "count",
        "low": low,
        "best": best,
        "high": high,
        "quantifier": "exact",
        "unit": "person",
        "certainty": "asserted",
        "scope": "incident",
        "country": "PAK",
        "role": "main",
        "confidence": 0.9,
        "rule": "made",
    }
    return row | more


def incident(incident_id, article_id, day="2024-03-09", killed=(1, 1, 1), **more):
    row = {
        "incident_id": incident_id,
        "article_id": article_id,
        "role": "main",
        "date_start": day,
        "date_end": day,
        "date_precision": "day" if day else None,
        "place": "Bannu",
        "place_precision": "point",
        "country": "PAK",
        "adm1": "PK-KP",
        "adm1_name": "Khyber Pakhtunkhwa",
        "adm2_name": "Bannu",
        "attack_type": "bombing",
        "killed_low": killed[0],
        "killed_best": killed[1],
        "killed_high": killed[2],
    }
    return row | more


def tables(articles=(), figures=(), incidents=(), events=None):
    return Tables(
        frame("articles", articles),
        frame("dates", []),
        frame("figures", figures),
        frame("incidents", incidents),
        events=None if events is None else frame("events", events),
    )


def selected(articles=(), figures=(), incidents=(), events=None, **chosen):
    return select(tables(articles, figures, incidents, events), Selection("tables", **chosen))
