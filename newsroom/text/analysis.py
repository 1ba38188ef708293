"""Read sources and analyse their texts for an import, as far as only the text itself is needed.

The reader process calls `analyse_sources`, so that the importing process only has to store the results.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsroom.errors import NewsroomError
from newsroom.text.language.indexing.index_entries import IndexEntries, entries_of
from newsroom.text.model import Document
from newsroom.text.pipeline import PreparedSource, SourceDetails, prepare

#: A text of at least so many characters is not analysed before it is known to be new.
LONG = 50_000

#: A function that finds something out about a document. It must be defined at the top level of a module.
Examiner = Callable[[Document], object]


@dataclass(frozen=True, slots=True)
class SourceBytes:
    """The bytes of a source, the name of its file, and the details that a person or a record states."""

    raw: bytes
    name: str = ""
    details: SourceDetails = field(default_factory=SourceDetails)


@dataclass(frozen=True, slots=True)
class TextAnalysis:
    """The results of analysing a text: its entries in the search index, and one result of each examiner."""

    entries: IndexEntries
    results: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysedSource:
    """A source that was read. `analysis` is None if its text is long (`LONG`)."""

    prepared: PreparedSource
    analysis: TextAnalysis | None


def analyse_sources(
    sources: Sequence[SourceBytes], examiners: Sequence[Examiner] = ()
) -> list[AnalysedSource | NewsroomError]:
    """Read each source, and let `examiners` examine its text if it is shorter than `LONG`. Returns the
    results in order.

    If a source cannot be read, its result is the error that says why.
    """
    results: list[AnalysedSource | NewsroomError] = []
    for source in sources:
        try:
            prepared = prepare(source.raw, name=source.name, details=source.details)
            results.append(AnalysedSource(prepared, _analysis(prepared, examiners)))
        except NewsroomError as error:
            results.append(error)
    return results


def _analysis(prepared: PreparedSource, examiners: Sequence[Examiner]) -> TextAnalysis | None:
    document = prepared.document
    if len(document.text) >= LONG:
        return None
    entries = entries_of(document, prepared.metadata.language)
    return TextAnalysis(entries, tuple(examiner(document) for examiner in examiners))
