"""Test the preview of an import: it says that a charset was guessed, and another one can be chosen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.models import ImportBatch
from tests.markup import markup

pytestmark = pytest.mark.django_db


def test_a_charset_that_was_guessed_is_said_to_be_so_and_can_be_chosen(at_work):
    text = "ירד גשם כבד בירושלים."
    contents = {"a.txt": text.encode("cp1255"), "b.txt": b"Hail fell."}
    at_work.post("/import/", {"files": [SimpleUploadedFile(name, raw) for name, raw in contents.items()]})
    batch = ImportBatch.objects.get()
    page = markup(at_work.get(batch.get_absolute_url()))
    assert "so it was guessed" in page
    assert f"cp1255: {text}" in page
    at_work.post(f"{batch.get_absolute_url()}0/", {"charset": "koi8_r"})
    assert "ИЬЦ БЫМ КАЦ" in markup(at_work.get(batch.get_absolute_url()))
    assert at_work.post(f"{batch.get_absolute_url()}0/", {"charset": "nonsense"}).status_code == 422
