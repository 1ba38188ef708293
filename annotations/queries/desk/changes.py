"""Read what happened in a story since an open desk last asked: which highlights changed, and who changed
them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from annotations.models import Comment, Evidence, Highlight, Link
from annotations.queries.desk.pulse import in_story
from newsroom.models import Activity, Article, Revision, Story, Subject, Verb
from newsroom.text.model import Span

#: Most lines of the history that a desk catches up on. After more, it asks for its panes again.
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class DeskChange:
    """A line of the history of the story, and the ids of the highlights whose cards it changed."""

    line: Activity
    highlights: frozenset[str]


@dataclass(frozen=True, slots=True)
class NewerRevision:
    """An article that is open on the desk in an older revision, and its current `revision` with the person
    who added it.
    """

    article: Article
    revision: Revision


def lines_with(story: Story, ids: Collection[int]) -> list[Activity]:
    """Return those lines with the given ids that are about the story, oldest first.

    At most `MOST_LINES` + 1 are returned, so that a caller sees that there are too many.
    """
    return _oldest_first(Activity.objects.filter(in_story(story.pk), id__in=ids))


def lines_after(story: Story, line: int) -> list[Activity]:
    """Return the lines about the story after the line with this id, oldest first.

    At most `MOST_LINES` + 1 are returned, so that a caller sees that there are too many.
    """
    return _oldest_first(Activity.objects.filter(in_story(story.pk), id__gt=line))


def changes_by(lines: Iterable[Activity]) -> list[DeskChange]:
    """Return a change for each line of the history, in their order, with at most three queries."""
    by_subject: dict[str, set[str]] = defaultdict(set)
    all_lines = list(lines)
    for line in all_lines:
        by_subject[line.object_type].add(line.object_id)
    highlights = _highlights_of(by_subject)
    changes = []
    for line in all_lines:
        if line.object_type == Subject.HIGHLIGHT:
            ids = frozenset({line.object_id})
        else:
            ids = frozenset(highlights.get((line.object_type, line.object_id), ()))
        changes.append(DeskChange(line, ids))
    return changes


def touched_spans(
    changes: Collection[DeskChange], reading: Collection[int]
) -> dict[int, list[Span]]:
    """Return the spans (code points) whose painting may have changed, by the id of their article.

    They are where the changed highlights stand now, and where they were moved from. Only articles whose ids
    are in `reading` are listed.
    """
    ids = {pk for change in changes for pk in change.highlights}
    spans: dict[int, list[Span]] = defaultdict(list)
    articles: dict[str, int] = {}
    highlights = Highlight.objects.filter(pk__in=ids, article__in=reading)
    for highlight in highlights.select_related("anchor"):
        articles[str(highlight.pk)] = highlight.article_id
        # A lost passage stands nowhere, but its article is listed: it has another revision then.
        spans_of_article = spans[highlight.article_id]
        if highlight.anchor.start is not None:
            spans_of_article.append(highlight.anchor.span)
    for change in changes:
        article = articles.get(change.line.object_id)
        if article is not None and change.line.verb == Verb.MOVED:
            spans[article] += _span_before(change.line.changes)
    return dict(spans)


def newer_revisions(reading: Collection[int], shown: Collection[int]) -> list[NewerRevision]:
    """Return those of the articles `reading` (ids) whose current revision is not in `shown` (ids)."""
    articles = (
        Article.objects.filter(pk__in=reading)
        .exclude(current__in=shown)
        .select_related("outlet", "current__created_by")
        .defer("current__text", "current__blocks", "current__marks")
        .order_by("pk")
    )
    return [NewerRevision(article, article.current) for article in articles if article.current]


def _oldest_first(lines: QuerySet[Activity]) -> list[Activity]:
    return list(lines.select_related("actor").order_by("id")[: MOST_LINES + 1])


def _highlights_of(subjects: Mapping[str, Collection[str]]) -> dict[tuple[str, str], set[str]]:
    """Return the ids of the highlights to which evidence, links and comments belong, by subject and id.

    Only these three kinds of `subjects` are looked up; others have no entry.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    # Most lines are about other things, and a query for nothing is one too many on each pulse.
    evidence_ids = subjects.get(Subject.EVIDENCE)
    if evidence_ids:
        evidence = Evidence.objects.filter(pk__in=evidence_ids)
        for pk, highlight in evidence.values_list("pk", "highlight"):
            found[Subject.EVIDENCE, str(pk)].add(str(highlight))

    link_ids = subjects.get(Subject.LINK)
    if link_ids:
        links = Link.objects.filter(pk__in=link_ids)
        for pk, source, target in links.values_list("pk", "source", "target"):
            found[Subject.LINK, str(pk)] |= {str(source), str(target)}

    comment_ids = subjects.get(Subject.COMMENT)
    if comment_ids:
        # A comment can be about a claim, too.
        comments = Comment.objects.filter(pk__in=comment_ids, highlight__isnull=False)
        for comment, highlight in comments.values_list("pk", "highlight"):
            found[Subject.COMMENT, str(comment)].add(str(highlight))
    return found


def _span_before(changes: Mapping[str, list[int | None]]) -> list[Span]:
    start, _ = changes.get("start", (None, None))
    end, _ = changes.get("end", (None, None))
    if start is None or end is None:
        return []
    return [Span(start, end)]
