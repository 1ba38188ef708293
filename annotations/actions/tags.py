"""Maintain the codebook, which is the tree of all tags."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Q, QuerySet

from annotations.logic import codebook
from annotations.logic.interchange.records import ForeignTag
from annotations.models import HighlightTag, Tag, TagPin
from newsroom.actions.history import Changes, HistoryLine, change, record, record_all
from newsroom.actions.locking import keep
from newsroom.actions.seen import must_be_as_seen
from newsroom.actions.storing import store, take_or_store
from newsroom.errors import Invalid, Missing, NewsroomError
from newsroom.models import ForeignRow, User, Verb
from newsroom.roles import UserRole, require
from newsroom.text.language.counted import counted

#: The sentence for a tag that does not exist any more.
MERGED = "This tag is not there any more: it went into another already."


@transaction.atomic
def make_tag(
    path: str,
    *,
    by: User,
    definition: str = "",
    hue: str = "",
    digit: int | None = None,
) -> Tag:
    """Add a tag to the codebook at `path`, such as `claims/number`, and return the tag.

    Without `hue`, the tag gets the colour of its top-level tag. Requires the reporter role, with a `digit`
    the editor role. Raises `Invalid` if the path or the digit is taken or not well formed.
    """
    require(by, UserRole.REPORTER if digit is None else UserRole.EDITOR)
    path = codebook.normalise_path(path)
    # The colour of the top-level tag shows which tags belong together.
    tag = Tag(
        path=path,
        definition=definition.strip(),
        hue=hue or codebook.hue(path),
        digit=digit,
        created_by=by,
    )
    store(tag)
    _record_new(tag, by)
    return tag


@transaction.atomic
def find_or_make_tag(
    path: str,
    *,
    by: User,
    definition: str = "",
) -> tuple[Tag, bool]:
    """Return the tag at `path` and whether it is new. If there is no such tag, it is added to the codebook.

    A new tag gets `definition`; that of a tag which is there stays as it is. The function does not check the
    role. Raises `Invalid` if the path is not well formed.
    """
    path = codebook.normalise_path(path)
    # Two people can type the same new tag at once. The second one gets the tag of the first.
    tag, is_new = take_or_store(
        lambda: Tag.objects.filter(path__iexact=path).first(),
        lambda: Tag(
            path=path,
            definition=definition.strip(),
            hue=codebook.hue(path),
            created_by=by,
        ),
    )
    if is_new:
        _record_new(tag, by)
    return tag, is_new


def bring_tags(
    entries: Iterable[ForeignTag],
    *,
    by: User,
    rehearsal: bool = False,
) -> tuple[Counter[bool], list[str]]:
    """Add the entries of another tool's codebook that are not in this one.

    Returns the number of tags by whether they are new, and a sentence for each entry that is refused. A
    rehearsal counts the same and adds nothing. The function does not check the role.
    """
    numbers = Counter[bool]()
    remarks = []
    brought: set[str] = set()
    for entry in entries:
        try:
            path = codebook.normalise_path(entry.path)
            # A rehearsal makes no tag, so a second row of one tag would look new again.
            is_here = path.lower() in brought or Tag.objects.filter(path__iexact=path).exists()
            if not is_here and not rehearsal:
                definition = entry.definition[: codebook.LONGEST_DEFINITION]
                with transaction.atomic():
                    find_or_make_tag(path, by=by, definition=definition)
            brought.add(path.lower())
            numbers[not is_here] += 1
        except NewsroomError as error:
            remarks.append(f"{entry.path[:80]}: {error.sentence}")
    return numbers, remarks


@transaction.atomic
def change_tag(
    tag: Tag,
    *,
    by: User,
    seen: Mapping[str, str] | None = None,
    **values: object,
) -> None:
    """Change the path, the colour, the digit or the definition of a tag. A new path also changes the paths of
    the tags below it.

    `values` maps the names of these fields to new values. Requires the editor role. `seen` is {field: value}
    as the person's page showed them. Raises `Conflict` if one of these values has changed since. Raises
    `Invalid`, and changes nothing, if a new path is taken, too long or too deep.
    """
    require(by, UserRole.EDITOR)
    if "path" in values:
        values["path"] = codebook.normalise_path(str(values["path"]))

    must_be_as_seen(tag, seen or {}, values)
    # The tags below are found by the old path, so they are read before it changes.
    children = list(tags_under(tag))
    old_path = tag.path
    changes = change(tag, values)
    if changes:
        _record_change(tag, changes, by)
    # The tags below keep their place in the tree only if their paths change too.
    if tag.path != old_path:
        for child in children:
            _move(child, _moved_path(child, old_path, tag.path), by)


@transaction.atomic
def merge_tag(tag: Tag, *, into: Tag, by: User) -> None:
    """Replace `tag` by `into` on all highlights, and delete `tag`. Each tag below `tag` moves below `into`.

    If a moved tag gets the path of an existing tag, these two are merged too. The history gets one line per
    tag and per highlight. Requires the curator role. Raises `Invalid` if `into` is `tag` itself or is below
    it, or if a new path is too long or too deep. Raises `Missing` if `tag` or `into` was merged already.
    """
    require(by, UserRole.CURATOR)
    if tag.pk == into.pk:
        raise Invalid("This is the tag the others go into: it stays.")
    # Both rows are locked for update, because `tag` will be deleted and no highlight may get it before that.
    locked = Tag.objects.select_for_update().order_by("pk").in_bulk([tag.pk, into.pk])
    source = locked.get(tag.pk)
    if source is None or into.pk not in locked:
        raise Missing(MERGED)
    if codebook.stands_under(into.path, source.path):
        raise Invalid(
            f"{into} stands under {source}: a tag cannot go into one that would follow it."
        )

    for child in tags_under(source):
        # The new path can be too long or too deep. The error then also undoes the earlier steps.
        path = codebook.normalise_path(_moved_path(child, source.path, into.path))
        # If `into` has a tag of this name already, the two are merged too.
        namesake = Tag.objects.filter(path__iexact=path).first()
        if namesake:
            _merge_one(child, namesake, by)
        else:
            _move(child, path, by)
    _merge_one(source, into, by)


@transaction.atomic
def pin_tag(tag: Tag, digit: int | None, *, by: User) -> None:
    """Pin a tag to a digit on the person's own desk or, if `digit` is None, remove the tag's digit there.

    A tag that the person had pinned to this digit loses it. A pin is a setting of one person, so the history
    gets no line. Requires the reporter role. Raises `Invalid` if the digit is not 1 to 9, and `Missing` if
    the tag does not exist any more.
    """
    require(by, UserRole.REPORTER)
    must_be_kept(tag)
    TagPin.objects.filter(Q(tag=tag) | Q(digit=digit), person=by).delete()
    if digit is not None:
        store(TagPin(person=by, tag=tag, digit=digit))


def must_be_kept(*tags: Tag) -> None:
    """Lock tags until the transaction ends, so that nobody merges them into others.

    Raises `Missing` if one of the tags does not exist any more.
    """
    if tags and not keep(*tags):
        raise Missing(MERGED)


def tags_under(tag: Tag) -> QuerySet[Tag]:
    """Return all tags below `tag` in the tree, ordered by path, so that parents come before children."""
    return Tag.objects.filter(path__istartswith=f"{tag.path}/").order_by("path")


def _record_new(tag: Tag, by: User) -> None:
    record(HistoryLine(Verb.MADE, tag, f"added the tag {tag}"), by=by)


def _moved_path(child: Tag, old_parent: str, new_parent: str) -> str:
    """Return the new path of `child` after its parent moved from the path `old_parent` to `new_parent`."""
    return new_parent + child.path[len(old_parent) :]


def _move(tag: Tag, path: str, by: User) -> None:
    changes = change(tag, {"path": codebook.normalise_path(path)})
    _record_change(tag, changes, by)


def _record_change(tag: Tag, changes: Changes, by: User) -> None:
    line = HistoryLine(Verb.CHANGED, tag, f"changed the tag {tag}", changes=changes)
    record(line, by=by)


def _merge_one(tag: Tag, into: Tag, by: User) -> None:
    """Merge `tag` into the tag `into` and delete it. The tags below `tag` are not changed.

    A highlight that has both tags keeps `into` once. The digits of `tag`, also those that persons pinned, go
    to `into` unless it has a digit already. Rows that came from elsewhere as `tag` count as `into` from now
    on.
    """
    taggings = (
        HighlightTag.objects.filter(tag=tag).select_related("highlight__article").order_by("id")
    )
    highlights = [tagging.highlight for tagging in taggings]

    summary = f"merged the tag {tag} into {into} on {counted(len(highlights), 'highlight')}"
    # The merged tag is deleted, so the history keeps all of it.
    merged = {
        field: (getattr(tag, field), getattr(into, field))
        for field in ("path", "definition", "hue", "digit")
    }
    # Pages that are older than the merger still send the id of the merged tag.
    merged["id"] = (tag.pk, into.pk)
    record(HistoryLine(Verb.MERGED, tag, summary, changes=merged), by=by)
    words = f"retagged a highlight {into}"
    changes = {"tags": ([tag.path], [into.path])}
    lines = [
        HistoryLine(
            Verb.RETAGGED,
            highlight,
            words,
            article=highlight.article,
            changes=changes,
        )
        for highlight in highlights
    ]
    record_all(lines, by=by)

    # A highlight can have a tag only once, so a second assignment is deleted and not changed.
    bearing_both = HighlightTag.objects.filter(tag=into).values("highlight")
    taggings.filter(highlight__in=bearing_both).delete()
    HighlightTag.objects.filter(tag=tag).update(tag=into)
    with_own_digit = TagPin.objects.filter(tag=into).values("person")
    TagPin.objects.filter(tag=tag).exclude(person__in=with_own_digit).update(tag=into)
    # What came from another desk as the merged tag is `into` from now on, which has an author of its own.
    came = ForeignRow.objects.filter(object_type=tag._meta.model_name, object_id=str(tag.pk))
    came.update(object_id=str(into.pk), digest="", names={})
    digit = tag.digit
    tag.delete()
    if digit is not None and into.digit is None:
        changes = change(into, {"digit": digit})
        _record_change(into, changes, by)
