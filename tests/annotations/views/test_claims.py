"""Test the pages of claims: what a claim rests on, and the decisions about it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.actions.claims import settle_claim
from annotations.actions.comments import comment_on
from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.origins import decide_origin, propose_origin
from annotations.models import Claim
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make
from tests.forbidden_writes import overwrite
from tests.markup import markup

pytestmark = pytest.mark.django_db

BOX = "I have seen this: give the verdict all the same"


@pytest.fixture
def claim(story: Story, editor: User) -> Claim:
    return make.claim(story, "The minister left early.", by=editor)


def test_two_copies_of_one_wire_story_count_once_and_the_page_says_why(
    signed_in: Client, editor: User, story: Story, claim: Claim
) -> None:
    copies = [make.article(story=story, by=editor, outlet=name) for name in ("The Gazette", "The Mirror")]
    own = make.article(story=story, by=editor, outlet="The Herald")
    for article in (*copies, own):
        add_evidence(claim, make.highlight(article, by=editor), "corroborates", by=editor)
    origin = propose_origin("AFP", copies, by=editor)
    page = signed_in.get(claim.get_absolute_url()).content.decode()
    assert "3 passages, 3 outlets, 2 to 3 independent sources" in page
    assert "If AFP and The Herald are wrong, perhaps nothing corroborates it." in page
    assert "count as one" in page
    decide_origin(origin, "rejected", reason="Two reporters were there.", by=editor)
    assert "3 independent sources" in signed_in.get(claim.get_absolute_url()).content.decode()


def test_two_origins_of_one_name_are_one_source(
    signed_in: Client, editor: User, story: Story, claim: Claim
) -> None:
    for outlet, name in (("Gazette", "AFP"), ("Mirror", " afp")):
        article = make.article(story=story, by=editor, outlet=outlet)
        propose_origin(name, [article], by=editor)
        make.evidence(claim, make.highlight(article, by=editor), by=editor)
    page = signed_in.get(claim.get_absolute_url()).content.decode()
    assert "2 passages, 2 outlets, 1 to 2 independent sources" in page
    assert "count as one" in page
    matrix = signed_in.get(reverse("matrix", args=[story.slug]))
    assert len(matrix.context["matrix"].sources) == 1


def test_a_withdrawn_claim_leaves_every_list_and_its_page_stays(
    signed_in: Client, editor: User, story: Story, claim: Claim
) -> None:
    article = make.article(story=story, by=editor)
    make.evidence(claim, make.highlight(article, by=editor), by=editor)
    lists = [
        *(reverse(name, args=[story.slug]) for name in ("story", "matrix", "timeline", "desk_claims")),
        reverse("matrix_file", args=[story.slug, "csv"]),
        reverse("export", args=["claims", "csv"]),
        reverse("export", args=["evidence", "csv"]),
    ]

    def told() -> list[bool]:
        """Return for each list whether it names the claim. The history on the story's page is left out."""
        pages = [
            signed_in.get(address).getvalue().decode().partition(f"{reverse('activity')}?story")[0]
            for address in lists
        ]
        return [claim.statement in page for page in pages]

    assert told() == [True] * len(lists)
    response = signed_in.post(reverse("claim_withdraw", args=[claim.pk]), {"version": 1}, follow=True)
    page = response.content.decode()
    assert "Withdrawn by editor" in page
    assert "Settle this claim" not in page
    assert told() == [False] * len(lists)
    assert "Withdrawn (1)" in signed_in.get(reverse("claims_of_story", args=[story.slug])).content.decode()
    page = signed_in.post(
        reverse("claim_restore", args=[claim.pk]), {"version": 2}, follow=True
    ).content.decode()
    assert "Settle this claim" in page
    assert "1 passage, 1 outlet, 1 independent source" in page


@pytest.mark.parametrize(("verdict", "status"), [("true", 422), ("mostly-true", 422), ("unproven", 302)])
def test_calling_a_claim_true_that_rests_on_one_source_asks_once(
    signed_in: Client, editor: User, story: Story, claim: Claim, verdict: str, status: int
) -> None:
    article = make.article(story=story, outlet="Post", by=editor)
    make.evidence(claim, make.highlight(article, by=editor), by=editor)
    claim.refresh_from_db()
    sent = {"verdict": verdict, "rationale": "It says so.", "version": claim.version}
    address = reverse("claim_settle", args=[claim.pk])
    page = signed_in.post(address, sent)
    assert page.status_code == status
    if status == 422:
        assert "The claim rests on one source: Post. Say that you have seen this" in page.text
        assert signed_in.post(address, {**sent, "all_the_same": "on"}).status_code == 302
    claim.refresh_from_db()
    assert (claim.status, claim.verdict) == ("settled", verdict)


