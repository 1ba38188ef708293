"""Test that a passage can be marked in copies of its text, and that it does not count there."""

import pytest

from annotations.actions.judgements.evidence import add_evidence, change_evidence
from annotations.actions.origins import decide_origin
from annotations.actions.passages.highlights import describe_highlight, withdraw_highlight
from annotations.actions.passages.projecting import project_highlight
from annotations.actions.tags import make_tag
from annotations.logic.counting.chains import Bounds
from annotations.models import Highlight, Origin
from annotations.queries.passages.projections import projection_offers
from annotations.queries.standing import standings
from annotations.queries.verifying import findings
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, Article, User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.logic.sources.test_copies import WIRE

pytestmark = pytest.mark.django_db
PASSAGE = "Nobody was hurt, and the crew of nineteen stayed on board"


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def article(editor: User) -> Article:
    return make.article("\n\n".join(WIRE), by=editor, outlet="Gazette")


@pytest.fixture
def copy(article: Article, editor: User) -> Article:
    edited = [WIRE[3].replace("nineteen", "twenty"), *WIRE[:3]]
    return make.article("\n\n".join(edited), by=editor, outlet="Mirror")


@pytest.fixture
def passage(article: Article, copy: Article, editor: User) -> Highlight:
    return make.highlight(article, PASSAGE, by=editor, tags=[make_tag("claims/number", by=editor)])


def test_it_stands_where_the_copy_has_it_with_its_tags_and_attribution(
    passage: Highlight, copy: Article, editor: User
) -> None:
    describe_highlight(passage, note="", attribution="the harbour master", version=1, by=editor)
    made = project_highlight(passage, copy, by=editor)
    assert made.anchor.quote == PASSAGE.replace("nineteen", "twenty")
    assert (made.projected_from, made.attribution) == (passage, "the harbour master")
    assert [tag.path for tag in made.tags.all()] == ["claims/number"]
    assert Activity.objects.get(verb="projected").object_id == str(made.pk)
    assert list(findings()) == []


def test_it_never_raises_a_count(passage: Highlight, copy: Article, editor: User) -> None:
    claim = make.claim(make.story(by=editor), by=editor)
    add_evidence(claim, passage, "corroborates", by=editor)
    before = standings([claim])[claim.pk].sentence
    projection = project_highlight(passage, copy, by=editor)
    for relation in ("corroborates", "contradicts"):
        with pytest.raises(Invalid, match="cannot count once more"):
            add_evidence(claim, projection, relation, by=editor)
    repeated = add_evidence(claim, projection, "repeats", by=editor)
    with pytest.raises(Invalid, match="cannot count once more"):
        change_evidence(repeated, relation="corroborates", note="", by=editor)
    assert standings([claim])[claim.pk].sources == Bounds(1, 1)
    assert standings([claim])[claim.pk].sentence == before


def test_once_the_texts_are_copies_no_more_the_passage_is_one_of_its_own(
    passage: Highlight, copy: Article, editor: User
) -> None:
    claim, projection = (
        make.claim(make.story(by=editor), by=editor),
        project_highlight(passage, copy, by=editor),
    )
    add_evidence(claim, passage, "corroborates", by=editor)
    decide_origin(Origin.objects.get(), "rejected", reason="Separate.", by=editor)
    projection.refresh_from_db()
    assert projection.projected_from is None
    add_evidence(claim, projection, "corroborates", by=editor)
    assert standings([claim])[claim.pk].sources == Bounds(2, 2)


def test_it_is_offered_in_every_copy_until_it_is_marked_there(
    passage: Highlight, copy: Article, editor: User
) -> None:
    (offer,) = projection_offers(passage)
    assert (offer.article, offer.marked) == (copy, None)
    made = project_highlight(passage, copy, by=editor)
    (offer,) = projection_offers(passage)
    assert offer.marked == made
    with pytest.raises(Conflict):
        project_highlight(passage, copy, by=editor)
    withdraw_highlight(made, by=editor)
    assert project_highlight(passage, copy, by=editor) != made


def test_a_projection_of_a_projection_is_one_of_the_passage_itself(
    passage: Highlight, copy: Article, editor: User
) -> None:
    third = make.article("\n\n".join(reversed(WIRE)), by=editor)
    made = project_highlight(passage, copy, by=editor)
    assert project_highlight(made, third, by=editor).projected_from == passage


def test_a_copy_that_was_cut_does_not_have_it(passage: Highlight, editor: User) -> None:
    cut = make.article("\n\n".join(WIRE[:3]), by=editor)
    assert [offer.selector for offer in projection_offers(passage) if offer.article == cut] == [None]
    with pytest.raises(Invalid, match="does not have the passage"):
        project_highlight(passage, cut, by=editor)


def test_only_copies_are_offered(passage: Highlight, copy: Article, editor: User) -> None:
    with pytest.raises(Invalid, match="no copy"):
        project_highlight(passage, make.article(by=editor), by=editor)
    decide_origin(Origin.objects.get(), "rejected", reason="Separate.", by=editor)
    assert projection_offers(passage) == []


def test_it_takes_a_reporter(passage: Highlight, copy: Article) -> None:
    with pytest.raises(Forbidden):
        project_highlight(passage, copy, by=make.user(UserRole.READER))
