"""Which reports speak as one source, so that they are not compared with each other."""

from collections.abc import Hashable, Iterable, Mapping


def joined(names_of: Mapping[int, Iterable[Hashable]]) -> dict[int, str]:
    """Return for each article the name of its source. Articles that share a name have one source.

    `names_of` holds by article what it depends on: its origins, its outlet, the owner of that. Sharing is
    passed on: if A shares a name with B, and B with C, all three are one source.
    """
    root = {article: article for article in names_of}
    first_with: dict[Hashable, int] = {}
    for article, names in names_of.items():
        for name in names:
            other = first_with.setdefault(name, article)
            root[_top(root, article)] = _top(root, other)
    return {article: f"source {_top(root, article)}" for article in names_of}


def _top(root: Mapping[int, int], article: int) -> int:
    """Follow the articles that stand for others, up to the one that stands for itself (union-find)."""
    while root[article] != article:
        article = root[article]
    return article
