"""Test the lists of the panel: the columns with numbers, and how many pages can be opened."""

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Claim, Evidence, Highlight, Tag
from newsroom.admin.lists import listing
from newsroom.models import Article, Outlet
from tests import make
from tests.admin_panel import Panel, address
from tests.markup import markup

pytestmark = pytest.mark.django_db


def cell(panel: Panel, row, name: str) -> str:
    """Return what the list shows in a column with numbers."""
    (shown,) = [found for found in panel.rows(type(row)) if found == row]
    columns = panel.client.get(address(type(row))).context["cl"].list_display
    return next(column(shown) for column in columns if getattr(column, "__name__", "") == name)


def followed(panel: Panel, link: str, model) -> list:
    """Return the rows of the list to which a cell links."""
    href = link.split('"')[1].replace("&amp;", "&")
    assert href.startswith(address(model))
    return list(panel.client.get(href).context["cl"].result_list)


def test_an_outlet_counts_its_articles_and_leads_to_them(panel: Panel):
    article = make.article(outlet="Agence")
    other = make.article(outlet="Agence")
    make.article(outlet="Bureau")
    link = cell(panel, article.outlet, "articles")
    assert link.endswith(">2</a>")
    assert set(followed(panel, link, Article)) == {article, other}


def test_a_count_leads_to_the_very_rows_that_were_counted(panel: Panel):
    article, tag = make.article(), make.tag()
    kept, withdrawn = (make.highlight(article, tags=[tag], by=panel.curator) for _ in range(2))
    withdraw_highlight(withdrawn, by=panel.curator)
    for row in (article, tag):
        link = cell(panel, row, "highlights")
        assert link.endswith(">1</a>")
        assert followed(panel, link, Highlight) == [kept]


def test_the_links_of_a_highlight_are_counted_from_either_end(panel: Panel):
    one, two, three = (make.highlight(make.article()) for _ in range(3))
    make.link(one, two)
    make.link(three, one)
    assert [cell(panel, row, "links").split(">")[1] for row in (one, two, three)] == ["2</a", "1</a", "1</a"]


def test_a_list_is_sorted_by_what_it_counts(panel: Panel):
    for number in (1, 3, 2):
        for _ in range(number):
            make.article(outlet=f"Outlet {number}")
    assert [outlet.name for outlet in panel.rows(Outlet, o="-3")] == ["Outlet 3", "Outlet 2", "Outlet 1"]


def test_a_highlight_leads_to_its_passage(panel: Panel):
    highlight = make.highlight(make.article())
    assert f'href="{highlight.get_absolute_url()}"' in panel.client.get(address(Highlight)).content.decode()


def test_the_page_of_a_row_names_what_belongs_to_it(panel: Panel):
    story = make.story()
    claim = make.claim(story)
    make.evidence(claim, make.highlight(make.article(story=story)))
    page = panel.open(claim).content.decode()
    assert f'<a href="{address(Evidence)}?claim={claim.pk}&amp;standing=yes">1</a>' in page


def test_a_list_counts_and_pages_up_to_a_point_and_says_so(panel: Panel, monkeypatch):
    monkeypatch.setattr(listing, "FURTHEST", 3)
    for _ in range(4):
        make.tag()
    page = panel.client.get(address(Tag))
    assert (page.context["cl"].result_count, page.context["cl"].paginator.more) == (3, True)
    assert "The first 3 tags of more: filter or search to see the others." in markup(page)


def test_a_list_that_ends_where_counting_does_has_no_more(panel: Panel, monkeypatch):
    monkeypatch.setattr(listing, "FURTHEST", 3)
    for _ in range(3):
        make.tag()
    assert panel.client.get(address(Tag)).context["cl"].paginator.more is False


def test_the_second_page_goes_on_after_the_first(panel: Panel):
    story = make.story()
    claims = [make.claim(story, f"Claim {n}") for n in range(60)]
    first, second = panel.rows(Claim), panel.rows(Claim, p=2)
    assert (len(first), len(second), set(first) | set(second)) == (50, 10, set(claims))


@pytest.mark.parametrize("page", ["3", "0", "-1", "x", "99999999999999999999"])
def test_a_page_that_is_not_there_leads_to_the_list(panel: Panel, page):
    make.tag()
    response = panel.client.get(address(Tag), {"p": page}, follow=True)
    assert response.status_code == 200
