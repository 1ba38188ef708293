"""Test the text of an article in which one passage is lit."""

import pytest

from annotations.models import Highlight
from annotations.queries.desk.lit_texts import lit_text
from newsroom.models import User
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def highlight(editor: User) -> Highlight:
    return make.highlight(make.article("Rain fell on Bali.", by=editor), "fell", by=editor)


def test_the_passage_is_lit_where_it_stands(highlight: Highlight) -> None:
    text = lit_text(highlight.anchor, "was")
    assert (text.name, text.spans) == ("was", ((Span(5, 9), str(highlight.pk)),))


def test_a_lost_passage_lights_nothing(highlight: Highlight, editor: User) -> None:
    make.revision(highlight.article, "Grain ships wait in the harbour.", by=editor)
    highlight.refresh_from_db()
    text = lit_text(highlight.anchor, "now")
    assert (text.document.text, text.spans) == ("Grain ships wait in the harbour.", ())
