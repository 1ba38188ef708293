"""Test which highlights, tags and origins the panel says need a curator."""

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def test_highlights_that_a_newer_text_changed_or_lost_are_counted(panel: Panel):
    first = "The minister left before the speech began. Later it rained in the valley of Bonn all night."
    article = make.article(first)
    for quote in ("The minister left before the speech began", "in the valley of Bonn all night"):
        make.highlight(article, quote, tags=[make.tag()])
    newer = "The minister went before the speech began."
    import_article(
        newer.encode(), name="a.txt", details=SourceDetails(external_id=article.external_id), by=panel.curator
    )
    found = panel.needs()
    assert (found["highlight whose text changed"], found["highlight lost in a newer revision"]) == ("1", "1")


def test_what_the_codebook_and_the_origins_lack_is_counted(panel: Panel):
    make.tag()
    make.origin(name="AFP")
    assert panel.needs() == {"tag without a definition": "1", "proposed origin to decide on": "1"}
