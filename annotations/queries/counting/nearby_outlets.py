"""Find the names of outlets to search for in an article: those that its stories name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Value

from annotations.logic.sources.outlet_names import OutletNames, outlet_key
from annotations.logic.sources.telling.teller_guess import UNNAMED, teller_names
from annotations.logic.vocabulary import OriginKind, OriginState
from annotations.models import Highlight, Origin
from newsroom.models import Article, Outlet

#: Most outlets that are searched for in a text. Stories hardly ever have more.
MOST_OUTLETS = 200


@dataclass(frozen=True, slots=True)
class NearbyOutlets:
    """The outlets that are searched for in an article.

    `dismissed` are the keys of credited sources that an editor rejected as origins of the article.
    """

    names: OutletNames
    dismissed: frozenset[str]


def outlets_near(article: Article) -> NearbyOutlets:
    """Return the names to search for in `article`: agencies, outlets of its stories, their owners, and
    tellers of passages there.

    At most `MOST_OUTLETS` names of the stories are included, outlets before tellers. This needs one query.
    """
    outlets = Outlet.objects.filter(articles__places__story__articles=article)
    passages = Highlight.objects.filter(
        article__places__story__articles=article, withdrawn_at=None
    ).exclude(teller="")
    rejected = Origin.objects.filter(
        articles=article, kind=OriginKind.CREDIT, state=OriginState.REJECTED
    )
    # A union reads each name once, whichever number of passages has it.
    rows = (
        outlets.order_by()
        .annotate(found=F("name"), row=Value("outlet"))
        .values_list("found", "row")
        .union(
            passages.order_by()
            .filter(teller_guessed=False)
            .annotate(found=F("teller"), row=Value("tellers"))
            .values_list("found", "row"),
            passages.order_by()
            .filter(teller_guessed=True)
            .annotate(found=F("teller"), row=Value("guesses"))
            .values_list("found", "row"),
            outlets.order_by()
            .filter(owner__isnull=False)
            .annotate(found=F("owner__name"), row=Value("outlet"))
            .values_list("found", "row"),
            rejected.order_by()
            .annotate(found=F("name"), row=Value("rejected"))
            .values_list("found", "row"),
        )
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, row in rows:
        found[row].append(name)

    # Outlets come first, because a person has entered each of them.
    names = [*sorted(found["outlet"]), *_outlet_names(found["tellers"])][:MOST_OUTLETS]
    guesses = _outlet_names(found["guesses"])[: MOST_OUTLETS - len(names)]
    return NearbyOutlets(OutletNames(names, guesses), frozenset(map(outlet_key, found["rejected"])))


def _outlet_names(tellers: Iterable[str]) -> list[str]:
    """Return the names of outlets in the tellers of passages, in alphabetical order."""
    names = {name for teller in tellers for name in teller_names(teller)}
    # “?” and common nouns for documents, such as “ruling”, are no names.
    return sorted(name for name in names if not name[0].islower() and name != UNNAMED)
