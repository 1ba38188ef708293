"""Recognise the names under which tables, records and front matter hold the fields of an article.

The names are those of programs (news APIs, scrapers, spreadsheets) and plain words of several languages. Only
names that mean one field are listed. For example, `id` is not, because it may be the number of a row, and two
articles with one number would become two revisions of one article.
"""

import unicodedata
from functools import lru_cache

#: Columns that hold the article itself.
TEXT_FIELDS = ("text", "html", "markdown")
#: The names of the project's own tables.
FIELDS = (
    *TEXT_FIELDS,
    "external_id",
    "title",
    "outlet",
    "url",
    "published_at",
    "byline",
    "credit",
    "language",
    "story",
)
#: What people call each field.
FIELD_LABELS = {
    "text": "the article, as text",
    "html": "the article, as a page (HTML)",
    "markdown": "the article, as Markdown",
    "external_id": "id at its source",
    "title": "headline",
    "outlet": "outlet",
    "url": "address",
    "published_at": "published",
    "byline": "byline",
    "credit": "credit",
    "language": "language",
    "story": "story (its slug)",
}
#: A longer name, in characters, is no name of a field.
_LONGEST = 60

# The names of each field, folded as `_folded` does it: without accents, spaces and signs.
_NAMES = {
    "text": (
        "body content fulltext maintext plaintext articletext articlebody articlecontent "
        "textbody bodytext contenttext storytext inhalt volltext artikeltext texte contenu corps "
        "texteintegral texto contenido cuerpo testo contenuto corpo conteudo tekst inhoud tresc "
        "textinnehall indhold metin icerik текст содержание вміст зміст 本文 正文 全文 内容 본문 "
        "내용 نص النص"
    ),
    "html": "htmlcontent contenthtml bodyhtml htmlbody articlehtml",
    "markdown": "md contentmarkdown bodymarkdown",
    "title": (
        "headline headlines articletitle titleoriginal titel schlagzeile uberschrift titre "
        "titulo titular titolo kop rubrik rubrikk overskrift tytuł nagłowek baslık baslik "
        "заголовок название назва 标题 標題 题目 見出し タイトル 제목 عنوان العنوان"
    ),
    "outlet": (
        "source sourcename sourcetitle sourcehostname publisher publication publicationname "
        "publicationtitle medianame medium media site sitename newspaper quelle zeitung journal "
        "periodico fuente medio testata fonte veiculo jornal bron krant kilde avis kalla tidning "
        "zrodło gazeta kaynak gazete источник издание джерело видання 来源 來源 媒体 媒體 出处 "
        "新聞社 출처 언론사 매체 المصدر مصدر"
    ),
    "url": (
        "link permalink weburl webaddress originalurl sourceurl articleurl articlelink canonical "
        "canonicalurl pageurl href address webadresse lien enlace indirizzo ссылка посилання "
        "链接 鏈接 网址 網址 リンク 링크 رابط الرابط"
    ),
    "published_at": (
        "published publishedon publisheddate publishedtime publishdate publishedatutc "
        "publicationdate pubdate datepublished datepublish date datetime dateofpublication datum "
        "veroffentlicht veroffentlichtam erscheinungsdatum erschienen fecha fechadepublicacion "
        "datepublication datedepublication data datadipubblicazione datadepublicacao "
        "datapublikacji publiceringsdatum publiceret publisert tarih дата датапубликации 日期 "
        "发布日期 发布时间 日付 掲載日 公開日 날짜 발행일 게시일 تاريخ التاريخ تاريخالنشر"
    ),
    "byline": (
        "author authors authorname authornames bylines creator dccreator writer writers reporter "
        "reporters journalist journalists autor autorin autoren verfasser auteur auteurs autores "
        "autora autore autori forfattare forfatter autorzy yazar автор авторы автори 作者 记者 "
        "記者 著者 筆者 저자 기자 글쓴이 الكاتب كاتب المؤلف"
    ),
    "credit": "credits",
    "language": (
        "lang languagecode locale sprache langue idioma lingua taal jezyk sprak sprog dil язык "
        "мова 语言 語言 言語 언어 لغة اللغة"
    ),
}


def field_of(name: str) -> str:
    """Return the field of `FIELDS` that a column or key called `name` fills, or an empty string.

    Case, accents, spaces and signs in the name do not matter: `Pub_Date` and `pub date` are the same.
    """
    if len(name) > _LONGEST:
        return ""
    return _field_of(name)


def is_own_name(name: str) -> bool:
    """Return whether `name` is the project's own name of a field (one of `FIELDS`), and not another name for
    it.
    """
    return name.strip().lower() in FIELDS


@lru_cache(maxsize=2_000)
def _field_of(name: str) -> str:
    return _FIELD_OF_NAME.get(_folded(name), "")


def _folded(name: str) -> str:
    """Return the letters and digits of `name` in lower case, without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(filter(str.isalnum, letters))


def _fields_of_names() -> dict[str, str]:
    fields = {_folded(field): field for field in FIELDS}
    for field, names in _NAMES.items():
        for name in names.split():
            fields.setdefault(_folded(name), field)
    return fields


_FIELD_OF_NAME = _fields_of_names()
