"""Test that a passage rests on a document if its sentence names one, or if a press
release is named soon after it.
"""

import pytest

from annotations.logic.sources.documents import BEHIND, document_kinds, quotes_statement
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
        ("„Wir trennen uns“, schrieb die Band auf Instagram.", "post"),
        ("Le groupe se sépare, a-t-il annoncé sur Instagram.", "post"),
        ("Das teilte die Firma in einer Pressemitteilung mit.", "press release"),
    ],
)
def test_a_document_is_known_by_its_words(sentence, kind):
    assert kinds(sentence) == {kind}


@pytest.mark.parametrize("sentence", ["The court is old.", "The band played on."])
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
