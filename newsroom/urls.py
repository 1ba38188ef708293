"""Addresses of articles, imports, history and sign-in."""

from django.urls import URLPattern, path

from newsroom.views import accounts, activity, articles, feeds, health, imports, revisions

urlpatterns: list[URLPattern] = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign_out"),
    path("healthz", health.healthz, name="healthz"),
    path("articles/", articles.articles, name="articles"),
    path("articles/<int:pk>-<str:slug>/", articles.article, name="article"),
    path("articles/<int:pk>/", articles.article, name="article_by_id"),
    path("articles/<int:pk>/change/", articles.article_change, name="article_change"),
    path("articles/<int:pk>/correct/", articles.article_correct, name="article_correct"),
    path("articles/<int:pk>/revise/", revisions.revise, name="article_revise"),
    path("articles/<int:pk>/diff/<int:old>..<int:new>/", revisions.diff, name="article_diff"),
    path("articles/<int:pk>/v/<int:number>/", revisions.revision, name="revision"),
    path("articles/<int:pk>/v/<int:number>/original/", revisions.original, name="original"),
    path("import/", imports.import_sources, name="import"),
    path("import/feed/", feeds.import_feed, name="import_feed"),
    path("import/<uuid:pk>/", imports.import_batch, name="import_batch"),
    path("import/<uuid:pk>/run/", imports.import_run, name="import_run"),
    path("import/<uuid:pk>/go-on/", imports.import_work, name="import_work"),
    path("import/<uuid:pk>/retry/", imports.import_retry, name="import_retry"),
    path("import/<uuid:pk>/discard/", imports.import_discard, name="import_discard"),
    path("import/<uuid:pk>/<int:position>/", imports.import_item, name="import_item"),
    path("activity/", activity.activity, name="activity"),
]
