"""Make stories, change them, and add articles to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.seen import must_be_as_seen
from newsroom.actions.storing import store, take_or_store
from newsroom.errors import Invalid
from newsroom.models import Article, Story, StoryArticle, User, Verb
from newsroom.roles import UserRole, require

#: The most characters of a slug that is made from a title.
_LONGEST_SLUG = 70


@dataclass(frozen=True, slots=True)
class StoryDetails:
    """The details of a story besides its title.

    `slug` is the part of its address that names it; if it is empty, it is made from the title. `starts_on`
    and `ends_on` are the first and the last day of the event, or None if unknown.
    """

    slug: str = ""
    summary: str = ""
    place: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@transaction.atomic
def make_story(title: str, details: StoryDetails | None = None, *, by: User) -> Story:
    """Make a new story and return it.

    Requires the reporter role. Without a slug in `details`, an unused slug is made from the title. Raises
    `Invalid` if another story has the given slug.
    """
    require(by, UserRole.REPORTER)
    details = details or StoryDetails()
    if details.slug:
        story = _new_story(title, details.slug, details, by)
        store(story)
    else:
        # Somebody else may take the slug at this moment. Then the next unused slug is taken.
        story, _ = take_or_store(
            lambda: None, lambda: _new_story(title, free_slug(title), details, by)
        )
    record(HistoryLine(Verb.MADE, story, f"opened the story “{story}”", story=story), by=by)
    return story


def _new_story(
    title: str,
    slug: str,
    details: StoryDetails,
    by: User,
) -> Story:
    return Story(
        title=title.strip(),
        slug=slug,
        summary=details.summary.strip(),
        place=details.place.strip(),
        starts_on=details.starts_on,
        ends_on=details.ends_on,
        created_by=by,
    )


@transaction.atomic
def change_story(
    story: Story,
    *,
    by: User,
    seen: Mapping[str, str] | None = None,
    **values: object,
) -> None:
    """Change the fields `values` of a story, such as title, summary, place or days.

    Requires the reporter role. `seen` is {field: value} as the person's page showed them. Raises `Conflict`
    if one of these values has changed since.
    """
    require(by, UserRole.REPORTER)
    must_be_as_seen(story, seen or {}, values)
    changes = change(story, values)
    if not changes:
        return
    line = HistoryLine(
        Verb.CHANGED,
        story,
        f"changed the story “{story}”",
        story=story,
        changes=changes,
    )
    record(line, by=by)


@transaction.atomic
def add_articles(story: Story, articles: Iterable[Article], *, by: User) -> int:
    """Add those articles to the story that it does not hold yet, and return their number.

    Requires the reporter role.
    """
    require(by, UserRole.REPORTER)
    return sum(place_article(story, article, by=by) for article in articles)


@transaction.atomic
def place_article(story: Story, article: Article, *, by: User) -> bool:
    """Add one article to the story and return True. Returns False if the story holds it already."""
    _, new = StoryArticle.objects.get_or_create(
        story=story, article=article, defaults={"added_by": by}
    )
    if new:
        record(addition_line(story, article), by=by)
    return new


def addition_line(story: Story, article: Article) -> HistoryLine:
    """Return the line of history (not written yet) which says that an article was added to a story."""
    return HistoryLine(
        Verb.ADDED, article, f"added “{article}” to “{story}”", story=story, article=article
    )


@transaction.atomic
def move_place(
    article: Article,
    *,
    out_of: Story,
    into: Story,
    by: User,
) -> None:
    """Move the article from one story to another, with one line of history.

    Requires the editor role. Annotations in the old story may depend on the article;
    `annotations.actions.moving` checks this before it calls this function. Raises `Invalid` if the article is
    not in `out_of`, or if both stories are the same.
    """
    require(by, UserRole.EDITOR)
    if out_of.pk == into.pk:
        raise Invalid("Choose two different stories: one it leaves, one it goes into.")
    number, _ = StoryArticle.objects.filter(story=out_of, article=article).delete()
    if not number:
        raise Invalid(f"This article is not in “{out_of}”.")

    StoryArticle.objects.get_or_create(story=into, article=article, defaults={"added_by": by})
    line = HistoryLine(
        Verb.MOVED,
        article,
        f"moved “{article}” from “{out_of}” to “{into}”",
        story=into,
        article=article,
        changes={"story": (out_of.title, into.title)},
    )
    record(line, by=by)


def free_slug(title: str) -> str:
    """Return a slug that no story has, made from `title`.

    If another story has it already, a number is added.
    """
    # It is shorter than the limit, so that a number fits after it.
    slug = slugify(title)[:_LONGEST_SLUG].strip("-") or "story"
    taken = set(Story.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    if slug not in taken:
        return slug

    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
