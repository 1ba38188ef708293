"""List the letters outside ASCII of the languages that Latin and Cyrillic charsets are made for."""

_CYRILLIC = {
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Belarusian": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "Bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "Serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "Macedonian": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
}
#: The letters by charset and language, in lower case, including letters of loan words.
_LETTERS = {
    "cp1252": {
        "French, Albanian": "àâæçéèêëîïôœùûüÿ",
        "German": "äöüßéà",
        "Spanish, Irish": "áéíóúüñçª",
        "Catalan": "àçèéíïòóúü",
        "Portuguese": "ãáàâçéêíóôõúüºª",
        "Italian": "àèéìîòóùºª",
        "Dutch": "áàçéèêëïíóöúü",
        "Danish, Norwegian, Swedish, Finnish": "æøåéäöüà",
        "Icelandic, Faroese": "áðéíóúýþæöø",
        "Estonian": "äõöšüž",
    },
    "cp1250": {
        "Czech": "áčďéěíňóřšťúůýž",
        "Slovak": "áäčďéíĺľňóôŕšťúýž",
        "Polish": "ąćęłńóśźż",
        "Hungarian": "áéíóöőúüű",
        "Romanian": "ăâîşţ",
        "Bosnian, Croatian, Serbian, Slovene": "čćđšž",
    },
    "cp1254": {"Turkish": "âçğıîöşûüİ"},
    "cp1257": {"Estonian": "äõöšüž", "Latvian": "āčēģīķļņōŗšūž", "Lithuanian": "ąčęėįšųūž"},
}


def _alphabets(letters_of_language: dict[str, str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters + letters.upper()) for letters in letters_of_language.values())


#: The alphabets of each charset's languages, with lower and upper case letters.
ALPHABETS = {charset: _alphabets(languages) for charset, languages in _LETTERS.items()}
# These two charsets hold the same letters, but at other code positions.
ALPHABETS["iso8859_2"] = ALPHABETS["cp1250"]
for _charset in ("cp1251", "koi8_r", "cp866", "mac_cyrillic"):
    ALPHABETS[_charset] = _alphabets(_CYRILLIC)
