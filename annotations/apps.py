"""The app of highlights, claims and links."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = "Annotations"

    def ready(self) -> None:
        # Django has loaded no model yet when it reads this module.
        from annotations.models.guards import GUARDS
        from annotations.receivers import find_copies, place_highlights, tell_origins, tell_passages
        from newsroom.models import guards
        from newsroom.signals import articles_reported, revision_shown, revisions_imported

        self.lower = guards.lower_before_migrating(GUARDS)
        self.put_up = guards.put_up_after_migrating(GUARDS)
        pre_migrate.connect(self.lower, sender=self)
        post_migrate.connect(self.put_up, sender=self)
        revisions_imported.connect(place_highlights)
        revisions_imported.connect(find_copies)
        revision_shown.connect(tell_passages)
        articles_reported.connect(tell_origins)
