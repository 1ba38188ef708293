"""Test that a table of an import is kept, and read again with other columns."""

import pytest

from newsroom.actions.imports import batch_items
from newsroom.actions.imports.batches import discard_batch, hand_in
from newsroom.actions.imports.running import start_batch, work
from newsroom.actions.imports.tables import choose_columns, read_tables
from newsroom.errors import Conflict, Forbidden, Invalid, TooLarge
from newsroom.models import Article, ImportTable, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
TABLE = b"Kopf,Foo\nRegen,Es regnete.\nHagel,Es hagelte.\n"


def handed_in(by: User) -> ImportTable:
    hand_in([("rain.txt", b"It rained."), ("rows.csv", TABLE)], by=by)
    return ImportTable.objects.select_related("batch").get()


def test_a_table_is_kept_with_its_columns_even_if_none_holds_an_article(reporter):
    table = handed_in(reporter)
    assert [column["name"] for column in table.columns] == ["Kopf", "Foo"]
    assert list(table.batch.items.values_list("status", "table")) == [
        ("waiting", None),
        ("failed", table.pk),
    ]


def test_the_rows_are_read_again_with_the_chosen_columns(reporter):
    table = handed_in(reporter)
    assert choose_columns(table, ["title", "text"], by=reporter) == 2
    start_batch(table.batch, by=reporter)
    work(table.batch, by=reporter, seconds=60)
    assert set(Article.objects.values_list("title", flat=True)) >= {"Regen", "Hagel"}
    table.refresh_from_db()
    assert [column["field"] for column in table.columns] == ["title", "text"]


def test_a_choice_that_cannot_be_read_changes_nothing(reporter):
    table = handed_in(reporter)
    with pytest.raises(Invalid, match="Two columns"):
        choose_columns(table, ["text", "text"], by=reporter)
    assert table.items.count() == 1


def test_an_import_that_was_started_keeps_its_tables_as_they_were_read(reporter):
    table = handed_in(reporter)
    discard_batch(table.batch, by=reporter)
    with pytest.raises(Conflict):
        choose_columns(table, ["title", "text"], by=reporter)


def test_another_persons_table_is_read_again_by_an_editor_only(reporter):
    table = handed_in(reporter)
    with pytest.raises(Forbidden):
        choose_columns(table, ["title", "text"], by=make.user(UserRole.REPORTER))


@pytest.mark.parametrize(("most", "fits"), [(3, True), (2, False)])
def test_the_chosen_columns_name_a_limited_number_of_addresses(reporter, monkeypatch, most, fits):
    monkeypatch.setattr(batch_items, "MOST_ADDRESSES", most)
    rows = b"Foo\nhttps://example.org/a\nhttps://example.org/b\n"
    hand_in([("rows.csv", rows)], addresses=["https://example.org/"], by=reporter)
    table = ImportTable.objects.select_related("batch").get()
    if fits:
        assert choose_columns(table, ["url"], by=reporter) == 2
        assert choose_columns(table, ["url"], by=reporter) == 2
    else:
        with pytest.raises(TooLarge, match="More than 2 addresses"):
            choose_columns(table, ["url"], by=reporter)
        assert table.items.get().status == "failed"


def test_a_table_may_be_read_again_as_often_as_one_likes(reporter, monkeypatch):
    monkeypatch.setattr(batch_items, "MOST_ITEMS", 4)
    other = b"Kopf,Foo\nFrost,Es fror.\n"
    hand_in([("rows.csv", TABLE), ("other.csv", other), ("rain.txt", b"It rained.")], by=reporter)
    tables = ImportTable.objects.select_related("batch")
    for _ in range(3):
        assert [choose_columns(table, ["title", "text"], by=reporter) for table in tables] == [2, 1]
    assert tables[0].batch.items.count() == 4


def test_other_files_and_tables_that_cannot_be_read_are_no_tables():
    files = [("a.txt", b"a,b\n1,2"), ("b.csv", b""), ("c.csv", TABLE)]
    assert list(read_tables(files)) == [2]
