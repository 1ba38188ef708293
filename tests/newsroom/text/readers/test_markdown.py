import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.text.compose import check, compose
from newsroom.text.model import Draft, Mark, MarkKind, Role
from newsroom.text.pipeline import draft_of
from newsroom.text.readers.accounting import SYNTAX, lost_characters, lost_characters_in
from newsroom.text.readers.markdown import read_markdown

WORD = st.text(st.sampled_from("abcxyz\u00e9\u0627\u0628\u05d0😀\u0301\u4e2d019"), min_size=1, max_size=6)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
URL = WORD.map(lambda word: f"https://x.org/{word}")
INLINE = st.one_of(
    WORDS,
    WORDS.map(lambda w: f"*{w}*"),
    WORDS.map(lambda w: f"**{w}**"),
    WORDS.map(lambda w: f"~~{w}~~"),
    WORDS.map(lambda w: f"`{w} &amp; *{w}*`"),
    WORDS.map(lambda w: f"<!-- {w} --> <b>{w}</b>"),
    URL.map(lambda u: f"<{u}>"),
    st.tuples(WORDS, URL, WORDS).map(lambda t: f'[{t[0]}]({t[1]} "{t[2]}")'),
    st.tuples(WORDS, WORD).map(lambda t: f"[{t[0]}](javascript:{t[1]})"),
    st.tuples(WORDS, WORD).map(lambda t: f"[{t[0]}][{t[1]}]"),
    st.tuples(WORDS, URL).map(lambda t: f"![{t[0]}]({t[1]})"),
    URL.map(lambda u: f"![]({u}) []({u})"),
    st.sampled_from(
        [
            "\\$5",
            "\\*not\\*",
            "&amp;",
            "&copy;",
            "&nbsp;",
            "&#1092;",
            "a  \nb",
            "a\\\nb",
            "&notanentity;",
            "[",
            "]",
        ]
    ),
)
LINE = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
BLOCK = st.one_of(
    LINE,
    LINE.map(lambda line: f"## {line} ##"),
    LINE.map(lambda line: f"{line}\n===="),
    LINE.map(lambda line: "> " + line.replace("\n", "\n> ")),
    st.lists(WORDS, min_size=1, max_size=4).map(lambda ws: "\n".join(f"- {w}" for w in ws)),
    st.lists(WORDS, min_size=1, max_size=4).map(
        lambda ws: "\n".join(f"{n}. {w}" for n, w in enumerate(ws, 7))
    ),
    st.tuples(WORDS, WORDS).map(lambda t: f"- {t[0]}\n\n  {t[1]}\n    - {t[0]}\n-\n"),
    st.tuples(WORD, URL, WORDS).map(lambda t: f'[{t[0]}]: {t[1]} "{t[2]}"'),
    st.tuples(WORD, LINE).map(lambda t: f"```{t[0]} {t[0]}\n{t[1]}\n```"),
    st.tuples(WORDS, WORDS, WORDS).map(
        lambda t: f"| {t[0]} | {t[1]} |\n|---|:-:|\n| **{t[2]}** | {t[0]} | {t[1]} |"
    ),
    LINE.map(lambda line: f"    {line}"),
    LINE.map(lambda line: f"<div class='x'>\n{line}\n</div>"),
    st.sampled_from(["***", "- - -", "```\n```", "&#x301;", "> > > a", ">" * 30 + " deep"]),
)
MARKDOWN = st.lists(BLOCK, max_size=8).map("\n\n".join) | st.lists(BLOCK, max_size=6).map("\n".join)


def read(source: str) -> Draft:
    return draft_of(read_markdown(source))


@settings(max_examples=100)
@given(MARKDOWN, st.booleans())
def test_every_character_is_found_again_but_for_signs(source: str, with_front_matter: bool) -> None:
    if with_front_matter:
        source = f"---\ntitle: {source[:9]!r}\ndate: 2022-07-09\ntags:\n  - x\n---\n\n{source}"
    draft = read(source)
    assert set(lost_characters(source, draft)) <= SYNTAX
    check(compose(draft))


@given(
    st.lists(
        st.sampled_from(
            [
                "wq{}",
                "*wq{}*",
                "[wq{}](https://a.b)",
                "- wq{}",
                "\n\n",
                "\n",
                "# wq{}",
                "> wq{}",
                "[wq{}]: /x",
                "|wq{}|",
            ]
        ),
        max_size=30,
    )
)
def test_every_word_is_found_again(parts: list[str]) -> None:
    source = " ".join(part.format(number) for number, part in enumerate(parts))
    draft = read(source)
    kept = " ".join([*(piece.text for piece in draft.pieces), *draft.metadata.lines])
    assert set(re.findall(r"wq\d+", source)) == set(re.findall(r"wq\d+", kept))


