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

_KINDS = {
    "ruling": re.compile(
        r"\b(?:ruling|judge?ment|verdict|court'?s?\s+decision|court\s+order)\b.{0,40}?\b(?:says?|said|found|wrote|reads?|"
        r"states?)\b|\b(?:in|according\s+to)\s+(?:\w+\s+){0,4}(?:ruling|judge?ment|verdict)\b|\b(?:ruling|judge?ment),"
        r"\s+which\b|\bcourt'?s?\s+(?:ruling|judge?ment)\b",
        re.IGNORECASE,
    ),
    "indictment": re.compile(
        r"\b(?:indictment|charge\s+sheet|charging\s+document|bill\s+of\s+indictment)\b",
        re.IGNORECASE,
    ),
    "press release": re.compile(
        r"\b(?:press|news|media)\s+(?:release|statement)\b|\bin\s+(?:its|a|the)\s+release\b|\bcommuniqu[eé]\b|"
        r"\bpresse(?:mitteilung|erklärung|melding|meddelelse)\b|\bpressmeddelande\b|\bcomunicado\b|"
        r"\bcomunicato\s+stampa\b|\bnota\s+de\s+prensa\b",
        re.IGNORECASE,
    ),
    "post": re.compile(
        r"\b(?:wrote|posted|said|announced|told\s+followers)\b[^.]{0,40}?\b(?:on|in)\s+(?:a\s+|an\s+|his\s+|her\s+|their\s+)?"
        r"(?:instagram|twitter|x|facebook|telegram|tiktok|weibo|mastodon|bluesky|truth\s+social|threads|linkedin|blog|post|tweet)\b|"
        r"\btweeted\b|\bin\s+(?:a|an)\s+(?:\w+\s+)?(?:post|tweet|video)\b(?!\s+(?:call|conference|link))|"
        r"\b(?:schr(?:ieb|eibt)|postete?|twitterte|kündigte?|verkündete?|teilte?|erklärte?|gab|skrev|skriver|opplyste|écri(?:t|vait|re)|publié|posté|annoncé|escribió|publicó|scri(?:tto|ve|sse))\b"
        r"[^.]{0,40}?\b(?:auf|bei|sur|en|su|på)\s+(?:instagram|twitter|x|facebook|telegram|tiktok|weibo|mastodon|bluesky)\b",
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
        rf"\b{_FOREIGN_LEADS}\s+{_BY_AUTHORS}(?:\w+-)?(?:bericht|rapport|informe|rapporto)\b|"
        rf"\b(?:bericht|rapport|informe|rapporto)\b[^.,]{{0,60}}?\b{_FOREIGN_SAYS}\b|"
        rf"\b(?:an?|the)\s+{_BY_AUTHORS}(?<!media\s)(?<!news\s)(?<!press\s)report\b[^.,]{{0,60}}?\b{_SAYS}\b",
        re.IGNORECASE,
    ),
    "study": re.compile(
        rf"\b(?:according\s+to|in)\s+(?:an?|the)\s+{_BY_AUTHORS}(?:study|survey|poll)\b|"
        rf"\b(?:study|survey|poll)\b[^.,]{{0,60}}?\b{_SAYS}\b|"
        rf"\b{_FOREIGN_LEADS}\s+{_BY_AUTHORS}(?:\w+-)?(?:studie|umfrage|étude|sondage|estudio|encuesta)\b|"
        rf"\b(?:studie|umfrage|étude|sondage|estudio|encuesta)\b[^.,]{{0,60}}?\b{_FOREIGN_SAYS}\b|"
        r"\bresearch\s+published\b",
        re.IGNORECASE,
    ),
    "internal document": re.compile(
        r"\b(?:memo|memorandum|(?:internal|leaked|confidential)\s+(?:document|letter|e-?mail|note)s?)\b|"
        r"\bin\s+an?\s+e-?mail\b|\be-?mails?\s+to\s+(?:staff|employees|workers|members)\b",
        re.IGNORECASE,
    ),
    "court document": re.compile(
        r"\b(?:lawsuit|affidavit|court\s+(?:filing|paper|document|record)s?|complaint\s+filed)\b",
        re.IGNORECASE,
    ),
    "company filing": re.compile(
        r"\b(?:regulatory|exchange|sec|securities|company)\s+filing\b|\bfiling\s+(?:to|with)\s+the\b|"
        r"\bbørsmelding\b|\bad-hoc-mitteilung\b",
        re.IGNORECASE,
    ),
    "book": re.compile(
        rf"\bin\s+(?:an?|the|his|her|their)\s+{_BY_AUTHORS}(?:memoirs?|autobiography|book)\b",
        re.IGNORECASE,
    ),
    "transcript": re.compile(r"\btranscripts?\b", re.IGNORECASE),
    "satellite images": re.compile(
        r"\bsatellite\s+(?:image|picture|photo)(?:s|ry)?\b", re.IGNORECASE
    ),
    "letter": re.compile(
        rf"\b(?:in|according\s+to)\s+(?:an?|the|its|his|her|their)\s+{_BY_AUTHORS}letter\b|"
        rf"\bletter\b[^.,]{{0,60}}?\b{_SAYS}\b|\b{_SAYS}\s+(?:an?|the)\s+{_BY_AUTHORS}letter\b|"
        r"\bletter\s+(?:seen|obtained|reviewed)\s+by\b",
        re.IGNORECASE,
    ),
    "website": re.compile(
        r"\bon\s+(?:its|his|her|their|the\s+\w+['’]s)\s+(?:\w+\s+){0,2}(?:website|web\s+site|homepage)\b",
        re.IGNORECASE,
    ),
    "figures": re.compile(
        rf"\baccording\s+to\s+{_BY_AUTHORS}(?:figures|data|statistics)\b|"
        r"\b(?:figures|data|statistics)\b[^.,]{0,60}?\b(?:show|shows|showed|suggest)\b",
        re.IGNORECASE,
    ),
    "recording": re.compile(
        r"\b(?:footage|video|clip|recording)s?\b[^.]{0,60}?\b(?:shows?|showed|showing|shared|posted|seen)\b|"
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
    return any(
        _STATEMENT.search(document.text[sentence.start : sentence.end]) for sentence in sentences
    )


def document_kinds(document: Document, sentences: list[Span]) -> set[str]:
    """Return the kinds of document on which the sentences are based: “ruling”, “indictment” and so on.

    The kinds are keys of `_KINDS`. The set is empty if the sentences name no document.
    """
    kinds: set[str] = set()
    for sentence in sentences:
        words = document.text[sentence.start : sentence.end]
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
        words = document.text[sentence.start : sentence.end]
        kinds |= {kind for kind, pattern in _VAGUE_KINDS.items() if pattern.search(words)}
    return kinds


def is_kind_of_document(name: str) -> bool:
    """Return whether `name` is a guess of `document_names`: the name of a kind, and not of one document."""
    return name in _KINDS or name in _VAGUE_KINDS or name.startswith(_STATEMENT_OF)


def document_names(document: Document, sentences: list[Span], speaker: str) -> list[str]:
    """Return names for the documents on which the sentences seem to be based, or an empty list.

    Examples are “press release” and “statement of lavrov”. `speaker` is who is quoted, or empty. Two reports
    can mean two documents with one of these names.
    """
    kinds = document_kinds(document, sentences)
    if not kinds and speaker and quotes_statement(document, sentences):
        return [f"{_STATEMENT_OF}{voice(speaker)}"]
    return sorted(kinds or vague_kinds(document, sentences))
