"""Import the sources that the command `import_articles` finds, and return a line for each source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.actions.imports.importing import ImportOutcome
from newsroom.actions.imports.importing_many import LARGEST, MOST, import_all
from newsroom.actions.people.accounts import importer
from newsroom.errors import NewsroomError, Undecided
from newsroom.fetching.import_sources import ImportSource
from newsroom.management.import_lines import ImportLine, SourceReading, Status
from newsroom.management.reading_ahead import ReadSource, read_ahead
from newsroom.models import Story, User
from newsroom.queries.known_articles import known_article
from newsroom.queries.proposals import StoryProposal, proposal_of
from newsroom.reading.reader_pool import ReaderPool
from newsroom.text.analysis import AnalysedSource
from newsroom.text.pipeline import PreparedSource
from newsroom.trouble.containing import contain_errors

#: The option of `import_articles` that answers each question about a source.
_ANSWERED_BY = {"unlike": "--unlike", "several": "--as-one"}


@dataclass(frozen=True, slots=True)
class ImportAnswers:
    """Answers that a person gives in advance to what an import asks about a source.

    `unlike` is that of `ImportRequest`, and `as_one` that of `SourceDetails`.
    """

    unlike: str = ""
    as_one: bool = False


class ImportRun:
    """One run of the command `import_articles`.

    `stories` holds all stories by slug. `story` is the slug of the story for articles whose record names
    none, or empty. `by` is the person who imports, or None for a dry run, which stores nothing. With
    `proposing`, the story that each article without a named story seems to be part of is looked up. With
    `accepting`, the article is added to that story. `answers` are given about all sources.
    """

    def __init__(
        self,
        stories: Mapping[str, Story],
        *,
        story: str,
        by: User | None,
        proposing: bool,
        accepting: bool,
        answers: ImportAnswers | None = None,
    ) -> None:
        self.stories = stories
        self.story = story
        self.by = by
        self.proposing = proposing and bool(stories)
        self.accepting = accepting
        self.answers = answers or ImportAnswers()

    def batches(self, sources: Iterable[ImportSource]) -> Iterator[list[ImportLine]]:
        """Import the sources in batches, and yield the results of each batch as soon as it is stored."""
        # A proposal may depend on the article before, so that article must be stored first.
        largest_batch = 1 if self.proposing else MOST
        with ReaderPool() as pool:
            for batch in read_ahead(_batches(self._answered(sources), largest_batch), pool):
                yield self._imported(batch)

    def _answered(self, sources: Iterable[ImportSource]) -> Iterator[ImportSource]:
        """Yield the sources with the answers about how to read them."""
        for source in sources:
            details = replace(source.details, as_one=self.answers.as_one)
            yield replace(source, details=details)

    def _imported(self, batch: Sequence[ReadSource]) -> list[ImportLine]:
        readings = [self._reading(read) for read in batch]
        outcomes = iter(
            self._outcomes([reading.request for reading in readings if reading.request])
        )
        lines = []
        for reading in readings:
            if reading.source.passed_over:
                lines.append(ImportLine(reading, Status.SKIPPED, error=reading.error))
            elif reading.request is None:
                lines.append(ImportLine(reading, Status.FAILED, error=reading.error))
            else:
                lines.append(_line(reading, next(outcomes)))
        if self.by is None:
            return _without_new_articles(lines)
        return lines

    def _outcomes(self, requests: Sequence[ImportRequest]) -> list[ImportOutcome | NewsroomError]:
        if self.by:
            return import_all(requests, by=self.by)

        # Only an import shows what would happen to the sources, so a dry run imports and rolls back.
        with transaction.atomic():
            outcomes = import_all(requests, by=importer())
            transaction.set_rollback(True)
        return outcomes

    def _reading(self, read: ReadSource) -> SourceReading:
        """Find the story that a source goes into or seems to be part of.

        If the source could not be read, or if this fails, the result has an `error`.
        """
        source = read.source
        if source.passed_over:
            return SourceReading(source, error=source.passed_over)
        slug = source.story or self.story
        try:
            analysed = self._analysed(read, slug)
            proposed = None
            if self.proposing and not slug:
                proposed = _proposed_story(source, analysed.prepared)
        except NewsroomError as error:
            return SourceReading(source, error=error.sentence)

        if proposed and self.accepting:
            slug = proposed.story.slug
        request = ImportRequest(
            source.raw,
            analysed.prepared,
            source.name,
            source.details,
            self.stories.get(slug),
            source.fetched,
            unlike=self.answers.unlike,
            analysis=analysed.analysis,
        )
        return SourceReading(source, request, proposed)

    def _analysed(self, read: ReadSource, slug: str) -> AnalysedSource:
        """Return what was read from a source that goes into the story `slug`, or into none if that is empty.

        Raises `NewsroomError` if the source could not be found or read, or if there is no such story.
        """
        if read.source.error:
            raise NewsroomError(read.source.error)
        if slug and slug not in self.stories:
            raise NewsroomError(
                f"There is no story “{slug}”: make it first, or leave the column blank."
            )
        if isinstance(read.result, NewsroomError):
            raise read.result
        return read.result


def _proposed_story(source: ImportSource, prepared: PreparedSource) -> StoryProposal | None:
    """Return the story that the article seems to be part of, or None. Raises only `NewsroomError`."""
    # The text comes from outside, so whatever goes wrong with it concerns this source alone.
    with contain_errors(source.path):
        article = known_article(prepared, source.details.external_id)
        return proposal_of(prepared, article)


def _batches(sources: Iterable[ImportSource], most: int) -> Iterator[list[ImportSource]]:
    """Yield the sources in order, in lists of at most `most` sources and `LARGEST` bytes.

    A source of more bytes is in a list of its own.
    """
    batch: list[ImportSource] = []
    size = 0
    for source in sources:
        if batch and (len(batch) == most or size + len(source.raw) > LARGEST):
            yield batch
            batch, size = [], 0
        batch.append(source)
        size += len(source.raw)
    if batch:
        yield batch


def _line(reading: SourceReading, outcome: ImportOutcome | NewsroomError) -> ImportLine:
    if isinstance(outcome, Undecided):
        sentence = f"{outcome.sentence} By command: {_ANSWERED_BY[outcome.question]}."
        return ImportLine(reading, Status.FAILED, error=sentence)
    if isinstance(outcome, NewsroomError):
        return ImportLine(reading, Status.FAILED, error=outcome.sentence)
    return ImportLine(reading, outcome.status, outcome.revision.article_id)


def _without_new_articles(lines: Sequence[ImportLine]) -> list[ImportLine]:
    """Return the lines of a dry run without the ids of articles that were made and then rolled back."""
    new_articles = {line.article for line in lines if line.status == Status.CREATED}
    lines_without_ids = []
    for line in lines:
        if line.article in new_articles:
            lines_without_ids.append(replace(line, article=None))
        else:
            lines_without_ids.append(line)
    return lines_without_ids
