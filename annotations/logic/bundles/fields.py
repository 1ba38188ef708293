"""Define what a table of a bundle and its fields are, and make the fields that several tables have."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What a field holds. Each value is the description that people read."""

    TEXT = "text"
    NUMBER = "whole number"
    TRUTH = "true or false"
    MOMENT = "time (ISO 8601, UTC)"
    DAY = "day (ISO 8601)"
    ID = "UUID"
    PERSON = "name of a person"
    LIST = "list"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class BundleField:
    """A field of a table.

    `path` are the attributes that lead from a row of the database to the value, if the name alone does not.
    `refers` is the table whose key the field holds. An `optional` field may be null.
    """

    name: str
    kind: FieldKind
    path: str = ""
    refers: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class BundleTable:
    """A table of a bundle. `key` are the fields that tell its rows apart.

    Rows of a `fixed` table never change after they were made.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    fields: tuple[BundleField, ...]
    fixed: bool = False

    @property
    def file(self) -> str:
        """Return the name of its file in the bundle."""
        return f"tables/{self.name}.jsonl"


def text_field(name: str) -> BundleField:
    return BundleField(name, FieldKind.TEXT)


def number_field(name: str, *, optional: bool = False) -> BundleField:
    return BundleField(name, FieldKind.NUMBER, optional=optional)


def truth_field(name: str) -> BundleField:
    return BundleField(name, FieldKind.TRUTH)


def moment_field(name: str, *, optional: bool = False) -> BundleField:
    return BundleField(name, FieldKind.MOMENT, optional=optional)


def person_field(name: str, *, optional: bool = False) -> BundleField:
    return BundleField(name, FieldKind.PERSON, f"{name}.username", optional=optional)


def row_field(name: str, table: str, *, optional: bool = False) -> BundleField:
    """Return a field with the id of a row whose id is the same on every desk."""
    return BundleField(name, FieldKind.ID, f"{name}_id", table, optional)


def article_field(name: str = "article") -> BundleField:
    return BundleField(name, FieldKind.ID, f"{name}.uid", "articles")


ID = BundleField("id", FieldKind.ID)
UID = BundleField("uid", FieldKind.ID)
MAKING = (person_field("created_by"), moment_field("created_at"))
WITHDRAWAL = (
    moment_field("withdrawn_at", optional=True),
    person_field("withdrawn_by", optional=True),
)
