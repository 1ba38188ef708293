"""Give revisions a reference to the revision of another article from which they were parted."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_marked_words")]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="parted_from",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parted_into",
                to="newsroom.revision",
            ),
        ),
    ]
