"""Test the pages of articles."""

import pytest
from django.urls import reverse

from newsroom.actions.imports.importing import import_article
from newsroom.models import Article
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.markup import markup
from tests.sample_reports import QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db


def test_the_list_shows_articles_with_the_passage_the_words_were_found_in(at_work, reporter):
    make.article(
        "It rained <hard> in Bali.", title="Rain & more", outlet="Courier", story=make.story("Weather")
    )
    make.article("It hailed.", title="Hail")
    page = markup(at_work.get("/articles/", {"q": "rained"}))
    assert "Rain &amp; more" in page
    assert "<strong>rained</strong>" in page
    assert "&lt;hard&gt;" in page
    assert ">Hail<" not in page
    assert "1 article<" in page


def test_an_empty_desk_says_what_to_do_first(at_work):
    assert "No articles yet" in markup(at_work.get("/articles/"))


def test_a_search_without_result_says_how_to_get_one(at_work):
    make.article()
    assert "No article is like that" in markup(at_work.get("/articles/", {"q": "xyzzy"}))


def test_a_long_list_comes_in_pages_that_keep_the_filters(at_work, monkeypatch):
    monkeypatch.setattr("newsroom.views.articles.PAGE", 2)
    for number in range(3):
        make.article(title=f"Rain {number}")
    first = markup(at_work.get("/articles/?sort=title"))
    assert "?sort=title&amp;page=2" in first
    assert "Rain 2" in markup(at_work.get("/articles/?sort=title&page=2"))
    assert "Rain 2" in markup(at_work.get("/articles/?sort=title&page=99"))


def test_the_list_leads_to_its_own_csv(at_work):
    make.article()
    assert "/export/articles.csv?q=report&amp;references=0" in markup(at_work.get("/articles/?q=report"))


def test_an_article_shows_its_text_its_masthead_and_its_original(at_work, reporter):
    details = SourceDetails(
        title="Rain", outlet="Courier", byline="A. Author", url="https://example.org/a", language="en"
    )
    raw = b"Rain\n\nIt **rained** for hours in the city, two officials said on Friday."
    article = import_article(raw, name="rain.md", details=details, by=reporter).revision.article
    page = markup(at_work.get(article.get_absolute_url()))
    for said in (
        "<h1>Rain</h1>",
        "Courier",
        "A. Author",
        "<strong>rained</strong>",
        "https://example.org/a",
        'lang="en"',
    ):
        assert said in page
    assert article.current.original.sha256 in page
    assert "rain.md (markdown, utf-8)" in page


def test_an_article_has_one_address_and_others_lead_to_it(at_work):
    article = make.article(title="Rain in Bali")
    proper = f"/articles/{article.pk}-rain-in-bali/"
    assert article.get_absolute_url() == proper
    for other in (f"/articles/{article.pk}/", f"/articles/{article.pk}-old-title/"):
        answer = at_work.get(other)
        assert (answer.status_code, answer["Location"]) == (301, proper)


def test_an_old_revision_reads_as_it_was_and_says_that_there_is_a_newer_one(at_work, reporter):
    for text in (b"It rained.", b"It hailed."):
        article = import_article(text, details=SourceDetails(external_id="7"), by=reporter).revision.article
    old = markup(at_work.get(reverse("revision", args=[article.pk, 1])))
    assert "It rained." in old
    assert "This is revision 1" in old
    assert "This is revision" not in markup(at_work.get(reverse("revision", args=[article.pk, 2])))
    assert at_work.get(reverse("revision", args=[article.pk, 3])).status_code == 404


def test_the_original_is_saved_and_never_shown(at_work, reporter):
    raw = b"<html><script>alert(1)</script><p>It rained for hours in the city, two officials said.</p></html>"
    article = import_article(raw, name="a.html", by=reporter).revision.article
    answer = at_work.get(reverse("original", args=[article.pk, 1]))
    assert answer.content == raw
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == f'attachment; filename="article-{article.pk}-v1.original"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_title_and_outlet_are_changed_by_their_form(at_work):
    article = make.article(title="Old")
    sent = {"title": "New", "outlet": "Courier", "seen_title": "Old", "seen_outlet": ""}
    answer = at_work.post(reverse("article_change", args=[article.pk]), sent)
    article = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, article.get_absolute_url())
    assert (article.title, article.outlet.name) == ("New", "Courier")


