"""Test that `annotations` answers the signals of `newsroom` in the same transaction."""

import pytest

from annotations.models import Anchor
from newsroom.models import User
from newsroom.signals import revisions_imported
from tests import make

pytestmark = pytest.mark.django_db


def test_an_import_that_fails_to_place_highlights_is_undone(editor: User) -> None:
    article = make.article("The minister left early.", by=editor)
    make.highlight(article, "left early", by=editor)

    def refuse(**_: object) -> None:
        raise RuntimeError("the disk is full")

    revisions_imported.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            make.revision(article, "Today the minister left early.", by=editor)
    finally:
        revisions_imported.disconnect(refuse)
    article.refresh_from_db()
    assert article.revisions.count() == 1
    assert Anchor.objects.count() == 1
