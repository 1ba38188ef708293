import uuid
from typing import Any

from django.db import migrations, models

_AT_ONCE = 1_000


def give_uids(apps: Any, schema_editor: Any) -> None:
    """Give each comment a uid of its own: a default would be the same for all."""
    comments = apps.get_model("annotations", "Comment").objects
    ids = list(comments.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), _AT_ONCE):
        changed = [comments.model(pk=pk, uid=uuid.uuid4()) for pk in ids[start : start + _AT_ONCE]]
        comments.bulk_update(changed, ["uid"])


class Migration(migrations.Migration):
    dependencies = [("annotations", "0006_tag_digits")]

    operations = [
        migrations.AddField("comment", "uid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(give_uids, migrations.RunPython.noop),
    ]
