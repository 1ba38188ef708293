"""Split an article into which two articles were merged by mistake. Each highlight goes to the article to
which it belongs.
"""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from uuid import uuid4

from django.db import transaction
from django.db.models import Q

from annotations.actions.locking import lock_highlights
from annotations.actions.withdrawing import withdraw
from annotations.logic.vocabulary import OriginState
from annotations.models import Anchor, Dismissal, Highlight, Origin, Provenance
from annotations.queries.passages.parting import (
    PassageFate,
    fates_of,
    highlights_of_revisions,
    independences_of,
    silences_during,
)
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import lock
from newsroom.actions.parting import Parting, announce, divide, revisions_to_part
from newsroom.errors import Conflict
from newsroom.models import Article, Revision, User, Verb
from newsroom.roles import UserRole, require
from newsroom.text.language.counted import counted

CHANGED_MEANWHILE = (
    "Someone changed this article meanwhile, so nothing was done. This is what would be done now."
)


@dataclass(frozen=True, slots=True)
class PartingOutcome:
    """The effects of parting an article.

    `title` and `new_title` are the working titles of the article that stays and of the new one. `numbers` are
    pairs of the number of a revision and the number of its copy in the new article. `going` are the
    highlights of the new article, and `staying` those of the article that stays. `remarks` are sentences
    about everything else that moves, stays or is withdrawn.
    """

    title: str
    new_title: str
    numbers: tuple[tuple[int, int], ...]
    going: tuple[PassageFate, ...]
    staying: tuple[PassageFate, ...]
    remarks: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """Return a hash (SHA-256 in hexadecimal) of the effects."""
        effects = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(effects.encode()).hexdigest()


def rehearse_parting(
    article: Article,
    numbers: Collection[int],
    title: str = "",
    *,
    by: User,
) -> PartingOutcome:
    """Return the effects that `part_article` would have, without changing anything.

    Requires the curator role.
    """
    with transaction.atomic():
        _, outcome = _part(Article(pk=article.pk), numbers, title, by)
        transaction.set_rollback(True)
    return outcome


def part_article(
    article: Article,
    numbers: Collection[int],
    title: str = "",
    *,
    shown: str,
    by: User,
) -> Article:
    """Make a new article of the revisions with these numbers, and return it.

    Requires the curator role. The highlights that a person last drew or confirmed in one of these revisions
    go to the new article, with their tags, evidence, links and comments. Their ids, and so their permalinks,
    stay the same. Silences go with the revision that was current when they were stated. The new article joins
    the stories of the old one, and its origins unless they were rejected, so that no count rises. Statements
    of independence of the old article are withdrawn, because they were about both texts. `title` is the
    working title of the new article, or empty. `shown` is the fingerprint of the rehearsal. Raises `Conflict`
    and does nothing if the effects would be different now, and the errors of `revisions_to_part`.
    """
    with transaction.atomic():
        new, outcome = _part(article, numbers, title, by)
        if outcome.fingerprint != shown:
            raise Conflict(CHANGED_MEANWHILE)
    return new


def _part(
    article: Article,
    numbers: Collection[int],
    title: str,
    by: User,
) -> tuple[Article, PartingOutcome]:
    require(by, UserRole.CURATOR)
    _lock_all(article)
    chosen = revisions_to_part(article, numbers)
    highlights = highlights_of_revisions(article, chosen)
    silences = silences_during(article, chosen)
    if highlights:
        lock_highlights(*highlights)

    parting = divide(article, chosen, title, by=by)
    _move_highlights(highlights, parting)
    for silence in silences:
        silence.article = parting.new
        silence.save(update_fields=["article"])
    remarks = [
        *_remarks_on_fields(parting),
        *_join_origins(parting),
        *_withdraw_independences(article, by),
    ]
    if silences:
        number = counted(len(silences), "silence")
        remarks.append(f"{number} about a claim will belong to the new article.")
    if Dismissal.objects.filter(Q(article=article) | Q(other=article), withdrawn_at=None).exists():
        remarks.append("Candidates that were dismissed may be offered again for the new article.")
    # The highlights of the other article stand in its newest revision only after this.
    announce(parting, by=by)
    outcome = _outcome(parting, remarks)
    _record(parting, outcome, by)
    return parting.new, outcome


