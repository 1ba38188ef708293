"""Merge the rows of a bundle into this desk."""

from collections.abc import Mapping
from typing import Any, cast

from django.db import transaction
from django.db.models import Model

from annotations.actions.bundles.building import MODELS, RowBuilder, UnknownReference
from annotations.actions.bundles.row_store import RowStore
from annotations.logic.bundles.archives import Bundle
from annotations.logic.bundles.documents import check_anchor, check_document
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.reports import MergeLine, MergeReport, RowState
from annotations.logic.bundles.rows import BundleRow, Values, digest_of, key_of
from annotations.logic.bundles.tables import (
    ANCHORS,
    ARTICLES,
    HIGHLIGHTS,
    REVISIONS,
    STORIES,
    TABLES,
)
from annotations.queries.bundles.counterparts import counterparts, known_digests, texts_of
from annotations.queries.bundles.records import SOURCE, in_canonical_order, values_of
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import one_at_a_time
from newsroom.actions.stories import free_slug
from newsroom.errors import Invalid
from newsroom.models import Article, Revision, Story, User, Verb
from newsroom.roles import UserRole, require
from newsroom.search.indexing import index_revisions
from newsroom.signals import revisions_imported

#: Tables whose rows only say that two things belong together, with the columns of the two. If they do so
#: here, nothing differs.
_PAIRS = {
    "revisions": ("article_id", "number"),
    "places": ("story_id", "article_id"),
    "provenances": ("origin_id", "article_id"),
    "taggings": ("highlight_id", "tag_id"),
    "verdict_bases": ("claim_id", "created_at"),
}
#: Tables whose rows may be named otherwise here.
_NAMED = ("articles", "outlets", "tags")
_NEWER_HERE = "Its article has a newer text here, so its place there says nothing: mark it here."
_OLDER_HERE = "The article has a newer text there: import that text here first."
_OTHER_TEXTS = "The article has other texts here, so passages of it cannot be placed."


@transaction.atomic
def bring_in(bundle: Bundle, *, by: User) -> MergeReport:
    """Bring the rows of a bundle into this desk, and return what became of each.

    Requires the curator role. Rows that are not here are made with the ids, people and times that they have
    there; the names of people who have no account here are kept beside them. A row that is here is changed if
    only the other desk changed it since it came. A row that both changed is a conflict, and stays. Raises
    `Invalid`, and stores nothing, if the bundle breaks a rule of the desk.
    """
    require(by, UserRole.CURATOR)
    one_at_a_time("bundle")
    merge = _Merge(bundle, by)
    report = merge.run()
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


