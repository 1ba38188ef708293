"""Test the curator's panel as a whole: who may open it, what it lists, and that every page opens."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.models import Claim, Highlight
from newsroom.models import Activity, Original, Revision
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import REGISTERED, Panel, address, crowd

pytestmark = pytest.mark.django_db
OURS = [model for app in ("newsroom", "annotations") for model in apps.get_app_config(app).get_models()]
#: Rows of indexes, which people neither make nor repair.
INDEXES = {"sentence", "shingle", "vocabulary"}
#: Rows that only the pages of an import use.
OF_IMPORTS = {"importtable", "foreignrow"}
#: Rows that belong to one person: links for passwords, whose desk is open, and own digits of tags.
OF_PEOPLE = {"passwordlink", "presence", "tagpin"}
FROZEN = {"activity", "anchor", "basispassage", "capture", "original", "revision", "verdictbasis"}


def model_name(model):
    return model._meta.model_name


each_model = pytest.mark.parametrize("model", REGISTERED, ids=model_name)


def test_the_panel_shows_every_model_but_indexes_and_rows_of_imports_and_of_one_person():
    shown = {model_name(model) for model in OURS} - INDEXES - OF_IMPORTS - OF_PEOPLE
    assert {model_name(model) for model in REGISTERED} == shown


@each_model
def test_a_list_opens_with_rows_in_it(panel: Panel, rows_of_each, model):
    row = rows_of_each[model]
    assert row in panel.rows(model)


@each_model
def test_a_list_can_be_searched_and_sorted_by_each_of_its_columns(panel: Panel, rows_of_each, model):
    columns = len(admin.site._registry[model].list_display)
    for order in range(1, columns + 1):
        assert panel.client.get(address(model), {"o": f"-{order}", "q": "rain 1"}).status_code == 200


@each_model
def test_what_nobody_would_search_for_finds_nothing(panel: Panel, rows_of_each, model):
    assert panel.rows(model, q="no-such-thing-anywhere") == []


@each_model
def test_the_page_and_the_history_of_a_row_open(panel: Panel, rows_of_each, model):
    row = rows_of_each[model]
    assert panel.open(row).status_code == 200
    assert panel.open(row, "history").status_code == 200


@each_model
@pytest.mark.parametrize("page", ["change", "history"])
def test_a_row_that_is_not_there_is_said_to_be_missing(panel: Panel, model, page):
    for pk in ("nonsense", "99999999999999999999"):
        response = panel.client.get(address(model, page, pk), follow=True)
        assert response.redirect_chain == [(reverse("admin:index"), 302)]
        assert "doesn’t exist" in response.content.decode()


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("revision", "article"),
        ("capture", "article"),
        ("anchor", "highlight"),
        ("highlighttag", "highlight"),
        ("importitem", "importbatch"),
    ],
)
def test_a_row_without_acts_of_its_own_shows_the_history_of_what_it_belongs_to(
    panel: Panel, rows_of_each, name, of
):
    (row,) = (row for model, row in rows_of_each.items() if model_name(model) == name)
    lines = panel.open(row, "history").context["lines"]
    assert {line.object_type for line in lines} == {of}


@each_model
def test_a_row_can_be_added_only_where_its_words_alone_make_it(panel: Panel, model):
    made_here = {"outlet", "story", "tag", "user"}
    assert panel.client.get(address(model, "add")).status_code == (
        200 if model_name(model) in made_here else 403
    )


@each_model
def test_nothing_is_deleted_here(panel: Panel, rows_of_each, model):
    row = rows_of_each[model]
    assert panel.client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    "model", [model for model in REGISTERED if model_name(model) in FROZEN], ids=model_name
)
def test_what_is_written_once_can_only_be_looked_at(panel: Panel, rows_of_each, model):
    row = rows_of_each[model]
    page = panel.open(row)
    assert page.context["has_change_permission"] is False
    assert panel.client.post(address(model, "change", row.pk), {}).status_code == 403


@each_model
def test_a_list_tells_when_and_can_be_narrowed(model):
    shown = admin.site._registry[model]
    assert len(shown.list_display) >= 3
    assert shown.search_fields
    assert shown.list_filter or shown.date_hierarchy


@pytest.mark.parametrize("role", [UserRole.READER, UserRole.REPORTER, UserRole.EDITOR])
def test_only_a_curator_gets_in_and_the_others_are_told_why(client: Client, role):
    client.force_login(make.user(role))
    for page in ("index", "newsroom_user_changelist", "annotations_highlight_changelist", "password_change"):
        response = client.get(reverse(f"admin:{page}"))
        assert response.status_code == 403
        assert "This takes a curator." in response.content.decode()


@pytest.mark.parametrize("role", [UserRole.READER, UserRole.REPORTER, UserRole.EDITOR])
def test_only_a_curator_writes(client: Client, role):
    tag = make.tag("claims/number")
    client.force_login(make.user(role))
    response = client.post(address(type(tag), "change", tag.pk), {"path": "claims/figure", "hue": "amber"})
    assert response.status_code == 403
    tag.refresh_from_db()
    assert tag.path == "claims/number"


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client: Client):
    response = client.get(reverse("admin:index"), follow=True)
    assert response.redirect_chain[-1] == (f"{reverse('sign_in')}?next=/admin/", 302)


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/admin/newsroom/user/", "/admin/newsroom/user/"),
        ("https://elsewhere.example/", "/admin/"),
        ("", "/admin/"),
        # These look like names of views, but are addresses.
        ("nonsense", "nonsense"),
        ("sign_in", "sign_in"),
    ],
)
def test_a_curator_who_has_signed_in_is_led_on_within_the_site(panel: Panel, wanted, led):
    response = panel.client.get(reverse("admin:login"), {"next": wanted})
    assert (response.status_code, response["Location"]) == (302, led)


def test_ones_own_password_is_set_on_the_page_of_ones_account(panel: Panel):
    response = panel.client.get(reverse("admin:password_change"))
    assert response["Location"] == reverse("own_account")


def test_the_index_and_the_pages_of_both_apps_open(panel: Panel, rows_of_each):
    assert panel.client.get(reverse("admin:index")).status_code == 200
    for app in ("newsroom", "annotations"):
        assert panel.client.get(reverse("admin:app_list", args=[app])).status_code == 200


def test_looking_changes_nothing(panel: Panel, rows_of_each):
    rows = rows_of_each
    before = Activity.objects.count(), Revision.objects.count(), Original.objects.count()
    for row in rows.values():
        panel.open(row)
    assert (Activity.objects.count(), Revision.objects.count(), Original.objects.count()) == before


def queries(panel: Panel, address: str, **filters: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert panel.client.get(address, filters).status_code == 200
    return len(asked)


def test_a_list_asks_as_many_questions_of_the_database_for_300_rows_as_for_one(panel: Panel, rows_of_each):
    few = {model: queries(panel, address(model)) for model in REGISTERED}
    crowd(300, panel.curator)
    assert {model: queries(panel, address(model)) for model in REGISTERED} == few
    assert max(few.values()) <= 10


@pytest.mark.parametrize("key", ["x", "0", "²", "00000000-0000", "99999999999999999999"])
@pytest.mark.parametrize("model", [Highlight, Claim], ids=["uuid", "number"])
def test_a_key_that_no_row_has_leads_to_no_page(panel: Panel, model, key):
    kind = ContentType.objects.get_for_model(model)
    assert panel.client.get(f"/admin/r/{kind.pk}/{key}/").status_code == 404


def test_a_key_leads_to_the_page_of_its_row(panel: Panel):
    highlight = make.highlight(make.article())
    kind = ContentType.objects.get_for_model(highlight)
    answer = panel.client.get(f"/admin/r/{kind.pk}/{highlight.pk}/")
    assert answer.status_code == 302
    assert answer["Location"].endswith(highlight.get_absolute_url())
