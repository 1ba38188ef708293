"""Test the way from the card of a passage to the copies of its text."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Highlight
from newsroom.models import Article, User
from tests import make
from tests.annotations.conftest import HtmxClient
from tests.annotations.logic.sources.test_copies import WIRE

pytestmark = pytest.mark.django_db
PASSAGE = "Nobody was hurt, and the crew of nineteen stayed on board"


@pytest.fixture
def passage(editor: User) -> Highlight:
    story = make.story(by=editor)
    first = make.article("\n\n".join(WIRE), story=story, by=editor, outlet="Gazette")
    make.article("\n\n".join(reversed(WIRE)), story=story, by=editor, outlet="Mirror")
    return make.highlight(first, PASSAGE, by=editor)


def test_the_card_offers_to_look_in_the_copies(signed_in: Client, passage: Highlight) -> None:
    card = signed_in.get(reverse("highlight", args=[passage.pk]), headers={"HX-Request": "true"})
    assert b"1 other article of the same origin" in card.content
    offered = signed_in.get(reverse("highlight_copies", args=[passage.pk]), headers={"HX-Request": "true"})
    assert b"Mark it there too" in offered.content
    assert b"Mirror" in offered.content


def test_without_scripts_the_copies_have_a_page(signed_in: Client, passage: Highlight) -> None:
    page = signed_in.get(reverse("highlight_copies", args=[passage.pk]))
    assert b"<h1>In copies of its text</h1>" in page.content


def test_marking_it_there_shows_the_projection_and_says_that_it_never_counts(
    act: HtmxClient, passage: Highlight
) -> None:
    copy = Article.objects.exclude(pk=passage.article_id).get()
    answer = act("highlight_project", passage.pk, article=copy.pk)
    made = Highlight.objects.get(projected_from=passage)
    assert answer.context["highlight"] == made
    assert b"It never counts as evidence" in answer.content


def test_a_copy_without_the_passage_is_answered_with_a_sentence(act: HtmxClient, passage: Highlight) -> None:
    assert act("highlight_project", passage.pk, article=make.article().pk).status_code == 422
    assert act("highlight_project", passage.pk, article="x").status_code == 422


def test_a_guessed_attribution_is_marked_until_somebody_saves_it(act: HtmxClient, editor: User) -> None:
    found = make.highlight(make.article("“We left,” Ilves said.", by=editor), "We left", by=editor)
    card = act.client.get(
        reverse("highlight", args=[found.pk]), headers={"HX-Request": "true"}
    ).content.decode()
    assert "Said by: Ilves" in card
    guessed = "Read from the verb of speech beside it; nobody has looked at it yet"
    assert guessed in card
    answer = act("highlight_describe", found.pk, note="", attribution="Ilves", version=1)
    assert guessed not in answer.content.decode()


def test_doubts_about_one_event_are_shown_before_linking(signed_in: Client, editor: User) -> None:
    ends = [make.highlight(make.article(story=make.story(by=editor), by=editor), by=editor) for _ in range(2)]
    page = signed_in.get(reverse("link_new"), {"source": ends[0].pk, "target": ends[1].pk})
    assert b"are in different stories." in page.content
    sent = {"source": ends[0].pk, "target": ends[1].pk, "relation": "corroborates"}
    assert signed_in.post(reverse("link_make"), sent).status_code == 409
    assert signed_in.post(reverse("link_make"), {**sent, "same_event": "on"}).status_code == 302


def test_a_verb_of_speech_that_changed_is_shown_before_linking(signed_in: Client, editor: User) -> None:
    ends = [
        make.highlight(make.article(f"“We left,” Ilves {verb}.", by=editor), "We left", by=editor)
        for verb in ("said", "claimed")
    ]
    page = signed_in.get(reverse("link_new"), {"source": ends[0].pk, "target": ends[1].pk}).content.decode()
    assert page.index(">said</del>") < page.index(">claimed</ins>")
    ends[1] = make.highlight(make.article("“We left,” Kerr said.", by=editor), "We left", by=editor)
    page = signed_in.get(reverse("link_new"), {"source": ends[0].pk, "target": ends[1].pk}).content.decode()
    assert "another verb" not in page
