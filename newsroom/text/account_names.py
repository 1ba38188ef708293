"""Check names of accounts, and find names that look alike.

Two accounts whose names look alike would show two people as one in the history.
"""

import unicodedata

from newsroom.errors import Invalid

#: The longest name of an account, in code points.
LONGEST_NAME = 60
#: The characters that a name may contain besides letters, marks and digits.
_PUNCTUATION = "._-@+"
#: Letters and marks with one of these words in their Unicode names are invisible.
_INVISIBLE = ("FILLER", "VARIATION SELECTOR", "GRAPHEME JOINER", "VOWEL INHERENT")
#: Scripts that are written together in one name, as Unicode Technical Standard 39 (5.2) allows them.
_WRITTEN_TOGETHER = {"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"}

#: Letters of other scripts that look like Latin ones, as small letters or as capitals. This is the part of
#: Unicode's `confusables.txt` for the scripts of whole words: Cyrillic, Greek, Armenian, and Latin letters.
_LOOK_ALIKES = str.maketrans(
    {
        **dict(zip("авеікмнорстухѕјһԁԛԝӏѵьгё", "abelkmhopctyxsjhdqwlvbre", strict=True)),
        **dict(zip("αβεζηικμνορτυχγω", "abeznlkmvoptuxyw", strict=True)),
        **dict(zip("օսհոցզ", "ouhngq", strict=True)),
        **dict(zip("ıɑɡɩiǀ", "laglll", strict=True)),
        **dict(zip("01", "ol", strict=True)),
    }
)


def check_account_name(name: str) -> None:
    """Raise `Invalid` with a sentence if `name` cannot be the name of an account.

    A name has at most `LONGEST_NAME` characters: letters of one script, digits and `._-@+`. It begins with a
    letter or a digit. It has no invisible characters, and no variants of plain characters such as full-width
    letters (it equals its NFKC form).
    """
    if not name or not name[0].isalnum():
        raise Invalid("The name of an account begins with a letter or a digit.")
    if len(name) > LONGEST_NAME:
        raise Invalid(f"The name of an account has at most {LONGEST_NAME} characters: shorten it.")
    if not all(_is_allowed(character) for character in name):
        raise Invalid(
            "The name of an account holds letters, digits and . _ - @ + only. Type it again instead of "
            "pasting it, because it may hold characters that nobody can see."
        )
    if unicodedata.normalize("NFKC", name) != name:
        raise Invalid("Write the name of the account with plain letters and digits.")
    if not _is_of_one_script(name):
        raise Invalid(
            "The name mixes letters of several scripts, which can look alike. Write it in one."
        )


def name_skeleton(name: str) -> str:
    """Return a text that is equal for names that look alike, such as `Ana` in Latin and in Cyrillic letters.

    Case is ignored. The result is only for comparison (Unicode Technical Standard 39, 4).
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    digits = [str(unicodedata.digit(letter, letter)) for letter in folded]
    skeleton = "".join(digits).translate(_LOOK_ALIKES)
    return skeleton.replace("rn", "m").replace("vv", "w")


def _is_allowed(character: str) -> bool:
    if character in _PUNCTUATION:
        return True
    name = unicodedata.name(character, "")
    if any(word in name for word in _INVISIBLE):
        return False
    # L, M and N are the general categories of letters, marks and numbers.
    return unicodedata.category(character)[0] in "LMN"


def _is_of_one_script(name: str) -> bool:
    scripts = set()
    for character in name:
        if character.isalpha():
            # The Unicode name of a letter begins with its script.
            scripts.add(unicodedata.name(character, "").split(" ")[0])
    return len(scripts) <= 1 or scripts <= _WRITTEN_TOGETHER
