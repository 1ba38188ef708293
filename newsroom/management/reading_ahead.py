"""Read the sources of an import while the sources before them are stored."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from newsroom.errors import NewsroomError, Unreadable
from newsroom.fetching.import_sources import ImportSource
from newsroom.models import Revision
from newsroom.reading.reader_pool import ReaderPool, SourceReadings
from newsroom.signals import examiners_wanted
from newsroom.text.analysis import AnalysedSource, Examiner, SourceBytes

#: How many batches are read while the batch before them is stored.
BATCHES_AHEAD = 2


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source, and the result of reading it: the article, or the error that says why it cannot be read."""

    source: ImportSource
    result: AnalysedSource | NewsroomError


def read_ahead(
    batches: Iterable[list[ImportSource]], pool: ReaderPool
) -> Iterator[list[ReadSource]]:
    """Yield the sources of each batch with the results of reading them.

    While the caller stores a batch, the processes of `pool` read the next ones, and a thread takes the
    batches after them from `batches`.
    """
    sent: list[tuple[Any, Any]] = examiners_wanted.send(Revision)
    examiners = [examiner for _, examiner in sent]
    waiting: deque[_BatchReading] = deque()
    for batch in _taken_ahead(batches):
        waiting.append(_BatchReading(batch, pool, examiners))
        if len(waiting) > BATCHES_AHEAD:
            yield waiting.popleft().results()
    while waiting:
        yield waiting.popleft().results()


def _taken_ahead(batches: Iterable[list[ImportSource]]) -> Iterator[list[ImportSource]]:
    """Yield the batches in order. Another thread takes the next one meanwhile."""
    remaining = iter(batches)
    with ThreadPoolExecutor(1) as thread:
        upcoming = thread.submit(next, remaining, None)
        while batch := upcoming.result():
            upcoming = thread.submit(next, remaining, None)
            yield batch


class _BatchReading:
    """The reading of a batch, which is under way."""

    def __init__(
        self, batch: Sequence[ImportSource], pool: ReaderPool, examiners: Sequence[Examiner]
    ) -> None:
        self._batch = batch
        readable = [source for source in batch if _is_readable(source)]
        sources = [SourceBytes(source.raw, source.name, source.details) for source in readable]
        self._readings = SourceReadings(pool, sources, examiners)

    def results(self) -> list[ReadSource]:
        results = iter(self._readings.results())
        read = []
        for source in self._batch:
            if _is_readable(source):
                read.append(ReadSource(source, next(results)))
            else:
                read.append(ReadSource(source, Unreadable(source.error or source.passed_over)))
        return read


def _is_readable(source: ImportSource) -> bool:
    return not source.error and not source.passed_over
