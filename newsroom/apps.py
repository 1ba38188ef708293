"""Configure the Django app `newsroom`: articles, imports and the reading of sources."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from newsroom.forms.messages import install_messages


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Articles"

    def __init__(self, *args: Any) -> None:
        """Set our error messages on Django's form fields.

        This is done so early because the panel makes its forms as soon as the first app is ready.
        """
        super().__init__(*args)
        install_messages()

    def ready(self) -> None:
        # These are imported here because Django has not loaded the models when it reads this module.
        from newsroom.models import guards
        from newsroom.search.indexing import keep_in_step

        self.remove_guards = guards.remove_before_migrating(guards.GUARDS)
        self.install_guards = guards.install_after_migrating(guards.GUARDS)
        pre_migrate.connect(self.remove_guards, sender=self)
        post_migrate.connect(self.install_guards, sender=self)
        post_migrate.connect(keep_in_step, sender=self)
