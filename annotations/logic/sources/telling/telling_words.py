"""List the words next to the name of an outlet that say that the outlet reports something.

Other patterns find words that report something without naming an outlet. The tables list phrases,
separated by commas. The patterns match any of these phrases, in capital or small letters, with any white
space between their words.
"""

import re


def _any_of(*tables: str) -> str:
    """Return a pattern that matches each phrase of the tables. It tries the longest phrases first."""
    phrases = [phrase.strip() for table in tables for phrase in table.split(",")]
    escaped = [
        re.escape(phrase).replace(r"\ ", r"\s+")
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    return f"(?:{'|'.join(escaped)})"


#: Common nouns for an outlet.
KIND = _any_of(
    "news agency, newswire, agency, newspaper, paper, daily, weekly, magazine, station, portal, outlet",
    "broadcaster, channel, site, website, blog, tabloid, affiliate, podcast",
)
#: Common nouns for an outlet that hardly mean anything else.
PLAIN_KIND = _any_of(
    "news agency, newswire, newspaper, news outlet, news site, news website, news channel, news portal",
    "broadcaster, tabloid, affiliate, outlet, tv channel, tv station, radio station, local station",
    "magazine, blog, podcast",
)
_HELPERS = _any_of("first, also, has, have, had, was, is, are, were, since")
_PLAIN_VERBS = (
    "report, reports, reported, reporting, write, writes, wrote, written, reveal, reveals, revealed",
    "learns, learned, learnt, establishes, established, say, says, said, has it, has seen, has read",
    "disclosed, discloses, publish, publishes, published, claim, claims, claimed",
    "quote, quotes, quoted, cite, cites, cited, note, notes, noted, add, adds, added, tell, tells, told",
    "understands, understood, estimates, estimated",
    "berichtet, berichtete, meldet, meldete, schreibt, schrieb, rapporte, annonce, révèle, écrit",
    "informa, informo, informó, publico, publicó, revela, reveló, adelanta, adelantó",
    "riferisce, scrive, rivela, meldt, melder, rapporterar, skriver, skrev, rapporterer",
    "podaje, podała, donosi, сообщает, сообщил, передаёт, передает, пишет, повідомляє",
)
#: Verbs that other things than outlets can have: “time has run out”.
_LOOSE_VERBS = (
    "has, had, broke, found, saw, puts, put, gives, gave, counts, counted, confirms, confirmed",
    "describes, described, lists, listed, obtained, uncovered, exposed, alleges, alleged, spoke",
)
_VERBS = _any_of(*_PLAIN_VERBS, *_LOOSE_VERBS)
#: A verb of an outlet that tells something, with its helping verbs.
REPORTS = rf"(?:{_HELPERS}\s+)*{_VERBS}\b"

_PLAIN_LEADS = (
    "according to, citing, cited by, quoted by, quoting, reported by, reported in, revealed by",
    "revealed in, published by, published in, told, says, said, reports, reported, writes, wrote",
    "seen by, obtained by, reviewed by, viewed by, leaked to, shown to",
    "speaking to, said to, as saying by, interview with, interview by, interview in, interviewed with",
    "interviewed by, interviewed in, said on, says on, speaking on, spoke on",
    "via, source:",
    "laut, gegenüber, der agentur, der nachrichtenagentur, nach informationen, meldet",
    "meldete, berichtet, berichtete",
    "schreibt, schrieb, unter berufung auf, selon, d’après, d'après, rapporte, révèle, écrit",
    "según, informa, informo, informó, publica, publico, publicó, revela, reveló, adelanta, adelantó",
    "secondo, riferisce, scrive, rivela, segundo, revelou, noticiou, volgens, meldt, schrijft",
    "déclaré, affirmé, confié, expliqué, indiqué, annoncé",
    "enligt, ifølge, melder, skriver, skrev, rapporterer, rapporterar, podaje",
    "podała, według, сообщает, сообщил, передаёт, передает, пишет, повідомляє, по данным, со ссылкой на",
    "بحسب, وفق, نقلا عن, 据",
)
#: Words that lead to other things than outlets as well: “at the Post Office”.
_LOOSE_LEADS = ("from, in, at, by, through, der, à, per",)
#: The first part of words that have their object far behind: “sier Eva Sund til NTB”.
_TOLD_TO = (
    r"\b(?:sier|sa|opplyser|opplyste|fortalte|forteller|siger|sagde|fortæller|säger|sade|berättar)\b"
    r"[^.;:]{0,60}?\btill?\s+"
)
_SMALL_WORDS = _any_of(
    "the, a, an, our friends at, state, news, local, der, die, das, dem, des, im",
    "la, le, les, à, au, aux, du, el, al, il, lo, o",
)
_UP_TO_NAME = rf"(?:l['’]|(?:{_SMALL_WORDS}|{KIND})\s+){{0,4}}[„“\"«‘']?$"
#: Right before a name that tells: “according to the newspaper”, “selon l’”.
BEFORE_NAME = re.compile(
    rf"(?:{_any_of(*_PLAIN_LEADS, *_LOOSE_LEADS)}\s*+|{_TOLD_TO}){_UP_TO_NAME}", re.IGNORECASE
)
#: The same, only with words that hardly lead to anything else than somebody who tells.
SURELY_BEFORE_NAME = re.compile(
    rf"(?:{_any_of(*_PLAIN_LEADS)}\s*+|{_TOLD_TO}){_UP_TO_NAME}", re.IGNORECASE
)
_JOURNALISTS = _any_of(
    "journalist, journalists, reporter, reporters, correspondent, correspondents",
    "photographer, photographers",
)
_PEOPLE = rf"(?:{_JOURNALISTS}|{_any_of('witness, witnesses, crew, team')})"
_PEOPLE_SAY = _any_of(
    "said, says, saw, heard, counted, reported, reports, wrote, writes, witnessed"
)
_PUBLISHED = _any_of(
    "article, column, editorial, essay, interview, letter, op-ed, report, story, writing, sagte",
    "picture, pictures, photo, photos, image, images, headline, obituary, advertisement, video, footage",
    "déclaré, affirmé, confié, declaró, dijo, dichiarato",
)
_INQUIRIES = _any_of("investigation, analysis, tally, count, poll, inquiry, review")
_INQUIRIES_SAY = _any_of("found, finds, shows, showed, revealed, reveals, said, says")
_PART_OF_NAME = rf"(?:{KIND}|{_any_of('news, radio, tv, television, online')})"
_SAYS = "|".join(
    (
        rf"(?:['’]s\b[^.,;]{{0,40}})?\s*+(?:{_PART_OF_NAME}\s++)?(?:{REPORTS})",
        rf"{_PEOPLE}\b[^.,;]{{0,40}}?\b{_PEOPLE_SAY}\b",
        rf"{_INQUIRIES}\s+(?:has\s+)?{_INQUIRIES_SAY}\b",
        "报道|报导|によると|が報じ",
    )
)
#: Right behind a name that tells: “ news agency reports”, “’s correspondent wrote”, “ journalists saw”.
BEHIND_NAME = re.compile(rf"[”“\"»’']?\s*+(?:,\s*+)?(?:{_SAYS})", re.IGNORECASE)
#: The same, only with words that hardly anything else than an outlet has.
SURELY_BEHIND_NAME = re.compile(
    rf"[”“\"»’']?\s*+(?:,\s*+)?(?:(?:['’]s\b[^.,;]{{0,40}})?\s*+(?:{_PART_OF_NAME}\s++)?"
    rf"(?:{_HELPERS}\s+)*{_any_of(*_PLAIN_VERBS)}\b"
    rf"|{_JOURNALISTS}\b[^.,;]{{0,40}}?\b{_PEOPLE_SAY}\b|{_INQUIRIES}\s+(?:has\s+)?{_INQUIRIES_SAY}\b)",
    re.IGNORECASE,
)
#: Words that say that somebody told or published something. With one of them, “in the Times” means the paper.
TELLING = re.compile(rf"\b(?:{_any_of(*_PLAIN_VERBS)}|{_PUBLISHED})\b", re.IGNORECASE)
_OFFICES = _any_of(
    "spokesman, spokeswoman, spokesperson, spokespeople, head, chief, director, executive, manager",
    "president, chairman, chairwoman, founder, owner, publisher, lawyer, lawyers, employee, employees",
)
#: Right before the name of an outlet for which somebody works, who speaks: “a spokesman for ”.
OFFICE_BEFORE_NAME = re.compile(rf"\b{_OFFICES}\s+(?:for|of|at|from)\s+$", re.IGNORECASE)
_CREDITS = _any_of("via, per, h/t, hat tip, hat tip to")
#: A bracket before a name that is credited: “(via ”, “(Source: ”.
BRACKET_BEFORE_NAME = re.compile(rf"\(\s*(?:source:\s*|{_CREDITS}\s+)?$", re.IGNORECASE)
BRACKET_BEHIND_NAME = re.compile(r"\s*\)")

#: What German joins to the name of an outlet that tells: “nach dpa-Informationen”, “ein AFP-Reporter”.
COMPOUND = (
    r"-(?:Informationen|Angaben|Berichte?n?|Meldung(?:en)?|Korrespondent\w{0,6}|Reporter\w{0,6})\b"
)
COMPOUND_BEHIND_NAME = re.compile(COMPOUND)

_FOREIGN_TELLS = (
    "schreibt|schrieb|berichtet|berichtete|meldet|meldete|laut|écrit|rapporte|révèle|affirme|selon|según|"
    "informa|informó|publica|skriver|melder|ifølge|enligt"
)
_FOREIGN_KIND_ALONE = (
    r"das\s+Blatt|dem\s+Blatt|(?:die|der)\s+(?:Zeitung|Agentur)|(?:das|dem)\s+(?:Magazin|Portal)|"
    r"(?:der|dem)\s+Sender|le\s+(?:journal|quotidien|site|magazine)|l['’](?:agence|hebdomadaire)|"
    r"el\s+(?:diario|periódico|medio|rotativo)|la\s+(?:agencia|cadena|revista)|"
    r"avisen|avisa|nettstedet|nyhetsbyrået|kanalen|tidningen"
)
#: An outlet that goes by its kind: “the newspaper wrote”, “schreibt das Blatt”. No name follows.
KIND_ALONE = re.compile(
    rf"\b(?:the|that)\s+{KIND}\s+(?:{REPORTS})"
    rf"|\b(?:according\s+to\s+(?:the|that)\s+{KIND}|(?:{_FOREIGN_TELLS})\s+(?:{_FOREIGN_KIND_ALONE}))\b"
    r"(?!\s+(?-i:[A-ZÀ-Þ])|\s+[„«“\"])",
    re.IGNORECASE,
)

_WHICH_MEDIA = (
    rf"(?:{_any_of('local, national, foreign, state, several, some, other, various, unconfirmed')}|"
    rf"{_any_of('initial, first, earlier, recent')}|\w+(?:ian|ese|ish|an|ch|sh))\s++"
)
_MEDIA = _any_of(
    "media, media report, media reports, press report, press reports, news report, news reports",
    "newspaper report, newspaper reports, tv report, tv reports, television report",
    "television reports, outlets, newspapers, the press",
)
_MEDIA_SAY = _any_of(
    "say, said, report, reported, claim, claimed, suggest, suggested, have it, have reported"
)
_CITED_MEDIA = _any_of("media, press, news, newspaper, tv, television")
_NO_SUBJECT = _any_of(
    "it is reported, it was reported, it has been reported, reports say, reports said",
    "reports suggest, reports suggested, reportedly",
)
_FOREIGN_MEDIA = _any_of(
    "medienberichten zufolge, selon la presse, selon les médias, según medios, según la prensa"
)
#: Words that name no outlet: “local media reports say”, “it is reported”.
NOBODY = re.compile(
    rf"\b(?:{_WHICH_MEDIA}){{0,4}}+{_MEDIA}\s+{_MEDIA_SAY}\b"
    rf"|\b(?:according\s+to|citing)\s+(?:{_WHICH_MEDIA}){{0,4}}+{_CITED_MEDIA}(?:\s+reports?|\s+outlets)?\b"
    rf"|\b{_NO_SUBJECT}\b|\b{_FOREIGN_MEDIA}\b",
    re.IGNORECASE,
)

_OWN_OUTLET = _any_of(
    "this newspaper, this paper, this reporter, this magazine, this website, this site, this station",
    "this correspondent, told us, told me, tells us",
)
_OWN_PEOPLE = _any_of(
    "reporter, reporters, correspondent, correspondents, photographer, photographers, journalist",
    "journalists, man, woman, staff, studio, team, camera, cameras",
)
_OWN_DEEDS = _any_of("reached, called, met, have read, saw, counted, spoke")
#: Words of an outlet about itself: “our reporter”, “we saw”, “told this newspaper”.
OWN = re.compile(
    rf"\b(?:(?i:{_OWN_OUTLET})|(?:[Oo]ur|[Mm]y)\s+(?:own\s+)?(?:\w+\s+)?{_OWN_PEOPLE}|"
    rf"[Ww]e\s+{_OWN_DEEDS}|I|my|me|us)\b"
)
#: A sentence that says who told the one before it: “That is according to …”.
ABOUT_FIRST = re.compile(
    r"\s*(?:that|this|so|it)\s+(?:is|was|says?|said|has\s+been)\s+(?:what\b|according\s+to\b|reported\s+by\b|the\b)",
    re.IGNORECASE,
)
