"""Test that a passage rests on a document if its sentence names one, or if a press
release is named soon after it.
"""

import pytest

from annotations.logic.sources.documents import kinds as kinds_module
from annotations.logic.sources.documents.kinds import (
    BEHIND,
    NOUNS,
    document_kinds,
    document_names,
    quotes_statement,
    vague_kinds,
)
from newsroom.text.model import Block, Document, Span


def kinds(sentence: str, behind: str = "") -> set[str]:
    text = sentence + behind
    return document_kinds(Document(text, (Block(0, len(text)),)), [Span(0, len(sentence))])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The permit was void, the court wrote in its ruling.", "ruling"),
        ("He took the money, the indictment says.", "indictment"),
        ("Fares will rise, the line said in a press release.", "press release"),
        ("“We split up,” the band wrote on Instagram.", "post"),
        ("“We split up,” the singer said in a video.", "post"),
        ("„Wir trennen uns“, schrieb die Band auf Instagram.", "post"),
        ("Le groupe se sépare, a-t-il annoncé sur Instagram.", "post"),
        ("Das teilte die Firma in einer Pressemitteilung mit.", "press release"),
    ],
)
def test_a_document_is_known_by_its_words(sentence, kind):
    assert kinds(sentence) == {kind}


@pytest.mark.parametrize(
    "sentence",
    [
        *("The court is old.", "The band played on."),
        *("She was sorry, she said in a video call.", "He spoke in a short video conference."),
    ],
)
def test_other_sentences_rest_on_none(sentence):
    assert kinds(sentence) == set()


@pytest.mark.parametrize(("distance", "found"), [(BEHIND, {"press release"}), (BEHIND + 1, set())])
def test_a_press_release_is_named_within_160_code_points_behind(distance, found):
    assert BEHIND == 160
    words = "press release"
    assert kinds("Fares will rise.", " " * (distance - len(words)) + words) == found


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Fares will rise, the line said in a statement.", True),
        ("In its brief written statement, the line said so.", True),
        ("Fares will rise, according to a statement by the line.", True),
        ("Das sagte die Firma in einer Mitteilung.", True),
        ("The statement was long.", False),
        ("He understated the fares.", False),
    ],
)
def test_a_statement_is_quoted_where_the_sentence_says_so(sentence, quotes):
    document = Document(sentence, (Block(0, len(sentence)),))
    assert quotes_statement(document, [Span(0, len(sentence))]) == quotes


def test_another_document_behind_the_sentence_is_none_of_it():
    assert kinds("Fares will rise.", " The indictment says so.") == set()


def vague(text: str) -> set[str]:
    return vague_kinds(Document(text, (Block(0, len(text)),)), [Span(0, len(text))])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nine million are hungry, a UN report says.", {"report"}),
        ("Media report says little about it.", set()),
        ("According to a study, coffee helps.", {"study"}),
        ("She will study law.", set()),
        ("The plant will close, an internal memo shows.", {"internal document"}),
        ("The firm hid it, the lawsuit says.", {"court document"}),
        ("Footage shared on Telegram shows smoke.", {"recording"}),
        ("The choir will stop, it says in a letter to its members.", {"letter"}),
        ("It sent him a letter.", set()),
        ("The end was announced on its website.", {"website"}),
        ("Nine died, according to figures from the ministry.", {"figures"}),
        ("Two figures stood at the gate.", set()),
    ],
)
def test_of_some_documents_two_reports_may_mean_two(text, kinds):
    assert vague(text) == kinds


def test_names_of_documents_prefer_the_surer_kind():
    text = "Forty jobs go, a report says in a press release."
    document, sentences = Document(text, (Block(0, len(text)),)), [Span(0, len(text))]
    assert document_names(document, sentences, "") == ["press release"]
    study = "Coffee helps, a study found."
    assert document_names(Document(study, (Block(0, 28),)), [Span(0, 28)], "") == ["study"]


def test_every_kind_has_nouns_by_which_its_issuer_is_found():
    assert NOUNS.keys() == kinds_module._KINDS.keys() | kinds_module._VAGUE_KINDS.keys()
