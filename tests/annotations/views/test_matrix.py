"""Test the page of the matrix, its cells, the same as CSV, and the timeline."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import add_evidence, withdraw_evidence
from annotations.actions.origins import propose_origin
from annotations.logic.counting.matrix import CellAnswer
from annotations.models import Claim, Silence
from newsroom.actions.correcting import correct_article
from newsroom.actions.imports.importing import import_article
from newsroom.actions.stories import StoryDetails, make_story
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor: User) -> Story:
    return make_story(
        "The walk-out", StoryDetails(starts_on=date(2022, 7, 7), ends_on=date(2022, 7, 9)), by=editor
    )


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    dates = {"Times": "2022-07-09", "Post": "2022-07-08", "Herald": ""}
    return [make.report(story, outlet, published, by=editor) for outlet, published in dates.items()]


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    claim = make.claim(story, "He left before the speech.", by=editor)
    add_evidence(claim, make.highlight(articles[0], by=editor), "corroborates", by=editor)
    add_evidence(claim, make.highlight(articles[1], by=editor), "contradicts", by=editor)
    return claim


def words(client: Client, story: Story, **asked: str) -> dict[str, list[str]]:
    """Return the words of the cells of each row, by the statement of the row's claim."""
    matrix = client.get(reverse("matrix", args=[story.slug]), asked).context["matrix"]
    return {row.claim.statement: [cell.words for cell in row.cells] for row in matrix.rows}


def test_articles_of_one_origin_are_one_source(
    signed_in: Client, story: Story, articles: list[Article], claim: Claim, editor: User
) -> None:
    propose_origin("AFP", [articles[0], articles[2]], by=editor)
    page = signed_in.get(reverse("matrix", args=[story.slug]))
    sources = page.context["matrix"].sources
    assert [[str(article.outlet) for article in source.articles] for source in sources] == [
        ["Post"],
        ["Times", "Herald"],
    ]
    assert b">AFP</a>" in page.content


def test_rows_are_chosen_by_the_columns_shown_and_counted_over_all(
    signed_in: Client, story: Story, claim: Claim
) -> None:
    assert words(signed_in, story, outlet="Times", show="contradicted") == {}
    assert words(signed_in, story, outlet="Post", show="contradicted") == {claim.statement: ["Contradicts"]}
    page = signed_in.get(reverse("matrix", args=[story.slug]), {"outlet": "Post"})
    (row,) = page.context["matrix"].rows
    assert row.counted.standing.sources.at_least == 1
    assert "1 of 3 articles" in markup(page)
    assert 'title="If Times is wrong, nothing corroborates it."' in markup(page)


def test_where_no_column_is_left_the_page_leads_back_to_all(
    signed_in: Client, story: Story, claim: Claim
) -> None:
    page = signed_in.get(reverse("matrix", args=[story.slug]), {"outlet": "Nobody’s"})
    assert "No article is like that" in page.text
    assert '<a class="button" href="?">Show all articles</a>' in page.text


def test_what_is_chosen_goes_along_to_the_cells_and_to_the_csv(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article]
) -> None:
    asked = f"sort=statement&outlet=Post&read={articles[0].pk},{articles[1].pk}"
    page = signed_in.get(f"{reverse('matrix', args=[story.slug])}?{asked}")
    assert page.context["chosen"].query == asked
    assert f"?{escape(asked)}&amp;claim={claim.pk}&amp;article={articles[1].pk}#passages" in page.text
    answer = signed_in.get(f"{reverse('matrix_file', args=[story.slug, 'csv'])}?{asked}")
    header, row = csv.reader(io.StringIO(b"".join(answer).decode(), newline=""))
    assert header[5:] == [f"{articles[1].pk} Post", "changed_since_verdict"]
    assert row[5:] == ["Contradicts", ""]


def test_an_unknown_filter_is_answered_with_a_sentence(signed_in: Client, story: Story) -> None:
    assert signed_in.get(reverse("matrix", args=[story.slug]), {"show": "nothing"}).status_code == 422


def test_a_cell_opens_its_passages_with_and_without_scripts(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article]
) -> None:
    asked = {"claim": claim.pk, "article": articles[1].pk}
    fragment = signed_in.get(reverse("matrix", args=[story.slug]), asked, headers={"HX-Request": "true"})
    assert b"<html" not in fragment.content
    assert b"The minister left the" in fragment.content
    page = signed_in.get(reverse("matrix", args=[story.slug]), asked)
    assert page.context["contents"].evidence == fragment.context["contents"].evidence
    assert b"<html" in page.content


def test_a_cell_of_another_story_is_not_there(
    signed_in: Client, story: Story, articles: list[Article]
) -> None:
    asked = {"claim": make.claim(make.story()).pk, "article": articles[0].pk}
    assert signed_in.get(reverse("matrix", args=[story.slug]), asked).status_code == 404


def test_silence_is_stated_and_taken_back_in_its_cell(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article]
) -> None:
    cell = {"claim": claim.pk, "article": articles[2].pk}
    signed_in.post(reverse("silence", args=[story.slug]), cell)
    assert words(signed_in, story)[claim.statement][2] == CellAnswer.SILENT.label
    signed_in.post(reverse("silence_withdraw", args=[story.slug]), cell)
    assert words(signed_in, story)[claim.statement][2] == CellAnswer.OPEN.label
    assert Silence.objects.get().withdrawn_at is not None


