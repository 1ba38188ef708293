"""Build the chain of telling of a passage from the origins of its article and from its tellers."""

from dataclasses import dataclass

from annotations.logic.counting.chains import Chain
from annotations.logic.sources.documents.kinds import is_kind_of_document
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.sources.telling.teller_guess import UNNAMED, teller_names


@dataclass(frozen=True, slots=True)
class PassageProvenance:
    """The names from which the chain of a passage is built. `outlet` is empty if the outlet is unknown.

    `confirmed` and `proposed` are the names of the article's origins that a person confirmed, and of those
    that nobody confirmed yet. `teller` holds the names of the tellers with semicolons between them, or is
    empty if the article reports the passage itself. `teller_guessed` is true until a person has checked the
    teller.
    """

    outlet: str = ""
    confirmed: frozenset[str] = frozenset()
    proposed: frozenset[str] = frozenset()
    teller: str = ""
    teller_guessed: bool = False


def desk_chain(provenance: PassageProvenance, families: OutletFamilies) -> Chain:
    """Return the chain of telling of a passage.

    Proposed origins and guessed tellers are unsure links of the chain. So is the kind of a document, such as
    “press release”, even if a person saved it, because two passages can rest on two documents of one kind. A
    teller without a name makes the chain `unknown`.
    """
    own = families.key(provenance.outlet)
    sure = {families.key(name) for name in provenance.confirmed}
    unsure = {families.key(name) for name in provenance.proposed}

    tellers = teller_names(provenance.teller)
    for name in tellers:
        if name == UNNAMED:
            continue
        if provenance.teller_guessed or is_kind_of_document(name):
            unsure.add(families.key(name))
        else:
            sure.add(families.key(name))
    sure.discard(own)
    unsure -= sure | {own}
    return Chain(own, frozenset(sure), frozenset(unsure), unknown=UNNAMED in tellers)
