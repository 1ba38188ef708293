"""Give each annotation of another tool an id that no other annotation has, in the same file or another one.

Many tools count from 1 in each project or document, and some give no ids at all.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from annotations.logic.interchange.hypothesis_api import TOOL as HYPOTHESIS
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignLink,
)
from annotations.logic.interchange.refi_qda import TOOL as REFI_QDA
from newsroom.text.normalise import normalise

#: The most characters of an id.
LONGEST_ID = 300
#: The tools whose ids are unique in the world.
_WORLDWIDE_TOOLS = (HYPOTHESIS, REFI_QDA)
#: An absolute address, a URN or a UUID.
_WORLDWIDE_ID = re.compile(
    r"[a-z][a-z0-9+.-]*://.+|urn:.+|#?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I
)


def annotation_ids(foreign: ForeignAnnotations) -> list[str]:
    """Return an id for each annotation of a file, in their order. Reading the same file again gives the same
    ids.

    An id that is unique only within its tool is joined with a hash of the document. An annotation without an
    id gets a hash of the document and its words, with a number. If several annotations have one id, equal
    ones keep it, and each different one gets `#2`, `#3` and so on at the end.
    """
    documents = {annotation.document for annotation in foreign.annotations}
    keys = {document: _document_key(document) for document in documents}
    taken: defaultdict[str, dict[ForeignAnnotation, int]] = defaultdict(dict)
    made: Counter[str] = Counter()
    ids = []
    for annotation in foreign.annotations:
        name, key = annotation.foreign_id, keys[annotation.document]
        if not name:
            words = _hash(key, annotation.exact)
            made[words] += 1
            ids.append(f"{words}-{made[words]}")
            continue
        if not _is_worldwide(name, foreign.tool):
            name = f"{name} in {key}"
        # A file may have one annotation twice, but never are two annotations one.
        numbers = taken[name]
        number = numbers.setdefault(annotation, len(numbers) + 1)
        ids.append(stored_id(name if number == 1 else f"{name}#{number}"))
    return ids


def link_id(
    link: ForeignLink,
    tool: str,
    source: str,
    target: str,
) -> str:
    """Return an id for a link between the annotations with the ids `source` and `target`.

    It is the link's own id if that is unique in the world, else a text made of this id (or the label) and
    both ends.
    """
    if link.foreign_id and _is_worldwide(link.foreign_id, tool):
        return link.foreign_id
    return f"{link.foreign_id or link.label} of {source} and {target}"


def ids_by_name(annotations: Sequence[ForeignAnnotation], ids: Sequence[str]) -> dict[str, str]:
    """Return the ids of annotations by the ids that their tool gave them, which links use.

    A tool's id that several annotations have is left out.
    """
    found: dict[str, set[str]] = {}
    for annotation, one in zip(annotations, ids, strict=True):
        if annotation.foreign_id:
            found.setdefault(annotation.foreign_id, set()).add(one)
    return {name: next(iter(ones)) for name, ones in found.items() if len(ones) == 1}


def stored_id(name: str) -> str:
    """Return an id as it is stored: unchanged, or its hash if it has more than `LONGEST_ID` characters."""
    return name if len(name) <= LONGEST_ID else _hash(name)


def _is_worldwide(name: str, tool: str) -> bool:
    return tool in _WORLDWIDE_TOOLS or bool(_WORLDWIDE_ID.fullmatch(name))


def _document_key(document: ForeignDocument) -> str:
    """Return a hash of the text of a document or, if it has no text, of its address, title, name or article
    id.
    """
    if document.text:
        return _hash(normalise(document.text).strip())
    # Of one project, Taguette's table has the name of a document, and its database the file's name too.
    return _hash(document.url or document.title or document.name or document.article)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
