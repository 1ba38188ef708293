"""Test what a cell of the matrix contains."""

import pytest

from annotations.queries.cell_contents import contents_of_cell
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db


def test_a_cell_holds_its_passages_or_the_silence(editor: User) -> None:
    story = make.story(by=editor)
    speaking, silent = (make.article(story=story, outlet=name, by=editor) for name in ("Post", "Times"))
    claim = make.claim(story, "He left before the speech.", by=editor)
    evidence = make.evidence(claim, make.highlight(speaking, by=editor), by=editor)
    silence = make.silence(claim, silent, by=editor)

    passages, nothing = contents_of_cell(claim, speaking), contents_of_cell(claim, silent)
    assert (passages.evidence, passages.silence) == ([evidence], None)
    assert (nothing.evidence, nothing.silence) == ([], silence)
