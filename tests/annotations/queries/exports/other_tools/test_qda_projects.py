"""Test that a story is written as a project of REFI-QDA, and comes back as the same passages."""

import io
import zipfile
from uuid import uuid4

import pytest
from lxml import etree

from annotations.actions.foreign_annotations import bring_annotations
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.passages.highlights import describe_highlight, withdraw_highlight
from annotations.logic.interchange.refi_qda import read_project
from annotations.logic.interchange.reports import AnnotationState
from annotations.models import Highlight, Link
from annotations.queries.exports.other_tools.qda_projects import write_qdpx
from newsroom.errors import Invalid
from newsroom.models import ForeignRow
from tests import make
from tests.annotations.logic.export.test_refi_qda import faults
from tests.large_story import make_large_story

pytestmark = pytest.mark.django_db
FIRST = "😀 It rained on Bali.\n\nقال الوزير: it rained, é."


@pytest.fixture
def desk():
    """Make a story with two articles, tagged passages, a note, and a link."""
    by = make.user(username="ann")
    story = make.story("Rain", by=by)
    tags = [make.tag(path, by=by) for path in ("weather/rain", "people")]
    first = make.article(FIRST, story=story, by=by, title="First <report> & more")
    second = make.article("It rained, they say.", story=story, by=by, title="Second")
    passages = [
        make.highlight(first, "قال الوزير", tags=tags[1:], by=by),
        make.highlight(first, "rained", occurrence=2, tags=tags, by=by),
        make.highlight(second, "It rained", tags=tags[:1], by=by),
    ]
    note(passages[1], "*Why?*\n\n=1+1 \u202edog", by)
    judgement = LinkJudgement("contradicts", aspect="time", note="Another day.")
    link_passages(passages[0], passages[2], judgement, by=by)
    link_passages(passages[1], passages[2], LinkJudgement("repeats"), by=by)
    return passages


def note(highlight, text, by):
    highlight.refresh_from_db()
    version = highlight.version
    describe_highlight(highlight, note=text, attribution="", guessed=False, version=version, by=by)


def written(**filters):
    file = io.BytesIO()
    write_qdpx(file, {"story": "rain", **filters})
    return file.getvalue()


def project_in(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read("project.qde"))


def test_a_project_is_as_the_format_says_and_its_offsets_fit_its_texts(desk):
    raw = written()
    root = project_in(raw)
    assert faults(root, "urn:QDA-XML:project:1.0") == []
    quotes = []
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for source in root.iter("{*}TextSource"):
            text = archive.read(f"Sources/{source.get('guid')}.txt").decode()
            for marked in source.iter("{*}PlainTextSelection"):
                quotes.append(text[int(marked.get("startPosition")) : int(marked.get("endPosition"))])
    assert quotes == ["قال الوزير", "rained", "It rained"]


