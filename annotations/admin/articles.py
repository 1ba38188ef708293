"""Extend the admin pages of stories and articles with columns and acts about highlights and claims."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from annotations.actions.moving import move_article
from annotations.actions.origins import set_origin
from annotations.admin.bases import STANDING
from annotations.admin.exporting import exports_of
from annotations.admin.parting import part_page
from annotations.logic.vocabulary import OriginState
from annotations.models import Claim, Highlight, Origin, Provenance
from newsroom.actions.stories import add_articles
from newsroom.admin.articles import ArticleAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.stories import StoryAdmin
from newsroom.admin.widgets import row_field
from newsroom.models import Article, Story, StoryArticle, User

#: The origins that the list shows, without rejected ones.
_ORIGINS = Origin.objects.exclude(state=OriginState.REJECTED.value)

# These pages replace the ones that `newsroom` registers, because only this package knows annotations.
admin.site.unregister([Article, Story])


class OriginForm(forms.Form):
    origin = row_field(
        Provenance, "origin", label="Origin", help_text="Articles of one origin count once."
    )
    alone = forms.BooleanField(label="Take them off every other origin", required=False)


class AddForm(forms.Form):
    story = row_field(StoryArticle, "story", label="Add them to")


class ArticleMoveForm(forms.Form):
    out_of = row_field(StoryArticle, "story", label="Move them from")
    into = row_field(StoryArticle, "story", label="to")


# An admin act changes one row at a time, and `add_articles` takes several.
def add_article(article: Article, *, story: Story, by: User) -> None:
    add_articles(story, [article], by=by)


@admin.register(Article)
class AnnotatedArticleAdmin(ArticleAdmin):
    # The columns of annotations are placed between those of `newsroom`.
    list_display = [
        *ArticleAdmin.list_display[:3],
        "origin_list",
        CountColumn(
            "highlights", Highlight, "article", filter="article", where=STANDING, standing="yes"
        ),
        *ArticleAdmin.list_display[3:4],
        "desks",
        *ArticleAdmin.list_display[4:],
    ]
    list_filter = [
        *ArticleAdmin.list_filter[:3],
        related("origin", "origin", Provenance, "origin", "provenances__origin"),
        *ArticleAdmin.list_filter[3:],
    ]
    actions = [
        *exports_of("articles"),
        BulkAct("origin", "Set the origin", set_origin, form=OriginForm),
        BulkAct("add", "Add to a story", add_article, form=AddForm),
        BulkAct(
            "move",
            "Move to another story",
            move_article,
            form=ArticleMoveForm,
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return (
            super().get_queryset(request).prefetch_related("stories", Prefetch("origins", _ORIGINS))
        )

    def get_urls(self) -> list[Any]:
        """Return Django's addresses for articles, and that of the page that parts an article."""
        part = path(
            "<int:pk>/part/", self.admin_site.admin_view(self._part), name="newsroom_article_part"
        )
        return [part, *super().get_urls()]

    def _part(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        return part_page(request, self, pk)

    @admin.display(description="origins")
    def origin_list(self, article: Article) -> SafeString:
        return format_html_join(", ", "{}", ((origin.name,) for origin in article.origins.all()))

    @admin.display(description="desks")
    def desks(self, article: Article) -> SafeString:
        """Return one link for each story that contains the article. It opens the desk with this article
        shown.
        """
        return format_html_join(
            ", ",
            '<a href="{}?read={}">{}</a>',
            (
                (reverse("desk", args=[story.slug]), article.pk, story.title)
                for story in article.stories.all()
            ),
        )


@admin.register(Story)
class AnnotatedStoryAdmin(StoryAdmin):
    list_display = [
        *StoryAdmin.list_display[:5],
        CountColumn(
            "highlights",
            Highlight,
            "article__places__story",
            filter="story",
            where=STANDING,
            standing="yes",
        ),
        CountColumn(
            "claims",
            Claim,
            "story",
            filter="story",
            where=STANDING,
            standing="yes",
        ),
        "desk",
        *StoryAdmin.list_display[5:],
    ]
    actions = exports_of("stories")

    @admin.display
    def desk(self, story: Story) -> SafeString:
        return link(reverse("desk", args=[story.slug]), "Desk")
