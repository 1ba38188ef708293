"""Test what an import makes of a source: a new article, a new revision, or nothing if nothing changed."""

import hashlib

import pytest

from newsroom.actions.imports.import_requests import read_request
from newsroom.actions.imports.importing import import_article, import_request
from newsroom.errors import Conflict, Forbidden, Invalid, Unreadable
from newsroom.models import Activity, Article, Original, Outlet, Revision, StoryArticle, UnlikeChoice
from newsroom.roles import UserRole
from newsroom.text.compilations.coded import Code, CodedParagraph
from newsroom.text.pipeline import SourceDetails
from newsroom.text.wires.items import WireItem, article_of
from tests import make

TEXT = b"Minister leaves early\n\nThe minister left before the speech began, two officials said on Friday.\n"
LATER = TEXT.replace(b"two officials", b"three officials")

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(reporter):
    def bring(raw=TEXT, *, name="a.txt", story=None, unlike="", **details):
        request = read_request(raw, name=name, details=SourceDetails(**details), story=story, unlike=unlike)
        return import_request(request, by=reporter)

    return bring


def rows():
    return tuple(model.objects.count() for model in (Article, Revision, Original, Outlet))


def test_a_first_import_makes_article_revision_and_original(bring, reporter):
    outcome = bring(outlet="The Courier", url="https://www.example.org/a/?utm_source=x")
    revision, article = outcome.revision, outcome.revision.article
    assert (outcome.status, revision.number, article.current) == ("created", 1, revision)
    assert article.title == revision.headline == "Minister leaves early"
    assert (article.address, revision.url) == (
        "https://example.org/a",
        "https://www.example.org/a/?utm_source=x",
    )
    assert (article.outlet.name, article.outlet.domain) == ("The Courier", "example.org")
    assert bytes(revision.original.raw) == TEXT
    assert revision.original.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert revision.sha256 == hashlib.sha256(revision.text.encode()).hexdigest()
    assert (revision.original_name, revision.format, revision.charset) == ("a.txt", "plain", "utf-8")
    assert article.created_by == revision.created_by == reporter


def test_a_first_import_says_so_in_one_line_of_history(bring, reporter):
    article = bring().revision.article
    line = Activity.objects.get(object_type="article")
    assert (line.actor, line.verb, line.article) == (reporter, "imported", article)
    assert line.summary == "imported “Minister leaves early”"
    assert line.changes == {"revision": [None, 1]}


def test_the_same_again_changes_nothing(bring):
    first = bring(external_id="7")
    before = rows(), Activity.objects.count()
    again = bring(external_id="7")
    assert (again.status, again.revision) == ("unchanged", first.revision)
    assert (rows(), Activity.objects.count()) == before


@pytest.mark.parametrize("details", [{"external_id": "7"}, {"url": "https://example.org/a"}])
def test_another_text_of_the_same_id_or_address_is_the_next_revision(bring, details):
    first = bring(**details)
    second = bring(LATER, **details)
    assert (second.status, second.revision.number) == ("revised", 2)
    assert second.revision.article == first.revision.article
    assert Article.objects.get().current == second.revision
    assert Activity.objects.first().summary == "imported revision 2 of “Minister leaves early”"


@pytest.mark.parametrize(
    "address",
    ["http://example.org/a", "https://www.example.org/a/", "https://example.org/a?utm_source=x&fbclid=y#top"],
)
def test_an_address_is_recognised_however_the_page_was_reached(bring, address):
    bring(url="https://example.org/a")
    assert bring(url=address).status == "unchanged"


def test_another_query_is_another_page(bring):
    bring(url="https://example.org/a?id=1")
    assert bring(url="https://example.org/a?id=2").status == "created"


def test_a_source_without_id_and_address_is_known_by_its_text(bring):
    bring()
    assert bring().status == "unchanged"
    assert bring(LATER).status == "created"


def test_the_same_text_at_another_address_is_another_article(bring):
    first = bring(url="https://example.org/a")
    second = bring(url="https://example.com/b")
    assert second.status == "created"
    assert second.revision.article != first.revision.article
    assert second.revision.original == first.revision.original


@pytest.mark.parametrize(
    "change", [{"title": "Another headline"}, {"byline": "A. Author"}, {"published": "2022-07-09"}]
)
def test_another_headline_byline_or_date_is_a_revision_of_the_same_text(bring, change):
    first = bring(external_id="7", title="Minister leaves early")
    second = bring(external_id="7", **{"title": "Minister leaves early", **change})
    assert second.status == "revised"
    assert second.revision.text == first.revision.text


def test_a_blank_does_not_deny_what_was_known(bring):
    bring(external_id="7", byline="A. Author")
    assert bring(external_id="7", byline="").status == "unchanged"


def test_the_outlet_a_curator_chose_stays(bring):
    article = bring(external_id="7", outlet="Chosen").revision.article
    bring(LATER, external_id="7", outlet="Guessed")
    article.refresh_from_db()
    assert article.outlet.name == "Chosen"


def test_reports_of_several_outlets_at_one_address_keep_the_outlets_they_are_said_to_be_of(bring):
    named = ["The Portal", "The Courier", "The Herald"]
    for number, outlet in enumerate(named):
        bring(TEXT + f"\n\nEdition {number}.".encode(), outlet=outlet, url=f"https://portal.example/{number}")
    assert sorted(Article.objects.values_list("outlet__name", flat=True)) == sorted(named)


def test_an_article_goes_into_its_story_once(bring):
    story = make.story()
    article = bring(story=story).revision.article
    bring(story=story)
    assert StoryArticle.objects.get().article == article


