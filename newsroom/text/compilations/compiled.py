"""Define what a file of many articles is split into."""

from dataclasses import dataclass, field

from newsroom.text.pipeline import SourceDetails


@dataclass(frozen=True, slots=True)
class CompiledArticle:
    """One of many articles in a file: its bytes, and what the file states about it.

    `suffix` is the end of its name if its bytes are a file of a kind of its own.
    """

    raw: bytes
    details: SourceDetails = field(default_factory=SourceDetails)
    suffix: str = ""
