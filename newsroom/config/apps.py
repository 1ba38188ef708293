"""The admin panel as an app: the same panel Django ships, behind our own door."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "newsroom.config.admin_site.CuratorsPanel"

    def ready(self) -> None:
        # Django has loaded no model yet when it reads this module.
        from newsroom.config.sign_in import signing_in

        super().ready()
        signing_in.tell()
