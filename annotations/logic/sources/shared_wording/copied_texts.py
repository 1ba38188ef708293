"""Find the texts that the articles of a story share with each other, and give each of them a key."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotations.logic.finding.report_sources import sources_of_articles
from annotations.logic.sources.copies import CopyComparison, CopyVerdict, compare_wording
from annotations.logic.sources.own_words import read_own_words
from newsroom.text.model import Document, Span


@dataclass(frozen=True, slots=True)
class SharedText:
    """The text that an article shares with another one. `key` identifies the shared text.

    `whole` is true if one article is a copy of the other. `share` says how much of its own words one article
    shares with the other, from 0 to 1. It is the larger value of the two articles. `spans` are the shared
    stretches of the article, and `paragraphs` the indexes of its blocks that are mostly shared. `other` is
    the name of the other article, and `other_text` its whole text.
    """

    key: str
    whole: bool
    share: float
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    other: str
    other_text: str

    def holds(self, document: Document, passage: Span) -> bool:
        """Return whether `passage`, a span of `document`, is part of the shared text.

        If one article is a copy of the other, it is enough that the other article contains the words of the
        passage.
        """
        if any(span.overlaps(passage) for span in self.spans):
            return True
        if any(document.blocks[index].span.overlaps(passage) for index in self.paragraphs):
            return True
        return self.whole and document.text_of(passage) in self.other_text


@dataclass(frozen=True, slots=True)
class _WordingInCommon:
    """Two articles that share wording, given by their positions in the story, and their comparison."""

    left: int
    right: int
    comparison: CopyComparison

    @property
    def whole(self) -> bool:
        return self.comparison.verdict is CopyVerdict.COPY


def copied_texts(documents: Mapping[str, Document]) -> dict[str, list[SharedText]]:
    """Return for each article the texts that it shares with other articles.

    `documents` holds the text of each article by its name. The names are the keys of the result too.
    """
    names = list(documents)
    words = [read_own_words(document) for document in documents.values()]
    pairs: list[_WordingInCommon] = []
    for left, right in combinations(range(len(names)), 2):
        comparison = compare_wording(words[left], words[right])
        if comparison.verdict is not None:
            pairs.append(_WordingInCommon(left, right, comparison))
    key_of = _keys_of_copied_texts(names, pairs)

    shared: dict[str, list[SharedText]] = {name: [] for name in names}
    for pair in pairs:
        left_name, right_name = names[pair.left], names[pair.right]
        key = f"wording: {left_name}, {right_name}"
        if pair.whole:
            key = key_of[pair.left]
        for side, this, other in (
            (pair.comparison.left, left_name, right_name),
            (pair.comparison.right, right_name, left_name),
        ):
            shared[this].append(
                SharedText(
                    key=key,
                    whole=pair.whole,
                    share=pair.comparison.share,
                    spans=side.spans,
                    paragraphs=side.paragraphs,
                    other=other,
                    other_text=documents[other].text,
                )
            )
    return shared


def _keys_of_copied_texts(
    names: Sequence[str], pairs: Iterable[_WordingInCommon]
) -> dict[int, str]:
    """Return the key of the text that each article copies, by the position of the article.

    If A is a copy of B, and B of C, all three have one key, in whichever order they are compared.
    """
    copied: dict[int, set[int]] = {position: set() for position in range(len(names))}
    for number, pair in enumerate(pairs):
        if pair.whole:
            copied[pair.left].add(number)
            copied[pair.right].add(number)
    first_with: dict[str, str] = {}
    key_of: dict[int, str] = {}
    for position, source in sources_of_articles(copied).items():
        first = first_with.setdefault(source, names[position])
        key_of[position] = f"text: {first}"
    return key_of
