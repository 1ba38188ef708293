"""Find out which reports have the same source, so that these are not compared with each other."""

from collections.abc import Hashable, Iterable, Mapping


def sources_of_articles(names_of: Mapping[int, Iterable[Hashable]]) -> dict[int, str]:
    """Return a name for the source of each article, by the id of the article. Equal names mean one source.

    `names_of` holds for each article the names on which it depends: its origins, its outlet, and the owner of
    the outlet. Articles that share a name have one source. If article A shares a name with B, and B with C,
    all three have one source.
    """
    root = {article: article for article in names_of}
    first_with: dict[Hashable, int] = {}
    for article, names in names_of.items():
        for name in names:
            other = first_with.setdefault(name, article)
            root[_top(root, article)] = _top(root, other)
    return {article: f"source {_top(root, article)}" for article in names_of}


def _top(root: Mapping[int, int], article: int) -> int:
    """Return the id of the article that represents the source of `article` (union-find)."""
    while root[article] != article:
        article = root[article]
    return article
