"""Find the articles that annotations of other tools are about."""

import hashlib
from pathlib import PurePosixPath

from django.db.models import Q

from annotations.logic.interchange.records import ForeignDocument
from newsroom.errors import Invalid
from newsroom.models import Article
from newsroom.text.addresses.article_addresses import article_address
from newsroom.text.normalise import normalise

NO_ARTICLE = "No article here is that document: import it first."
SEVERAL = "Several articles here may be that document."
_MOST_DIGITS = 18


def article_of(document: ForeignDocument) -> Article | str:
    """Return the article that the document is, with its current revision, or a sentence that says why there
    is none.

    The article is looked for by address, then by the hash of its text, its id with its title, the name of its
    file, and its title. The first of these that exactly one article has decides.
    """
    several = False
    for condition in _conditions(document):
        # Two rows are enough to know that it is not clear which.
        found = list(Article.objects.filter(condition).select_related("current").distinct()[:2])
        if len(found) == 1:
            return found[0]
        several = several or bool(found)
    return SEVERAL if several else NO_ARTICLE


def _conditions(document: ForeignDocument) -> list[Q]:
    conditions = []
    address = _address(document.url)
    if address:
        conditions.append(Q(address=address))
    if document.text.strip():
        sha256 = hashlib.sha256(normalise(document.text).strip().encode()).hexdigest()
        conditions.append(Q(current__sha256=sha256))
    if document.article.isdecimal() and len(document.article) <= _MOST_DIGITS:
        # On another desk an id is another article, so the title has to agree.
        conditions.append(Q(pk=int(document.article), title__iexact=document.title))
    conditions += _conditions_of_name(document)
    if document.title:
        conditions.append(Q(title__iexact=document.title.strip()))
        conditions.append(Q(current__headline__iexact=document.title.strip()))
    return conditions


def _conditions_of_name(document: ForeignDocument) -> list[Q]:
    if not document.name:
        return []
    stem = PurePosixPath(document.name).stem
    # Many tools number their documents, so a number is a name only with the title that the article has.
    agreed = Q(title__iexact=document.title.strip())
    if not document.title or not stem.isdecimal():
        agreed = Q()
    return [
        # Tools name the text of an article by its id, often with an ending.
        Q(external_id__in={document.name, stem}) & agreed,
        Q(current__original_name=document.name) & agreed,
        Q(current__original_name__startswith=f"{stem}.") & agreed,
    ]


def _address(url: str) -> str:
    """Return the canonical address of the article at `url`, or an empty string if `url` is not a web
    address.
    """
    try:
        return article_address(url)
    except Invalid:
        return ""
