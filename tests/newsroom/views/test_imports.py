"""Test the pages of an import as people use them, with htmx and without."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from newsroom.actions.imports.batches import hand_in
from newsroom.models import Article, ImportItem, StoryArticle
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup
from tests.newsroom.views.import_pages import act, handed_in

pytestmark = pytest.mark.django_db
RAIN = "Rain falls\n\nIt rained for hours in the city, two officials said on Friday."
HTMX = {"HX-Request": "true"}


def files(**contents):
    return [SimpleUploadedFile(name.replace("_", "."), raw) for name, raw in contents.items()]


def test_a_pasted_text_is_previewed_corrected_and_imported(at_work):
    story = make.story("Weather")
    batch = handed_in(at_work, text=RAIN, story="weather")
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert 'value="Rain falls"' in preview
    assert "Import 1 article<" in preview
    corrected = {
        "title": "Rain",
        "outlet": "Courier",
        "published": "2022-07-09",
        "role-0": "kicker",
        "role-1": "body",
    }
    assert act(at_work, "import_item", batch, 0, **corrected)["Location"].endswith("/#item-0")
    answer = act(at_work, "import_run", batch)
    report = markup(at_work.get(answer["Location"]))
    article = Article.objects.get()
    assert f'href="{article.get_absolute_url()}">Rain</a>' in report
    assert (article.outlet.name, article.current.blocks[0][2]) == ("Courier", "kicker")
    assert StoryArticle.objects.get().story == story


def test_several_files_come_in_their_order(at_work):
    batch = handed_in(
        at_work, files=files(b_txt=b"Hail.", a_md=b"# Rain\n\n**Fog**"), text="Snow.", name="snow"
    )
    assert [item.name for item in batch.items.all()] == ["b.txt", "a.md", "snow"]


def test_the_preview_names_the_columns_that_are_not_used(at_work):
    batch = handed_in(at_work, files=files(a_csv=b"Headline;Volltext;Views\nRain;It rained.;7\n"))
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert 'value="Rain"' in preview
    assert "This column was not used: views." in preview


def test_the_button_counts_what_would_be_imported(at_work):
    batch = handed_in(at_work, files=files(a_txt=b"Rain fell.", b_txt=b"Snow fell.", c_txt=b"\0\1\2"))
    assert "Import 2 articles" in markup(at_work.get(batch.get_absolute_url()))
    answer = at_work.post(reverse("import_item", args=[batch.pk, 0]), {"act": "leave-out"}, headers=HTMX)
    assert "Import 1 article<" in markup(answer)
    assert 'hx-swap-oob="true"' in markup(answer)


def test_of_several_pages_nobody_knows_yet_how_many_can_be_read(at_work):
    batch = handed_in(
        at_work, files=files(**{f"a{number}_txt": b"Rain fell on day %d." % number for number in range(21)})
    )
    pages = [markup(at_work.get(f"{batch.get_absolute_url()}?page={number}")) for number in (1, 2)]
    assert all("Import all that can be read, of 21" in page for page in pages)


def test_a_date_that_is_none_is_refused_and_what_stood_stays(at_work):
    batch = handed_in(at_work, text=RAIN)
    answer = at_work.post(
        reverse("import_item", args=[batch.pk, 0]), {"published": "4 June 2025"}, headers=HTMX
    )
    assert (answer.status_code, "“4 June 2025” is no date" in markup(answer)) == (422, True)
    assert 'value="Rain falls"' in markup(at_work.get(batch.get_absolute_url()))


def test_a_correction_by_htmx_answers_with_the_item_alone(at_work):
    batch = handed_in(at_work, text=RAIN)
    url = reverse("import_item", args=[batch.pk, 0])
    answer = markup(at_work.post(url, {"title": "Hail"}, headers=HTMX))
    assert 'id="item-0"' in answer
    assert "Saved." in answer
    assert "<html" not in answer
    assert "Take it in" in markup(at_work.post(url, {"act": "leave-out"}, headers=HTMX))
    assert "Leave it out" in markup(at_work.post(url, {"act": "take-in"}, headers=HTMX))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"role-0": "headline"}, "is no role of a paragraph"),
        ({"role-x": "body"}, "is no role of a paragraph"),
        ({"title": "x" * 301}, "Shorten this to 300 characters"),
    ],
)
def test_a_correction_that_cannot_be_is_told(at_work, sent, said):
    batch = handed_in(at_work, text=RAIN)
    answer = act(at_work, "import_item", batch, 0, **sent)
    assert (answer.status_code, said in markup(answer)) == (422, True)
    assert ImportItem.objects.get().corrections == {}


def test_a_correction_of_a_paragraph_that_is_not_there_is_told_at_preview(at_work):
    batch = handed_in(at_work, text=RAIN)
    act(at_work, "import_item", batch, 0, **{"role-9": "body"})
    assert "There is no paragraph 10" in markup(at_work.get(batch.get_absolute_url()))


def test_what_is_known_already_is_said_at_preview(at_work):
    make.article(RAIN, title="Rain falls")
    batch = handed_in(at_work, text=RAIN)
    assert "Already imported: nothing new in it." in markup(at_work.get(batch.get_absolute_url()))


def test_parts_of_a_page_that_were_left_out_can_be_taken_back_in(at_work):
    paragraph = "<p>It rained for hours in the city, two officials said on Friday, and then some more.</p>"
    article = f"<article><h1>Rain</h1>{paragraph * 4}</article>"
    page = f"<html><body><nav><p>Our newsletter</p></nav>{article}</body></html>"
    batch = handed_in(at_work, files=files(a_html=page.encode()))
    assert "part of the page left out" in markup(at_work.get(batch.get_absolute_url()))
    act(at_work, "import_item", batch, 0, title="Rain", take_back="0")
    act(at_work, "import_run", batch)
    assert "Our newsletter" in Article.objects.get().current.text


def test_previews_come_in_pages_and_all_are_imported(at_work, monkeypatch):
    monkeypatch.setattr("newsroom.views.imports.PREVIEWS", 2)
    table = "\n".join(json.dumps({"text": f"It rained {n} times.", "external_id": n}) for n in range(5))
    batch = handed_in(at_work, files=files(t_jsonl=table.encode()))
    page = markup(at_work.get(f"{batch.get_absolute_url()}?page=2"))
    assert "5 were handed in; these are 3 to 4." in page
    assert "Import all that can be read, of 5" in page
    assert act(at_work, "import_item", batch, 3, title="x")["Location"].endswith("?page=2#item-3")
    act(at_work, "import_run", batch)
    assert Article.objects.count() == 5


def test_a_long_import_is_worked_through_in_steps(at_work, settings):
    settings.IMPORT_STEP = 0
    table = "\n".join(json.dumps({"text": f"It rained {n} times."}) for n in range(4))
    batch = handed_in(at_work, files=files(t_jsonl=table.encode()))
    act(at_work, "import_run", batch)
    assert "1 of 4 done" in markup(at_work.get(batch.get_absolute_url()))
    url = reverse("import_work", args=[batch.pk])
    step = at_work.post(url, headers=HTMX)
    assert "2 of 4 done" in markup(step)
    assert 'value="2"' in markup(step)
    assert "hx-trigger" in markup(step)
    assert "<html" not in markup(step)
    assert at_work.post(url)["Location"] == batch.get_absolute_url()
    last = at_work.post(url, headers=HTMX)
    assert last["HX-Refresh"] == "true"
    assert "hx-trigger" not in markup(last)
    assert "Imported</h1>" in markup(at_work.get(batch.get_absolute_url()))


def test_the_report_counts_filters_and_tries_the_failed_ones_again(at_work):
    table = b'{"text": "Rain."}\n{"text": "Hail.", "url": "nowhere"}\nno json'
    batch = handed_in(at_work, files=files(t_jsonl=table))
    act(at_work, "import_run", batch)
    report = markup(at_work.get(batch.get_absolute_url()))
    assert "no web address" in report
    assert "Try the failed ones again" in report
    failed = markup(at_work.get(f"{batch.get_absolute_url()}?status=failed"))
    assert 'id="item-1"' in failed
    assert 'id="item-0"' not in failed
    assert act(at_work, "import_retry", batch)["Location"] == batch.get_absolute_url()
    assert list(batch.items.values_list("status", flat=True)) == ["created", "failed", "failed"]


def test_pages_are_fetched_by_their_addresses_while_one_looks(at_work, web, settings):
    settings.IMPORT_STEP = 0
    web.put("/a", "<h1>Rain</h1><p>It rained for hours in the city, two officials said on Friday.</p>")
    batch = handed_in(at_work, address=f"{web.url}/a\n{web.url}/gone")
    assert "2 addresses to fetch" in markup(at_work.get(batch.get_absolute_url()))
    url = reverse("import_work", args=[batch.pk])
    assert "1 address to fetch" in markup(at_work.post(url, headers=HTMX))
    assert at_work.post(url, headers=HTMX)["HX-Refresh"] == "true"
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert "Import 1 article<" in preview
    assert "has no page at this address" in preview
    web.put("/gone", "<p>It hailed for hours in the city, two officials said on Friday.</p>")
    act(at_work, "import_retry", batch)
    assert "Import 2 articles" in markup(at_work.get(batch.get_absolute_url()))


@pytest.mark.parametrize("feed", ["", "nowhere", "http://10.0.0.1/feed", "{web}/none", "{web}/page"])
def test_what_is_no_feed_is_a_sentence(at_work, web, feed):
    web.put("/page", "<html><body>Rain</body></html>")
    answer = at_work.post("/import/feed/", {"feed": feed.format(web=web.url)})
    assert answer.status_code == 422


def test_an_import_is_given_up(at_work):
    batch = handed_in(at_work, text=RAIN)
    assert act(at_work, "import_discard", batch)["Location"] == "/import/"
    assert "Discarded" in markup(at_work.get(batch.get_absolute_url()))
    assert "Not finished yet" not in markup(at_work.get("/import/"))
    assert act(at_work, "import_run", batch).status_code == 409


def test_imports_under_way_are_listed_where_one_begins(at_work):
    handed_in(at_work, text=RAIN)
    assert "Not finished yet" in markup(at_work.get("/import/?story="))


def test_another_s_import_is_an_editor_s_to_see(client, at_work, editor):
    batch = handed_in(at_work, text=RAIN)
    for person, status in ((make.user(UserRole.REPORTER), 403), (editor, 200)):
        client.force_login(person)
        assert client.get(batch.get_absolute_url()).status_code == status


def test_an_unknown_story_is_not_found(at_work):
    assert at_work.get("/import/?story=no-such").status_code == 404
    assert at_work.post("/import/", {"text": RAIN, "story": "no-such"}).status_code == 404


LONG = " ".join(
    f"Officials in town {n} counted {n * 3} broken roofs after the storm of Friday night." for n in range(30)
)


def test_nearly_the_same_text_at_another_address_is_imported_and_pointed_out(at_work):
    rows = [
        {"text": LONG, "url": "https://courier.example/a", "title": "Roofs", "outlet": "Courier"},
        {"text": LONG.replace("town 7", "village 7"), "url": "https://herald.example/b", "title": "Storm"},
        {"text": "The minister left before the speech began.", "url": "https://herald.example/c"},
    ]
    batch = handed_in(at_work, files=files(t_jsonl="\n".join(map(json.dumps, rows)).encode()))
    act(at_work, "import_run", batch)
    report = markup(at_work.get(batch.get_absolute_url()))
    assert Article.objects.count() == 3
    assert "It shares wording with “Roofs” (Courier)." in report
    assert report.count("It shares wording with") == 2


def test_a_preview_shows_what_would_turn_its_words_around(at_work):
    batch = handed_in(at_work, text="It \u202erained\u202c for hours.")
    preview = markup(at_work.get(batch.get_absolute_url()))
    assert '<span class="control" data-control="RLO" data-override>\u202e</span>rained' in preview


def test_what_an_unlike_text_is_is_said_at_the_preview(at_work, reporter):
    page = make.page("<p>It rained for hours in the city, officials said.</p>", url="https://example.org/a")
    table = b'{"text": "The council approved the budget after a debate.", "url": "https://example.org/a"}'
    batch = hand_in([("a.jsonl", table), ("b.txt", b"Fog.")], by=reporter)
    address = reverse("import_item", args=[batch.pk, 0])
    shown = markup(at_work.get(batch.get_absolute_url()))
    assert "hardly a word in common" in shown
    assert 'name="unlike"' in shown
    assert at_work.post(address, {"unlike": "sister"}).status_code == 422
    assert at_work.post(address, {"unlike": "article", "url": "https://example.org/a"}).status_code == 302
    at_work.post(reverse("import_run", args=[batch.pk]))
    item = batch.items.get(position=0)
    assert (item.status, item.revision.article.address) == ("created", "https://example.org/a")
    page.refresh_from_db()
    assert page.address == ""
