"""The history, to look at."""

from django.contrib import admin

from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.models import Activity


@admin.register(Activity)
class ActivityAdmin(ReadOnlyAdmin):
    list_display = ["at", "actor", "verb", "object_type", "summary", "story"]
    list_select_related = ["actor", "story"]
    list_filter = ["verb", "object_type", ("actor", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["summary", "object_id"]
    date_hierarchy = "at"
