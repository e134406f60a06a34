"""Incidents, figures and articles made up for the tests of joining."""

from datetime import date, timedelta

from analysis.records import Article, Figure, Incident
from analysis.tables import Tables, frame

DAY = date(2023, 5, 10)
TOWN = {
    "place": "Turbat", "place_precision": "point", "country": "PAK", "adm1": "PK-BA",
    "adm1_name": "Balochistan", "adm2_name": "Kech",
}  # fmt: skip


def toll(what, low, best=..., high=...):
    best = low if best is ... else best
    return {f"{what}_low": low, f"{what}_best": best, f"{what}_high": best if high is ... else high}


def story(article, *incidents, published=DAY, text=None, duplicate_of=None, title=None):
    """An article with its incidents; each a mapping of what differs from a bombing in a town.

    `claimant`, `certainty`, `group` and `date_id` go to the incident's figure of the killed.
    """
    return article, incidents, published, text, duplicate_of, title


def tables(*stories):
    articles, incidents, figures = [], [], []
    for name, told, published, text, duplicate_of, title in stories:
        text = text or f"What {name} tells."
        articles.append(
            Article(
                name,
                text,
                title=title,
                published=published,
                duplicate_of=duplicate_of,
                sha256="0" * 64,
            )  # fmt: skip
        )
        for number, given in enumerate(told):
            row = {
                "attack_type": "bombing",
                **TOWN,
                "date_start": DAY,
                **toll("killed", 4),
                **given,
            }
            row.setdefault("date_end", row["date_start"])
            row.setdefault("date_precision", "day")
            extra = {
                key: row.pop(key)
                for key in ("claimant", "certainty", "group", "date_id", "quote")
                if key in row
            }
            extra = {"date_id": "d1", "quote": text, **extra}
            key = f"{name}.{number}"
            figures.append(
                Figure(
                    f"f.{key}", name, 0, 0, 1, text[:1], extra.pop("quote"), "killed", "count",
                    row["killed_low"], row["killed_best"], row["killed_high"], "exact", "person",
                    incident_id=key, rule="story", **extra,
                )
            )  # fmt: skip
            incidents.append(Incident(key, name, (f"f.{key}",), **row))
    return Tables(
        frame("articles", (a._asdict() for a in articles)),
        frame("dates", []),
        frame("figures", (f._asdict() for f in figures)),
        frame("incidents", (i._asdict() for i in incidents)),
    )


def days(number):
    return timedelta(days=number)