def test_an_unchanged_article_is_put_into_another_story_all_the_same(bring):
    bring(story=make.story())
    bring(story=make.story())
    assert StoryArticle.objects.count() == 2


@pytest.mark.parametrize(
    ("raw", "details", "error"),
    [
        (b"", {}, Unreadable),
        (b"\x89PNG", {}, Unreadable),
        (TEXT, {"published": "0000-01-01"}, Invalid),
        (TEXT, {"published": "yesterday"}, Invalid),
        (TEXT, {"url": "no address"}, Invalid),
        (TEXT, {"published": "0001-01-01"}, Invalid),
        (TEXT, {"outlet": "x" * 120, "title": "y", "external_id": "z" * 201}, Invalid),
    ],
)
def test_what_cannot_be_imported_leaves_nothing_behind(bring, raw, details, error):
    with pytest.raises(error):
        bring(raw, **details)
    assert rows() == (0, 0, 0, 0)
    assert not Activity.objects.exists()


def test_importing_takes_a_reporter(db):
    with pytest.raises(Forbidden):
        import_article(TEXT, by=make.user(UserRole.READER))


COUNCIL = b"Council approves budget\n\nThe council of Vest approved next year's budget after a debate.\n"
PAGE = "https://example.org/a"


def test_a_text_with_hardly_a_word_of_its_article_is_no_revision(bring):
    bring(url=PAGE)
    before = rows(), Activity.objects.count()
    with pytest.raises(Conflict, match=r"address or the id of “Minister leaves early”.*newer text"):
        bring(COUNCIL, url=PAGE)
    assert (rows(), Activity.objects.count()) == before


def test_a_person_says_that_it_is_a_newer_text_of_the_article(bring):
    article = bring(url=PAGE).revision.article
    outcome = bring(COUNCIL, unlike=UnlikeChoice.REVISION, url=PAGE)
    assert (outcome.status, outcome.revision.article) == ("revised", article)


def test_another_article_takes_over_the_address_where_it_is_now(bring):
    first = bring(url=PAGE).revision.article
    outcome = bring(COUNCIL, unlike=UnlikeChoice.ARTICLE, url=PAGE)
    second = outcome.revision.article
    first.refresh_from_db()
    assert (outcome.status, second.address, first.address) == ("created", PAGE, "")
    assert first.current.url == PAGE
    line = Activity.objects.get(verb="amended")
    assert (line.article, line.changes) == (first, {"address": [PAGE, ""]})
    assert bring(COUNCIL, url=PAGE).status == "unchanged"


def test_two_articles_never_have_one_id(bring):
    bring(external_id="7")
    with pytest.raises(Conflict, match="cannot have one id"):
        bring(COUNCIL, unlike=UnlikeChoice.ARTICLE, external_id="7")


def test_what_is_said_of_an_unlike_text_means_nothing_for_a_like_one(bring):
    article = bring(url=PAGE).revision.article
    outcome = bring(LATER, unlike=UnlikeChoice.ARTICLE, url=PAGE)
    assert (outcome.status, outcome.revision.article) == ("revised", article)


def test_one_text_in_two_outlets_is_two_articles(bring):
    first, second = (bring(outlet=outlet) for outlet in ("Gazette of Ost", "Vest Courier"))
    assert [first.status, second.status] == ["created", "created"]
    assert bring(outlet="vest courier").status == "unchanged"


def test_versions_of_a_wire_item_become_revisions_in_their_order_only(reporter):
    def bring(version):
        body = (CodedParagraph(Code.TEXT, f"It rained for {version} hours in the city, officials said."),)
        article = article_of(WireItem("urn:a", version=version, paragraphs=body))
        return import_request(read_request(article.raw, details=article.details), by=reporter)

    assert [bring(version).status for version in ("1", "3", "3", "1")] == [
        "created",
        "revised",
        "unchanged",
        "unchanged",
    ]
    with pytest.raises(Conflict, match="older version"):
        bring("2")
    assert bring("4").revision.number == 3


@pytest.mark.parametrize(
    "text", ["Rain fell all day on the coast.", "Rain fell all day on the coast. Then snow."]
)
def test_an_article_learns_its_address_from_a_later_source_with_its_id(reporter, text):
    known = SourceDetails(external_id="x-1")
    first = import_article(b"Rain fell all day on the coast.", details=known, by=reporter).revision.article
    both = SourceDetails(external_id="x-1", url="https://example.org/rain")
    import_article(text.encode(), details=both, by=reporter)
    first.refresh_from_db()
    assert (first.external_id, first.address) == ("x-1", "https://example.org/rain")
    line = Activity.objects.get(article=first, verb="amended")
    assert line.changes == {"address": ["", "https://example.org/rain"]}
    by_address = SourceDetails(url="https://example.org/rain")
    assert import_article(text.encode(), details=by_address, by=reporter).status == "unchanged"


def test_a_key_that_another_article_has_is_not_learned(reporter):
    of_snow = SourceDetails(url="https://example.org/rain")
    import_article(b"Snow fell all night in the hills.", details=of_snow, by=reporter)
    known = SourceDetails(external_id="x-1")
    first = import_article(b"Rain fell all day on the coast.", details=known, by=reporter).revision.article
    both = SourceDetails(external_id="x-1", url="https://example.org/rain")
    import_article(b"Rain fell all day on the coast. Then it stopped.", details=both, by=reporter)
    first.refresh_from_db()
    assert (first.current.number, first.address) == (2, "")
