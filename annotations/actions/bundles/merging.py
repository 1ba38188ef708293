"""Merge the rows of a bundle into this desk."""

from collections.abc import Mapping
from typing import Any, cast

from django.db import transaction
from django.db.models import Model

from annotations.actions.bundles.article_texts import ArticleTexts
from annotations.actions.bundles.building import MODELS, RowBuilder, UnknownReference
from annotations.actions.bundles.counterpart_locks import lock_counterparts
from annotations.actions.bundles.gone_withdrawal import lines_of_gone, withdraw_gone
from annotations.actions.bundles.pairs import PAIRS, pair_of
from annotations.actions.bundles.row_store import RowStore
from annotations.logic.bundles.archives import Bundle
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.reports import MergeLine, MergeReport, RowState
from annotations.logic.bundles.rows import BundleRow, Values, digest_of, key_of
from annotations.logic.bundles.tables import (
    ARTICLES,
    CLAIMS,
    HIGHLIGHTS,
    REVISIONS,
    STORIES,
    TABLES,
)
from annotations.models import Claim
from annotations.queries.bundles.counterparts import counterparts
from annotations.queries.bundles.gone_rows import gone_rows
from annotations.queries.bundles.records import in_canonical_order, values_of
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import one_at_a_time
from newsroom.actions.stories import free_slug
from newsroom.errors import Invalid
from newsroom.models import Story, User, Verb
from newsroom.roles import UserRole, require

#: The field with the address of a story, which may be another one here.
_SLUG = ("stories", "slug")
#: Tables whose rows may be named otherwise here.
_NAMED = ("articles", "outlets", "tags")
_NEWER_HERE = "Its article has a newer text here, so its place there says nothing: mark it here."
_REMOVED_HERE = "It was removed here, and stays so."
_WITHDRAWN_HERE = "It was withdrawn here, and stays so."
_OTHER_STORY = "It is in another story here, and stays there."
_OTHER_HERE = "It became another row here, which stays."


@transaction.atomic
def bring_in(bundle: Bundle, *, by: User, gone_too: bool = False) -> MergeReport:
    """Bring the rows of a bundle into this desk, and return what became of each.

    Requires the curator role. Rows that are not here are made with the ids, people and times that they have
    there; the names of people who have no account here are kept beside them. A row that is here is changed if
    only the other desk changed it since it came. A row that both changed is a conflict, and stays. What came
    in an earlier bundle of the story, and is not in this one, is named and stays too; with `gone_too` it is
    withdrawn here by the ordinary acts, as far as they allow it. Raises `Invalid`, and stores nothing, if the
    bundle breaks a rule of the desk.
    """
    require(by, UserRole.CURATOR)
    one_at_a_time("bundle")
    merge = _Merge(bundle, by)
    report = merge.run(gone_too=gone_too)
    story = merge.build.story
    if story and report.changes_something:
        line = HistoryLine(
            Verb.IMPORTED,
            story,
            f"brought the story “{story}” in from a bundle: {report.summary}",
            story=story,
        )
        record(line, by=by)
    return report


def rehearse_bringing(bundle: Bundle, *, by: User, gone_too: bool = False) -> MergeReport:
    """Return what `bring_in` would do, and change nothing. Requires the curator role."""
    with transaction.atomic():
        report = bring_in(bundle, by=by, gone_too=gone_too)
        transaction.set_rollback(True)
    return report


