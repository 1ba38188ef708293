"""Recognise numbers that are only a part of a longer phrase, such as “two-thirds” or “12/7”.

Such numbers must not be compared, because their value is not the value of the phrase.
"""

import re

# A number with these signs directly before or after it is only a part of a longer phrase.
_GLUED_BEFORE = re.compile(r"(?:\d\s?[/:^×]|[.,:/^×#@_]|\bNo\.\s?|\bnumber\s)\Z", re.IGNORECASE)
# Raised and lowered digits make a power, a fraction or the mark of a note.
_GLUED_AFTER = re.compile(
    r"[.,]?\d|\s?[/:^×]\s?\d|[_@]|-\d+-\d|\s?x\s?\d|\s?[¹²³⁰⁴-⁹₀-₉½¼¾⅐-⅞]|[⁺⁻]"
)
# “[2]” and “[2,3]” are marks of notes.
_NOTE_BEFORE = re.compile(r"\[[\d,;–\s-]*\Z")
_NOTE_AFTER = re.compile(r"[\d,;–\s-]{0,24}\]")
_FRACTION = re.compile(
    r"[\s-](?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?"
    r"|thousandths?|fold)\b|-(?:first|second|something|ish)\b",
    re.IGNORECASE,
)
# “One in five people” and “nine out of ten” state a share. The second number counts nothing.
_SHARE_AFTER = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?(?:\w+)\b", re.IGNORECASE)
_SHARE_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d)\s(?:in|out\sof)\s(?:every\s)?\Z",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|a\s|\d{1,4}\b)",
    re.IGNORECASE,
)
# “Several hundred” and “a few thousand” have no number before the scale. “12 score” has a scale that is not
# in `SCALES`.
_UNKNOWN_SCALE = re.compile(
    r"[\s-](?:score|gross|myriad|arab|kharab|quadrillion|quintillion|billiarden?|billionen|billones|billón|biliard\w*"
    r"|bilion\w*|trilion\w*|trillionen|trilhões|billiards?|трлн|триллион\w*|трильйон\w*|mille|mil|mila|tausend|cien"
    r"|hundert|duizend|tusen|tusind)\b",
    re.IGNORECASE,
)
# How many characters before a number are examined.
_REACH = 24
#: Only numbers below this limit begin a share: “one in five” is a share, “300 in two days” is not.
_HIGHEST_SHARE = 10


def is_half_read(
    text: str,
    start: int,
    end: int,
    value: float,
) -> bool:
    """Return whether the number at `start..end`, including its scale, is only a part of a longer phrase.

    `value` is the value of the number. An example is the number 2 in “two-thirds”.
    """
    before = text[max(0, start - _REACH) : start]
    if _GLUED_BEFORE.search(before) or _GLUED_AFTER.match(text, end):
        return True
    if _NOTE_BEFORE.search(before) and _NOTE_AFTER.match(text, end):
        return True
    if _FRACTION.match(text, end) or _UNKNOWN_SCALE.match(text, end):
        return True
    if _SHARE_BEFORE.search(before):
        return True
    return value < _HIGHEST_SHARE and _is_share(text, end)


def _is_share(text: str, end: int) -> bool:
    after = _SHARE_AFTER.match(text, end)
    return after is not None and _SHARES.match(text, end + 1) is not None
