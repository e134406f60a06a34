"""Corpus room: articles from files, with what is given about them."""

from analysis.corpus.read import Corpus, CorpusError, corpus_of, read_corpus

__all__ = ["Corpus", "CorpusError", "corpus_of", "read_corpus"]