class _Merge:
    """The merge of one bundle, table by table: each after those that it refers to."""

    def __init__(self, bundle: Bundle, by: User) -> None:
        self.bundle = bundle
        self.by = by
        self.build = RowBuilder(bundle, by)
        self.store = RowStore(self.build)
        self.lines: list[MergeLine] = []
        # {table: {key there: key here}}, for what is known by names or addresses.
        self.renamed: dict[str, dict[str, str]] = {name: {} for name in _NAMED}
        # Keys of the rows that are made now, by table.
        self.new: dict[str, set[str]] = {table.name: set() for table in TABLES}
        self.texts = ArticleTexts(self.build)

    def run(self, *, gone_too: bool) -> MergeReport:
        """Merge all tables, and return what became of the rows.

        With `gone_too`, rows that the bundle no longer holds are withdrawn.
        """
        if len(self.bundle.rows[STORIES.name]) != 1:
            raise Invalid("A bundle holds exactly one story.")
        self.texts.check()
        lock_counterparts(self.bundle, gone_rows(self.bundle))
        for table in TABLES:
            self._merge_table(table)
            if table is REVISIONS:
                self.texts.show_newest(self.new[ARTICLES.name])
        rows = self.bundle.rows[ARTICLES.name]
        new = [row.key for row in rows if row.key in self.new[ARTICLES.name]]
        self.texts.announce(new, by=self.by)
        self.store.remember_all()
        # They are read once more, because somebody may have changed them before they were locked.
        gone = gone_rows(self.bundle)
        self.lines += withdraw_gone(gone, by=self.by) if gone_too else lines_of_gone(gone)
        return MergeReport(tuple(self.lines), tuple(sorted(self.build.strangers)))

    def _merge_table(self, table: BundleTable) -> None:
        rows = self.bundle.rows[table.name]
        here = counterparts(table.name, rows)
        refused: dict[str, str] = {}
        if table is ARTICLES:
            refused = self.texts.refusals(here)
        values: dict[str, Values] = {}
        if here:
            values = dict(zip(here, values_of(table, here.values()), strict=True))
            self._learn_names(table, values)
        came = self.store.came_before(table)
        for row in rows:
            if row.key in refused:
                self._say(RowState.CONFLICT, table, row, refused[row.key])
                continue
            try:
                if row.key in here:
                    self._compare(table, row, here[row.key], values[row.key])
                elif row.key in came:
                    self._keep(table, row, *came[row.key])
                else:
                    self._add(table, row)
            except UnknownReference as error:
                self._say(RowState.CONFLICT, table, row, str(error))

    def _learn_names(self, table: BundleTable, values: Mapping[str, Values]) -> None:
        """Note how rows that are here are named here."""
        if table.name in self.renamed:
            for key, each in values.items():
                self.renamed[table.name][key] = key_of(table, each)

    def _compare(self, table: BundleTable, row: BundleRow, here: Model, values: Values) -> None:
        """Compare a row with the one that is here."""
        self.build.known[table.name][row.key] = here.pk
        if table is STORIES:
            self.build.story = cast("Story", here)
        there = self._localised(table, row)
        digest_there, digest_here = digest_of(there), digest_of(values)
        digest = self.store.digest(table, row, here)
        withdrawn_here = _WITHDRAWN_HERE if _is_withdrawn_here_alone(row, here) else ""
        # Most tables hold standing rows only, and so do not say whether a row is withdrawn.
        if withdrawn_here and "withdrawn_at" not in there:
            self._say(RowState.KEPT, table, row, withdrawn_here)
        elif digest_there == digest_here:
            self.store.remember_same(table, row, here, digest_here)
            self._say_same(table, row, here)
        elif digest in (digest_there, digest_of(row.values)):
            self._say(RowState.KEPT, table, row, withdrawn_here)
        elif digest == digest_here and not table.fixed:
            self._change(table, row, here)
        else:
            self.store.remember_conflict(table, row, here)
            differing = [name for name in there if there[name] != values[name]]
            self._say(RowState.CONFLICT, table, row, _differs(differing))

    def _say_same(self, table: BundleTable, row: BundleRow, here: Model) -> None:
        # The values of a claim do not name its story, which may be another one on this desk.
        if table is CLAIMS and cast("Claim", here).story != self.build.story:
            self._say(RowState.KEPT, table, row, _OTHER_STORY)
        else:
            self._say(RowState.SAME, table, row)

    def _localised(self, table: BundleTable, row: BundleRow) -> Values:
        """Return the values of a row with the names that rows have here."""
        values = dict(row.values)
        for field in table.fields:
            if field.refers in self.renamed:
                names = self.renamed[field.refers]
                values[field.name] = names.get(values[field.name], values[field.name])
        if table.name in self.renamed:
            values[table.key[0]] = self.renamed[table.name].get(row.key, row.key)
        if table is STORIES and self.build.story:
            values["slug"] = self.build.story.slug
        return in_canonical_order(table, values)

    def _change(self, table: BundleTable, row: BundleRow, here: Model) -> None:
        for name, value in self.build.columns(table, row).items():
            # An address or a name that this desk gave stays.
            if name not in table.key and (table.name, name) != _SLUG:
                setattr(here, name, value)
        reason = self.store.store(table, row, here)
        if reason:
            self._say(RowState.CONFLICT, table, row, reason)
            return
        self.store.remember_anew(table, row, here, digest_of(self._localised(table, row)))
        self._say(RowState.CHANGED, table, row)

    def _add(self, table: BundleTable, row: BundleRow) -> None:
        columns = self.build.columns(table, row)
        if table.name in PAIRS and not self._refers_to_new(table, row):
            here = pair_of(table, columns)
            if here:
                self._take_pair(table, row, here)
                return
        if table is HIGHLIGHTS and not self.texts.is_on_current(row):
            self._say(RowState.CONFLICT, table, row, _NEWER_HERE)
            return
        instance = self._made(table, row, columns)
        reason = self.store.store(table, row, instance)
        if reason:
            self._say(RowState.CONFLICT, table, row, reason)
            return
        self.build.known[table.name][row.key] = instance.pk
        self.new[table.name].add(row.key)
        if table is STORIES:
            self.build.story = instance
        self.store.remember(table, row, instance, digest_of(self._localised(table, row)))
        self._say(RowState.NEW, table, row)

    def _keep(self, table: BundleTable, row: BundleRow, pk: str, digest: str) -> None:
        """Keep what became here of a row that came before. `pk` is the id that it got then.

        `digest` is that with which it came, or empty if it was merged into another row. A row that was
        removed here does not come back, and one that was merged into another stands for it.
        """
        known = self.build.known[table.name]
        here = MODELS[table.name]._default_manager.filter(pk=pk).first()
        pair = None
        if table.name in PAIRS:
            try:
                pair = pair_of(table, self.build.columns(table, row))
            except UnknownReference:
                # If it was removed here, what it rests on may be removed too.
                if here:
                    raise
        if pair:
            self._take_pair(table, row, pair)
            return
        if here is None:
            self._say(RowState.KEPT, table, row, _REMOVED_HERE)
            return
        known[row.key] = here.pk
        if table.name in self.renamed:
            (values,) = values_of(table, [here])
            self.renamed[table.name][row.key] = key_of(table, values)
            # A row that only has another name here is still the one that came.
            if digest:
                self._compare(table, row, here, values)
                return
        self._say(RowState.KEPT, table, row, _OTHER_HERE)

    def _take_pair(self, table: BundleTable, row: BundleRow, here: Model) -> None:
        """Take the row of this desk that joins the same two things for the one of the bundle."""
        self.build.known[table.name][row.key] = here.pk
        self.store.remember_same(table, row, here, digest_of(self._localised(table, row)))
        self._say(RowState.SAME, table, row)

    def _made(self, table: BundleTable, row: BundleRow, columns: dict[str, Any]) -> Any:
        """Return the row as a new one of this desk. It is not stored yet."""
        instance: Any = MODELS[table.name](**columns)
        if table is REVISIONS:
            instance.text = self.build.text(row)
            instance.original = self.build.original(row)
        if table is STORIES and Story.objects.filter(slug=instance.slug).exists():
            instance.slug = free_slug(instance.title)
        return instance

    def _refers_to_new(self, table: BundleTable, row: BundleRow) -> bool:
        """Return whether the row refers to one that is made now, so that it cannot be here."""
        for field in table.fields:
            if field.refers and row.values[field.name] in self.new[field.refers]:
                return True
        return False

    def _say(self, state: RowState, table: BundleTable, row: BundleRow, reason: str = "") -> None:
        self.lines.append(MergeLine(state, table.name, row.key, reason))


def _is_withdrawn_here_alone(row: BundleRow, here: Model) -> bool:
    """Return whether the row is withdrawn on this desk, and stands on the other one."""
    return getattr(here, "withdrawn_at", None) is not None and not row.values.get("withdrawn_at")


def _differs(fields: list[str]) -> str:
    return f"It is here too, and differs in {', '.join(fields)}: it stays as it is here."
