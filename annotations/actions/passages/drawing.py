"""Draw highlights: always, or only if the same words are not marked yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from annotations.actions.passages.highlights import anchor_for, tag_highlight
from annotations.actions.passages.tellers import guessed_teller
from annotations.actions.tags import find_or_make_tag, must_be_kept
from annotations.logic.marking.selectors import Selector, check
from annotations.logic.sources.attribution import guess_speaker
from annotations.models import Anchor, Highlight, HighlightTag, Tag
from newsroom.actions.history import HistoryLine, quoted, record
from newsroom.actions.locking import lock
from newsroom.errors import Conflict
from newsroom.models import Revision, User, Verb
from newsroom.roles import UserRole, require
from newsroom.text.model import Span

NEWER_REVISION = "The article has a newer revision. Reload the page and mark the passage there."
ID_IN_USE = "Another highlight has this id already. Reload the page and mark the passage again."


@dataclass(frozen=True, slots=True)
class PassageLocation:
    """The place of a passage in a revision. The passage need not be highlighted.

    `start` and `end` are code points in the text of the revision, `end` exclusive. `quote` is the text there.
    """

    revision: Revision
    start: int
    end: int
    quote: str


class MarkedByAnother(Conflict):
    """The error that another person has marked the same words. `highlight` is the highlight of that
    person.
    """

    def __init__(self, highlight: Highlight) -> None:
        super().__init__(
            f"{highlight.created_by} has marked these words already. Open that highlight, or mark them too."
        )
        self.highlight = highlight


@transaction.atomic
def draw_highlight(
    revision: Revision,
    start: int,
    end: int,
    quote: str,
    *,
    by: User,
    tags: Iterable[Tag] = (),
) -> Highlight:
    """Highlight the passage at `start..end` (code points) of `revision`, and return the highlight.

    The speaker of the passage is guessed from a verb of speech next to it, and its teller from its sentences
    and from what the article credits. Both are stored as guesses, the teller also if none is found. Requires
    the reporter role. Raises `Invalid` if the text at this place is not `quote`, and `Conflict` if the
    article has a newer revision.
    """
    selector = _checked(PassageLocation(revision, start, end, quote), by)
    return _draw(revision, selector, pk=uuid4(), by=by, tags=tags)


@transaction.atomic
def mark_passage(
    place: PassageLocation,
    *,
    pk: UUID,
    by: User,
    tags: Iterable[Tag] = (),
    paths: Iterable[str] = (),
    beside_others: bool = False,
) -> tuple[Highlight, bool]:
    """Highlight a passage, unless these words are marked already. Return the highlight, and whether it is
    new.

    A new highlight gets the id `pk`. If the highlight with this id exists, it is returned as it is, because
    the act was sent before. If the person has marked the same words, that highlight gets the tags and is
    returned. `paths` are further tags by their paths; those that the codebook does not have are added there.
    Requires the reporter role. Raises the errors of `draw_highlight`, and `MarkedByAnother` if another person
    has marked the same words and `beside_others` is false.
    """
    selector = _checked(place, by)
    with_this_id, on_these_words = _known_highlights(place.revision, selector, pk)
    if with_this_id:
        if with_this_id.created_by_id != by.pk:
            raise Conflict(ID_IN_USE)
        return with_this_id, False

    all_tags = [*tags, *(find_or_make_tag(path, by=by)[0] for path in paths)]
    for highlight in on_these_words:
        if highlight.created_by_id == by.pk:
            for tag in all_tags:
                tag_highlight(highlight, tag, by=by)
            return highlight, False
    if on_these_words and not beside_others:
        raise MarkedByAnother(on_these_words[0])
    return _draw(place.revision, selector, pk=pk, by=by, tags=all_tags), True


def _checked(place: PassageLocation, by: User) -> Selector:
    """Lock the article, and return the selector of the passage.

    Requires the reporter role. Raises `Conflict` if the article has a newer revision, and `Invalid` if the
    text at this place is not the quote.
    """
    require(by, UserRole.REPORTER)
    # The lock prevents that a new revision is imported, or the same words are marked, at the same time.
    lock(place.revision.article)
    if place.revision.article.current_id != place.revision.pk:
        raise Conflict(NEWER_REVISION)
    return check(place.revision.text, place.start, place.end, place.quote)


def _known_highlights(
    revision: Revision, selector: Selector, pk: UUID
) -> tuple[Highlight | None, list[Highlight]]:
    """Return the highlight with the id `pk` or None, and the other highlights on exactly these words, oldest
    first.

    The list contains no withdrawn highlights, and no highlights that stood there earlier and were moved.
    """
    on_these_words = Q(revision=revision, start=selector.start, end=selector.end)
    # One query looks for both, because people wait for the answer to this act most often.
    anchors = Anchor.objects.filter(Q(highlight=pk) | on_these_words)
    with_this_id = None
    standing = []
    for anchor in anchors.select_related("highlight__created_by").order_by("highlight__created_at"):
        highlight = anchor.highlight
        if highlight.anchor_id != anchor.pk:
            continue
        # The anchor is at hand, so it is not read again.
        highlight.anchor = anchor
        if highlight.pk == pk:
            with_this_id = highlight
        elif highlight.withdrawn_at is None:
            standing.append(highlight)
    return with_this_id, standing


def _draw(
    revision: Revision,
    selector: Selector,
    *,
    pk: UUID,
    by: User,
    tags: Iterable[Tag],
) -> Highlight:
    span = Span(selector.start, selector.end)
    speaker = guess_speaker(revision.document, span)[:200]
    teller = guessed_teller(revision, span)
    highlight = Highlight(
        pk=pk,
        article=revision.article,
        attribution=speaker,
        attribution_guessed=bool(speaker),
        teller=teller,
        # “No other outlet” is a guess too, which a person may correct.
        teller_guessed=True,
        created_by=by,
    )
    anchor = anchor_for(highlight, revision, selector, by)
    highlight.anchor = anchor
    highlight.save(force_insert=True)
    anchor.save(force_insert=True)

    tags = list(tags)
    must_be_kept(*tags)
    taggings = [HighlightTag(highlight=highlight, tag=tag, added_by=by) for tag in tags]
    HighlightTag.objects.bulk_create(taggings)
    paths = [str(tagging.tag) for tagging in taggings]
    line = HistoryLine(
        Verb.DRAWN,
        highlight,
        f"highlighted {quoted(selector.quote)}",
        article=revision.article,
        changes={"tags": ([], paths)} if paths else {},
    )
    record(line, by=by)
    return highlight
