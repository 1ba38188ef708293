"""Store rows of a bundle with what belongs to them, and keep their identity."""

from typing import Any

from django.db import IntegrityError
from django.db.models import Model

from annotations.actions.bundles.building import MODELS, RowBuilder
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import (
    BASES,
    OUTLETS,
    PLACES,
    PROVENANCES,
    REVISIONS,
    STORIES,
    TAGGINGS,
)
from annotations.models import BasisPassage
from annotations.queries.bundles.counterparts import objects_that_came
from annotations.queries.bundles.records import SOURCE
from newsroom.actions.storing import store, store_as_it_came
from newsroom.errors import Conflict, Invalid
from newsroom.models import ForeignRow, OutletAlias

#: Tables whose rows never change, but are deleted when people take apart here what belongs together there.
_REMOVABLE = (PLACES, PROVENANCES, TAGGINGS)


class RowStore:
    """Stores rows of one bundle."""

    def __init__(self, build: RowBuilder) -> None:
        self.build = build
        self._brought: list[ForeignRow] = []

    def store(self, table: BundleTable, row: BundleRow, instance: Model) -> str:
        """Store the row with its parts, and return an empty string, or why a row here stands against it.

        Raises `Invalid` if the row breaks a rule by itself.
        """
        new = instance._state.adding
        try:
            store_as_it_came(instance)
        except (Invalid, Conflict) as error:
            if isinstance(error.__cause__, IntegrityError):
                return error.sentence
            raise Invalid(f"{row.place}: {error.sentence}") from error
        # Only an outlet gets more parts later: other names.
        if new or table is OUTLETS:
            self._store_parts(table, row, instance)
        return ""

    def came_before(self, table: BundleTable) -> dict[str, tuple[str, str]]:
        """Return the ids that rows of the bundle got when they came before, with their digests, by key."""
        key_of_id = {
            self._foreign_id(table, row.key): row.key for row in self.build.bundle.rows[table.name]
        }
        came = objects_that_came(MODELS[table.name], SOURCE, key_of_id)
        return {key_of_id[foreign_id]: known for foreign_id, known in came.items()}

    def remember(self, table: BundleTable, row: BundleRow, instance: Model, digest: str) -> None:
        """Keep the identity of a new row, and its people who have no account here."""
        names = self.build.names(table, row)
        # Nobody compares a row that never changes, but one that was removed here must not come back.
        if table.fixed and table not in _REMOVABLE and not names:
            return
        self._brought.append(
            ForeignRow(
                object_type=instance._meta.model_name or "",
                object_id=str(instance.pk),
                source=SOURCE,
                foreign_id=self._foreign_id(table, row.key),
                digest=digest,
                names=names,
            )
        )

    def remember_anew(
        self, table: BundleTable, row: BundleRow, instance: Model, digest: str
    ) -> None:
        """Keep what a row that is here is now."""
        known = ForeignRow.objects.filter(
            source=SOURCE, object_type=instance._meta.model_name, object_id=str(instance.pk)
        )
        known.exclude(digest="").update(digest=digest, names=self.build.names(table, row))

    def remember_all(self) -> None:
        """Store the identities of the new rows."""
        ForeignRow.objects.bulk_create(self._brought, batch_size=500)

    def _foreign_id(self, table: BundleTable, key: str) -> str:
        """Return the id by which `ForeignRow` knows a row there."""
        if table is not PLACES:
            return key
        # An article has a place in several stories, and the bundle holds those of one.
        (story,) = self.build.bundle.rows[STORIES.name]
        return f"{story.key}/{key}"

    def _store_parts(self, table: BundleTable, row: BundleRow, instance: Any) -> None:
        """Store what a row of a bundle holds in other rows of the database."""
        if table is OUTLETS:
            for word in row.values["aliases"]:
                if not OutletAlias.objects.filter(word__iexact=str(word)).exists():
                    store(OutletAlias(outlet=instance, word=str(word)))
        if table is REVISIONS:
            capture = self.build.capture(row, instance)
            if capture:
                store(capture)
        if table is BASES:
            BasisPassage.objects.bulk_create(self.build.basis_passages(row, instance))