def test_what_is_stated_in_a_matrix_that_shows_less_leads_back_to_that(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article]
) -> None:
    shown = f"sort=statement&read={articles[2].pk}"
    asked = f"{shown}&claim={claim.pk}&article={articles[2].pk}"
    for headers in ({"HX-Request": "true"}, {}):
        page = signed_in.get(f"{reverse('matrix', args=[story.slug])}?{asked}", headers=headers)
        assert f'action="{reverse("silence", args=[story.slug])}?{escape(shown)}"' in page.text
    for name in ("silence", "silence_withdraw"):
        answer = signed_in.post(
            f"{reverse(name, args=[story.slug])}?{shown}", {"claim": claim.pk, "article": articles[2].pk}
        )
        assert answer.url == f"{reverse('matrix', args=[story.slug])}?{asked}#passages"


def test_what_is_stated_with_an_unknown_filter_is_not_stated(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article]
) -> None:
    cell = {"claim": claim.pk, "article": articles[2].pk}
    assert signed_in.post(f"{reverse('silence', args=[story.slug])}?sort=nothing", cell).status_code == 422
    assert not Silence.objects.exists()


def test_a_reader_sees_and_states_nothing(
    client: Client, story: Story, claim: Claim, articles: list[Article]
) -> None:
    client.force_login(make.user(UserRole.READER))
    assert client.get(reverse("matrix", args=[story.slug])).status_code == 200
    cell = {"claim": claim.pk, "article": articles[2].pk}
    assert client.post(reverse("silence", args=[story.slug]), cell).status_code == 403


def test_the_csv_is_what_is_shown(signed_in: Client, story: Story, claim: Claim, editor: User) -> None:
    make.claim(story, "=1+1", by=editor)
    answer = signed_in.get(reverse("matrix_file", args=[story.slug, "csv"]), {"sort": "statement"})
    header, *rows = csv.reader(io.StringIO(b"".join(answer).decode(), newline=""))
    assert header[:5] == ["claim_id", "statement", "status", "verdict", "stands_on"]
    assert [column.split(" ", 1)[1] for column in header[5:-1]] == ["Post", "Times", "Herald"]
    assert header[-1] == "changed_since_verdict"
    assert [row[1] for row in rows] == ["'=1+1", claim.statement]
    assert rows[1][5:] == ["Contradicts", "Corroborates", "Open", ""]


def test_what_changed_since_the_verdict_is_in_the_row_and_in_the_csv(
    signed_in: Client, story: Story, claim: Claim, editor: User
) -> None:
    settle_claim(claim, "false", "One contradicts it.", version=claim.version, by=editor)
    withdraw_evidence(claim.evidence.earliest("created_at"), by=editor)
    page = markup(signed_in.get(reverse("matrix", args=[story.slug])))
    assert "Changed since the verdict: 1 passage taken off" in page
    answer = signed_in.get(reverse("matrix_file", args=[story.slug, "csv"]))
    _, row = csv.reader(io.StringIO(b"".join(answer).decode(), newline=""))
    assert row[-1].startswith("1 passage taken off; ")


def test_a_story_without_claims_or_articles_says_what_to_do(signed_in: Client, story: Story) -> None:
    assert b"Import the first reports" in signed_in.get(reverse("matrix", args=[story.slug])).content
    make.article(story=story)
    assert b"No claims yet" in signed_in.get(reverse("matrix", args=[story.slug])).content


def number_of_queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_every_page_asks_as_many_questions_for_thirty_rows_as_for_one(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article], editor: User
) -> None:
    propose_origin("AFP", articles[:2], by=editor)
    names = ("matrix", "timeline", "story")
    pages = [reverse(name, args=[story.slug]) for name in names] + [claim.get_absolute_url()]
    before = [number_of_queries(signed_in, page) for page in pages]
    for number in range(30):
        other = make.claim(story, by=editor)
        article = make.report(story, f"Outlet {number}", "2022-07-08", by=editor)
        for about, relation in ((other, "contradicts"), (claim, "corroborates")):
            add_evidence(about, make.highlight(article, by=editor), relation, by=editor)
        propose_origin(f"Agency {number}", [article], by=editor)
    assert [number_of_queries(signed_in, page) for page in pages] == before


def test_the_timeline_shows_reports_revisions_and_who_was_first(
    signed_in: Client, story: Story, claim: Claim, articles: list[Article], editor: User
) -> None:
    details = SourceDetails(external_id="Times", outlet="Times", published="2022-07-09")
    import_article(b"The minister left the room early, the Times now says.", details=details, by=editor)
    herald = Article.objects.get(outlet__name="Herald")
    correct_article(
        herald, {"byline": "A. Author"}, {}, number=1, by=editor
    )  # the desk's own is no revision of theirs
    page = signed_in.get(reverse("timeline", args=[story.slug]))
    reports = {str(report.article.outlet): report for report in page.context["timeline"].reports}
    assert list(reports) == ["Post", "Times", "Herald"]
    assert [revision.number for revision in reports["Times"].revised] == [2]
    assert [report.first for report in reports.values()] == [[], [claim], []]
    assert page.content.count(b'class="report') == 3
    assert page.content.count(b'class="revision"') == 1


def test_an_empty_timeline_says_what_to_do(signed_in: Client, story: Story) -> None:
    assert b"Import the first reports" in signed_in.get(reverse("timeline", args=[story.slug])).content
