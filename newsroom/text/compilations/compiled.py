"""Define what a file of many articles is split into."""

from dataclasses import dataclass, field

from newsroom.text.pipeline import SourceDetails


@dataclass(frozen=True, slots=True)
class CompiledArticle:
    """One of many articles in a file: its bytes, and the details that the file states about it.

    `suffix` is the ending of a file name for these bytes, such as `.eml`. It is empty if the bytes are text
    in the format of `details`.
    """

    raw: bytes
    details: SourceDetails = field(default_factory=SourceDetails)
    suffix: str = ""
