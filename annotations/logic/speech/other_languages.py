"""Find the speaker in sentences of languages other than English, next to a quotation or before “that”.

The languages are German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian, Swedish,
Danish and Norwegian. The language of a text need not be known: a verb of speech of one language is hardly
ever a word of another, and it counts only next to a quotation or a clause. Names, and descriptions with an
article, are recognised; pronouns are not. Every rule reads a limited number of code points near a verb.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from annotations.logic.speech.noun_phrases import NEAR
from annotations.logic.speech.reported import Speech, without_quotations
from newsroom.text.model import Span

_VERBS = {
    "de": "sagte sagt erklärte erklärt betonte betont berichtete meinte warnte kritisierte teilte "
    "schrieb schreibt behauptete äußerte versicherte erzählt erzählte antwortete forderte "
    "bestätigte verkündete meint so",
    "fr": "dit déclaré déclare affirmé affirme expliqué explique assuré assure ajouté ajoute estimé "
    "estime précisé précise indiqué indique annoncé annonce écrit lancé lance confie confié "
    "raconte raconté répond répondu souligne souligné rappelle rappelé poursuit prévient "
    "prévenu",
    "es": "dijo dice declaró declara afirmó afirma explicó explica aseguró asegura añadió añade "
    "señaló señala indicó indica anunció escribió advirtió denunció contó cuenta respondió "
    "responde insistió agregó sostuvo relató comentó subrayó",
    "it": "disse detto dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge "
    "annunciato scritto scrive assicurato commentato commenta racconta raccontato risponde "
    "risposto sottolinea sottolineato",
    "pt": "disse diz declarou declara afirmou afirma explicou explica garantiu acrescentou anunciou "
    "escreveu alertou destacou contou conta respondeu ressaltou comentou",
    "nl": "zei zegt aldus verklaarde verklaart meldde meldt schreef schrijft benadrukte waarschuwde "
    "vertelde vertelt antwoordde antwoordt",
    "pl": "powiedział powiedziała mówi mówił mówiła oświadczył oświadczyła dodał dodała podkreślił "
    "podkreśliła stwierdził stwierdziła napisał napisała poinformował poinformowała opowiada "
    "odpowiedział odpowiedziała zaznaczył zaznaczyła wyjaśnił wyjaśniła przekazał przekazała",
    "ru": "сказал сказала заявил заявила сообщил сообщила отметил отметила подчеркнул подчеркнула "
    "добавил добавила написал написала говорит рассказал рассказала заявили сообщили ответил "
    "ответила пояснил пояснила уточнил уточнила считает утверждает",
    "uk": "сказав сказала заявив заявила повідомив повідомила зазначив зазначила наголосив наголосила "
    "додав додала написав написала каже розповів розповіла повідомили відповів відповіла "
    "пояснив пояснила вважає",
    "sv": "sade säger sa uppgav uppger förklarade skrev skriver berättade berättar svarade svarar "
    "menar hävdar",
    "da": "sagde siger oplyste oplyser udtalte forklarede skrev skriver fortalte fortæller svarede "
    "svarer mener",
    "no": "sa sier opplyste opplyser uttalte forklarte skrev skriver fortalte forteller svarte svarer "
    "mener forklarer",
}
#: Words that introduce a speaker without a verb: “laut Polizei”.
_ACCORDING = (
    r"laut|zufolge|nach\s+Angaben\s+(?:von|des|der)|selon|d['’]après|según|de\s+acuerdo\s+con|secondo|segundo|"
    r"de\s+acordo\s+com|volgens|według|zdaniem|по\s+словам|по\s+данным|за\s+словами|за\s+даними|enligt|ifølge"
)
#: First words of the clause after the verb: “sagte, dass”, “dijo que”.
_THAT = r"(?:dass|daß|que|qu['’]\w+|che|dat|że|что|що|att|at)"
#: Auxiliary verbs and addressees between the quotation and the verb: “nous a dit”.
_BEFORE_VERB = (
    r"(?:(?:nous|vous|lui|leur|me|mi|le|les|ci|gli)\s+)?(?:(?:a|ha|hat|har|heeft|m['’]a)\s+)?"
)

_ARTICLES = frozenset(
    "der die das ein eine le la les un une el los las una il lo gli i o a os as um uma de het een den det en "
    "ett et".split()
)
#: Lower-case words inside names.
_PARTICLES = frozenset(
    "de del della di da dos das du des von vom zu van der den ter af av y e bin ibn al el la".split()
)
#: Words that cannot belong to a speaker: pronouns, prepositions and conjunctions.
_NO_SPEAKERS = frozenset(
    "er sie es wir ich man elle on nous je ils elles él ella yo ellos egli lei ele ela hij zij ze ik on "
    "ona он она они вони він вона я мы ми han hun hon jag jeg vi am im in an auf bei nach vor zu zum zur "
    "mit gegenüber dans à au aux en sur devant lors avec sobre ante con na no nos nas em per ad al alla "
    "nel op tegen bij tijdens w we podczas в на во у з із за på i til till under vid ved om und et y und "
    "oraz и та och og dass daß que che dat że что що att at dazu hier".split()
)
#: A time between the verb and the speaker: “dijo el lunes Ana Prado”.
_TIMES = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi "
    "samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì "
    "giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag heute "
    "gestern hier aujourd'hui ayer hoy oggi ieri hoje ontem vandaag gisteren dziś wczoraj сегодня вчера "
    "сьогодні вчора".split()
)
#: Articles and prepositions that can belong to a time.
_BEFORE_TIMES = frozenset("am el este ce in na no op on".split())
#: Most words of a speaker, and most words before the name in one.
_LONGEST = 8
_MOST_ROLES = 4

_VERB = re.compile(
    rf"(?<!\w){_BEFORE_VERB}(?P<verb>{'|'.join(' '.join(_VERBS.values()).split())})(?!\w)"
)
_BY_ACCORDING = re.compile(rf"(?<!\w)(?P<verb>{_ACCORDING})\s+", re.IGNORECASE)
_BEHIND_QUOTATION = re.compile(r"\"[\s,.—–-]*\Z")
_LEADS_ON = re.compile(rf"\s*(?:,\s*)?(?::|{_THAT}\b|\")")
_CLAUSE = re.compile(r"[;:!?\"]|\.\s")
_END = re.compile(r"[,.;:!?\"()—–]|\s-\s")
#: Most code points between the end of a quotation and the verb after it.
_GAP = 12


def foreign_speeches(text: str, sentence: Span) -> Iterator[Speech]:
    """Yield the speeches of a sentence, each with its speaker, or nothing if there is none."""
    part = without_quotations(text, sentence)
    for verb in _VERB.finditer(part):
        position = sentence.start + verb.start("verb")
        if _BEHIND_QUOTATION.search(part[max(0, verb.start() - _GAP) : verb.start()]):
            speaker, reach = _speaker_behind(part, verb.end()), sentence
        elif _LEADS_ON.match(part, verb.end()):
            speaker, reach = _speaker_before(part, verb.start()), Span(position, sentence.end)
        else:
            continue
        if speaker:
            yield Speech(speaker, verb["verb"], position, reach)
    for according in _BY_ACCORDING.finditer(part):
        speaker = _speaker_behind(part, according.end())
        if speaker:
            position = sentence.start + according.start()
            yield Speech(speaker, according["verb"], position, sentence)


def _speaker_behind(part: str, start: int) -> str:
    """Return the speaker after the offset `start` (code points): a name, or a description with an article.

    Returns an empty string if there is neither.
    """
    clause = _END.split(part[start : start + NEAR], maxsplit=1)[0]
    words = _without_time(clause.split())[:_LONGEST]
    roles = list(takewhile(_can_be_role, words))
    if len(roles) > _MOST_ROLES:
        return ""
    others = words[len(roles) :]
    if others and _is_name(others[0]):
        name = takewhile(_can_be_in_name, others)
        return " ".join(_without_particles([*roles, *name]))
    description = _without_particles(roles)
    return " ".join(description[:2]) if _is_described(description) else ""


def _can_be_role(word: str) -> bool:
    """Return whether the word can stand before a name."""
    return not _is_name(word) and word.casefold() not in _NO_SPEAKERS


def _can_be_in_name(word: str) -> bool:
    return _is_name(word) or word in _PARTICLES


def _without_particles(words: list[str]) -> list[str]:
    """Return the words without particles at the end, such as “de”."""
    end = len(words)
    while end and words[end - 1] in _PARTICLES:
        end -= 1
    return words[:end]


def _without_time(words: list[str]) -> list[str]:
    """Return the words that follow a verb, without a time at their start such as “am Montag” or “ayer”."""
    for begin in (0, 1):
        is_time = len(words) > begin and words[begin].casefold() in _TIMES
        if is_time and all(word in _BEFORE_TIMES for word in words[:begin]):
            return words[begin + 1 :]
    return words


def _speaker_before(part: str, end: int) -> str:
    """Return the speaker at the end of the clause before the offset `end`, or an empty string.

    The verb is at `end`. An aside can be between speaker and verb: “Marta Ilves, die …,”.
    """
    clause = _CLAUSE.split(part[max(0, end - NEAR) : end])[-1]
    segments = [segment.split() for segment in clause.split(",") if segment.strip()]
    if not segments:
        return ""
    ends_with_aside = clause.rstrip().endswith(",") and len(segments) > 1
    words = segments[-2] if ends_with_aside else segments[-1]
    if len(words) > _LONGEST or words[0].casefold() in _NO_SPEAKERS:
        return ""
    is_speaker = _is_described(words) or any(_is_name(word) for word in words)
    return " ".join(words) if is_speaker else ""


def _is_described(words: Sequence[str]) -> bool:
    """Return whether the words are a description with an article: “la ministre”."""
    return len(words) > 1 and words[0].casefold() in _ARTICLES


def _is_name(word: str) -> bool:
    plain = word.casefold()
    return word[0].isupper() and plain not in _NO_SPEAKERS and plain not in _ARTICLES
