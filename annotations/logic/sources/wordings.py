"""Define the wording of a text: the words by which it is compared with other texts, and their numbers."""

from dataclasses import dataclass
from functools import cached_property

from annotations.logic.sources.own_words import OwnWords, read_own_words, sampled_runs
from newsroom.text.model import Document


@dataclass(frozen=True)
class Wording:
    """The wording of one document, as it is compared with other texts.

    `numbers` are the hashes under which the text is in the index of shared wording.
    """

    document: Document
    numbers: frozenset[int]

    @cached_property
    def words(self) -> OwnWords:
        """Return the words of the document. They are read only if the text is compared, which is rare."""
        return read_own_words(self.document)


def wording_of(document: Document) -> Wording:
    """Return the wording of a document. The time is linear in its length."""
    return Wording(document, sampled_runs(document))
