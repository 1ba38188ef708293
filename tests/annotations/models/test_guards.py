"""Test which writes of highlights and links the triggers refuse: their rules concern several tables."""

from uuid import uuid4

import pytest
from django.utils import timezone

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.judgements.links import withdraw_link
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Anchor, BasisPassage, Evidence, Highlight, Link, VerdictBasis
from annotations.models.guards import GUARDS
from newsroom.actions.imports.importing import import_article
from newsroom.models import Article, Revision
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.annotations.models.forbidden_judgements import basis_passage, link
from tests.forbidden_writes import Attacks, again, overwrite, refused_by

attacks = Attacks()
SENTENCES = {guard.name: guard.sentence for guard in GUARDS}
TEXT = "The minister left early. The minister left."


def anchor() -> Anchor:
    return make.highlight(make.article(TEXT), "minister").anchor


def revised(article: Article) -> Revision:
    details = SourceDetails(external_id=article.external_id, title=article.title)
    return import_article(b"At noon the minister left.", details=details, by=make.user()).revision


def parted_from(article: Article) -> Article:
    """Return another article, which has a copy of the current revision of `article`."""
    new = make.article(TEXT)
    again(article.current, article=new, number=2, parted_from=article.current)
    return new


@attacks.on("annotations_anchor_no_update")
def a_passage_moved_in_place():
    overwrite(anchor(), start=0, end=3, quote="The")


@attacks.on("annotations_anchor_no_update")
def a_passage_said_to_be_seen_by_somebody():
    overwrite(anchor(), state="confirmed")


@attacks.on("annotations_anchor_no_delete")
def a_place_forgotten():
    Anchor.objects.filter(pk=anchor().pk)._raw_delete("default")


@attacks.on("annotations_verdictbasis_no_update")
def other_words_under_a_verdict():
    overwrite(basis_passage().basis, statement="The minister stayed.")


@attacks.on("annotations_verdictbasis_no_delete")
def a_verdict_whose_words_are_forgotten():
    row = make.claim(make.story())
    settle_claim(row, "true", "Two agencies say so.", version=1, by=make.user(), seen=make.WEAKNESS_SEEN)
    VerdictBasis.objects.filter(claim=row)._raw_delete("default")


@attacks.on("annotations_basispassage_no_update")
def another_relation_under_a_verdict():
    overwrite(basis_passage(), relation="contradicts")


@attacks.on("annotations_basispassage_no_delete")
def a_passage_of_a_verdict_forgotten():
    BasisPassage.objects.filter(pk=basis_passage().pk)._raw_delete("default")


@attacks.on("annotations_anchor_quotes_text")
def a_quote_of_the_same_length_that_the_text_does_not_have():
    again(anchor(), quote="minstrel")


@attacks.on("annotations_anchor_quotes_text")
def a_quote_one_place_beside_its_own():
    row = anchor()
    again(row, start=row.start + 1, end=row.end + 1)


@attacks.on("annotations_anchor_quotes_text")
def a_quote_in_other_letters():
    again(anchor(), quote="MINISTER")


@attacks.on("annotations_anchor_quotes_text")
def a_passage_beyond_the_end_of_the_text():
    row = anchor()
    again(row, start=len(TEXT) + 5, end=len(TEXT) + 5 + len(row.quote))


@attacks.on("annotations_anchor_quotes_text")
def a_place_of_the_older_revision_in_the_newer_one():
    row = anchor()
    again(row, revision=revised(row.revision.article))


@attacks.on("annotations_anchor_own_article")
def a_passage_in_a_text_of_another_article():
    again(anchor(), revision=make.article(TEXT).current)


@attacks.on("annotations_anchor_own_article")
def a_lost_passage_lost_in_another_article():
    again(anchor(), revision=make.article().current, state="lost", start=None, end=None)


@attacks.on("annotations_anchor_own_highlight")
def a_highlight_whose_first_anchor_is_anothers():
    row = anchor()
    unsaved = Anchor(highlight=row.highlight, **_place(row))
    Highlight.objects.create(article=row.highlight.article, anchor=unsaved, created_by=row.created_by)
    unsaved.save(force_insert=True)


@attacks.on("annotations_highlight_starts_own")
def a_new_highlight_at_anothers_anchor():
    row = anchor()
    moved = again(row)
    again(row.highlight, anchor=moved)


