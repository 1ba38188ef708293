"""Test that a person assigns the columns of a table at its preview."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from newsroom.models import ImportTable
from newsroom.roles import UserRole
from newsroom.views import imports
from tests import make
from tests.markup import markup
from tests.newsroom.views.import_pages import handed_in

pytestmark = pytest.mark.django_db
TABLE = b"Kopf,Foo\nRegen,Es regnete.\nHagel,Es hagelte.\n"


@pytest.fixture
def table(at_work) -> ImportTable:
    handed_in(at_work, files=SimpleUploadedFile("rows.csv", TABLE))
    return ImportTable.objects.select_related("batch").get()


def address(table: ImportTable) -> str:
    return reverse("import_columns", args=[table.batch_id, table.pk])


def test_the_preview_shows_each_column_with_its_first_cells(at_work, table):
    preview = markup(at_work.get(table.batch.get_absolute_url()))
    assert "The columns of rows.csv" in preview
    assert "Es regnete.<br>Es hagelte." in preview
    assert "Import 0 articles" in preview


def test_the_chosen_columns_are_remembered_and_the_rows_are_previewed(at_work, table):
    answer = at_work.post(address(table), {"field": ["title", "text"]})
    assert answer["Location"] == table.batch.get_absolute_url()
    preview = markup(at_work.get(answer["Location"]))
    assert 'value="title" selected' in preview
    assert "Import 2 articles" in preview


def test_a_wrong_choice_gets_a_sentence(at_work, table):
    answer = at_work.post(address(table), {"field": ["text", "text"]})
    assert answer.status_code == 422
    assert "Two columns are chosen for text" in answer.content.decode()


def test_the_page_of_an_item_is_found_although_positions_have_gaps(at_work, monkeypatch):
    monkeypatch.setattr(imports, "PREVIEWS", 2)
    files = [SimpleUploadedFile("rows.csv", TABLE), SimpleUploadedFile("rain.txt", b"It rained.")]
    batch = handed_in(at_work, files=files)
    at_work.post(address(batch.tables.get()), {"field": ["title", "text"]})
    assert [item.position for item in batch.items.all()] == [1, 2, 3]
    for position, page in ((2, ""), (3, "?page=2")):
        answer = at_work.post(reverse("import_item", args=[batch.pk, position]), {"title": "Rain"})
        assert answer["Location"] == f"{batch.get_absolute_url()}{page}#item-{position}"


def test_a_table_of_another_import_is_not_there(at_work, table):
    other = make.asking_item(by=make.user()).batch_id
    assert at_work.post(reverse("import_columns", args=[other, table.pk])).status_code in (403, 404)


def test_another_person_must_be_an_editor(client, table):
    client.force_login(make.user(UserRole.REPORTER))
    assert client.post(address(table), {"field": ["title", "text"]}).status_code == 403
