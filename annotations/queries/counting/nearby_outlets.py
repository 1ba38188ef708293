"""Find the names of outlets to search for in an article: those of the articles in the same stories."""

from annotations.logic.sources.outlet_names import OutletNames
from newsroom.models import Article, Outlet

#: Most outlets that are searched for in a text. Stories hardly ever have more.
MOST_OUTLETS = 200


def outlet_names_near(article: Article) -> OutletNames:
    """Return the names of known agencies and outlets, and of the outlets in the stories of `article`.

    At most `MOST_OUTLETS` outlets of the stories are included. This needs one query.
    """
    nearby = Outlet.objects.filter(articles__places__story__articles=article).distinct()
    names = nearby.order_by("name").values_list("name", flat=True)[:MOST_OUTLETS]
    return OutletNames(names)
