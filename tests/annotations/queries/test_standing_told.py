"""Test that the desk, before any person decides, counts no told story too high (see `told_stories.py`)."""

import pytest

from annotations.actions.passages.drawing import draw_highlight
from annotations.management.commands.standing import find_quote
from annotations.models import Claim
from annotations.queries.standing import standings
from newsroom.actions.imports.importing import import_article
from newsroom.models import Article, Outlet, Story, User
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.told_stories import ToldStory, told_stories

pytestmark = pytest.mark.django_db

#: Stories of two documents of one kind. The desk guesses the kind alone, until a person names the documents.
TWO_DOCUMENTS = {
    "police reports of two towns",
    "press releases of two bodies",
    "posts of two people",
    "posts of two officials",
    "rulings of two courts",
    "court filings of two sides",
    "letters of two people",
    "lawsuits of two people",
    "figures of two ministries",
    "reports of two bodies",
    "indictments in two towns",
    "German press releases of two bodies",
    "studies of two universities",
}
#: Stories of which the desk is too careful. “The Echo has a new owner” reads like “the Echo has learned”, and
#: each source that a round-up names is proposed as an origin of the whole article, until a person decides.
TOO_CAREFUL = TWO_DOCUMENTS | {
    "passages that cite two agencies below one lead",
    "a teller named in the sentence before",
    "a round-up names a source for each item",
    "a round-up in which each item is signed",
    "the copy of a round-up",
    "a copy of a round-up that is signed item by item",
    "a live blog with an entry of its own",
}
#: The stories are told in so many parts, which run in parallel.
PARTS = 6


def imported(row: dict[str, str], kind: str, story: Story, by: User) -> Article:
    """Import an article of a told story, and enter the owner of its outlet."""
    details = SourceDetails(
        external_id=f"{kind} {row['id']}", outlet=row["outlet"] or None, title="Told", format="plain"
    )
    article = import_article(row["text"].encode(), details=details, by=by, story=story).revision.article
    if row["owner"]:
        known = Outlet.objects.filter(name__iexact=row["owner"]).first()
        owner = known or Outlet.objects.create(name=row["owner"])
        Outlet.objects.filter(pk=article.outlet_id).exclude(pk=owner.pk).update(owner=owner)
    return article


def claim_of(told: ToldStory, by: User) -> Claim:
    """Return the claim of a told story, with a highlight for each passage as evidence."""
    story = make.story(told.kind[:80], by=by)
    claim = make.claim(story, by=by)
    articles = {row["id"]: imported(row, told.kind, story, by) for row in told.row["articles"]}
    for row in told.row["passages"]:
        article = articles[row["article"]]
        # The owner was entered after the import.
        article.refresh_from_db()
        span = find_quote(article.current.document, row["quote"])
        assert span is not None
        quote = article.current.text[span.start : span.end]
        passage = draw_highlight(article.current, span.start, span.end, quote, by=by)
        make.evidence(claim, passage, row["relation"], by=by)
    return claim


@pytest.mark.parametrize("part", range(PARTS))
def test_no_story_is_counted_too_high_at_the_desk(editor: User, part: int) -> None:
    stories = told_stories()[part::PARTS]
    too_high, too_low = set(), set()
    for told in stories:
        claim = claim_of(told, editor)
        at_least = standings([claim])[claim.pk].sources.at_least
        if at_least > told.at_least:
            too_high.add(told.kind)
        if at_least < told.at_least:
            too_low.add(told.kind)
        # The next story has the same outlets, and its own owners.
        Outlet.objects.update(owner=None)
    assert (too_high, too_low) == (set(), TOO_CAREFUL & {told.kind for told in stories})
