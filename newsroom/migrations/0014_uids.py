import uuid
from typing import Any

from django.db import migrations, models

_AT_ONCE = 1_000


def give_uids(apps: Any, schema_editor: Any) -> None:
    """Give each row a uid of its own: a default would be the same for all rows."""
    for name in ("Article", "Story"):
        rows = apps.get_model("newsroom", name).objects
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), _AT_ONCE):
            changed = [rows.model(pk=pk, uid=uuid.uuid4()) for pk in ids[start : start + _AT_ONCE]]
            rows.bulk_update(changed, ["uid"])


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0013_api_tokens")]

    operations = [
        migrations.AddField("article", "uid", models.UUIDField(editable=False, null=True)),
        migrations.AddField("story", "uid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(give_uids, migrations.RunPython.noop),
    ]
