"""Prepare the drawing of a claim's chains of telling: through whom each passage came."""

from collections.abc import Iterable

from annotations.logic.counting.desk_chains import PassageProvenance, desk_chain
from annotations.logic.drawings.chain_drawing import (
    ChainDrawing,
    DrawnLink,
    DrawnPassage,
    draw_chains,
)
from annotations.logic.sources.outlet_names import outlet_key
from annotations.logic.sources.telling.teller_guess import UNNAMED
from annotations.logic.vocabulary import AnchorState, Relation
from annotations.models import Evidence, Highlight
from annotations.queries.counting.chains import article_origins
from annotations.queries.standing import CountedClaim

#: The name on the page of a source that the text does not name.
_LABEL_OF_UNNAMED = "Somebody unnamed"


def chain_picture(counted: CountedClaim, evidence: Iterable[Evidence]) -> ChainDrawing:
    """Return the drawing of the chains of telling of the passages that are counted as corroborating a claim.

    `evidence` is all evidence for the claim, with passage, article, outlet and origins loaded, without
    rejected origins. Lost passages and projections are not drawn. This function needs no query.
    """
    passages = []
    for item in evidence:
        highlight = item.highlight
        is_counted = (
            item.relation == Relation.CORROBORATES
            and highlight.projected_from_id is None
            and highlight.anchor.state != AnchorState.LOST
        )
        if is_counted:
            passages.append(_drawn_passage(counted, highlight))
    return draw_chains(passages, counted.standing.common)


def _drawn_passage(counted: CountedClaim, highlight: Highlight) -> DrawnPassage:
    article = highlight.article
    outlet = article.outlet.name if article.outlet else ""
    provenance = _provenance(highlight, outlet)
    chain = desk_chain(provenance, counted.families)

    links = [
        DrawnLink(key, counted.families.label(key), sure=key in chain.sure)
        for key in sorted(chain.sure | chain.unsure)
    ]
    if chain.own != outlet_key(outlet):
        links.insert(0, DrawnLink(chain.own, counted.families.label(chain.own), sure=True))
    if chain.unknown:
        links.append(DrawnLink(UNNAMED, _LABEL_OF_UNNAMED, sure=False))
    # An outlet has only one box, but each report of an unknown outlet has its own.
    return DrawnPassage(
        key=str(highlight.pk),
        quote=highlight.anchor.quote,
        report_key=outlet_key(outlet) or f"article {article.pk}",
        report=outlet or article.title,
        links=tuple(links),
        speaker=highlight.attribution,
        in_doubt=highlight.anchor.state == AnchorState.CHANGED,
    )


def _provenance(highlight: Highlight, outlet: str) -> PassageProvenance:
    origins = article_origins(
        (origin.name, origin.state) for origin in highlight.article.origins.all()
    )
    return PassageProvenance(
        outlet=outlet,
        confirmed=origins.confirmed,
        proposed=origins.proposed,
        teller=highlight.teller,
        teller_guessed=highlight.teller_guessed,
    )
