"""Test which lines are notices to readers, and which are news."""

import pytest

from newsroom.text.structure.notices import is_notice


@pytest.mark.parametrize(
    "text",
    [
        "This article is for subscribers only.",
        "To continue reading, please log in",
        "You have reached your limit of free articles this month.",
        "Dieser Artikel ist nur für unsere Abonnenten lesbar.",
        "Jetzt weiterlesen mit dem Probemonat",
        "Cet article est réservé aux abonnés.",
        "Il vous reste 80 % de cet article à lire",
        "Contenido exclusivo para suscriptores",
        "Contenuto riservato agli abbonati",
        "Conteúdo exclusivo para assinantes",
        "Dit artikel is exclusief voor onze abonnees",
        "Denne artikkelen er kun for abonnenter",
        "Den här artikeln är för dig som är prenumerant",
        "Tämä artikkeli on vain tilaajille",
        "Pozostało 75% artykułu do przeczytania",
        "Материал доступен только для подписчиков",
        "この記事は会員限定です。",
        "残り1,234文字（全文2,000文字）",
        "订阅后继续阅读全文",
        "유료 회원 전용 기사입니다",
        "External content",
        "To view this content, accept all cookies.",
        "Externer Inhalt",
        "An dieser Stelle finden Sie einen externen Inhalt von Beispiel, der den Artikel ergänzt.",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        "En cliquant sur « J’accepte », les cookies seront déposés",
        "Aby wyświetlić tę treść, zmień ustawienia",
    ],
)
def test_a_notice_is_none_of_the_news(text):
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "The paper told subscribers that this article is for members of parliament.",
        "“Ich bin damit einverstanden”, sagte der Minister.",
        "En cliquant sur le lien, les victimes ont téléchargé un virus, a expliqué la police.",
        "External content was the subject of the hearing on Monday.",
        "Dieser Artikel ist ein Kommentar.",
        "会員は橋を渡った。",
        "",
    ],
)
def test_news_is_no_notice(text):
    assert not is_notice(text)
