"""Make articles from the items of news agencies, in whatever format they were sent.

The fields have their names in IPTC's NewsML-G2 and ninjs. One item may have several versions, which become
revisions of one article.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.errors import Invalid
from newsroom.text.compilations.coded import Code, CodedParagraph, write_coded
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.metadata.limits import LONGEST_EXTERNAL_ID
from newsroom.text.normalise import normalise
from newsroom.text.pipeline import SourceDetails, parse_published

_FORMAT = "database"
_USABLE = "usable"
#: The names of the lines that say which version of which item an article is.
_ID, _VERSION, _VERSION_CREATED = "Id", "Version", "Version created"
#: The most digits of a version. A longer number counts nothing.
_MOST_DIGITS = 18
#: How many characters of a value that is no date or status a note repeats.
_LONGEST_QUOTED = 40


@dataclass(frozen=True, slots=True)
class WireItem:
    """One version of an item of a news agency, as text. An empty string means that a value is unknown.

    `guid` identifies the item, and `version` counts its versions. `provider` is the agency that sent it, and
    `sources` are the names of those whom it credits. The four times are in ISO 8601: `created` is that of the
    first version, `version_created` that of this one, `content_created` that of the text, and `embargoed` the
    time before which it must not be published.
    """

    guid: str
    version: str = ""
    headline: str = ""
    byline: str = ""
    provider: str = ""
    sources: str = ""
    created: str = ""
    version_created: str = ""
    content_created: str = ""
    embargoed: str = ""
    status: str = ""
    language: str = ""
    editor_note: str = ""
    copyright: str = ""
    terms: str = ""
    paragraphs: tuple[CodedParagraph, ...] = ()


def in_version_order(items: Sequence[WireItem]) -> list[WireItem]:
    """Return `items` with the versions of each item together, the oldest version first.

    Items stand in the order in which their first versions come.
    """
    place_of_guid: dict[str, int] = {}
    for item in items:
        place_of_guid.setdefault(item.guid, len(place_of_guid))
    return sorted(
        items,
        key=lambda item: (
            place_of_guid[item.guid],
            *version_age(item.version, item.version_created),
        ),
    )


def version_age(version: str, created: str) -> tuple[int, str]:
    """Return a key that sorts the versions of one item, the oldest first: the number of the version, then its
    time as written. A version without a number counts as number 0.
    """
    number = int(version) if _is_number(version) else 0
    return number, created


def state_older_version(lines: Iterable[str], present: Iterable[str]) -> bool:
    """Return whether `lines` belong to an older version of the wire item whose present version has the lines
    `present`.

    Both are lines that an article keeps beside its text. Returns False unless both have the same id. Versions
    are compared by their numbers, and by their times if the numbers are equal or neither has one. If only one
    has a number, the result is False.
    """
    after, before = _fields_in(lines), _fields_in(present)
    if not after.get(_ID) or after[_ID] != before.get(_ID):
        return False
    number, number_before = _number_of(after), _number_of(before)
    if number is None and number_before is None:
        return _is_earlier(after.get(_VERSION_CREATED, ""), before.get(_VERSION_CREATED, ""))
    if number is None or number_before is None:
        return False
    if number != number_before:
        return number < number_before
    return _is_earlier(after.get(_VERSION_CREATED, ""), before.get(_VERSION_CREATED, ""))


def _fields_in(lines: Iterable[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        values.setdefault(name, value)
    return values


def _number_of(fields: Mapping[str, str]) -> int | None:
    """Return the number of a version, or None if it has none."""
    version = fields.get(_VERSION, "")
    return int(version) if _is_number(version) else None


def _is_number(version: str) -> bool:
    return version.isdecimal() and len(version) <= _MOST_DIGITS


def _is_earlier(time: str, other: str) -> bool:
    """Return whether `time` and `other` are both times in ISO 8601, and `time` is the earlier one."""
    try:
        moment, _ = parse_published(time)
        other_moment, _ = parse_published(other)
    except Invalid:
        return False
    return moment is not None and other_moment is not None and moment < other_moment


def article_of(item: WireItem, notes: Iterable[str] = ()) -> CompiledArticle:
    """Return the article of an item, with further `notes` about it."""
    external_id = normalise(item.guid).strip()
    id_notes = []
    if len(external_id) > LONGEST_EXTERNAL_ID:
        # A cut id may be the id of another item.
        external_id = ""
        id_notes.append(
            f"Its id was longer than {LONGEST_EXTERNAL_ID} characters and was left blank."
        )
    # A database does not store every character that JSON and XML can write.
    provider = normalise(item.provider).strip()
    details = SourceDetails(
        external_id=external_id,
        title=normalise(item.headline).strip() or None,
        outlet=provider or None,
        byline=names_of_people([normalise(item.byline)]) or None,
        credit=normalise(item.sources).strip() or provider or None,
        published=_publication(item),
        language=normalise(item.language).partition("-")[0].strip().lower() or None,
        format=_FORMAT,
        charset="utf-8",
        notes=(*_warnings(item), *id_notes, *notes),
    )
    text = normalise(write_coded(_all_paragraphs(item)))
    return CompiledArticle(text.encode(), details)


def _publication(item: WireItem) -> str | None:
    """Return the time of publication as `parse_published` reads it, or None if it is unknown.

    The time of a later version is not that of publication.
    """
    is_first = item.version in ("", "0", "1")
    for written in (
        item.created,
        item.version_created if is_first else "",
        item.content_created,
    ):
        try:
            moment, _ = parse_published(written)
        except Invalid:
            continue
        if moment is not None:
            return written.strip()
    return None


def _warnings(item: WireItem) -> Iterator[str]:
    """Yield a sentence if an item is embargoed, and one if its agency states another status than usable."""
    if item.embargoed:
        until = normalise(item.embargoed[:_LONGEST_QUOTED]).strip()
        yield f"It is embargoed until {until}: do not publish it before."
    status = item.status.strip().lower()
    if status and status != _USABLE:
        beginning = normalise(status[:_LONGEST_QUOTED])
        yield f"Its agency marks it as {beginning}, not as usable: ask before you rely on it."


def _all_paragraphs(item: WireItem) -> Iterator[CodedParagraph]:
    """Yield the masthead of an item, then its text without repetitions of the masthead, then its fields."""
    masthead = _masthead(item)
    yield from (paragraph for paragraph in masthead if paragraph.text)
    yield from _text_without(masthead, item)
    yield from _fields(item)


def _masthead(item: WireItem) -> list[CodedParagraph]:
    """Return the headline, the byline and the note of an item. A paragraph is empty if the item does not
    state it.

    The byline is left out if the text has one, because that one is longer.
    """
    masthead = [CodedParagraph(Code.HEADLINE, in_one_line(item.headline))]
    # The byline in the text is longer, such as "By Ana Ruiz in Norhaven".
    if all(paragraph.code is not Code.BYLINE for paragraph in item.paragraphs):
        masthead.append(CodedParagraph(Code.BYLINE, in_one_line(item.byline)))
    masthead.append(CodedParagraph(Code.NOTE, in_one_line(item.editor_note)))
    return masthead


def _text_without(masthead: Iterable[CodedParagraph], item: WireItem) -> Iterator[CodedParagraph]:
    """Yield the paragraphs of an item without those that repeat the masthead.

    A paragraph repeats the masthead if its words are equal and it stands at the beginning of the text, or is
    marked as a headline or byline.
    """
    stated = {paragraph.text.casefold() for paragraph in masthead}
    has_begun = False
    for paragraph in item.paragraphs:
        is_of_head = paragraph.code in (Code.HEADLINE, Code.BYLINE)
        # The text of an item often begins with its headline. What is repeated further on stays.
        if paragraph.text.casefold() in stated and (is_of_head or not has_begun):
            continue
        has_begun = has_begun or not is_of_head
        if paragraph.code is Code.HEADLINE and item.headline:
            yield CodedParagraph(Code.TEXT, paragraph.text)
        else:
            yield paragraph


def _fields(item: WireItem) -> Iterator[CodedParagraph]:
    """Yield the fields that an article keeps beside its text, as paragraphs such as “Version: 2”. Empty
    fields are left out.
    """
    fields = (
        (_ID, item.guid),
        (_VERSION, item.version),
        (_VERSION_CREATED, item.version_created),
        ("Byline", item.byline),
        ("Provider", item.provider),
        ("Embargoed", item.embargoed),
        ("Status", item.status),
        ("Copyright", item.copyright),
        ("Usage terms", item.terms),
    )
    for name, value in fields:
        line = in_one_line(value)
        if line:
            yield CodedParagraph(Code.FIELD, f"{name}: {line}")


def in_one_line(text: str) -> str:
    """Return `text` in one line, with single spaces between its words."""
    return " ".join(text.split())
