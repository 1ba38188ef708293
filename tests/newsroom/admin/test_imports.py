"""Test imports in the panel, with the result of each source."""

import pytest

from newsroom.actions.imports.batches import hand_in
from newsroom.actions.imports.running import start_batch, work
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def test_a_source_that_could_not_be_imported_is_counted(panel: Panel):
    sources = [("fog.txt", b"Fog lay over Bonn."), ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00")]
    batch = hand_in(sources, by=panel.curator)
    start_batch(batch, by=panel.curator)
    work(batch, by=panel.curator)
    assert panel.needs()["source that could not be imported"] == "1"
