"""The curator's pages of people, outlets, stories, articles, revisions, imports and history."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.password_validation import validate_password
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.curation import CuratorAdmin, ReadOnlyAdmin, link, list_link
from newsroom.models import (
    Activity,
    Article,
    ImportBatch,
    ImportItem,
    Original,
    Outlet,
    Revision,
    Story,
    StoryArticle,
    User,
)

_WITHOUT_TEXT = ("text", "blocks", "marks")


class UserForm(forms.ModelForm):  # type: ignore[type-arg]
    """An account; the pass phrase is set here and never shown."""

    new_password = forms.CharField(
        label="New pass phrase",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Leave it blank to keep the present one.",
    )

    class Meta:
        model = User
        fields = ["username", "name", "email", "role", "is_active"]

    def clean_new_password(self) -> str:
        phrase = str(self.cleaned_data["new_password"])
        if phrase:
            validate_password(phrase, self.instance)
        elif not self.instance.pk:
            raise forms.ValidationError("A new account needs a pass phrase.")
        return phrase


@admin.register(User)
class UserAdmin(CuratorAdmin):
    form = UserForm
    list_display = ["username", "name", "role", "is_active", "last_login", "created_at"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "name", "email"]
    date_hierarchy = "created_at"

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        phrase = form.cleaned_data.pop("new_password")
        if "new_password" in form.changed_data:
            form.changed_data.remove("new_password")
        if phrase:
            obj.set_password(phrase)
            form.cleaned_data["password"] = obj.password
            form.changed_data.append("password")
        super().save_model(request, obj, form, change)


@admin.register(Outlet)
class OutletAdmin(CuratorAdmin):
    list_display = ["name", "domain", "article_count", "created_at"]
    search_fields = ["name", "domain"]
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(number=Count("articles"))

    @admin.display(description="articles", ordering="number")
    def article_count(self, outlet: Any) -> SafeString:
        return list_link(Article, outlet.number, outlet__id__exact=outlet.pk)


class PlaceInline(admin.TabularInline):  # type: ignore[type-arg]
    """The articles a story holds, to look at: adding goes through the story's own page."""

    model = StoryArticle
    fields = ["article", "added_by", "added_at"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[StoryArticle]:
        return super().get_queryset(request).select_related("article", "story", "added_by")


@admin.register(Story)
class StoryAdmin(CuratorAdmin):
    list_display = ["title", "place", "starts_on", "ends_on", "article_count", "on_site", "created_by", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["title", "slug", "place"]
    list_filter = [("created_by", admin.RelatedOnlyFieldListFilter)]
    date_hierarchy = "created_at"
    fields = ["title", "slug", "place", "starts_on", "ends_on", "summary"]
    inlines = [PlaceInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        return super().get_queryset(request).annotate(number=Count("places"))

    @admin.display(description="articles", ordering="number")
    def article_count(self, story: Any) -> SafeString:
        return list_link(Article, story.number, places__story__id__exact=story.pk)

    @admin.display(description="on the site")
    def on_site(self, story: Story) -> SafeString:
        return link(story.get_absolute_url(), "Open")


@admin.register(Article)
class ArticleAdmin(CuratorAdmin):
    list_display = [
        "title",
        "outlet",
        "published",
        "revision_number",
        "external_id",
        "on_site",
        "created_by",
        "created_at",
    ]
    list_select_related = ["outlet", "current", "created_by"]
    list_filter = [
        ("outlet", admin.RelatedOnlyFieldListFilter),
        ("places__story", admin.RelatedOnlyFieldListFilter),
        "current__language",
    ]
    search_fields = ["title", "outlet__name", "external_id", "address", "current__byline"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["outlet"]
    fields = ["title", "outlet", "external_id", "address"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).defer(*(f"current__{name}" for name in _WITHOUT_TEXT))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(ordering="current__published_at")
    def published(self, article: Article) -> Any:
        return article.current and article.current.published_at

    @admin.display(description="revision")
    def revision_number(self, article: Article) -> Any:
        return article.current and list_link(Revision, article.current.number, article__id__exact=article.pk)

    @admin.display(description="on the site")
    def on_site(self, article: Article) -> SafeString:
        return link(article.get_absolute_url(), "Open")


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = [
        "article",
        "number",
        "headline",
        "byline",
        "published_at",
        "words",
        "format",
        "created_by",
        "created_at",
    ]
    list_select_related = ["article", "created_by"]
    list_filter = ["format", "language", "article__outlet"]
    search_fields = ["headline", "byline", "article__title"]
    date_hierarchy = "created_at"
    exclude = ["blocks", "marks"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        return super().get_queryset(request).defer(*_WITHOUT_TEXT)


@admin.register(Original)
class OriginalAdmin(ReadOnlyAdmin):
    list_display = ["sha256", "size", "created_at"]
    search_fields = ["sha256"]
    date_hierarchy = "created_at"
    exclude = ["raw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        return super().get_queryset(request).defer("raw")


class ItemInline(admin.TabularInline):  # type: ignore[type-arg]
    model = ImportItem
    fields = ["position", "name", "status", "message", "revision"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportItem]:
        return super().get_queryset(request).defer("raw").select_related("revision__article")


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "state", "story", "created_by", "created_at"]
    list_select_related = ["story", "created_by"]
    list_filter = ["state"]
    search_fields = ["items__name", "story__title"]
    date_hierarchy = "created_at"
    inlines = [ItemInline]


@admin.register(Activity)
class ActivityAdmin(ReadOnlyAdmin):
    list_display = ["at", "actor", "verb", "object_type", "summary", "story"]
    list_select_related = ["actor", "story"]
    list_filter = ["verb", "object_type", ("actor", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["summary", "object_id"]
    date_hierarchy = "at"
