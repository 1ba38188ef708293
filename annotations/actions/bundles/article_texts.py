"""Compare the texts of a bundle's articles with those that the articles have here."""

from collections.abc import Collection, Mapping
from typing import Any

from annotations.actions.bundles.building import RowBuilder
from annotations.logic.bundles.documents import check_anchor, check_document
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import ANCHORS, ARTICLES, REVISIONS
from annotations.queries.bundles.counterparts import texts_of
from newsroom.errors import Invalid
from newsroom.models import Article, Revision, User
from newsroom.search.indexing import index_revisions
from newsroom.signals import revisions_imported

_OLDER_HERE = "The article has a newer text there: import that text here first."
_OTHER_TEXTS = "The article has other texts here, so passages of it cannot be placed."


class ArticleTexts:
    """The texts of one bundle's articles."""

    def __init__(self, build: RowBuilder) -> None:
        self.build = build
        self.rows = build.bundle.rows
        # The number of the current revision of each article, by the uid of the article there.
        self._current: dict[str, int] = {}
        self._anchors = {row.key: row for row in self.rows[ANCHORS.name]}

    def check(self) -> None:
        """Raise `Invalid` if a text or a place in it is not as the bundle says."""
        texts: dict[str, str] = {}
        for row in self.rows[REVISIONS.name]:
            texts[row.key] = self.build.text(row)
            check_document(row, texts[row.key])
        for row in self.rows[ANCHORS.name]:
            check_anchor(row, texts.get(self.build.revision_key(row), ""))

    def refusals(self, here: Mapping[str, Any]) -> dict[str, str]:
        """Return why articles whose texts differ here cannot be brought in, by the key of the article.

        Their highlights cannot be placed, because a revision never changes. Raises `Invalid` for an article
        without a text.
        """
        articles = self.rows[ARTICLES.name]
        texts_there: dict[str, dict[int, str]] = {row.key: {} for row in articles}
        for row in self.rows[REVISIONS.name]:
            texts = texts_there.setdefault(row.values["article"], {})
            texts[row.values["number"]] = row.values["sha256"]
        refused = {}
        for row in articles:
            numbers = texts_there[row.key]
            if not numbers:
                raise Invalid(f"{row.place}: the article has no revision in the bundle.")
            self._current[row.key] = max(numbers)
            if row.key not in here:
                continue
            texts_here = texts_of(here[row.key])
            self._current[row.key] = max(texts_here)
            if numbers.items() <= texts_here.items():
                continue
            refused[row.key] = _OTHER_TEXTS
            if texts_here.items() <= numbers.items():
                refused[row.key] = _OLDER_HERE
        return refused

    def is_on_current(self, row: BundleRow) -> bool:
        """Return whether the anchor of a highlight is in the current revision of its article here.

        Raises `Invalid` if the highlight has no such anchor.
        """
        anchor = self._anchors.get(row.values["anchor"])
        if anchor is None or anchor.values["highlight"] != row.key:
            raise Invalid(f"{row.place}: the bundle's anchors hold no anchor of this highlight.")
        return bool(anchor.values["revision"] == self._current.get(row.values["article"]))

    def show_newest(self, articles: Collection[str]) -> None:
        """Make the newest revision of new articles the current one. `articles` are their keys."""
        for key in articles:
            newest = self.build.known[REVISIONS.name][f"{key}/{self._current[key]}"]
            Article.objects.filter(pk=self.build.known[ARTICLES.name][key]).update(current=newest)

    def announce(self, articles: Collection[str], *, by: User) -> None:
        """Index the texts of new articles, and let the receivers of imports look at them."""
        ids = [self.build.known[ARTICLES.name][key] for key in articles]
        revisions = Revision.objects.filter(current_of__in=ids).select_related("article")
        listed = list(revisions.order_by("article_id"))
        if not listed:
            return
        index_revisions(listed)
        imported = [(revision, None) for revision in listed]
        ahead: list[tuple[object, ...]] = [() for _ in listed]
        revisions_imported.send(Revision, imported=imported, ahead=ahead, by=by)
