"""Remove from a text what pages update by themselves: ages ("2 hours ago"), counters, times of updates.

All of this is called furniture here. A page shows different furniture at each visit. Two texts that differ
only in it are the same revision.
"""

import re

from newsroom.text.metadata.dates import is_date_line, is_of_an_update
from newsroom.text.model import Block, Document, Role

#: Longer blocks are sentences of the article, in code points.
_LONGEST_LINE = 150
_BETWEEN_PARTS = re.compile(r"\s*[|·•‧∙/]\s*|\s+[-–—]\s+|,\s+|\s{2,}|\n")
_LABEL = (
    r"(?:(?:first |last |zuletzt |derni[èe]re )?"
    r"(?:posted|published|updated?|modified|edited|added|aktualisiert|ver[öo]ffentlicht|mise? [àa] jour"
    r"|publi[ée]e?|actualizado|publicado|atualizado|aggiornato|pubblicato|bijgewerkt|gepubliceerd"
    r"|uppdaterad|publicerad|oppdatert|opdateret|p[äa]ivitetty|julkaistu|zaktualizowano|opublikowano"
    r"|обновлено|опубликовано|g[üu]ncellendi|更新日時|更新|发布)(?: on| at| am| um| le| el| il| op)?:?\s*)"
)
_NUMBER = r"(?:\d{1,4}|an?|one|a few|eine[rmn]?|einigen?|une?|una|um|uma|een|en|ett|jedn\w+)"
_SHORT_UNIT = r"(?:s|m|h|d|w|secs?|mins?|hrs?|minutes?|hours?|days?)"
#: What follows the number of an age, and ages that begin with another word.
_AFTER_NUMBER = (
    rf"{_SHORT_UNIT} ago",
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago",
    r"(?:second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa",
    r"(?:seconden?|minuut|minuten|uur|uren|dagen|dag|weken|week|maanden|maand) geleden",
    r"(?:sekunder|minuter?|minutter?|timm?e[rn]?|timmar|dag(?:ar|er|e)?|veckor|vecka|uker?|uger?|m[åa]neder"
    r"|m[åa]nader) (?:sedan|siden)",
    r"(?:sekuntia?|minuuttia?|tuntia?|p[äa]iv[äa]{1,3}|viikkoa?) sitten",
    r"(?:sekund\w?|minut\w?|godzin\w?|dni|dzie[ńn]|tygodni\w?|miesi[ąę]c\w?) temu",
    r"(?:секунд|минут|час|дн|день|недел|месяц)\w{0,3} назад",
    r"(?:saniye|dakika|saat|g[üu]n|hafta|ay) [öo]nce",
    r"(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|초|분|시간|일) ?(?:前|전)",
)
_AGES = (
    rf"(?:f[öo]r )?{_NUMBER} ?(?:{'|'.join(_AFTER_NUMBER)})",
    rf"vor {_NUMBER} (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)",
    rf"il y a {_NUMBER} (?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|h|min)",
    rf"(?:hace|h[áa]) {_NUMBER} (?:segundos?|minutos?|horas?|d[íi]as?|semanas?|mes(?:es)?|a[ñn]os?|h|min)",
    r"just now|gerade eben|[àa] l['’]instant|только что|刚刚|たった今|방금",
)
_DAY_WORDS = (
    r"today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren"
    r"|i dag|i går|idag|igår|tänään|eilen|dziś|dzisiaj|wczoraj|сегодня|вчера|bugün|dün|今天|昨天|今日|昨日"
)
_COUNT = r"\(?\d[\d.,]{0,12}(?: ?(?:k|m|tsd\.|mil|тыс\.|万))?\+?\)?"
_COUNTED = (
    r"(?:comments?|replies|shares?|likes?|views?|reads?|reactions?|retweets?|reposts?|followers?|bookmarks?"
    r"|min(?:ute)?s? read|people are (?:reading|watching)(?: this)?|watching now|kommentare?r?|aufrufe|leser"
    r"|commentaires?|partages?|vues|coment[aá]rios?|compartidos|vistas|visitas|commenti|condivisioni"
    r"|reacties|weergaven|visningar|visninger|kommentit|komentarz[ey]?|комментари[йяев]{1,2}"
    r"|просмотр(?:а|ов)?|yorum|görüntülenme|评论|阅读|コメント|댓글)"
)
_SHARE = (
    r"(?:share|tweet|teilen|partager|compartir|condividi|delen|dela|del|jaa|udostępnij|поделиться)"
)
_ON_WHAT = r"(?:this|on|via|by|auf|über|sur|par|en|por|su|op|på|w|article|story|page|post|artikel|artículo)"
_NETWORK = r"(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|e-?mail)"
_SHARING = re.compile(
    rf"{_SHARE}(?: {_ON_WHAT}){{0,4}}:?(?:[ ,]{{1,2}}(?:{_NETWORK}|{_COUNT})){{1,8}}", re.IGNORECASE
)
_FURNITURE = re.compile(
    rf"{_LABEL}?(?:{'|'.join(_AGES)})|{_LABEL}(?:{_NUMBER} ?{_SHORT_UNIT}|{_DAY_WORDS})|{_COUNT} ?{_COUNTED}"
    rf"|{_COUNTED}:? {_COUNT}",
    re.IGNORECASE,
)


def without_furniture(document: Document) -> str:
    """Return the text of `document` without furniture, and without date lines.

    Furniture is removed from lines of at most 150 code points only. Headlines stay whole. If the result is
    equal for two versions of a page, they have the same wording.
    """
    return "\n".join(filter(None, (_lasting_text(document, block) for block in document.blocks)))


def _lasting_text(document: Document, block: Block) -> str:
    text = document.text_of(block)
    if len(text) > _LONGEST_LINE or block.role is Role.TITLE:
        return text
    # The day of publication is compared as metadata, so it need not be compared as text.
    if block.role is Role.DATELINE and is_date_line(text):
        return ""
    if _is_furniture(text):
        return ""
    parts = _BETWEEN_PARTS.split(text)
    lasting = [part for part in parts if not _is_furniture(part)]
    if len(lasting) == len(parts):
        return text
    return "\n".join(lasting)


def _is_furniture(part: str) -> bool:
    """Return whether `part` is only an age, a counter, or the time of an update with its label."""
    part = part.strip()
    if is_of_an_update(part) and is_date_line(part):
        return True
    return any(pattern.fullmatch(part) for pattern in (_FURNITURE, _SHARING))
