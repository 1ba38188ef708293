"""Write a story as a project of REFI-QDA: its texts, passages, codes, notes and links.

The rows are read in several passes, because the format has its parts in another order than the database. Only
the ids of the passages, and the links, are held in memory.
"""

import zipfile
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import IO, Any, TypeVar
from uuid import UUID

from annotations.logic.export.codes import code_guid, guid_of
from annotations.logic.export.packing import archive_entry
from annotations.logic.export.refi_qda import (
    PROJECT_FILE,
    Project,
    ProjectLink,
    ProjectNote,
    ProjectPerson,
    ProjectSelection,
    ProjectSource,
    text_file,
    write_project,
)
from annotations.models import Anchor, Highlight, Link
from annotations.queries.exports.filters import REFERENCES, filtered_rows
from annotations.queries.exports.lookups import tags_of
from annotations.queries.exports.other_tools.codebooks import codes
from annotations.queries.foreign.names import foreign_names
from newsroom.errors import Invalid
from newsroom.models import Revision, Story, StoryArticle

Item = TypeVar("Item")
#: Passages that are looked up together.
_AT_ONCE = 500


def write_qdpx(file: IO[bytes], filters: Mapping[str, str], base: str = "") -> None:
    """Write the archive of a project with the passages that the filters select. `base` is of no use for it.

    The filters are those of annotations, and `story` must be one of them. Raises `Invalid` if it is not, or
    if a filter is not valid.
    """
    story = Story.objects.filter(slug=filters.get("story", "")).first()
    if story is None:
        raise Invalid("A project is one story: choose it on the page Export, or say story=.")
    contents = _ProjectContents(story, filters)
    with zipfile.ZipFile(file, "w") as archive:
        # Its size is not known before it is written.
        entry = archive_entry(PROJECT_FILE)
        with archive.open(entry, "w", force_zip64=True) as project:
            write_project(project, contents.project())
        for revision in contents.texts():
            name = text_file(_source_guid(revision))
            archive.writestr(archive_entry(name), revision.text.encode())


