"""Test that an editor decides on an origin with a reason, and that later imports keep the decision."""

import pytest

from annotations.actions.origins import decide_origin, propose_origin, rename_origin, split_origin
from annotations.models import Origin
from newsroom.actions.imports.importing import import_article
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, Article, User
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.annotations.logic.sources.test_copies import WIRE

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def articles(editor: User) -> list[Article]:
    return [make.article("\n\n".join([*WIRE[n:], *WIRE[:n]]), by=editor) for n in range(4)]


@pytest.fixture
def origin(articles: list[Article]) -> Origin:
    return Origin.objects.get()


def members_of(origin: Origin) -> list[int]:
    return list(origin.articles.order_by("pk").values_list("pk", flat=True))


def test_confirming_and_rejecting_keep_who_when_and_why(origin: Origin, editor: User) -> None:
    for state in ("confirmed", "rejected"):
        decide_origin(origin, state, reason=f"It was {state}.", by=editor)
        origin.refresh_from_db()
        assert (origin.state, origin.reason, origin.decided_by) == (state, f"It was {state}.", editor)
        assert Activity.objects.filter(verb=state, object_id=str(origin.pk)).count() == 1


def test_the_same_decision_by_somebody_faster_is_not_overwritten(origin: Origin, editor: User) -> None:
    decide_origin(origin, "rejected", reason="Only a quotation.", by=editor)
    with pytest.raises(Conflict, match="Only a quotation"):
        decide_origin(Origin.objects.get(), "rejected", reason="So.", by=make.user())
    assert Origin.objects.get().decided_by == editor


def test_a_decision_needs_a_reason_and_an_editor(origin: Origin, editor: User) -> None:
    with pytest.raises(Invalid):
        decide_origin(origin, "confirmed", reason=" ", by=editor)
    for act in (
        lambda by: decide_origin(origin, "confirmed", reason="So.", by=by),
        lambda by: rename_origin(origin, "AFP", by=by),
        lambda by: split_origin(origin, [], name="", reason="So.", by=by),
    ):
        with pytest.raises(Forbidden):
            act(make.user(UserRole.REPORTER))


def test_a_new_name_is_kept_with_the_old_one(origin: Origin, editor: User) -> None:
    before = origin.name
    rename_origin(origin, "AFP", by=editor)
    assert Activity.objects.get(verb="renamed").changes == {"name": [before, "AFP"]}


def test_a_name_holds_nothing_that_parts_names_in_tables(editor: User) -> None:
    origin = propose_origin("Text of North | South", [make.article(by=editor)], by=editor)
    assert origin.name == "Text of North / South"
    with pytest.raises(Invalid, match="without"):
        rename_origin(origin, "AP|Reuters", by=editor)


def test_what_is_split_off_is_an_origin_of_its_own(
    origin: Origin, articles: list[Article], editor: User
) -> None:
    new = split_origin(origin, articles[2:], name="Reuters", reason="Two wires.", by=editor)
    assert members_of(origin) == [article.pk for article in articles[:2]]
    assert (new.name, new.state, members_of(new)) == (
        "Reuters",
        "proposed",
        [article.pk for article in articles[2:]],
    )


def test_one_article_split_off_is_on_its_own_again(
    origin: Origin, articles: list[Article], editor: User
) -> None:
    assert split_origin(origin, articles[3:], name="", reason="Their own man was there.", by=editor) is None
    standing = articles[3].origins.exclude(state="rejected")
    assert list(standing) == []


def test_what_is_split_off_a_confirmed_origin_is_confirmed(
    origin: Origin, articles: list[Article], editor: User
) -> None:
    decide_origin(origin, "confirmed", reason="One wire.", by=editor)
    assert split_origin(origin, articles[2:], name="", reason="Two wires.", by=editor).state == "confirmed"


def test_a_split_is_remembered_by_later_imports(
    origin: Origin, articles: list[Article], editor: User
) -> None:
    split_origin(origin, articles[3:], name="", reason="Their own man was there.", by=editor)
    details = SourceDetails(external_id=articles[3].external_id, title=articles[3].title)
    import_article("\n\n".join([*WIRE, "More."]).encode(), details=details, by=editor)
    assert list(articles[3].origins.exclude(state="rejected")) == []


@pytest.mark.parametrize("number", [0, 4])
def test_a_split_takes_some_and_leaves_some(
    origin: Origin, articles: list[Article], editor: User, number: int
) -> None:
    with pytest.raises(Invalid):
        split_origin(origin, articles[:number], name="", reason="So.", by=editor)
    assert len(members_of(origin)) == 4


def test_an_article_may_draw_on_several_origins(articles: list[Article], editor: User) -> None:
    propose_origin("Reuters", articles[:1], by=editor)
    assert articles[0].origins.count() == 2
