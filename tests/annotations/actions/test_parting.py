"""Test that two articles merged by mistake are parted, with every highlight where it belongs."""

import pytest

from annotations.actions.origins import decide_origin
from annotations.actions.parting import CHANGED_MEANWHILE, part_article, rehearse_parting
from annotations.actions.passages.highlights import move_edges, withdraw_highlight
from annotations.actions.passages.reviewing import confirm_anchor
from annotations.models import Anchor, Comment, Highlight, Provenance
from annotations.queries.verifying import findings
from newsroom.actions.imports.import_requests import read_request
from newsroom.actions.imports.importing import import_request
from newsroom.errors import Conflict, Forbidden
from newsroom.models import Activity, Article, Revision, User, Verb
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db
HARBOUR = "The harbour was closed on Monday after a ship struck the quay. Nobody was hurt in the collision."
BUDGET = "The council passed its budget late at night. Taxes on houses rise by two percent next spring."
LATER = f"{BUDGET} The mayor voted against it."


@pytest.fixture
def curator() -> User:
    return make.user(UserRole.CURATOR)


@pytest.fixture
def merged() -> Article:
    """Return an article whose second revision is the text of another article."""
    return make.revision(make.article(HARBOUR, title="Harbour", story=make.story()), BUDGET)


def part(article: Article, numbers: list[int], curator: User, title: str = "") -> Article:
    shown = rehearse_parting(article, numbers, title, by=curator).fingerprint
    new = part_article(article, numbers, title, shown=shown, by=curator)
    article.refresh_from_db()
    assert list(findings()) == []
    return new


def places(highlight: Highlight) -> tuple[int, str, str]:
    highlight.refresh_from_db()
    return highlight.article_id, highlight.anchor.quote, highlight.anchor.state


def test_a_highlight_stays_or_goes_with_the_text_in_which_it_was_drawn(curator: User):
    article = make.article(HARBOUR)
    stays = make.highlight(article, "closed on Monday")
    goes = make.highlight(make.revision(article, BUDGET), "rise by two percent")
    assert places(stays)[2] == "lost"

    new = part(article, [2], curator)
    assert places(stays) == (article.pk, "closed on Monday", "same")
    assert places(goes) == (new.pk, "rise by two percent", "drawn")


def test_the_first_revision_goes_and_the_newest_stays(curator: User):
    article = make.article(HARBOUR)
    goes = make.highlight(article, "closed on Monday")
    budget = read_request(BUDGET.encode(), details=SourceDetails(title="Budget"))
    newest = import_request(budget, by=curator, article=article).revision
    article.refresh_from_db()
    stays = make.highlight(article, "rise by two percent")
    new = part(article, [1], curator)
    assert article.current == newest
    assert places(stays) == (article.pk, "rise by two percent", "drawn")
    assert places(goes) == (new.pk, "closed on Monday", "drawn")


def test_a_passage_that_a_person_confirmed_goes_with_the_revision_of_the_confirmation(curator: User):
    article = make.article(BUDGET)
    passage = make.highlight(article, "Taxes on houses rise by two percent next spring.")
    make.revision(article, BUDGET.replace("two percent", "three percent"))
    passage.refresh_from_db()
    confirm_anchor(passage.pk, passage.anchor_id, by=curator)
    new = part(article, [2], curator)
    assert places(passage) == (new.pk, "Taxes on houses rise by three percent next spring.", "confirmed")


def test_several_revisions_go_together_with_the_places_of_a_passage_in_each(curator: User):
    article = make.article(HARBOUR)
    goes = make.highlight(make.revision(article, BUDGET), "rise by two percent")
    make.revision(article, LATER)
    new = part(article, [2, 3], curator)
    assert [revision.text for revision in new.revisions.order_by("number")] == [BUDGET, LATER]
    of_new = Anchor.objects.filter(highlight=goes, revision__article=new).order_by("revision__number")
    assert [anchor.state for anchor in of_new] == ["drawn", "same"]
    assert places(goes) == (new.pk, "rise by two percent", "same")


def test_revisions_of_both_articles_in_turn_are_parted(curator: User):
    article = make.article(HARBOUR)
    stays = make.highlight(article, "closed on Monday")
    goes = make.highlight(make.revision(article, BUDGET), "rise by two percent")
    make.revision(article, HARBOUR + " The ship was a ferry.")
    make.revision(article, LATER)
    new = part(article, [2, 4], curator)
    assert article.current.text.endswith("ferry.")
    assert new.current.text == LATER
    assert places(stays) == (article.pk, "closed on Monday", "same")
    assert places(goes) == (new.pk, "rise by two percent", "same")


def test_what_rests_on_a_highlight_goes_with_it(merged: Article, curator: User):
    claim = make.claim(merged.stories.get())
    passage = make.highlight(merged, "rise by two percent", tags=[make.tag("claims/number")])
    other = make.highlight(make.article("Taxes rise by two percent, a paper says."), "two percent")
    evidence, link, comment = make.evidence(claim, passage), make.link(passage, other), make.comment(passage)
    address = passage.get_absolute_url()

    new = part(merged, [2], curator)
    passage.refresh_from_db()
    assert passage.get_absolute_url() == address
    assert [str(tag) for tag in passage.tags.all()] == ["claims/number"]
    for row in (evidence, link, comment):
        row.refresh_from_db()
    assert (evidence.highlight.article, link.source.article) == (new, new)
    assert list(Comment.objects.filter(highlight__article=new)) == [comment]


