"""Read which highlights belong to which of the two articles of a parting, and what else depends on them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from annotations.logic.vocabulary import BY_HAND
from annotations.models import Anchor, Highlight, Independence, Silence
from newsroom.models import Article, Revision
from newsroom.text.language.counted import counted


@dataclass(frozen=True, slots=True)
class PassageFate:
    """A highlight of one of the two articles of a parting.

    `id` is its id, `quote` its words, and `state` its state in the newest revision of its article. `uses`
    lists what depends on it, such as “evidence for 1 claim, 2 links”; it is empty if nothing does.
    """

    id: str
    quote: str
    state: str
    uses: str


def highlights_of_revisions(article: Article, revisions: Collection[Revision]) -> list[Highlight]:
    """Return those highlights of the article that a person last drew or confirmed in one of `revisions`.

    Withdrawn highlights are among them.
    """
    by_hand = Anchor.objects.filter(highlight__article=article, state__in=BY_HAND)
    pairs = by_hand.order_by("created_at").values_list("highlight_id", "revision_id")
    # A later anchor of a highlight replaces an earlier one in the dict.
    revision_of = dict(pairs)
    chosen = {revision.pk for revision in revisions}
    ids = [highlight for highlight, revision in revision_of.items() if revision in chosen]
    return list(Highlight.objects.filter(pk__in=ids).order_by("created_at", "pk"))


def silences_during(article: Article, revisions: Collection[Revision]) -> list[Silence]:
    """Return the silences of the article that were stated while one of `revisions` was its newest one."""
    chosen = {revision.pk for revision in revisions}
    stored = list(article.revisions.order_by("number").values_list("pk", "created_at"))
    silences = []
    for silence in Silence.objects.filter(article=article).order_by("created_at", "pk"):
        read = [pk for pk, created_at in stored if created_at <= silence.created_at]
        if read and read[-1] in chosen:
            silences.append(silence)
    return silences


def independences_of(article: Article) -> QuerySet[Independence]:
    """Return the statements that the article and another one are independent, without withdrawn ones."""
    either = Q(first=article) | Q(second=article)
    statements = Independence.objects.filter(either, withdrawn_at=None)
    return statements.select_related("claim", "first", "second").order_by("created_at", "pk")


def fates_of(article: Article) -> list[PassageFate]:
    """Return each highlight of the article with its state in the newest revision, in reading order.

    Lost passages come first. Withdrawn highlights are included.
    """
    highlights = (
        Highlight.objects.filter(article=article)
        .select_related("anchor")
        .annotate(
            claims=_number_of("evidence"),
            sources=_number_of("links_out"),
            targets=_number_of("links_in"),
            remarks=_number_of("comments"),
        )
    )
    in_order = sorted(
        highlights, key=lambda highlight: (highlight.anchor.start or 0, str(highlight.pk))
    )
    return [_fate(highlight) for highlight in in_order]


def _number_of(related: str) -> Count:
    standing = Q(**{f"{related}__withdrawn_at": None})
    return Count(related, filter=standing, distinct=True)


def _fate(highlight: Highlight) -> PassageFate:
    state = highlight.anchor.get_state_display()
    if highlight.withdrawn_at:
        state = "Withdrawn"
    return PassageFate(
        id=str(highlight.pk),
        quote=highlight.anchor.quote,
        state=state,
        uses=", ".join(_uses(highlight)),
    )


def _uses(highlight: Any) -> Iterable[str]:
    """Yield phrases for what depends on a highlight. `fates_of` has added the numbers to it."""
    links = highlight.sources + highlight.targets
    if highlight.claims:
        yield f"evidence for {counted(highlight.claims, 'claim')}"
    if links:
        yield counted(links, "link")
    if highlight.remarks:
        yield counted(highlight.remarks, "comment")
