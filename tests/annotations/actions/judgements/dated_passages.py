"""Make passages of articles that were published on a given day."""

from annotations.models import Highlight
from newsroom.actions.imports.importing import import_article
from newsroom.models import Story, User
from newsroom.text.pipeline import SourceDetails
from tests import make


def passage(story: Story | None, published: str, by: User) -> Highlight:
    """Return a highlight in a new article of the story (or of none), published on the
    day `published` (ISO 8601).
    """
    details = SourceDetails(external_id=f"{story}-{published}", published=published)
    raw = f"The minister left the room. It was {published} {story}.".encode()
    imported = import_article(raw, details=details, by=by, story=story)
    return make.highlight(imported.revision.article, by=by)
