"""Names of outlets, and when two of them are likely one."""

import re
import unicodedata

_ENDING = re.compile(r"\.(?:com|org|net|info|news|co\.\w{2}|com\.\w{2}|\w{2})$")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)\s+")


def bare_name(name: str) -> str:
    """`name` without what the spellings of one name differ in: case, accents, article, www, ending and
    punctuation.

    Blank only where the name has neither letters nor digits of any script.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().strip())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = _ENDING.sub("", plain.removeprefix("www."))
    plain = _ARTICLE.sub("", plain)
    return "".join(character for character in plain if character.isalnum()) or name.strip()
