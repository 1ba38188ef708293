"""Read a source from outside in the reader process, for actions and previews."""

from newsroom.reading.reader_process import call_in_reader
from newsroom.text.pipeline import PreparedSource, SourceDetails, prepare


def read_source(
    raw: bytes, *, name: str = "", given: SourceDetails | None = None
) -> PreparedSource:
    """Run `prepare` on `raw` in the reader process and return its result.

    Raises the errors of `prepare` and of `call_in_reader`.
    """
    return call_in_reader(prepare, raw, name=name, given=given)
