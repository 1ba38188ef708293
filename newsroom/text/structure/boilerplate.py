"""What a page says about itself rather than about the news: appeals, sign-ups, share lines, switchers,
pointers elsewhere.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Sequence

from newsroom.text.model import Role

_LONGEST = 320
_APPEAL_LENGTH = 14

_APPEAL_OPENING = re.compile(
    r"""(?:
      a\s+message\s+from\s+\S.{0,80}
    | (?:support|help\s+support)\s+(?:independent|our|quality|free)\s+(?:journalism|reporting|work|newsroom|media)\b.*
    | before\s+you\s+go\b.* | since\s+you[’']re\s+here\b.* | we\s+need\s+your\s+(?:help|support)\b.*
    | (?:please\s+)?(?:consider|help\s+us\s+by)\s+(?:supporting|donating|making\s+a|becoming\s+a)\b.*
    | if\s+you\s+(?:value|enjoy|appreciate|like)\s+(?:our|this|what)\b.*
    | (?:donate|subscribe|become\s+a\s+(?:member|patron|supporter))\s*(?:now|today|here)?[.!]?
    | (?:your|every)\s+(?:support|contribution|donation)\s+(?:helps|makes|matters|counts|,).*
    | (?:dear\s+readers?[,:!]?)
    | unterst[üu]tzen\s+sie\s+\S.* | soutenez\s+\S.* | ap[oó]y(?:a|e)nos\b.* | поддержите\s+\S.* | підтримайте\s+\S.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_APPEAL_WORDS = re.compile(
    r"""\b(?:support\s+(?:us|our|the\s+work|independent|quality)|your\s+(?:support|help|contribution|donation|gift
    |generosity)|we\s+need\s+you
    |donat(?:e|ion|ions|ing)|become\s+a\s+(?:member|patron|supporter|subscriber)|make\s+a\s+(?:gift|contribution)
    |every\s+(?:contribution|
    dollar|euro)|as\s+little\s+as|starting\s+from\s+just|by\s+supporting|standing\s+with\s+us|remind\s+me\s+later
    |independent\s+journalism
    |reader-?(?:funded|supported)|spenden|faites\s+un\s+don|soutien|donativo|пожертв\w+|поддерж(?:ите|ать)|підтримайте)""",
    re.IGNORECASE | re.VERBOSE,
)
_APPEAL_CLOSING = re.compile(
    r"(?:remind me later|no thanks|not now|maybe later|continue reading|already (?:a "
    r")?(?:subscribed|subscriber|donated|supporter)\b.*)\W*",
    re.IGNORECASE,
)

_LINE = re.compile(
    r"""(?:
      remind\s+me\s+later | no\s+thanks | advertisement | advert | ad | sponsored(?:\s+content)? | promoted | anzeige
      | werbung | publicité | реклама
    | (?:story|article|advertisement|this\s+advertisement)\s+(?:continues|has\s+not\s+loaded)\b.*
    | (?:scroll|click|tap)\s+(?:down|here|to)\b.* | skip\s+(?:to|past|ad|advert\w*)\b.* | loading
    | listen\s+to\s+this\s+(?:article|story)\b.*
    | (?:sign|signing)\s+up\s+(?:for|to|now|here|below)\b.* | subscribe(?:\s+(?:to|now|here|today|for)\b.*)?
    | get\s+(?:the\s+)?(?:latest|our|breaking|daily|more)\b.*(?:inbox|newsletter|alerts?|email|app|notifications?)\b.*
    | .{0,60}\b(?:newsletter|newsletters)\b.{0,120}\b(?:sign\s+up|subscribe|inbox|free)\b.* | newsletters?
    | (?:follow|like|join|find)\s+(?:us|our|me|@\w+|the\s+\w+)\b.*\b(?:on|channel|group|facebook|twitter|x|telegram
    |whatsapp|instagram|youtube|viber)\b.*
    | download\s+(?:our|the)\s+.{0,40}\bapp\b.* | share\s+(?:this|on|via|the\s+(?:article|story)|to|with)\b.* | share
    | (?:copy|share)\s+link | print(?:\s+(?:this|article|page))?
    | (?:e-?mail|save|bookmark)\s+(?:this|article|story)\b.*
    | (?:view|post|leave|show|read|join)\s+(?:all\s+|the\s+|a\s+|\d+\s+)*(?:comments?|conversation)\b.*
    | \d*\s*comments?
    | (?:read|view|see)\s+more | more\s+details | continue\s+reading\b.*
    | (?:tags?|topics?|filed\s+under|categories|related\s+topics|теги)\s*:\s*.*
    | our\s+standards\s*:.*
    | \d+\s*(?:-|\s)?\s*min(?:ute)?s?\s+read | (?:copyright|©|\(c\)).{0,20}\d{4}\b.*
    | .{0,120}\ball\s+rights\s+reserved\b.*
    | (?:we\s+use|this\s+(?:site|website)\s+uses)\s+cookies\b.* | (?:accept|reject|manage)\s+(?:all\s+)?cookies
    | (?:got|have)\s+a\s+(?:tip|story)\b.*\?.* | (?:have\s+something\s+to\s+say|found\s+a\s+(?:mistake|typo))\b.*
    | (?:to\s+read\s+the\s+full|subscribe\s+to\s+read)\b.* | (?:log|sign)\s+in(?:\s+(?:to|or|here)\b.*)?
    | back\s+to\s+top | home
    | (?:abonnieren|abonnez-vous|inscrivez-vous|suscr[ií]b(?:a|e)te|подпи(?:шитесь|сывайтесь)|п[іи]дпи(?:шіться
    |суйтесь))\b.*
    )\s*[.!:…>»]*""",
    re.IGNORECASE | re.VERBOSE,
)
#: Words that somebody is said to have said are news, whatever they ask for.
_ATTRIBUTED = re.compile(
    r",[”\"’']?\s+(?:[\w’'-]+\s+){1,6}(?:said|says|told|added|urged|warned|wrote)\b", re.IGNORECASE
)
_POINTER = re.compile(
    r"(?:read\s+more|continue\s+reading|mehr\s+lesen|lire\s+la\s+suite|leer\s+m[aá]s)\s*[:>»…].*",
    re.IGNORECASE,
)
_SHARES = frozenset(
    "share tweet facebook twitter x whatsapp telegram email e-mail mail print linkedin reddit pinterest copy "
    "link save bookmark viber "
    "messenger instagram youtube flipboard pocket bluesky threads sms on via this and | / · •".split()
)

_LANGUAGES = frozenset(
    "en uk ua ru de fr es it pt pl nl cs cz sk hu ro bg el gr tr ar he fa zh cn ja jp ko kr vi th id ms hi "
    "bn ur ta ka am az kk uz hy be "
    "lt lv et ee fi sv se no nb da dk is ga sq sr hr bs sl mk eng rus ukr deu ger fra spa esp ita por pol "
    "укр рус рос англ бел каз "
    "english українська русский deutsch français español italiano português polski nederlands türkçe العربية "
    "فارسی עברית 中文 日本語 "
    "한국어 čeština română magyar ქართული հայերեն қазақша беларуская lietuvių latviešu "
    "eesti suomi svenska norsk dansk".split()
)

_SEE_ALSO = re.compile(
    r"""(?:see\s+also|read\s+also|also\s+read|read\s+next|up\s+next|related(?:\s+(?:stories|story|articles?|news
    |content|links|coverage))?
    |more\s+(?:on|from|about|in)\s+\S.{0,60}|watch(?:\s+(?:now|also|more))?|listen(?:\s+(?:now|also|more))?
    |don[’']t\s+miss|recommended(?:\s+(?:reading|for\s+you|stories))?
    |must\s+read|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)
    |trending(?:\s+now)?|most\s+(?:read|popular)|top\s+stories|further\s+reading|explore\s+more|editors?[’']s?\s+picks?
    |what\s+to\s+know
    |siehe\s+auch|lesen\s+sie\s+auch|mehr\s+zum\s+thema|lire\s+aussi|[àa]\s+lire\s+aussi|voir\s+aussi|lea\s+tambi[eé]n
    |ver\s+tambi[eé]n
    |leggi\s+anche|lees\s+ook|zobacz\s+te[żz]|czytaj\s+te[żz]|leia\s+tamb[eé]m|читайте\s+также|смотрите\s+также
    |по\s+теме|читайте\s+також
    |дивіться\s+також|за\s+темою)""",
    re.IGNORECASE | re.VERBOSE,
)


def see_also_label(text: str) -> Role | None:
    """`see-also` where `text` points to another article ("SEE ALSO: …"), `boilerplate` for "Read more: …",
    else nothing.
    """
    bare = text.lstrip("*_▶►→>»• ")
    if _POINTER.fullmatch(bare):
        return Role.BOILERPLATE
    found = _SEE_ALSO.match(bare)
    if found is None or len(bare) > _LONGEST:
        return None
    rest = bare[found.end() :].lstrip("*_ ")
    pointed = rest[:1] in tuple(":|>»") or (rest[:1] in tuple("-–—") and rest[1:2] == " ")
    shouted = (
        found.group().isupper()
        and len(found.group()) > len("RELATED") - 1
        and not rest.startswith(("THE", "'"))
    )
    return Role.SEE_ALSO if pointed or (shouted and rest) or not rest.strip(".…!") else None


def appeal_end(texts: Sequence[str], start: int) -> int:
    """The end (exclusive) of the appeal for support that `start` opens, or `start` where none does.

    An appeal reaches to the line that closes it ("Remind me later."), else to the end of a text that soon
    ends, else as far as each block still asks for support.
    """
    if len(texts[start]) > _LONGEST or not _APPEAL_OPENING.fullmatch(texts[start]):
        return start
    within = range(start, min(start + _APPEAL_LENGTH, len(texts)))
    asks = [index for index in within if _APPEAL_WORDS.search(texts[index])]
    if not asks:
        return start
    closing = [index for index in within if _APPEAL_CLOSING.fullmatch(texts[index])]
    if closing:
        return closing[-1] + 1
    opened_by_label = len(texts[start]) <= 100 and texts[start].rstrip().endswith((":", ","))
    if opened_by_label and len(texts) - start <= _APPEAL_LENGTH:
        return len(texts)
    end = start + 1
    while end < len(texts) and end in asks:
        end += 1
    return end


def is_boilerplate(text: str, *, at_edge: bool) -> bool:
    """Whether a block by itself is boilerplate. Language switchers are looked for `at_edge` (head or tail)
    only.
    """
    bare = text.strip("*_[]()→▶► \u00a0")
    if not bare or len(bare) > _LONGEST or _ATTRIBUTED.search(bare):
        return False
    return (
        _LINE.fullmatch(bare) is not None or _is_share_line(bare) or (at_edge and is_language_switcher(bare))
    )


def is_language_switcher(text: str) -> bool:
    """Whether `text` is nothing but two or more different names or codes of languages ("ua en ru", "EN |
    DE").
    """
    words = [word for word in re.split(r"[\s|/·•,]+", text.casefold()) if word]
    return 2 <= len(words) == len(set(words)) <= 40 and all(word in _LANGUAGES for word in words)


def _is_share_line(text: str) -> bool:
    words = text.casefold().split()
    return (
        len(words) <= 16
        and sum(word not in "on via this and | / · •".split() for word in words) >= 2
        and set(words) <= _SHARES
    )
