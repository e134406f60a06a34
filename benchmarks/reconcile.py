"""Processor time and memory of reconciliation as the number of articles doubles.

Run: python benchmarks/reconcile.py [ARTICLES]. Prints one line a size (half, all) and the ratios
within one run; exits with 1 where time or memory grows 2.3 times or more.

The articles are made up: an event of a town, a day and a kind is told by up to eight articles
with rising tolls, some of them reprints, some without a date or with the province only. Events
per day stay the same, so that a larger corpus covers more days, as an archive does; with
--dense, twice as many articles tell twice as many events of the same year.
"""

import argparse
import random
import sys
import tracemalloc
from datetime import date, timedelta
from time import process_time

from analysis.corpus.duplicates import mark_duplicates
from analysis.events import reconcile
from analysis.records import Article, Figure, Incident
from analysis.tables import Tables, frame

LIMIT = 2.3
EVENTS_A_DAY = 8
DENSE_DAYS = 365
KINDS = ("bombing", "suicide_bombing", "shooting", "armed_clash", "air_strike", "abduction")
THINGS = ("a mosque", "a school", "a convoy", "a market", "a checkpoint", "a bus", "a post")
WORDS = [f"{a}{b}{c}" for a in "bdgklmnprst" for b in "aeiou" for c in ("n", "r", "sh", "t", "l")]


def _towns(pick: random.Random) -> list[tuple[str, str, str, str]]:
    """400 towns in 100 districts of 40 provinces of two countries."""
    made = []
    for number in range(400):
        district = number // 4
        province = district % 40
        country = "PAK" if province < 7 else "AFG"
        name = "".join(pick.sample(WORDS, 2)).capitalize()
        made.append((name, country, f"{country[:2]}-{province:02}", f"District {district}"))
    return made


def _toll(low: int | None, what: str) -> dict[str, int | None]:
    return {f"{what}_{end}": low for end in ("low", "best", "high")}


def synthetic(articles: int, *, dense: bool = False, seed: int = 1) -> Tables:
    """Tables of about so many articles, each telling one incident."""
    pick = random.Random(seed)
    towns = _towns(pick)
    rows: tuple[list[Article], list[Incident], list[Figure]] = ([], [], [])
    start, events = date(2015, 1, 1), articles // 4
    days = DENSE_DAYS if dense else max(1, events // EVENTS_A_DAY)
    while len(rows[0]) < articles:
        day = start + timedelta(days=pick.randrange(days))
        _tell(pick, rows, day, pick.choice(towns), articles - len(rows[0]))
    kept = mark_duplicates(rows[0])
    return Tables(
        frame("articles", (a._asdict() for a in kept)),
        frame("dates", []),
        frame("figures", (f._asdict() for f in rows[2])),
        frame("incidents", (i._asdict() for i in rows[1])),
    )


def _tell(pick: random.Random, rows: tuple, day: date, town: tuple, most: int) -> None:
    """One event, told by one to eight articles."""
    name, country, adm1, district = town
    kind, thing = pick.choice(KINDS), pick.choice(THINGS)
    killed = int(pick.expovariate(0.2))
    text = ""
    for telling in range(min(most, pick.choice((1, 1, 2, 3, 4, 5, 8)))):
        number = len(rows[0])
        if not text or pick.random() > 0.15:
            killed += pick.choice((0, 0, 0, 1, 3))
            filler = " ".join(pick.choices(WORDS, k=40))
            text = f"{killed} people died in {name} when {thing} was hit. {filler}."
        key = f"n{number}"
        published = day + timedelta(days=min(telling, 4))
        rows[0].append(Article(key, text, title=f"{name}: {thing}", published=published))
        dated = pick.random() > 0.1
        placed = pick.random() > 0.1
        rows[1].append(
            Incident(
                f"i{key}", key, (f"f{key}",), date_start=day if dated else None,
                date_end=day if dated else None, date_precision="day" if dated else None,
                place=name if placed else None, place_precision="point" if placed else "adm1",
                country=country, adm1=adm1, adm2_name=district if placed else None,
                attack_type=kind, **_toll(killed, "killed"),
            )
        )  # fmt: skip
        rows[2].append(
            Figure(
                f"f{key}", key, 0, 0, 2, str(killed), text.split(". ")[0], "killed", "count",
                killed, killed, killed, "exact", "person", incident_id=f"i{key}",
                date_id="d" if dated else None,
                claimant=pick.choice((None, "police", "a hospital", "the UN mission")),
            )
        )  # fmt: skip


def measure(articles: int, *, dense: bool) -> tuple[float, float]:
    """Processor seconds and peak megabytes of reconciling so many articles."""
    tables = synthetic(articles, dense=dense)
    seconds = []
    for _ in range(3):
        begin = process_time()
        events = len(reconcile(tables).events)
        seconds.append(process_time() - begin)
    tracemalloc.start()
    reconcile(tables)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{articles} articles, {events} events: {min(seconds):.2f} s, {peak:.0f} MB")
    return min(seconds), peak


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("articles", nargs="?", type=int, default=20_000)
    options.add_argument("--dense", action="store_true", help="the same year, twice the events")
    given = options.parse_args()
    measure(min(2000, given.articles), dense=given.dense)
    sizes = [measure(n, dense=given.dense) for n in (given.articles, 2 * given.articles)]
    ratios = [large / small for small, large in zip(*sizes, strict=True)]
    print(f"articles doubled: time x {ratios[0]:.2f}, memory x {ratios[1]:.2f} (limit {LIMIT})")
    return int(max(ratios) >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
