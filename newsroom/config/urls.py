"""List all addresses of the site, and the views for errors."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/", include("annotations.api.site")),
    path("", include("newsroom.urls")),
    path("", include("annotations.urls")),
]

handler400 = "newsroom.config.handlers.bad_request"
handler403 = "newsroom.config.handlers.forbidden"
handler404 = "newsroom.config.handlers.not_found"
handler500 = "newsroom.config.handlers.broken"
