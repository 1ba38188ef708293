"""Test the dossier of a claim: passages in their paragraphs, contradictions, and who decided what."""

import pytest
from django.test import Client

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import add_evidence, withdraw_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.judgements.silences import state_silence
from annotations.actions.origins import propose_origin
from annotations.models import Claim, Highlight
from annotations.queries.claims.dossier import Dossier
from newsroom.models import Article, Story, User
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db

POST = (
    "It rained.\n\n“You know, it was not us who abandoned all contacts,” Lavrov told "
    "reporters.\n\nThen he left."
)
TIMES = "“It was not us who abandoned contact,” Lavrov claimed in the evening.\n\nNobody took a photo."


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [
        make.article(text, story=story, outlet=name, by=editor)
        for name, text in (("Post", POST), ("Times", TIMES))
    ]


@pytest.fixture
def passages(articles: list[Article], editor: User) -> list[Highlight]:
    quotes = ("it was not us who abandoned all contacts", "It was not us who abandoned contact")
    return [
        make.highlight(article, quote, by=editor) for article, quote in zip(articles, quotes, strict=True)
    ]


@pytest.fixture
def claim(story: Story, passages: list[Highlight], editor: User) -> Claim:
    claim = make.claim(story, "Lavrov said that others broke off contact.", by=editor)
    for passage in passages:
        add_evidence(claim, passage, "corroborates", by=editor)
    return claim


def dossier(client: Client, claim: Claim) -> Dossier:
    return client.get(claim.get_absolute_url()).context["dossier"]


def test_a_passage_stands_in_its_paragraph_with_its_verb_of_speech(signed_in: Client, claim: Claim) -> None:
    ((_, (quoted, other)),) = dossier(signed_in, claim).groups
    assert (quoted.before, quoted.after) == ("“You know, ", ",” Lavrov told reporters.")
    assert (quoted.verb, other.verb) == ("told", "claimed")


def test_tellings_are_compared_word_by_word_with_the_verb_that_changed(
    signed_in: Client, claim: Claim
) -> None:
    ((first, second),) = dossier(signed_in, claim).tables
    assert [words for words, agreed in first.cells if not agreed] == ["all contacts"]
    assert [words for words, agreed in second.cells if not agreed] == ["contact"]
    assert (first.verb_changed, second.verb_changed) == (False, True)


def test_tellings_in_the_same_words_need_no_table(
    signed_in: Client, story: Story, articles: list[Article], editor: User
) -> None:
    claim = make.claim(story, by=editor)
    for article in articles:
        add_evidence(
            claim, make.highlight(article, "not us who abandoned", by=editor), "corroborates", by=editor
        )
    assert dossier(signed_in, claim).tables == []


def test_contradictions_stand_by_aspect(
    signed_in: Client, claim: Claim, articles: list[Article], passages: list[Highlight], editor: User
) -> None:
    left = make.highlight(articles[0], "Then he left", by=editor)
    link_passages(left, passages[1], LinkJudgement("contradicts", aspect="time"), by=editor)
    link_passages(passages[0], passages[1], LinkJudgement("contradicts", aspect="quote"), by=editor)
    found = dossier(signed_in, claim).contradictions
    assert [(str(aspect), len(links)) for aspect, links in found] == [("quote", 1), ("time", 1)]
    assert b"In time</h3>" in signed_in.get(claim.get_absolute_url()).content


def test_the_texts_quoted_are_named_with_their_hashes(
    signed_in: Client, claim: Claim, articles: list[Article]
) -> None:
    page = signed_in.get(claim.get_absolute_url())
    assert [revision.article for revision in page.context["dossier"].revisions] == articles
    for article in articles:
        assert article.current.sha256.encode() in page.content


