"""Giving a known article a newer text: from a file, from paste, or from its own address."""

from newsroom.actions.importing import Outcome, import_article
from newsroom.errors import Conflict, Invalid
from newsroom.fetching import fetch_page
from newsroom.models import Article, User
from newsroom.roles import UserRole, require
from newsroom.text.comparing import kinship
from newsroom.text.preparing import Given, prepare

#: Kinship of two texts below which they are hardly the same article.
LEAST_KINSHIP = 0.1


def revise(article: Article, raw: bytes, *, name: str, by: User, anyway: bool = False) -> Outcome:
    """Import `raw` as the newest revision of `article`; unchanged where it says the same. Takes a reporter.

    Raises `Conflict` where the text is another one altogether, unless `anyway`: a revision is there for good.
    """
    require(by, UserRole.REPORTER)
    # The article is known already, so what the source says about its address makes no other one.
    prepared = prepare(raw, name=name, given=Given())
    if not anyway and article.current:
        _must_resemble(article.current.text, prepared.document.text)
    return import_article(raw, name=name, by=by, prepared=prepared, of=article)


def fetch_again(article: Article, *, by: User, anyway: bool = False) -> Outcome:
    """Fetch the article's address and import what it says now, as `revise` does. Takes a reporter.

    Raises `Invalid` where the article has no address, and what `fetch_page` raises.
    """
    require(by, UserRole.REPORTER)
    # As the page itself spells it: the article's address is one spelling of many, and need not be served.
    url = (article.current.url if article.current else "") or article.address
    if not url:
        raise Invalid("This article has no address. Paste its newer text, or hand in the saved page.")
    fetched = fetch_page(url)
    return revise(article, fetched.raw, name=fetched.address, by=by, anyway=anyway)


def _must_resemble(was: str, now: str) -> None:
    if kinship(was, now) < LEAST_KINSHIP:
        raise Conflict(
            "This text has hardly a word in common with the article. If it is the same article all the same, "
            "tick “It is this article” and import it again."
        )
