import codecs
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.errors import Unreadable
from newsroom.text.decoding.decode import decode
from newsroom.text.decoding.labels import declared_in_html
from tests.cpu_time import cpu_seconds

FRENCH = (
    "Le ministre des Affaires étrangères a quitté la réunion, « isolé » à Bali, après avoir été critiqué."
)
GERMAN = "Der Außenminister verließ die Sitzung früh, sagte Müller über die Größe des Streits."
CURLY = "“We saw no signs whatsoever,” Blinken said — it’s clear."
RUSSIAN = "Министр иностранных дел России Сергей Лавров покинул заседание."
JAPANESE = "ロシアのラブロフ外相は会合を途中で退席した。各国は説明を求めている。"
CHINESE = "俄罗斯外长拉夫罗夫提前离开了二十国集团外长会议。"
KOREAN = "라브로프 러시아 외무장관은 회의장을 떠났다."
GREEK = "Ο υπουργός Εξωτερικών της Ρωσίας αποχώρησε από τη σύνοδο."
TURKISH = "Rusya Dışişleri Bakanı toplantıdan erken ayrıldı, dedi yetkili şöyle."
HEBREW = "ירד גשם כבד בירושלים כל היום, אמרו שני עדים ביום שישי."
ARABIC = "غادر وزير الخارجية الروسي الاجتماع مبكرا"

PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(PRINTABLE)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_goes(mark: str) -> None:
    assert decode(RUSSIAN.encode(mark), declared="windows-1252").text == RUSSIAN


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_both_byte_orders_are_read(charset: str) -> None:
    mark = {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[charset]
    assert decode(mark + "Ünïcode 😀 text".encode(charset)).text == "Ünïcode 😀 text"
    assert decode("Ünïcode 😀 text".encode(charset), declared=charset).text == "Ünïcode 😀 text"


def test_a_mark_that_the_bytes_belie_is_ignored() -> None:
    assert decode(b"\xff\xfeplain words").text.endswith("plain words")


@pytest.mark.parametrize(
    ("declared", "charset", "text"),
    [
        ("windows-1251", "cp1251", RUSSIAN),
        ("win1251", "cp1251", RUSSIAN),
        ("windows_1251", "cp1251", RUSSIAN),
        (' "KOI8-R"; ', "koi8_r", RUSSIAN),
        ("cp850", "cp850", FRENCH.replace("«", "").replace("»", "")),
        ("latin1", "cp1252", CURLY),
        ("Shift_JIS", "shift_jis", JAPANESE),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
    ],
)
def test_a_declared_charset_is_used_whatever_its_spelling(declared: str, charset: str, text: str) -> None:
    assert decode(text.encode(charset), declared=declared).text == text


@pytest.mark.parametrize(
    "declared", ["latin1", "windows-1251", "ascii", "utf-16", "nonsense", "rot13", "x-user-defined", ""]
)
def test_a_declared_charset_that_is_a_lie_harms_no_utf8(declared: str) -> None:
    assert decode(RUSSIAN.encode(), declared=declared).text == RUSSIAN


@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "euc-jp"])
def test_a_declared_charset_that_does_not_decode_is_passed_over(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared=declared).text == RUSSIAN


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1252", "café"),
        ("cp1252", FRENCH),
        ("cp1252", GERMAN),
        ("cp1252", CURLY),
        ("cp1251", RUSSIAN),
        ("cp1251", "Привет, мир. Что нового сегодня?"),
        ("koi8_r", RUSSIAN),
        ("shift_jis", JAPANESE),
        ("euc_jp", JAPANESE),
        ("gb18030", CHINESE),
        ("cp949", KOREAN),
        ("cp1253", GREEK),
        ("cp1254", TURKISH),
        ("cp1256", ARABIC),
    ],
)
def test_undeclared_legacy_charsets_are_told(charset: str, text: str) -> None:
    assert decode(text.encode(charset)).text == text


def test_a_legacy_letter_far_down_is_found() -> None:
    text = "Plain words and nothing else. " * 20_000 + CURLY + " The end of it." * 20_000
    assert decode(text.encode("cp1252")).text == text


