"""Distinguish addresses of one article from addresses of a whole site or of a section.

Many pages state the front page as their own address. If imports used it, all articles of an outlet would be
one article.
"""

import re
from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlsplit

from newsroom.text.addresses.canonical import canonical

#: Parts of a path that name a front page or a section, in the main languages of news sites.
_SECTION = re.compile(
    r"(?:home|homepage|index|default|start|startseite|accueil|inicio|portada|etusivu|forside|news"
    r"|newsroom|latest|breaking|breaking-news|headlines|top-stories|live|article|articles|story"
    r"|stories|post|posts|blog|archive|archives|video|videos|world|international|national|local"
    r"|politics|business|economy|sport|sports|culture|entertainment|opinion|comment|science"
    r"|technology|tech|health|travel|weather|nachrichten|aktuell|aktuelles|artikel|politik|wirtschaft"
    r"|kultur|ausland|inland|nyheter|nyheder|uutiset|noticias|actualidad|ultimas|politica|economia"
    r"|deportes|mundo|cultura|actualite|actualites|monde|politique|economie|notizie|cronaca|ultimora"
    r"|esteri|nieuws|wiadomosci|kraj|swiat|новости|политика|новини|haberler|gundem)",
    re.IGNORECASE,
)
_INDEX_PAGE = re.compile(r"(?:index|default|home|start)\.(?:html?|php|aspx?|jsp)", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"(?:ar|bg|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|tr"
    r"|uk|vi|zh)(?:[-_][a-z]{2})?",
    re.IGNORECASE,
)
#: Parameters that hold the id of an article. An empty one names no article.
_ID_PARAMETER = re.compile(
    r"(?:id|aid|nid|pid|p|article|articleid|article_id|story|storyid|story_id|post|postid|news|newsid"
    r"|doc|docid|item|itemid|ref|share)",
    re.IGNORECASE,
)
#: Parameters that choose how a page is shown, or which part of a list. They name no article.
_VIEW_PARAMETER = re.compile(
    r"(?:lang|language|locale|hl|page|paged|offset|start|limit|sort|order|view|theme|mode|edition|print|amp)",
    re.IGNORECASE,
)
_LOCAL_SUFFIXES = (".localhost", ".local", ".localdomain", ".internal", ".lan")


def article_address(url: str) -> str:
    """Return the canonical form of `url` if it can be the address of one article, else an empty string.

    An article is never recognised by the address of a front page or a section, nor by one whose id is empty.
    Raises `Invalid` if `url` is not a web address.
    """
    address = canonical(url)
    return address if address and _names_an_article(address) else ""


def is_public_host(url: str) -> bool:
    """Return whether the host of `url` is a name that other computers can know, or a public numeric address.

    Pages of badly configured sites state addresses such as `http://localhost:3000/a`.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        return ip_address(host).is_global
    except ValueError:
        pass  # The host is a name and not a number.
    return "." in host and not host.endswith(_LOCAL_SUFFIXES)


def _names_an_article(address: str) -> bool:
    """Return whether the canonical `address` has a part that stands for a single article."""
    parts = urlsplit(address)
    if any(character.isalnum() for character in parts.fragment):
        return True
    folders = [unquote(folder) for folder in parts.path.split("/") if folder]
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    if any(_is_id(name, value, folders) for name, value in parameters):
        return True
    # A parameter for an id without a value, as in `/view?id=`, asks for no article.
    if any(_ID_PARAMETER.fullmatch(name) for name, _ in parameters):
        return False
    return not all(_is_general(folder) for folder in folders)


def _is_id(name: str, value: str, folders: Sequence[str]) -> bool:
    """Return whether a parameter names an article. `folders` are the parts of the path of the address."""
    if value:
        return not _VIEW_PARAMETER.fullmatch(name)
    # In `/news?1234` the number is the id, and stands where the name of a parameter usually is.
    return bool(folders) and name.isdigit()


def _is_general(folder: str) -> bool:
    """Return whether a part of a path names no single article: a section, a language or an index page."""
    return any(pattern.fullmatch(folder) for pattern in (_SECTION, _INDEX_PAGE, _LANGUAGE))