@pytest.mark.parametrize(("seen", "status"), [({"seen_title": "Older", "seen_outlet": ""}, 409), ({}, 422)])
def test_a_title_that_changed_meanwhile_is_not_overwritten(at_work, seen, status):
    article = make.article(title="Old")
    sent = {"title": "New", "outlet": "Courier", **seen}
    answer = at_work.post(reverse("article_change", args=[article.pk]), sent)
    page = markup(answer)
    told = "now it is “Old”, and you wrote “New”" in page
    assert (answer.status_code, told, Article.objects.get().title) == (status, status == 409, "Old")
    # The form still has what was typed, and now also the value that it showed.
    assert 'value="New"' in page
    assert 'value="Courier"' in page
    assert 'name="seen_title" value="Old"' in page


def test_a_title_that_cannot_be_is_told_and_nothing_changes(at_work):
    article = make.article(title="Old")
    answer = at_work.post(reverse("article_change", args=[article.pk]), {"title": "", "outlet": "Courier"})
    assert answer.status_code == 422
    assert "Fill this in" in markup(answer)
    assert Article.objects.get().title == "Old"


def test_a_reader_reads_and_changes_nothing(client):
    client.force_login(make.user(UserRole.READER))
    article = make.article()
    page = client.get(article.get_absolute_url())
    assert page.status_code == 200
    assert "Change working title" not in markup(page)
    assert client.post(reverse("article_change", args=[article.pk]), {"title": "x"}).status_code == 403


def test_what_does_not_exist_is_not_found(at_work):
    for address in ("/articles/99/", "/articles/99/v/1/", "/articles/99/v/1/original/"):
        assert at_work.get(address).status_code == 404


def test_what_was_guessed_is_corrected_on_a_page_of_its_own(at_work):
    article = make.article("Rain falls\n\nIt rained for hours in the city, two officials said on Friday.")
    url = reverse("article_correct", args=[article.pk])
    page = markup(at_work.get(url))
    assert 'name="role-1"' in page
    sent = {"number": 1, "title": "Rain", "byline": "A. Author", "role-0": "kicker", "role-1": "body"}
    answer = at_work.post(url, sent, follow=True)
    assert "Corrected: this is revision 2." in markup(answer)
    assert "the desk’s correction" in markup(answer)
    current = Article.objects.get().current
    assert (current.headline, current.byline, current.blocks[0][2]) == ("Rain", "A. Author", "kicker")
    assert "Nothing was changed." in markup(at_work.post(url, {**sent, "number": 2}, follow=True))
    assert at_work.post(url, sent).status_code == 409
    assert at_work.post(url, {**sent, "number": 2, "role-9": "body"}).status_code == 422
    assert at_work.post(url, {"title": "x"}).status_code == 409


def test_what_cannot_be_taken_comes_back_in_the_form(at_work):
    article = make.article("It rained all day. Nobody went out.")
    sent = {"number": 1, "byline": "A. Author", "published": "3 June 2025", "role-0": "caption"}
    answer = at_work.post(reverse("article_correct", args=[article.pk]), sent)
    page = markup(answer)
    assert (answer.status_code, "“3 June 2025” is no date" in page) == (422, True)
    assert 'value="A. Author"' in page
    assert 'value="3 June 2025"' in page
    assert '<option value="caption" selected>' in page


def test_how_the_original_was_fetched_is_told_also_beside_a_correction(at_work):
    article = make.article()
    make.capture(article)
    at_work.post(reverse("article_correct", args=[article.pk]), {"number": 1, "byline": "A. Author"})
    page = markup(at_work.get(Article.objects.get().get_absolute_url()))
    assert "https://example.org/a" in page
    assert "answered 200" in page


def test_a_text_from_right_to_left_is_shown_so(at_work):
    article = make.article("WHO: قال الوزير إن الحبوب عالقة.")
    page = markup(at_work.get(article.get_absolute_url()))
    assert 'dir="rtl" aria-label="Text"' in page
    assert 'data-start="0" dir="rtl"' in page


def test_an_article_in_no_story_is_proposed_to_the_one_it_fits_by_whoever_may_put_it_there(client, at_work):
    story = make.story("Quake in Marenia")
    make.article(QUAKE, story=story)
    article = make.article(QUAKE_TOO)
    page = markup(at_work.get(article.get_absolute_url()))
    assert "Looks like part of" in page
    assert "Add it to this story" in page
    assert not article.stories.exists()
    at_work.post(reverse("story_add", args=[story.slug]), {"article": article.pk})
    assert "Looks like part of" not in markup(at_work.get(article.get_absolute_url()))
    alone = make.article(f"{QUAKE_TOO} The school is closed.")
    client.force_login(make.user(UserRole.READER))
    assert "Looks like part of" not in markup(client.get(alone.get_absolute_url()))
