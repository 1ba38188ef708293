"""Read many sources in several reader processes at once, while the calling process does something else."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from newsroom.errors import NewsroomError
from newsroom.reading.reader_process import ReaderProcess, call_in
from newsroom.text.analysis import AnalysedSource, Examiner, SourceBytes, analyse_sources

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

#: The most reader processes of one import. One process can store what about two can read.
MOST_PROCESSES = 4


class ReaderPool:
    """Several reader processes, which a `with` block ends.

    Each has its own limits of time and memory, as the one reader process of `call_in_reader` has.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or min(MOST_PROCESSES, os.cpu_count() or 1)
        self._of_thread = threading.local()
        self._readers: list[ReaderProcess] = []
        # A thread only waits for the process that belongs to it.
        self._threads = ThreadPoolExecutor(self.processes, initializer=self._add_reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.interrupt()
        self._threads.shutdown()
        for reader in self._readers:
            reader.stop()

    def start(
        self,
        function: Callable[Parameters, Result],
        /,
        *arguments: Parameters.args,
        **named: Parameters.kwargs,
    ) -> Future[Result]:
        """Let a process call `function`, as `call_in_reader` does, and return at once.

        The result of the `Future` is that of the function. It raises the errors of `call_in_reader`.
        """
        return self._threads.submit(self._call, function, *arguments, **named)

    def _add_reader(self) -> None:
        self._of_thread.reader = ReaderProcess()
        self._readers.append(self._of_thread.reader)

    def _call(
        self,
        function: Callable[Parameters, Result],
        /,
        *arguments: Parameters.args,
        **named: Parameters.kwargs,
    ) -> Result:
        return call_in(self._of_thread.reader, function, *arguments, **named)


class SourceReadings:
    """The readings of several sources, which are under way in `pool`. `examiners` examine each text."""

    def __init__(
        self, pool: ReaderPool, sources: Sequence[SourceBytes], examiners: Sequence[Examiner]
    ) -> None:
        self._pool = pool
        self._examiners = examiners
        self._parts: list[
            tuple[Sequence[SourceBytes], Future[list[AnalysedSource | NewsroomError]]]
        ] = []
        # Each process gets one part, because each call costs some time.
        size = -(-len(sources) // pool.processes) or 1
        for start in range(0, len(sources), size):
            part = sources[start : start + size]
            self._parts.append((part, self._start(part)))

    def results(self) -> list[AnalysedSource | NewsroomError]:
        """Wait until all sources are read, and return the result of each, in order, or its error."""
        results: list[AnalysedSource | NewsroomError] = []
        for sources, reading in self._parts:
            try:
                results += reading.result()
            except NewsroomError as error:
                results += [error] if len(sources) == 1 else self._results_alone(sources)
        return results

    def _results_alone(
        self, sources: Sequence[SourceBytes]
    ) -> list[AnalysedSource | NewsroomError]:
        """Read each source with a call of its own, because one of them broke the call for all."""
        results: list[AnalysedSource | NewsroomError] = []
        for source in sources:
            try:
                results += self._start([source]).result()
            except NewsroomError as error:
                results.append(error)
        return results

    def _start(
        self, sources: Sequence[SourceBytes]
    ) -> Future[list[AnalysedSource | NewsroomError]]:
        return self._pool.start(analyse_sources, sources, self._examiners)
