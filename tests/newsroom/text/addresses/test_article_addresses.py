"""Test which addresses can be that of one article: no front page, no section, no
empty id, no local computer.
"""

import pytest

from newsroom.text.addresses.article_addresses import article_address, is_public_host


@pytest.mark.parametrize(
    "url",
    [
        "https://daily.example",
        "https://www.daily.example/",
        "https://daily.example/index.html",
        "https://daily.example/default.aspx?utm_source=x",
        "https://daily.example/en/",
        "https://daily.example/pt-br",
        "https://daily.example/news/",
        "https://daily.example/en/news/latest",
        "https://daily.example/Nachrichten/Politik/",
        "https://daily.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
        "https://daily.example/article?id=",
        "https://daily.example/view.php?ref=&id=",
        "https://daily.example/?p=",
        "https://daily.example/ferry?id=",
        "https://daily.example/#top",
        "https://daily.example/#/",
        "https://daily.example/#!/",
        "https://daily.example/?lang=en",
        "https://daily.example/news/?page=2&sort=date",
        "https://daily.example/article?id=&page=2",
        "https://daily.example/?1234",
        "",
    ],
)
def test_a_front_page_a_section_and_an_empty_id_name_no_article(url):
    assert article_address(url) == ""


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://daily.example/a", "https://daily.example/a"),
        ("https://daily.example/news/ferry-sinks", "https://daily.example/news/ferry-sinks"),
        ("https://daily.example/news/2022/07/09/", "https://daily.example/news/2022/07/09"),
        ("https://daily.example/?p=7", "https://daily.example?p=7"),
        ("https://daily.example/news?1234", "https://daily.example/news?1234="),
        ("https://daily.example/ferry-sinks?lang=en", "https://daily.example/ferry-sinks?lang=en"),
        ("https://daily.example/news?id=7&page=2", "https://daily.example/news?id=7&page=2"),
        ("https://daily.example/ferry?q=", "https://daily.example/ferry?q="),
        ("https://daily.example/#!/story/5", "https://daily.example#!/story/5"),
        ("https://daily.example/xx", "https://daily.example/xx"),
    ],
)
def test_what_names_an_article_is_its_address(url, address):
    assert article_address(url) == address


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://daily.example/a", True),
        ("https://8.8.8.8/a", True),
        ("https://[2001:4860:4860::8888]/a", True),
        ("http://localhost:3000/a", False),
        ("http://127.0.0.1/a", False),
        ("http://10.0.0.7/a", False),
        ("http://[::1]/a", False),
        ("http://cms/a", False),
        ("http://news.localhost/a", False),
        ("http://cms.internal./a", False),
    ],
)
def test_a_host_that_only_its_site_knows_is_not_public(url, public):
    assert is_public_host(url) == public
