"""The curator's panel: Django's admin, open to curators only, with the site's own sign-in page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme

from newsroom.roles import UserRole, require

#: How many lines of the history the index page shows.
LATELY = 8
#: The lists a curator works with day by day, in the head of every page and first on the index page.
MAIN = (
    *("Highlight", "Tag", "Claim", "Evidence", "Link", "Comment", "Origin"),
    *("Article", "Story", "Outlet", "ImportItem", "User", "Activity"),
)


class CuratorsPanel(AdminSite):
    site_header = "Newsroom"
    site_title = "Newsroom"
    index_title = "Curation"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Strangers are led to sign in. Raises `Forbidden` for those whom signing in again would not help."""
        if request.user.is_authenticated:
            require(request.user, UserRole.CURATOR)
        return request.user.is_authenticated

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """One sign-in for site and panel, so that one throttle and one history serve both."""
        wanted = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(
            wanted, {request.get_host()}, require_https=request.is_secure()
        ):
            wanted = ""
        if request.user.is_authenticated:
            return redirect(wanted or "admin:index")
        return redirect_to_login(wanted or request.path)

    # Django's own answers with a page, and this one with a redirect. Nothing reads the answer's template.
    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """A password is set on the account's page, by the act that writes it into the history."""
        return redirect("admin:newsroom_user_change", request.user.pk)

    def get_urls(self) -> list[Any]:
        """Return Django's own addresses. The one that leads to a row's page on the site takes any id here."""
        to_site = path(
            "r/<path:content_type_id>/<path:object_id>/",
            self.admin_view(page_on_site),
            name="view_on_site",
        )
        return [to_site, *super().get_urls()]

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The lists of each app, those of daily work first."""
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda model: MAIN.index(model["object_name"]) if is_main(model) else len(MAIN)
            )
        return apps

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context: dict[str, Any] = super().each_context(request)
        lists = [
            model for app in context["available_apps"] for model in app["models"] if is_main(model)
        ]
        return {**context, "main_lists": lists}

    def index(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> TemplateResponse:
        """With what needs a curator, and what happened lately."""
        # Not before the apps are loaded: this module is named in their settings.
        from annotations.admin.needs import NEEDS as OF_ANNOTATIONS  # noqa: PLC0415
        from newsroom.admin.lists.needs import NEEDS, found  # noqa: PLC0415
        from newsroom.models import Activity  # noqa: PLC0415

        needs = list(found([*OF_ANNOTATIONS, *NEEDS]))
        lines = list(Activity.objects.select_related("actor")[:LATELY])
        return super().index(request, {**(extra_context or {}), "needs": needs, "lines": lines})


def page_on_site(request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
    """Redirect to the page of a row. Raises `Http404` if there is no such row."""
    # Not before the apps are loaded: it imports a model.
    from django.contrib.contenttypes.views import shortcut  # noqa: PLC0415

    try:
        return shortcut(request, content_type_id, object_id)
    except ValidationError as error:
        # Django expects numbers only, and a text that is no UUID is refused in another way.
        raise Http404 from error


def is_main(model: dict[str, Any]) -> bool:
    return model["object_name"] in MAIN
