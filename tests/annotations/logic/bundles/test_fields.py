"""Test the fields that several tables of a bundle have."""

from annotations.logic.bundles.fields import FieldKind, article_field, person_field, row_field


def test_an_article_is_named_by_what_is_the_same_on_every_desk() -> None:
    field = article_field("first")
    assert (field.name, field.path, field.refers) == ("first", "first.uid", "articles")


def test_a_person_is_named_by_the_account() -> None:
    field = person_field("settled_by", optional=True)
    assert (field.kind, field.path, field.optional) == (FieldKind.PERSON, "settled_by.username", True)


def test_a_row_is_named_by_its_id() -> None:
    field = row_field("claim", "claims")
    assert (field.kind, field.path, field.refers) == (FieldKind.ID, "claim_id", "claims")
