"""Store rows of a bundle with what belongs to them, and keep their identity."""

from typing import Any

from django.db import IntegrityError
from django.db.models import Model, QuerySet

from annotations.actions.bundles.building import MODELS, RowBuilder
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import (
    BASES,
    OUTLETS,
    PLACES,
    PROVENANCES,
    REVISIONS,
    TAGGINGS,
)
from annotations.models import BasisPassage
from annotations.models.withdrawing import Withdrawable
from annotations.queries.bundles.counterparts import foreign_id_of, objects_that_came
from annotations.queries.bundles.records import SOURCE
from newsroom.actions.storing import store, store_as_it_came
from newsroom.errors import Conflict, Invalid
from newsroom.models import ForeignRow, OutletAlias

#: Tables whose rows never change, but are deleted when people take apart here what belongs together there.
_REMOVABLE = (PLACES, PROVENANCES, TAGGINGS)
#: The id and the digest of a row that did not come before.
_UNKNOWN = ("", "")


class RowStore:
    """Stores rows of one bundle."""

    def __init__(self, build: RowBuilder) -> None:
        self.build = build
        self._brought: list[ForeignRow] = []
        # {table: {key there: (the id that the row got here, the digest with which it came)}}
        self._came: dict[str, dict[str, tuple[str, str]]] = {}

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
        if table.name not in self._came:
            key_of_id = {
                self._foreign_id(table, row): row.key for row in self.build.bundle.rows[table.name]
            }
            came = objects_that_came(MODELS[table.name], SOURCE, key_of_id)
            by_key = {key_of_id[foreign_id]: known for foreign_id, known in came.items()}
            self._came[table.name] = by_key
        return self._came[table.name]

    def digest(self, table: BundleTable, row: BundleRow, here: Model) -> str:
        """Return the digest with which a row came before and became `here`, or an empty string."""
        pk, digest = self.came_before(table).get(row.key, _UNKNOWN)
        return digest if pk == str(here.pk) else ""

    def remember(self, table: BundleTable, row: BundleRow, instance: Model, digest: str) -> None:
        """Keep the identity of a new row, and its people who have no account here."""
        names = self.build.names(table, row)
        # Nobody compares a row that never changes, but one that was removed here must not come back.
        if table.fixed and table not in _REMOVABLE and not names:
            return
        self._bring(table, row, instance, digest, names)

    def remember_anew(
        self, table: BundleTable, row: BundleRow, instance: Model, digest: str
    ) -> None:
        """Keep what a row that is here is now."""
        self._known(table, row).update(digest=digest, names=self.build.names(table, row))

    def remember_same(self, table: BundleTable, row: BundleRow, here: Model, digest: str) -> None:
        """Keep that a row is here too, so that its next change or its withdrawal there is noticed.

        `digest` is that of the row as both desks have it. The people of the row here are its own.
        """
        if table.fixed and table not in _REMOVABLE:
            return
        pk, known = self.came_before(table).get(row.key, _UNKNOWN)
        if not pk:
            self._bring(table, row, here, digest, {})
        elif pk != str(here.pk):
            # What was taken apart here and put together again is another row. A row of another table was
            # merged into the known one, which stands for it.
            if table in _REMOVABLE:
                self._known(table, row).update(object_id=str(here.pk), digest=digest, names={})
        elif known != digest:
            self._known(table, row).update(digest=digest)

    def remember_conflict(self, table: BundleTable, row: BundleRow, here: Model) -> None:
        """Keep that a row is here too, but differs: so its withdrawal there is noticed."""
        # Other rows are never taken back.
        if isinstance(here, Withdrawable) and row.key not in self.came_before(table):
            self._bring(table, row, here, "", {})

    def remember_all(self) -> None:
        """Store the identities of the rows that came for the first time."""
        ForeignRow.objects.bulk_create(self._brought, batch_size=500)

    def _bring(
        self,
        table: BundleTable,
        row: BundleRow,
        instance: Model,
        digest: str,
        names: dict[str, Any],
    ) -> None:
        self._brought.append(
            ForeignRow(
                object_type=instance._meta.model_name or "",
                object_id=str(instance.pk),
                source=SOURCE,
                foreign_id=self._foreign_id(table, row),
                digest=digest,
                names=names,
            )
        )

    def _known(self, table: BundleTable, row: BundleRow) -> QuerySet[ForeignRow]:
        """Return what is stored about a row that came before."""
        return ForeignRow.objects.filter(
            source=SOURCE,
            object_type=MODELS[table.name]._meta.model_name,
            foreign_id=self._foreign_id(table, row),
        )

    def _foreign_id(self, table: BundleTable, row: BundleRow) -> str:
        return foreign_id_of(self.build.bundle, table, row.key)

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
