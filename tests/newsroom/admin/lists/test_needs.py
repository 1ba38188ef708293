"""The first page of the panel says what needs a curator, and leads to it."""

import pytest
from django.urls import reverse

from annotations.admin.needs import NEEDS as OF_ANNOTATIONS
from annotations.models import Highlight, Origin, Tag
from newsroom.actions.imports.batches import hand_in
from newsroom.actions.imports.importing import import_article
from newsroom.actions.imports.running import start_batch, work
from newsroom.admin.lists import needs
from newsroom.models import Article, ImportItem, Outlet
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def shown(panel: Panel) -> dict[str, str]:
    """`{words: number}` on the first page."""
    return {need.words: need.number for need in panel.client.get(reverse("admin:index")).context["needs"]}


def test_where_nothing_needs_anyone_the_page_says_so(panel: Panel):
    assert "Nothing at present." in panel.client.get(reverse("admin:index")).content.decode()


def test_articles_that_lack_something_are_counted(panel: Panel):
    make.article(outlet="Agence", story=make.story())
    make.article()
    assert shown(panel) == {
        "article without an outlet": "1",
        "articles without a date": "2",
        "article in no story": "1",
        "outlet without a domain": "1",
    }


def test_a_source_that_could_not_be_imported_is_counted(panel: Panel):
    sources = [("fog.txt", b"Fog lay over Bonn."), ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00")]
    batch = hand_in(sources, by=panel.curator)
    start_batch(batch, by=panel.curator)
    work(batch, by=panel.curator)
    assert shown(panel)["source that could not be imported"] == "1"


def test_outlets_that_may_be_one_are_counted(panel: Panel):
    for number, name in enumerate(("The Courier", "courier.com", "The Herald")):
        Outlet.objects.create(name=name, domain=f"{number}.example")
    assert shown(panel) == {"outlets that may be one another’s doubles": "2"}


def test_highlights_that_a_newer_text_changed_or_lost_are_counted(panel: Panel):
    first = "The minister left before the speech began. Later it rained in the valley of Bonn all night."
    article = make.article(first)
    for quote in ("The minister left before the speech began", "in the valley of Bonn all night"):
        make.highlight(article, quote, tags=[make.tag()])
    newer = "The minister went before the speech began."
    import_article(
        newer.encode(), name="a.txt", given=SourceDetails(external_id=article.external_id), by=panel.curator
    )
    found = shown(panel)
    assert (found["highlight whose text changed"], found["highlight lost in a newer revision"]) == ("1", "1")


def test_what_the_codebook_and_the_origins_lack_is_counted(panel: Panel):
    make.tag()
    make.origin(name="AFP")
    assert shown(panel) == {"tag without a definition": "1", "proposed origin to decide on": "1"}


def test_each_line_leads_to_the_rows_it_counts(panel: Panel):
    article = make.article()
    make.highlight(article)
    make.tag()
    make.origin(name="AFP")
    listed = {"article": Article, "highlight": Highlight, "tag": Tag, "origin": Origin, "outlet": Outlet}
    for need in panel.client.get(reverse("admin:index")).context["needs"]:
        found = panel.client.get(need.address).context["cl"]
        assert (len(found.result_list), found.model in listed.values()) == (int(need.number), True)


def test_more_than_anyone_counts_is_said_as_more(panel: Panel, monkeypatch):
    monkeypatch.setattr(needs, "FURTHEST", 2)
    for _ in range(3):
        make.tag()
    assert shown(panel) == {"tags without a definition": "more than 2"}


def test_every_need_is_a_choice_of_its_lists_filter(panel: Panel):
    for need in (*needs.NEEDS, *OF_ANNOTATIONS):
        assert panel.rows(need.model, needs=need.name) == []
    assert {need.model for need in needs.NEEDS} == {Article, ImportItem, Outlet}
