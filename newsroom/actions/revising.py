"""Giving a known article a newer text: from a file, from paste, or from its own address."""

from newsroom.actions.imports.import_preparation import with_preparation
from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.actions.imports.importing import ImportOutcome, import_request
from newsroom.errors import Conflict, Invalid
from newsroom.fetching.pages import FetchedPage, fetch_page
from newsroom.models import Article, User
from newsroom.reading.sources import read_source
from newsroom.roles import UserRole, require
from newsroom.text.changes.essence import wording_overlap
from newsroom.text.pipeline import SourceDetails

#: Overlap of wording (0 to 1) of two texts below which they are hardly the same article.
LEAST_OVERLAP = 0.1


def revise(
    article: Article,
    raw: bytes,
    *,
    name: str,
    by: User,
    anyway: bool = False,
    page: FetchedPage | None = None,
) -> ImportOutcome:
    """Import `raw` as the newest revision of `article`, unless it says the same. Requires the reporter role.

    `page` says how the bytes were fetched, if they were. Raises `Conflict` if the text is quite another one,
    unless `anyway`: a revision can never be removed.
    """
    require(by, UserRole.REPORTER)
    # What the source says about its address makes no other article of it, because the article is known.
    charset = page.charset if page else ""
    prepared = read_source(raw, name=name, given=SourceDetails(charset=charset))
    if not anyway and article.current:
        _must_resemble(article.current.text, prepared.document.text)

    fetched = page.as_stored() if page else None
    request = with_preparation(ImportRequest(raw, prepared, name, fetched=fetched), article=article)
    return import_request(request, by=by, article=article)


def fetch_again(article: Article, *, by: User, anyway: bool = False) -> ImportOutcome:
    """Fetch the article's address and import what it says now, as `revise` does. Requires the reporter role.

    Raises `Invalid` if the article has no address, and what `fetch_page` raises.
    """
    require(by, UserRole.REPORTER)
    # The revision spells the address as the page itself does. The article's own spelling is the canonical
    # one, which the site need not serve.
    url = article.current.url if article.current else ""
    url = url or article.address
    if not url:
        raise Invalid(
            "This article has no address. Paste its newer text, or hand in the saved page."
        )

    page = fetch_page(url)
    return revise(article, page.raw, name=page.address, by=by, anyway=anyway, page=page)


def _must_resemble(before: str, after: str) -> None:
    if wording_overlap(before, after) < LEAST_OVERLAP:
        raise Conflict(
            "This text has hardly a word in common with the article. If it is the same article all the same, "
            "tick “It is this article” and import it again."
        )
