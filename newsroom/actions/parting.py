"""Split an article into which two articles were merged by mistake.

The revisions of the second article are copied into a new article. They also stay readable in the first
article, because stored revisions never change.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.actions.history import change, shortened
from newsroom.actions.revision_copies import copy_of, masthead_columns
from newsroom.actions.storing import store, store_all
from newsroom.errors import Invalid
from newsroom.models import Article, Capture, Revision, StoryArticle, User
from newsroom.search.indexing import index_revision, index_revisions
from newsroom.signals import revisions_imported
from newsroom.text.addresses.article_addresses import article_address
from newsroom.text.changes.corrections import differences, without_carried
from newsroom.text.model import Metadata

#: The longest working title that is made from a headline or a text, in characters.
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Parting:
    """An article that was parted into two.

    `copies` is {id of each revision that left `article`: its copy in `new`}, in the order of their numbers.
    `restored` is the new current revision of `article`, and `replaced` the one before it; both are None if
    the current revision stayed as it was. `changes` is {field of `article`: (old, new)}.
    """

    article: Article
    new: Article
    copies: dict[int, Revision]
    restored: Revision | None
    replaced: Revision | None
    changes: dict[str, tuple[object, object]]


def revisions_to_part(article: Article, numbers: Collection[int]) -> list[Revision]:
    """Return the revisions of `article` that go to a new article: those with these numbers, and all that have
    the same text.

    A correction by the desk has the text of the revision that it corrects, so both always go together. The
    list is sorted by number. Raises `Invalid` if no revision or every revision is chosen, if a number is
    unknown, if a revision went to another article before, or if the article has only one text.
    """
    _must_be_here(article, numbers)
    own = own_revisions(article)
    texts = {revision.pk: _text_of(revision, own) for revision in own}
    if len(set(texts.values())) < 2:
        raise Invalid("This article has only one text, so there is nothing to part.")
    if not numbers:
        raise Invalid("Choose the revisions that are the other article.")
    unknown = set(numbers) - {revision.number for revision in own}
    if unknown:
        raise Invalid(
            f"The article has no revision {min(unknown)} to part. Open the page again, then choose."
        )

    chosen_texts = {texts[revision.pk] for revision in own if revision.number in numbers}
    chosen = [revision for revision in own if texts[revision.pk] in chosen_texts]
    if len(chosen) == len(own):
        raise Invalid(
            "Leave at least one revision with this article: it keeps what you do not choose."
        )
    return chosen


def own_revisions(article: Article) -> list[Revision]:
    """Return the revisions of the article that did not go to another one, sorted by number."""
    return list(article.revisions.filter(parted_into=None).order_by("number"))


def divide(
    article: Article,
    chosen: Collection[Revision],
    title: str,
    *,
    by: User,
) -> Parting:
    """Store a new article with copies of the revisions `chosen` of `article`, and return both.

    Call this inside the transaction of an act that has checked the role and locked `article`; then call
    `announce`. The new article has the outlet and the stories of `article`, and the working title `title`, or
    its headline if that is empty. Masthead fields that an import carried from one of the two articles to the
    other are removed. The address and the external id go to the article that has the newest text, because
    that is what they show now.
    """
    staying = [revision for revision in own_revisions(article) if revision not in chosen]
    mastheads = {revision.pk: _own_masthead(revision, chosen, staying) for revision in chosen}
    newest = max(chosen, key=lambda revision: revision.number)
    current_leaves = article.current in chosen
    address = article_address(mastheads[newest.pk].url)
    external_id = article.external_id
    # The article with the newest text keeps or gets what leads to it.
    if not current_leaves:
        external_id = ""
        if address == article.address:
            address = ""

    last = staying[-1]
    masthead = _own_masthead(last, staying, chosen)
    titles_leaving = {masthead.title for masthead in mastheads.values()}
    values_left = _title_left(article, last, masthead, titles_leaving)
    if current_leaves:
        values_left |= _keys_left(article, masthead, address)
    # An address belongs to one article, so it is given up before the new article gets it.
    changes = change(article, values_left)
    new = Article(
        title=title.strip() or _title_of(newest, mastheads[newest.pk]),
        outlet=article.outlet,
        address=_free(address, article),
        external_id=external_id,
        created_by=by,
    )
    store(new)
    copies = _store_copies(new, chosen, mastheads, by)
    new.current = copies[newest.pk]
    new.save(update_fields=["current"])
    _put_into_stories_of(article, new, by)

    restored: Revision | None = None
    replaced: Revision | None = None
    if current_leaves or masthead != last.metadata:
        replaced = article.current
        restored = _restore(article, last, masthead, by)
    return Parting(article, new, copies, restored, replaced, changes)


def announce(parting: Parting, *, by: User) -> None:
    """Index the texts of both articles, and send `revisions_imported` for them.

    Call this inside the transaction of the act, after the highlights were moved to their articles.
    """
    index_revisions([parting.new.current])
    imported: list[tuple[Revision, Revision | None]] = [(parting.new.current, None)]
    if parting.restored:
        index_revision(parting.restored, parting.replaced)
        imported.append((parting.restored, parting.replaced))
    ahead: list[tuple[object, ...]] = [()] * len(imported)
    revisions_imported.send(Revision, imported=imported, ahead=ahead, by=by)


def _must_be_here(article: Article, numbers: Collection[int]) -> None:
    gone = article.revisions.filter(number__in=numbers).exclude(parted_into=None)
    revision = gone.select_related("parted_into__article").order_by("number").first()
    if revision:
        raise Invalid(
            f"Revision {revision.number} went to “{revision.parted_into.article}” already."
        )


def _text_of(revision: Revision, own: Collection[Revision]) -> int:
    """Return the id of the first revision in the chain of corrections that ends with `revision`."""
    corrects = {each.pk: each.corrects_id for each in own}
    first = revision.pk
    while (corrected := corrects.get(first)) is not None:
        first = corrected
    return first


def _own_masthead(
    revision: Revision, own: Iterable[Revision], others: Iterable[Revision]
) -> Metadata:
    """Return the masthead of `revision` without the values that its import carried over from the other
    article.

    An import keeps the masthead fields that a newer source leaves empty. `own` are the revisions of the same
    article, and `others` those of the other article, both sorted by number.
    """
    before = [other.metadata for other in others if other.number < revision.number]
    if not before:
        return revision.metadata
    own_before = [each.metadata for each in own if each.number < revision.number]
    return without_carried(
        revision.metadata_as_read,
        revision.metadata,
        before[-1],
        own_before[-1] if own_before else None,
    )


def _title_of(revision: Revision, masthead: Metadata) -> str:
    """Return a working title for the article of `revision`: its headline, or the beginning of its text."""
    return shortened(masthead.title or " ".join(revision.text.split()), _LONGEST_TITLE)


def _keys_left(article: Article, masthead: Metadata, address: str) -> dict[str, str]:
    """Return the address and the external id of `article` after its current text left it.

    `masthead` is the masthead that stays, and `address` is the address of the new article.
    """
    left = article_address(masthead.url)
    if left == address:
        left = ""
    return {"address": _free(left, article), "external_id": ""}


def _title_left(
    article: Article, last: Revision, masthead: Metadata, leaving: Collection[str]
) -> dict[str, str]:
    """Return `{"title": …}` with a new working title for `article` if its title is one of the headlines
    `leaving`.

    The dict is empty otherwise. The working title of an article is at first its headline, which may be that
    of the other article.
    """
    if article.title == masthead.title or article.title not in leaving:
        return {}
    return {"title": _title_of(last, masthead)}


def _free(address: str, article: Article) -> str:
    """Return `address`, or an empty string if another article than `article` has it."""
    others = Article.objects.exclude(pk=article.pk)
    if address and others.filter(address=address).exists():
        return ""
    return address


def _store_copies(
    new: Article, chosen: Collection[Revision], mastheads: Mapping[int, Metadata], by: User
) -> dict[int, Revision]:
    """Store copies of the revisions `chosen` in the article `new`, with captures, and return {id: copy}.

    `mastheads` is {id of each revision: the masthead of its copy}.
    """
    copies: dict[int, Revision] = {}
    for number, revision in enumerate(chosen, start=1):
        copy = copy_of(
            revision,
            article=new,
            number=number,
            parted_from=revision,
            corrects=copies.get(revision.corrects_id or 0),
            created_by=by,
            **_masthead_values(revision, mastheads[revision.pk]),
        )
        store(copy)
        copies[revision.pk] = copy

    captures = []
    for capture in Capture.objects.filter(revision__in=copies):
        values = {
            name: getattr(capture, name) for name in ("asked", "address", "at", "status", "headers")
        }
        captures.append(Capture(revision=copies[capture.revision_id], **values))
    store_all(captures)
    return copies


def _put_into_stories_of(article: Article, new: Article, by: User) -> None:
    memberships = []
    for story in article.stories.all():
        memberships.append(StoryArticle(story=story, article=new, added_by=by))
    store_all(memberships)


def _restore(article: Article, last: Revision, masthead: Metadata, by: User) -> Revision:
    """Store a copy of `last`, the newest revision that stays, as the current revision of `article`."""
    restored = copy_of(
        last,
        article=article,
        number=article.current.number + 1,
        corrects=last,
        created_by=by,
        **_masthead_values(last, masthead),
    )
    store(restored)
    article.current = restored
    article.save(update_fields=["current"])
    return restored


def _masthead_values(revision: Revision, masthead: Metadata) -> dict[str, Any]:
    """Return the columns of a copy of `revision`: those that hold `masthead`, and the values that its source
    states instead.
    """
    values = masthead_columns(masthead)
    values["read"] = differences(
        revision.metadata_as_read, revision.document_as_read, masthead, revision.document
    )
    return values
