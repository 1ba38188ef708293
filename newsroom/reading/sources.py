"""Read the bytes of a source in the reader process, for actions and previews."""

from newsroom.reading.reader_process import call_in_reader
from newsroom.text.pipeline import PreparedSource, SourceDetails, prepare


def read_source(
    raw: bytes, *, name: str = "", details: SourceDetails | None = None
) -> PreparedSource:
    """Return the text and masthead of a source, as `prepare` reads them, in the reader process.

    `name` is the name of its file, and `details` holds what a person or a record states. Raises the
    errors of `prepare` and of `call_in_reader`.
    """
    return call_in_reader(prepare, raw, name=name, details=details)
