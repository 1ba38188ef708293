"""What annotations add to the pages of articles and of the history."""

from django.contrib import admin

from annotations.admin.exporting import export_selected
from newsroom.admin.activity import ActivityAdmin
from newsroom.admin.articles import ArticleAdmin
from newsroom.models import Activity, Article

admin.site.unregister([Activity, Article])


@admin.register(Article)
class AnnotatedArticleAdmin(ArticleAdmin):
    actions = [export_selected("articles")]


@admin.register(Activity)
class ExportedActivityAdmin(ActivityAdmin):
    actions = [export_selected("activity")]
