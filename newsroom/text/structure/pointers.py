"""Recognise lines that point to other articles: "See also: …", "Read more: …"."""

import re

from newsroom.text.model import Role

_POINTER = re.compile(
    r"(?:read\s+more|continue\s+reading|mehr\s+lesen|lire\s+la\s+suite|leer\s+m[aá]s)\s*[:>»…].*",
    re.IGNORECASE,
)
_SEE_ALSO = re.compile(
    r"""(?:see\s+also|read\s+also|also\s+read|read\s+next|up\s+next|related(?:\s+(?:stories|story
      |articles?|news
    |content|links|coverage))?
    |more\s+(?:on|from|about|in)\s+\S.{0,60}|watch(?:\s+(?:now|also|more))?|listen(?:\s+(?:now|also|more))?
    |don[’']t\s+miss|recommended(?:\s+(?:reading|for\s+you|stories))?
    |must\s+read|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)
    |trending(?:\s+now)?|most\s+(?:read|popular)|top\s+stories|further\s+reading|explore\s+more
      |editors?[’']s?\s+picks?
    |what\s+to\s+know
    |siehe\s+auch|lesen\s+sie\s+auch|mehr\s+zum\s+thema|lire\s+aussi|[àa]\s+lire\s+aussi|voir\s+aussi
      |lea\s+tambi[eé]n
    |ver\s+tambi[eé]n
    |leggi\s+anche|lees\s+ook|lees\s+meer|zobacz\s+(?:te[żz]|r[óo]wnie[żz])|czytaj\s+(?:te[żz]|r[óo]wnie[żz]|wi[eę]cej)
      |przeczytaj\s+(?:te[żz]|r[óo]wnie[żz])|leia\s+(?:tamb[eé]m|mais)|veja\s+tamb[eé]m|читайте\s+также
    |les\s+(?:ogs[åa]|mer)|l[æa]s\s+(?:ogs[åa]|mere)|l[äa]s\s+(?:ocks[åa]|[äa]ven|mer)|lue\s+(?:my[öo]s|lis[äa][äa])
    |mehr\s+dazu|auch\s+interessant|das\s+k[öo]nnte\s+sie\s+auch\s+interessieren|à\s+lire\s+[ée]galement
    |en\s+savoir\s+plus|le[ae]\s+m[aá]s|m[aá]s\s+informaci[oó]n|per\s+approfondire|potrebbe\s+interessarti\s+anche
    |[cč]t[eě]te\s+tak[eé]|p[rř]e[cč]t[eě]te\s+si|čítajte\s+aj|olvassa\s+el|cite[sș]te\s+[sș]i|pročitajte\s+(?:i|još)
    |ilgili\s+haberler?|bunlar\s+da\s+ilginizi\s+çekebilir|διαβάστε\s+(?:επίσης|ακόμα)|прочетете\s+още
    |関連記事|あわせて読みたい|こちらもおすすめ|相关(?:新闻|阅读|报道)|延伸閱讀|相關新聞|관련\s?기사|اقرأ\s+أيض[اً]{1,2}
      |смотрите\s+также
    |по\s+теме|читайте\s+також
    |дивіться\s+також|за\s+темою)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
#: The longest pointer, in characters.
_LONGEST = 320
#: Signs between the label and the headline. A space must follow a dash.
_SEPARATORS = (":", "：", "|", ">", "»")
_DASHES = ("- ", "– ", "— ")
#: A shorter label in capitals may be the beginning of a headline in capitals ("WATCH THE SKY").
_SHORTEST_SHOUTED = len("RELATED")


def see_also_label(text: str) -> Role | None:
    """Return the role of a line that points to other articles, or None for all other lines.

    The role is `see-also`, or `boilerplate` for a line such as "Read more: …".
    """
    bare = text.lstrip("*_▶►→>»• ")
    if _POINTER.fullmatch(bare):
        return Role.BOILERPLATE
    label = _SEE_ALSO.match(bare)
    if label is None or len(bare) > _LONGEST:
        return None

    text_after_label = bare[label.end() :].lstrip("*_ ")
    is_alone = not text_after_label.strip(".…!")
    is_parted = text_after_label.startswith((*_SEPARATORS, *_DASHES))
    if is_alone or is_parted or _is_shouted(label.group(), text_after_label):
        return Role.SEE_ALSO
    return None


def _is_shouted(label: str, headline: str) -> bool:
    """Return whether a label in capitals precedes a headline, as in "RELATED Ships leave the port"."""
    if not label.isupper() or len(label) < _SHORTEST_SHOUTED:
        return False
    return headline != "" and not headline.startswith(("THE", "'"))
