"""Read what pages show about the differences between two revisions of an article."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from newsroom.models import Article, Capture, Revision
from newsroom.text.changes.elapsed import after_publication
from newsroom.text.changes.essence import essence
from newsroom.text.changes.rows import (
    ComparisonRow,
    Edit,
    Fate,
    WordChange,
    compare,
    edits,
    word_by_word,
)
from newsroom.text.language.counted import counted
from newsroom.text.model import Span

#: A row of at least so many unchanged paragraphs is folded, except for its first and last paragraph.
_FEWEST_FOLDED = 4
#: What the summary counts, in this order.
_COUNTED = {
    Fate.CHANGED: "changed",
    Fate.ADDED: "added",
    Fate.REMOVED: "removed",
    Fate.MOVED: "moved",
}


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A highlighted passage of a revision.

    Receivers of `revision_shown` return such passages. `id` is the id of the highlight, `span` its place in
    the text, and `quote` its words. `hue` is a colour of the palette and `state` a pattern. `label` and
    `href` are the text and the link in the list beside the article.
    """

    id: str
    span: Span
    hue: str
    state: str
    quote: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class MastheadField:
    """One field of the masthead that differs between two revisions.

    `label` is its name for people. `words` are the changes of words from `before` to `after`.
    """

    label: str
    before: str
    after: str
    words: tuple[WordChange, ...]

    @property
    def minor(self) -> bool:
        """Return whether the two values differ only in white space or punctuation."""
        return essence(self.before) == essence(self.after)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Paragraphs of a comparison that are shown together.

    If they are folded, `folded` is the text shown for them, such as “5 paragraphs unchanged”; else it is
    empty.
    """

    rows: tuple[ComparisonRow, ...]
    folded: str = ""


@dataclass(frozen=True, slots=True)
class RevisionComparison:
    """The comparison of an older and a newer revision of an article.

    `fields` are the fields of the masthead that differ. `groups` are the compared paragraphs. `summary` says
    in words how many paragraphs differ.
    """

    old: Revision
    new: Revision
    fields: tuple[MastheadField, ...]
    groups: tuple[RowGroup, ...]
    summary: str

    @property
    def when(self) -> str:
        """Return when the newer revision was imported, such as “2 hours after publication”.

        Returns an empty string if the time of publication is unknown or later than the import.
        """
        return _seen_after_publication(self.old, self.new)


@dataclass(frozen=True, slots=True)
class LatestChange:
    """The latest change of an article by its outlet.

    `previous` and `current` are the revisions before and after the change. `fields` are the fields of the
    masthead that differ, and `edits` are the sentences that differ.
    """

    previous: Revision
    current: Revision
    fields: tuple[MastheadField, ...]
    edits: tuple[Edit, ...]

    @property
    def when(self) -> str:
        """Return when the newer revision was imported, such as “2 hours after publication”.

        Returns an empty string if the time of publication is unknown or later than the import.
        """
        return _seen_after_publication(self.previous, self.current)


def comparison(old: Revision, new: Revision) -> RevisionComparison:
    """Compare two revisions of one article, `old` and `new`."""
    rows = compare(old.document, new.document)
    return RevisionComparison(
        old,
        new,
        fields=tuple(_fields(old, new)),
        groups=tuple(_groups(rows)),
        summary=_summary(rows),
    )


def latest_changes(articles: Iterable[Article]) -> dict[int, LatestChange]:
    """Return the latest change of each article, by article id. Articles that their outlet never changed are
    left out.

    A correction by the desk (a revision with `corrects`) is not a change of the article, so the newest
    revision without `corrects` is compared with the revision before it. Revisions that went to another
    article are ignored. Takes one query if `current` of each article is loaded, and none if each article has
    only one revision.
    """
    revised = {
        article.pk: article
        for article in articles
        if article.current and article.current.number > 1
    }
    if not revised:
        return {}

    pairs: dict[int, list[Revision]] = {}
    for revision in _last_two_revisions(revised.values()):
        # The article is loaded already, so the page needs no query for it.
        revision.article = revised[revision.article_id]
        pairs.setdefault(revision.article_id, []).append(revision)

    changes = {}
    for article, pair in pairs.items():
        # There is only one revision if the desk has only corrected the first one since.
        if len(pair) > 1:
            old, new = pair
            fields = tuple(_fields(old, new))
            changes[article] = LatestChange(old, new, fields, edits(old.document, new.document))
    return changes


def capture_of(revision: Revision) -> Capture | None:
    """Return the record of how the bytes of a revision were fetched, or None if they were not fetched.

    For a correction by the desk, the result is the record of the revision that was corrected.
    """
    captures = Capture.objects.filter(
        revision__article=revision.article_id,
        revision__original=revision.original_id,
        revision__number__lte=revision.number,
    )
    return captures.order_by("-revision__number").first()


def _last_two_revisions(articles: Iterable[Article]) -> QuerySet[Revision]:
    """Return, for each article, the newest revision without `corrects` and the revision before it, sorted by
    article and number.

    Revisions that went to another article are left out, as if the article had never had them.
    """
    own = Revision.objects.filter(article=OuterRef("article"), parted_into=None)
    newest = own.filter(corrects=None).order_by("-number").values("number")[:1]
    with_newest = Revision.objects.filter(article__in=articles).annotate(newest=Subquery(newest))
    earlier = own.filter(number__lt=OuterRef("newest")).order_by("-number").values("number")[:1]
    with_both = with_newest.annotate(before=Subquery(earlier))
    last_two = with_both.filter(Q(number=F("newest")) | Q(number=F("before")))
    return last_two.order_by("article", "number")


def _seen_after_publication(old: Revision, new: Revision) -> str:
    return after_publication(old.published_at, old.published_on_day, new.created_at)


def _fields(old: Revision, new: Revision) -> Iterator[MastheadField]:
    """Yield the fields of the masthead that differ between the two revisions; nothing if none differs."""
    pairs = {
        "Headline": (old.headline, new.headline),
        "Byline": (old.byline, new.byline),
        "Credit": (old.credit, new.credit),
        "Published": (_date(old), _date(new)),
    }
    for label, (before, after) in pairs.items():
        if before != after:
            yield MastheadField(label, before, after, word_by_word(before, after))


def _date(revision: Revision) -> str:
    moment = revision.published_at
    if moment is None:
        return ""
    day = f"{moment.day} {moment:%B %Y}"
    if revision.published_on_day:
        return day
    return f"{day}, {moment:%H:%M} UTC"


def _groups(rows: Collection[ComparisonRow]) -> Iterator[RowGroup]:
    """Yield the rows of a comparison in groups that are shown together.

    Rows with only minor changes are folded. Unchanged rows in a row are folded too, except for the first and
    the last, if there are at least `_FEWEST_FOLDED`.
    """
    for fate, same_fate in groupby(rows, key=_foldable_fate):
        group = tuple(same_fate)
        if fate is Fate.MINOR:
            yield RowGroup(
                group, f"{counted(len(group), 'minor change')}: white space or punctuation alone"
            )
        elif fate is Fate.KEPT and len(group) >= _FEWEST_FOLDED:
            # The first and the last paragraph are beside a change, where they help to understand it.
            first, *inside, last = group
            yield RowGroup((first,))
            yield RowGroup(tuple(inside), f"{len(inside)} paragraphs unchanged")
            yield RowGroup((last,))
        else:
            yield RowGroup(group)


def _foldable_fate(row: ComparisonRow) -> Fate | None:
    """Return the fate of a row (what became of its paragraph) if rows with this fate are folded, else None.

    Only unchanged paragraphs and those with minor changes are folded.
    """
    if row.fate in (Fate.KEPT, Fate.MINOR):
        return row.fate
    return None


def _summary(rows: Collection[ComparisonRow]) -> str:
    """Return a summary such as “2 paragraphs changed, 1 added, 1 moved”, or a sentence which says that no
    paragraph differs.
    """
    # The old place of a moved paragraph has a fate of its own, which is not counted.
    numbers = Counter(row.fate for row in rows)
    parts: list[str] = []
    for fate, verb in _COUNTED.items():
        number = numbers[fate]
        if not number:
            continue
        # The noun is written once, before the first verb.
        amount = str(number) if parts else counted(number, "paragraph")
        parts.append(f"{amount} {verb}")
    return ", ".join(parts) or "No paragraph says anything else"
