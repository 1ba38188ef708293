"""Import annotations of other tools as highlights, with their tags, notes, comments and links."""

from contextlib import AbstractContextManager, nullcontext
from uuid import UUID, uuid4

from django.db import transaction

from annotations.actions.comments import comment_on
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.passages.drawing import PassageLocation, mark_passage
from annotations.actions.passages.highlights import describe_highlight, tag_by_path
from annotations.actions.tags import bring_tags
from annotations.logic.arrivals.checking import check_annotation, check_comment, digest_of, tag_path
from annotations.logic.arrivals.identities import annotation_ids, ids_by_name, link_id, stored_id
from annotations.logic.arrivals.placing import FoundPassage, Occurrence, find_passage
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignComment,
    ForeignDocument,
    ForeignLink,
)
from annotations.logic.interchange.refi_qda import TOOL as REFI_QDA
from annotations.logic.interchange.reports import AnnotationLine, AnnotationReport, AnnotationState
from annotations.logic.interchange.tables import OWN
from annotations.logic.marking.selectors import check
from annotations.logic.vocabulary import Relation
from annotations.models import Highlight, Link
from annotations.queries.foreign.documents import article_of
from annotations.queries.foreign.own_rows import own_row
from newsroom.actions.locking import one_at_a_time
from newsroom.errors import NewsroomError
from newsroom.models import Article, ForeignRow, User
from newsroom.roles import UserRole, require
from newsroom.text.model import Span

_NOWHERE = "Its words do not stand in the article."


@transaction.atomic
def bring_annotations(foreign: ForeignAnnotations, *, by: User) -> AnnotationReport:
    """Import the annotations of a file, and return what became of each. Requires the reporter role.

    An annotation whose words stand once in the current text of its article becomes a highlight of the person.
    Its codes become tags, its replies comments, and relations links. What was imported before is recognised
    by its foreign id and not imported again. An annotation that has no place here is only reported.
    """
    require(by, UserRole.REPORTER)
    one_at_a_time(f"annotations of {foreign.tool}")
    return _Annotations(foreign, by).bring()


def rehearse_annotations(foreign: ForeignAnnotations, *, by: User) -> AnnotationReport:
    """Return what `bring_annotations` would do, and write nothing. Requires the reporter role.

    The rules for links are not checked here.
    """
    require(by, UserRole.REPORTER)
    return _Annotations(foreign, by, rehearsal=True).bring()


