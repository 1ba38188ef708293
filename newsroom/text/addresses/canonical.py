"""Bring addresses of articles into one spelling, so that two addresses of the same page compare as equal."""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

from newsroom.text.addresses.network import LONGEST_ADDRESS, PORTS, not_an_address

#: These query parameters say how a reader reached the page, or ask for its AMP version. They do not choose
#: what the page shows.
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl"
    r"|ref_src|ref_url|cmpid|cmp|ncid|ito|smid|ocid|icid|at_\w+|ns_\w+|wt_mc|xtor|mkt_tok|guccounter|guce_\w+"
    r"|smtyp|amp|outputtype)$",
    re.IGNORECASE,
)
#: These parameters are the id of an article at some sites (`?ref=1234`). At other sites they say how a reader
#: reached the page, which only their value shows.
_MAYBE_TRACKING = re.compile(r"(?:ref|share|source|src|from|via)", re.IGNORECASE)
_WAY_TO_A_PAGE = re.compile(
    r"(?:app|apple|bluesky|bookmark|copylink|direct|email|facebook|fb|footer|front|frontpage|google"
    r"|header|home|homepage|hp|instagram|linkedin|linkout|mail|mastodon|menu|messenger|mobile|more"
    r"|newsletter|nl|pocket|push|readmore|reddit|related|rss|search|share|sharing|sidebar|sms|social"
    r"|t\.co|telegram|threads|toolbar|top|tw|twitter|web|whatsapp|widget|wire|x)",
    re.IGNORECASE,
)
#: A first label of a host that chooses the version of a page and not another page.
_VERSION_LABELS = ("www", "m", "mobile", "amp")
#: The fewest labels that are left of a host without such a label: a name and its top-level domain.
_FEWEST_LABELS = 2
_AMP_AT_END = re.compile(r"(?<=[^/])(?:/amp|\.amp)(?=$|\.html?$)", re.IGNORECASE)
_AMP_AT_START = re.compile(r"^/amp(?=/)", re.IGNORECASE)
#: The signs that mean the same in a part of a path whether they are percent-encoded or not.
_PLAIN_IN_PATH = ":@!$&'()*+,;=~-._"
#: A fragment that begins so is the address of a page that a script shows (`#!/story/5`).
_ROUTES = ("!", "/")


def canonical(url: str) -> str:
    """Return `url` in the one spelling by which articles are recognised.

    The scheme becomes https. The host becomes lower case and ASCII, and loses `www.`, `m.`, `mobile.` or
    `amp.` at its beginning. The path loses `amp` at its beginning or end, and trailing slashes; letters have
    one spelling in it (not percent-encoded, in Unicode's form NFC). The default port, tracking parameters
    and the fragment are removed, unless the fragment is a route (`#!/story/5`). The other parameters keep
    their order. An empty `url` returns an empty string. Raises `Invalid` if `url` is not a web address.
    """
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError as error:
        raise not_an_address(url) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host or len(url) > LONGEST_ADDRESS:
        raise not_an_address(url)

    host = _host_of_every_version(host)
    if port and port != PORTS[scheme]:
        host = f"{host}:{port}"
    fragment = parts.fragment if parts.fragment.startswith(_ROUTES) else ""
    try:
        path, query = _path_of_every_version(parts.path), _query_of_page(parts.query)
    except UnicodeEncodeError as error:
        raise not_an_address(url) from error
    return urlunsplit(("https", host, path, query, fragment))


def domain(url: str) -> str:
    """Return the host of `url` without `www.` (`themoscowtimes.com`).

    Returns an empty string if `url` has no host.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _host_of_every_version(host: str) -> str:
    """Return `host` in ASCII, without labels that choose a version of the page."""
    try:
        labels = host.encode("idna").decode("ascii").split(".")
    except UnicodeError:
        # The name breaks a rule of IDNA, such as the length of a label. It still names one host.
        labels = host.split(".")
    while labels[0] in _VERSION_LABELS and len(labels) > _FEWEST_LABELS:
        labels = labels[1:]
    return ".".join(labels)


def _path_of_every_version(path: str) -> str:
    """Return `path` without marks of an AMP page and without slashes at its end, in one spelling.

    Raises `UnicodeEncodeError` if it contains a lone surrogate.
    """
    path = _AMP_AT_START.sub("", path.rstrip("/"))
    path = _AMP_AT_END.sub("", path)
    return "/".join(_one_spelling(part) for part in path.split("/"))


def _one_spelling(part: str) -> str:
    """Return a part of a path, between two slashes, in one spelling.

    Printable letters outside ASCII are not percent-encoded, because that would turn one letter into six or
    nine characters.
    """
    raw = unquote_to_bytes(part)
    try:
        letters = unicodedata.normalize("NFC", raw.decode())
    except UnicodeDecodeError:
        # The letters are in an old charset, so their bytes are their only spelling.
        return quote(raw, safe=_PLAIN_IN_PATH)
    return "".join(_encoded(letter) for letter in letters)


def _encoded(letter: str) -> str:
    if not letter.isascii() and letter.isprintable():
        return letter
    return quote(letter, safe=_PLAIN_IN_PATH)


def _query_of_page(query: str) -> str:
    """Return `query` without tracking parameters.

    Bytes that are not UTF-8 stay as they are. Raises `UnicodeEncodeError` if the query
    contains a lone surrogate.
    """
    parameters = []
    for name, value in parse_qsl(query, keep_blank_values=True, errors="surrogateescape"):
        if TRACKING.match(name):
            continue
        if _MAYBE_TRACKING.fullmatch(name) and _WAY_TO_A_PAGE.fullmatch(value):
            continue
        parameters.append((unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", value)))
    return urlencode(parameters, errors="surrogateescape")
