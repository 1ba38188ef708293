"""Test the filters of lists: a form with choices, with rows found by typing, and with days."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.contrib import admin

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Evidence, Highlight, Link, Origin
from newsroom.admin.lists.filters import FormFilter
from newsroom.models import Article
from tests import make
from tests.admin_panel import REGISTERED, Panel, address, one_of_each

pytestmark = pytest.mark.django_db
#: What is typed into a field for a day, and into any other field.
NO_DAY = ("nonsense", "2022-13-45", "9999-12-31")
NO_VALUE = ("nonsense", "-1", "99999999999999999999999")


@pytest.fixture
def story():
    return make.story()


@pytest.fixture
def highlight(story):
    return make.highlight(make.article(story=story, outlet="Agence"), tags=[make.tag()])


@pytest.fixture
def other():
    """Return a highlight that shares no outlet, story or tag with `highlight`."""
    return make.highlight(make.article(story=make.story(), outlet="Bureau"), tags=[make.tag()])


def test_no_filter_of_any_list_breaks_its_page_for_what_nobody_understands(panel: Panel):
    one_of_each(panel.curator)
    broken = []
    for model in REGISTERED:
        for spec in panel.client.get(address(model)).context["cl"].filter_specs:
            for name, field in spec.form.fields.items():
                for value in NO_DAY if isinstance(field, forms.DateField) else NO_VALUE:
                    status = panel.client.get(address(model), {name: value}).status_code
                    if status != 200:
                        broken.append(f"{model._meta.model_name}: {name} = {value}: {status}")
    assert broken == []


def test_every_filter_of_the_panel_is_a_field_of_the_form():
    filters = {found for page in admin.site._registry.values() for found in page.list_filter}
    assert [
        found for found in filters if not (isinstance(found, type) and issubclass(found, FormFilter))
    ] == []


def test_a_value_that_is_not_understood_is_told_beside_its_field(panel: Panel, highlight):
    page = panel.client.get(address(Highlight), {"since": "yesterday"})
    assert "Write the day as 2022-07-09." in page.content.decode()
    assert list(page.context["cl"].result_list) == []


@pytest.mark.parametrize("name", ["story", "article", "outlet", "tag", "person", "origin"])
def test_highlights_are_found_by_what_they_belong_to(panel: Panel, highlight, other, name):
    make.origin(highlight.article)
    value = {
        "story": lambda: highlight.article.stories.get(),
        "article": lambda: highlight.article,
        "outlet": lambda: highlight.article.outlet,
        "tag": lambda: highlight.tags.get(),
        "person": lambda: highlight.created_by,
        "origin": lambda: Origin.objects.get(),
    }[name]()
    assert panel.rows(Highlight, **{name: value.pk}) == [highlight]


def test_highlights_are_found_by_anchor_state_and_standing(panel: Panel, highlight, other):
    withdraw_highlight(other, by=panel.curator)
    assert panel.rows(Highlight, standing="yes") == [highlight]
    assert panel.rows(Highlight, standing="no") == [other]
    assert set(panel.rows(Highlight, state="drawn")) == {highlight, other}
    assert panel.rows(Highlight, state="lost") == []


def test_filters_add_up(panel: Panel, highlight, other):
    tag = highlight.tags.get()
    assert panel.rows(Highlight, tag=tag.pk, outlet=highlight.article.outlet.pk, q="minister") == [highlight]
    assert panel.rows(Highlight, tag=tag.pk, outlet=other.article.outlet.pk) == []


def test_days_run_from_midnight_to_midnight_utc(panel: Panel, highlight, other):
    moments = {
        highlight: datetime(2026, 3, 1, 0, 0, tzinfo=UTC),
        other: datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC),
    }
    for row, moment in moments.items():
        Highlight.objects.filter(pk=row.pk).update(created_at=moment)
    assert panel.rows(Highlight, since="2026-03-01", until="2026-03-01") == [highlight]
    assert panel.rows(Highlight, since="2026-03-02", until="2026-03-02") == [other]
    assert panel.rows(Highlight, since="2026-03-03") == []


def test_links_are_found_by_either_end(panel: Panel, highlight, other):
    link = make.link(highlight, other)
    for end in (highlight, other):
        assert panel.rows(Link, outlet=end.article.outlet.pk) == [link]
        assert panel.rows(Link, story=end.article.stories.get().pk) == [link]
        assert panel.rows(Link, highlight=end.pk) == [link]
    assert panel.rows(Link, relation="contradicts") == []


def test_evidence_is_found_by_relation_and_claim(panel: Panel, story, highlight):
    claim = make.claim(story)
    evidence = make.evidence(claim, highlight, "contradicts")
    make.evidence(make.claim(story), highlight)
    assert panel.rows(Evidence, relation="contradicts") == [evidence]
    assert panel.rows(Evidence, claim=claim.pk) == [evidence]


def test_searching_and_filtering_keep_each_other(panel: Panel, highlight):
    page = panel.client.get(
        address(Article), {"q": "report", "outlet": highlight.article.outlet.pk, "o": "1"}
    )
    body = page.content.decode()
    assert '<input type="hidden" name="q" value="report">' in body
    assert f'<input type="hidden" name="outlet" value="{highlight.article.outlet.pk}">' in body
