"""Find the outlets and agencies that a whole article credits, and decide whether a credit is sure.

A credit is sure if it is about every word: a dateline, sign-off or byline of an agency, “Source: dpa”, or a
syndication note. “With reporting by AP”, picture credits and the outlets that the first paragraph cites are
not sure, because they do not say which words they are about.
"""

import re
from collections.abc import Iterable, Iterator

from annotations.logic.sources.crediting.credit_phrases import (
    ArticleCredit,
    all_credits,
    article_parts,
    text_credits,
)
from annotations.logic.sources.crediting.round_ups import item_credits
from annotations.logic.sources.outlet_names import OutletNames, outlet_key
from annotations.logic.sources.telling.tellers import tellers_of
from annotations.logic.sources.telling.telling_words import ABOUT_FIRST
from annotations.logic.speech.reported import speeches
from newsroom.text.language.sentences import sentences_within
from newsroom.text.model import Document, Role, Span

#: The roles of lines that say where a text comes from.
_LINES = frozenset({Role.BYLINE, Role.CREDIT, Role.DATELINE})


def article_credits(
    document: Document, names: OutletNames, *, own: str = "", byline: str = "", credit: str = ""
) -> list[ArticleCredit]:
    """Return the outlets and agencies that the article credits, each once.

    A sure credit is preferred to an unsure one. The article's own outlet `own` is left out. `byline` and
    `credit` are lines next to the text. The items of a round-up have a credit each.
    """
    items = item_credits(document, names, own)
    agencies_of_items = {outlet_key(item.name) for item in items}
    found: dict[str, ArticleCredit] = {}
    parts = article_parts(document, byline, credit)
    for entry in (*all_credits(parts, names, own), *_told_in_lead(document, names, own)):
        key = outlet_key(entry.name)
        if key and key == outlet_key(own):
            continue
        if entry.sure and key in agencies_of_items:
            # The dateline or sign-off of the whole article is the one of an item.
            continue
        if key not in found or (entry.sure and not found[key].sure):
            found[key] = entry
    others = [item for item in items if outlet_key(item.name) != outlet_key(own)]
    return [*found.values(), *others]


def credited_origins(
    document: Document, names: OutletNames, *, own: str = "", byline: str = "", credit: str = ""
) -> list[ArticleCredit]:
    """Return the outlets and agencies on which the article says that it draws, each once.

    They are the results of `article_credits` without picture credits, which are not about words.
    """
    found: dict[str, ArticleCredit] = {}
    parts = article_parts(document, byline, credit)
    for entry in (*text_credits(parts, names, own), *_told_in_lead(document, names, own)):
        found.setdefault(outlet_key(entry.name), entry)
    found.pop(outlet_key(own), None)
    return list(found.values())


def credited_words(document: Document, credit: ArticleCredit) -> Span | None:
    """Return the place of the words that credit the source, or None if they stand next to the text only.

    Words of a line for bylines or credits are preferred to the same words elsewhere.
    """
    words = r"\s+".join(map(re.escape, credit.because.split()))
    if not words:
        return None
    # A credit begins and ends with whole words, even if its context was cut within a word.
    pattern = re.compile(rf"\w*{words}\w*")
    for roles in (_LINES, frozenset(Role)):
        for block in document.blocks:
            match = pattern.search(document.text, block.start, block.end)
            if match and block.role in roles:
                return Span(*match.span())
    return None


def credits_of_passage(
    credited: Iterable[ArticleCredit], passage: Span, *, by_itself: bool, told: bool
) -> list[ArticleCredit]:
    """Return the credits of an article that can be about a passage of it.

    If the outlet's own people heard the passage (`by_itself`), or if its sentences name who tells it
    (`told`), an unsure credit is about another part of the article.
    """
    possible = [
        credit for credit in credited if credit.about is None or credit.about.overlaps(passage)
    ]
    is_item = any(credit.about is not None for credit in possible)
    if by_itself or told or is_item:
        return [credit for credit in possible if credit.sure]
    return possible


def _told_in_lead(document: Document, names: OutletNames, own: str) -> Iterator[ArticleCredit]:
    """Yield the tellers that the first paragraph of the body names: “…, Kyodo reported on Monday.”

    Rewrites and translations name their source there, and what follows may come from it too.
    """
    lead = _lead(document)
    if lead is None:
        return
    for teller in tellers_of(document, lead, names, own=own):
        if teller.name and teller.sure:
            yield ArticleCredit(teller.name, False, teller.because)


def _lead(document: Document) -> Span | None:
    """Return the words of the body that name the source of all, or None if each sentence names its own."""
    body = [block.span for block in document.blocks if block.role is Role.BODY]
    if len(body) != 1:
        return next(iter(body), None)
    # A text of one paragraph names its source in the first sentence, or in one about the first. If others
    # quote somebody, each sentence says who told it.
    lead, *others = sentences_within(document.text, body[0].start, body[0].end)
    about_first = ABOUT_FIRST.match(document.text, lead.end)
    if about_first and others:
        lead = Span(lead.start, others.pop(0).end)
    quoted = [next(speeches(document.text, sentence), None) for sentence in others]
    return None if any(quoted) or not (others or about_first) else lead
