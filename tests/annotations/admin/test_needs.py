"""Test which highlights, tags and origins the panel says need a curator."""

import pytest

from annotations.models import Claim
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
    assert panel.needs() == {
        "tag without a definition": "1",
        "tag that no highlight has": "1",
        "proposed origin to decide on": "1",
    }


def test_nearly_equal_and_unused_tags_and_claims_without_evidence_are_counted(panel: Panel):
    by = panel.curator
    story = make.story(by=by)
    used = make.tag("claims/number", by=by)
    for path in ("claims", "fact-check", "Fact check"):
        make.tag(path, by=by)
    passage = make.highlight(make.article(story=story, by=by), tags=[used], by=by)
    make.evidence(make.claim(story, by=by), passage, by=by)
    bare = make.claim(story, by=by)
    found = panel.needs()
    assert found["tags that are nearly equal to others"] == "2"
    assert found["tags that no highlight has"] == "2"
    assert found["claim without evidence"] == "1"
    assert panel.rows(Claim, needs="evidence") == [bare]
