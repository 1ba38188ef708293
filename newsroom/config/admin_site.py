"""Configure the admin panel: Django's admin, open only to curators, with the sign-in page of the site."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme

from newsroom.roles import UserRole, require

#: How many lines of history the index page shows.
LATELY = 8
#: The lists that a curator uses every day. They are in the head of every page and first on the index page.
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
        """Return True for a curator, and False if nobody is signed in.

        Raises `Forbidden` for a signed-in person who is not a curator. Django redirects to `login` if this
        returns False.
        """
        if request.user.is_authenticated:
            require(request.user, UserRole.CURATOR)
        return request.user.is_authenticated

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Redirect to the sign-in page of the site, or to the wanted page (`?next=`) if the person is signed
        in.

        The panel has no sign-in page of its own, so that one throttle limits all wrong passwords.
        """
        wanted = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(
            wanted, {request.get_host()}, require_https=request.is_secure()
        ):
            wanted = ""
        if request.user.is_authenticated and wanted:
            # An address without a slash could be taken for the name of a view by `redirect`.
            return HttpResponseRedirect(wanted)
        if request.user.is_authenticated:
            return redirect("admin:index")
        return redirect_to_login(wanted or request.path)

    # Django's own method returns a page, and this one a redirect. Nothing reads the template of the response.
    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Redirect to the person's own page, where they change their password."""
        return redirect("own_account")

    def get_urls(self) -> list[Any]:
        """Return Django's addresses for the panel, preceded by a "view on site" address that accepts ids of
        any form.
        """
        to_site = path(
            "r/<path:content_type_id>/<path:object_id>/",
            self.admin_view(page_on_site),
            name="view_on_site",
        )
        return [to_site, *super().get_urls()]

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """Return Django's description of the lists, by app.

        Within each app, the lists in `MAIN` come first.
        """
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_rank)
        return apps

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context: dict[str, Any] = super().each_context(request)
        main_lists: list[dict[str, Any]] = []
        for app in context["available_apps"]:
            main_lists += filter(is_main, app["models"])
        return {**context, "main_lists": main_lists}

    def index(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> TemplateResponse:
        """Show the index page with the counts of rows that need a curator and the `LATELY` latest lines of
        history.
        """
        # These are imported here because this module is loaded before the apps.
        from annotations.admin.needs import NEEDS as OF_ANNOTATIONS  # noqa: PLC0415
        from newsroom.admin.lists.needs import NEEDS, need_lines  # noqa: PLC0415
        from newsroom.models import Activity  # noqa: PLC0415

        needs = list(need_lines([*OF_ANNOTATIONS, *NEEDS]))
        lines = list(Activity.objects.select_related("actor")[:LATELY])
        context = {**(extra_context or {}), "needs": needs, "lines": lines}
        return super().index(request, context)


def page_on_site(request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
    """Redirect to the page of a row on the site. Raises `Http404` if there is no such row."""
    # This is imported here because it imports a model, and this module is loaded before the apps.
    from django.contrib.contenttypes.views import shortcut  # noqa: PLC0415

    try:
        return shortcut(request, content_type_id, object_id)
    except ValidationError as error:
        # Django expects a number as id, and raises this for a text that is not a UUID.
        raise Http404 from error


def is_main(model: dict[str, Any]) -> bool:
    """Return whether a list of the panel is one of `MAIN`. `model` is the list's entry in `get_app_list`."""
    return model["object_name"] in MAIN


def _rank(model: dict[str, Any]) -> int:
    if is_main(model):
        return MAIN.index(model["object_name"])
    # Python's sort is stable, so the other lists keep their order.
    return len(MAIN)
