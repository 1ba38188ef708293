"""Test that the panel decides on origins with a reason, and renames them."""

import pytest

from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db


def test_origins_are_decided_on_with_a_reason(panel: Panel):
    origins = [make.origin(make.article()) for _ in range(2)]
    page = panel.show("decide", *origins, state="confirmed", reason=" ")
    assert "reason" in page.context["form"].errors
    assert panel.do("decide", *origins, state="confirmed", reason="Same text.") == [
        "Confirm or reject: 2 origins."
    ]
    origins[0].refresh_from_db()
    assert (origins[0].state, origins[0].decided_by) == ("confirmed", panel.curator)


def test_an_origin_is_renamed_and_the_history_tells_both_values(panel: Panel, lines):
    origin = make.origin(make.article(), name="AFP")
    lines()
    panel.send(origin, name="Agence France-Presse")
    assert (lines(), last_line(origin).changes) == (1, {"name": ["AFP", "Agence France-Presse"]})
