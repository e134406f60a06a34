"""Read a corpus: a folder of articles, or one file."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.decode import clean, decode
from analysis.corpus.duplicates import mark_duplicates
from analysis.corpus.given import (
    Given,
    csv_articles,
    front_matter,
    given_from,
    json_lines,
    manifest_rows,
)
from analysis.corpus.quality import distrust
from analysis.records import Article

ENDINGS = (".txt", ".md", ".jsonl", ".csv")
ROWS = {".jsonl": json_lines, ".csv": csv_articles}  # files that hold many articles
MANIFEST = "manifest.csv"


class CorpusError(ValueError):
    """A corpus that cannot be read at all; the message says what to do."""


class Corpus(NamedTuple):
    """The articles of a corpus and the messages about what could not be read or used.

    `inputs` names every file read with its sha256.
    """

    path: str
    articles: tuple[Article, ...]
    messages: tuple[str, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()


class _Draft(NamedTuple):
    """An article before its id is made unique; `line` is its line in a file of many."""

    name: str
    text: str
    path: Path
    given: Given
    warnings: tuple[str, ...]
    line: int | None = None

    @property
    def origin(self) -> str:
        """The file and, in a file of many articles, the line."""
        return self.path.name if self.line is None else f"{self.path.name}:{self.line}"


def read_corpus(path: str | Path) -> Corpus:
    """Read the articles of a folder or file.

    Args:
        path: A folder with .txt, .md (front matter), .jsonl and .csv files (an article a line or
            row) and perhaps a manifest.csv (file, title, source, published, published_basis), or
            one such file.

    Returns:
        The articles in the order of file names, each with its warnings; `published` only where it
        is given (extraction infers the others). Files of another kind are named in `messages`.

    Raises:
        CorpusError: If the path is missing or holds no article.
    """
    root = Path(path)
    if not root.exists():
        raise CorpusError(f"{root}: no such folder or file; name a folder of articles")
    files = sorted(root.iterdir()) if root.is_dir() else [root]
    messages: list[str] = []
    inputs: list[tuple[str, str]] = []
    drafts: list[_Draft] = []
    manifest: dict[str, Given] = {}
    if root.is_dir() and (root / MANIFEST).is_file():
        raw = _bytes(root / MANIFEST, messages, inputs)
        manifest, notes = manifest_rows(root / MANIFEST, decode(raw).text)
        messages += notes
    for file in files:
        if root.is_dir() and (file.name == MANIFEST or file.name.startswith(".")):
            continue
        if file.suffix.casefold() not in ENDINGS or not file.is_file():
            kind = "folder" if file.is_dir() else "file"
            messages.append(f"{file}: {kind} skipped; articles are {', '.join(ENDINGS)} files")
            continue
        raw = _bytes(file, messages, inputs)
        drafts += _drafts(file, raw, manifest.pop(file.name, Given()), messages)
    messages += [f"{root / MANIFEST}: no article '{name}': row not used" for name in manifest]
    if not drafts:
        raise CorpusError(f"{root}: no article found; {_no_article(root, messages)}")
    articles = mark_duplicates(tuple(_articles(drafts)))
    messages += [f"{_named(a)}: {w}" for a in articles for w in a.warnings]
    return Corpus(str(root), articles, tuple(messages), tuple(inputs))


def _no_article(root: Path, messages: list[str]) -> str:
    """What is wrong with a corpus without an article, and what to do."""
    wanted = f"{', '.join(ENDINGS)} files"
    if root.is_dir():
        return f"put {wanted} there"
    if root.suffix.casefold() not in ENDINGS:
        return f"articles are {wanted}, or a folder of them"
    return "; ".join(messages) or "it is empty"


def _named(article: Article) -> str:
    """An article in a message: its file, and its id where the file does not say it."""
    path = Path(article.path or "")
    return str(path) if path.stem == article.article_id else f"{path}: {article.article_id}"


def _bytes(file: Path, messages: list[str], inputs: list[tuple[str, str]]) -> bytes:
    """The file's bytes, noted as an input; a file that cannot be opened is named, and empty."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        messages.append(f"{file}: cannot be read: {error.strerror}")
        raw = b""
    inputs.append((file.name, hashlib.sha256(raw).hexdigest()))
    return raw


def _drafts(file: Path, raw: bytes, row: Given, messages: list[str]) -> Iterator[_Draft]:
    """The articles of one file; `row` is its row of the manifest."""
    decoded = decode(raw)
    read = ROWS.get(file.suffix.casefold())
    if read:
        rows, notes = read(file, decoded.text)
        messages += notes
        for number, fields in rows:
            given = given_from({k: v for k, v in fields.items() if k != "text"}).filled_from(row)
            text = clean(fields["text"])
            name = given.id or f"{file.stem}-{number}"
            yield _Draft(name, text.text, file, given, (*decoded.warnings, *text.warnings), number)
        return
    text, given = decoded.text, row
    if file.suffix.casefold() == ".md":
        own, text = front_matter(text)
        given = row.filled_from(own)
    yield _Draft(given.id or file.stem, text, file, given, decoded.warnings)


def _articles(drafts: list[_Draft]) -> Iterator[Article]:
    """Finished articles; a second use of an id gets a number and a warning."""
    taken = {draft.name for draft in drafts}
    used: dict[str, str] = {}
    for draft in drafts:
        name, notes = draft.name, []
        if name in used:
            count = 2
            while f"{draft.name}-{count}" in taken:
                count += 1
            name = f"{draft.name}-{count}"
            taken.add(name)
            notes.append(
                f"duplicate id '{draft.name}' ({draft.origin}; first used in {used[draft.name]}):"
                f" this article is '{name}'; give it an id of its own"
            )
        used[name] = draft.origin
        given = draft.given
        article = Article(
            article_id=name,
            text=draft.text,
            path=str(draft.path),
            title=given.title,
            source=given.source,
            author=given.author,
            url=given.url,
            language=given.language,
            published=given.published,
            published_basis="given" if given.published else "unknown",
            published_note=given.published_basis,
            warnings=(*notes, *given.warnings, *draft.warnings, *distrust(draft.text)),
        )
        yield _measured(article)


def corpus_of(articles: Iterable[Article]) -> Corpus:
    """A corpus of articles that were made in Python or by `read_corpus`, copies marked."""
    return Corpus("", mark_duplicates([_measured(article) for article in articles]))


def _measured(article: Article) -> Article:
    """The article with the size and identity of its text."""
    return article._replace(
        words=len(article.text.split()),
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
