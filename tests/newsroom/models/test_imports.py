"""Test the state of an import, and the address of its page."""

import pytest

from newsroom.actions.imports.batches import discard_batch, hand_in
from newsroom.models import ImportBatch
from tests import make

pytestmark = pytest.mark.django_db


def test_an_import_is_open_until_it_is_run_or_given_up():
    person = make.user()
    batch = hand_in([("a.txt", b"Rain.")], by=person)
    assert batch.state == "open"
    discard_batch(batch, by=person)
    assert ImportBatch.objects.get().state == "discarded"


def test_its_page_stands_at_an_address_nobody_can_guess():
    batch = hand_in([("a.txt", b"Rain.")], by=make.user())
    assert batch.get_absolute_url() == f"/import/{batch.pk}/"
    assert batch.pk.version == 4


def test_the_items_stand_in_the_order_in_which_they_came():
    batch = hand_in([("b.txt", b"Rain."), ("a.txt", b"Hail.")], by=make.user())
    assert [str(item) for item in batch.items.all()] == ["b.txt", "a.txt"]
