"""Spell the addresses of the articles of a desk as imports now do, so that they are still recognised."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from newsroom.errors import Invalid
from newsroom.text.addresses.article_addresses import article_address


def spell_addresses(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Set each article's address to the new spelling of the address that its page has.

    An address that another article has already stays as it is, because an address belongs to one article.
    """
    Article = apps.get_model("newsroom", "Article")
    articles = Article.objects.exclude(address="").order_by("pk")
    for pk, address, url in articles.values_list("pk", "address", "current__url"):
        spelled = _spelled(url or address)
        is_taken = spelled != "" and Article.objects.filter(address=spelled).exclude(pk=pk).exists()
        if spelled != address and not is_taken:
            Article.objects.filter(pk=pk).update(address=spelled)


def _spelled(url: str) -> str:
    try:
        return article_address(url)
    except Invalid:
        return ""


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_outlet_families")]

    operations = [migrations.RunPython(spell_addresses, migrations.RunPython.noop)]
