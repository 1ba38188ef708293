"""Give a known article a newer text: from a file, from pasted text, or from its own address."""

from newsroom.actions.imports.import_preparation import with_preparation
from newsroom.actions.imports.import_requests import ImportRequest
from newsroom.actions.imports.importing import ImportOutcome, import_request
from newsroom.errors import Conflict, Invalid
from newsroom.fetching.pages import FetchedPage, fetch_page
from newsroom.models import Article, User
from newsroom.reading.sources import read_source
from newsroom.roles import UserRole, require
from newsroom.text.changes.essence import have_hardly_a_word_in_common
from newsroom.text.pipeline import SourceDetails


def revise(
    article: Article,
    raw: bytes,
    *,
    name: str,
    by: User,
    anyway: bool = False,
    page: FetchedPage | None = None,
) -> ImportOutcome:
    """Import `raw` as the newest revision of `article`, unless its text and masthead are unchanged.

    Requires the reporter role. `name` is the name of the file or its address. `page` is given if the bytes
    were fetched. Raises `Conflict` if the text has hardly a word in common with the current one, because a
    revision can never be removed; `anyway=True` skips this check.
    """
    require(by, UserRole.REPORTER)
    # The article is known, so the address that the source states is not used to find it.
    charset = page.charset if page else ""
    prepared = read_source(raw, name=name, details=SourceDetails(charset=charset))
    if not anyway and article.current:
        _must_resemble(article.current.text, prepared.document.text)

    fetched = page.as_stored() if page else None
    request = with_preparation(ImportRequest(raw, prepared, name, fetched=fetched), article=article)
    return import_request(request, by=by, article=article)


def fetch_again(article: Article, *, by: User, anyway: bool = False) -> ImportOutcome:
    """Fetch the address of an article, and import its present text as `revise` does.

    Requires the reporter role. Raises `Invalid` if the article has no address, and the errors of `fetch_page`
    and `revise`.
    """
    require(by, UserRole.REPORTER)
    # The revision has the address as the page writes it. The article has the canonical address, which the
    # site may not serve.
    url = article.current.url if article.current else ""
    url = url or article.address
    if not url:
        raise Invalid(
            "This article has no address. Paste its newer text, or hand in the saved page."
        )

    page = fetch_page(url)
    return revise(article, page.raw, name=page.address, by=by, anyway=anyway, page=page)


def _must_resemble(before: str, after: str) -> None:
    if have_hardly_a_word_in_common(before, after):
        raise Conflict(
            "This text has hardly a word in common with the article. If it is the same article all the same, "
            "tick “It is this article” and import it again."
        )