@attacks.on("annotations_highlight_stays_own")
def a_highlight_moved_to_anothers_anchor():
    overwrite(anchor().highlight, anchor=again(anchor()))


@attacks.on("annotations_highlight_stays")
def a_highlight_moved_to_another_article():
    overwrite(anchor().highlight, article=make.article())


@attacks.on("annotations_highlight_stays")
def a_highlight_moved_to_a_parted_article_where_it_does_not_stand():
    passage = anchor().highlight
    overwrite(passage, article=parted_from(passage.article))


@attacks.on("annotations_highlight_stays_apart")
def a_highlight_moved_to_the_article_of_a_linked_one():
    article = make.article(TEXT)
    parted = parted_from(article)
    source, target = (make.highlight(each, "minister") for each in (article, parted))
    make.link(source, target)
    # Its anchor in the other article would be written after it.
    overwrite(source, article=parted, anchor_id=uuid4())


@attacks.on("annotations_link_two_articles")
def a_link_within_one_article():
    article = make.article(TEXT)
    ends = {"source": make.highlight(article, "minister"), "target": make.highlight(article, "early")}
    Link.objects.create(**ends, relation="updates", created_by=make.user())


@attacks.on("annotations_link_stays_apart")
def a_link_bent_back_to_its_own_article():
    row = link()
    overwrite(row, target=make.highlight(row.source.article))


@attacks.on("annotations_link_stays_apart")
def a_link_whose_start_is_moved_to_its_end():
    row = link()
    overwrite(row, source=make.highlight(row.target.article))


def withdrawn() -> Highlight:
    row = anchor().highlight
    withdraw_highlight(row, by=make.user())
    return row


@attacks.on("annotations_evidence_starts_on_standing")
def evidence_on_a_passage_that_was_withdrawn():
    claim = make.claim(make.story())
    Evidence.objects.create(claim=claim, highlight=withdrawn(), relation="context", created_by=make.user())


@attacks.on("annotations_evidence_stays_on_standing")
def evidence_that_comes_back_to_a_passage_that_was_withdrawn():
    row = make.evidence(make.claim(make.story()), anchor().highlight)
    withdraw_evidence(row, by=make.user())
    withdraw_highlight(row.highlight, by=make.user())
    overwrite(row, withdrawn_at=None, withdrawn_by=None)


@attacks.on("annotations_link_starts_on_standing")
def a_link_from_a_passage_that_was_withdrawn():
    again(link(), source=withdrawn())


@attacks.on("annotations_link_starts_on_standing")
def a_link_to_a_passage_that_was_withdrawn():
    again(link(), target=withdrawn())


@attacks.on("annotations_link_stays_on_standing")
def a_link_that_comes_back_to_a_passage_that_was_withdrawn():
    row = link()
    withdraw_link(row, by=make.user())
    withdraw_highlight(row.target, by=make.user())
    overwrite(row, withdrawn_at=None, withdrawn_by=None)


@attacks.on("annotations_highlight_bears_nothing")
def a_passage_withdrawn_under_evidence():
    row = make.evidence(make.claim(make.story()), anchor().highlight)
    overwrite(row.highlight, withdrawn_at=timezone.now(), withdrawn_by=make.user())


@attacks.on("annotations_highlight_bears_nothing")
def a_passage_withdrawn_at_the_end_of_a_link():
    overwrite(link().target, withdrawn_at=timezone.now(), withdrawn_by=make.user())


@pytest.mark.django_db
@pytest.mark.parametrize(("rules", "write"), attacks.cases())
def test_the_database_refuses(rules, write):
    assert refused_by(write) in {SENTENCES[rule] for rule in rules}


def test_every_guard_is_attacked():
    assert {guard.name for guard in GUARDS} == attacks.rules


@pytest.mark.django_db
def test_the_database_counts_as_python_does():
    text = "🌾🌾 grain, x\u0301 and שלום"
    found = make.highlight(make.article(text), "שלום").anchor
    assert (found.start, found.end) == (len(text) - 4, len(text))


def _place(row: Anchor) -> dict[str, object]:
    return {name: getattr(row, name) for name in ("revision", "start", "end", "quote", "state", "created_by")}
