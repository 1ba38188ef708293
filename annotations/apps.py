"""Configure the Django app of highlights, claims and links."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = "Annotations"

    def ready(self) -> None:
        # Models cannot be imported at the top of this module, because Django reads it before it loads them.
        from annotations import receivers
        from annotations.models.guards import GUARDS
        from newsroom import signals
        from newsroom.models import guards

        self.remove_guards = guards.remove_before_migrating(GUARDS)
        self.install_guards = guards.install_after_migrating(GUARDS)
        pre_migrate.connect(self.remove_guards, sender=self)
        post_migrate.connect(self.install_guards, sender=self)
        signals.examiners_wanted.connect(receivers.examine_wording)
        signals.revisions_expected.connect(receivers.study_texts)
        signals.revisions_expected.connect(receivers.read_credits)
        signals.revisions_imported.connect(receivers.place_highlights)
        signals.revisions_imported.connect(receivers.find_copies)
        # Copies are proposed first, under the name of the agency that they credit.
        signals.revisions_imported.connect(receivers.find_credits)
        signals.revision_shown.connect(receivers.list_passages)
        signals.articles_reported.connect(receivers.remark_on_origins)
