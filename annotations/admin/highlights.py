"""Register the admin pages of highlights, of their anchors, and of their tags."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.passages import highlights as acts
from annotations.admin.bases import STANDING, Withdrawals, shortened, standing
from annotations.admin.exporting import exports_of
from annotations.admin.needs import NEEDS
from annotations.logic.vocabulary import AnchorState
from annotations.models import Anchor, Evidence, Highlight, HighlightTag, Link, Provenance
from newsroom.admin.articles import WITHOUT_TEXT
from newsroom.admin.bases import ChangeOnlyAdmin, ReadOnlyAdmin, curator
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import needs_filter
from newsroom.admin.widgets import row_field
from newsroom.models import Article, StoryArticle

STATES = [(state.value, state.label) for state in AnchorState]


#: The related rows that the columns of the list need.
_SHOWN = ("anchor", "article__outlet", "created_by")


class HighlightTagForm(forms.Form):
    tag = row_field(HighlightTag, "tag", label="Tag")


@admin.register(Highlight)
class HighlightAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "quote",
        "tag_list",
        "state",
        "article",
        "outlet",
        CountColumn(
            "evidence", Evidence, "highlight", filter="highlight", where=STANDING, standing="yes"
        ),
        CountColumn(
            "links", Link, "source", "target", filter="highlight", where=STANDING, standing="yes"
        ),
        "created_by",
        "created_at",
        "on_site",
        "stands",
    ]
    list_filter = [
        needs_filter(NEEDS, Highlight),
        related(
            "story",
            "story",
            StoryArticle,
            "story",
            "article__places__story",
        ),
        related("article", "article", Highlight, "article", "article"),
        related("outlet", "outlet", Article, "outlet", "article__outlet"),
        related(
            "origin",
            "origin",
            Provenance,
            "origin",
            "article__provenances__origin",
        ),
        related("tag", "tag", HighlightTag, "tag", "taggings__tag"),
        related("person", "drawn by", Highlight, "created_by", "created_by"),
        choice("state", "anchor state", STATES, "anchor__state"),
        dates("created_at", "drawn"),
        standing(),
    ]
    search_fields = ["anchor__quote", "note", "attribution"]
    search_help_text = "Searches passages, notes and attributions."
    fields = [
        "article",
        "anchor",
        "note",
        "attribution",
        "teller",
        "created_by",
        "created_at",
        "withdrawn_at",
        "withdrawn_by",
    ]
    # A passage is moved only on the desk, where its text is visible.
    readonly_fields = [
        "article",
        "anchor",
        "teller",
        "created_by",
        "created_at",
        "withdrawn_at",
        "withdrawn_by",
    ]
    actions = [
        *exports_of("annotations"),
        BulkAct("tag", "Add a tag", acts.tag_highlight, form=HighlightTagForm),
        BulkAct(
            "untag",
            "Remove a tag",
            acts.untag_highlight,
            form=HighlightTagForm,
        ),
        BulkAct("withdraw", "Withdraw highlights", acts.withdraw_highlight),
        BulkAct("restore", "Restore highlights", acts.restore_highlight),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Highlight]:
        # The list shows these related rows, so they are loaded with it.
        return super().get_queryset(request).select_related(*_SHOWN).prefetch_related("tags")

    def get_search_results(
        self,
        request: HttpRequest,
        queryset: QuerySet[Highlight],
        search_term: str,
    ) -> tuple[QuerySet[Highlight], bool]:
        # The quotes are searched in a subquery on the anchors, because a join with all highlights takes much
        # longer.
        for word in search_term.split():
            quoting = Anchor.objects.filter(quote__icontains=word).values("pk")
            described = Q(note__icontains=word) | Q(attribution__icontains=word)
            queryset = queryset.filter(Q(anchor__in=quoting) | described)
        return queryset, False

    def save_model(
        self,
        request: HttpRequest,
        obj: Highlight,
        form: Any,
        change: bool,
    ) -> None:
        # The form has changed `obj` already. The action needs the stored values to compare.
        stored = Highlight.objects.get(pk=obj.pk)
        acts.describe_highlight(
            stored,
            note=obj.note,
            attribution=obj.attribution,
            version=obj.version,
            by=curator(request),
        )

    @admin.display(ordering="anchor__quote")
    def quote(self, highlight: Highlight) -> str:
        return shortened(highlight.anchor.quote)

    @admin.display(ordering="article__outlet__name")
    def outlet(self, highlight: Highlight) -> Any:
        return highlight.article.outlet

    @admin.display(ordering="anchor__state")
    def state(self, highlight: Highlight) -> str:
        return highlight.anchor.get_state_display()

    @admin.display(description="tags")
    def tag_list(self, highlight: Highlight) -> str:
        return ", ".join(tag.path for tag in highlight.tags.all())

    @admin.display(description="on the site")
    def on_site(self, highlight: Highlight) -> SafeString:
        return link(highlight.get_absolute_url(), "Open")


@admin.register(Anchor)
class AnchorAdmin(ReadOnlyAdmin):
    # The history has lines about highlights and not about anchors.
    history_of = "highlight"
    list_display = [
        "words",
        "state",
        "revision",
        "start",
        "end",
        "created_by",
        "created_at",
    ]
    list_select_related = ["revision__article", "created_by"]
    list_filter = [
        related("article", "article", Highlight, "article", "highlight__article"),
        related("person", "placed by", Anchor, "created_by", "created_by"),
        choice("state", "state", STATES, "state"),
        dates("created_at", "placed"),
    ]
    search_fields = ["quote"]
    search_help_text = "Searches passages."
    ordering = ["-revision_id"]  # newest revisions first, by an index that is there anyway

    def get_queryset(self, request: HttpRequest) -> QuerySet[Anchor]:
        return super().get_queryset(request).defer(*(f"revision__{name}" for name in WITHOUT_TEXT))

    @admin.display(description="quote", ordering="quote")
    def words(self, anchor: Anchor) -> str:
        return shortened(anchor.quote)


@admin.register(HighlightTag)
class HighlightTagAdmin(ReadOnlyAdmin):
    # The history has lines about highlights and not about their tags.
    history_of = "highlight"
    list_display = ["tag", "highlight", "added_by", "added_at"]
    list_select_related = ["tag", "highlight__anchor", "added_by"]
    list_filter = [
        related("tag", "tag", HighlightTag, "tag", "tag"),
        related("person", "added by", HighlightTag, "added_by", "added_by"),
        dates("added_at"),
    ]
    search_fields = ["tag__path", "highlight__anchor__quote"]
    search_help_text = "Searches tags and passages."