def test_who_decided_what_covers_claim_evidence_links_silences_and_origins(
    signed_in: Client,
    claim: Claim,
    articles: list[Article],
    passages: list[Highlight],
    story: Story,
    editor: User,
) -> None:
    propose_origin("AFP", articles, by=editor)
    link_passages(*passages, LinkJudgement("contradicts", aspect="quote"), by=editor)
    state_silence(claim, make.article(story=story, by=editor), by=editor)
    withdraw_evidence(claim.evidence.first(), by=editor)
    claim.refresh_from_db()
    settle_claim(claim, "mixed", "The words differ.", version=claim.version, by=editor)
    shown = dossier(signed_in, claim).history.decisions
    lines = [(decision.line.object_type, decision.line.verb) for decision in shown]
    assert lines == [
        ("claim", "made"),
        ("evidence", "attached"),
        ("evidence", "attached"),
        ("origin", "proposed"),
        ("origin", "attributed"),
        ("origin", "attributed"),
        ("link", "linked"),
        ("silence", "stated"),
        ("evidence", "withdrawn"),
        ("claim", "settled"),
    ]


def test_permalinks_are_printed_in_full(signed_in: Client, claim: Claim, passages: list[Highlight]) -> None:
    assert (
        f"http://testserver{passages[0].get_absolute_url()}"
        in signed_in.get(claim.get_absolute_url()).content.decode()
    )


def test_a_claim_without_passages_has_an_empty_dossier(signed_in: Client, story: Story, editor: User) -> None:
    found = dossier(signed_in, make.claim(story, by=editor))
    assert (found.groups, found.tables, found.contradictions, found.revisions) == ([], [], [], [])


def test_the_to_do_list_tells_what_waits(
    signed_in: Client,
    claim: Claim,
    articles: list[Article],
    passages: list[Highlight],
    story: Story,
    editor: User,
) -> None:
    against = make.claim(story, "He left.", by=editor)
    add_evidence(against, passages[0], "contradicts", by=editor)
    link = link_passages(*passages, LinkJudgement("contradicts", aspect="quote"), by=editor)
    origin = propose_origin("AFP", articles, by=editor)
    page = signed_in.get(story.get_absolute_url())
    to_do = page.context["to_do"]
    assert [counted.claim for counted in to_do.contradicted] == [against]
    assert [counted.claim for counted in to_do.single] == [claim]
    assert (to_do.contradictions, to_do.origins, to_do.unreviewed) == ([link], [origin], 0)
    assert b"In quote</span>" in page.content


def test_what_is_settled_is_off_the_list(
    signed_in: Client, claim: Claim, passages: list[Highlight], story: Story, editor: User
) -> None:
    link_passages(*passages, LinkJudgement("contradicts", aspect="quote"), by=editor)
    settle_claim(claim, "mixed", "The words differ.", version=1, by=editor)
    page = signed_in.get(story.get_absolute_url())
    assert not page.context["to_do"]
    assert b"Nothing waits" in page.content


def test_a_lost_passage_stays_with_its_words(
    signed_in: Client, claim: Claim, articles: list[Article], passages: list[Highlight], editor: User
) -> None:
    make.revision(articles[0], "It rained all day and nobody said a word.", by=editor)
    told = dossier(signed_in, claim)
    ((_, (lost, _)),) = told.groups
    assert (lost.before, lost.anchor.quote, lost.after) == (
        "“You know, ",
        lost.item.highlight.anchor.quote,
        ",” Lavrov told reporters.",
    )
    assert (told.revisions[0].article, told.revisions[0].number) == (articles[0], 1)
    page = markup(signed_in.get(claim.get_absolute_url()))
    assert "abandoned all contacts" in page
    assert "Lost in v2: does not count" in page
    assert "1 passage, 1 outlet, 1 independent source" in page


def test_a_contradiction_is_answered_only_where_both_passages_bear_on_one_settled_claim(
    signed_in: Client, claim: Claim, passages: list[Highlight], story: Story, editor: User
) -> None:
    one, other = passages
    withdraw_evidence(claim.evidence.get(highlight=other), by=editor)
    settle_claim(claim, "true", "So.", version=claim.version, by=editor, seen=make.WEAKNESS_SEEN)
    links = [link_passages(one, other, LinkJudgement("contradicts", aspect="quote"), by=editor)]
    assert signed_in.get(story.get_absolute_url()).context["to_do"].contradictions == links
    add_evidence(claim, other, "contradicts", by=editor)
    assert signed_in.get(story.get_absolute_url()).context["to_do"].contradictions == []
