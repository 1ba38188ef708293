"""Remove the e-mail addresses of accounts from the history, which stays for ever."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def remove_addresses(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Replace both values of the field `email` in every line about an account."""
    Activity = apps.get_model("newsroom", "Activity")
    for line in Activity.objects.filter(object_type="user", changes__has_key="email").iterator():
        changes = {**line.changes, "email": ["not kept", "not kept"]}
        Activity.objects.filter(pk=line.pk).update(changes=changes)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0010_redacted_history")]

    operations = [migrations.RunPython(remove_addresses, migrations.RunPython.noop)]
