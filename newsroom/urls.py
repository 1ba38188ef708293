"""List the addresses of articles, imports, history and sign-in."""

from django.urls import URLPattern, path

from newsroom.views import (
    accounts,
    activity,
    articles,
    converters,  # noqa: F401  (makes `<number:…>` known)
    feeds,
    health,
    import_items,
    import_tables,
    imports,
    revisions,
)
from newsroom.views.people import own_account, password_links, tokens

urlpatterns: list[URLPattern] = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign_out"),
    path("account/", own_account.own_account, name="own_account"),
    path("account/password/", own_account.change_password, name="own_password"),
    path("account/sessions/end/", own_account.end_session, name="session_end"),
    path(
        "account/sessions/end-others/", own_account.end_other_sessions, name="sessions_end_others"
    ),
    path("account/tokens/", tokens.token_make, name="token_make"),
    path("account/tokens/<number:pk>/revoke/", tokens.token_revoke, name="token_revoke"),
    path("password/<str:secret>/", password_links.password_link, name="password_link"),
    path("healthz", health.healthz, name="healthz"),
    path("articles/", articles.articles, name="articles"),
    path("articles/<number:pk>-<str:slug>/", articles.article, name="article"),
    path("articles/<number:pk>/", articles.article, name="article_by_id"),
    path("articles/<number:pk>/change/", articles.article_change, name="article_change"),
    path("articles/<number:pk>/correct/", articles.article_correct, name="article_correct"),
    path("articles/<number:pk>/revise/", revisions.revise, name="article_revise"),
    path(
        "articles/<number:pk>/diff/<number:old>..<number:new>/", revisions.diff, name="article_diff"
    ),
    path("articles/<number:pk>/v/<number:number>/", revisions.revision, name="revision"),
    path("articles/<number:pk>/v/<number:number>/original/", revisions.original, name="original"),
    path(
        "articles/<number:pk>/v/<number:number>/text/",
        revisions.revision_text,
        name="revision_text",
    ),
    path("import/", imports.import_sources, name="import"),
    path("import/feed/", feeds.import_feed, name="import_feed"),
    path("import/<uuid:pk>/", imports.import_batch, name="import_batch"),
    path("import/<uuid:pk>/run/", imports.import_run, name="import_run"),
    path("import/<uuid:pk>/go-on/", imports.import_work, name="import_work"),
    path("import/<uuid:pk>/retry/", imports.import_retry, name="import_retry"),
    path("import/<uuid:pk>/story/", imports.import_story, name="import_story"),
    path("import/<uuid:pk>/discard/", imports.import_discard, name="import_discard"),
    path(
        "import/<uuid:pk>/columns/<number:table>/",
        import_tables.import_columns,
        name="import_columns",
    ),
    path("import/<uuid:pk>/<number:position>/", import_items.import_item, name="import_item"),
    path(
        "import/<uuid:pk>/<number:position>/answer/",
        import_items.import_answer,
        name="import_answer",
    ),
    path("activity/", activity.activity, name="activity"),
]