def with_other_ids(raw):
    """Return the archive as it would come from a desk on which every row has another id."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(packed, "w") as other:
        for name in archive.namelist():
            content = archive.read(name)
            for model in (Highlight, Link):
                for row in model.objects.all():
                    content = content.replace(str(row.pk).encode(), str(uuid4()).encode())
            other.writestr(name, content)
    return packed.getvalue()


def described(by):
    rows = Highlight.objects.filter(created_by=by).order_by("anchor__quote", "anchor__start")
    found = []
    for row in rows:
        tags = sorted(row.tags.values_list("path", flat=True))
        found.append((row.anchor.start, row.anchor.end, row.anchor.quote, tags, row.note))
    return found


def test_on_another_desk_it_becomes_the_same_passages_tags_notes_and_links(desk):
    before = described(desk[0].created_by)
    importer = make.user()
    report = bring_annotations(read_project(with_other_ids(written())), by=importer)
    assert [line.state for line in report.lines] == [AnnotationState.NEW] * 3
    assert report.remarks == ()
    after = described(importer)
    assert [row[:4] for row in after] == [row[:4] for row in before]
    notes = sorted(row[4] for row in before)
    assert notes == ["", "", "*Why?*\n\n=1+1 \u202edog"]
    # The note of somebody else begins with the name.
    assert sorted(row[4] for row in after) == ["", "", f"ann, in refi-qda: {notes[-1]}"]
    links = Link.objects.filter(created_by=importer).values_list("relation", "note")
    # No tool says in what two passages contradict each other, so such a link only gives context.
    assert sorted(links) == [("context", "contradicts"), ("repeats", "")]


def test_on_this_desk_everything_is_the_same(desk):
    report = bring_annotations(read_project(written()), by=make.user())
    assert {line.state for line in report.lines} == {AnnotationState.SAME}
    assert (report.remarks, Highlight.objects.count(), Link.objects.count()) == ((), 3, 2)


def test_a_passage_that_was_withdrawn_stays_out(desk):
    withdraw_highlight(make.highlight(desk[0].article, "Bali"), by=make.user())
    assert len(list(project_in(written()).iter("{*}PlainTextSelection"))) == 3


def test_a_lost_passage_stands_in_the_revision_that_had_it(desk):
    make.revision(desk[2].article, "Nothing fell there at all, the same people say now.")
    sources = {
        source.get("name"): [each.get("guid") for each in source.iter("{*}PlainTextSelection")]
        for source in project_in(written()).iter("{*}TextSource")
    }
    assert sources["Second (revision 1)"] == [str(desk[2].pk)]
    assert sources["Second"] == []


def test_a_filter_leaves_passages_out_and_the_links_to_them(desk):
    root = project_in(written(tag="weather"))
    assert faults(root, "urn:QDA-XML:project:1.0") == []
    assert {each.get("guid") for each in root.iter("{*}PlainTextSelection")} == {
        str(desk[1].pk),
        str(desk[2].pk),
    }
    assert [link.get("name") for link in root.iter("{*}Link")] == ["repeats"]


def test_a_link_into_another_story_takes_the_passage_there_along(desk):
    by = desk[0].created_by
    there = make.highlight(make.article("It snowed.", story=make.story("Snow"), title="Third"), by=by)
    make.link(desk[0], there, by=by)
    names = [source.get("name") for source in project_in(written()).iter("{*}TextSource")]
    assert names == ["First <report> & more", "Second", "Third"]
    own = project_in(written(references="0"))
    assert len(list(own.iter("{*}TextSource"))) == 2
    assert faults(own, "urn:QDA-XML:project:1.0") == []


@pytest.mark.parametrize("story", ["", "hail"])
def test_a_project_is_one_story(desk, story):
    with pytest.raises(Invalid, match="A project is one story"):
        written(story=story)


def test_a_filter_that_does_not_exist_is_refused(desk):
    with pytest.raises(Invalid, match="no filter “storey”"):
        written(storey="rain")


def test_a_person_of_another_tool_is_named(desk):
    ForeignRow.objects.create(
        object_type="highlight",
        object_id=str(desk[1].pk),
        source="hypothesis",
        foreign_id="x",
        names={"created_by": {"name": "bob, in hypothesis", "at": None}},
    )
    read = read_project(written())
    authors = {each.foreign_id: each.author for each in read.annotations}
    assert authors == {
        str(desk[0].pk): "ann",
        str(desk[1].pk): "bob, in hypothesis",
        str(desk[2].pk): "ann",
    }


def test_a_story_of_every_kind_of_characters_is_written_and_read():
    story = make_large_story(60)
    raw = written(story=story.slug)
    assert faults(project_in(raw), "urn:QDA-XML:project:1.0") == []
    read = read_project(raw)
    quotes = dict(Highlight.objects.filter(withdrawn_at=None).values_list("pk", "anchor__quote"))
    assert {each.foreign_id: each.exact for each in read.annotations} == {
        str(pk): quote for pk, quote in quotes.items()
    }


def test_the_number_of_queries_does_not_grow_with_the_passages(desk, django_assert_num_queries):
    with django_assert_num_queries(19) as captured:
        written()
    for _ in range(5):
        make.highlight(desk[0].article, "😀 It", by=make.user())
        make.highlight(desk[2].article, "they", by=make.user())
    with django_assert_num_queries(len(captured)):
        written()
