"""Find articles with the same or nearly the same text: wire copies and reprints."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.records import Article

SIMILAR = 0.8  # estimated Jaccard similarity of the word shingles
CONTAINED = 0.8  # estimated share of the shorter text's shingles that the longer one has
CUT = 0.5  # a reprint may be cut to this share of its original, no further
SHINGLE = 5  # words
SHORTEST = 20  # words; shorter texts are compared as a whole only
PERMUTATIONS = 128

_WORD = re.compile(r"\w+")


def mark_duplicates(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Set `duplicate_of` where an earlier article has the same or nearly the same text.

    Same text: equal words whatever the case and punctuation. Nearly the same: MinHash (Broder
    1997; library datasketch) estimates a Jaccard similarity of five-word shingles of at least
    0.8, or that a text of similar length holds at least 0.8 of the shingles of the shorter one (a
    wire copy with its last paragraph cut). Candidates are looked up by locality-sensitive
    hashing, so that no pair is compared needlessly.

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
        self._index = MinHashLSH(threshold=CUT, num_perm=PERMUTATIONS)
        # article_id → its place in the order, the number of its shingles, their hash
        self._hashes: dict[str, tuple[int, int, Any]] = {}

    def like(self, article_id: str, words: list[str]) -> str | None:
        """The most similar article kept so far; if there is none, this one is kept too."""
        hashed = self._minhash(num_perm=PERMUTATIONS)
        shingles = sorted(set(_shingles(words)))
        hashed.update_batch(shingles)
        near = []
        for key in self._index.query(hashed):
            place, size, other = self._hashes[key]
            alike = hashed.jaccard(other)
            if alike >= SIMILAR or _contained(alike, size, len(shingles)) >= CONTAINED:
                near.append((alike, -place, key))
        if near:
            return max(near)[2]
        self._index.insert(article_id, hashed)
        self._hashes[article_id] = (len(self._hashes), len(shingles), hashed)
        return None


def _contained(alike: float, one: int, other: int) -> float:
    """Share of the smaller set that the larger one holds, from their Jaccard similarity.

    Nought where the smaller is less than `CUT` of the larger: a brief within a round-up is no copy.
    """
    if min(one, other) < CUT * max(one, other):
        return 0.0
    return alike / (1 + alike) * (one + other) / min(one, other)


def _shingles(words: list[str]) -> Iterator[bytes]:
    for i in range(max(1, len(words) - SHINGLE + 1)):
        yield " ".join(words[i : i + SHINGLE]).encode("utf-8", "surrogatepass")
