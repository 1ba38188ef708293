"""Recognise boilerplate, which is not about the news: sign-ups, notices, share lines, language switchers."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

from newsroom.text.structure.notices import is_notice

_LINE = re.compile(
    r"""(?:
      remind\s+me\s+later | no\s+thanks | advertisement | advert | ad | sponsored(?:\s+content)?
      | promoted | anzeige
      | werbung | publicité | реклама
    | (?:story|article|advertisement|this\s+advertisement)\s+(?:continues|has\s+not\s+loaded)\b.*
    | (?:scroll|click|tap)\s+(?:down|here|to)\b.* | skip\s+(?:to|past|ad|advert\w*)\b.* | loading
    | listen\s+to\s+this\s+(?:article|story)\b.*
    | (?:sign|signing)\s+up\s+(?:for|to|now|here|below)\b.* | subscribe(?:\s+(?:to|now|here|today|for)\b.*)?
    | get\s+(?:the\s+)?(?:latest|our|breaking|daily|more)\b.*(?:inbox|newsletter|alerts?|email|app
      |notifications?)\b.*
    | .{0,60}\b(?:newsletter|newsletters)\b.{0,120}\b(?:sign\s+up|subscribe|inbox|free)\b.* | newsletters?
    | (?:follow|like|join|find)\s+(?:us|our|me|@\w+|the\s+\w+)\b.*\b(?:on|channel|group|facebook|twitter
      |x|telegram
    |whatsapp|instagram|youtube|viber)\b.*
    | download\s+(?:our|the)\s+.{0,40}\bapp\b.* | share\s+(?:this|on|via|the\s+(?:article|story)|to
      |with)\b.* | share
    | (?:copy|share)\s+link | print(?:\s+(?:this|article|page))?
    | (?:e-?mail|save|bookmark)\s+(?:this|article|story)\b.*
    | (?:view|post|leave|show|read|join)\s+(?:all\s+|the\s+|a\s+|\d+\s+)*(?:comments?|conversation)\b.*
    | \d*\s*comments?
    | (?:read|view|see)\s+more | more\s+details | continue\s+reading\b.*
    | (?:tags?|topics?|filed\s+under|categories|related\s+topics|теги)\s*:\s*.*
    | our\s+standards\s*:.*
    | \d+\s*(?:-|\s)?\s*min(?:ute)?s?\s+read | (?:copyright|©|\(c\)).{0,20}\d{4}\b.*
    | .{0,120}\ball\s+rights\s+reserved\b.*
    | (?:we\s+use|this\s+(?:site|website)\s+uses)\s+cookies\b.* | (?:accept|reject
      |manage)\s+(?:all\s+)?cookies
    | (?:got|have)\s+a\s+(?:tip|story)\b.*\?.* | (?:have\s+something\s+to\s+say|found\s+a\s+(?:mistake
      |typo))\b.*
    | (?:to\s+read\s+the\s+full|subscribe\s+to\s+read)\b.* | (?:log|sign)\s+in(?:\s+(?:to|or|here)\b.*)?
    | back\s+to\s+top | home
    | (?:abonnieren|abonnez-vous|inscrivez-vous|suscr[ií]b(?:a|e)te|подпи(?:шитесь|сывайтесь)
      |п[іи]дпи(?:шіться
    |суйтесь))\b.*
    )\s*[.!:…>»]*""",
    re.IGNORECASE | re.VERBOSE,
)
#: A statement attributed to a person is news, whatever it asks for.
_ATTRIBUTED = re.compile(
    r",[”\"’']?\s+(?:[\w’'-]+\s+){1,6}(?:said|says|told|added|urged|warned|wrote)\b", re.IGNORECASE
)
#: Words between the names in a share line, and the names of services and actions.
_JOINS = frozenset("on via this and | / · •".split())
_SHARES = _JOINS | frozenset(
    "share tweet facebook twitter x whatsapp telegram email e-mail mail print linkedin reddit pinterest copy "
    "link save bookmark viber messenger instagram youtube flipboard pocket bluesky threads sms".split()
)
#: The most words of a share line, and the fewest that name a service or an action.
_MOST_SHARE_WORDS = 16
_FEWEST_SHARES = 2

#: Codes and names of languages, as language switchers print them.
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
_BETWEEN_LANGUAGES = re.compile(r"[\s|/·•,]+")
#: How many languages a switcher offers at least and at most.
_FEWEST_LANGUAGES = 2
_MOST_LANGUAGES = 40
#: The longest block that can be boilerplate, in characters.
_LONGEST = 320


def is_boilerplate(text: str, *, at_edge: bool) -> bool:
    """Return whether the text of a block alone, without the blocks beside it, shows that it is boilerplate.

    `at_edge` is true near the beginning or the end of an article. Language switchers are recognised only
    there.
    """
    bare = text.strip("*_[]()→▶► \u00a0")
    if not bare or len(bare) > _LONGEST or _ATTRIBUTED.search(bare):
        return False
    if _LINE.fullmatch(bare) or is_notice(bare) or _is_share_line(bare):
        return True
    return at_edge and is_language_switcher(bare)


def is_language_switcher(text: str) -> bool:
    """Return whether `text` consists only of different names or codes of languages, as in "EN | DE"."""
    words = list(filter(None, _BETWEEN_LANGUAGES.split(text.casefold())))
    if not _FEWEST_LANGUAGES <= len(words) <= _MOST_LANGUAGES:
        return False
    has_repetition = len(words) != len(set(words))
    return not has_repetition and all(word in _LANGUAGES for word in words)


def _is_share_line(text: str) -> bool:
    words = text.casefold().split()
    shares = [word for word in words if word not in _JOINS]
    if len(words) > _MOST_SHARE_WORDS or len(shares) < _FEWEST_SHARES:
        return False
    return all(word in _SHARES for word in words)
