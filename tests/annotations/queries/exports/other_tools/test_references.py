"""Test that the articles of a story are written as references."""

import io
import json

import pytest

from annotations.queries.exports.other_tools.references import write_csl, write_ris
from newsroom.actions.imports.importing import import_article
from newsroom.models import Outlet
from newsroom.text.listings.ris import records_of_ris
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db


def written(write, **filters):
    file = io.BytesIO()
    write(file, filters)
    return file.getvalue()


def test_an_article_is_cited_by_its_masthead():
    details = SourceDetails(
        external_id="afp-12",
        title="Rain falls",
        byline="Ana Ruiz",
        credit="With wires",
        published="2022-07-09",
        url="https://courier.example.org/rain",
        language="en",
    )
    import_article(b"Rain fell on Bali in the night.", details=details, by=make.user())
    (item,) = json.loads(written(write_csl))
    assert (item["id"], item["title"], item["note"]) == ("afp-12", "Rain falls", "With wires")
    assert (item["URL"], item["language"]) == ("https://courier.example.org/rain", "en")
    assert item["issued"] == {"date-parts": [[2022, 7, 9]]}
    assert item["author"] == [{"literal": "Ana Ruiz"}]
    (record,) = records_of_ris(written(write_ris))
    assert (record.details.title, record.details.published) == ("Rain falls", "2022-07-09")


def test_a_story_selects_its_articles_and_the_outlet_says_of_which_kind_they_are():
    by = make.user()
    story = make.story("Rain", by=by)
    make.article(story=story, outlet="Courier", title="One", by=by)
    make.article(story=story, title="Two", by=by)
    make.article(title="Elsewhere", by=by)
    Outlet.objects.filter(name="Courier").update(kind="newspaper")
    items = json.loads(written(write_csl, story="rain"))
    assert [(item["title"], item["type"]) for item in items] == [
        ("One", "article-newspaper"),
        ("Two", "webpage"),
    ]
    assert written(write_ris, story="rain").count(b"ER  - \r\n\r\n") == 2


def test_without_articles_the_list_is_empty():
    assert json.loads(written(write_csl)) == []


def test_the_number_of_queries_does_not_grow_with_the_articles(django_assert_num_queries):
    for count in (1, 3):
        make.article(title=f"Article {count}", outlet="Courier")
        with django_assert_num_queries(1):
            written(write_csl)
