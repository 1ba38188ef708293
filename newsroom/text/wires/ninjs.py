"""Read items of news agencies in ninjs (IPTC, News in JSON, versions 1 to 3), and in formats that are based
on it.

The keys of version 1 are in lower case, those of version 3 in camel case; both are compared in lower case.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsroom.errors import Unreadable
from newsroom.text.compilations.coded import Code, CodedParagraph
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.normalise import normalise
from newsroom.text.wires.item_texts import paragraphs_of_html, paragraphs_of_text
from newsroom.text.wires.items import WireItem, article_of, in_one_line, version_age

_IDS = ("uri", "guid")
_OWN_KEYS = frozenset({"versioncreated", "pubstatus"})
_TEXTS = ("text", "composite", "")
#: The keys of the text in version 1, those with formatting first.
_BODIES = ("body_xhtml", "body_html", "body_html5", "body_text", "body_plain")
_HTML = ("html", "xml", "nitf")
_DESCRIPTIONS = ("description_text", "description_html", "description_summary")
#: How deeply items may be associated with each other, and how many are looked at.
_DEEPEST, _MOST = 3, 500
_SUMMARY_ALONE = "Its agency sent no text of it, only a description, which was taken."

Keys = Mapping[str, Any]


def is_ninjs(value: Any) -> bool:
    """Return whether a JSON value is an item of ninjs: it has an id, and a key or a standard that only ninjs
    has.
    """
    if not isinstance(value, dict):
        return False
    keys = _lowered(value)
    has_id = any(isinstance(keys.get(name), str) for name in _IDS)
    return has_id and (not _OWN_KEYS.isdisjoint(keys) or _is_named_so(keys))


def read_ninjs(value: Any) -> list[CompiledArticle]:
    """Return the article of an item of ninjs, and the articles of the texts that are associated with it.

    Items without a text or a description, such as pictures, are left out. Raises `Unreadable` if no text is
    left, and the errors of `paragraphs_of_html`.
    """
    pairs = [_item(keys) for keys in _items(value, 0)]
    notes_of = {id(item): notes for item, notes in pairs}
    items = [item for item, _ in pairs if item.paragraphs]
    if not items:
        kind = normalise(str(_lowered(value).get("type") or "unknown")[:20])
        raise Unreadable(f"This item of ninjs (type: {kind}) holds no text.")
    return [article_of(item, notes_of[id(item)]) for item in items]


def in_version_order(rows: Sequence[tuple[int, Any]]) -> list[tuple[int, Any]]:
    """Return numbered JSON values with the versions of each item of ninjs together, the oldest first.

    They stand where the first of them stood. Other values stay in their places.
    """
    places: dict[str, int] = {}
    keyed = []
    for number, value in rows:
        if is_ninjs(value):
            keys = _lowered(value)
            place = places.setdefault(_words(keys, *_IDS), number)
            age = version_age(_words(keys, "version"), _words(keys, "versioncreated"))
        else:
            place, age = number, (0, "")
        keyed.append(((place, *age), number, value))
    keyed.sort(key=lambda row: row[0])
    return [(number, value) for _, number, value in keyed]


def _is_named_so(keys: Keys) -> bool:
    for name in ("standard", "$standard"):
        standard = keys.get(name)
        if isinstance(standard, dict) and str(standard.get("name", "")).lower() == "ninjs":
            return True
    return False


def _items(value: Any, depth: int) -> Iterator[Keys]:
    """Yield the keys of an item and of the items associated with it, down to the depth `_DEEPEST`."""
    if not isinstance(value, dict) or depth > _DEEPEST:
        return
    keys = _lowered(value)
    yield keys
    for associated in _associated(keys):
        yield from _items(associated, depth + 1)


def _associated(keys: Keys) -> list[Any]:
    associated = keys.get("associations")
    if isinstance(associated, dict):
        associated = list(associated.values())
    return associated[:_MOST] if isinstance(associated, list) else []


def _item(keys: Keys) -> tuple[WireItem, tuple[str, ...]]:
    """Return an item, with notes about it. Its `paragraphs` are empty if it is not a text.

    A text without a body has the paragraphs of its description, and a note that says so. The captions of
    associated pictures come last.
    """
    paragraphs: tuple[CodedParagraph, ...] = ()
    notes: tuple[str, ...] = ()
    if str(keys.get("type") or "") in _TEXTS:
        paragraphs = _body(keys)
        if not paragraphs:
            paragraphs = _description(keys)
            notes = (_SUMMARY_ALONE,)
    if paragraphs:
        paragraphs = (*paragraphs, *_captions(keys))
    provider = _words(keys, "provider", "source", "copyrightholder")
    item = WireItem(
        guid=_words(keys, *_IDS),
        version=_words(keys, "version"),
        headline=_headline(keys),
        byline=_words(keys, "byline", "by"),
        provider=provider,
        sources="; ".join(_names(keys, "infosource", "infosources")),
        created=_words(keys, "firstcreated", "firstpublished"),
        version_created=_words(keys, "versioncreated"),
        content_created=_words(keys, "contentcreated"),
        embargoed=_words(keys, "embargoed", "embargoeduntil"),
        status=_words(keys, "pubstatus"),
        language=_words(keys, "language"),
        editor_note=_words(keys, "ednote"),
        copyright=_words(keys, "copyrightnotice"),
        terms=_words(keys, "usageterms"),
        paragraphs=paragraphs,
    )
    return item, notes


def _body(keys: Keys) -> tuple[CodedParagraph, ...]:
    """Return the paragraphs of the body of an item, or an empty tuple if it has none. Of several forms, one
    with formatting is preferred.
    """
    for name in _BODIES:
        if isinstance(keys.get(name), str) and keys[name].strip():
            return _paragraphs(keys[name], is_html="html" in name)

    bodies = [_lowered(each) for each in _listed(keys, "bodies")]
    texts = [each for each in bodies if isinstance(each.get("value"), str)]
    # A form with formatting has the paragraphs that a plain one may lack.
    for body in sorted(texts, key=lambda each: not _is_html(each)):
        paragraphs = _paragraphs(body["value"], is_html=_is_html(body))
        if paragraphs:
            return paragraphs
    return ()


def _is_html(body: Keys) -> bool:
    kind = f"{body.get('contenttype') or ''} {body.get('role') or ''}".lower()
    return any(sign in kind for sign in _HTML)


def _headline(keys: Keys) -> str:
    """Return the main headline, or else the first one, or else the title."""
    headlines = [_lowered(each) for each in _listed(keys, "headlines")]
    main = [each for each in headlines if each.get("role") in ("main", None)]
    for each in (*main, *headlines):
        if isinstance(each.get("value"), str):
            return in_one_line(each["value"])
    return in_one_line(_words(keys, "headline", "title"))


def _description(keys: Keys) -> tuple[CodedParagraph, ...]:
    """Return the paragraphs of the first description of an item, or an empty tuple if it has none."""
    for each in _listed(keys, "descriptions"):
        description = _lowered(each)
        if isinstance(description.get("value"), str):
            return _paragraphs(description["value"], is_html=_is_html(description))
    for name in _DESCRIPTIONS:
        words = _words(keys, name)
        if words:
            return _paragraphs(words, is_html="html" in name)
    return ()


def _paragraphs(text: str, *, is_html: bool) -> tuple[CodedParagraph, ...]:
    return paragraphs_of_html(text) if is_html else paragraphs_of_text(text)


def _captions(keys: Keys) -> Iterator[CodedParagraph]:
    """Yield the descriptions of the pictures and films that are associated with a text."""
    for associated in _associated(keys):
        if isinstance(associated, dict):
            inner = _lowered(associated)
            caption = " ".join(paragraph.text for paragraph in _description(inner))
            if caption and inner.get("type") not in _TEXTS:
                yield CodedParagraph(Code.CAPTION, caption)


def _names(keys: Keys, *names: str) -> Iterator[str]:
    for name in names:
        for each in _listed(keys, name):
            source = each.get("name")
            if isinstance(source, str) and source.strip():
                yield source.strip()


def _words(keys: Keys, *names: str) -> str:
    """Return the value of the first of the keys `names` that is a text, a number, or an object with a name;
    else an empty string.
    """
    for name in names:
        value = keys.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _listed(keys: Keys, name: str) -> list[dict[str, Any]]:
    values = keys.get(name)
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []


def _lowered(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key.lower(): each for key, each in value.items()}
