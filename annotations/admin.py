"""The curator's pages of highlights, tags, claims, evidence, links, origins and comments."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.safestring import SafeString

from annotations.actions.claims import reword_claim
from annotations.actions.comments import withdraw_comment
from annotations.actions.highlights import describe_highlight, restore_highlight, withdraw_highlight
from annotations.actions.judgements import change_evidence, change_link, withdraw_evidence, withdraw_link
from annotations.actions.tags import change_tag, make_tag
from annotations.logic import records
from annotations.logic.rows import write_rows
from annotations.models import Anchor, Claim, Comment, Evidence, Highlight, HighlightTag, Link, Origin, Provenance, Tag
from annotations.queries.exports import rows
from newsroom.admin import ActivityAdmin, ArticleAdmin
from newsroom.curation import CuratorAdmin, ReadOnlyAdmin, each, link, list_link


def export_selected(kind: str) -> Any:
    """The panel's action that streams the chosen rows as `<kind>.csv`."""

    @admin.action(description="Export selected as CSV")
    def export(page: admin.ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]) -> StreamingHttpResponse:
        base = request.build_absolute_uri("/").rstrip("/")
        found = rows(kind, {}, base=base, only=chosen.values_list("pk", flat=True))
        response = StreamingHttpResponse(
            write_rows(records.header(kind), found), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
        return response

    return export


ArticleAdmin.actions = [*(ArticleAdmin.actions or ()), export_selected("articles")]
ActivityAdmin.actions = [*(ActivityAdmin.actions or ()), export_selected("activity")]


class Standing(admin.SimpleListFilter):
    """Standing or withdrawn."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Standing"), ("no", "Withdrawn")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in ("yes", "no"):
            return queryset.filter(withdrawn_at__isnull=self.value() == "yes")
        return queryset


class NotMadeHere(CuratorAdmin):
    """For what is made on the desk, where the text is in view."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class TaggingInline(admin.TabularInline):  # type: ignore[type-arg]
    model = HighlightTag
    fields = ["tag", "added_by", "added_at"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Highlight)
class HighlightAdmin(NotMadeHere):
    list_display = ["quote", "article", "outlet", "state", "tag_list", "created_by", "created_at", "on_site", "stands"]
    list_select_related = ["anchor", "article__outlet", "created_by"]
    list_filter = [
        Standing,
        "anchor__state",
        ("article__places__story", admin.RelatedOnlyFieldListFilter),
        ("article__outlet", admin.RelatedOnlyFieldListFilter),
        ("tags", admin.RelatedOnlyFieldListFilter),
        ("created_by", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["anchor__quote", "note", "attribution", "article__title"]
    date_hierarchy = "created_at"
    fields = ["article", "anchor", "note", "attribution", "created_by", "created_at", "withdrawn_at", "withdrawn_by"]
    readonly_fields = ["article", "anchor", "created_by", "created_at", "withdrawn_at", "withdrawn_by"]
    inlines = [TaggingInline]
    actions = [export_selected("annotations"), "withdraw", "restore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Highlight]:
        return super().get_queryset(request).prefetch_related("tags")

    def save_model(self, request: HttpRequest, obj: Highlight, form: Any, change: bool) -> None:
        stored = Highlight.objects.get(pk=obj.pk)
        describe_highlight(stored, note=obj.note, attribution=obj.attribution, version=obj.version, by=request.user)

    @admin.display(ordering="anchor__quote")
    def quote(self, highlight: Highlight) -> str:
        return highlight.anchor.quote[:100]

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

    @admin.display(boolean=True, ordering="withdrawn_at")
    def stands(self, highlight: Highlight) -> bool:
        return highlight.withdrawn_at is None

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Highlight]) -> None:
        each(request, self, chosen, lambda row: withdraw_highlight(row, by=request.user), "withdrawn")

    @admin.action(description="Restore selected")
    def restore(self, request: HttpRequest, chosen: QuerySet[Highlight]) -> None:
        each(request, self, chosen, lambda row: restore_highlight(row, by=request.user), "restored")


@admin.register(Anchor)
class AnchorAdmin(ReadOnlyAdmin):
    list_display = ["quote", "state", "revision", "start", "end", "created_by", "created_at"]
    list_select_related = ["revision__article", "created_by"]
    list_filter = ["state"]
    search_fields = ["quote"]
    date_hierarchy = "created_at"


@admin.register(Tag)
class TagAdmin(CuratorAdmin):
    list_display = ["path", "hue", "definition", "highlight_count", "created_by", "created_at"]
    list_select_related = ["created_by"]
    list_filter = ["hue"]
    search_fields = ["path", "definition"]
    date_hierarchy = "created_at"
    fields = ["path", "hue", "definition"]
    actions = [export_selected("tags")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        standing = Count("taggings", filter=Q(taggings__highlight__withdrawn_at=None))
        return super().get_queryset(request).annotate(number=standing)

    def save_model(self, request: HttpRequest, obj: Tag, form: Any, change: bool) -> None:
        if change:
            sent = {name: form.cleaned_data[name] for name in form.changed_data}
            change_tag(Tag.objects.get(pk=obj.pk), by=request.user, **sent)
        else:
            obj.pk = make_tag(obj.path, hue=obj.hue, definition=obj.definition, by=request.user).pk

    @admin.display(description="highlights", ordering="number")
    def highlight_count(self, tag: Any) -> SafeString:
        return list_link(Highlight, tag.number, tags__id__exact=tag.pk)


@admin.register(Claim)
class ClaimAdmin(NotMadeHere):
    list_display = [
        "statement",
        "story",
        "status",
        "verdict",
        "evidence_count",
        "settled_by",
        "settled_at",
        "created_by",
        "created_at",
        "on_site",
    ]
    list_select_related = ["story", "settled_by", "created_by"]
    list_filter = [
        ("story", admin.RelatedOnlyFieldListFilter),
        "status",
        "verdict",
        ("created_by", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["statement", "rationale"]
    date_hierarchy = "created_at"
    fields = ["story", "statement", "status", "verdict", "rationale", "settled_by", "settled_at"]
    readonly_fields = ["story", "status", "verdict", "rationale", "settled_by", "settled_at"]
    actions = [export_selected("claims")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        return super().get_queryset(request).annotate(number=Count("evidence", filter=Q(evidence__withdrawn_at=None)))

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        reword_claim(Claim.objects.get(pk=obj.pk), obj.statement, version=obj.version, by=request.user)

    @admin.display(description="evidence", ordering="number")
    def evidence_count(self, claim: Any) -> SafeString:
        return list_link(Evidence, claim.number, claim__id__exact=claim.pk)

    @admin.display(description="on the site")
    def on_site(self, claim: Claim) -> SafeString:
        return link(claim.get_absolute_url(), "Open")


@admin.register(Evidence)
class EvidenceAdmin(NotMadeHere):
    list_display = ["claim", "relation", "passage", "created_by", "created_at", "stands"]
    list_select_related = ["claim", "highlight__anchor", "created_by"]
    list_filter = [Standing, "relation", ("claim__story", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["claim__statement", "highlight__anchor__quote", "note"]
    date_hierarchy = "created_at"
    fields = ["claim", "passage", "relation", "note", "created_by", "withdrawn_by"]
    readonly_fields = ["claim", "passage", "created_by", "withdrawn_by"]
    actions = [export_selected("evidence"), "withdraw"]

    def save_model(self, request: HttpRequest, obj: Evidence, form: Any, change: bool) -> None:
        stored = Evidence.objects.get(pk=obj.pk)
        change_evidence(stored, relation=obj.relation, note=obj.note, by=request.user)

    @admin.display
    def passage(self, evidence: Evidence) -> SafeString:
        return link(evidence.highlight.get_absolute_url(), evidence.highlight.anchor.quote[:100])

    @admin.display(boolean=True, ordering="withdrawn_at")
    def stands(self, evidence: Evidence) -> bool:
        return evidence.withdrawn_at is None

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Evidence]) -> None:
        each(request, self, chosen, lambda row: withdraw_evidence(row, by=request.user), "withdrawn")


@admin.register(Link)
class LinkAdmin(NotMadeHere):
    list_display = ["relation", "aspect", "from_passage", "to_passage", "created_by", "created_at", "stands"]
    list_select_related = ["source__anchor", "target__anchor", "created_by"]
    list_filter = [
        Standing,
        "relation",
        "aspect",
        ("source__article__places__story", admin.RelatedOnlyFieldListFilter),
        ("created_by", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["source__anchor__quote", "target__anchor__quote", "note"]
    date_hierarchy = "created_at"
    fields = ["from_passage", "to_passage", "relation", "aspect", "note", "created_by", "withdrawn_by"]
    readonly_fields = ["from_passage", "to_passage", "created_by", "withdrawn_by"]
    actions = [export_selected("links"), "withdraw"]

    def save_model(self, request: HttpRequest, obj: Link, form: Any, change: bool) -> None:
        stored = Link.objects.get(pk=obj.pk)
        change_link(stored, relation=obj.relation, aspect=obj.aspect, note=obj.note, by=request.user)

    @admin.display(description="from")
    def from_passage(self, found: Link) -> SafeString:
        return link(found.source.get_absolute_url(), found.source.anchor.quote[:80])

    @admin.display(description="to")
    def to_passage(self, found: Link) -> SafeString:
        return link(found.target.get_absolute_url(), found.target.anchor.quote[:80])

    @admin.display(boolean=True, ordering="withdrawn_at")
    def stands(self, found: Link) -> bool:
        return found.withdrawn_at is None

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Link]) -> None:
        each(request, self, chosen, lambda row: withdraw_link(row, by=request.user), "withdrawn")


class ProvenanceInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Provenance
    fields = ["article", "created_at"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Origin)
class OriginAdmin(NotMadeHere):
    list_display = ["name", "state", "article_count", "reason", "decided_by", "decided_at"]
    list_select_related = ["decided_by"]
    list_filter = ["state"]
    search_fields = ["name", "reason", "articles__title"]
    date_hierarchy = "created_at"
    fields = ["name", "state", "reason", "decided_by", "decided_at"]
    readonly_fields = ["state", "decided_by", "decided_at"]
    inlines = [ProvenanceInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Origin]:
        return super().get_queryset(request).annotate(number=Count("provenances", distinct=True))

    @admin.display(description="articles", ordering="number")
    def article_count(self, origin: Any) -> int:
        return int(origin.number)


@admin.register(Comment)
class CommentAdmin(NotMadeHere):
    list_display = ["body", "highlight", "claim", "created_by", "created_at"]
    list_select_related = ["highlight__anchor", "claim", "created_by"]
    list_filter = [Standing, ("created_by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["body"]
    date_hierarchy = "created_at"
    fields = ["body", "highlight", "claim", "created_by", "created_at", "withdrawn_by"]
    readonly_fields = fields
    actions = ["withdraw"]

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Comment]) -> None:
        each(request, self, chosen, lambda row: withdraw_comment(row, by=request.user), "withdrawn")
