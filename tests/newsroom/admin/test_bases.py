"""Test that every list of the panel refuses lookups of fields that it does not offer, and
ids that no row can have.
"""

import pytest
from django.contrib.auth.models import AnonymousUser

from newsroom.admin.bases import curator
from newsroom.errors import Forbidden
from newsroom.models import User
from tests import make
from tests.admin_panel import REGISTERED, Panel, address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "lookup",
    [
        "password__startswith",
        "password",
        "password__regex",
        "email__startswith",
        "highlight__created_by__password__startswith",
        "id__gt",
    ],
)
def test_no_field_can_be_asked_letter_by_letter(panel: Panel, lookup):
    page = panel.client.get(address(User), {lookup: panel.curator.password[:3]})
    assert page.status_code == 400
    assert "result_list" not in page.content.decode()


def test_a_list_is_filtered_by_the_fields_of_its_form(panel: Panel):
    make.user(username="otto")
    assert [user.username for user in panel.rows(User, role="curator")] == ["curator"]


@pytest.mark.parametrize("chosen", ["x", "²", "1e3", "99999999999999999999", "-1", "", "é"])
def test_an_id_that_no_row_can_have_is_refused_with_a_sentence(panel: Panel, chosen):
    sent = {"action": "withdraw", "_selected_action": [chosen], "index": 0}
    for model in REGISTERED:
        page = panel.client.post(address(model), sent)
        assert page.status_code == 422, model
        assert "No row has this id. Reload the list, then choose again." in page.content.decode(), model


@pytest.mark.parametrize(("field", "status"), [("", 200), ("id", 200), ("password", 400), ("nothing", 400)])
def test_a_row_is_found_by_its_key_and_by_no_field_that_is_not_open(panel: Panel, field, status):
    page = panel.client.get(address(User, "change", panel.curator.pk), {"_to_field": field})
    assert page.status_code == status


def test_an_act_of_the_panel_is_that_of_who_is_signed_in(panel: Panel, rf):
    request = rf.get("/")
    request.user = panel.curator
    assert curator(request) == panel.curator


def test_a_stranger_does_nothing_in_the_panel(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    with pytest.raises(Forbidden, match="Sign in first"):
        curator(request)