def test_a_withdrawn_highlight_goes_with_its_text_too(merged: Article, curator: User):
    passage = make.highlight(merged, "rise by two percent")
    withdraw_highlight(passage, by=curator)
    new = part(merged, [2], curator)
    assert places(passage)[0] == new.pk


def test_a_highlight_can_be_worked_on_in_its_new_article(merged: Article, curator: User):
    passage = make.highlight(merged, "rise by two percent")
    new = part(merged, [2], curator)
    passage.refresh_from_db()
    start = BUDGET.index("two percent")
    move_edges(passage, start, start + 11, "two percent", version=passage.version, by=curator)
    make.revision(new, LATER)
    assert places(passage) == (new.pk, "two percent", "same")


def test_a_newest_text_that_stays_gets_its_own_masthead_too(curator: User):
    signed = SourceDetails(external_id="x-1", title="Harbour closed", byline="Ana Ruiz")
    article = import_request(read_request(HARBOUR.encode(), details=signed), by=curator).revision.article
    stays = make.highlight(make.revision(article, BUDGET), "two percent")
    new = part(article, [1], curator)
    assert (article.current.number, article.current.byline, new.current.byline) == (3, "", "Ana Ruiz")
    assert places(stays) == (article.pk, "two percent", "same")


def test_no_count_rises_both_articles_are_in_the_origin(merged: Article, curator: User):
    origin = make.origin(merged, make.article())
    decide_origin(origin, "confirmed", reason="Same text.", by=curator)
    rejected = make.origin(merged, make.article())
    decide_origin(rejected, "rejected", reason="Not the same.", by=curator)
    new = part(merged, [2], curator)
    assert set(Provenance.objects.filter(article=new).values_list("origin", flat=True)) == {origin.pk}
    assert merged in origin.articles.all()


def test_independence_that_was_stated_of_both_texts_is_withdrawn(curator: User):
    story = make.story()
    merged = make.revision(make.article(HARBOUR, story=story), BUDGET)
    other = make.article("Taxes rise by two percent, a paper says.", story=story)
    statement = make.independence(
        make.claim(story), make.highlight(merged, "two percent"), make.highlight(other, "two percent")
    )
    outcome = rehearse_parting(merged, [2], by=curator)
    assert any("State it again if it holds" in remark for remark in outcome.remarks)
    part(merged, [2], curator)
    statement.refresh_from_db()
    assert statement.withdrawn_by == curator


def test_a_silence_goes_with_the_text_that_was_read(curator: User):
    story = make.story()
    article = make.article(HARBOUR, story=story)
    of_harbour = make.silence(make.claim(story), article)
    make.revision(article, BUDGET)
    of_budget = make.silence(make.claim(story), article)
    new = part(article, [2], curator)
    of_harbour.refresh_from_db()
    of_budget.refresh_from_db()
    assert (of_harbour.article, of_budget.article) == (article, new)


def test_the_rehearsal_says_what_happens_and_changes_nothing(merged: Article, curator: User):
    passage = make.highlight(merged, "rise by two percent")
    make.comment(passage)
    lines = Activity.objects.count()
    outcome = rehearse_parting(merged, [2], "Budget", by=curator)
    assert (outcome.title, outcome.new_title, outcome.numbers) == ("Harbour", "Budget", ((2, 1),))
    assert [(fate.quote, fate.state, fate.uses) for fate in outcome.going] == [
        ("rise by two percent", "Drawn", "1 comment")
    ]
    assert outcome.staying == ()
    assert (Article.objects.count(), Revision.objects.count(), Activity.objects.count()) == (1, 2, lines)
    assert places(passage)[0] == merged.pk


def test_nothing_is_done_if_something_else_would_happen_than_was_shown(merged: Article, curator: User):
    shown = rehearse_parting(merged, [2], by=curator).fingerprint
    make.highlight(merged, "rise by two percent")
    with pytest.raises(Conflict, match=CHANGED_MEANWHILE[:40]):
        part_article(merged, [2], shown=shown, by=curator)
    assert Article.objects.count() == 1


def test_one_line_of_history_says_what_went_where(merged: Article, curator: User):
    passage = make.highlight(merged, "rise by two percent")
    new = part(merged, [2], curator, "Budget")
    line = Activity.objects.get(verb=Verb.PARTED)
    assert line.summary == "parted “Budget” from “Harbour”: revisions 2"
    assert line.changes["highlights"] == [None, [str(passage.pk)]]
    assert line.changes["other article"] == [None, str(new.pk)]


def test_only_a_curator_parts_articles(merged: Article):
    with pytest.raises(Forbidden):
        rehearse_parting(merged, [2], by=make.user(UserRole.EDITOR))
