"""Test that a monitoring program is told whether the database answers."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_a_database_that_does_not_answer_is_told_to_the_watcher(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    connection.close()
    with monkeypatch.context() as elsewhere:
        elsewhere.setitem(connection.settings_dict, "NAME", "/nowhere/at-all")
        response = client.get(reverse("healthz"))
    connection.close()
    assert (response.status_code, response.content) == (
        503,
        b"The database does not answer, or takes no changes.",
    )
