"""Test that the preview and the report of an import propose a story for an article."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from newsroom.models import Article
from tests import make
from tests.markup import markup
from tests.newsroom.views.import_pages import act, handed_in
from tests.sample_reports import OTHER_QUAKE, QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def quake():
    """Return a story with one article."""
    story = make.story("Quake in Marenia")
    make.article(QUAKE, story=story)
    return story


def test_a_story_is_proposed_at_preview_and_taken_by_a_click_only(at_work, quake):
    batch = handed_in(at_work, text=QUAKE_TOO)
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert (
        f'Looks like part of <a href="{quake.get_absolute_url()}">Quake in Marenia</a>: same names: '
        in preview
    )
    assert act(at_work, "import_story", batch, item="0", story=quake.slug)["Location"].endswith("/#item-0")
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert "Looks like part of" not in preview
    assert "Goes into" in preview
    act(at_work, "import_story", batch, item="0", story="")
    assert "Looks like part of" in markup(at_work.get(batch.get_absolute_url()))
    act(at_work, "import_run", batch)
    assert quake.places.count() == 1


def test_a_saved_correction_keeps_the_proposal_in_sight(at_work, quake):
    batch = handed_in(at_work, text=QUAKE_TOO)
    url = reverse("import_item", args=[batch.pk, 0])
    assert "Looks like part of" in markup(at_work.post(url, {"title": "Quake"}, headers=HTMX))


def test_several_of_one_story_are_put_there_together(at_work, quake):
    rows = [
        {"text": QUAKE_TOO},
        {"text": OTHER_QUAKE},
        {"text": f"{QUAKE_TOO} The school of Tavira is closed."},
    ]
    batch = handed_in(at_work, files=SimpleUploadedFile("t.jsonl", "\n".join(map(json.dumps, rows)).encode()))
    assert "2 of these look like part of" in markup(at_work.get(batch.get_absolute_url()))
    act(at_work, "import_story", batch, item=["0", "2"], story=quake.slug)
    act(at_work, "import_run", batch)
    assert quake.places.count() == 3
    assert "Looks like part of" not in markup(at_work.get(batch.get_absolute_url()))


def test_the_report_proposes_a_story_for_what_was_imported_into_none(at_work, quake):
    batch = handed_in(at_work, text=QUAKE_TOO)
    act(at_work, "import_run", batch)
    report = markup(at_work.get(batch.get_absolute_url()))
    assert "Looks like part of" in report
    article = Article.objects.latest("pk")
    sent = {"article": article.pk, "next": batch.get_absolute_url()}
    assert at_work.post(reverse("story_add", args=[quake.slug]), sent)["Location"] == batch.get_absolute_url()
    assert list(article.stories.all()) == [quake]
    assert "Looks like part of" not in markup(at_work.get(batch.get_absolute_url()))


@pytest.mark.parametrize("sent", [{}, {"item": "x"}, {"item": "7"}])
def test_a_story_for_nothing_is_refused(at_work, quake, sent):
    batch = handed_in(at_work, text=QUAKE_TOO)
    assert act(at_work, "import_story", batch, story=quake.slug, **sent).status_code == 422
    assert act(at_work, "import_story", batch, item="0", story="no-such").status_code == 404
