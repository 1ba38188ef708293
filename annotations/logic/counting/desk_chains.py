"""The chain of telling of a passage, from what a desk knows of its article and of its teller."""

from dataclasses import dataclass

from annotations.logic.counting.chains import Chain
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.sources.teller_guess import UNNAMED, teller_names


@dataclass(frozen=True, slots=True)
class PassageProvenance:
    """Where a passage comes from, by names. `outlet` is blank if it is not known.

    `confirmed` and `proposed` are origins of its article. `teller` are the names of its tellers, parted by
    semicolons; blank if the article tells it by itself. `teller_guessed` until a person looked at it.
    """

    outlet: str = ""
    confirmed: frozenset[str] = frozenset()
    proposed: frozenset[str] = frozenset()
    teller: str = ""
    teller_guessed: bool = False


def desk_chain(provenance: PassageProvenance, families: OutletFamilies) -> Chain:
    """Return the chain. What nobody confirmed is an unsure link: a proposed origin, a guessed teller."""
    own = families.key(provenance.outlet)
    sure = {families.key(name) for name in provenance.confirmed}
    unsure = {families.key(name) for name in provenance.proposed}

    tellers = teller_names(provenance.teller)
    named = {families.key(name) for name in tellers if name != UNNAMED}
    if provenance.teller_guessed:
        unsure |= named
    else:
        sure |= named
    sure.discard(own)
    unsure -= sure | {own}
    return Chain(own, frozenset(sure), frozenset(unsure), unknown=UNNAMED in tellers)