def test_a_verdict_needs_its_reasons_and_keeps_what_was_typed(signed_in: Client, claim: Claim) -> None:
    response = signed_in.post(
        reverse("claim_settle", args=[claim.pk]), {"verdict": "true", "rationale": "  ", "version": 1}
    )
    assert response.status_code == 422
    assert b"Give the reasons" in response.content
    claim.refresh_from_db()
    assert claim.status == "open"


def test_a_second_verdict_by_someone_faster_is_refused_and_the_typed_one_is_kept(
    signed_in: Client, editor: User, claim: Claim
) -> None:
    settle_claim(claim, "false", "Seen on film.", version=1, by=editor)
    response = signed_in.post(
        reverse("claim_settle", args=[claim.pk]),
        {"verdict": "true", "rationale": "I was there.", "version": 1},
    )
    assert response.status_code == 409
    page = response.content.decode()
    assert "I was there." in page
    assert "Seen on film." in page
    assert 'name="version" value="2"' in page
    claim.refresh_from_db()
    assert (claim.verdict, claim.rationale) == ("false", "Seen on film.")


@pytest.mark.parametrize(("typed", "status"), [("The minister went home early.", 409), (" ", 422)])
def test_words_that_cannot_be_taken_come_back_in_their_form(
    signed_in: Client, claim: Claim, typed: str, status: int
) -> None:
    seen = claim.version
    signed_in.post(reverse("claim_reword", args=[claim.pk]), {"statement": "He left early.", "version": seen})
    page = signed_in.post(reverse("claim_reword", args=[claim.pk]), {"statement": typed, "version": seen})
    assert page.status_code == status
    assert markup(f'maxlength="1000" required>{typed}</textarea>') in markup(page)
    claim.refresh_from_db()
    assert claim.statement == "He left early."


def test_an_editor_settles_and_reopens_with_a_reason(signed_in: Client, claim: Claim) -> None:
    signed_in.post(
        reverse("claim_settle", args=[claim.pk]),
        {"verdict": "true", "rationale": "**Two** saw it.", "version": 1},
    )
    page = signed_in.get(claim.get_absolute_url()).content.decode()
    assert "Verdict: True" in page
    assert "<strong>Two</strong> saw it." in page
    sent = {"status": "open", "version": 2}
    assert signed_in.post(reverse("claim_status", args=[claim.pk]), sent).status_code == 422
    signed_in.post(reverse("claim_status", args=[claim.pk]), sent | {"reason": "A third witness"})
    claim.refresh_from_db()
    assert (claim.status, claim.verdict, claim.rationale, claim.settled_by) == ("open", "", "", None)


def test_the_page_of_a_settled_claim_asks_what_becomes_of_the_verdict(
    signed_in: Client, editor: User, claim: Claim
) -> None:
    settle_claim(claim, "true", "Seen on film.", version=1, by=editor)
    address = reverse("claim_reword", args=[claim.pk])
    sent = {"statement": "The minister left late.", "version": 2}
    refused = signed_in.post(address, sent)
    assert refused.status_code == 422
    assert "The minister left late.</textarea>" in refused.text
    assert "What becomes of the verdict?" in refused.text

    signed_in.post(address, sent | {"outcome": "reopen"})
    claim.refresh_from_db()
    assert (claim.statement, claim.status) == ("The minister left late.", "open")
    assert "What becomes of the verdict?" not in signed_in.get(claim.get_absolute_url()).text


def test_only_a_weak_verdict_asks_whether_this_was_seen(
    signed_in: Client, claim: Claim, editor: User
) -> None:
    add_evidence(
        claim,
        make.highlight(make.article(story=claim.story, by=editor), by=editor),
        "corroborates",
        by=editor,
    )
    settle, reword = (reverse(name, args=[claim.pk]) for name in ("claim_settle", "claim_reword"))
    sent = {"verdict": "true", "rationale": "Seen on film.", "version": 1}
    for refused in (
        signed_in.post(settle, sent | {"rationale": ""}),
        signed_in.post(settle, sent | {"version": 9}),
    ):
        assert refused.status_code in (422, 409)
        assert BOX not in refused.text
    assert BOX in signed_in.post(settle, sent).text
    signed_in.post(settle, sent | {"all_the_same": "on"})

    sent = {"statement": "He left late.", "outcome": "restate", "version": 2}
    assert BOX not in signed_in.post(reword, sent | {"version": 9}).text
    assert BOX in signed_in.post(reword, sent).text
    signed_in.post(reword, sent | {"all_the_same": "on"})
    claim.refresh_from_db()
    assert (claim.statement, claim.verdict) == ("He left late.", "true")


