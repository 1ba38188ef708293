"""Register the admin page of tags."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from annotations.actions.tags import change_tag, make_tag, merge_tag
from annotations.admin.bases import STANDING, shortened
from annotations.admin.exporting import exports_of
from annotations.admin.needs import NEEDS
from annotations.logic.vocabulary import Hue
from annotations.models import Highlight, HighlightTag, Tag
from newsroom.admin.bases import CuratorAdmin, curator
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import needs_filter
from newsroom.admin.widgets import row_field

HUES = [(hue.value, hue.label) for hue in Hue]


class TagMergeForm(forms.Form):
    into = row_field(
        HighlightTag,
        "tag",
        label="Merge them into",
        help_text="It stays, and the highlights of the others bear it.",
    )


@admin.register(Tag)
class TagAdmin(CuratorAdmin):
    list_display = [
        "path",
        "digit",
        "hue",
        "defined",
        CountColumn(
            "highlights", Highlight, "taggings__tag", filter="tag", where=STANDING, standing="yes"
        ),
        "created_by",
        "created_at",
    ]
    list_select_related = ["created_by"]
    list_filter = [
        needs_filter(NEEDS, Tag),
        choice("hue", "colour", HUES, "hue"),
        related("person", "made by", Tag, "created_by", "created_by"),
        dates("created_at"),
    ]
    search_fields = ["path", "definition"]
    search_help_text = "Searches paths and definitions."
    fields = ["path", "digit", "hue", "definition"]
    actions = [
        *exports_of("tags"),
        BulkAct(
            "merge",
            "Merge tags",
            merge_tag,
            form=TagMergeForm,
            hint="The chosen tags become one. Tags under them follow to the same place under it.",
        ),
    ]

    def save_model(
        self,
        request: HttpRequest,
        obj: Tag,
        form: Any,
        change: bool,
    ) -> None:
        if not change:
            tag = make_tag(
                obj.path,
                hue=obj.hue,
                definition=obj.definition,
                digit=obj.digit,
                by=curator(request),
            )
            obj.pk = tag.pk
            return
        # Only changed fields are passed on, so that a change by somebody else is not overwritten.
        change_tag(
            Tag.objects.get(pk=obj.pk),
            by=curator(request),
            seen=form.seen_values(),
            **form.changed_values(),
        )

    @admin.display(description="definition", ordering="definition")
    def defined(self, tag: Tag) -> str:
        return shortened(tag.definition)
