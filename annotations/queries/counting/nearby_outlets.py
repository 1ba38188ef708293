"""The names of outlets to look for in a text: those of the stories that hold its article."""

from annotations.logic.sources.outlet_names import OutletNames
from newsroom.models import Article, Outlet

#: Outlets that are looked for in one text. A story of more outlets than these is not usual.
MOST_OUTLETS = 200


def outlet_names_near(article: Article) -> OutletNames:
    """Return the names of agencies, of listed outlets, and of the outlets in the stories of this article.

    Takes one query.
    """
    nearby = Outlet.objects.filter(articles__places__story__articles=article).distinct()
    names = nearby.order_by("name").values_list("name", flat=True)[:MOST_OUTLETS]
    return OutletNames(names)
