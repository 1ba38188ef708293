"""Find the kinds of document on which a passage is based: a ruling, an indictment, a press release, a post.

Two reports that quote the same document have one source, which is the document. A statement is no document of
its own: two reports that quote a statement of one body may quote the same one.
"""

import re

from annotations.logic.counting.voices import voice
from newsroom.text.model import Document, Span

#: Number of code points after the sentence of the passage in which its document can be named: “In its release
#: the firm …”.
BEHIND = 160

#: Names of platforms on which people publish posts, without those that are common words, such as “X”.
PLATFORMS = (
    "instagram",
    "twitter",
    "facebook",
    "telegram",
    "tiktok",
    "weibo",
    "mastodon",
    "bluesky",
)
_PLATFORM = "|".join(PLATFORMS)
#: Nouns for the documents of each kind, as parts of regular expressions.
_RULING = r"ruling|judge?ment|verdict|court'?s?\s+decision|court\s+order"
_INDICTMENT = r"indictment|charge\s+sheet|charging\s+document"
_PRESS_RELEASE = (
    r"(?:press|news|media)\s+(?:release|statement)|communiqu[eé]|presse(?:mitteilung|erklärung|melding|meddelelse)|"
    r"pressmeddelande|comunicado|nota\s+de\s+prensa"
)
_FOREIGN_REPORT = "bericht|rapport|informe|rapporto"
_STUDY = "study|survey|poll"
_FOREIGN_STUDY = "studie|umfrage|étude|sondage|estudio|encuesta"
_INTERNAL = "document|letter|e-?mail|note"
_COURT_DOCUMENT = r"lawsuit|affidavit|court\s+(?:filing|paper|document|record)"
_FOREIGN_FILING = "børsmelding|ad-hoc-mitteilung"
_BOOK = "memoir|autobiography|book"
_SATELLITE_IMAGE = r"satellite\s+(?:image|imagery|picture|photo)"
_WEBSITE = r"website|web\s+site|homepage"
_FIGURES = "figures|data|statistics"
_RECORDING = "footage|video|clip|recording"
#: The nouns for each kind of document, without the “s” of the plural. Some of them mean such a document only
#: in a sentence that is known to quote one, such as “release”.
NOUNS = {
    "ruling": _RULING,
    "indictment": _INDICTMENT,
    "press release": rf"{_PRESS_RELEASE}|presse(?:mitteilung|erklärung)en|release|comunicato",
    "post": "post|tweet|video",
    "report": f"report|{_FOREIGN_REPORT}",
    "study": f"{_STUDY}|studies|{_FOREIGN_STUDY}",
    "company filing": f"filing|{_FOREIGN_FILING}",
    "book": _BOOK,
    "transcript": "transcript",
    "satellite images": _SATELLITE_IMAGE,
    "internal document": f"memorandum|memo|{_INTERNAL}",
    "court document": f"{_COURT_DOCUMENT}|complaint|filing",
    "letter": "letter",
    "website": _WEBSITE,
    "figures": f"{_FIGURES}|figure|statistic",
    "recording": f"{_RECORDING}|audio|tape",
}

