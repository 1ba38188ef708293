"""Test corrections of what was guessed about an imported article."""

from datetime import UTC, datetime

import pytest

from newsroom.actions.correcting import correct_article
from newsroom.actions.imports.importing import import_article
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, Article, Revision
from newsroom.queries.revisions import latest_changes
from newsroom.roles import UserRole
from newsroom.text.model import Role
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db
RAIN = (
    b"Rain falls\n\nIt rained for hours in the city, two officials said on Friday.\n\nA street in the rain."
)
LATER = RAIN.replace(b"two officials", b"three officials")


@pytest.fixture
def bring(reporter):
    def bring(raw=RAIN, **details):
        outcome = import_article(
            raw, name="a.txt", details=SourceDetails(external_id="7", **details), by=reporter
        )
        return outcome.status, Article.objects.select_related("current").get()

    return bring


@pytest.fixture
def correct(reporter):
    def correct(article, roles=None, *, number=None, by=None, **values):
        number = number or article.current.number
        revision = correct_article(article, values, roles or {}, number=number, by=by or reporter)
        article.refresh_from_db()
        return revision

    return correct


def test_a_correction_is_the_next_revision_of_the_same_text(bring, correct):
    _, article = bring(byline="Admin")
    first = article.current
    second = correct(article, {2: Role.CAPTION}, byline=" A.  Author ", published="2022-07-09", language="en")
    assert (second.number, second.corrects, article.current) == (2, first, second)
    assert (second.text, second.sha256, second.original) == (first.text, first.sha256, first.original)
    assert (second.byline, second.language, second.headline) == ("A. Author", "en", first.headline)
    assert (second.published_at, second.published_on_day) == (datetime(2022, 7, 9, tzinfo=UTC), True)
    assert [block[:2] for block in second.blocks] == [block[:2] for block in first.blocks]
    assert [block[2] for block in second.blocks] == ["title", "body", "caption"]
    first.refresh_from_db()
    assert first.byline == "Admin"


def test_highlights_stand_where_they_stood(bring, correct, reporter):
    _, article = bring()
    highlight = make.highlight(article, "two officials", by=reporter)
    before = highlight.anchor
    correct(article, {1: Role.CAPTION})
    highlight.refresh_from_db()
    assert (highlight.anchor.start, highlight.anchor.end, highlight.anchor.state) == (
        before.start,
        before.end,
        "same",
    )
    assert highlight.anchor.revision == article.current


def test_the_history_says_what_was_corrected(bring, correct):
    _, article = bring(byline="Admin")
    correct(article, {2: Role.CAPTION}, byline="A. Author")
    line = Activity.objects.filter(verb="corrected").get()
    assert line.changes == {"byline": ["Admin", "A. Author"], "“A street in the rain.”": ["body", "caption"]}


def test_where_nothing_differs_nothing_is_made(bring, correct):
    _, article = bring(byline="Admin")
    assert correct(article, {1: Role.BODY}, byline="Admin", title="Rain falls") is None
    assert Revision.objects.count() == 1


def test_the_same_source_again_is_unchanged_after_a_correction(bring, correct):
    _, article = bring(byline="Admin", published="2022-07-09")
    correct(article, {2: Role.CAPTION}, byline="A. Author", published="2022-07-10")
    status, _ = bring(byline="Admin", published="2022-07-09")
    assert status == "unchanged"
    assert Revision.objects.count() == 2


def test_a_correction_holds_for_the_next_text_and_the_ones_after(bring, correct):
    _, article = bring(byline="Admin")
    correct(article, {2: Role.CAPTION}, byline="A. Author")
    status, article = bring(LATER, byline="Admin")
    assert (status, article.current.number, article.current.corrects) == ("revised", 3, None)
    assert article.current.byline == "A. Author"
    assert [block[2] for block in article.current.blocks] == ["title", "body", "caption"]
    assert bring(LATER, byline="Admin")[0] == "unchanged"
    _, article = bring(RAIN, byline="Admin")
    assert (article.current.number, article.current.byline) == (4, "A. Author")


def test_what_the_source_says_otherwise_counts_as_it_is_found(bring, correct):
    _, article = bring(byline="Admin")
    correct(article, byline="A. Author")
    _, article = bring(LATER, byline="B. Writer")
    assert article.current.byline == "B. Writer"


def test_a_correction_of_a_correction_compares_with_what_was_read(bring, correct):
    _, article = bring(byline="Admin")
    correct(article, byline="A. Author")
    correct(article, byline="A. B. Author")
    assert article.current.read == {"byline": "Admin"}
    correct(article, byline="Admin")
    assert article.current.read == {}


def test_a_correction_is_no_change_of_the_outlet_s(bring, correct):
    _, article = bring(byline="Admin")
    correct(article, byline="A. Author")
    assert latest_changes([article]) == {}
    _, article = bring(LATER, byline="Admin")
    correct(article, title="Rain fell")
    told = latest_changes([article])[article.pk]
    assert (told.previous.number, told.current.number) == (2, 3)
    assert told.fields == ()


def test_a_corrected_address_is_what_the_article_is_known_by(bring, correct):
    _, article = bring(url="https://example.org/wrong")
    correct(article, url="https://www.example.org/right?utm_source=x")
    article.refresh_from_db()
    assert (article.address, article.current.url) == (
        "https://example.org/right",
        "https://www.example.org/right?utm_source=x",
    )


def test_an_address_that_another_article_has_is_refused(bring, correct, reporter):
    import_article(b"Hail.", details=SourceDetails(url="https://example.org/taken"), by=reporter)
    outcome = import_article(b"Rain.", details=SourceDetails(external_id="8"), by=reporter)
    with pytest.raises(Invalid, match="Another article has this address"):
        correct(outcome.revision.article, url="https://example.org/taken")
    assert Revision.objects.count() == 2


@pytest.mark.parametrize("wrong", [{"published": "yesterday"}, {"title": "x" * 501}, {"url": "nowhere"}])
def test_what_cannot_be_so_is_refused(bring, correct, wrong):
    _, article = bring()
    with pytest.raises(Invalid):
        correct(article, **wrong)
    assert Revision.objects.count() == 1


def test_who_looked_at_an_older_revision_is_told(bring, correct):
    _, article = bring()
    correct(article, byline="A. Author")
    with pytest.raises(Conflict, match="newer revision"):
        correct(article, byline="B. Writer", number=1)


def test_correcting_takes_a_reporter(bring, correct):
    _, article = bring()
    with pytest.raises(Forbidden):
        correct(article, byline="x", by=make.user(UserRole.READER))


def test_a_correction_is_made_from_what_was_seen_even_if_another_comes_at_this_moment(reporter):
    article = make.article("It rained.", title="Rain")
    assert correct_article(article, {"title": "Hail"}, {}, number=1, by=reporter).number == 2
    with pytest.raises(Conflict):
        correct_article(article, {"title": "Snow"}, {}, number=1, by=reporter)
    with pytest.raises(Conflict):
        correct_article(article, {"title": "Snow"}, {}, number=3, by=reporter)
    assert correct_article(article, {"title": "Snow"}, {}, number=2, by=reporter).number == 3
