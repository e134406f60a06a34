"""Find articles with the same or nearly the same text: wire copies and reprints."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.records import Article

SIMILAR = 0.8  # estimated Jaccard similarity of the word shingles
SHINGLE = 5  # words
SHORTEST = 20  # words; shorter texts are compared as a whole only
PERMUTATIONS = 128

_WORD = re.compile(r"\w+")


def mark_duplicates(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Set `duplicate_of` where an earlier article has the same or nearly the same text.

    Same text: equal words whatever the case and punctuation. Nearly the same: MinHash (Broder
    1997; library datasketch) estimates a Jaccard similarity of five-word shingles of at least
    0.8, looked up by locality-sensitive hashing, so that no pair is compared needlessly.

    Args:
        articles: In the order of the corpus; the earliest of a group is the one kept.

    Returns:
        The articles in the same order.
    """
    first: dict[str, str] = {}
    made: list[Article] = []
    kept = _Kept() if len(articles) > 1 else None
    for article in articles:
        words = _WORD.findall(article.text.casefold())
        key = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
        same = first.get(key) if words else None
        if words and same is None and kept and len(words) >= SHORTEST:
            same = kept.like(article.article_id, words)
        if words and same is None:
            first[key] = article.article_id
        made.append(article._replace(duplicate_of=same) if same else article)
    return tuple(made)


class _Kept:
    """The articles kept so far, by the hashes of their shingles."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._minhash = MinHash
        self._index = MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
        self._hashes: dict[str, tuple[int, Any]] = {}  # article_id → its place in the order, hash

    def like(self, article_id: str, words: list[str]) -> str | None:
        """The most similar article kept so far; if there is none, this one is kept too."""
        hashed = self._minhash(num_perm=PERMUTATIONS)
        hashed.update_batch(sorted(set(_shingles(words))))
        near = [
            (hashed.jaccard(other), -place, key)
            for key in self._index.query(hashed)
            for place, other in [self._hashes[key]]
        ]
        near = [row for row in near if row[0] >= SIMILAR]
        if near:
            return max(near)[2]
        self._index.insert(article_id, hashed)
        self._hashes[article_id] = (len(self._hashes), hashed)
        return None


def _shingles(words: list[str]) -> Iterator[bytes]:
    for i in range(max(1, len(words) - SHINGLE + 1)):
        yield " ".join(words[i : i + SHINGLE]).encode("utf-8", "surrogatepass")
