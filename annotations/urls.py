"""Addresses of stories, the desk, highlights, claims, links and exports."""

from django.urls import URLPattern, path

from annotations.views import claims, desk, exports, highlights, judgements, reviewing, stories

urlpatterns: list[URLPattern] = [
    path("", stories.stories, name="stories"),
    path("stories/new/", stories.story_create, name="story_create"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/change/", stories.story_change, name="story_change"),
    path("stories/<slug:slug>/add/", stories.story_add, name="story_add"),
    path("stories/<slug:slug>/claims/", claims.claims_of_story, name="claims_of_story"),
    path("stories/<slug:slug>/claims/new/", claims.claim_create, name="claim_create"),
    path("claims/<uuid:pk>/", claims.claim, name="claim"),
    path("claims/<uuid:pk>/settle/", claims.settle, name="claim_settle"),
    path("claims/<uuid:pk>/status/", claims.set_status, name="claim_status"),
    path("claims/<uuid:pk>/reword/", claims.reword, name="claim_reword"),
    path("claims/<uuid:pk>/comment/", claims.comment, name="claim_comment"),
    path("stories/<slug:slug>/desk/claims/", claims.desk_claims, name="desk_claims"),
    path("stories/<slug:slug>/desk/", desk.desk, name="desk"),
    path("stories/<slug:slug>/desk/draw/", desk.draw, name="draw"),
    path("stories/<slug:slug>/desk/links/", judgements.links_list, name="links_list"),
    path("review/", reviewing.review, name="review"),
    path("stories/<slug:slug>/review/", reviewing.review, name="review_of_story"),
    path("review/<uuid:pk>/", reviewing.answer, name="review_answer"),
    path("h/<uuid:pk>/", highlights.permalink, name="permalink"),
    path("highlights/<uuid:pk>/", highlights.highlight, name="highlight"),
    path("highlights/<uuid:pk>/describe/", highlights.describe, name="highlight_describe"),
    path("highlights/<uuid:pk>/tag/", highlights.tag, name="highlight_tag"),
    path("highlights/<uuid:pk>/untag/<int:tag>/", highlights.untag, name="highlight_untag"),
    path("highlights/<uuid:pk>/edges/", highlights.edges, name="highlight_edges"),
    path("highlights/<uuid:pk>/withdraw/", highlights.withdraw, name="highlight_withdraw"),
    path("highlights/<uuid:pk>/restore/", highlights.restore, name="highlight_restore"),
    path("highlights/<uuid:pk>/attach/", highlights.attach, name="highlight_attach"),
    path("highlights/<uuid:pk>/comment/", highlights.comment, name="highlight_comment"),
    path(
        "highlights/<uuid:pk>/comment/<int:comment>/withdraw/",
        highlights.withdraw_comment,
        name="highlight_comment_withdraw",
    ),
    path("export/<str:kind>.csv", exports.export, name="export"),
    path("links/new/", judgements.link_new, name="link_new"),
    path("links/", judgements.link_make, name="link_make"),
    path("links/<uuid:pk>/change/", judgements.link_change, name="link_change"),
    path("links/<uuid:pk>/withdraw/", judgements.link_withdraw, name="link_withdraw"),
    path("evidence/<uuid:pk>/change/", judgements.evidence_change, name="evidence_change"),
    path("evidence/<uuid:pk>/withdraw/", judgements.evidence_withdraw, name="evidence_withdraw"),
]
