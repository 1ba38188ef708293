"""Register the pages for the history in the admin panel."""

from django.contrib import admin

from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.admin.lists.filters import dates, related, typed
from newsroom.models import Activity


@admin.register(Activity)
class ActivityAdmin(ReadOnlyAdmin):
    exclude = ["form_key", "bulk_key"]
    list_display = ["at", "actor", "verb", "object_type", "summary", "story", "article"]
    list_select_related = ["actor", "story", "article"]
    list_filter = [
        related("story", "story", Activity, "story", "story"),
        related("article", "article", Activity, "article", "article"),
        related("person", "person", Activity, "actor", "actor"),
        typed("verb", "did what", "verb"),
        typed("thing", "to what", "object_type"),
        dates("at"),
    ]
    search_fields = ["summary", "object_id"]
    search_help_text = "Searches summaries and ids."
    ordering = ["-id"]
