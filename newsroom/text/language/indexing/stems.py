"""Reduce words to their stems, each by the rules of its language, so that a search finds all forms of a word.

The stemmers are those of Snowball (https://snowballstem.org). `words.term` has one stemmer for each script
instead, because it compares texts of several languages with each other.
"""

import re
from functools import lru_cache

import Stemmer

from newsroom.text.language.words import fold

_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
#: Codes of other languages that the rules of one of these languages fit.
_SAME_RULES = {"nb": "no", "nn": "no", "uk": "ru", "be": "ru", "bg": "ru"}
#: In these languages a word without ending often has a shorter stem than its forms: “liman”, “limanlar”. So
#: the word itself counts as a stem too.
_MANY_ENDINGS = frozenset(("et", "fi", "hu", "tr"))
#: Snowball has no stemmer for Hebrew. Its short words that are written together with the next word are cut
#: off.
_HEBREW = "he"
_HEBREW_PREFIXES = "והבלכמש"
_MOST_PREFIXES = 2
_SHORTEST_HEBREW = 3

#: The scripts, each with its languages. The rules of the first one are used for a text whose language is
#: unknown or of another script.
_SCRIPTS = (
    (re.compile("[\u0400-\u052f]"), ("ru",)),
    (re.compile("[\u0370-\u03ff]"), ("el",)),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa")),
    (re.compile("[\u0900-\u097f]"), ("hi", "ne")),
    (re.compile("[\u0530-\u058f]"), ("hy",)),
    (re.compile("[\u0590-\u05ff]"), (_HEBREW, "yi")),
    (re.compile("[\u0b80-\u0bff]"), ("ta",)),
)
_OTHER_SCRIPTS = frozenset(language for _, languages in _SCRIPTS for language in languages)
_LATIN = re.compile("[a-z]")
_LATIN_LANGUAGES = ("en", *sorted(_ALGORITHMS.keys() - _OTHER_SCRIPTS - {"en"}))
_STEMMERS = {language: Stemmer.Stemmer(name, 0) for language, name in _ALGORITHMS.items()}


def language_code(stated: str) -> str:
    """Return the code of the language whose rules fit, for a language as articles state it (“en-GB”).

    Returns an empty string if there are no rules for it.
    """
    code = re.split("[-_]", stated.strip().lower(), maxsplit=1)[0]
    code = _SAME_RULES.get(code, code)
    return code if code in _ALGORITHMS or code == _HEBREW else ""


def languages_of_script(folded: str) -> tuple[str, ...]:
    """Return the languages whose rules fit the script of a folded word, the usual one first.

    The result is empty for scripts without such rules.
    """
    if _LATIN.match(folded):
        return _LATIN_LANGUAGES
    for script, languages in _SCRIPTS:
        if script.match(folded):
            return languages
    return ()


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the folded stems of a word in a language, which is one of `languages_of_script`.

    These are the stem of the word as written, whose accents belong to its endings, and the stem of the folded
    word, because people search without accents. In languages with many endings the word itself is one too. In
    Hebrew they are the word without its prefixes.
    """
    folded = fold(word)
    if language == _HEBREW:
        return _without_prefixes(folded)
    stemmer = _STEMMERS[language]
    stems_in_order = {str(stemmer.stemWord(folded)): None}
    if not word.isascii():
        stems_in_order[fold(stemmer.stemWord(word.lower()))] = None
    if language in _MANY_ENDINGS:
        stems_in_order[folded] = None
    return tuple(stem for stem in stems_in_order if stem)


def _without_prefixes(folded: str) -> tuple[str, ...]:
    """Return a Hebrew word, and what is left of it without one and without two prefixes.

    The rest has at least three letters.
    """
    forms = [folded]
    for length in range(1, _MOST_PREFIXES + 1):
        rest = folded[length:]
        if folded[length - 1 : length] not in _HEBREW_PREFIXES or len(rest) < _SHORTEST_HEBREW:
            break
        forms.append(rest)
    return tuple(forms)