def test_utf8_with_a_few_broken_bytes_keeps_its_text_and_counts_them() -> None:
    decoded = decode(RUSSIAN.encode() + b" \xff and on, cut \xd0")
    assert (decoded.text, decoded.charset, decoded.replaced) == (
        RUSSIAN + " \ufffd and on, cut \ufffd",
        "utf-8",
        2,
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xd8\xff\xe0....",
        b"%PDF-1.7\n...",
        b"PK\x03\x04....",
        b"GIF89a....",
        b"{\\rtf1 words}",
        b"\x1f\x8b\x08....",
        b"text\0with nul",
        b"\x01\x02\x03\x04 words",
        zlib.compress(bytes(range(256)) * 9)[:200] + b"\0",
        codecs.BOM_UTF8 + b"words\0",
        codecs.BOM_UTF16_LE + "\1\2\3 words".encode("utf-16-le"),
        b"PK\x05\x06",
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(raw: bytes) -> None:
    with pytest.raises(Unreadable, match=r"Save (it|the article) as"):
        decode(raw)


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", codecs.BOM_UTF8])
def test_what_is_empty_is_refused_with_what_to_do(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="Choose a file that holds"):
        decode(raw)


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "utf-16le"])
def test_nul_bytes_are_refused_though_utf16_was_declared(name: str) -> None:
    with pytest.raises(Unreadable):
        decode(b"\0\0\0\0\0", declared=name)


def test_bytes_of_no_charset_are_refused() -> None:
    with pytest.raises(Unreadable, match="Save it as UTF-8"):
        decode(bytes(0x80 + 53 * n * n % 128 if n % 8 else 0x20 for n in range(400)))


@pytest.mark.parametrize(
    "unit", [b"plain words \n", "слово ".encode("cp1251"), b"\xe9", b"<meta ", "слово".encode()]
)
def test_twenty_megabytes_take_seconds(unit: bytes) -> None:
    raw = unit * (20_000_000 // len(unit))
    with cpu_seconds(at_most=10):
        decoded = decode(raw, declared=declared_in_html(raw))
    assert len(decoded.text) == len(unit.decode(decoded.charset)) * (20_000_000 // len(unit))


@pytest.mark.parametrize(("controls", "is_text"), [(5, True), (6, False)])
def test_at_most_a_twentieth_of_a_text_is_control_characters(controls: int, is_text: bool) -> None:
    raw = b"w" * (100 - controls) + b"\x01" * controls
    if is_text:
        assert decode(raw).text == raw.decode()
    else:
        with pytest.raises(Unreadable, match="not text"):
            decode(raw)


@pytest.mark.parametrize(
    ("whole", "declared", "is_utf8"), [(2, "", True), (1, "", False), (1, "utf-8", True), (0, "utf-8", False)]
)
def test_broken_utf8_has_two_whole_letters_for_each_broken_one_or_one_if_it_is_declared(
    whole: int, declared: str, is_utf8: bool
) -> None:
    raw = "ɻ".encode() * whole + b" \xe9t\xe9"[: 2 if whole else None]
    assert (decode(raw, declared=declared).charset == "utf-8") is is_utf8


@pytest.mark.parametrize(("text", "is_utf8"), [("é", True), ("“", True), ("Ж", True), ("ɻ", False)])
def test_one_common_letter_is_enough_for_one_broken_byte(text: str, is_utf8: bool) -> None:
    raw = b"It rained: " + text.encode() + b" \xa9 2022"
    assert (decode(raw).charset == "utf-8") is is_utf8


def test_one_stray_byte_turns_no_utf8_into_other_letters() -> None:
    text = "Zoë said that it costs £5 more."
    for raw in (text.encode() + b" \xa9 2022", text.encode() + "…".encode()[:1]):
        assert decode(raw).text.startswith(text)
    assert decode(codecs.BOM_UTF8 + b"Rain \xa9 2022").text == "Rain \ufffd 2022"


def test_a_guess_says_so_and_shows_how_the_likely_ones_read() -> None:
    decoded = decode(HEBREW.encode("cp1255"))
    assert (decoded.text, decoded.guesses[0].charset, decoded.guesses[0].beginning) == (
        HEBREW,
        "cp1255",
        HEBREW[:60].strip(),
    )
    assert 2 <= len(decoded.guesses) <= 5
    for guess in decoded.guesses:
        assert decode(HEBREW.encode("cp1255"), declared=guess.charset).text.startswith(guess.beginning)


@pytest.mark.parametrize(
    ("ascii_before", "shown_before"),
    # The sample has as many characters before the first letter as there are, but at most half of its length.
    [(0, 0), (29, 29), (30, 30), (31, 30), (100, 30)],
)
def test_a_guess_shows_sixty_characters_around_the_first_letter_that_is_in_doubt(
    ascii_before: int, shown_before: int
) -> None:
    shown = ("." * shown_before + HEBREW)[:60].strip()
    for first_line in ("", "A line.\n"):
        text = f"{first_line}{'.' * ascii_before}{HEBREW}"
        assert decode(text.encode("cp1255")).guesses[0].beginning == shown


@pytest.mark.parametrize("raw", [RUSSIAN.encode(), b"Plain words.", codecs.BOM_UTF8 + b"Rain."])
def test_what_is_certain_is_no_guess(raw: bytes) -> None:
    assert decode(raw).guesses == ()
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251").guesses == ()
