"""The app of articles and reading."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Articles"

    def ready(self) -> None:
        from newsroom import guards
        from newsroom.search.indexing import keep_in_step

        self.lower = guards.lower_before_migrating(guards.GUARDS)
        self.put_up = guards.put_up_after_migrating(guards.GUARDS)
        pre_migrate.connect(self.lower, sender=self)
        post_migrate.connect(self.put_up, sender=self)
        post_migrate.connect(keep_in_step, sender=self)
