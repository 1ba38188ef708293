"""Recognise notices of a site to its readers: the article is for subscribers, or something needs their
consent.

A text must be such a notice as a whole, because news is written about subscribers too.
"""

import re
from collections.abc import Iterable

# In these patterns a space stands for any white space.
_FOR_SUBSCRIBERS = (
    # English
    r"(?:this|the full) (?:article|story|content) is (?:only )?(?:for|available (?:only )?to|reserved for)"
    r" (?:our )?(?:paying |registered )?(?:subscribers|members)\b.*",
    r"(?:to (?:continue|keep) reading|continue reading (?:this article )?(?:with|by))\b.*",
    r"(?:already a|log in if you are a) (?:subscriber|member)\b.*",
    r"(?:subscribe|register|sign up) (?:now )?to (?:continue|keep|read|unlock|access)\b.*",
    r"you have (?:reached|read|used) (?:your|all)\b.{0,60}\b(?:free|articles?|limit)\b.*",
    # German
    r"(?:dieser|dieses|der|das) (?:artikel|inhalt|beitrag|text) ist (?:nur |exklusiv )?(?:für|den|unseren)\b"
    r".{0,40}\b(?:abonnent|mitglied|digitalabo)\w*.*",
    r"(?:jetzt )?weiterlesen (?:mit|und|nach)\b.*",
    r"(?:sie sind )?(?:bereits|schon) (?:abonnent|registriert)\b.*",
    # French, Spanish, Portuguese, Italian
    r"(?:cet article est|la suite est|article) réservée? (?:aux|à nos) abonnés.*",
    r"il vous reste \d.{0,80}\blire\b.*",
    r"déjà abonné\b.*",
    r"(?:contenido|artículo) (?:exclusivo|solo) para (?:suscriptores|socios).*",
    r"¿?ya eres suscriptor\b.*",
    r"(?:este )?conteúdo (?:é )?exclusivo (?:a|para) (?:assinantes|membros).*",
    r"(?:questo )?(?:contenuto|articolo) (?:è )?riservato (?:ai soli|agli) abbonati.*",
    # Dutch, Scandinavian, Finnish
    r"dit artikel is (?:alleen|exclusief) voor\b.{0,30}\babonnees.*",
    r"(?:denne|dette) (?:artikkelen|saken|artikel|innholdet|indhold) er (?:bare |kun )?(?:for|forbeholdt)"
    r" (?:våre )?(?:abonnenter|medlemmer).*",
    r"(?:den här )?artikeln är (?:bara )?för (?:dig som är )?prenumerant\w*.*",
    r"(?:tämä artikkeli|juttu) on (?:vain )?tilaajille.*",
    # Polish, Russian, Ukrainian
    r"(?:dostęp|artykuł|treść) (?:jest )?(?:dostępn[ya] )?(?:tylko|wyłącznie) dla"
    r" (?:prenumerator|subskrybent|zalogowan)\w*.*",
    r"pozostało \d{1,3}\s?% (?:artykułu|tekstu).*",
    r"(?:материал|статья) доступ(?:ен|на) (?:только )?(?:для )?подписчик\w*.*",
    r"(?:матеріал|стаття) доступн\w* (?:лише|тільки) (?:для )?передплатник\w*.*",
    # Japanese, Chinese, Korean
    r"(?:この記事は|本記事は)?(?:有料)?会員限定(?:の記事)?(?:です)?.*",
    r"有料会員になると.*",
    r"(?:この記事は)?有料(?:会員|記事).{0,40}(?:お読みいただけます|限定です|ログイン).*",
    r"残り\s?[\d０-９,]{1,7}\s?文字.*",
    r"(?:本文|此文|該文|该文).{0,8}(?:仅限|僅限|只限).{0,12}(?:会员|會員|订阅|訂閱).*",
    r"(?:登录|登入|登錄|订阅|訂閱).{0,6}(?:继续|繼續)?(?:阅读|閱讀)全文.*",
    r".{0,12}(?:유료|구독)\s?(?:회원|독자).{0,12}(?:전용|만\s?볼\s?수).*",
)
_FOR_CONSENT = (
    r"(?:recommended )?(?:external|third[ -]party) content",
    r"to (?:view|see|show|display) this (?:content|video|post|embed|tweet)\b.*",
    r"this (?:content|post|embed) is hosted by\b.*",
    r"(?:by (?:clicking|loading|viewing)|i agree to|i consent to)\b.{0,200}\b(?:cookies|personal data"
    r"|third[ -]part\w+|external content)\b.*",
    r"(?:empfohlener )?(?:redaktioneller|externer) inhalt",
    r"an dieser stelle (?:finden|sehen|steht)\b.{0,120}\b(?:extern\w*|drittanbieter\w*)\b.*",
    r"(?:ich bin (?:damit )?einverstanden|mit (?:dem klick|ihrer zustimmung))\b.{0,160}\b(?:inhalte?|cookies"
    r"|daten)\b.*",
    r"(?:externe inhalte (?:anzeigen|laden)|(?:hiermit|damit) können personenbezogene daten)\b.*",
    r"ce contenu est (?:bloqué|hébergé)\b.*",
    r"(?:en cliquant sur|pour (?:afficher|voir) ce contenu)\b.{0,160}\b(?:cookies|accept\w+|consent\w+)\b.*",
    r"(?:para ver este contenido|este contenido está bloqueado|per visualizzare questo contenuto)\b.*",
    r"om deze inhoud te (?:zien|tonen)\b.*",
    r"för att (?:se|visa) (?:detta )?innehåll\w*\b.*",
    r"innholdet krever\b.{0,80}\b(?:cookies|samtykke)\b.*",
    r"aby (?:zobaczyć|wyświetlić) tę treść\b.*",
)
_MARKS_BEHIND = r"\s*[.!:…>»。！]*"


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    together = "|".join(patterns).replace(" ", r"\s+")
    return re.compile(rf"(?:{together}){_MARKS_BEHIND}", re.IGNORECASE)


_NOTICE = _any_of((*_FOR_SUBSCRIBERS, *_FOR_CONSENT))


def is_notice(text: str) -> bool:
    """Return whether a short text is a notice to subscribers, or one that asks for consent."""
    return _NOTICE.fullmatch(text) is not None