class _Annotations:
    """The import of the annotations of one file."""

    def __init__(self, foreign: ForeignAnnotations, by: User, *, rehearsal: bool = False) -> None:
        self.foreign = foreign
        self.by = by
        self.rehearsal = rehearsal
        self.lines: list[AnnotationLine] = []
        self.remarks = list(foreign.unread)
        self.articles: dict[ForeignDocument, Article | str] = {}
        # The ids of the highlights and of their articles by the ids of the annotations.
        self.highlights: dict[str, tuple[UUID, int]] = {}

    def bring(self) -> AnnotationReport:
        """Import tags, annotations and links in this order, and return the report. A rehearsal writes
        nothing.
        """
        tags, remarks = bring_tags(self.foreign.tags, by=self.by, rehearsal=self.rehearsal)
        self.remarks += remarks
        annotations = self.foreign.annotations
        ids = annotation_ids(self.foreign)
        for annotation, one in zip(annotations, ids, strict=True):
            # One annotation that is refused does not keep the others out.
            try:
                with self._one_act():
                    state, reason = self._bring_annotation(annotation, one)
            except NewsroomError as error:
                state, reason = AnnotationState.REFUSED, error.sentence
            self.lines.append(
                AnnotationLine(state, annotation.foreign_id, annotation.exact, reason)
            )
        known = ids_by_name(annotations, ids)
        for link in self.foreign.links:
            try:
                with self._one_act():
                    self._bring_link(link, known.get(link.source, ""), known.get(link.target, ""))
            except NewsroomError as error:
                self.remarks.append(f"{link.foreign_id}: {error.sentence}")
        return AnnotationReport(tuple(self.lines), tuple(self.remarks), tags[True], tags[False])

    def _one_act(self) -> AbstractContextManager[object]:
        # A rehearsal writes nothing, so nobody has to wait for it.
        return nullcontext() if self.rehearsal else transaction.atomic()

    def _bring_annotation(
        self, annotation: ForeignAnnotation, foreign_id: str
    ) -> tuple[AnnotationState, str]:
        # An export of this desk that comes back names highlights that stand here.
        own = self._own_highlight(foreign_id)
        if own:
            self.highlights[foreign_id] = own.pk, own.article_id
            return AnnotationState.SAME, ""
        if self.rehearsal and foreign_id in self.highlights:
            return AnnotationState.SAME, ""
        known = self._known("highlight", foreign_id)
        article = self._article(annotation.document)
        passage = FoundPassage(Occurrence.NOWHERE)
        if isinstance(article, Article):
            passage = find_passage(annotation, article.current.text)
        if known:
            return self._compare(annotation, known, passage)
        if isinstance(article, str):
            return AnnotationState.NOT_FOUND, article
        if passage.span is None:
            if passage.found is Occurrence.AMBIGUOUS:
                return (
                    AnnotationState.AMBIGUOUS,
                    f"Its words stand {passage.times} times in the article.",
                )
            return AnnotationState.NOT_FOUND, _NOWHERE
        return self._mark(annotation, foreign_id, article, passage.span)

    def _mark(
        self, annotation: ForeignAnnotation, foreign_id: str, article: Article, span: Span
    ) -> tuple[AnnotationState, str]:
        # White space may differ, and the desk marks the words as they stand in its own text.
        quote = article.current.text[span.start : span.end]
        place = PassageLocation(article.current, span.start, span.end, quote)
        check_annotation(annotation)
        for reply in annotation.comments:
            check_comment(self._body(reply))
        if self.rehearsal:
            check(place.revision.text, place.start, place.end, place.quote)
            self.highlights[foreign_id] = uuid4(), article.pk
            return AnnotationState.NEW, ""
        highlight, is_new = mark_passage(place, pk=uuid4(), by=self.by, beside_others=True)
        self._describe(highlight, annotation)
        # A highlight that the person drew before stays that person's.
        author = annotation.author if is_new else ""
        digest = digest_of(annotation)
        self._remember("highlight", highlight.pk, foreign_id, author=author, digest=digest)
        self.highlights[foreign_id] = highlight.pk, article.pk
        self._bring_comments(highlight, annotation, foreign_id)
        return AnnotationState.NEW, ""

    def _own_highlight(self, foreign_id: str) -> Highlight | None:
        """Return the highlight whose id is `foreign_id` if this desk may have written the file, or None."""
        if self.foreign.tool not in (OWN, REFI_QDA):
            return None
        return own_row(Highlight, foreign_id)

    def _compare(
        self, annotation: ForeignAnnotation, known: ForeignRow, passage: FoundPassage
    ) -> tuple[AnnotationState, str]:
        """Return the state of an annotation that was imported before, and why, if it changed. Import new
        replies to it, unless it is withdrawn here or marks other words now.
        """
        highlight = Highlight.objects.select_related("anchor").get(pk=known.object_id)
        # What somebody took back here does not come back.
        if highlight.withdrawn_at is not None:
            return AnnotationState.SAME, ""
        anchor = highlight.anchor
        if passage.span and anchor.start is not None and passage.span != anchor.span:
            return (
                AnnotationState.MOVED,
                "It marks other words there now: move it here if that is meant.",
            )
        # Links and replies of what marks other words there are not about these words.
        self.highlights[known.foreign_id] = highlight.pk, highlight.article_id
        self._bring_comments(highlight, annotation, known.foreign_id)
        if known.digest != digest_of(annotation):
            return (
                AnnotationState.MOVED,
                "Its tags or its note changed there: change them here if that is meant.",
            )
        return AnnotationState.SAME, ""

    def _describe(self, highlight: Highlight, annotation: ForeignAnnotation) -> None:
        for code in annotation.tags:
            tag_by_path(highlight, tag_path(code), by=self.by)
        note = annotation.note.strip()
        if not note:
            return
        if annotation.author:
            note = f"{self._person(annotation.author)}: {note}"
        highlight.refresh_from_db()
        if highlight.note:
            # The person has marked the same words before, with a note of their own.
            comment_on(highlight, note, by=self.by)
            return
        describe_highlight(
            highlight,
            note=note,
            attribution=highlight.attribution,
            guessed=highlight.attribution_guessed,
            version=highlight.version,
            by=self.by,
        )

    def _bring_comments(
        self, highlight: Highlight, annotation: ForeignAnnotation, annotation_id: str
    ) -> None:
        for number, reply in enumerate(annotation.comments, start=1):
            foreign_id = reply.foreign_id or f"{annotation_id} reply {number}"
            if self._known("comment", foreign_id):
                continue
            body = self._body(reply)
            check_comment(body)
            if self.rehearsal:
                continue
            comment = comment_on(highlight, body, by=self.by)
            self._remember("comment", comment.pk, foreign_id, author=reply.author)

    def _body(self, reply: ForeignComment) -> str:
        if not reply.author:
            return reply.body
        return f"{self._person(reply.author)}: {reply.body}"

    def _person(self, author: str) -> str:
        # No account has a name with a comma.
        return f"{author}, in {self.foreign.tool}"

    def _bring_link(self, link: ForeignLink, source_name: str, target_name: str) -> None:
        foreign_id = link_id(link, self.foreign.tool, source_name, target_name)
        if self._known("link", foreign_id) or own_row(Link, foreign_id):
            return
        source_place = self.highlights.get(source_name)
        target_place = self.highlights.get(target_name)
        if source_place is None or target_place is None:
            self.remarks.append(f"{link.foreign_id}: one of the two passages has no place here.")
            return
        source_id, source_article = source_place
        target_id, target_article = target_place
        if source_article == target_article:
            self.remarks.append(
                f"{link.foreign_id}: both passages are in one article, and no link joins them."
            )
            return
        if self.rehearsal:
            return
        source = Highlight.objects.get(pk=source_id)
        target = Highlight.objects.get(pk=target_id)
        # A contradiction says in what, which no other tool does.
        relation, note = Relation.CONTEXT, link.label
        if link.label.lower() in set(Relation) - {Relation.CONTRADICTS}:
            relation, note = Relation(link.label.lower()), ""
        made: Link = link_passages(source, target, LinkJudgement(relation, note=note), by=self.by)
        self._remember("link", made.pk, foreign_id)

    def _article(self, document: ForeignDocument) -> Article | str:
        # Many annotations are about one document.
        if document not in self.articles:
            self.articles[document] = article_of(document)
        return self.articles[document]

    def _known(self, object_type: str, foreign_id: str) -> ForeignRow | None:
        rows = ForeignRow.objects.filter(source=self.foreign.tool, object_type=object_type)
        return rows.filter(foreign_id=stored_id(foreign_id)).first()

    def _remember(
        self, object_type: str, pk: object, foreign_id: str, *, author: str = "", digest: str = ""
    ) -> None:
        names = {"created_by": {"name": self._person(author), "at": None}} if author else {}
        ForeignRow.objects.create(
            object_type=object_type,
            object_id=str(pk),
            source=self.foreign.tool,
            foreign_id=stored_id(foreign_id),
            digest=digest,
            names=names,
        )
