"""Tags get digits of their own. Until now a digit meant the tag at that position of the codebook.

The first nine tags keep the digits that they had, so that nobody presses 3 and marks with another tag.
"""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_positions(apps: Any, schema_editor: Any) -> None:
    Tag = apps.get_model("annotations", "Tag")
    for digit, tag in enumerate(Tag.objects.order_by("path")[:9], start=1):
        tag.digit = digit
        tag.save(update_fields=["digit"])


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0005_origin_kind'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TagPin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digit', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['person', 'digit'],
            },
        ),
        migrations.AddField(
            model_name='tag',
            name='digit',
            field=models.PositiveSmallIntegerField(blank=True, help_text='1 to 9: the key on the desk that marks words with this tag.', null=True),
        ),
        migrations.RunPython(keep_positions, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.UniqueConstraint(fields=('digit',), name='tag_digit_unique', violation_error_message='Another tag has this digit already: take it from that one first.'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.CheckConstraint(condition=models.Q(('digit', None), ('digit__in', (1, 2, 3, 4, 5, 6, 7, 8, 9)), _connector='OR'), name='tag_digit_is_a_key', violation_error_message="A tag's digit is one of 1 to 9."),
        ),
        migrations.AddField(
            model_name='tagpin',
            name='person',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='tag_pins', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tagpin',
            name='tag',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pins', to='annotations.tag'),
        ),
        migrations.AddConstraint(
            model_name='tagpin',
            constraint=models.UniqueConstraint(fields=('person', 'digit'), name='tag_pin_one_tag_per_digit', violation_error_message='You have pinned another tag to this digit.'),
        ),
        migrations.AddConstraint(
            model_name='tagpin',
            constraint=models.UniqueConstraint(fields=('person', 'tag'), name='tag_pin_one_digit_per_tag', violation_error_message='You have pinned this tag to another digit.'),
        ),
        migrations.AddConstraint(
            model_name='tagpin',
            constraint=models.CheckConstraint(condition=models.Q(('digit__in', (1, 2, 3, 4, 5, 6, 7, 8, 9))), name='tag_pin_digit_is_a_key', violation_error_message='A digit is one of 1 to 9.'),
        ),
    ]