def test_what_changed_since_the_verdict_is_on_the_page_and_in_the_lists(
    signed_in: Client, editor: User, story: Story, claim: Claim
) -> None:
    article = make.article(story=story, by=editor, outlet="The Gazette")
    settle_claim(claim, "unproven", "Nobody saw it.", version=1, by=editor)
    page = markup(signed_in.get(claim.get_absolute_url()))
    assert "Given on 0 passages" in page
    assert "Changed since the verdict" not in page

    add_evidence(claim, make.highlight(article, "The minister left", by=editor), "corroborates", by=editor)
    page = markup(signed_in.get(claim.get_absolute_url()))
    assert "Changed since the verdict: 1 passage added; 0 independent sources then, 1 independent" in page
    assert "The Gazette, added" in page
    for name in ("claims_of_story", "matrix", "story", "desk_claims"):
        listed = markup(signed_in.get(reverse(name, args=[story.slug])))
        assert "hanged since the verdict: 1 passage added" in listed


def test_a_verdict_whose_basis_nobody_recorded_says_so(signed_in: Client, editor: User, claim: Claim) -> None:
    decided = {"settled_at": timezone.now(), "settled_by": editor}
    overwrite(claim, status="settled", verdict="true", rationale="Seen on film.", **decided)
    assert "was not recorded" in signed_in.get(claim.get_absolute_url()).text


def test_a_verdict_on_evidence_that_changed_since_the_page_was_made_is_refused_once(
    signed_in: Client, editor: User, story: Story, claim: Claim
) -> None:
    seen = signed_in.get(claim.get_absolute_url()).context["settling"]["seen"].value()
    article = make.article(story=story, by=editor)
    add_evidence(claim, make.highlight(article, by=editor), "contradicts", by=editor)
    sent = {"verdict": "true", "rationale": "Two saw it.", "version": 1, "seen": seen}
    refused = signed_in.post(reverse("claim_settle", args=[claim.pk]), sent)
    assert (refused.status_code, "Two saw it." in refused.text) == (409, True)
    shown = refused.context["settling"]["seen"].value()
    assert signed_in.post(reverse("claim_settle", args=[claim.pk]), sent | {"seen": shown}).status_code == 302


def test_a_reporter_moves_rewords_and_comments_but_gives_no_verdict(client: Client, claim: Claim) -> None:
    client.force_login(make.user(UserRole.REPORTER))
    client.post(reverse("claim_status", args=[claim.pk]), {"status": "checking", "version": 1})
    client.post(reverse("claim_reword", args=[claim.pk]), {"statement": "He left.", "version": 2})
    client.post(reverse("claim_comment", args=[claim.pk]), {"body": "By the side door?"})
    sent = {"verdict": "true", "rationale": "Because.", "version": 3}
    assert client.post(reverse("claim_settle", args=[claim.pk]), sent).status_code == 403
    claim.refresh_from_db()
    assert (claim.status, claim.statement, claim.comments.count()) == ("checking", "He left.", 1)


def test_a_claim_is_stated_from_the_story(signed_in: Client, story: Story) -> None:
    response = signed_in.post(
        reverse("claim_create", args=[story.slug]), {"statement": "The grain left port."}
    )
    assert response["Location"] == Claim.objects.get().get_absolute_url()


def test_the_list_is_filtered_by_its_address(
    signed_in: Client, editor: User, story: Story, claim: Claim
) -> None:
    settled = make.claim(story, by=editor)
    settle_claim(settled, "false", "Not so.", version=1, by=editor)
    address = reverse("claims_of_story", args=[story.slug])
    assert [
        counted.claim.pk for counted in signed_in.get(address, {"status": "settled"}).context["claims"]
    ] == [settled.pk]
    assert [
        counted.claim.pk for counted in signed_in.get(address, {"verdict": "true"}).context["claims"]
    ] == []
    assert signed_in.get(address, {"status": "nonsense"}).status_code == 422


@pytest.mark.parametrize("number", [1, 30])
def test_a_claim_takes_few_queries_however_much_evidence(
    signed_in: Client, editor: User, story: Story, claim: Claim, number: int, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    for _ in range(number):
        article = make.article(story=story, by=editor)
        add_evidence(claim, make.highlight(article, by=editor), "corroborates", by=editor)
        comment_on(claim, "Seen.", by=editor)
    # The limit has room for a few more queries, but not for one each passage.
    with django_assert_max_num_queries(24):
        signed_in.get(claim.get_absolute_url())


def test_the_panel_on_the_desk_lists_claims_with_their_standing(
    signed_in: Client, story: Story, claim: Claim
) -> None:
    page = signed_in.get(reverse("desk_claims", args=[story.slug])).content
    assert b"No corroboration yet" in page
