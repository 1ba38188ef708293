"""Test which sentences are compared closely. Both databases must give the same sentences."""

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.search import retrieving
from newsroom.search.retrieving import retrieve, sentences_of
from newsroom.text.language.words import terms
from newsroom.text.model import Role
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db

GRAIN = "Grain ships left Odesa. Nobody was hurt."
SESSION = "Lavrov left the session.\n\nBorrell stayed with the grain ships."


def sentences_with(text, **options):
    return [sentence.said for sentence in retrieve(terms(text), **options).sentences]


def test_sentences_that_share_most_come_first():
    make.article(GRAIN)
    make.article(SESSION)
    assert sentences_with("the grain ships from Odesa") == [
        "Grain ships left Odesa.",
        "Borrell stayed with the grain ships.",
        "Lavrov left the session.",
    ]


def test_articles_left_out_are_not_looked_through():
    own = make.article(GRAIN)
    make.article(SESSION)
    assert sentences_with("grain ships", without=[own.pk]) == ["Borrell stayed with the grain ships."]


@pytest.mark.parametrize("small", [0, 600])
def test_a_story_is_looked_through_alone_whether_small_or_large(monkeypatch, small):
    monkeypatch.setattr(retrieving, "SMALL_STORY", small)
    story = make.story()
    make.article(GRAIN)
    make.article(SESSION, story=story)
    assert set(sentences_with("grain ships", story=story)) <= {
        "Borrell stayed with the grain ships.",
        "Lavrov left the session.",
    }
    assert (
        sentences_with("grain ships", story=story)[-1 if small else 0]
        == "Borrell stayed with the grain ships."
    )


def test_what_an_article_no_longer_says_is_not_found():
    article = make.article(GRAIN)
    make.revision(article, "Grain trains left Lviv.")
    assert sentences_with("Odesa") == []
    assert sentences_with("Lviv") == ["Grain trains left Lviv."]


def test_boilerplate_is_not_found():
    details = SourceDetails(roles={1: Role.BOILERPLATE})
    import_article(
        b"Grain ships left.\n\nPlease support our grain reports.",
        name="a.txt",
        details=details,
        by=make.user(),
    )
    assert sentences_with("grain reports") == ["Grain ships left."]


def test_other_scripts_are_found():
    make.article("外交部长离开了会议。\n\nМинистр покинул заседание.")
    assert sentences_with("部长离开") == ["外交部长离开了会议。"]
    assert sentences_with("министра") == ["Министр покинул заседание."]


def test_a_sentence_comes_with_the_blocks_of_its_revision():
    make.article(SESSION)
    sentence, *_ = retrieve(terms("grain ships")).sentences
    assert [list(block) for block in sentence.blocks] == [[0, 24, "body"], [26, 62, "body"]]


def test_the_sentences_of_a_revision_are_told_in_order():
    revision = make.article(GRAIN).current
    spans = sentences_of([revision.pk])[revision.pk]
    assert [revision.text[span.start : span.end] for span in spans] == [
        "Grain ships left Odesa.",
        "Nobody was hurt.",
    ]