def marks_of(source: str) -> list[tuple[str, str, str]]:
    (piece,) = read(source).pieces
    return [(piece.text[mark.start : mark.end], mark.kind, mark.value) for mark in piece.marks]


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("A *b* c", [("b", "emphasis", "")]),
        ("A **b** c", [("b", "strong", "")]),
        ("A ~~b~~ c", [("b", "struck", "")]),
        ("A `b` c", [("b", "code", "")]),
        ("[b](https://x.org/ü)", [("b", "link", "https://x.org/ü")]),
        ("<mail@x.org>", [("mail@x.org", "link", "mailto:mail@x.org")]),
        ("[b][1]\n\n[1]: http://x.org", [("b", "link", "http://x.org")]),
        ('[b](http://x.org "t")', [("b", "link", "http://x.org"), ("b", "note", "t")]),
        ("[b](javascript:alert%281%29)", [("b", "note", "javascript:alert%281%29")]),
        ("[b](data:text/html,x)", [("b", "note", "data:text/html,x")]),
        ("[b](/relative)", [("b", "note", "/relative")]),
        ("[](http://x.org)", [("http://x.org", "link", "http://x.org")]),
        ("![b](http://x.org/i.png)", [("b", "image", "http://x.org/i.png")]),
        (
            '![*b*](i.png "t")',
            [("b", "emphasis", ""), ("b", "image", ""), ("b", "note", "i.png"), ("b", "note", "t")],
        ),
        ("## b", [("b", "heading", "2")]),
        ("> b", [("b", "quote", "")]),
        ("3) b", [("b", "list-item", "3)")]),
        ("- > b", [("b", "list-item", "-"), ("b", "quote", "")]),
        ("* * *", [("* * *", "rule", "")]),
        ("```py x\nb\n\nc\n```", [("b\n\nc", "code", ""), ("b\n\nc", "note", "py x")]),
        ("|a|b|\n|-|-|\n|*c*|d|", [("c", "emphasis", "")]),
    ],
)
def test_signs_become_marks(source: str, marks: list[tuple[str, str, str]]) -> None:
    assert marks_of(source) == marks


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("\\$5 &amp; &copy;", "$5 & ©"),
        ("a  \nb", "a\nb"),
        ("<b>raw</b> <!-- kept -->", "<b>raw</b> <!-- kept -->"),
        ("    indented prose", "indented prose"),
        ("|a|b|\n|-|-|\n|c|d|", "a | b\nc | d"),
        ("|a|b|\n|-|-|\n|c|d|too many|", "|a|b|\n|-|-|\n|c|d|too many|"),
        (">" * 30 + " deep", ">" * 30 + " deep"),
    ],
)
def test_text_is_as_a_reader_sees_it(source: str, text: str) -> None:
    assert compose(read(source)).text == text


def test_front_matter_states_the_metadata() -> None:
    draft = read(
        "---\ntitle: 'A title'\nauthor: Some One\n"
        "date: 2022-07-09T10:30:00+02:00\nurl: https://apnews.com/x\nlang: en-GB\n---\n# Other\n\nBody."
    )
    found = draft.metadata
    assert (found.title, found.byline, found.url, found.outlet, found.language) == (
        "A title",
        "Some One",
        "https://apnews.com/x",
        "AP News",
        "en",
    )
    assert (found.published_at, found.published_on_day) == (datetime(2022, 7, 9, 8, 30, tzinfo=UTC), False)
    assert found.lines[0] == found.lines[-1] == "---"
    assert [piece.role for piece in draft.pieces] == [Role.TITLE, Role.BODY]


@pytest.mark.parametrize("source", ["---\n\nno matter\n\n---", "---\nnever: closed", "---\nwords\n---\n"])
def test_rules_are_no_front_matter(source: str) -> None:
    assert read(source).metadata.lines == ()


def test_link_definitions_are_metadata_used_or_not() -> None:
    draft = read("See [here][a].\n\n[a]: http://x.org\n[b]: http://y.org 'unused'\n[a]: http://z.org")
    assert draft.metadata.lines == ("[a]: http://x.org", "[b]: http://y.org 'unused'", "[a]: http://z.org")


def test_the_accounting_notices_a_loss() -> None:
    draft = read("one *two* three")
    assert lost_characters("one *two* three four", draft) == "**four"
    assert lost_characters_in("one", ()) == "one"


def test_a_long_nested_or_broken_text_is_read_in_good_time() -> None:
    for source in (
        "[" * 20_000,
        "*a " * 20_000,
        "`" * 20_000 + "a",
        "> " * 5_000 + "x",
        "![](" * 5_000,
        "- " * 3_000 + "x",
    ):
        assert set(lost_characters(source, read(source))) <= SYNTAX


def test_marks_count_from_their_piece() -> None:
    assert read("one **two**").pieces[0].marks == (Mark(4, 7, MarkKind.STRONG),)
