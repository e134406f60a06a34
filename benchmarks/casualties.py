"""How often each casualty rule is right on coded cases, and whether `confidence` says so.

    python benchmarks/casualties.py CASES.jsonl … [--markdown]

A case is a line of JSON with `text` (or `text_news`), perhaps `published`, and what people coded:
`killed` and `injured` as a number or as [low, best, high], or `killed_low` and `killed_high`. A row
is taken for right where its article's sum over main incidents agrees with the coded number; where
it does not, all of the article's rows of that measure are taken for wrong: the shares are low
bounds.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from analysis.pipeline import read_article
from analysis.records import Article, Figure, Incident

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def coded(case: dict, measure: str) -> tuple[float, float] | None:
    """Low and high that people coded, or None."""
    if case.get(f"recoverable_{measure}", case.get("recoverable", True)) is False:
        return None
    if case.get(f"{measure}_low") is not None:
        return case[f"{measure}_low"], case[f"{measure}_high"]
    value = case.get(measure)
    if isinstance(value, list):
        known = [bound for bound in value if bound is not None]
        return (known[0], known[-1]) if known else None
    return None if value is None else (value, value)


def summed(incidents: Sequence[Incident], measure: str) -> set[tuple[float, float]]:
    """The sums over main incidents that may agree: best or low, and both ends."""
    main = [i for i in incidents if i.role == "main"]
    low = high = best = 0.0
    for incident in main:
        bounds = [getattr(incident, f"{measure}_{end}") for end in ("low", "best", "high")]
        known = [b for b in bounds if b is not None]
        if known:
            low += bounds[0] if bounds[0] is not None else min(known)
            high += bounds[2] if bounds[2] is not None else max(known)
            best += bounds[1] or bounds[0] or 0
    attackers = sum(i.killed_perpetrators or 0 for i in main) if measure == "killed" else 0
    return {(low, high), (best, best), (best - attackers, best - attackers)}


def judged(paths: Sequence[Path]) -> Iterator[tuple[Figure, bool]]:
    """Every counted row of the cases, with whether its article's sum was right."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            published = case.get("published") or (case.get("year") and f"{case['year']}-12-31")
            text = case.get("text_news") or case["text"]
            day = date.fromisoformat(published) if published else None
            reading = read_article(Article("case", text, published=day))
            for measure in ("killed", "injured"):
                wanted = coded(case, measure)
                if wanted is None or case.get("how") == "tail":
                    continue
                right = wanted in summed(reading.incidents, measure)
                for figure in reading.figures:
                    counted = figure.certainty in ("asserted", "attributed", "disputed")
                    if figure.measure == measure and figure.form == "count" and counted:
                        yield figure, right


def tables(rows: Sequence[tuple[Figure, bool]]) -> tuple[list[tuple], list[tuple]]:
    """Reliability by rule and by stated confidence: name, rows, share right, stated."""
    rules: dict[str, Counter] = defaultdict(Counter)
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    stated: dict[str, list[float]] = defaultdict(list)
    for figure, right in rows:
        rules[figure.rule][right] += 1
        stated[figure.rule].append(figure.confidence)
        place = max(n for n, floor in enumerate(BINS) if figure.confidence >= floor)
        bins[place].append((figure.confidence, right))
    by_rule = [
        (rule, c.total(), c[True] / c.total(), sum(stated[rule]) / len(stated[rule]))
        for rule, c in sorted(rules.items(), key=lambda item: -item[1].total())
    ]
    by_bin = [
        (
            f"{BINS[n]:.2f} to {min(BINS[n + 1], 1):.2f}",
            len(found),
            sum(right for _, right in found) / len(found),
            sum(confidence for confidence, _ in found) / len(found),
        )
        for n, found in sorted(bins.items())
    ]
    return by_rule, by_bin


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="+", type=Path, help="files of coded cases, JSONL")
    parser.add_argument("--markdown", action="store_true", help="as tables for the docs")
    options = parser.parse_args()
    for title, lines in zip(
        ("rule", "stated confidence"), tables(list(judged(options.cases))), strict=True
    ):
        if options.markdown:
            print(f"| {title} | rows | right | stated |\n|---|---|---|---|")
        for name, count, share, mean in lines:
            if options.markdown:
                print(f"| {name} | {count} | {share:.2f} | {mean:.2f} |")
            else:
                print(f"{name:32} {count:5} {share:6.2f} {mean:6.2f}")
        print()


if __name__ == "__main__":
    main()
