"""The command line: python -m analysis extract | report | explain."""

import argparse
import sys
from collections.abc import Sequence


class _Parser(argparse.ArgumentParser):
    """Errors in one line, exit code 2."""

    def error(self, message: str) -> None:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _extract(options: argparse.Namespace) -> int:
    from analysis.pipeline import extract
    from analysis.tables import write_tables

    tables = extract(options.corpus, progress=True)
    for message in tables.messages:
        print(f"warning: {message}", file=sys.stderr)
    write_tables(tables, options.output)
    counts = ", ".join(f"{len(getattr(tables, n))} {n}" for n in tables._fields[:4])
    print(f"{counts} -> {options.output}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The argument parser of all commands."""
    top = _Parser(prog="python -m analysis", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)
    extract = commands.add_parser("extract", help="articles to tables")
    extract.add_argument("corpus", help="a folder of articles, or one file")
    extract.add_argument("--output", required=True, metavar="DIR", help="where the tables go")
    extract.set_defaults(run=_extract)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code (0 done, 1 failed, 2 bad input)."""
    from analysis.corpus import CorpusError
    from analysis.lexicon import LexiconError
    from analysis.tables import TablesError

    options = parser().parse_args(arguments)
    try:
        return options.run(options)
    except (CorpusError, LexiconError, TablesError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
