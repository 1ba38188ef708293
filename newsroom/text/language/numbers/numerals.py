"""Read digits with separators: “1,234.5” in English is “1.234,5” in German and “1 234,5” in French."""

import re

from newsroom.text.language.numbers.tongues import COMMA_LANGUAGES

#: A regular expression for a number in digits.
DIGITS = "|".join(
    (
        r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?",  # 1,234,567.8; in India 12,34,567.8
        r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?!\d)(?:[.,]\d+)?",  # 1 234 567,8
        r"\d{1,3}(?:,[ ]000)+(?!\d)",  # 2, 000, as some archives have it
        r"\d\.[ ]\d(?=[ ](?:-[ ])?magnitude\b)",  # 6. 1, as the same archives have it
        r"(?<=[^\W\d][ ])\d{1,3}\.[ ]\d{1,2}(?=[ ](?:-[ ])?[^\W\d])",
        r"\d{1,3}(?:['’]\d{3}){1,6}(?!\d)(?:[.,]\d+)?",  # 1'234'567.8 in Switzerland
        r"\d{1,3}(?:\.\d{3})+,\d+",  # 1.234.567,8
        r"\d{1,3}(?:\.\d{3}){2,}",  # 1.234.567
        r"\d+,\d{1,2}(?![\d,]|\.\d)",  # 5,8
        r"\d+(?:\.\d+)?",  # 1234.5
    )
)
#: A single point or comma before so many digits separates thousands in one language and decimals in another.
_DIGITS_IN_GROUP = 3
# Integers with up to so many digits are exact as a float.
_MOST_DIGITS = 15
_SPACES = re.compile(r"[\s'’]")
_SPACED_GROUP = re.compile(r"\d[\s'’]\d")


def value_of_digits(number: str, language: str) -> float | None:
    """Return the value of `number` as `language` writes numbers.

    Returns None if the number is ambiguous or has more than 15 digits. `language` is a code such as “de”, or
    an empty string if it is unknown.
    """
    digits = _SPACES.sub("", number)
    if sum(map(str.isdecimal, digits)) > _MOST_DIGITS:
        return None
    mark = max(digits.rfind("."), digits.rfind(","))
    if mark < 0:
        return float(digits)

    has_both_marks = "." in digits and "," in digits
    if has_both_marks:
        return _decimal(digits, mark)
    if digits.count(digits[mark]) > 1:
        return _whole(digits)
    if not _may_part_group(digits, mark, spaced=_SPACED_GROUP.search(number) is not None):
        return _decimal(digits, mark)
    return _single_mark(digits, mark, language)


def _may_part_group(digits: str, mark: int, *, spaced: bool) -> bool:
    """Return whether the single point or comma at offset `mark` of `digits` may separate thousands.

    It may if one to three digits come before it and exactly three come after it. `spaced` is true if the
    number as written has spaces between its digits; then the answer is no.
    """
    is_group = len(digits) - mark - 1 == _DIGITS_IN_GROUP and 0 < mark <= _DIGITS_IN_GROUP
    # If a space separates thousands, the mark separates decimals. “0.125” has no thousands.
    return is_group and not spaced and digits[0] != "0"


def _single_mark(digits: str, mark: int, language: str) -> float | None:
    """Return the value of a number with one point or comma, such as “1.234” or “1,234”.

    Returns None for a point if the language is unknown, because the point may separate thousands or decimals.
    """
    has_comma_language = language in COMMA_LANGUAGES
    is_comma = digits[mark] == ","
    if is_comma and has_comma_language:
        return _decimal(digits, mark)
    if is_comma or has_comma_language:
        return _whole(digits)
    if language == "en":
        return _decimal(digits, mark)
    # A single point in a text of unknown language may separate thousands or decimals.
    return None


def _whole(digits: str) -> float:
    return float(re.sub(r"[.,]", "", digits))


def _decimal(digits: str, mark: int) -> float:
    whole = re.sub(r"[.,]", "", digits[:mark])
    return float(f"{whole}.{digits[mark + 1 :]}")
