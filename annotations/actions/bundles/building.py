"""Build rows of the database from rows of a bundle."""

import hashlib
from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Model

from annotations.logic.bundles.archives import Bundle, text_name
from annotations.logic.bundles.fields import BundleField, BundleTable, FieldKind
from annotations.logic.bundles.rows import BundleRow, value_of
from annotations.logic.vocabulary import Relation
from annotations.models import (
    Anchor,
    BasisPassage,
    Claim,
    Comment,
    Evidence,
    Highlight,
    HighlightTag,
    Independence,
    Link,
    Origin,
    Provenance,
    Silence,
    Tag,
    VerdictBasis,
)
from annotations.queries.foreign.names import ACTED_AT
from newsroom.errors import Invalid
from newsroom.models import Article, Capture, Original, Outlet, Revision, Story, StoryArticle, User

MODELS: dict[str, type[Model]] = {
    "outlets": Outlet,
    "stories": Story,
    "articles": Article,
    "revisions": Revision,
    "places": StoryArticle,
    "origins": Origin,
    "provenances": Provenance,
    "tags": Tag,
    "highlights": Highlight,
    "anchors": Anchor,
    "taggings": HighlightTag,
    "claims": Claim,
    "evidence": Evidence,
    "links": Link,
    "silences": Silence,
    "independences": Independence,
    "comments": Comment,
    "verdict_bases": VerdictBasis,
}
#: Fields that are stored in other rows, or after the row itself.
_ELSEWHERE = {
    ("outlets", "aliases"),
    ("revisions", "original"),
    ("revisions", "capture"),
    ("verdict_bases", "passages"),
}
#: Tables whose rows belong to the story of the bundle.
_OF_STORY = {"places", "claims"}


class UnknownReference(Exception):
    """The error for a row that refers to one which was not brought in. The message says to which."""


