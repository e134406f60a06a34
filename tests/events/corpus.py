"""The corpora of events told in versions, and how joining is measured on them."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = {name: CASES / name for name in ("events", "events_second")}
Pair = tuple[str, str]


def expected(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def pairs(groups: list[list[str]]) -> set[Pair]:
    """Pairs of articles that tell one event."""
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def match(events: list[dict[str, Any]], wanted: dict[str, Any]) -> dict[str, Any] | None:
    """The event that tells an expected one: by shared articles, then by its kind and date."""

    def fit(event: dict[str, Any]) -> tuple[int, bool, bool]:
        shared = len(set(event["article_ids"]) & set(wanted["articles"]))
        kind = (event["attack_type"] or "") in wanted["attack_type"].split("|")
        day = str(event["date_start"])[:10] == wanted["date"]
        return shared and shared + 2 * kind + 2 * day, kind, day

    best = max(events, key=fit, default=None)
    return best if best is not None and fit(best)[0] else None


def fair(value: int | None, place: int, wanted: dict[str, Any], what: str) -> bool:
    """Whether a low (0), best (1) or high (2) is one that the case calls fair."""
    numbers = wanted[what]
    if numbers is None or what in wanted.get("skip", ()):
        return True
    either = wanted.get(f"{what}_{('low', 'best', 'high')[place]}_any")
    return value in (either or [numbers[place]])
