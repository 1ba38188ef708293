"""Lines that are a picture's caption, because they end in the credit of the picture, or are that credit."""

import re

from newsroom.text.metadata.agencies import AGENCY, AGENCY_CASED
from newsroom.text.structure.byline_lines import CONNECTORS

_PHOTO_LABEL = (
    r"(?:(?:file|photo|photos|photograph|picture|image|video|illustration|graphic|map)\s*(?:credit|courtesy"
    r"|source)?|credit|foto|"
    r"fotos|bild|crédit photo|fotografía|фото|зображення|©)"
)
_LABELLED_CREDIT = re.compile(
    rf"(?:^|[\s(\[|])(?:{_PHOTO_LABEL}\s*(?::|\bby\b)|©)\s*(?P<who>[^\n]{{1,160}})$", re.IGNORECASE
)
# Every label holds one of these, so most texts are ruled out quickly.
_MAY_LABEL = re.compile(r"[:©]|by\b", re.IGNORECASE)
_FILE_PHOTO = re.compile(
    (
        r"^\W{0,2}(?:(?:file|archive) (?:photo|picture|image)|in this (?:file |handout |pool "
        r")?(?:photo|image|picture)\b)"
    ),
    re.IGNORECASE,
)
_PARENTHESISED_CREDIT = re.compile(r"[(\[](?P<who>[^()\[\]\n]{2,120})[)\]]\W{0,2}$")
_TRAILING_CREDIT = re.compile(
    r"(?:^|[.!?…]['\"”’»)\]]{0,3}\s+|\s[|—–-]\s*|\s/)(?P<who>[^.!?…|\n]{2,120}(?:\bInc\.|\bvia Getty I\w*)?)$"
)
#: How many characters at the end of a text are searched for a credit.
_LONGEST_TRAILER = 200
#: Longest caption, in characters.
_LONGEST_CAPTION = 700
#: Most words of a credit.
_MOST_WORDS = 8
_VIA_GETTY_AT_END = re.compile(r"\bvia Getty(?: I\w*)?$")
_BETWEEN_NAMES = re.compile(r"[\s/|,;:+&()©–—-]+")
#: What joins a photographer and an agency, and how a credit of pictures begins.
_JOINS = ("/", " via ", ",")
_CREDIT_BEGINNINGS = ("ap photo", "photo", "image", "©")
_SMALL_WORDS = CONNECTORS | {"via", "by", "for"}


def is_caption(text: str) -> bool:
    """Whether `text` ends in, or is, the credit of a picture."""
    if not text or len(text) > _LONGEST_CAPTION:
        return False
    if _FILE_PHOTO.match(text) or _has_labelled_credit(text):
        return True

    bracketed = _PARENTHESISED_CREDIT.search(text)
    if bracketed and _names_only_suppliers(bracketed["who"], AGENCY):
        # An agency in brackets by itself supplied the report.
        before = text[: bracketed.start()].strip()
        return before != "" or "photo" in text.casefold()

    trailing = _TRAILING_CREDIT.search(text, max(0, len(text) - _LONGEST_TRAILER))
    return trailing is not None and _names_only_suppliers(trailing["who"], AGENCY_CASED)


def _has_labelled_credit(text: str) -> bool:
    """Whether a label such as "Photo:" stands before a short credit, or one that closes with a supplier."""
    if not _MAY_LABEL.search(text):
        return False
    credit = _LABELLED_CREDIT.search(text)
    if credit is None:
        return False
    who = credit["who"]
    if len(who.split()) <= _MOST_WORDS:
        return True
    bracketed = _PARENTHESISED_CREDIT.search(who)
    supplier = bracketed["who"] if bracketed else who
    return AGENCY.search(supplier) is not None


def _names_only_suppliers(who: str, agency: re.Pattern[str]) -> bool:
    """Whether `who` is like "A Name/AGENCY via Getty Images": a supplier, and beside it only names and joins.

    Programs cut long credits short, so that "via Getty I" is one too.
    """
    if not agency.search(who):
        return False
    rest = agency.sub(" ", _VIA_GETTY_AT_END.sub(" ", who))
    words = list(filter(None, _BETWEEN_NAMES.split(rest)))
    if not words:
        return True
    is_joined = any(join in who for join in _JOINS) or who.casefold().startswith(_CREDIT_BEGINNINGS)
    if not is_joined or len(words) > _MOST_WORDS:
        return False
    return all(not word[:1].islower() or word in _SMALL_WORDS for word in words)
