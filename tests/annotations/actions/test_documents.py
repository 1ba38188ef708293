"""Test that articles and passages that rest on one document count as one source, and that pages say so."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.documents import name_document
from annotations.actions.origins import decide_origin
from annotations.actions.passages.tellers import name_teller
from annotations.logic.vocabulary import OriginKind
from annotations.models import Claim, Highlight, Origin
from annotations.queries.passages.projections import number_of_copies
from annotations.queries.standing import standings
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

NAME = "Budget of the port"


@pytest.fixture
def passages(story: Story, editor: User) -> list[Highlight]:
    texts = {
        "Gazette": "The port will lose forty jobs. It opened in 1902.",
        "Herald": "Forty people are to leave the port by May. Rain fell.",
        "Mirror": "By May the port has forty workers less. Ships wait.",
    }
    return [
        make.highlight(make.article(text, story=story, outlet=outlet, by=editor), text[:20], by=editor)
        for outlet, text in texts.items()
    ]


@pytest.fixture
def claim(story: Story, passages: list[Highlight], editor: User) -> Claim:
    claim = make.claim(story, "The port cuts forty jobs.", by=editor)
    for passage in passages:
        make.evidence(claim, passage, by=editor)
    return claim


def named(article: Article, by: User, name: str = NAME, kind: OriginKind = OriginKind.RELEASE) -> Origin:
    return name_document(article, kind, name, reason="In its second paragraph.", by=by)


def counted(claim: Claim) -> tuple[int, int]:
    sources = standings([claim])[claim.pk].sources
    return sources.at_least, sources.at_most


def test_articles_that_share_a_document_are_one_source(
    claim: Claim, passages: list[Highlight], editor: User
) -> None:
    assert counted(claim) == (3, 3)
    first = named(passages[0].article, editor)
    second = named(passages[1].article, editor, f"  {NAME.upper()} ")
    assert first == second
    assert (first.state, first.kind, first.label) == ("confirmed", "press-release", f"press release “{NAME}”")
    assert counted(claim) == (2, 2)


def test_a_passage_names_the_document_as_its_teller(
    claim: Claim, passages: list[Highlight], editor: User
) -> None:
    named(passages[0].article, editor)
    name_teller(passages[1], NAME, version=1, by=editor)
    assert counted(claim) == (2, 2)


def test_what_a_reporter_names_is_unsure_until_an_editor_confirms_it(
    claim: Claim, passages: list[Highlight], editor: User
) -> None:
    reporter = make.user(UserRole.REPORTER)
    document = named(passages[0].article, reporter)
    named(passages[1].article, reporter)
    assert (document.state, counted(claim)) == ("proposed", (2, 3))
    decide_origin(document, "confirmed", reason="It is attached.", by=editor)
    assert counted(claim) == (2, 2)
    decide_origin(document, "rejected", reason="There were two.", by=editor)
    assert counted(claim) == (3, 3)


def test_a_reporter_does_not_extend_what_an_editor_confirmed(
    claim: Claim, passages: list[Highlight], editor: User
) -> None:
    reporter = make.user(UserRole.REPORTER)
    confirmed = named(passages[0].article, editor)
    proposed = named(passages[1].article, reporter)
    assert (proposed.name, proposed.kind, proposed.state) == (NAME, confirmed.kind, "proposed")
    assert [article.pk for article in confirmed.articles.all()] == [passages[0].article_id]
    assert counted(claim) == (2, 3)
    assert named(passages[2].article, reporter) == proposed
    assert counted(claim) == (1, 3)
    with pytest.raises(Conflict, match="known to rest on"):
        named(passages[0].article, reporter)


def test_articles_of_one_document_are_no_copies(passages: list[Highlight], editor: User) -> None:
    for passage in passages:
        named(passage.article, editor)
    assert number_of_copies(passages[0]) == 0


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (OriginKind.RELEASE, " "),
        (OriginKind.RELEASE, "A | B"),
        (OriginKind.RELEASE, "A; B"),
        (OriginKind.TEXT, NAME),
        (OriginKind.CREDIT, NAME),
    ],
)
def test_a_name_that_parts_names_and_a_text_are_no_document(
    passages: list[Highlight], editor: User, kind: OriginKind, name: str
) -> None:
    with pytest.raises(Invalid):
        named(passages[0].article, editor, name, kind)
    assert not Origin.objects.exists()


def test_a_document_has_one_kind_and_an_article_rests_on_it_once(
    passages: list[Highlight], editor: User
) -> None:
    named(passages[0].article, editor)
    with pytest.raises(Conflict, match="is known to rest on"):
        named(passages[0].article, editor)
    with pytest.raises(Invalid, match="of the kind “Press release”"):
        named(passages[1].article, editor, kind=OriginKind.POST)


def test_a_rejected_document_is_not_joined_again(passages: list[Highlight], editor: User) -> None:
    rejected = named(passages[0].article, editor)
    decide_origin(rejected, "rejected", reason="It is another one.", by=editor)
    assert named(passages[1].article, editor) != rejected


def test_reasons_picture_matrix_dossier_and_export_name_the_document(
    signed_in: Client, story: Story, claim: Claim, passages: list[Highlight], editor: User
) -> None:
    named(passages[0].article, editor)
    name_teller(passages[1], NAME, version=1, by=editor)
    page = markup(signed_in.get(claim.get_absolute_url()))
    told = f"the press release “{NAME}”"
    assert f"Gazette and Herald: told by {told}." in page
    assert f"in Gazette, through {told}" in page
    assert f"in Herald, through {told}" in page
    assert f"Told by: <bdi>{NAME}</bdi>" in page
    assert f"Origin: press release “{NAME}”" in page
    assert f"press release “{NAME}”" in markup(signed_in.get(reverse("matrix", args=[story.slug])))
    exported = signed_in.get(reverse("export", args=["origins", "csv"])).getvalue().decode()
    rows = list(csv.DictReader(io.StringIO(exported)))
    assert [(row["origin"], row["kind"]) for row in rows] == [(NAME, "press-release")]


def test_the_form_names_a_document_and_offers_those_of_the_story(
    signed_in: Client, passages: list[Highlight], editor: User
) -> None:
    named(passages[0].article, editor)
    other = passages[1].article
    page = markup(signed_in.get(reverse("document_form", args=[other.pk])))
    assert f'<option value="{NAME}">' in page
    sent = {"kind": "press-release", "name": NAME, "reason": "Its last line."}
    answer = signed_in.post(reverse("document_name", args=[other.pk]), sent)
    assert answer.url == Origin.objects.get().get_absolute_url()
    assert signed_in.post(reverse("document_name", args=[other.pk]), sent).status_code == 409
    assert (
        signed_in.post(reverse("document_name", args=[other.pk]), {**sent, "kind": "text"}).status_code == 422
    )
    assert signed_in.post(reverse("document_name", args=[other.pk]), {**sent, "name": ""}).status_code == 422


def test_the_desk_offers_documents_as_tellers(
    signed_in: Client, story: Story, passages: list[Highlight], editor: User
) -> None:
    named(passages[0].article, editor)
    page = markup(signed_in.get(reverse("desk", args=[story.slug])))
    assert f'<datalist id="tellers"> <option value="{NAME}">' in page


def test_a_passage_that_quotes_a_document_gets_its_kind_as_a_guess(story: Story, editor: User) -> None:
    claim = make.claim(story, by=editor)
    for outlet, text in (
        ("Gazette", "Forty jobs go, the port said in a press release."),
        ("Herald", "The port cuts forty jobs, it announced in a press release on Monday."),
    ):
        article = make.article(text, story=story, outlet=outlet, by=editor)
        passage = make.highlight(article, text.partition(",")[0], by=editor)
        assert (passage.teller, passage.teller_guessed) == ("press release", True)
        make.evidence(claim, passage, by=editor)
    assert counted(claim) == (1, 2)


def test_a_statement_is_told_apart_by_who_gave_it(story: Story, editor: User) -> None:
    text = "The port loses forty jobs, Ana Berg said in a statement."
    article = make.article(text, story=story, outlet="Gazette", by=editor)
    assert make.highlight(article, "The port loses", by=editor).teller == "statement of berg"
