"""Send the forms of an import's pages, as a browser does."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from newsroom.models import ImportBatch


def act(client: Client, name: str, batch: ImportBatch, *args: object, **sent: Any) -> HttpResponse:
    """Post a form of the import's page."""
    return client.post(reverse(name, args=[batch.pk, *args]), sent)


def handed_in(client: Client, **sent: Any) -> ImportBatch:
    """Post the form that hands files in, and return the import that it makes."""
    answer = client.post("/import/", sent)
    batch = ImportBatch.objects.latest("created_at")
    assert (answer.status_code, answer["Location"]) == (302, batch.get_absolute_url())
    return batch
