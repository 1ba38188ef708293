"""Find the speech that reports a quotation: in its sentence, its paragraph, or a neighbouring paragraph."""

import re
from dataclasses import dataclass

from annotations.logic.speech.other_languages import foreign_speeches
from annotations.logic.speech.quotation_marks import QuotationMarks
from annotations.logic.speech.quoting import quoting_speeches
from annotations.logic.speech.reported import Speech, speeches
from annotations.logic.speech.tellers_apart import without_tellers
from newsroom.text.language.sentences import sentences_within
from newsroom.text.model import Block, Document, Role, Span

#: Most code points of the paragraph that are read before and after a quotation.
REACH = 2_000
#: Most consecutive paragraphs that consist only of a quotation of one speaker.
MOST_PARAGRAPHS = 4

#: The characters between a closing quotation mark and the speaker or the verb: “…,” said Lavrov.
_BETWEEN = re.compile(r"[\s,—–-]*+")


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """A speech, and the index of the block in which the document reports it."""

    paragraph: int
    speech: Speech


def speech_of_quotation(document: Document, index: int, quotation: Span) -> ReportedSpeech | None:
    """Return the speech that reports a quotation, or None if it is not clear which one does.

    `index` is the index of the block that contains the quotation.
    """
    paragraph = QuotedParagraph(document.text, document.blocks[index], quotation)
    speech = paragraph.own_speech() or paragraph.speech_beside()
    if speech is not None:
        return ReportedSpeech(index, speech)
    if not paragraph.is_all_quoted:
        return None
    return _last_speech_before(document, index) or _first_speech_behind(document, index)


class QuotedParagraph:
    """A paragraph and one of its quotations, with the sentences near the quotation.

    At most `REACH` code points before and after the quotation are read. `is_all_quoted` is true if all words
    that are read are inside quotations.
    """

    def __init__(self, text: str, block: Block, quotation: Span) -> None:
        # A paragraph of a hostile text can be as long as the text.
        window = Span(
            max(block.start, quotation.start - REACH),
            min(block.end, quotation.end + REACH),
        )
        self._text = text
        self._quotation = quotation
        self._marks = QuotationMarks(text, block.start, window.end)
        self._sentences = list(sentences_within(text, window.start, window.end))
        own = [sentence for sentence in self._sentences if sentence.overlaps(quotation)]
        self._own = Span(
            min(own[0].start, quotation.start),
            max(own[-1].end, quotation.end),
        )
        self.is_all_quoted = self._marks.are_all_of(window)

    def own_speech(self) -> Speech | None:
        """Return the speech that reports the quotation within the sentence of the quotation, or None.

        If the quotation ends with a comma, the speech directly after the quotation is preferred. Next is the
        speech whose verb is the last one before the quotation, then the first speech after the quotation.
        """
        candidates = without_tellers(self._speeches_in(self._own))
        before = [speech for speech in candidates if speech.at < self._quotation.start]
        behind = [speech for speech in candidates if speech.at >= self._quotation.start]
        adjacent = [speech for speech in behind if self._is_adjacent(speech)]
        according = [speech for speech in behind if speech.according]
        if according and not before:
            return _first(according)
        if adjacent and (self._ends_with_comma() or not before):
            return _first(adjacent)
        return _last(before) or _first(behind)

    def speech_beside(self) -> Speech | None:
        """Return the speech of a neighbouring sentence whose quotation continues in this one, or None.

        If the sentence of the quotation also has words outside quotation marks, it does not continue another
        quotation.
        """
        if not self._marks.are_all_of(self._own):
            return None
        for sentence in reversed(self._sentences):
            before = self._speeches_in(sentence)
            if sentence.end <= self._own.start and before:
                return _last(before)
        for sentence in self._sentences:
            behind = self._speeches_in(sentence)
            if sentence.start >= self._own.end and behind:
                return _first(behind)
        return None

    def _speeches_in(self, sentence: Span) -> list[Speech]:
        return _outer_speeches(self._text, sentence, self._marks)

    def _is_adjacent(self, speech: Speech) -> bool:
        """Return whether the speaker or the verb of `speech` comes directly after the quotation."""
        between = _BETWEEN.match(self._text, self._quotation.end)
        begin = between.end() if between else self._quotation.end
        beginnings = (speech.speaker.split()[0], speech.says.split()[0])
        return self._text.startswith(beginnings, begin)

    def _ends_with_comma(self) -> bool:
        """Return whether the quotation ends with a comma, as in “It is late,” she said.

        The comma can be before or after the closing mark.
        """
        end = self._quotation.end
        return "," in self._text[end - 2 : end + 1]


def _outer_speeches(text: str, sentence: Span, marks: QuotationMarks) -> list[Speech]:
    """Return the speeches of a sentence whose verbs are outside quotations. The list can be empty."""
    reported = [*speeches(text, sentence), *foreign_speeches(text, sentence)]
    return list(marks.outside([*reported, *quoting_speeches(text, sentence)]))


def _first(candidates: list[Speech]) -> Speech | None:
    return min(candidates, key=lambda speech: speech.at, default=None)


def _last(candidates: list[Speech]) -> Speech | None:
    return max(candidates, key=lambda speech: speech.at, default=None)


def _last_speech_before(document: Document, index: int) -> ReportedSpeech | None:
    """Return the last speech of the paragraph before the block `index`, or None if it has no speech.

    At most `MOST_PARAGRAPHS` blocks are read. Paragraphs that are only quotation are skipped.
    """
    for earlier in range(index - 1, max(-1, index - 1 - MOST_PARAGRAPHS), -1):
        block = document.blocks[earlier]
        if block.role is not Role.BODY:
            continue
        marks = QuotationMarks(document.text, block.start, block.end)
        speech = _last(_speeches_of(document.text, block, marks))
        if speech is not None:
            return ReportedSpeech(earlier, speech)
        if not marks.are_all_of(block.span):
            return None
    return None


def _first_speech_behind(document: Document, index: int) -> ReportedSpeech | None:
    """Return the first speech of the paragraph after the block `index`, or None if it has no speech."""
    for later, block in enumerate(document.blocks[index + 1 : index + 2], start=index + 1):
        marks = QuotationMarks(document.text, block.start, block.end)
        speech = _first(_speeches_of(document.text, block, marks))
        if block.role is Role.BODY and speech is not None:
            return ReportedSpeech(later, speech)
    return None


def _speeches_of(text: str, block: Block, marks: QuotationMarks) -> list[Speech]:
    """Return the speeches in the last `REACH` code points of a paragraph that are outside quotations."""
    outer: list[Speech] = []
    for sentence in sentences_within(text, max(block.start, block.end - REACH), block.end):
        outer += _outer_speeches(text, sentence, marks)
    return outer
