"""The admin panel as an app: the same panel Django ships, behind our own door."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "newsroom.config.admin_site.CuratorsPanel"
