"""Real rows for tests, made through the same actions that people use."""

from collections.abc import Iterable
from itertools import count

from annotations.actions.claims import make_claim
from annotations.actions.highlights import draw_highlight
from annotations.models import Claim, Highlight, Tag
from newsroom.actions.importing import import_article
from newsroom.actions.stories import make_story
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from newsroom.text.preparing import Given

_numbers = count(1)
PASSWORD = "a long enough pass phrase"


def user(role: UserRole = UserRole.EDITOR, username: str = "") -> User:
    """An account of `role`. Its password is `PASSWORD`."""
    return User.objects.create_user(username or f"{role}-{next(_numbers)}", PASSWORD, role=role)


def story(title: str = "", *, by: User | None = None) -> Story:
    return make_story(title or f"Story {next(_numbers)}", by=by or user())


def article(
    text: str = "", *, story: Story | None = None, by: User | None = None, outlet: str | None = None, title: str = ""
) -> Article:
    """An article whose text is `text` (paragraphs parted by blank lines), imported as every other."""
    number = next(_numbers)
    given = Given(external_id=f"test-{number}", title=title or f"Article {number}", outlet=outlet)
    raw = (text or f"The minister left before the speech began. This is report {number}.").encode()
    return import_article(raw, name="article.txt", given=given, by=by or user(), story=story).revision.article


def highlight(
    article: Article, quote: str = "", *, by: User | None = None, tags: Iterable[Tag] = (), occurrence: int = 1
) -> Highlight:
    """A highlight on the `occurrence`-th place `quote` stands in the article (by default its first four words)."""
    revision = article.current
    assert revision is not None
    quote = quote or " ".join(revision.text.split()[:4])
    start = -1
    for _ in range(occurrence):
        start = revision.text.index(quote, start + 1)
    return draw_highlight(revision, start, start + len(quote), quote, by=by or user(), tags=tags)


def claim(story: Story, statement: str = "", *, by: User | None = None) -> Claim:
    return make_claim(story, statement or f"The minister left early ({next(_numbers)}).", by=by or user())