_KINDS = {
    "ruling": re.compile(
        rf"\b(?:{_RULING})\b.{{0,40}}?\b(?:says?|said|found|wrote|reads?|"
        r"states?)\b|\b(?:in|according\s+to)\s+(?:\w+\s+){0,4}(?:ruling|judge?ment|verdict)\b|\b(?:ruling|judge?ment),"
        r"\s+which\b|\bcourt'?s?\s+(?:ruling|judge?ment)\b",
        re.IGNORECASE,
    ),
    "indictment": re.compile(
        rf"\b(?:{_INDICTMENT})\b",
        re.IGNORECASE,
    ),
    "press release": re.compile(
        rf"\b(?:{_PRESS_RELEASE}|comunicato\s+stampa)\b|\bin\s+(?:its|a|the)\s+release\b",
        re.IGNORECASE,
    ),
    "post": re.compile(
        r"\b(?:wrote|posted|said|announced|told\s+followers)\b[^.]{0,40}?\b(?:on|in)\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+)?"
        rf"(?:{_PLATFORM}|x|truth\s+social|threads|linkedin|blog|post|tweet)\b|"
        r"\btweeted\b|\bin\s+(?:a|an)\s+(?:\w+\s+)?(?:post|tweet|video)\b(?!\s+(?:call|conference|link))|"
        r"\b(?:schr(?:ieb|eibt)|postete?|twitterte|kündigte?|verkündete?|teilte?|erklärte?|gab|skrev|skriver|opplyste|écri(?:t|vait|re)|publié|posté|annoncé|escribió|publicó|scri(?:tto|ve|sse))\b"
        rf"[^.]{{0,40}}?\b(?:auf|bei|sur|en|su|på)\s+(?:{_PLATFORM}|x)\b",
        re.IGNORECASE,
    ),
}
_BY_AUTHORS = r"(?:[\w’'.-]+\s+){0,4}?"
_SAYS = r"(?:says?|said|found|finds|shows?|showed|suggests?|warns?|warned|concluded|reads?|states?)"
_FOREIGN_LEADS = r"(?:laut|nach|selon|d['’]après|según|secondo|ifølge|enligt)"
_FOREIGN_SAYS = (
    r"(?:zeigt|zeigte|belegt|warnt|décrit|montre|révèle|conclut|denuncia|muestra|revela|concluye|viser|viste|"
    r"visar)"
)
#: Documents of which there are so many that two reports often mean two of them.
_VAGUE_KINDS = {
    "report": re.compile(
        rf"\baccording\s+to\s+(?:an?|the)\s+{_BY_AUTHORS}report\b(?!\s+(?:in|on)\s+the)|"
        rf"\bin\s+(?:an?|its|his|her|their)\s+{_BY_AUTHORS}(?<!media\s)(?<!news\s)(?<!press\s)report\b|"
        rf"\b{_FOREIGN_LEADS}\s+{_BY_AUTHORS}(?:\w+-)?(?:{_FOREIGN_REPORT})\b|"
        rf"\b(?:{_FOREIGN_REPORT})\b[^.,]{{0,60}}?\b{_FOREIGN_SAYS}\b|"
        rf"\b(?:an?|the)\s+{_BY_AUTHORS}(?<!media\s)(?<!news\s)(?<!press\s)report\b[^.,]{{0,60}}?\b{_SAYS}\b",
        re.IGNORECASE,
    ),
    "study": re.compile(
        rf"\b(?:according\s+to|in)\s+(?:an?|the)\s+{_BY_AUTHORS}(?:{_STUDY})\b|"
        rf"\b(?:{_STUDY})\b[^.,]{{0,60}}?\b{_SAYS}\b|"
        rf"\b{_FOREIGN_LEADS}\s+{_BY_AUTHORS}(?:\w+-)?(?:{_FOREIGN_STUDY})\b|"
        rf"\b(?:{_FOREIGN_STUDY})\b[^.,]{{0,60}}?\b{_FOREIGN_SAYS}\b|"
        r"\bresearch\s+published\b",
        re.IGNORECASE,
    ),
    "internal document": re.compile(
        rf"\b(?:memo|memorandum|(?:internal|leaked|confidential)\s+(?:{_INTERNAL})s?)\b|"
        r"\bin\s+an?\s+e-?mail\b|\be-?mails?\s+to\s+(?:staff|employees|workers|members)\b",
        re.IGNORECASE,
    ),
    "court document": re.compile(
        rf"\b(?:{_COURT_DOCUMENT}|court\s+(?:filing|paper|document|record)s|complaint\s+filed)\b",
        re.IGNORECASE,
    ),
    "company filing": re.compile(
        r"\b(?:regulatory|exchange|sec|securities|company)\s+filing\b|\bfiling\s+(?:to|with)\s+the\b|"
        rf"\b(?:{_FOREIGN_FILING})\b",
        re.IGNORECASE,
    ),
    "book": re.compile(
        rf"\bin\s+(?:an?|the|his|her|their)\s+{_BY_AUTHORS}(?:{_BOOK}|memoirs)\b",
        re.IGNORECASE,
    ),
    "transcript": re.compile(r"\btranscripts?\b", re.IGNORECASE),
    "satellite images": re.compile(rf"\b(?:{_SATELLITE_IMAGE})s?\b", re.IGNORECASE),
    "letter": re.compile(
        rf"\b(?:in|according\s+to)\s+(?:an?|the|its|his|her|their)\s+{_BY_AUTHORS}letter\b|"
        rf"\bletter\b[^.,]{{0,60}}?\b{_SAYS}\b|\b{_SAYS}\s+(?:an?|the)\s+{_BY_AUTHORS}letter\b|"
        r"\bletter\s+(?:seen|obtained|reviewed)\s+by\b",
        re.IGNORECASE,
    ),
    "website": re.compile(
        rf"\bon\s+(?:its|his|her|their|the\s+\w+['’]s)\s+(?:\w+\s+){{0,2}}(?:{_WEBSITE})\b",
        re.IGNORECASE,
    ),
    "figures": re.compile(
        rf"\baccording\s+to\s+{_BY_AUTHORS}(?:{_FIGURES})\b|"
        rf"\b(?:{_FIGURES})\b[^.,]{{0,60}}?\b(?:show|shows|showed|suggest)\b",
        re.IGNORECASE,
    ),
    "recording": re.compile(
        rf"\b(?:{_RECORDING})s?\b[^.]{{0,60}}?\b(?:shows?|showed|showing|shared|posted|seen)\b|"
        r"\b(?:leaked|secret)\s+(?:audio|recording|tape)s?\b",
        re.IGNORECASE,
    ),
}
#: Kinds of document that the next sentence can name.
_NAMED_AFTERWARDS = ("press release",)


