"""Test what is read for the pages of origins."""

import pytest

from annotations.logic.vocabulary import OriginState
from annotations.models import Origin
from annotations.queries.origins import (
    chosen_pair,
    compared_pairs,
    crediting_texts,
    members,
    number_by_state,
    remarks_on,
    side_by_side,
)
from newsroom.actions.imports.importing import import_article
from newsroom.models import Article
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.annotations.logic.sources.test_copies import OWN, WIRE

pytestmark = pytest.mark.django_db


def copies(number: int) -> list[Article]:
    return [make.article("\n\n".join(WIRE), title=f"Copy {n}", outlet=f"Outlet {n}") for n in range(number)]


def test_an_article_is_remarked_on_with_one_that_shares_its_origin_and_how_many_more():
    first, second, third = copies(3)
    assert [remark.sentence for remark in remarks_on([third.pk])] == [
        "It shares wording with “Copy 0” (Outlet 0) and 1 more."
    ]
    assert {remark.article for remark in remarks_on([first.pk, second.pk])} == {first.pk, second.pk}


def test_a_rejected_origin_is_not_remarked_on():
    article, _ = copies(2)
    Origin.objects.update(state=OriginState.REJECTED, decided_by=make.user(), decided_at="2022-07-09T12:00Z")
    assert remarks_on([article.pk]) == []


def test_a_credited_source_and_a_shared_document_are_remarked_on_in_their_own_words():
    article = make.article("It fell. (dpa)", title="Copy 0", outlet="Outlet 0")
    other = make.article("It fell, the port says.", title="Copy 1", outlet="Outlet 1")
    Origin.objects.create(name="Budget", kind="press-release").articles.set([article, other])
    assert [remark.sentence for remark in remarks_on([article.pk])] == [
        "It credits dpa.",
        "It draws on “Budget”, as does “Copy 1” (Outlet 1).",
    ]


def test_the_words_that_credit_the_source_are_lit_and_lines_beside_the_text_are_named():
    text = make.article("It fell, Kyodo reported on Monday.\n\nNobody was hurt.", outlet="Gazette")
    details = SourceDetails(external_id="line", credit="Kyodo")
    line = import_article(b"It fell.", details=details, by=make.user()).revision.article
    lit, beside = crediting_texts(Origin.objects.filter(name="Kyodo")[0], [text, line])
    ((span, name),) = lit.stretches
    assert "Kyodo reported on Monday" in text.current.text[span.start : span.end]
    assert (name, lit.lines, beside.stretches, beside.lines) == ("credit-0-1", (), [], ("Kyodo",))


def test_quotations_are_lit_where_the_verdict_rests_on_them():
    quotes = [
        "“We asked for a pilot at four in the morning, but nobody came until the tide was out,” he said.",
        "“The fog was so thick that I could not see the bow of my own ship from the bridge,” he said.",
        "“Nobody on board was ever in danger, and the pumps are still running as they should,” he said.",
    ]
    (pair,) = compared_pairs([make.article("\n\n".join([*text, *quotes])) for text in (WIRE, OWN)])
    assert pair.comparison.quoted
    for text in side_by_side(pair):
        whole = text.article.current.text
        lit = " ".join(whole[span.start : span.end] for span, _ in text.stretches)
        assert "We asked for a pilot at four" in lit
        assert "he said" not in lit


def test_the_other_origins_of_a_member_are_named_unless_they_were_rejected():
    article, _ = copies(2)
    origin = Origin.objects.get()
    kept, rejected = (Origin.objects.create(name=name) for name in ("Kept", "Rejected"))
    for other in (kept, rejected):
        other.articles.set([article])
    Origin.objects.filter(pk=rejected.pk).update(
        state=OriginState.REJECTED, decided_by=make.user(), decided_at="2022-07-09T12:00Z"
    )
    assert [member.others for member in members(origin)] == [[kept], []]


def test_states_without_an_origin_are_counted_too():
    copies(2)
    assert number_by_state() == {"proposed": 1, "confirmed": 0, "rejected": 0}


def test_no_more_than_twelve_articles_are_compared_with_each_other():
    articles = [make.article(text) for text in OWN[:1] * 13]
    assert len(compared_pairs(articles[:12])) == 66
    assert len(compared_pairs(articles)) == 66


def test_the_pair_in_the_address_is_chosen_in_either_order_else_the_likest():
    wire, copy, other = (make.article("\n\n".join(text)) for text in (WIRE, WIRE, OWN))
    pairs = compared_pairs([other, wire, copy])
    assert chosen_pair(pairs, str(other.pk), str(copy.pk)) == chosen_pair(pairs, str(copy.pk), str(other.pk))
    likest = chosen_pair(pairs, "", "no number")
    assert likest is not None
    assert {likest.left, likest.right} == {wire, copy}
    assert chosen_pair([], "1", "2") is None


def test_the_shared_stretches_of_both_texts_have_ids_of_their_own():
    pair = compared_pairs([make.article("\n\n".join(text)) for text in (WIRE, [*OWN[:2], *WIRE[:2]])])[0]
    left, right = side_by_side(pair)
    names = [name for _, name in left.stretches + right.stretches]
    assert names == ["left-1", "left-2", "right-1", "right-2"]
    assert [span for span, _ in left.stretches] == list(pair.comparison.left.spans)
