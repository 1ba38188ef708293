"""Read JSON Lines of any length: each call of the reader process reads some of the lines."""

from collections.abc import Iterable, Iterator
from typing import IO

from newsroom.errors import NewsroomError
from newsroom.fetching.kinds import LARGEST
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.listings.records import records_of_lines
from newsroom.text.listings.rows import Record

#: How many bytes of lines one call handles.
_LINES_AT_ONCE = 2**20


def records_of_json_lines(file: IO[bytes]) -> Iterator[Record]:
    """Yield the records of JSON Lines in a file.

    The reader process gets about `_LINES_AT_ONCE` bytes of lines in each call.
    """
    first = 1
    for batch in _line_batches(_lines(file)):
        try:
            yield from call_in_reader(records_of_lines, batch, first)
        except NewsroomError:
            # Only reading each line alone shows which line failed.
            for number, line in enumerate(batch, start=first):
                yield from _record_alone(line, number)
        first += len(batch)


def _record_alone(line: bytes, number: int) -> list[Record]:
    try:
        return call_in_reader(records_of_lines, [line], number)
    except NewsroomError as error:
        return [Record(number, error=error.sentence)]


def _line_batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines in order, in lists of about `_LINES_AT_ONCE` bytes.

    A list may be larger by one line.
    """
    batch: list[bytes] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line)
        if size >= _LINES_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file, each cut to `LARGEST` bytes.

    The rest of a longer line is skipped, so that one very long line cannot fill the memory.
    """
    while line := file.readline(LARGEST):
        ended = line.endswith(b"\n")
        yield line
        while not ended:
            rest = file.readline(LARGEST)
            ended = not rest or rest.endswith(b"\n")
