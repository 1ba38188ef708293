"""Acts on the pages of an import, as a browser sends them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from newsroom.models import ImportBatch


def act(client: Client, name: str, batch: ImportBatch, *args: object, **sent: Any) -> HttpResponse:
    """Post a form of the import's page."""
    return client.post(reverse(name, args=[batch.pk, *args]), sent)


def handed_in(client: Client, **sent: Any) -> ImportBatch:
    """The batch that comes of the form."""
    answer = client.post("/import/", sent)
    batch = ImportBatch.objects.latest("created_at")
    assert (answer.status_code, answer["Location"]) == (302, batch.get_absolute_url())
    return batch
