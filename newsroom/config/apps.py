"""The admin panel as an app: the same panel Django ships, behind our own door."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "newsroom.config.admin_site.CuratorsPanel"

    def ready(self) -> None:
        from newsroom.config import signing_in

        super().ready()
        signing_in.tell()
