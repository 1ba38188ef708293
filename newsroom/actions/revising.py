"""Giving a known article a newer text: from a file, from paste, or from its own address."""

from newsroom.actions.import_requests import ImportRequest
from newsroom.actions.importing import ImportOutcome, import_request
from newsroom.errors import Conflict, Invalid
from newsroom.fetching.pages import FetchedPage, fetch_page
from newsroom.models import Article, User
from newsroom.reading.sources import read_source
from newsroom.roles import UserRole, require
from newsroom.text.changes.essence import wording_overlap
from newsroom.text.pipeline import SourceDetails

#: Overlap of wording of two texts below which they are hardly the same article.
LEAST_OVERLAP = 0.1


def revise(
    article: Article,
    raw: bytes,
    *,
    name: str,
    by: User,
    anyway: bool = False,
    fetched: FetchedPage | None = None,
) -> ImportOutcome:
    """Import `raw` as the newest revision of `article`; unchanged where it says the same. Takes a reporter.

    `fetched` says how the bytes came, where they were fetched.

    Raises `Conflict` where the text is another one altogether, unless `anyway`: a revision is there for good.
    """
    require(by, UserRole.REPORTER)
    # The article is known already, so what the source says about its address makes no other one.
    prepared = read_source(raw, name=name, given=SourceDetails(charset=fetched.charset if fetched else ""))
    if not anyway and article.current:
        _must_resemble(article.current.text, prepared.document.text)
    how = fetched.as_stored() if fetched else None
    return import_request(ImportRequest(raw, prepared, name, fetched=how), by=by, article=article)


def fetch_again(article: Article, *, by: User, anyway: bool = False) -> ImportOutcome:
    """Fetch the article's address and import what it says now, as `revise` does. Takes a reporter.

    Raises `Invalid` where the article has no address, and what `fetch_page` raises.
    """
    require(by, UserRole.REPORTER)
    # As the page itself spells it: the article's address is one spelling of many, and need not be served.
    url = (article.current.url if article.current else "") or article.address
    if not url:
        raise Invalid("This article has no address. Paste its newer text, or hand in the saved page.")
    fetched = fetch_page(url)
    return revise(article, fetched.raw, name=fetched.address, by=by, anyway=anyway, fetched=fetched)


def _must_resemble(was: str, now: str) -> None:
    if wording_overlap(was, now) < LEAST_OVERLAP:
        raise Conflict(
            "This text has hardly a word in common with the article. If it is the same article all the same, "
            "tick “It is this article” and import it again."
        )
