"""The command line: python -m analysis extract | report | compare | export-hxl | explain."""

import argparse
import json
import sys
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any


class _Parser(argparse.ArgumentParser):
    """Errors in one line, exit code 2."""

    def error(self, message: str) -> None:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _extract(options: argparse.Namespace) -> int:
    from analysis.pipeline import extract
    from analysis.tables import write_tables

    tables = extract(options.corpus, progress=True)
    if options.reconcile:
        from analysis.events import reconcile

        tables = reconcile(tables)
    for message in tables.messages:
        print(f"warning: {message}", file=sys.stderr)
    write_tables(tables, options.output)
    rows = ((name, len(getattr(tables, name))) for name in tables.names)
    counts = ", ".join(f"{n:,} {name.removesuffix('s') if n == 1 else name}" for name, n in rows)
    print(f"{counts} -> {options.output}")
    return 0


def _report(options: argparse.Namespace) -> int:
    from analysis.reports import ParameterError, run_report
    from analysis.reports.notebooks import READERS

    given = dict(options.parameter)
    for key in ("start", "end", "countries", "measures"):
        value = getattr(options, key)
        if value is not None:
            given[key] = value
    if options.month:
        if {"start", "end"} & set(given):
            raise ParameterError(
                "--month gives the first and last day; leave out --start and --end"
            )
        given["start"], given["end"] = options.month
    readers = options.only or READERS
    print(f"reading {options.corpus}, then {len(readers)} notebooks …", flush=True)
    page = run_report(
        options.corpus,
        name=options.name,
        parameters=given,
        output=options.output,
        readers=readers,
    )
    for warning in json.loads((page.parent / "run.json").read_text("utf-8"))["warnings"]:
        print(f"warning: {warning}", file=sys.stderr)
    print(page)
    return 0


def _compare(options: argparse.Namespace) -> int:
    from analysis.exports import compare, summary, write_comparison
    from analysis.tables import open_tables

    comparison = compare(open_tables(options.tables, reconciled=True), options.export)
    file = write_comparison(comparison, options.output)
    print(f"{summary(comparison)} -> {file}")
    return 0


def _export_hxl(options: argparse.Namespace) -> int:
    from analysis.exports import export_hxl
    from analysis.tables import open_tables

    for file in export_hxl(open_tables(options.tables), options.output):
        print(file)
    return 0


def _explain(options: argparse.Namespace) -> int:
    from analysis.explain import explain

    if not options.sentence.strip():
        print("error: the sentence is empty; write it in quotes", file=sys.stderr)
        return 2
    print(explain(options.sentence))
    return 0


def _month(words: str) -> tuple[str, str]:
    """First and last day of a month written YYYY-MM."""
    try:
        first = date.fromisoformat(f"{words}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{words}' is no month; write it as YYYY-MM") from None
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return first.isoformat(), last.isoformat()


def _day(words: str) -> str:
    """A day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{words}' is no day; write it as YYYY-MM-DD") from None


def _list(words: str) -> list[str]:
    """Codes separated by commas."""
    return [word.strip() for word in words.split(",") if word.strip()]


def _parameter(words: str) -> tuple[str, Any]:
    """A parameter of a notebook, NAME=VALUE; the value is read as YAML, as papermill does."""
    import yaml

    name, separator, value = words.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError(f"'{words}' is not NAME=VALUE")
    try:
        return name.strip(), yaml.safe_load(value)
    except yaml.YAMLError:
        return name.strip(), value


def parser() -> argparse.ArgumentParser:
    """The argument parser of all commands."""
    top = _Parser(
        prog="python -m analysis",
        description="Figures and dates out of news articles, each with its sentence."
        " To begin: python -m analysis report FOLDER",
    )
    commands = top.add_subparsers(
        dest="command", required=True, parser_class=_Parser, metavar="COMMAND"
    )

    def command(name: str, words: str) -> _Parser:
        return commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")

    corpus = "a folder of articles (.txt, .md, .jsonl, .csv), or one such file"
    extract = command("extract", "articles to tables, as Parquet and CSV")
    extract.add_argument("corpus", help=corpus)
    extract.add_argument("--output", required=True, metavar="DIR", help="where the tables go")
    extract.add_argument(
        "--reconcile", action="store_true", help="join what several articles tell into events"
    )
    extract.set_defaults(run=_extract)
    report = command("report", "articles to a report: pages, charts and tables in a folder")
    report.add_argument(
        "corpus", nargs="?", default="seeds", help=f"{corpus} (default: seeds, the examples)"
    )
    report.add_argument("--name", help="the report's folder (default: the corpus' name)")
    report.add_argument("--month", type=_month, metavar="YYYY-MM", help="one month only")
    report.add_argument("--start", type=_day, metavar="YYYY-MM-DD", help="the first day")
    report.add_argument("--end", type=_day, metavar="YYYY-MM-DD", help="the last day")
    report.add_argument(
        "--countries", type=_list, metavar="PAK,AFG", help="only these, by ISO 3166-1 alpha-3 code"
    )
    report.add_argument(
        "--measures", type=_list, metavar="killed,injured",
        help="only these, as the codebook names them (figures.measure)",
    )  # fmt: skip
    report.add_argument(
        "-p", "--parameter", type=_parameter, action="append", default=[], metavar="NAME=VALUE",
        help="any parameter that a notebook declares",
    )  # fmt: skip
    report.add_argument(
        "--only", type=_list, metavar="briefing,05-evidence",
        help="only these notebooks (01-extract always runs)",
    )  # fmt: skip
    report.add_argument(
        "--output",
        default="reports",
        metavar="DIR",
        help="the folder of reports (default: reports)",
    )
    report.set_defaults(run=_report)
    compare = command("compare", "events beside those of a UCDP GED or ACLED export")
    compare.add_argument("tables", help="a folder of tables from extract --reconcile")
    compare.add_argument("export", help="the export: a CSV with all columns, as downloaded")
    compare.add_argument("--output", required=True, metavar="DIR", help="where the result goes")
    compare.set_defaults(run=_compare)
    hxl = command("export-hxl", "tables as CSV with HXL tags")
    hxl.add_argument("tables", help="a folder of tables from extract")
    hxl.add_argument("--output", required=True, metavar="DIR", help="where the files go")
    hxl.set_defaults(run=_export_hxl)
    explain = command("explain", "why a sentence gives the rows that it gives")
    explain.add_argument("sentence", help="a sentence, in quotes")
    explain.set_defaults(run=_explain)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code (0 done, 1 failed, 2 bad input)."""
    from analysis.corpus import CorpusError
    from analysis.exports import ExportError
    from analysis.lexicon import LexiconError
    from analysis.reports import ParameterError, ReportError
    from analysis.tables import TablesError

    given = sys.argv[1:] if arguments is None else arguments
    options = parser().parse_args(given or ["--help"])
    try:
        return options.run(options)
    except (CorpusError, LexiconError, TablesError, ParameterError, ExportError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except ReportError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
