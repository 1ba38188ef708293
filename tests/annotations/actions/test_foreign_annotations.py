"""Test that annotations of other tools become highlights, once."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.foreign_annotations import bring_annotations, rehearse_annotations
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignComment,
    ForeignDocument,
    ForeignLink,
    ForeignTag,
)
from annotations.logic.interchange.reports import AnnotationState
from annotations.models import Comment, Highlight, Link, Tag
from annotations.queries.exports import rows as exports
from newsroom.errors import Forbidden
from newsroom.models import Activity, ForeignRow
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
RAIN = ForeignDocument(title="Rain")


@pytest.fixture
def reporter(db):
    return make.user(UserRole.REPORTER)


@pytest.fixture
def article(db):
    return make.article("Rain fell on Bali. No rain fell on Java.", title="Rain")


def annotation(foreign_id="1", exact="Rain fell", **values):
    return ForeignAnnotation(foreign_id, values.pop("document", RAIN), exact, **values)


def file(*annotations, **values):
    return ForeignAnnotations("hypothesis", annotations, **values)


def states(report):
    return [line.state for line in report.lines]


def test_an_annotation_becomes_a_highlight_with_tags_note_and_replies(article, reporter):
    replies = (ForeignComment("Yes.", "Ben", "", "r1"), ForeignComment("No.", "", "", "r2"))
    sent = annotation(tags=("weather", "Bali|Java"), note="Really?", author="ann", comments=replies)
    report = bring_annotations(file(sent), by=reporter)
    assert states(report) == [AnnotationState.NEW]
    highlight = Highlight.objects.get()
    assert (highlight.anchor.quote, highlight.created_by) == ("Rain fell", reporter)
    assert highlight.note == "ann, in hypothesis: Really?"
    assert [tag.path for tag in highlight.tags.order_by("pk")] == ["weather", "Bali/Java"]
    assert [comment.body for comment in Comment.objects.order_by("pk")] == ["Ben, in hypothesis: Yes.", "No."]


def test_a_second_time_nothing_changes(article, reporter):
    sent = file(annotation(tags=("weather",), comments=(ForeignComment("Yes.", foreign_id="r1"),)))
    bring_annotations(sent, by=reporter)
    lines = Activity.objects.count()
    assert states(bring_annotations(sent, by=make.user())) == [AnnotationState.SAME]
    assert (Highlight.objects.count(), Comment.objects.count(), Activity.objects.count()) == (1, 1, lines)


def test_a_new_reply_joins_what_came_before(article, reporter):
    bring_annotations(file(annotation()), by=reporter)
    more = annotation(comments=(ForeignComment("Yes.", foreign_id="r1"),))
    assert states(bring_annotations(file(more), by=reporter)) == [AnnotationState.SAME]
    assert Comment.objects.get().highlight == Highlight.objects.get()


def test_what_marks_other_words_now_is_told_and_stays(article, reporter):
    bring_annotations(file(annotation()), by=reporter)
    report = bring_annotations(file(annotation(exact="on Java")), by=reporter)
    assert states(report) == [AnnotationState.MOVED]
    assert Highlight.objects.get().anchor.quote == "Rain fell"


def test_other_tags_there_are_told(article, reporter):
    bring_annotations(file(annotation(tags=("weather",))), by=reporter)
    report = bring_annotations(file(annotation(tags=("wind",))), by=reporter)
    assert [line.reason for line in report.lines] == [
        "Its tags or its note changed there: change them here if that is meant."
    ]


def test_what_was_withdrawn_here_does_not_come_back(article, reporter):
    bring_annotations(file(annotation()), by=reporter)
    withdraw_highlight(Highlight.objects.get(), by=reporter)
    assert states(bring_annotations(file(annotation()), by=reporter)) == [AnnotationState.SAME]
    assert Highlight.objects.filter(withdrawn_at=None).count() == 0


@pytest.mark.parametrize(
    ("sent", "state", "reason"),
    [
        (annotation(exact="fell on"), AnnotationState.AMBIGUOUS, "Its words stand 2 times in the article."),
        (annotation(exact="Snow"), AnnotationState.NOT_FOUND, "Its words do not stand in the article."),
        (
            annotation(document=ForeignDocument(title="Snow")),
            AnnotationState.NOT_FOUND,
            "No article here is that document: import it first.",
        ),
        (annotation(tags=("/",)), AnnotationState.REFUSED, "tag"),
    ],
)
def test_what_has_no_place_is_told_and_changes_nothing(article, reporter, sent, state, reason):
    (line,) = bring_annotations(file(sent), by=reporter).lines
    assert line.state is state
    assert reason in line.reason
    assert (Highlight.objects.count(), ForeignRow.objects.count()) == (0, 0)


def test_one_that_is_refused_does_not_keep_the_others_out(article, reporter):
    report = bring_annotations(file(annotation(tags=("/",)), annotation("2", "on Java")), by=reporter)
    assert states(report) == [AnnotationState.REFUSED, AnnotationState.NEW]


def test_words_that_somebody_marked_already_are_marked_beside(article, reporter):
    other = make.highlight(article, "Rain fell")
    bring_annotations(file(annotation()), by=reporter)
    assert Highlight.objects.exclude(pk=other.pk).get().created_by == reporter


def test_one_s_own_highlight_keeps_its_note_and_gets_the_other_as_a_comment(article, reporter):
    own = make.highlight(article, "Rain fell", by=reporter)
    Highlight.objects.filter(pk=own.pk).update(note="Mine.")
    bring_annotations(file(annotation(note="Theirs.")), by=reporter)
    assert Highlight.objects.get().note == "Mine."
    assert Comment.objects.get().body == "Theirs."


def test_a_relation_becomes_a_link_once(article, reporter):
    make.article("It hailed on Sumatra.", title="Hail")
    two = annotation("2", "It hailed", document=ForeignDocument(title="Hail"))
    links = (ForeignLink("r1", "1", "2", "Repeats"), ForeignLink("r2", "1", "9", "x"))
    sent = file(annotation(), two, links=links)
    report = bring_annotations(sent, by=reporter)
    link = Link.objects.get()
    assert (link.relation, link.note) == ("repeats", "")
    assert report.remarks == ("r2: one of the two passages has no place here.",)
    bring_annotations(sent, by=reporter)
    assert Link.objects.count() == 1


def test_a_relation_of_another_name_is_context_with_its_name(article, reporter):
    make.article("It hailed on Sumatra.", title="Hail")
    two = annotation("2", "It hailed", document=ForeignDocument(title="Hail"))
    bring_annotations(
        file(annotation(), two, links=(ForeignLink("r1", "1", "2", "contradicts"),)), by=reporter
    )
    assert (Link.objects.get().relation, Link.objects.get().note) == ("context", "contradicts")


def test_a_relation_within_one_article_is_told(article, reporter):
    sent = file(annotation(), annotation("2", "on Java"), links=(ForeignLink("r1", "1", "2", "x"),))
    report = bring_annotations(sent, by=reporter)
    assert report.remarks == ("r1: both passages are in one article, and no link joins them.",)


def test_codes_become_tags_with_their_definitions_unless_they_are_here(reporter):
    make.tag("known")
    sent = file(
        tags=(ForeignTag("known", "Theirs."), ForeignTag("new/one", "A definition."), ForeignTag("/"))
    )
    report = bring_annotations(sent, by=reporter)
    assert Tag.objects.get(path="known").definition == ""
    assert Tag.objects.get(path="new/one").definition == "A definition."
    assert len(report.remarks) == 1


def exported_creators():
    return [exports.as_dict("annotations", cells)["created_by"] for cells in exports.rows("annotations", {})]


def test_exports_name_who_annotated_elsewhere_and_never_as_an_account(article, reporter):
    make.user(UserRole.EDITOR, "editor")
    bring_annotations(file(annotation(author="editor")), by=reporter)
    assert exported_creators() == ["editor, in hypothesis"]


def test_a_highlight_that_was_drawn_before_stays_that_person_s_in_exports(article, reporter):
    make.highlight(article, "Rain fell", by=reporter)
    bring_annotations(file(annotation(author="hans")), by=reporter)
    assert exported_creators() == [reporter.username]


def test_two_projects_that_count_from_one_do_not_touch_each_other(article, reporter):
    make.article("It hailed on Sumatra.", title="Hail")
    hail = ForeignDocument(title="Hail")
    bring_annotations(replace(file(annotation()), tool="taguette"), by=reporter)
    other = replace(file(annotation(exact="hailed", document=hail)), tool="taguette")
    assert states(bring_annotations(other, by=reporter)) == [AnnotationState.NEW]
    assert states(bring_annotations(other, by=reporter)) == [AnnotationState.SAME]


def test_a_relation_of_what_marks_other_words_now_joins_nothing(article, reporter):
    make.article("It hailed on Sumatra.", title="Hail")
    two = annotation("2", "It hailed", document=ForeignDocument(title="Hail"))
    bring_annotations(file(annotation()), by=reporter)
    moved = file(annotation(exact="on Java"), two, links=(ForeignLink("r1", "1", "2"),))
    report = bring_annotations(moved, by=reporter)
    assert report.remarks == ("r1: one of the two passages has no place here.",)
    assert Link.objects.count() == 0


def test_links_without_an_id_come_once_too(article, reporter):
    make.article("It hailed on Sumatra.", title="Hail")
    two = annotation("2", "It hailed", document=ForeignDocument(title="Hail"))
    sent = file(annotation(), two, links=(ForeignLink("", "1", "2", "repeats"),))
    for _ in range(2):
        bring_annotations(sent, by=reporter)
    assert Link.objects.count() == 1


def test_the_desk_s_own_highlights_are_the_same(article, reporter):
    own = make.highlight(article, "Rain fell")
    sent = replace(file(annotation(str(own.pk)), annotation("no id", "on Java")), tool="newsroom")
    assert states(bring_annotations(sent, by=reporter)) == [AnnotationState.SAME, AnnotationState.NEW]


def test_a_rehearsal_says_the_same_and_changes_nothing(article, reporter):
    sent = file(annotation(tags=("weather",)))
    rehearsed = rehearse_annotations(sent, by=reporter)
    assert (Highlight.objects.count(), Tag.objects.count(), ForeignRow.objects.count()) == (0, 0, 0)
    assert bring_annotations(sent, by=reporter) == rehearsed


def test_a_tag_in_two_rows_of_a_codebook_is_new_once(reporter):
    sent = file(tags=(ForeignTag("new"), ForeignTag("New")))
    rehearsed = rehearse_annotations(sent, by=reporter)
    assert (rehearsed.new_tags, rehearsed.known_tags) == (1, 1)
    assert bring_annotations(sent, by=reporter) == rehearsed


def test_a_rehearsal_of_everything_says_what_is_done_and_only_reads(article, reporter):
    make.article("It hailed on Sumatra.", title="Hail")
    hail = ForeignDocument(title="Hail")
    replies = (ForeignComment("Yes.", foreign_id="c1"),)
    annotations = (
        annotation(comments=replies),
        annotation(comments=replies),
        annotation("2", "It hailed", document=hail, tags=("weather",)),
        annotation("3", "on Java", tags=("/",)),
        annotation("4", "on Java", comments=(ForeignComment(" "),)),
        annotation("5", "on Bali"),
    )
    links = (ForeignLink("r1", "1", "2"), ForeignLink("r2", "1", "5"), ForeignLink("r3", "1", "3"))
    sent = file(*annotations, links=links, tags=(ForeignTag("new"), ForeignTag("/")))
    with CaptureQueriesContext(connection) as queries:
        rehearsed = rehearse_annotations(sent, by=reporter)
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
    assert bring_annotations(sent, by=reporter) == rehearsed
    assert [line.state.value for line in rehearsed.lines] == [
        "new",
        "same",
        "new",
        "refused",
        "refused",
        "new",
    ]


def test_a_reader_may_not(article):
    for act in (bring_annotations, rehearse_annotations):
        with pytest.raises(Forbidden):
            act(file(annotation()), by=make.user(UserRole.READER))


def test_a_codebook_comes_in_and_what_is_here_stays_as_it_is() -> None:
    by = make.user()
    kept = make.tag("People", by=by)
    tags = (ForeignTag("people", "Others."), ForeignTag("claims/number", "A figure."), ForeignTag("a|b"))
    foreign = ForeignAnnotations("table", tags=tags)
    for act in (rehearse_annotations, bring_annotations):
        report = act(foreign, by=by)
        assert (report.new_tags, report.known_tags) == (1, 1)
        assert [remark.partition(":")[0] for remark in report.remarks] == ["a|b"]
    kept.refresh_from_db()
    assert kept.definition == ""
    assert Tag.objects.get(path="claims/number").definition == "A figure."
    assert bring_annotations(foreign, by=by).summary == "0 new tags, 2 known"
