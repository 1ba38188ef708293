"""Test revisions in the panel, and the bytes from which they were made."""

import pytest

from newsroom.models import Original, Revision
from tests import make
from tests.admin_panel import Panel, address

pytestmark = pytest.mark.django_db


def test_a_revision_leads_to_its_page_on_the_site(panel: Panel):
    revision = make.article().current
    assert f'href="{revision.get_absolute_url()}"' in panel.client.get(address(Revision)).content.decode()


def test_an_original_is_found_by_its_sum(panel: Panel):
    original = make.article("It rained.").current.original
    make.article("It hailed.")
    assert panel.rows(Original, q=original.sha256) == [original]
