"""Reading a source from outside, apart from the site: what the actions and the previews call."""

from newsroom.reading.apart import apart
from newsroom.text.pipeline import PreparedSource, SourceDetails, prepare


def read_source(raw: bytes, *, name: str = "", given: SourceDetails | None = None) -> PreparedSource:
    """Return what `prepare` makes of the bytes. Raises its errors, and those of `apart`."""
    return apart(prepare, raw, name=name, given=given)
