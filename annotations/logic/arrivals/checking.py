"""Check an annotation of another tool before anything of it is stored."""

import hashlib
import json

from annotations.logic.codebook import normalise_path
from annotations.logic.interchange.records import ForeignAnnotation
from newsroom.errors import Invalid

#: Longest comment, in code points.
LONGEST_COMMENT = 10_000


def check_annotation(annotation: ForeignAnnotation) -> None:
    """Raise `Invalid` if one of the codes of an annotation cannot be a tag."""
    for code in annotation.tags:
        normalise_path(tag_path(code))


def check_comment(body: str) -> None:
    """Raise `Invalid` if a reply is blank, or longer than a comment may be."""
    if not body.strip():
        raise Invalid("One of its replies has no words.")
    if len(body.strip()) > LONGEST_COMMENT:
        raise Invalid(f"One of its replies has more than {LONGEST_COMMENT:,} characters.")


def tag_path(code: str) -> str:
    """Return the path of the tag that a code becomes. A `|`, which no path may contain, becomes `/`."""
    return code.replace("|", "/")


def digest_of(annotation: ForeignAnnotation) -> str:
    """Return a hash of the words, the codes and the note of an annotation. The order of the codes does not
    matter.
    """
    said = json.dumps([annotation.exact, sorted(annotation.tags), annotation.note])
    return hashlib.sha256(said.encode()).hexdigest()
