"""Test that pages of `newsroom` keep their acts beside the export."""

import pytest
from django.contrib import admin

from newsroom.admin.outlets import OutletAdmin
from newsroom.models import Activity, Outlet, Revision
from tests.admin_panel import address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Activity, Outlet, Revision])
def test_the_list_offers_both_formats(panel, model):
    request = panel.client.get(address(model)).wsgi_request
    assert {"export", "export_xlsx"} <= set(admin.site.get_model_admin(model).get_actions(request))


def test_outlets_keep_their_acts(panel):
    request = panel.client.get(address(Outlet)).wsgi_request
    offered = admin.site.get_model_admin(Outlet).get_actions(request)
    assert {act.__name__ for act in OutletAdmin.actions} <= set(offered)
