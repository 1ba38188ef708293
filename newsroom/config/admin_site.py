"""The curator's panel: Django's admin, open to curators only, with the site's own sign-in page."""

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from newsroom.roles import UserRole, reaches


class CuratorsPanel(AdminSite):
    site_header = "Newsroom"
    site_title = "Newsroom"
    index_title = "Curation"

    def has_permission(self, request: HttpRequest) -> bool:
        return reaches(request.user, UserRole.CURATOR)

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """One sign-in for site and panel, so that one throttle and one audit serve both."""
        if request.user.is_authenticated:
            return redirect("stories")
        return redirect_to_login(request.GET.get("next", request.path))
