"""Test the card of a highlight and every act on it, as the desk sends them."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.actions.tags import change_tag, make_tag, merge_tag
from annotations.models import Claim, Comment, Evidence, Highlight
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.conftest import HtmxClient

pytestmark = pytest.mark.django_db

TEXT = "Lavrov left the room during the speech.\n\nThe grain stayed in port."


@pytest.fixture
def passage(editor: User) -> Highlight:
    story = make.story(by=editor)
    return make.highlight(make.article(TEXT, story=story, by=editor), "left the room", by=editor)


def fresh(highlight: Highlight) -> Highlight:
    return Highlight.objects.select_related("anchor").get(pk=highlight.pk)


def test_a_note_is_kept_as_typed_and_printed_as_safe_html(act: HtmxClient, passage: Highlight) -> None:
    note = "**Sure?** <script>alert(1)</script> [x](javascript:alert(1))"
    response = act("highlight_describe", passage.pk, note=note, attribution="an official", version=1)
    assert fresh(passage).note == note
    page = response.content.decode()
    assert "<strong>Sure?</strong>" in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "Said by: an official" in page


def test_a_note_saved_over_a_newer_one_is_refused_and_the_newer_one_stays(
    act: HtmxClient, passage: Highlight
) -> None:
    act("highlight_describe", passage.pk, note="first", version=1)
    response = act("highlight_describe", passage.pk, note="second", version=1)
    assert response.status_code == 409
    assert fresh(passage).note == "first"


def test_a_tag_that_is_not_in_the_codebook_is_added_to_it(act: HtmxClient, passage: Highlight) -> None:
    response = act("highlight_tag", passage.pk, path=" claims / time ")
    assert [str(tag) for tag in passage.tags.all()] == ["claims/time"]
    assert b"hx-swap-oob" in response.content  # the highlight takes the tag's colour


def test_a_tag_is_found_whatever_its_case(act: HtmxClient, editor: User, passage: Highlight) -> None:
    tag = make_tag("Claims/Time", by=editor)
    act("highlight_tag", passage.pk, path="claims/time")
    assert list(passage.tags.all()) == [tag]


def test_a_tag_can_be_taken_off(act: HtmxClient, editor: User, passage: Highlight) -> None:
    act("highlight_tag", passage.pk, path="claims")
    act("highlight_untag", passage.pk, passage.tags.get().pk)
    assert not passage.tags.exists()


def test_a_tag_of_a_page_that_is_older_than_the_codebook_is_what_it_has_become(
    act: HtmxClient, editor: User, passage: Highlight
) -> None:
    number, figures = make_tag("claims/number", by=editor), make_tag("figures", by=editor)
    pk = number.pk
    change_tag(number, path="figures/number", by=editor)
    act("highlight_tag", passage.pk, tag=pk)
    assert [str(tag) for tag in passage.tags.all()] == ["figures/number"]
    merge_tag(number, into=figures, by=make.user(UserRole.CURATOR, "curator"))
    act("highlight_tag", passage.pk, tag=pk)
    assert [str(tag) for tag in passage.tags.all()] == ["figures"]
    act("highlight_untag", passage.pk, pk)
    assert not passage.tags.exists()
    assert act("highlight_tag", passage.pk, tag=pk + 100).status_code == 404


@pytest.mark.parametrize("path", ["", "  /  ", "a|b", "a/b/c/d/e"])
def test_a_tag_that_cannot_be_is_refused_with_a_sentence(
    act: HtmxClient, passage: Highlight, path: str
) -> None:
    assert act("highlight_tag", passage.pk, path=path).status_code == 422
    assert not passage.tags.exists()


def test_new_edges_keep_the_old_place_in_the_history(act: HtmxClient, passage: Highlight) -> None:
    response = act("highlight_edges", passage.pk, start=0, end=20, quote="Lavrov left the room", version=1)
    assert fresh(passage).anchor.quote == "Lavrov left the room"
    assert [anchor.quote for anchor in passage.anchors.all()] == ["left the room", "Lavrov left the room"]
    assert response["Highlight-Id"] == str(passage.pk)


def test_edges_chosen_on_an_older_version_are_refused_with_a_sentence(
    act: HtmxClient, passage: Highlight
) -> None:
    act("highlight_describe", passage.pk, note="first", version=1)
    response = act("highlight_edges", passage.pk, start=0, end=6, quote="Lavrov", version=1)
    assert response.status_code == 409
    assert b"Someone else changed this highlight meanwhile" in response.content
    assert fresh(passage).anchor.quote == "left the room"


def test_the_card_gives_the_version_that_new_edges_are_sent_with(act: HtmxClient, passage: Highlight) -> None:
    page = act("highlight_describe", passage.pk, note="first", version=1).content.decode()
    assert 'data-version="2"' in page


def test_moving_to_another_paragraph_repaints_both(act: HtmxClient, passage: Highlight) -> None:
    start = TEXT.index("grain")
    page = act(
        "highlight_edges", passage.pk, start=start, end=start + 5, quote="grain", version=1
    ).content.decode()
    assert page.count("hx-swap-oob") == 3  # two blocks and the strip


def test_a_withdrawn_highlight_leaves_the_text_and_can_be_restored(
    act: HtmxClient, passage: Highlight
) -> None:
    page = act("highlight_withdraw", passage.pk).content.decode()
    assert fresh(passage).withdrawn_at is not None
    assert "data-opens" not in page
    assert "Restore" in page
    act("highlight_restore", passage.pk)
    assert fresh(passage).withdrawn_at is None


def test_a_highlight_that_is_evidence_cannot_be_withdrawn(
    act: HtmxClient, editor: User, passage: Highlight
) -> None:
    act(
        "highlight_attach", passage.pk, statement="He left.", relation="corroborates", story=story_of(passage)
    )
    response = act("highlight_withdraw", passage.pk)
    assert response.status_code == 409
    assert b"evidence for 1 claim" in response.content
    assert fresh(passage).withdrawn_at is None


def test_a_passage_becomes_evidence_for_a_claim_stated_in_the_same_step(
    act: HtmxClient, passage: Highlight
) -> None:
    act(
        "highlight_attach",
        passage.pk,
        statement="He left  early.",
        relation="contradicts",
        story=story_of(passage),
    )
    evidence = Evidence.objects.get()
    assert (evidence.claim.statement, evidence.relation, evidence.highlight) == (
        "He left early.",
        "contradicts",
        passage,
    )


def test_neither_claim_nor_statement_is_refused_and_no_claim_is_left_behind(
    act: HtmxClient, passage: Highlight
) -> None:
    assert act("highlight_attach", passage.pk, relation="corroborates").status_code == 422
    assert not Claim.objects.exists()


def test_a_second_time_for_the_same_claim_is_refused(
    act: HtmxClient, editor: User, passage: Highlight
) -> None:
    claim = make.claim(passage.article.stories.get(), by=editor)
    act("highlight_attach", passage.pk, claim=claim.pk, relation="corroborates")
    assert act("highlight_attach", passage.pk, claim=claim.pk, relation="contradicts").status_code == 409
    assert Evidence.objects.get().relation == "corroborates"


def test_comments_are_added_and_withdrawn(act: HtmxClient, passage: Highlight) -> None:
    assert b"Are we sure?" in act("highlight_comment", passage.pk, body="Are we sure?").content
    page = act("highlight_comment_withdraw", passage.pk, Comment.objects.get().pk).content
    assert b"<p>Are we sure?</p>" not in page
    assert Comment.objects.get().withdrawn_at is not None


def test_the_permalink_shows_the_passage_lit_in_its_revision(signed_in: Client, passage: Highlight) -> None:
    page = signed_in.get(reverse("permalink", args=[passage.pk])).content.decode()
    assert 'data-state="lit"' in page
    assert f'id="h-{passage.pk}"' in page
    assert reverse("desk", args=[passage.article.stories.get().slug]) in page


def test_the_permalink_of_a_withdrawn_highlight_says_so(
    signed_in: Client, editor: User, passage: Highlight
) -> None:
    withdraw_highlight(passage, by=editor)
    assert b"Withdrawn by editor" in signed_in.get(reverse("permalink", args=[passage.pk])).content


def test_without_htmx_a_card_is_the_permalink_page(signed_in: Client, passage: Highlight) -> None:
    response = signed_in.get(reverse("highlight", args=[passage.pk]))
    assert response["Location"] == reverse("permalink", args=[passage.pk])


def test_without_htmx_an_act_leads_back_to_the_desk(signed_in: Client, passage: Highlight) -> None:
    response = signed_in.post(reverse("highlight_comment", args=[passage.pk]), {"body": "Yes"})
    assert response.status_code == 302
    assert f"h={passage.pk}" in response["Location"]


def test_the_card_offers_a_reader_nothing_to_change(client: Client, passage: Highlight) -> None:
    client.force_login(make.user(UserRole.READER))
    page = client.get(
        reverse("highlight", args=[passage.pk]), headers={"HX-Request": "true"}
    ).content.decode()
    assert "left the room" in page
    assert "<form" not in page


def story_of(passage: Highlight) -> str:
    return passage.article.stories.get().slug
