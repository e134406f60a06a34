"""Every figure highlighted in its sentence, with what was made of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from analysis.charts.listing import NO_MATH, Listing
from analysis.charts.words import escaped, label, period, place_name, shorten, stated
from analysis.context.words import tokens
from analysis.statistics.bounds import of
from analysis.statistics.citations import article_label
from analysis.statistics.rows import Row, table
from analysis.statistics.select import Selected

SENTENCES = 400  # shown; all are saved
AROUND = 300  # characters of a long sentence shown before and after its marks
KINDS = {
    "article_id": "string", "title": "string", "published": "date", "url": "string",
    "figure_id": "string", "sentence": "integer", "start": "integer", "end": "integer",
    "reported": "string", "quote": "string", "measure": "string", "form": "string",
    "low": "number", "best": "number", "high": "number", "quantifier": "string", "unit": "string",
    "group": "string", "claimant": "string", "certainty": "string", "scope": "string",
    "period_start": "date", "period_end": "date", "place": "string", "place_name": "string",
    "country": "string",
    "rule": "string", "confidence": "number", "left_out": "string",
}  # fmt: skip
STYLE = (
    ".evidence{overflow-wrap:anywhere}"
    ".evidence mark{color:#222;background:#fff1b8;border-bottom:2px solid #e69f00;padding:0 .1em}"
    ".evidence mark.out{background:#eee;border-bottom:2px dashed #888}"
    ".evidence blockquote{margin:.3em 0 .2em;padding:.2em .8em;border-left:3px solid #ccc}"
    ".evidence ul{margin:.1em 0 1em 1.2em;padding:0;font-size:90%}"
    ".evidence h4{margin:1.2em 0 .2em}.evidence .meta{opacity:.75;font-size:90%}"
)


def evidence(data: Selected) -> Listing:
    """Every figure of the selection, highlighted in its sentence.

    Figures that do not count are marked in grey and say why. Sentences stand in the order of the
    articles; the first `SENTENCES` are shown.
    """
    order = {key: number for number, key in enumerate(data.articles)}
    figures = sorted(
        data.figures, key=lambda f: (order[f["article_id"]], f["sentence"], f["start"])
    )
    names = ("title", "published", "url")
    rows = [{**f, **{n: data.articles[f["article_id"]][n] for n in names}} for f in figures]
    parts, shown = [], 0
    for article_id, members in groupby(figures, key=lambda f: f["article_id"]):
        if shown >= SENTENCES:
            break
        article = data.articles[article_id]
        parts.append(_heading(article))
        for _, told in groupby(members, key=lambda f: f["sentence"]):
            if shown < SENTENCES:
                parts.append(_sentence(article, list(told)))
            shown += 1
    total = len({(f["article_id"], f["sentence"]) for f in figures})
    if total > SENTENCES:
        parts.append(
            f"<p>{total - SENTENCES} more sentences are in the saved table; choose dates,"
            " countries or measures to see them here.</p>"
        )
    html = f'<style>{STYLE}</style><div class="evidence {NO_MATH}">{"".join(parts)}</div>'
    return Listing(
        table(rows, KINDS), "evidence", nothing="No figure in this selection.", html=html
    )


def _heading(article: Row) -> str:
    """Title, source, date and address of an article."""
    parts = [escaped(article_label(article))]
    if not article["published"]:
        parts.append("date not known")
    if article["duplicate_of"]:
        parts.append(f"repeats {escaped(article['duplicate_of'])}, not counted")
    url = article["url"] or ""
    if url.startswith(("https://", "http://")):
        parts.append(f'<a href="{escaped(url)}" rel="noreferrer">{escaped(shorten(url, 80))}</a>')
    parts += [f"warning: {escaped(warning)}" for warning in article["warnings"]]
    title = escaped(shorten(article["title"] or article["article_id"], 160))
    return f'<h4>{title}</h4><div class="meta">{" · ".join(parts)}</div>'


def _sentence(article: Row, figures: Sequence[Row]) -> str:
    """A sentence with its figures marked, and a line for each of them."""
    lines = "".join(f"<li>{_reading(figure)}</li>" for figure in figures)
    return f'<blockquote dir="auto">{marked(article["text"], figures)}</blockquote><ul>{lines}</ul>'


def marked(text: str, figures: Sequence[Row]) -> str:
    """The sentence of the figures as HTML, each figure in a `<mark>`; overlapping ones as one.

    Args:
        text: The article's text.
        figures: Figures of one sentence, by their start.

    Returns:
        HTML in which only `<mark>` is markup. A long sentence is cut around its marks.
    """
    first = figures[0]
    quote, start = first["quote"], first["start"]
    begin = text.rfind(quote, max(0, first["end"] - len(quote)), start + len(quote))
    if begin < 0:
        begin = start
    finish = max(begin + len(quote), max(f["end"] for f in figures))
    spans: list[list] = []
    for figure in figures:
        counted = figure["left_out"] is None
        if spans and figure["start"] < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], figure["end"])
            spans[-1][2] = spans[-1][2] or counted
        else:
            spans.append([figure["start"], figure["end"], counted])
    from_, to = max(begin, spans[0][0] - AROUND), min(finish, spans[-1][1] + AROUND)
    made, at = ["… " if from_ > begin else ""], from_
    for left, right, counted in spans:
        made.append(_between(text[at:left]))
        cls = "" if counted else ' class="out"'
        made.append(f"<mark{cls}>{escaped(text[left:right])}</mark>")
        at = right
    return "".join([*made, _between(text[at:to]), " …" if to < finish else ""])


def _between(text: str) -> str:
    """Text between two marks, its outer blanks kept, the middle of a long one left out."""
    if len(text) > 2 * AROUND:
        return f"{_between(text[:AROUND])} … {_between(text[-AROUND:])}"
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escaped(text)}{after}"


def _place(figure: Row) -> str:
    """The gazetteer's name of the place, and the text's words where they are others."""
    name, words = place_name(figure), figure["place"]
    same = words is None or tokens(words) == tokens(name)
    return name if same else f"{name} (“{shorten(words, 60)}”)"


def _reading(figure: Row) -> str:
    """What was made of a figure, in one line."""
    unit = " %" if figure["unit"] == "percent" else ""
    value = stated(of(figure), figure["quantifier"], unit=unit, signed=figure["form"] == "change")
    rate = f" per {figure['rate_per']}" if figure["rate_per"] else ""
    kind = "" if figure["form"] in ("count", "rate") else f" ({figure['form']})"
    who = label("group", figure["group"])
    parts = [
        f"<b>{escaped(figure['reported'])}</b> → {escaped(label('measure', figure['measure']))}"
        f"{kind}: {escaped(value)}{rate}"
    ]
    if figure["unit"] == "household":
        parts.append("households")
    parts += [escaped(word) for word in (who, figure["stock_flow"]) if word]
    parts.append(escaped(period(figure["period_start"], figure["period_end"])))
    parts.append(escaped(_place(figure)))
    parts.append(f"by {escaped(figure['claimant'])}" if figure["claimant"] else "in its own voice")
    if figure["certainty"] not in ("asserted", "attributed"):
        parts.append(escaped(figure["certainty"]))
    parts.append(figure["scope"])
    parts.append(f"rule {escaped(figure['rule'])}, {figure['confidence']:.0%}")
    if figure["left_out"]:
        parts.append(f"<i>not counted: {escaped(label('reason', figure['left_out']))}</i>")
    return " · ".join(parts)