#: The beginning of the name of a statement, before the key of the voice that gave it.
_STATEMENT_OF = "statement of "
#: Words for a statement that somebody gave, in writing or not.
_STATEMENT = re.compile(
    r"\bin\s+(?:a|an|its|his|her|their|the|this)\s+(?:\w+\s+){0,3}statement\b|"
    r"\bstatement\s+(?:by|from|of|issued|released|published|said|says)\b|"
    r"\b(?:in|laut)\s+einer\s+(?:\w+\s+)?(?:mitteilung|erklärung|stellungnahme)\b",
    re.IGNORECASE,
)


def quotes_statement(document: Document, sentences: list[Span]) -> bool:
    """Return whether the sentences quote a statement: “the ministry said in a statement”."""
    return any(_STATEMENT.search(document.text_of(sentence)) for sentence in sentences)


def document_kinds(document: Document, sentences: list[Span]) -> set[str]:
    """Return the kinds of document on which the sentences are based: “ruling”, “indictment” and so on.

    The kinds are keys of `_KINDS`. The set is empty if the sentences name no document.
    """
    kinds: set[str] = set()
    for sentence in sentences:
        words = document.text_of(sentence)
        behind = document.text[sentence.end : sentence.end + BEHIND]
        for kind, pattern in _KINDS.items():
            if pattern.search(words) or (kind in _NAMED_AFTERWARDS and pattern.search(behind)):
                kinds.add(kind)
    return kinds


def vague_kinds(document: Document, sentences: list[Span]) -> set[str]:
    """Return the common kinds of document that the sentences name: “study”, “letter” and so on.

    Two reports that name one kind may mean different documents. The set is empty if the sentences name none.
    """
    kinds = set()
    for sentence in sentences:
        words = document.text_of(sentence)
        kinds |= {kind for kind, pattern in _VAGUE_KINDS.items() if pattern.search(words)}
    return kinds


def is_kind_of_document(name: str) -> bool:
    """Return whether `name` is a guess of `document_names`: the name of a kind, and not of one document."""
    return name in NOUNS or name.startswith(_STATEMENT_OF)


def document_names(document: Document, sentences: list[Span], speaker: str) -> list[str]:
    """Return names for the documents on which the sentences seem to be based, or an empty list.

    Examples are “press release” and “statement of lavrov”. `speaker` is who is quoted, or empty. Two reports
    can mean two documents with one of these names.
    """
    kinds = document_kinds(document, sentences)
    if not kinds and speaker and quotes_statement(document, sentences):
        return [f"{_STATEMENT_OF}{voice(speaker)}"]
    return sorted(kinds or vague_kinds(document, sentences))
