"""A report run: the notebooks executed over a corpus into a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from analysis.reports.excel import write_excel
from analysis.reports.html import export
from analysis.reports.index import write_index
from analysis.reports.notebooks import EXTRACT, READERS, Executed, check_names, execute
from analysis.reports.provenance import commit, versions
from analysis.reports.scarce import NothingToReport, scarce
from analysis.statistics.parameters import check_values
from analysis.tables import open_tables

WORKERS = 2


class ReportError(RuntimeError):
    """A run that failed; the message names the notebook, the cell, the error and the folder."""


def run_report(
    corpus: str | Path,
    *,
    name: str | None = None,
    parameters: Mapping[str, Any] | None = None,
    output: str | Path = "reports",
    readers: Sequence[str] = READERS,
) -> Path:
    """Run all notebooks over a corpus and write the report.

    The run is built in ``<output>/<name>/.running-<time>`` and moved to
    ``<output>/<name>/<time>`` when it is complete; a failed one goes to
    ``<output>/<name>/failed/<time>``. Earlier runs are not touched.

    Args:
        corpus: A folder of articles, or one file.
        name: The report's name, a folder; the corpus' name if None.
        parameters: Parameters of the notebooks beside corpus, tables and output.
        output: The folder of all reports.
        readers: The notebooks to run after the extraction.

    Returns:
        The path of the report's index.html.

    Raises:
        CorpusError: If the corpus is missing or empty.
        ParameterError: For a parameter that no notebook has, or a value that it cannot take.
        ReportError: If a notebook fails, or the articles tell nothing of the dates asked for.
    """
    from analysis.corpus import read_corpus

    given = dict(parameters or {})
    check_names(given, readers)
    check_values(given)
    source = Path(corpus).resolve()
    read_corpus(source)  # a corpus that cannot be read fails before anything is made
    started = datetime.now().astimezone()
    home = Path(output).resolve() / (name or source.stem)
    stamp = _free_stamp(home, started)
    draft = home / f".running-{stamp}"
    for part in ("notebooks", "pages", "charts", "tables"):
        (draft / part).mkdir(parents=True)
    given |= {"corpus": str(source), "tables": str(draft / "tables")}
    clock = time.monotonic()
    try:
        executed, notes = _execute_all(draft, given, readers)
        failed = [e for e in executed if e.fault]
        if failed:
            raise ReportError(f"notebook {failed[0].name}, {failed[0].fault}")
        subtitle = _subtitle(source, given, started)
        _finish(draft, executed, given, subtitle, started, time.monotonic() - clock, name, notes)
    except NothingToReport as error:
        shutil.rmtree(draft)
        if not any(home.iterdir()):
            home.rmdir()
        raise ReportError(f"{source.name}: {error}; no report is written") from None
    except BaseException as error:
        kept = home / "failed" / stamp
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft.rename(kept)
        if isinstance(error, ReportError):
            raise ReportError(f"{error}; the partial run is in {kept}") from error
        raise
    final = home / stamp
    draft.rename(final)
    _point_latest(home, stamp)
    return final / "index.html"


def _free_stamp(home: Path, started: datetime) -> str:
    """A time stamp that no run of this report has yet."""
    stamp = started.strftime("%Y-%m-%dT%H%M%S")
    count, free = 2, stamp
    while any((home / part).exists() for part in (free, f".running-{free}", f"failed/{free}")):
        count, free = count + 1, f"{stamp}-{count}"
    return free


def _execute_all(
    draft: Path, given: Mapping[str, Any], readers: Sequence[str]
) -> tuple[list[Executed], list[str]]:
    """The extraction first, then the notebooks that read its tables, two at a time.

    Returns:
        What was executed, and warnings about how little the tables hold of what was asked for.
    """
    first = execute(
        EXTRACT,
        str(draft / "notebooks" / f"{EXTRACT}.ipynb"),
        {**given, "output": str(draft / "tables")},
    )
    if first.fault:
        return [first], []
    notes = scarce(draft / "tables", given)
    charts = {**given, "output": str(draft / "charts")}
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(execute, name, str(draft / "notebooks" / f"{name}.ipynb"), charts)
            for name in readers
        ]
        return [first, *(job.result() for job in jobs)], notes


def _subtitle(source: Path, given: Mapping[str, Any], started: datetime) -> str:
    """Corpus, period, countries and time of the run in a line."""
    start, end = given.get("start"), given.get("end")
    period = f"{start or 'the beginning'} to {end or 'the end'}" if start or end else "all dates"
    where = ", ".join(given.get("countries") or ()) or "all countries"
    return f"{source.name} · {period} · {where} · made {started:%Y-%m-%d %H:%M %Z}"


def _finish(
    draft: Path,
    executed: list[Executed],
    given: Mapping[str, Any],
    subtitle: str,
    started: datetime,
    seconds: float,
    name: str | None,
    notes: Sequence[str],
) -> None:
    """Pages, Excel, run.json and index.html of a complete run."""
    for one in executed:
        export(Path(one.path), draft / "pages" / f"{one.name}.html", subtitle=subtitle)
    tables = open_tables(draft / "tables")
    cut = write_excel(tables, draft / "tables" / "tables.xlsx")
    shown = {k: v for k, v in given.items() if k != "tables"}
    run = {
        "name": name or Path(given["corpus"]).stem,
        "started": started.isoformat(timespec="seconds"),
        "parameters": shown,
        "versions": versions(),
        "commit": commit(Path(__file__).resolve().parent),
        "inputs": dict(tables.inputs),
        "seconds": {e.name: e.seconds for e in executed} | {"all notebooks": round(seconds, 2)},
        "warnings": [
            m.replace(f"{given['corpus']}/", "") for m in (*notes, *tables.messages, *cut)
        ],
    }
    text = json.dumps(run, indent=1, ensure_ascii=False, default=str)
    (draft / "run.json").write_text(text + "\n", encoding="utf-8")
    title = f"Conflict report: {run['name']}"
    write_index(draft, title=title, subtitle=subtitle, tables=tables, executed=executed, run=run)


def _point_latest(home: Path, stamp: str) -> None:
    """Let ``latest`` point at the newest good run, where the file system has links."""
    link, fresh = home / "latest", home / f".latest-{stamp}"
    try:
        fresh.symlink_to(stamp, target_is_directory=True)
        os.replace(fresh, link)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