class _ProjectContents:
    """What goes into the project of a story. The parts are read in the order in which they are written."""

    def __init__(self, story: Story, filters: Mapping[str, str]) -> None:
        self.story = story
        self.filters = filters
        self.of_story = {
            name: value for name, value in filters.items() if name in ("story", REFERENCES)
        }
        self.codes = codes(self.of_story)
        #: The ids of the passages in each revision, by the id of the revision.
        self.passages: dict[int, list[UUID]] = {}
        #: A dict keeps the order in which people come first, which a set does not.
        self.people: dict[str, None] = {}
        #: The models and ids of the highlights and links to whose notes something refers.
        self.noted: list[tuple[type[Highlight] | type[Link], UUID]] = []
        self.links: list[ProjectLink] = []
        # People come first in the file, so passages and links are read before anything is written.
        self._place_passages()
        self._read_links()
        # A filter asks for some passages, and not for the whole story.
        if filters.keys() == self.of_story.keys():
            self._add_articles()

    def project(self) -> Project:
        return Project(
            name=self.story.title,
            people=self._project_people(),
            codes=self.codes,
            sources=self._sources(),
            notes=self._notes(),
            links=self.links,
        )

    def texts(self) -> Iterator[Revision]:
        """Yield the revisions of the project with their texts, in the order of their articles."""
        revisions = (
            Revision.objects.filter(pk__in=self.passages)
            .select_related("article")
            .defer("blocks", "marks")
            .order_by("article_id", "number")
        )
        # A text may be long, so there is one at a time.
        yield from revisions.iterator(chunk_size=1)

    def _project_people(self) -> Iterator[ProjectPerson]:
        for name in self.people:
            yield ProjectPerson(_person_guid(name), name)

    def _place_passages(self) -> None:
        """Note in which revision each passage stands. A lost one stands where it stood last."""
        fields = ("pk", "anchor__revision", "anchor__start", "created_by__username")
        highlights = filtered_rows(Highlight, self.filters).values_list(*fields)
        for chunk in _chunks(highlights.iterator(chunk_size=_AT_ONCE)):
            names = foreign_names("highlight", [pk for pk, *_ in chunk])
            last = _last_revisions([pk for pk, _, start, _ in chunk if start is None])
            for pk, revision, _, username in chunk:
                revision = last.get(pk, revision)
                self.passages.setdefault(revision, []).append(pk)
                creator = _creator(pk, names, username)
                self.people[creator] = None

    def _add_articles(self) -> None:
        """Add the texts of the story in which nothing is marked."""
        places = StoryArticle.objects.filter(
            story=self.story,
            article__current__isnull=False,
        )
        for revision in places.values_list("article__current", flat=True):
            self.passages.setdefault(revision, [])

    def _read_links(self) -> None:
        inside = set(chain.from_iterable(self.passages.values()))
        links = filtered_rows(Link, self.of_story)
        for chunk in _chunks(links.iterator(chunk_size=_AT_ONCE)):
            names = foreign_names("link", [link.pk for link in chunk])
            for link in chunk:
                # A filter may have left out one of the two ends.
                if not {link.source_id, link.target_id} <= inside:
                    continue
                creator = _creator(link.pk, names, link.created_by.username)
                self._add_link(link, creator)

    def _add_link(self, link: Link, creator: str) -> None:
        note = ""
        if link.note or link.aspect:
            note = self._note(Link, link.pk)
            self.people[creator] = None
        self.links.append(
            ProjectLink(
                guid=str(link.pk),
                name=link.relation,
                origin=str(link.source_id),
                target=str(link.target_id),
                note=note,
            )
        )

    def _sources(self) -> Iterator[ProjectSource]:
        known = self._known_codes()
        for revision in self.texts():
            # One article may have two texts here, so the older one says its number.
            name = revision.article.title
            if revision.pk != revision.article.current_id:
                name = f"{name} (revision {revision.number})"
            yield ProjectSource(
                guid=_source_guid(revision),
                name=name,
                created_at=revision.created_at,
                selections=self._selections(revision, known),
            )

    def _known_codes(self) -> set[str]:
        """Return the guids of the codes that the project lists."""
        known = set()
        waiting = list(self.codes)
        while waiting:
            code = waiting.pop()
            known.add(code.guid)
            waiting.extend(code.children)
        return known

    def _selections(self, revision: Revision, known: set[str]) -> Iterator[ProjectSelection]:
        for chunk in _chunks(iter(self.passages[revision.pk])):
            anchors = _placed_anchors(chunk, revision)
            tags = tags_of(chunk)
            names = foreign_names("highlight", chunk)
            for pk in chunk:
                anchor = anchors.get(pk)
                # An article that was parted meanwhile takes passages along.
                if anchor is None:
                    continue
                creator = _creator(pk, names, anchor.highlight.created_by.username)
                codings = _codings(pk, tags[pk], known)
                yield self._selection(anchor, codings, _person_guid(creator))

    def _selection(self, anchor: Anchor, codings: dict[str, str], person: str) -> ProjectSelection:
        highlight = anchor.highlight
        note = ""
        if highlight.note:
            note = self._note(Highlight, highlight.pk)
        return ProjectSelection(
            guid=str(highlight.pk),
            # Only a lost anchor has no place, and none of these is lost.
            start=anchor.start or 0,
            end=anchor.end or 0,
            quote=anchor.quote,
            codings=codings,
            note=note,
            person=person,
            created_at=highlight.created_at,
            modified_at=highlight.updated_at,
        )

    def _note(self, model: type[Highlight] | type[Link], pk: UUID) -> str:
        """Return the guid of the note on a row, and remember that something refers to it."""
        self.noted.append((model, pk))
        return _note_guid(pk)

    def _notes(self) -> Iterator[ProjectNote]:
        yield from self._notes_on(Highlight)
        yield from self._notes_on(Link)

    def _notes_on(self, model: type[Highlight] | type[Link]) -> Iterator[ProjectNote]:
        ids = [pk for of, pk in self.noted if of is model]
        for chunk in _chunks(iter(ids)):
            rows = model.objects.filter(pk__in=chunk).select_related("created_by")
            names = foreign_names(model._meta.model_name, chunk)
            for row in rows.order_by("created_at", "pk"):
                creator = _creator(row.pk, names, row.created_by.username)
                yield ProjectNote(
                    guid=_note_guid(row.pk),
                    text=_note_text(row),
                    person=_person_guid(creator),
                    created_at=row.created_at,
                )


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists of at most `_AT_ONCE`."""
    while chunk := list(islice(items, _AT_ONCE)):
        yield chunk


def _last_revisions(lost: list[UUID]) -> dict[UUID, int]:
    """Return the last revision in which each of these highlights had a place, by highlight id."""
    placed = Anchor.objects.filter(highlight__in=lost, start__isnull=False)
    # Later anchors replace earlier ones in the dict.
    return dict(placed.order_by("created_at").values_list("highlight", "revision"))


def _placed_anchors(highlights: list[UUID], revision: Revision) -> dict[UUID, Anchor]:
    """Return the newest place of each highlight in the revision, by highlight id."""
    placed = Anchor.objects.filter(
        highlight__in=highlights,
        revision=revision,
        start__isnull=False,
    ).select_related("highlight__created_by")
    return {anchor.highlight_id: anchor for anchor in placed.order_by("created_at")}


def _note_text(row: Highlight | Link) -> str:
    """Return the note on a row. Before that of a contradiction stands in what the passages differ."""
    if isinstance(row, Highlight) or not row.aspect:
        return row.note
    aspect = row.get_aspect_display()
    return f"{aspect}\n\n{row.note}".strip()


def _codings(pk: UUID, paths: list[str], known: set[str]) -> dict[str, str]:
    codings = {}
    for path in paths:
        code = code_guid(path)
        # A tag may be new since the codes were read.
        if code in known:
            codings[guid_of("coding", str(pk), path)] = code
    return codings


def _creator(pk: UUID, names: dict[str, Any], username: str) -> str:
    """Return who made a row: a person of another desk or tool, if one is known, else the account."""
    person = names.get(str(pk), {}).get("created_by")
    return str(person["name"]) if person else username


def _person_guid(name: str) -> str:
    return guid_of("person", name)


def _source_guid(revision: Revision) -> str:
    return guid_of("source", str(revision.article.uid), str(revision.number))


def _note_guid(pk: UUID) -> str:
    return guid_of("note", str(pk))
