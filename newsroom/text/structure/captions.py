"""Recognise captions of pictures: lines that end in the credit of a picture, or are such a credit."""

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
#: Every label contains one of these, in lower case, so most texts are ruled out quickly.
_IN_LABELS = (":", "©", "by")
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
#: The longest caption, in characters.
_LONGEST_CAPTION = 700
#: The most words of a credit.
_MOST_WORDS = 8
_VIA_GETTY_AT_END = re.compile(r"\bvia Getty(?: I\w*)?$")
_BETWEEN_NAMES = re.compile(r"[\s/|,;:+&()©–—-]+")
#: Signs between a photographer and an agency, and the first words of picture credits.
_JOINS = ("/", " via ", ",")
_CREDIT_BEGINNINGS = ("ap photo", "photo", "image", "©")
_SMALL_WORDS = CONNECTORS | {"via", "by", "for"}


def is_caption(text: str) -> bool:
    """Return whether `text` ends in the credit of a picture, or is such a credit."""
    if not text or len(text) > _LONGEST_CAPTION:
        return False
    if _FILE_PHOTO.match(text) or _has_labelled_credit(text):
        return True

    bracketed = _PARENTHESISED_CREDIT.search(text)
    if bracketed and _names_only_suppliers(bracketed["who"], AGENCY):
        # An agency that stands alone in brackets supplied the report and not a picture.
        before = text[: bracketed.start()].strip()
        return before != "" or "photo" in text.casefold()

    trailing = _TRAILING_CREDIT.search(text, max(0, len(text) - _LONGEST_TRAILER))
    return trailing is not None and _names_only_suppliers(trailing["who"], AGENCY_CASED)


def _has_labelled_credit(text: str) -> bool:
    """Return whether `text` ends in a label such as "Photo:" and a credit.

    The credit must be short, or must end in the name of an agency.
    """
    folded = text.casefold()
    if not any(sign in folded for sign in _IN_LABELS):
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
    """Return whether `who` is an agency, alone or joined with names, as in "A Name/AGENCY via Getty Images".

    `agency` is the pattern that finds names of agencies. Programs cut long credits, so "via Getty I" is
    recognised too.
    """
    if not agency.search(who):
        return False
    names_beside_agency = agency.sub(" ", _VIA_GETTY_AT_END.sub(" ", who))
    words = list(filter(None, _BETWEEN_NAMES.split(names_beside_agency)))
    if not words:
        return True
    is_joined = any(join in who for join in _JOINS) or who.casefold().startswith(_CREDIT_BEGINNINGS)
    if not is_joined or len(words) > _MOST_WORDS:
        return False
    return all(not word[:1].islower() or word in _SMALL_WORDS for word in words)
