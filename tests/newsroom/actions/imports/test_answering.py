"""Test what becomes of an item of an import about which a person must answer a question."""

import json

import pytest

from newsroom.actions.imports import batch_items
from newsroom.actions.imports.answering import answer_unlike, split_item, take_as_one
from newsroom.actions.imports.batches import correct_item, hand_in, leave_out
from newsroom.actions.imports.running import start_batch, try_again, work
from newsroom.actions.imports.tables import choose_columns
from newsroom.errors import Conflict, Forbidden, Invalid, TooLarge
from newsroom.models import Article, ImportBatch, ImportItem, UnlikeChoice, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
FERRY = "The ferry line will pay the families of the two who drowned."
COUNCIL = "The council of Vest approved the budget after nine hours."
THREE = "\n\n".join(
    f"Document {number}\n\nHeadline {number}\n\nRain fell on town {number} for hours, two people said."
    for number in (1, 2, 3)
).encode()


def statuses(batch: ImportBatch) -> list[str]:
    return list(batch.items.order_by("position").values_list("status", flat=True))


def run(batch: ImportBatch, by: User) -> ImportBatch:
    if batch.state == "open":
        start_batch(batch, by=by)
    work(batch, by=by, seconds=60)
    batch.refresh_from_db()
    return batch


def asking_item(by: User) -> ImportItem:
    """Return an item of a finished import, at the address of the item before it, with another text."""
    rows = [{"text": text, "url": "https://gazette.example/a"} for text in (FERRY, COUNCIL)]
    batch = hand_in([("rows.jsonl", "\n".join(map(json.dumps, rows)).encode())], by=by)
    return run(batch, by).items.select_related("batch").get(position=1)


def several(by: User) -> ImportItem:
    """Return the item of an open import of a file that looks like three articles."""
    return hand_in([("found.txt", THREE)], by=by).items.select_related("batch").get()


def test_an_unlike_text_at_a_known_address_asks_and_nothing_is_stored(reporter):
    item = asking_item(reporter)
    assert (statuses(item.batch), item.question) == (["created", "question"], "unlike")
    assert "hardly a word in common" in item.message
    assert (Article.objects.count(), Article.objects.get().current.number) == (1, 1)


@pytest.mark.parametrize(
    ("choice", "status", "articles"), [("revision", "revised", 1), ("article", "created", 2)]
)
def test_an_answer_imports_the_item_as_what_it_is(reporter, choice, status, articles):
    item = asking_item(reporter)
    answer_unlike(item, UnlikeChoice(choice), by=reporter)
    assert statuses(run(item.batch, reporter)) == ["created", status]
    assert (Article.objects.count(), item.batch.state) == (articles, "done")


def test_what_asks_can_be_left_out_and_is_not_tried_again_as_if_it_had_failed(reporter):
    item = asking_item(reporter)
    assert try_again(item.batch, by=reporter) == 0
    leave_out(item, by=reporter)
    assert statuses(item.batch) == ["created", "skipped"]


def test_a_question_is_answered_once_and_not_after_the_import_was_discarded(reporter):
    item = asking_item(reporter)
    answer_unlike(item, UnlikeChoice.ARTICLE, by=reporter)
    with pytest.raises(Conflict, match="answered already"):
        answer_unlike(item, UnlikeChoice.REVISION, by=reporter)
    run(item.batch, reporter)
    with pytest.raises(Conflict):
        take_as_one(item, by=reporter)


def test_a_file_that_looks_like_several_articles_is_never_made_one_in_silence(reporter):
    item = several(reporter)
    assert statuses(run(item.batch, reporter)) == ["question"]
    item.refresh_from_db()
    assert (item.question, Article.objects.count()) == ("several", 0)
    assert "looks like 3 articles" in item.message


@pytest.mark.parametrize("imported", [False, True], ids=["at preview", "in the report"])
def test_it_is_imported_as_one_if_a_person_says_so(reporter, imported):
    item = several(reporter)
    if imported:
        run(item.batch, reporter)
    take_as_one(item, by=reporter)
    correct_item_if_open(item, reporter)
    assert statuses(run(item.batch, reporter)) == ["created"]
    assert "Headline 3" in Article.objects.get().current.text


def correct_item_if_open(item: ImportItem, by: User) -> None:
    """Save other corrections of the item, which must not take back the answer."""
    if item.batch.state == "open":
        correct_item(item, {"title": "All of them"}, by=by)


@pytest.mark.parametrize("imported", [False, True], ids=["at preview", "in the report"])
def test_it_is_split_where_further_articles_seem_to_begin(reporter, imported):
    item = several(reporter)
    if imported:
        run(item.batch, reporter)
    assert split_item(item, by=reporter) == 3
    assert statuses(run(item.batch, reporter)) == ["skipped", "created", "created", "created"]
    texts = [article.current.text for article in Article.objects.order_by("pk")]
    assert [f"Headline {number}" in text for number, text in enumerate(texts, start=1)] == [True] * 3
    assert not any("town 2" in text for text in (texts[0], texts[2]))


def test_its_parts_keep_the_outlet_and_the_language_that_a_person_states(reporter):
    item = several(reporter)
    correct_item(item, {"outlet": "Gazette", "language": "en"}, by=reporter)
    split_item(item, by=reporter)
    run(item.batch, reporter)
    kept = Article.objects.values_list("outlet__name", "current__language")
    assert list(kept) == [("Gazette", "en")] * 3


def test_a_table_that_was_read_again_leaves_room_for_the_parts(reporter, monkeypatch):
    table = b"Foo,Bar\nIt rained.,x\n"
    batch = hand_in([("rows.csv", table), ("found.txt", THREE)], by=reporter)
    choose_columns(batch.tables.select_related("batch").get(), ["text"], by=reporter)
    item = batch.items.select_related("batch").get(name="found.txt")
    monkeypatch.setattr(batch_items, "MOST_ITEMS", 4)
    with pytest.raises(TooLarge):
        split_item(item, by=reporter)
    monkeypatch.setattr(batch_items, "MOST_ITEMS", 5)
    assert split_item(item, by=reporter) == 3


def test_a_file_that_is_one_article_is_not_split(reporter):
    item = hand_in([("rain.txt", b"Rain fell.")], by=reporter).items.select_related("batch").get()
    with pytest.raises(Invalid, match="does not look like several"):
        split_item(item, by=reporter)


def test_only_an_editor_answers_for_another_person(reporter):
    item = several(reporter)
    with pytest.raises(Forbidden):
        split_item(item, by=make.user(UserRole.REPORTER))
    take_as_one(item, by=make.user(UserRole.EDITOR))
