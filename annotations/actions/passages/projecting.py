"""Mark a highlighted passage also in another article that has a copy of the text."""

from django.db import transaction

from annotations.actions.locking import lock_highlights
from annotations.actions.passages.highlights import anchor_for
from annotations.actions.tags import must_be_kept
from annotations.models import Highlight, HighlightTag
from annotations.queries.passages.projections import copies_of, find_in_copy, root_of
from newsroom.actions.history import HistoryLine, quoted, record
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def project_highlight(highlight: Highlight, article: Article, *, by: User) -> Highlight:
    """Mark the passage of a highlight in `article`, which has a copy of the text. Returns the new highlight.

    The new highlight is a projection: it gets the tags, the attribution and the teller of the original, and
    is never counted for or against a claim. Requires the reporter role. Raises `Invalid` if `article` is not
    a copy or does not contain the passage, and `Conflict` if the passage is marked in `article` already.
    """
    require(by, UserRole.REPORTER)
    # A projection is always made from the original highlight, never from another projection.
    source = root_of(highlight)
    # The lock prevents that a new revision of the copy is imported before the projection is stored.
    lock(article)
    lock_highlights(source)
    if article.pk == source.article_id or article.pk not in {copy.pk for copy in copies_of(source)}:
        raise Invalid("That article is no copy of this one: they have no origin in common.")
    if source.projections.filter(article=article, withdrawn_at=None).exists():
        raise Conflict("The passage is marked in that copy already.")

    selector = find_in_copy(source, article)
    if selector is None:
        raise Invalid("That copy does not have the passage. It may have been cut there.")

    projection = Highlight(
        article=article,
        attribution=source.attribution,
        attribution_guessed=source.attribution_guessed,
        teller=source.teller,
        teller_guessed=source.teller_guessed,
        projected_from=source,
        created_by=by,
    )
    projection.anchor = anchor_for(projection, article.current, selector, by)
    projection.save(force_insert=True)
    projection.anchor.save(force_insert=True)

    # The tags are locked, so that none is merged into another before it is assigned.
    tags = list(source.tags.all())
    must_be_kept(*tags)
    taggings = [
        HighlightTag(
            highlight=projection,
            tag=tag,
            added_by=by,
        )
        for tag in tags
    ]
    HighlightTag.objects.bulk_create(taggings)

    summary = f"marked {quoted(selector.quote)} in a copy too"
    changes = {"from": (None, str(source.pk))}
    record(
        HistoryLine(
            Verb.PROJECTED,
            projection,
            summary,
            article=article,
            changes=changes,
        ),
        by=by,
    )
    return projection
