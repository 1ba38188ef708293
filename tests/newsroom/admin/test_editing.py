"""Test the form of a record: nobody overwrites another person's change, and refused
input stays in the form.
"""

import pytest
from django.contrib import admin

from annotations.actions.tags import change_tag
from annotations.models import Tag
from newsroom.errors import Conflict
from newsroom.models import Outlet
from tests import make
from tests.admin_panel import Panel, address

pytestmark = pytest.mark.django_db


def filled(panel: Panel, row, **values):
    """Return the values that the form of the row shows, with `values` in place of some."""
    form = panel.open(row).context["adminform"].form
    return {name: form[name].value() or "" for name in form.fields} | values


def test_who_saves_second_is_told_and_nothing_is_saved(panel: Panel):
    tag = make.tag("claims")
    sent = filled(panel, tag, definition="Mine.")
    change_tag(tag, definition="Theirs.", by=make.user())
    page = panel.client.post(address(Tag, "change", tag.pk), sent)
    assert "Someone else changed this while you were writing" in page.content.decode()
    assert page.context["adminform"].form["definition"].value() == "Mine."
    assert Tag.objects.get().definition == "Theirs."


def test_who_still_means_it_saves_again(panel: Panel):
    tag = make.tag("claims")
    sent = filled(panel, tag, definition="Mine.")
    change_tag(tag, definition="Theirs.", by=make.user())
    again = panel.client.post(address(Tag, "change", tag.pk), sent).context["adminform"].form
    panel.client.post(address(Tag, "change", tag.pk), {name: again[name].value() for name in again.fields})
    assert Tag.objects.get().definition == "Mine."


def form_of(request, row):
    return admin.site._registry[type(row)].get_form(request, row, change=True)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        pytest.param(lambda: make.user(), "name", id="account"),
        pytest.param(lambda: make.tag("claims"), "definition", id="tag"),
        pytest.param(lambda: make.story(), "title", id="story"),
    ],
)
def test_what_another_saved_after_the_form_was_checked_stays(rf, curator, row, field):
    stored = row()
    request = rf.post("/")
    request.user = curator
    kind = form_of(request, stored)
    unbound = kind(instance=stored)
    sent = {name: unbound[name].value() or "" for name in unbound.fields} | {field: "Mine"}
    form = kind(sent, instance=type(stored).objects.get(pk=stored.pk))
    assert form.is_valid(), form.errors
    type(stored).objects.update(**{field: "Theirs"})
    with pytest.raises(Conflict, match="now it is “Theirs”, and you wrote “Mine”"):
        admin.site._registry[type(stored)].save_model(request, form.instance, form, change=True)
    assert set(type(stored).objects.values_list(field, flat=True)) == {"Theirs"}


def test_a_form_that_does_not_say_what_was_seen_saves_nothing(panel: Panel):
    tag = make.tag("claims")
    panel.client.post(address(Tag, "change", tag.pk), {"path": "facts", "hue": tag.hue, "definition": ""})
    assert Tag.objects.get().path == "claims"


def test_what_an_act_refuses_is_told_over_the_form_as_it_was_filled_in(panel: Panel):
    tag = make.tag("claims")
    page = panel.send(tag, path="a|b", definition="Figures.")
    assert page.status_code in (200, 422)
    assert page.context["adminform"].form["definition"].value() == "Figures."
    assert (Tag.objects.get().path, Tag.objects.get().definition) == ("claims", "")


def test_a_rule_only_the_act_knows_is_told_with_its_status(panel: Panel):
    tag = make.tag("a")
    make.tag("a/b/c/d")
    page = panel.send(tag, path="x/y")
    assert page.status_code == 422
    assert "A tag has at most 4 levels" in page.content.decode()
    assert page.context["adminform"].form["path"].value() == "x/y"
    assert sorted(Tag.objects.values_list("path", flat=True)) == ["a", "a/b/c/d"]


def test_a_form_is_made_without_a_query_for_related_rows(rf, curator, django_assert_num_queries):
    request = rf.get("/")
    request.user = curator
    owner = Outlet.objects.create(name="Group")
    outlet = Outlet.objects.create(name="Herald", owner=owner)
    kind = form_of(request, outlet)
    stored = Outlet.objects.get(pk=outlet.pk)
    with django_assert_num_queries(0):
        form = kind(instance=stored)
        assert form["seen"].value()


def test_another_owner_is_saved_though_the_one_before_was_renamed(panel: Panel):
    owner, other = Outlet.objects.create(name="Group"), Outlet.objects.create(name="Trust")
    outlet = Outlet.objects.create(name="Herald", owner=owner)
    sent = filled(panel, outlet, owner=other.pk)
    Outlet.objects.filter(pk=owner.pk).update(name="Group of papers")
    panel.client.post(address(Outlet, "change", outlet.pk), sent)
    outlet.refresh_from_db()
    assert outlet.owner == other


def test_the_last_curator_cannot_lock_everyone_out(panel: Panel):
    page = panel.send(panel.curator, role="reader")
    assert page.status_code == 409
    assert "Make someone else a curator first." in page.content.decode()
    panel.curator.refresh_from_db()
    assert panel.curator.role == "curator"


@pytest.mark.parametrize("outlet", ["nonsense", "-1", "99999999999999999999"])
def test_an_outlet_that_cannot_be_is_told_beside_its_field(panel: Panel, outlet):
    article = make.article(outlet="Agence")
    page = panel.send(article, outlet=outlet)
    assert "Choose one of the list" in page.content.decode()
    article.refresh_from_db()
    assert article.outlet.name == "Agence"
