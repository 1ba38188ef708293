import pytest

from newsroom.text.decoding.charsets import share_of_misfits
from newsroom.text.decoding.decode import decode
from tests.newsroom.text.decoding.sample_texts import OTHERS, WESTERN


@pytest.mark.parametrize("text", WESTERN)
@pytest.mark.parametrize("times", [1, 6])
def test_western_text_is_read_as_western(text: str, times: int) -> None:
    assert decode((text * times).encode("cp1252")).text == text * times


@pytest.mark.parametrize(("charset", "text"), OTHERS)
def test_text_of_other_languages_is_not(charset: str, text: str) -> None:
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize(("charset", "text"), OTHERS)
def test_english_lines_above_do_not_hide_another_language(charset: str, text: str) -> None:
    text = f"From our correspondent\n\nSent in by a reader and printed here as it came.\n\n{text}"
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("text", "charset", "share"),
    [
        ("plain", "cp1252", 0.0),
        ("Søren – £30, Peña’s", "cp1252", 1 / 5),
        ("£30", "cp1252", 0.0),
        ("Ł30", "cp1250", 1.0),
        ("Łódź", "cp1250", 0.0),
        ("£ódŸ", "cp1252", 1 / 3),
        ("Rz¹d og³osi³ ¿e", "cp1252", 3 / 4),
        ("Rząd ogłosił że", "cp1250", 0.0),
        ("Preºedintele", "cp1252", 1.0),
        ("25 m² at 3 °C, the 1ª", "cp1252", 1 / 3),
        ("caf้", "cp874", 1.0),
        ("ฉัน", "cp874", 0.0),
        ("NHKが", "cp932", 1.0),
        ("Dışişleri", "cp1254", 0.0),
    ],
)
def test_misfits_are_letters_of_another_language_and_signs_amid_words(
    text: str, charset: str, share: float
) -> None:
    assert share_of_misfits(text, charset) == pytest.approx(share)


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1255", "שר החוץ עזב את הפגישה לפני שהאחרים דיברו, אמרו שני עדים ביום שישי."),
        ("cp1255", "ירד גשם כבד בירושלים."),
        ("mac_cyrillic", "Министр иностранных дел покинул заседание раньше других, сообщили два свидетеля."),
        ("mac_cyrillic", "Дождь шёл весь день в Москве."),
        ("mac_cyrillic", "Міністр закордонних справ залишив засідання раніше за інших."),
        ("cp1251", "Міністр закордонних справ залишив засідання раніше за інших."),
        ("iso2022_jp", "外相は会合を途中で退席した。各国は説明を求めている。"),
        ("iso8859_2", "Žene i djeca čekali su u šumi, rekla su dva svjedoka prije nego što su otišli."),
        ("iso8859_2", "Ľudia čakali na odpoveď, no žiadnu nedostali. Šťastie im neprialo."),
        ("iso8859_2", "Zunanji minister je zapustil sestanek, še preden so drugi spregovorili. Čakali so."),
        ("iso8859_2", "Ministr opustil jednání dříve, než ostatní promluvili. Šlo o těžký večer."),
        ("iso8859_2", "Minister opuścił spotkanie, zanim inni zabrali głos. Żaden świadek nie odpowiedział."),
    ],
)
def test_old_charsets_that_nothing_declares_are_told_by_their_letters(charset: str, text: str) -> None:
    assert decode(text.encode(charset)).text == text
