"""Configure the admin panel as a Django app."""

from django.contrib.admin.apps import AdminConfig


class NewsroomAdminConfig(AdminConfig):
    default_site = "newsroom.config.admin_site.CuratorsPanel"

    def ready(self) -> None:
        # This is imported here because Django has not loaded the models when it reads this module.
        from newsroom.config.sign_in import signing_in

        super().ready()
        signing_in.connect_receivers()
