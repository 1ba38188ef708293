"""Test that what the desk would refuse is refused before anything is stored."""

import pytest

from annotations.logic.arrivals.checking import (
    LONGEST_COMMENT,
    check_annotation,
    check_comment,
    digest_of,
    tag_path,
)
from annotations.logic.interchange.records import ForeignAnnotation, ForeignDocument
from annotations.models import Comment
from newsroom.errors import Invalid


def annotation(*tags: str, note: str = "") -> ForeignAnnotation:
    return ForeignAnnotation("1", ForeignDocument(), "fell", tags=tags, note=note)


def test_a_code_has_to_be_a_tag() -> None:
    check_annotation(annotation("weather", "Bali|Java"))
    assert tag_path("Bali|Java") == "Bali/Java"
    with pytest.raises(Invalid, match="Write a tag"):
        check_annotation(annotation("weather", "|"))


def test_a_reply_has_words_and_fits_into_a_comment() -> None:
    assert Comment._meta.get_field("body").max_length == LONGEST_COMMENT
    check_comment("a" * LONGEST_COMMENT + "\n")
    for body in (" \n", "a" * (LONGEST_COMMENT + 1)):
        with pytest.raises(Invalid):
            check_comment(body)


def test_the_hash_tells_tags_and_notes_apart_but_not_their_order() -> None:
    assert digest_of(annotation("a", "b")) == digest_of(annotation("b", "a"))
    assert len({digest_of(each) for each in (annotation(), annotation("a"), annotation(note="a"))}) == 3
