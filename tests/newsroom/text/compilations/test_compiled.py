"""Test what a file of many articles is split into."""

from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.pipeline import SourceDetails


def test_nothing_is_stated_about_an_article_unless_its_file_states_it():
    article = CompiledArticle(b"It rained.")
    assert (article.details, article.suffix) == (SourceDetails(), "")