def rehearse_bringing(bundle: Bundle, *, by: User) -> MergeReport:
    """Return what `bring_in` would do, and change nothing. Requires the curator role."""
    with transaction.atomic():
        report = bring_in(bundle, by=by)
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
        # The number of the current revision of each article, by the uid of the article there.
        self.current: dict[str, int] = {}
        self.anchors = {row.key: row for row in bundle.rows[ANCHORS.name]}

    def run(self) -> MergeReport:
        """Merge all tables, and return what became of the rows."""
        if len(self.bundle.rows[STORIES.name]) != 1:
            raise Invalid("A bundle holds exactly one story.")
        self._check_texts()
        for table in TABLES:
            self._merge_table(table)
            if table is REVISIONS:
                self._show_newest_revisions()
        self._announce_articles()
        self.store.remember_all()
        return MergeReport(tuple(self.lines), tuple(sorted(self.build.strangers)))

    def _check_texts(self) -> None:
        texts: dict[str, str] = {}
        for row in self.bundle.rows[REVISIONS.name]:
            texts[row.key] = self.build.text(row)
            check_document(row, texts[row.key])
        for row in self.bundle.rows[ANCHORS.name]:
            check_anchor(row, texts.get(self.build.revision_key(row), ""))

    def _merge_table(self, table: BundleTable) -> None:
        rows = self.bundle.rows[table.name]
        here = counterparts(table.name, rows)
        refused: set[str] = set()
        if table is ARTICLES:
            refused = self._refuse_other_texts(rows, here)
        values: dict[str, Values] = {}
        if here:
            values = dict(zip(here, values_of(table, here.values()), strict=True))
            self._learn_names(table, values)
        digests = known_digests(MODELS[table.name], SOURCE) if here else {}
        for row in rows:
            if row.key in refused:
                continue
            try:
                if row.key in here:
                    counterpart = here[row.key]
                    digest = digests.get(str(counterpart.pk), "")
                    self._compare(table, row, counterpart, values[row.key], digest)
                else:
                    self._add(table, row)
            except UnknownReference as error:
                self._say(RowState.CONFLICT, table, row, str(error))

    def _refuse_other_texts(self, rows: list[BundleRow], here: dict[str, Any]) -> set[str]:
        """Return the keys of articles whose texts differ here, and say so.

        Their highlights cannot be placed, because a revision never changes.
        """
        texts_there: dict[str, dict[int, str]] = {row.key: {} for row in rows}
        for row in self.bundle.rows[REVISIONS.name]:
            texts_there.setdefault(row.values["article"], {})[row.values["number"]] = row.values[
                "sha256"
            ]
        refused = set()
        for row in rows:
            numbers = texts_there[row.key]
            if not numbers:
                raise Invalid(f"{row.place}: the article has no revision in the bundle.")
            self.current[row.key] = max(numbers)
            if row.key not in here:
                continue
            texts_here = texts_of(here[row.key])
            self.current[row.key] = max(texts_here)
            if numbers.items() <= texts_here.items():
                continue
            newer_there = texts_here.items() <= numbers.items()
            reason = _OLDER_HERE if newer_there else _OTHER_TEXTS
            self._say(RowState.CONFLICT, ARTICLES, row, reason)
            refused.add(row.key)
        return refused

    def _learn_names(self, table: BundleTable, values: Mapping[str, Values]) -> None:
        """Note how rows that are here are named here."""
        if table.name in self.renamed:
            for key, each in values.items():
                self.renamed[table.name][key] = key_of(table, each)

    def _compare(
        self, table: BundleTable, row: BundleRow, here: Model, values: Values, digest: str
    ) -> None:
        """Compare a row with the one that is here. `digest` is that with which it came before, or empty."""
        self.build.known[table.name][row.key] = here.pk
        if table is STORIES:
            self.build.story = cast("Story", here)
        there = self._localised(table, row)
        digest_there, digest_here = digest_of(there), digest_of(values)
        if digest_there == digest_here:
            self._say(RowState.SAME, table, row)
        elif digest == digest_there:
            self._say(RowState.KEPT, table, row)
        elif digest == digest_here and not table.fixed:
            self._change(table, row, here)
        else:
            differing = [name for name in there if there[name] != values[name]]
            self._say(RowState.CONFLICT, table, row, _differs(differing))

    def _localised(self, table: BundleTable, row: BundleRow) -> Values:
        """Return the values of a row with the names that rows have here."""
        values = dict(row.values)
        for field in table.fields:
            if field.refers in self.renamed:
                names = self.renamed[field.refers]
                values[field.name] = names.get(values[field.name], values[field.name])
        if table.name in self.renamed:
            values[table.key[0]] = self.renamed[table.name].get(row.key, row.key)
        return in_canonical_order(table, values)

    def _change(self, table: BundleTable, row: BundleRow, here: Model) -> None:
        for name, value in self.build.columns(table, row).items():
            # An address or a name that this desk gave stays.
            if name not in table.key:
                setattr(here, name, value)
        reason = self.store.store(table, row, here)
        if reason:
            self._say(RowState.CONFLICT, table, row, reason)
            return
        self.store.remember_anew(table, row, here, digest_of(self._localised(table, row)))
        self._say(RowState.CHANGED, table, row)

    def _add(self, table: BundleTable, row: BundleRow) -> None:
        columns = self.build.columns(table, row)
        model = MODELS[table.name]
        if table.name in _PAIRS and not self._refers_to_new(table, row):
            pair = {name: columns[name] for name in _PAIRS[table.name]}
            here = model._default_manager.filter(**pair).first()
            if here:
                self.build.known[table.name][row.key] = here.pk
                self._say(RowState.SAME, table, row)
                return
        if table is HIGHLIGHTS and not self._is_on_current_text(row):
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

    def _is_on_current_text(self, row: BundleRow) -> bool:
        """Return whether the anchor of a highlight is in the current revision of its article here.

        Raises `Invalid` if the highlight has no such anchor.
        """
        anchor = self.anchors.get(row.values["anchor"])
        if anchor is None or anchor.values["highlight"] != row.key:
            raise Invalid(f"{row.place}: the bundle's anchors hold no anchor of this highlight.")
        return bool(anchor.values["revision"] == self.current.get(row.values["article"]))

    def _show_newest_revisions(self) -> None:
        for key in self.new[ARTICLES.name]:
            newest = self.build.known[REVISIONS.name][f"{key}/{self.current[key]}"]
            Article.objects.filter(pk=self.build.known[ARTICLES.name][key]).update(current=newest)

    def _announce_articles(self) -> None:
        """Index the texts of new articles, and let the receivers of imports look at them."""
        new = [self.build.known[ARTICLES.name][row.key] for row in self._new_articles()]
        revisions = Revision.objects.filter(current_of__in=new).select_related("article")
        listed = list(revisions.order_by("article_id"))
        if not listed:
            return
        index_revisions(listed)
        imported = [(revision, None) for revision in listed]
        ahead: list[tuple[object, ...]] = [() for _ in listed]
        revisions_imported.send(Revision, imported=imported, ahead=ahead, by=self.by)

    def _new_articles(self) -> list[BundleRow]:
        rows = self.bundle.rows[ARTICLES.name]
        return [row for row in rows if row.key in self.new[ARTICLES.name]]

    def _say(self, state: RowState, table: BundleTable, row: BundleRow, reason: str = "") -> None:
        self.lines.append(MergeLine(state, table.name, row.key, reason))


def _differs(fields: list[str]) -> str:
    return f"It is here too, and differs in {', '.join(fields)}: it stays as it is here."
