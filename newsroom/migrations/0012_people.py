"""Let people set their passwords by links, and refuse account names that look alike."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from newsroom.text.account_names import name_skeleton


def fill_skeletons(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Set the skeleton of each account. Of accounts that look alike, only the oldest one gets it."""
    User = apps.get_model("newsroom", "User")
    taken = set()
    for user in User.objects.order_by("pk").iterator():
        skeleton = name_skeleton(user.username)
        if skeleton not in taken:
            taken.add(skeleton)
            User.objects.filter(pk=user.pk).update(skeleton=skeleton)


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0011_no_addresses_in_history'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='skeleton',
            field=models.CharField(blank=True, editable=False, error_messages={'unique': 'This name looks like that of another account. Choose another one.'}, max_length=240, null=True, unique=True, verbose_name='name'),
        ),
        migrations.CreateModel(
            name='PasswordLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='password_links', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user',), name='password_link_one_open', violation_error_message='An account has one open password link at a time.')],
            },
        ),
        migrations.RunPython(fill_skeletons, migrations.RunPython.noop),
    ]
