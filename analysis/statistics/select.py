"""The rows that a report covers, by dates, countries and measures, and which of them count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from analysis.context.naming import place_name
from analysis.statistics.counted import mark
from analysis.statistics.events import events
from analysis.statistics.parameters import Selection
from analysis.statistics.rows import Row, records

if TYPE_CHECKING:
    from analysis.tables import Tables

PEOPLE = ("killed", "injured", "casualties", "missing", "abducted", "arrested")
VIOLENCE = (*PEOPLE, "attacks", "operations")
MOVEMENT = ("refugees", "displaced", "returned", "deported", "evacuated", "sheltered", "homeless")
HOUSES = ("houses_destroyed", "houses_damaged")


class Selected(NamedTuple):
    """The rows that a report covers, as plain mappings; columns as in the codebook.

    `place_name` of figures, incidents and events is the gazetteer's name of their `place`.
    `left_out` of figures and incidents says why a row is not counted (None: it is). `articles`
    are all articles of the tables by id; `published` those published within the dates. `events` are
    the counted incidents put together, each event once (`statistics.events`). `coverage` are the
    figures of every measure, also of those not asked for: they show what the articles cover.
    `unplaced` counts figures and incidents dropped because the country or date asked for is not
    known of them.
    """

    selection: Selection
    articles: dict[str, Row]
    published: tuple[str, ...]
    figures: tuple[Row, ...]
    incidents: tuple[Row, ...]
    events: tuple[Row, ...]
    coverage: tuple[Row, ...] = ()
    unplaced: int = 0
    messages: tuple[str, ...] = ()

    def counted_figures(self, measures: tuple[str, ...] | None = None) -> list[Row]:
        """Figures that count, of these measures or of all."""
        return [
            f
            for f in self.figures
            if f["left_out"] is None and (measures is None or f["measure"] in measures)
        ]

    def counted_incidents(self) -> list[Row]:
        """Incidents that count."""
        return [i for i in self.incidents if i["left_out"] is None]

    def wants(self, measure: str) -> bool:
        """Whether the measure was asked for; all are, where none is named."""
        return not self.selection.measures or measure in self.selection.measures


def within(
    first: date | None, last: date | None, published: date | None, selection: Selection
) -> bool | None:
    """Whether a period meets the dates asked for; the publication date stands in for none.

    Returns:
        None where dates are asked for and nothing is known of the row's own.
    """
    if selection.start is None and selection.end is None:
        return True
    first, last = first or last or published, last or first or published
    if first is None or last is None:
        return None
    after = selection.start is None or last >= selection.start
    return after and (selection.end is None or first <= selection.end)


def select(tables: Tables, selection: Selection) -> Selected:
    """Cut the tables to what was asked for, and mark what counts.

    Reasons are found before the cut, so that a part stays a part whose total lies outside. A
    period that only overlaps the dates asked for is kept whole; nothing is prorated.
    """
    articles = {a["article_id"]: a for a in records(tables.articles.drop(columns="text"))}
    for article, text in zip(articles.values(), tables.articles["text"], strict=True):
        article["text"] = text
    duplicates = {k: a["duplicate_of"] for k, a in articles.items() if a["duplicate_of"]}
    reconciled = [] if tables.events is None else records(tables.events)
    figures, incidents = mark(
        records(tables.figures),
        records(tables.incidents),
        duplicates=duplicates,
        events=reconciled,
    )
    unplaced = 0

    def asked(row: Row) -> bool:
        return not selection.measures or row.get("measure") in (None, *selection.measures)

    def kept(rows: list[Row], begin: str, finish: str) -> tuple[Row, ...]:
        nonlocal unplaced
        found = []
        for row in rows:
            published = articles.get(row["article_id"], {}).get("published")
            fits = within(row[begin], row[finish], published, selection)
            if selection.countries and fits is not False:
                here = None if row["country"] is None else row["country"] in selection.countries
                fits = False if here is False else (None if here is None else fits)
            unplaced += fits is None and asked(row)
            if fits:
                found.append({**row, "place_name": place_name(row)})
        return tuple(found)

    published = tuple(
        key
        for key, a in articles.items()
        if a["published"] is not None and within(a["published"], a["published"], None, selection)
    )
    covered = kept(figures, "period_start", "period_end")
    told = kept(incidents, "date_start", "date_end")
    counted = [incident for incident in told if incident["left_out"] is None]
    return Selected(
        selection,
        articles,
        published,
        tuple(figure for figure in covered if asked(figure)),
        told,
        tuple(events(counted, articles, reconciled=reconciled)),
        covered,
        unplaced,
        tables.messages,
    )
