"""Test the answer to what an import asks about an item, in its report."""

import pytest
from django.urls import reverse

from newsroom.models import Article, ImportItem, User
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup
from tests.newsroom.views.import_pages import act, handed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(at_work) -> ImportItem:
    return make.asking_item(by=User.objects.get(pk=at_work.session["_auth_user_id"]))


def test_the_report_asks_what_a_text_is_with_a_button_for_each_answer(at_work, item):
    report = markup(at_work.get(item.batch.get_absolute_url()))
    assert "Needs an answer" in report
    assert 'value="revision">It is a newer text of that article<' in report
    assert 'value="article">It is another article<' in report
    assert 'value="leave-out">Leave it out<' in report


def test_the_answer_imports_it_and_the_report_says_so(at_work, item):
    answer = act(at_work, "import_answer", item.batch, 0, unlike="revision")
    assert answer["Location"] == item.batch.get_absolute_url()
    assert "New revision" in markup(at_work.get(answer["Location"]))
    assert Article.objects.get().current.number == 2


def test_what_asks_is_left_out_by_its_button(at_work, item):
    act(at_work, "import_item", item.batch, 0, act="leave-out")
    item.refresh_from_db()
    assert item.status == "skipped"


def test_an_answer_that_is_none_gets_a_sentence(at_work, item):
    address = reverse("import_answer", args=[item.batch_id, 0])
    assert at_work.post(address, {"unlike": "both"}).status_code == 422
    assert at_work.post(address).status_code == 422


def test_an_answer_to_nothing_is_a_conflict(at_work, item):
    ImportItem.objects.filter(pk=item.pk).update(status="skipped", question="")
    assert act(at_work, "import_answer", item.batch, 0, unlike="article").status_code == 409


def test_another_persons_import_is_answered_by_an_editor_only(client, item):
    client.force_login(make.user(UserRole.REPORTER))
    assert act(client, "import_answer", item.batch, 0, unlike="article").status_code == 403


THREE = "\n\n".join(
    f"Document {number}\n\nIt rained for {number} hours in the city, two officials said."
    for number in (1, 2, 3)
)


def test_the_preview_shows_where_further_articles_begin_and_splits_there(at_work):
    batch = handed_in(at_work, text=THREE)
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert "It looks like 3 articles in one file" in preview
    assert ">Split it into these 3<" in preview
    answer = act(at_work, "import_answer", batch, 0, several="split")
    assert answer["Location"].endswith("#item-0")
    assert "Import 3 articles<" in markup(at_work.get(answer["Location"]))


def test_it_is_taken_as_one_article_if_a_person_says_so(at_work):
    batch = handed_in(at_work, text=THREE)
    act(at_work, "import_answer", batch, 0, several="one")
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert "in one file" not in preview
    assert "Import 1 article<" in preview


def test_the_report_asks_whether_it_is_one_article(at_work):
    batch = handed_in(at_work, text=THREE)
    act(at_work, "import_run", batch)
    report = markup(at_work.get(batch.get_absolute_url()))
    assert 'value="split">Split it<' in report
    act(at_work, "import_answer", batch, 0, several="split")
    assert Article.objects.count() == 3
