"""Compute what the search index holds of a text: its sentences with their terms, and its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.text.language.indexing.word_forms import languages_of_text, words_and_marks
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.words import WrittenTerm, written_terms
from newsroom.text.model import Document, Span


@dataclass(frozen=True, slots=True)
class IndexEntries:
    """The index entries of one document.

    `spans` are the places of its sentences in code points, and `terms[i]` holds the distinct terms of the
    sentence at `spans[i]`. `words` holds the words and marks of the text as `index_words` returns them by the
    rules of `languages`, which follow from the text and from the `language` that it states. If the terms are
    in the index already, `sentence_ids` holds the ids of the sentences; else it is empty.
    """

    document: Document
    spans: tuple[Span, ...]
    terms: tuple[list[str], ...]
    words: list[str]
    language: str
    languages: tuple[str, ...]
    sentence_ids: tuple[int, ...] = ()


def entries_of(document: Document, language: str = "") -> IndexEntries:
    """Compute and return the index entries of a document. `language` is the one that it states, if any.

    The time is proportional to the length of the text.
    """
    text = document.text
    spans = tuple(event_sentences(document))
    terms = []
    words: list[str] = []
    # The words are cut only once, because that takes the longest. No word continues beyond its sentence.
    for part, is_sentence in _parts(text, spans):
        words_of_part = written_terms(part)
        words += [written for written, _ in words_of_part]
        if is_sentence:
            terms.append(distinct(words_of_part))

    languages = languages_of_text(text, language)
    return IndexEntries(
        document=document,
        spans=spans,
        terms=tuple(terms),
        words=words_and_marks(words, text, languages),
        language=language,
        languages=languages,
    )


def distinct(words: Sequence[WrittenTerm]) -> list[str]:
    """Return the terms of words, each once, in the order in which they first occur."""
    return list(dict.fromkeys([term for _, term in words]))


def _parts(text: str, sentences: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the text in parts, each with whether it is one of the sentences.

    The other parts are blocks that are not about the event. White space between sentences is left out.
    """
    end = 0
    for span in sentences:
        before = text[end : span.start]
        if not before.isspace():
            yield before, False
        yield text[span.start : span.end], True
        end = span.end
    yield text[end:], False
