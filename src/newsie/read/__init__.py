"""The reading stage: files, folders, web addresses and standard input in, articles with their layout marked out."""

from newsie.read.articles import read_articles

__all__ = ["read_articles"]
