"""Compare extracted rows with expected ones: what is found, what is extra, which fields differ."""

import csv
from pathlib import Path
from typing import NamedTuple

EXPECTED = Path(__file__).resolve().parent / "expected"
FIGURE_FIELDS = (
    "form", "quantifier", "unit", "group", "scope", "stock_flow", "country", "period_start",
    "period_end", "claimant", "certainty",
)  # fmt: skip
DATE_FIELDS = ("type", "value", "date_start", "date_end")
NEVER_COUNTED = ("denied", "negated", "hypothetical")


class Agreement(NamedTuple):
    """Shares from 0 to 1, and the cases behind them."""

    found: float
    extra: list[dict]
    missed: list[dict]
    fields: dict[str, float]
    differing: list[tuple[str, dict, object]]


def fits(field: str, value: object, fair: list[str]) -> bool:
    """Whether a value is one of the fair readings; ~ stands for null."""
    if value is None or value != value:
        return "~" in fair
    words = str(value)[:10] if field.startswith(("date_", "period_")) else str(value)
    if field == "claimant":
        return any(
            words.casefold() in f.casefold() or f.casefold() in words.casefold()
            for f in fair
            if f != "~"
        )
    return words.casefold() in (f.casefold() for f in fair)


def _numbers_agree(want: dict, row: dict) -> bool:
    """Same measure and the same low, best and high (empty is null)."""
    if row["measure"] not in want["measure"].split("|"):
        return False
    for name in ("low", "best", "high"):
        fair = want[name].split("|") if want[name] else ["~"]
        value = row[name]
        known = value is not None and value == value
        if not any(
            (f == "~" and not known) or (known and f != "~" and float(f) == value) for f in fair
        ):
            return False
    return True


def agreement(name: str, frame, keys: dict[str, str]) -> Agreement:
    """Compare the table `name` (figures or dates) with tests/expected/seeds_<name>.csv.

    Args:
        name: The table.
        frame: Its rows.
        keys: article_id → the file (or id) under which the expected rows are listed.
    """
    with open(EXPECTED / f"seeds_{name}.csv", encoding="utf-8", newline="") as handle:
        wanted = list(csv.DictReader(handle))
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    for row in rows:
        row["file"] = keys[row["article_id"]]
    fields = DATE_FIELDS if name == "dates" else FIGURE_FIELDS
    used, missed, differing, counted = set(), [], [], 0
    tally = {f: [0, 0] for f in fields}
    for want in wanted:
        near = [
            i
            for i, r in enumerate(rows)
            if i not in used
            and r["file"] == want["file"]
            and r["start"] < int(want["end"])
            and int(want["start"]) < r["end"]
        ]
        if "optional" in want["note"]:
            used.update(near)
            continue
        counted += 1
        hit = next((i for i in near if name == "dates" or _numbers_agree(want, rows[i])), None)
        if hit is None:
            missed.append(want)
            continue
        used.add(hit)
        for field in fields:
            if want.get(field):
                tally[field][1] += 1
                if fits(field, rows[hit][field], want[field].split("|")):
                    tally[field][0] += 1
                else:
                    differing.append((field, want, rows[hit][field]))
    extra = [
        r for i, r in enumerate(rows) if i not in used and r.get("certainty") not in NEVER_COUNTED
    ]
    return Agreement(
        1 - len(missed) / counted,
        extra,
        missed,
        {f: good / n for f, (good, n) in tally.items() if n},
        differing,
    )


INCIDENT_FIELDS = (
    "date_start", "country", "attack_type", "role", "killed_low", "killed_best", "killed_high",
    "injured_best",
)  # fmt: skip


def incidents_right(frame, keys: dict[str, str]) -> tuple[int, int, list[dict], int]:
    """Compare incidents with tests/expected/seeds_incidents.csv, an article at a time.

    Returns:
        How many expected incidents are right in every field, how many there are, those that are
        not, and how many rows no expected incident asks for.
    """
    with open(EXPECTED / "seeds_incidents.csv", encoding="utf-8", newline="") as handle:
        wanted = list(csv.DictReader(handle))
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    used: set[int] = set()
    wrong = []
    for want in wanted:
        fair = {f: want[f].split("|") for f in INCIDENT_FIELDS if want[f]}
        scored = [
            (sum(_reads(row[f]) in fair[f] for f in fair), -place)
            for place, row in enumerate(rows)
            if place not in used and keys[row["article_id"]] == want["file"]
        ]
        best = max(scored, default=(0, 1))
        if scored:
            used.add(-best[1])
        if best[0] < len(fair):
            wrong.append(want)
    return len(wanted) - len(wrong), len(wanted), wrong, len(rows) - len(used)


def _reads(value: object) -> str:
    """A value as it stands in the expected table."""
    return "~" if value is None else str(value)[:20].removesuffix(" 00:00:00")
