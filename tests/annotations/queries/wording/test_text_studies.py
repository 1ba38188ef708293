"""Test that what is worked out about a text before its import is what the import would work out itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.logic.sources.copies import compare_wording
from annotations.logic.sources.crediting.credits import credits_of
from annotations.logic.sources.own_words import read_own_words, sampled
from annotations.logic.sources.wordings import wording_of
from annotations.queries.wording.text_studies import studies, study_of
from newsroom.signals import ExpectedRevision
from newsroom.text.analysis import TextAnalysis
from newsroom.text.changes.offsets import changes
from newsroom.text.language.indexing.index_entries import entries_of
from newsroom.text.pipeline import prepare
from tests import make
from tests.annotations.logic.sources.test_copies import WIRE

pytestmark = pytest.mark.django_db

COPY = "\n\n".join([*WIRE, "More follows."])


def document(text):
    return prepare(text.encode(), name="article.txt").document


def test_a_text_alone_is_its_own_words_and_the_numbers_of_the_index():
    study = study_of(document(COPY))
    assert study.wording.words == read_own_words(document(COPY))
    assert study.numbers == sampled(study.wording.words)


def test_texts_are_compared_with_likely_copies_whatever_the_ids_of_those_are():
    known = make.article("\n\n".join(WIRE))
    expected = [ExpectedRevision(document(COPY)) for _ in range(known.pk + 1)]
    for study in studies(expected):
        words = read_own_words(known.current.document)
        assert study.comparisons == {known.current_id: compare_wording(study.wording.words, words)}
        assert (study.numbers_before, study.offset_maps) == ({}, {})


def test_a_newer_text_is_compared_with_those_that_people_marked():
    article = make.article("\n\n".join(WIRE))
    make.highlight(article, WIRE[0][:20])
    (study,) = studies([ExpectedRevision(document(COPY), article.current_id)])
    before = sampled(read_own_words(article.current.document))
    assert study.numbers_before == {article.current_id: before}
    assert study.offset_maps == {article.current_id: changes(article.current.text, COPY)}


def test_what_copies_say_of_their_sources_is_found_out_with_them():
    known = make.article("\n\n".join(WIRE))
    other = ExpectedRevision(document("It rained in a place that nobody wrote about."))
    copy, alone = studies([ExpectedRevision(document(COPY), byline="AFP"), other])
    assert copy.credits == {
        None: credits_of(document(COPY), byline="AFP"),
        known.current_id: credits_of(known.current.document),
    }
    assert (copy.masthead, alone.credits) == (("AFP", ""), {})


def test_as_many_questions_are_asked_about_two_likely_copies_as_about_five():
    def asked():
        with CaptureQueriesContext(connection) as queries:
            studies([ExpectedRevision(document(COPY))])
        return len(queries)

    for number in range(2):
        make.article("\n\n".join([*WIRE, f"It was number {number}."]))
    of_two = asked()
    for number in range(2, 5):
        make.article("\n\n".join([*WIRE, f"It was number {number}."]))
    assert asked() == of_two


def test_what_the_reader_process_has_found_is_not_computed_again():
    analysis = TextAnalysis(entries_of(document(COPY)), ("of another examiner", wording_of(document(COPY))))
    (study,) = studies([ExpectedRevision(document(COPY), analysis=analysis)])
    assert study.wording is analysis.results[1]
