"""Passages of articles that were published on a given day."""

from annotations.models import Highlight
from newsroom.actions.imports.importing import import_article
from newsroom.models import Story, User
from newsroom.text.pipeline import SourceDetails
from tests import make


def passage(story: Story | None, published: str, by: User) -> Highlight:
    """A passage of an article of the story, published on a day as ISO 8601 writes it."""
    given = SourceDetails(external_id=f"{story}-{published}", published=published)
    raw = f"The minister left the room. It was {published} {story}.".encode()
    imported = import_article(raw, given=given, by=by, story=story)
    return make.highlight(imported.revision.article, by=by)