def _lock_all(article: Article) -> None:
    """Lock the claims with a statement of independence of the article, and then the article."""
    claims = [statement.claim for statement in independences_of(article)]
    if claims:
        unique = {claim.pk: claim for claim in claims}
        lock(*unique.values())
    lock(article)


def _move_highlights(highlights: Collection[Highlight], parting: Parting) -> None:
    """Move the highlights to the new article, with copies of their anchors in its revisions."""
    by_highlight = {highlight.pk: highlight for highlight in highlights}
    newest: dict[object, Anchor] = {}
    copies = []
    anchors = Anchor.objects.filter(highlight__in=highlights, revision__in=parting.copies)
    for anchor in anchors.order_by("created_at"):
        revision = parting.copies[anchor.revision_id]
        copy = _copy_of(anchor, revision)
        copies.append(copy)
        if revision == parting.new.current:
            newest[anchor.highlight_id] = copy

    # A highlight is moved first, because the database refuses an anchor outside the highlight's article.
    for pk, highlight in by_highlight.items():
        highlight.article = parting.new
        highlight.anchor_id = newest[pk].pk
        highlight.save(update_fields=["article", "anchor"])
    Anchor.objects.bulk_create(copies, batch_size=500)


def _copy_of(anchor: Anchor, revision: Revision) -> Anchor:
    return Anchor(
        id=uuid4(),
        highlight_id=anchor.highlight_id,
        revision=revision,
        start=anchor.start,
        end=anchor.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        state=anchor.state,
        created_by_id=anchor.created_by_id,
    )


def _remarks_on_fields(parting: Parting) -> Iterable[str]:
    article, new, restored = parting.article, parting.new, parting.restored
    if "title" in parting.changes:
        yield f"The other article will be called “{article}”, because its title was that of the new one."
    if new.address:
        yield f"The new article will have the address {new.address}."
    if article.address:
        yield f"“{article}” will have the address {article.address}."
    if "external_id" in parting.changes:
        yield f"The external id {new.external_id} will belong to the new article, which has the newest text."
    if restored and restored.corrects:
        number = restored.corrects.number
        yield (
            f"“{article}” will show the text of its revision {number} with its own masthead, as revision "
            f"{restored.number}."
        )
    stories = [f"“{story}”" for story in new.stories.order_by("title")]
    if stories:
        yield f"Both articles will be in {', '.join(stories)}."


def _join_origins(parting: Parting) -> Iterable[str]:
    """Put the new article into the standing origins of the other article, and yield a sentence about each."""
    origins = Origin.objects.filter(articles=parting.article).exclude(
        state=OriginState.REJECTED.value
    )
    for origin in origins.order_by("name", "pk"):
        Provenance.objects.create(origin=origin, article=parting.new)
        yield (
            f"Both articles will be in the origin “{origin}”, so that no count rises. If only one of them "
            "draws on it, take the other one off."
        )


def _withdraw_independences(article: Article, by: User) -> Iterable[str]:
    """Withdraw the statements that the article and another one are independent, and yield a sentence about
    each.
    """
    for statement in independences_of(article):
        withdraw(statement, by)
        pair = f"“{statement.first}” and “{statement.second}”"
        yield (
            f"That {pair} are independent sources of “{statement.claim}” will be withdrawn, because it was "
            "said of both texts together. State it again if it holds."
        )


def _outcome(parting: Parting, remarks: Collection[str]) -> PartingOutcome:
    numbers = []
    for copy in parting.copies.values():
        original = copy.parted_from
        if original:
            numbers.append((original.number, copy.number))
    return PartingOutcome(
        title=parting.article.title,
        new_title=parting.new.title,
        numbers=tuple(numbers),
        going=tuple(fates_of(parting.new)),
        staying=tuple(fates_of(parting.article)),
        remarks=tuple(remarks),
    )


def _record(parting: Parting, outcome: PartingOutcome, by: User) -> None:
    numbers = [old for old, _ in outcome.numbers]
    revisions = ", ".join(str(number) for number in numbers)
    line = HistoryLine(
        Verb.PARTED,
        parting.article,
        f"parted “{parting.new}” from “{parting.article}”: revisions {revisions}",
        article=parting.article,
        changes={
            **parting.changes,
            "revisions": (numbers, []),
            "other article": (None, str(parting.new.pk)),
            "highlights": (None, [fate.id for fate in outcome.going]),
            "besides": (None, list(outcome.remarks)),
        },
    )
    record(line, by=by)
