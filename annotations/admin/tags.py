"""The codebook."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.tags import change_tag, make_tag
from annotations.admin.exporting import export_selected
from annotations.models import Highlight, Tag
from newsroom.admin.bases import CuratorAdmin
from newsroom.admin.columns import list_link


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
