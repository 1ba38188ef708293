"""Test links between passages and changes of evidence, as the desk and the claim page send them."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.models import Highlight, Link
from newsroom.models import Story, User
from tests import make
from tests.annotations.conftest import HtmxClient
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def ends(story: Story, editor: User) -> tuple[Highlight, Highlight]:
    one = make.article("You know, it was not us who abandoned all contacts.", story=story, by=editor)
    two = make.article("It was not us who abandoned contact, he said.", story=story, by=editor)
    return (
        make.highlight(one, "it was not us who abandoned all contacts", by=editor),
        make.highlight(two, "It was not us who abandoned contact", by=editor),
    )


def test_both_ends_are_shown_with_the_drift_before_anything_is_saved(
    signed_in: Client, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    sent = {"source": ends[0].pk, "target": ends[1].pk, "story": story.slug}
    page = markup(signed_in.get(reverse("link_new"), sent, headers={"HX-Request": "true"}))
    assert "<blockquote" in page
    assert '<del title="in the chosen passage">all contacts</del>' in page
    assert '<ins title="in the linked passage">contact</ins>' in page
    assert not Link.objects.exists()


def test_without_the_other_end_the_passages_of_other_articles_are_offered(
    signed_in: Client, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    sent = {"source": ends[0].pk, "story": story.slug}
    response = signed_in.get(reverse("link_new"), sent)
    assert [end.pk for end in response.context["ends"]] == [ends[1].pk]


@pytest.mark.parametrize("source", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_link_from_nowhere_is_not_found(signed_in: Client, source: str) -> None:
    assert signed_in.get(reverse("link_new"), {"source": source}).status_code == 404


def test_a_link_is_made_and_shown_on_the_card(act: HtmxClient, ends: tuple[Highlight, Highlight]) -> None:
    response = act("link_make", source=ends[0].pk, target=ends[1].pk, relation="contradicts", aspect="quote")
    link = Link.objects.get()
    assert (link.source, link.target, link.relation, link.aspect) == (*ends, "contradicts", "quote")
    assert "link:made" in response["HX-Trigger-After-Settle"]
    assert b"in quote" in response.content


def test_the_links_of_a_card_say_which_words_changed_and_which_verb_of_speech(
    signed_in: Client, act: HtmxClient, story: Story, editor: User
) -> None:
    passage, *others = (
        make.highlight(make.article(text, story=story, by=editor), quote, by=editor)
        for text, quote in [
            ("“It was not us who abandoned contact,” Lavrov said.", "It was not us who abandoned contact"),
            (
                "“It was not us who abandoned all contacts,” Lavrov claimed.",
                "It was not us who abandoned all contacts",
            ),
            ("“It was not us who abandoned contact,” he said.", "It was not us who abandoned contact"),
            ("It was not us who abandoned contact.", "It was not us who abandoned contact"),
        ]
    )
    for other in others:
        act("link_make", source=passage.pk, target=other.pk, relation="repeats")
    claimed, *rest = links_shown(signed_in, passage)
    assert (
        '<del title="in the chosen passage">contact</del><ins title="in the linked passage">all '
        "contacts</ins>" in claimed
    )
    assert 'chosen passage">said</del><ins title="beside the linked passage">claimed</ins>' in claimed
    assert len(rest) == 2
    assert "another verb" not in "".join(rest)
    assert (
        'chosen passage">claimed</del><ins title="beside the linked passage">said</ins>'
        in links_shown(signed_in, others[0])[0]
    )


def links_shown(client: Client, highlight: Highlight) -> list[str]:
    """Return the text of each link on the card of `highlight`."""
    card = markup(client.get(reverse("highlight", args=[highlight.pk]), headers={"HX-Request": "true"}))
    return card.split('<li id="link-')[1:]


def test_another_verb_of_speech_is_shown_before_two_passages_are_linked(
    signed_in: Client, story: Story, editor: User
) -> None:
    said, claimed = (
        make.highlight(
            make.article(f"“It was not us,” Lavrov {verb}.", story=story, by=editor),
            "It was not us",
            by=editor,
        )
        for verb in ("said", "claimed")
    )
    sent = {"source": said.pk, "target": claimed.pk, "story": story.slug}
    page = markup(signed_in.get(reverse("link_new"), sent, headers={"HX-Request": "true"}))
    assert '>said</del><ins title="beside the linked passage">claimed</ins>' in page


def test_a_contradiction_must_say_in_what(act: HtmxClient, ends: tuple[Highlight, Highlight]) -> None:
    response = act("link_make", source=ends[0].pk, target=ends[1].pk, relation="contradicts")
    assert response.status_code == 422
    assert b"choose an aspect" in response.content
    assert not Link.objects.exists()


def test_an_aspect_left_over_from_another_choice_is_dropped(
    act: HtmxClient, ends: tuple[Highlight, Highlight]
) -> None:
    act("link_make", source=ends[0].pk, target=ends[1].pk, relation="repeats", aspect="time")
    assert Link.objects.get().aspect == ""


def test_a_pair_is_linked_once_whichever_way_round(
    act: HtmxClient, ends: tuple[Highlight, Highlight]
) -> None:
    act("link_make", source=ends[0].pk, target=ends[1].pk, relation="repeats")
    response = act("link_make", source=ends[1].pk, target=ends[0].pk, relation="corroborates")
    assert response.status_code == 409
    assert Link.objects.get().relation == "repeats"


def test_a_link_within_one_article_is_refused(
    act: HtmxClient, editor: User, ends: tuple[Highlight, Highlight]
) -> None:
    near = make.highlight(ends[0].article, "You know", by=editor)
    response = act("link_make", source=ends[0].pk, target=near.pk, relation="repeats")
    assert response.status_code == 422
    assert b"two different articles" in response.content


def test_a_link_can_be_changed_and_removed_and_made_again(
    act: HtmxClient, editor: User, ends: tuple[Highlight, Highlight]
) -> None:
    link = link_passages(*ends, LinkJudgement("repeats"), by=editor)
    seen = {"seen_relation": "repeats", "seen_aspect": "", "seen_note": ""}
    act("link_change", link.pk, relation="contradicts", aspect="number", note="how many contacts", **seen)
    link.refresh_from_db()
    assert (link.relation, link.aspect, link.note) == ("contradicts", "number", "how many contacts")
    act("link_withdraw", link.pk)
    assert Link.objects.get().withdrawn_at is not None
    act("link_make", source=ends[0].pk, target=ends[1].pk, relation="corroborates")
    assert Link.objects.filter(withdrawn_at=None).count() == 1


def test_the_card_stays_at_the_end_from_which_the_link_was_changed(
    act: HtmxClient, editor: User, ends: tuple[Highlight, Highlight]
) -> None:
    link = link_passages(*ends, LinkJudgement("repeats"), by=editor)
    page = act("link_withdraw", link.pk, **{"from": ends[1].pk}).content.decode()
    assert f'id="highlight-{ends[1].pk}"' in page


def test_the_list_beside_the_threads_holds_links_between_the_open_articles_only(
    signed_in: Client, editor: User, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    link_passages(*ends, LinkJudgement("repeats"), by=editor)
    address = reverse("links_list", args=[story.slug])
    both = f"{ends[0].article_id},{ends[1].article_id}"
    assert len(signed_in.get(address, {"read": both}).context["links"]) == 1
    assert signed_in.get(address, {"read": str(ends[0].article_id)}).context["links"] == []


def test_evidence_is_changed_and_removed_from_the_claim_page(
    signed_in: Client, editor: User, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    claim = make.claim(story, by=editor)
    evidence = add_evidence(claim, ends[0], "corroborates", by=editor)
    back = claim.get_absolute_url()
    seen = {"seen_relation": "corroborates", "seen_note": ""}
    sent = {"relation": "repeats", "note": "same wire", "next": back, **seen}
    assert signed_in.post(reverse("evidence_change", args=[evidence.pk]), sent)["Location"] == back
    evidence.refresh_from_db()
    assert (evidence.relation, evidence.note) == ("repeats", "same wire")
    signed_in.post(reverse("evidence_withdraw", args=[evidence.pk]), {"next": back})
    evidence.refresh_from_db()
    assert evidence.withdrawn_by == editor


def test_next_never_leads_off_the_site(
    signed_in: Client, editor: User, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    evidence = add_evidence(make.claim(story, by=editor), ends[0], "corroborates", by=editor)
    sent = {"next": "https://elsewhere.example/"}
    response = signed_in.post(reverse("evidence_withdraw", args=[evidence.pk]), sent)
    assert response["Location"].startswith("/")


def test_who_judges_evidence_second_is_told_both_judgements(
    signed_in: Client, editor: User, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    evidence = add_evidence(make.claim(story, by=editor), ends[0], "corroborates", by=editor)
    seen = {"seen_relation": "corroborates", "seen_note": ""}
    address = reverse("evidence_change", args=[evidence.pk])
    signed_in.post(address, {"relation": "repeats", "note": "same wire", **seen})
    second = signed_in.post(address, {"relation": "updates", "note": "a day later", **seen})
    page = second.content.decode()
    assert (second.status_code, "same wire" in page, "a day later" in page) == (409, True, True)
    evidence.refresh_from_db()
    assert (evidence.relation, evidence.note) == ("repeats", "same wire")


@pytest.mark.parametrize("seen", [{}, {"seen_relation": "corroborates"}])
def test_a_judgement_that_does_not_say_what_was_seen_is_refused(
    signed_in: Client, editor: User, story: Story, ends: tuple[Highlight, Highlight], seen: dict[str, str]
) -> None:
    evidence = add_evidence(make.claim(story, by=editor), ends[0], "corroborates", by=editor)
    sent = {"relation": "repeats", "note": "", **seen}
    assert signed_in.post(reverse("evidence_change", args=[evidence.pk]), sent).status_code == 422
    evidence.refresh_from_db()
    assert evidence.relation == "corroborates"


def test_on_the_claims_page_what_was_typed_comes_back_in_its_form(
    signed_in: Client, editor: User, story: Story, ends: tuple[Highlight, Highlight]
) -> None:
    claim = make.claim(story, by=editor)
    evidence = add_evidence(claim, ends[0], "corroborates", by=editor)
    seen = {"seen_relation": "corroborates", "seen_note": "", "next": claim.get_absolute_url()}
    address = reverse("evidence_change", args=[evidence.pk])
    signed_in.post(address, {"relation": "repeats", "note": "same wire", **seen})
    second = signed_in.post(address, {"relation": "updates", "note": "a day later", **seen})
    page = second.content.decode()
    form = page[page.index(f'action="{address}"') :]
    form = form[: form.index("</form>")]
    assert (second.status_code, "Someone judged this again meanwhile" in form) == (409, True)
    assert 'name="note" maxlength="1000" value="a day later"' in form
    # The form now holds the present values as those that the person has seen, so that saving again succeeds.
    assert 'name="seen_note" value="same wire"' in form
    again = {"seen_relation": "repeats", "seen_note": "same wire", "next": claim.get_absolute_url()}
    third = signed_in.post(address, {"relation": "updates", "note": "a day later", **again})
    assert third.status_code == 302
    evidence.refresh_from_db()
    assert (evidence.relation, evidence.note) == ("updates", "a day later")
