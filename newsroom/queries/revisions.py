"""What the pages show of how an article changed from one revision to another."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, OuterRef, Q, Subquery

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


@dataclass(frozen=True, slots=True)
class MastheadField:
    """A part of the masthead before and after."""

    label: str
    before: str
    after: str
    words: tuple[WordChange, ...]

    @property
    def minor(self) -> bool:
        return essence(self.before) == essence(self.after)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Paragraphs shown together. `folded` says what is folded away, blank where they stand open."""

    rows: tuple[ComparisonRow, ...]
    folded: str = ""


@dataclass(frozen=True, slots=True)
class RevisionComparison:
    """Two revisions, side by side. `fields` are those of the masthead that differ."""

    old: Revision
    new: Revision
    fields: tuple[MastheadField, ...]
    groups: tuple[RowGroup, ...]
    summary: str

    @property
    def when(self) -> str:
        """When the change was seen, such as “2 hours after publication”; blank where nobody knows."""
        return after_publication(self.old.published_at, self.old.published_on_day, self.new.created_at)


@dataclass(frozen=True, slots=True)
class LatestChange:
    """What the newest revision of an article changed: the fields of its masthead, and its sentences."""

    previous: Revision
    current: Revision
    fields: tuple[MastheadField, ...]
    edits: tuple[Edit, ...]

    @property
    def when(self) -> str:
        return after_publication(
            self.previous.published_at, self.previous.published_on_day, self.current.created_at
        )


def comparison(old: Revision, new: Revision) -> RevisionComparison:
    """Both revisions of one article, ready to be shown."""
    rows = compare(old.document, new.document)
    return RevisionComparison(old, new, tuple(_fields(old, new)), tuple(_groups(rows)), _summary(rows))


def changed(articles: Iterable[Article]) -> dict[int, LatestChange]:
    """By article, what its newest revision changed; those that have one revision are left out.

    The desk's own corrections are no change of the article: the newest revision is the last that corrects
    none.

    One query for articles that come with their `current`, none where nothing changed.
    """
    listed = [article for article in articles if article.current and article.current.number > 1]
    if not listed:
        return {}
    pairs: dict[int, list[Revision]] = {}
    published = (
        Revision.objects.filter(article=OuterRef("article"), corrects=None)
        .order_by("-number")
        .values("number")
    )
    wanted = Revision.objects.annotate(newest=Subquery(published[:1])).filter(
        Q(number=F("newest")) | Q(number=F("newest") - 1), article__in=listed
    )
    for revision in wanted.order_by("article", "number"):
        pairs.setdefault(revision.article_id, []).append(revision)
    pairs = {article: pair for article, pair in pairs.items() if len(pair) == 2}
    by_id = {article.pk: article for article in listed}
    for revision in (revision for pair in pairs.values() for revision in pair):
        revision.article = by_id[revision.article_id]
    return {
        article: LatestChange(old, new, tuple(_fields(old, new)), edits(old.document, new.document))
        for article, (old, new) in pairs.items()
    }


def _fields(old: Revision, new: Revision) -> Iterator[MastheadField]:
    told = {
        "Headline": (old.headline, new.headline),
        "Byline": (old.byline, new.byline),
        "Credit": (old.credit, new.credit),
        "Published": (_date(old), _date(new)),
    }
    for label, (before, after) in told.items():
        if before != after:
            yield MastheadField(label, before, after, word_by_word(before, after))


def _date(revision: Revision) -> str:
    moment = revision.published_at
    if moment is None:
        return ""
    day = f"{moment.day} {moment:%B %Y}"
    return day if revision.published_on_day else f"{day}, {moment:%H:%M} UTC"


def _groups(rows: Collection[ComparisonRow]) -> Iterator[RowGroup]:
    """Changes in the open; minor ones folded, and of what was kept all but its first and last paragraph."""
    for fate, found in groupby(
        rows, key=lambda row: row.fate if row.fate in (Fate.KEPT, Fate.MINOR) else None
    ):
        same = tuple(found)
        if fate is Fate.MINOR:
            yield RowGroup(same, f"{counted(len(same), 'minor change')}: white space or punctuation alone")
        elif fate is Fate.KEPT and len(same) > 3:
            yield from (
                RowGroup(same[:1]),
                RowGroup(same[1:-1], f"{len(same) - 2} paragraphs unchanged"),
                RowGroup(same[-1:]),
            )
        else:
            yield RowGroup(same)


def _summary(rows: Collection[ComparisonRow]) -> str:
    """Such as “2 paragraphs changed, 1 added, 1 moved”."""
    told = [
        (Fate.CHANGED, "changed"),
        (Fate.ADDED, "added"),
        (Fate.REMOVED, "removed"),
        (Fate.MOVED, "moved"),
    ]
    counts = [(sum(row.fate is fate for row in rows), verb) for fate, verb in told]
    found = [(number, verb) for number, verb in counts if number]
    if not found:
        return "No paragraph says anything else"
    (number, verb), *others = found
    return ", ".join(
        [f"{counted(number, 'paragraph')} {verb}", *(f"{number} {verb}" for number, verb in others)]
    )


def capture_of(revision: Revision) -> Capture | None:
    """How the bytes of a revision were fetched, for the article it belongs to: a correction has those of its
    source.
    """
    same = Capture.objects.filter(
        revision__article=revision.article_id, revision__original=revision.original_id
    )
    return same.filter(revision__number__lte=revision.number).order_by("-revision__number").first()
