"""Test the filters of lists and exports."""

from datetime import UTC, datetime

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Claim, Highlight, Link, Tag
from annotations.queries.exports.filters import filtered_rows
from newsroom.errors import Invalid
from newsroom.models import Activity, Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article("Rain fell on Bali. The minister left.", story=story, outlet="Post", by=editor)


@pytest.fixture
def rain(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "Rain", by=editor, tags=[make.tag("facts/weather", by=editor)])


@pytest.fixture
def minister(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "The minister", by=editor)


def test_filters_narrow_together(rain: Highlight, minister: Highlight) -> None:
    assert list(filtered_rows(Highlight, {"outlet": "post"})) == [rain, minister]
    assert list(filtered_rows(Highlight, {"outlet": "post", "q": "rain"})) == [rain]


def test_a_blank_filter_is_passed_over(rain: Highlight) -> None:
    assert list(filtered_rows(Highlight, {"q": "  "})) == [rain]


def test_a_misspelt_filter_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Invalid) as refusal:
        filtered_rows(Tag, {"storey": "rain"})
    assert refusal.value.sentence == "There is no filter “storey” here. There are: q, references, story, tag."


def test_a_tag_belongs_to_the_stories_in_which_it_is_used(
    story: Story, rain: Highlight, editor: User
) -> None:
    make.tag("facts/unused", by=editor)
    (tag,) = filtered_rows(Tag, {"story": story.slug})
    assert (tag.path, tag.number) == ("facts/weather", 1)
    withdraw_highlight(rain, by=editor)
    assert list(filtered_rows(Tag, {"story": story.slug})) == []


def test_a_tag_holds_those_below_it_and_no_namesake(rain: Highlight, article: Article, editor: User) -> None:
    make.highlight(article, "left", by=editor, tags=[make.tag("factsheet", by=editor)])
    assert list(filtered_rows(Highlight, {"tag": "Facts"})) == [rain]
    assert [tag.path for tag in filtered_rows(Tag, {"tag": "facts"})] == ["facts/weather"]


def test_what_was_withdrawn_is_not_chosen(rain: Highlight, editor: User) -> None:
    withdraw_highlight(rain, by=editor)
    assert list(filtered_rows(Highlight, {})) == []


def test_a_row_that_a_filter_reaches_twice_comes_once(
    rain: Highlight, article: Article, editor: User
) -> None:
    make.origin(article, name="AFP", by=editor)
    make.origin(article, name="Kyodo", by=editor)
    assert list(filtered_rows(Article, {"story": article.stories.get().slug})) == [article]
    assert list(filtered_rows(Highlight, {"origin": "afp"})) == [rain]


def test_a_link_is_chosen_by_either_end_and_by_the_story_of_one(
    story: Story, rain: Highlight, editor: User
) -> None:
    elsewhere = make.highlight(make.article(outlet="Times", by=editor), by=editor)
    link = make.link(rain, elsewhere, by=editor)
    assert (
        list(filtered_rows(Link, {"outlet": "Times"}))
        == list(filtered_rows(Link, {"outlet": "Post"}))
        == [link]
    )
    for references in ("", "0"):
        assert list(filtered_rows(Link, {"story": story.slug, "references": references})) == [link]


def test_the_last_moment_of_a_day_is_on_it_and_the_next_is_not(story: Story, editor: User) -> None:
    last, first = (make.claim(story, by=editor) for _ in range(2))
    Claim.objects.filter(pk=last.pk).update(created_at=datetime(2022, 7, 9, 23, 59, 59, 999999, UTC))
    Claim.objects.filter(pk=first.pk).update(created_at=datetime(2022, 7, 10, tzinfo=UTC))
    assert list(filtered_rows(Claim, {"until": "2022-07-09"})) == [last]
    assert list(filtered_rows(Claim, {"since": "2022-07-10"})) == [first]


def test_history_is_chosen_by_story_and_by_its_articles(story: Story, rain: Highlight) -> None:
    drawn = filtered_rows(Activity, {"story": story.slug, "verb": "drawn"})
    assert [line.object_id for line in drawn] == [str(rain.pk)]


@pytest.mark.parametrize(
    ("model", "filters", "sentence"),
    [
        (Highlight, {"state": "gone"}, "“gone” is none of: drawn"),
        (Highlight, {"article": "x"}, "“x” is no number: use the id from the list."),
        (Claim, {"since": "9 July"}, "“9 July” is no date: write it like 2022-07-09."),
    ],
)
def test_a_value_that_cannot_be_understood_is_answered_with_a_sentence(model, filters, sentence) -> None:
    with pytest.raises(Invalid) as refusal:
        filtered_rows(model, filters)
    assert refusal.value.sentence.startswith(sentence)
