"""Find the items of a round-up: parts of one article that are credited to different agencies."""

from collections.abc import Iterator

from annotations.logic.sources.crediting.credit_phrases import ArticleCredit, agency_alone
from annotations.logic.sources.outlet_names import OutletNames, outlet_key
from newsroom.text.model import Block, Document, Role, Span
from newsroom.text.structure.agency_lines import sent_by, signed_by

#: The least number of agencies that sign items of one article, which is a round-up then.
FEWEST_AGENCIES = 2
#: A short item that is signed looks like a caption.
_READ = frozenset({Role.BODY, Role.DATELINE, Role.CAPTION})


def item_credits(document: Document, names: OutletNames, own: str) -> list[ArticleCredit]:
    """Return a sure credit for each item of a round-up, about the paragraphs of this item.

    An item begins with the dateline of an agency or ends with its sign-off. The list is empty if the article
    is no round-up, because then a dateline or a sign-off is about the whole article.
    """
    blocks = [block for block in document.blocks if block.role in _READ]
    items = [
        *_dated_items(document, blocks, names, own),
        *_signed_items(document, blocks, names, own),
    ]
    agencies = {outlet_key(item.name) for item in items}
    if len(agencies) < FEWEST_AGENCIES:
        return []
    return items


def _dated_items(
    document: Document, blocks: list[Block], names: OutletNames, own: str
) -> Iterator[ArticleCredit]:
    """Yield the items that begin with a dateline. Each goes on to the next one."""
    dated: list[tuple[int, str]] = []
    for block in blocks:
        paragraph = document.text_of(block)
        agency = agency_alone(sent_by(paragraph), names, own)
        if agency:
            dated.append((block.start, agency))
    ends = [start for start, _ in dated[1:]]
    for (start, agency), end in zip(dated, [*ends, len(document.text)], strict=False):
        yield ArticleCredit(agency, True, agency, Span(start, end))


def _signed_items(
    document: Document, blocks: list[Block], names: OutletNames, own: str
) -> Iterator[ArticleCredit]:
    """Yield the items that end with a sign-off. Each begins behind the one before.

    What looks like a caption is an item for itself, and the item around it goes on behind it.
    """
    start = 0
    stretches: list[Span] = []
    for block in blocks:
        paragraph = document.text_of(block)
        agency = agency_alone(signed_by(paragraph), names, own)
        if not agency:
            continue
        if block.role is Role.CAPTION:
            yield ArticleCredit(agency, True, agency, block.span)
            if start < block.start:
                stretches.append(Span(start, block.start))
        else:
            for stretch in (*stretches, Span(start, block.end)):
                yield ArticleCredit(agency, True, agency, stretch)
            stretches = []
        start = block.end