class RowBuilder:
    """Builds rows with the references of this desk.

    `known` is {table: {key of a row of the bundle: the id of the row here}}, and grows while rows are stored.
    """

    def __init__(self, bundle: Bundle, by: User) -> None:
        self.bundle = bundle
        self.by = by
        self.story: Story | None = None
        self.known: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.strangers: set[str] = set()
        self._people = {user.username: user for user in User.objects.all()}
        self._article_of = {row.key: row.values["article"] for row in bundle.rows["highlights"]}

    def columns(self, table: BundleTable, row: BundleRow) -> dict[str, Any]:
        """Return the values to store for a row of the bundle, as {column: value}.

        Raises `UnknownReference` if the row refers to a row of the bundle that was not brought in, and
        `Invalid` if it refers to a row that the bundle does not hold.
        """
        columns: dict[str, Any] = {}
        for field in table.fields:
            if (table.name, field.name) not in _ELSEWHERE:
                columns |= self._column(table, field, row)
        if table.name in _OF_STORY and self.story:
            columns["story_id"] = self.story.pk
        # The database stores the article with the lower id first, and ids differ from desk to desk.
        if table.name == "independences" and columns["first_id"] > columns["second_id"]:
            columns["first_id"], columns["second_id"] = columns["second_id"], columns["first_id"]
        return columns

    def names(self, table: BundleTable, row: BundleRow) -> dict[str, Any]:
        """Return the people of the row who have no account here, as `ForeignRow.names` stores them."""
        names = {}
        for field in table.fields:
            name = row.values[field.name]
            if field.kind is FieldKind.PERSON and name is not None and name not in self._people:
                self.strangers.add(name)
                moment = row.values.get(ACTED_AT.get(field.name, ""))
                names[field.name] = {"name": name, "at": moment}
        return names

    def text(self, row: BundleRow) -> str:
        """Return the text of a revision. Raises `Invalid` if the bundle does not hold it."""
        name = text_name(row.values["article"], row.values["number"])
        if name not in self.bundle.texts:
            raise Invalid(f"{row.place}: the bundle lacks the file {name}.")
        return self.bundle.texts[name]

    def original(self, row: BundleRow) -> Original:
        """Return the stored bytes of a revision's source, or its text in UTF-8 if the bundle has no sources.

        Raises `Invalid` if the bundle lacks the bytes, or if they do not have the stated hash.
        """
        stated = row.values["original"]
        # A revision needs a source, so a bundle without them makes one of the text.
        raw = self.text(row).encode()
        if stated is not None:
            if stated not in self.bundle.originals:
                raise Invalid(f"{row.place}: the bundle lacks the file originals/{stated[:64]}.")
            raw = self.bundle.originals[stated]
        sha256 = hashlib.sha256(raw).hexdigest()
        if stated is not None and sha256 != stated:
            raise Invalid(f"{row.place}: the bytes of its source were changed.")
        if not raw:
            raise Invalid(f"{row.place}: the bytes of its source are empty.")
        values = {"raw": raw, "size": len(raw)}
        return Original.objects.get_or_create(sha256=sha256, defaults=values)[0]

    def capture(self, row: BundleRow, revision: Revision) -> Capture | None:
        """Return the record of how a revision was fetched, not stored yet, or None. Raises `Invalid` for a
        record that is none.
        """
        stated = row.values["capture"]
        if stated is None:
            return None
        try:
            return Capture(
                revision=revision,
                asked=str(stated["asked"]),
                address=str(stated["address"]),
                at=datetime.fromisoformat(stated["at"]),
                status=int(stated["status"]),
                headers=dict(stated["headers"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Invalid(f"{row.place}: “capture” is no record of fetching.") from error

    def revision_key(self, anchor: BundleRow) -> str:
        """Return the key of the revision in which an anchor stands."""
        article = self._article_of.get(anchor.values["highlight"])
        return f"{article}/{anchor.values['revision']}"

    def basis_passages(self, row: BundleRow, basis: VerdictBasis) -> list[BasisPassage]:
        """Return the passages of a verdict's basis, not stored yet.

        Raises `Invalid` if the row states a passage in a wrong form or one that the bundle lacks, and
        `UnknownReference` if a passage refers to a row that was not brought in.
        """
        passages = []
        for stated in row.values["passages"]:
            try:
                evidence = self._reference("evidence", str(stated["evidence"]), row)
                anchor = self._reference("anchors", str(stated["anchor"]), row)
                relation = Relation(stated["relation"])
            except (KeyError, TypeError, ValueError) as error:
                raise Invalid(f"{row.place}: “passages” are no passages of a basis.") from error
            passages.append(
                BasisPassage(basis=basis, evidence_id=evidence, anchor_id=anchor, relation=relation)
            )
        return passages

    def _column(self, table: BundleTable, field: BundleField, row: BundleRow) -> dict[str, Any]:
        value = row.values[field.name]
        if field.kind is FieldKind.PERSON:
            return {f"{field.name}_id": self._person(value)}
        if value is None:
            is_reference = field.refers or field.name == "corrects"
            return {f"{field.name}_id" if is_reference else field.name: None}
        if field.refers:
            return {f"{field.name}_id": self._reference(field.refers, value, row)}
        if (table.name, field.name) == ("revisions", "corrects"):
            key = f"{row.values['article']}/{value}"
            return {"corrects_id": self._reference("revisions", key, row)}
        if (table.name, field.name) == ("anchors", "revision"):
            return {"revision_id": self._reference("revisions", self.revision_key(row), row)}
        if (table.name, field.name) == ("highlights", "anchor"):
            return {"anchor_id": value_of(field, row.values)}
        return {field.name: value_of(field, row.values)}

    def _person(self, name: str | None) -> int | None:
        if name is None:
            return None
        return self._people.get(name, self.by).pk

    def _reference(self, table: str, key: str, row: BundleRow) -> Any:
        known = self.known[table]
        if key in known:
            return known[key]
        if any(each.key == key for each in self.bundle.rows[table]):
            raise UnknownReference(f"It rests on {key} in {table}, which is not brought in.")
        raise Invalid(f"{row.place}: there is no {key[:80]} in the bundle's {table}.")
