"""Find the text of an article in the scripts of a page that shows no text without them.

Pages made with Next.js carry their text as JSON: in a script `__NEXT_DATA__`, or in pieces that scripts pass
to `self.__next_f.push`. The place of the text in this JSON differs from site to site, so the longest list of
paragraphs is taken.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from html import escape
from typing import Any

from newsroom.text.readers.page.regions import Element

#: The longest scripts, together in characters, and the most values in them that are examined.
_LONGEST_SCRIPTS = 4_000_000
_MOST_VALUES = 200_000
#: The shortest text of an article in a script, and the fewest characters of its paragraphs on average.
SHORTEST, _SHORTEST_PARAGRAPH = 300, 60
#: A longer string without a space is a sentence in a script such as Chinese, in characters.
_LONGEST_WORD = 30
_DATA_ID = "__NEXT_DATA__"
_PIECE = re.compile(r"self\.__next_f\.push\(\[1,\s*(\"(?:[^\"\\]|\\.)*+\")\s*\]\)", re.DOTALL)
_ROW = re.compile(r"^[0-9a-f]{1,8}:(?P<json>[\[{].*)$", re.MULTILINE)
_PARAGRAPH_TAG = re.compile(r"</p\s*>|<br\s*/?>\s*<br\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*+>")
#: Keys under which sites write the text of one paragraph.
_TEXT_KEYS = ("text", "html", "content", "value", "body", "paragraph")
#: Keys of other articles.
_OTHERS = re.compile(
    r"related|recommend|latest|trending|popular|more|teaser|sidebar|next|previous", re.IGNORECASE
)
#: How React writes an element: `["$", tag, key, {"children": …}]`.
_REACT, _REACT_LENGTH = "$", 4
_REACT_TAGS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote"))


def text_in_scripts(root: Element) -> str:
    """Return the longest text in the scripts of a page, as HTML, or an empty string if it is shorter than
    `SHORTEST`.
    """
    longest = ""
    length = 0
    for markup in _texts(root):
        words = len(_TAG.sub("", markup))
        if words > length:
            longest, length = markup, words
    return longest if length >= SHORTEST else ""


def _texts(root: Element) -> Iterator[str]:
    """Yield texts in the scripts, each as HTML. Texts of other articles are left out."""
    streamed = []
    size = 0
    for script in root.iter("script"):
        source = script.text or ""
        size += len(source)
        if size > _LONGEST_SCRIPTS:
            return
        if script.get("id") == _DATA_ID:
            yield from _texts_in(_parsed(source))
        else:
            streamed += [str(_parsed(piece)) for piece in _PIECE.findall(source)]
    stream = "".join(streamed)
    for row in _ROW.finditer(stream):
        yield from _texts_in(_parsed(row["json"]))
    if _is_markup(_ROW.sub("", stream)):
        yield _ROW.sub("", stream)


def _texts_in(value: Any) -> Iterator[str]:
    waiting = deque([value])
    looked_at = 0
    while waiting and looked_at < _MOST_VALUES:
        node = waiting.popleft()
        looked_at += 1
        if isinstance(node, str):
            if _is_markup(node):
                yield node
        elif isinstance(node, list):
            yield from _paragraphs(node)
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(inner for key, inner in node.items() if not _OTHERS.search(key))


def _paragraphs(items: list[Any]) -> Iterator[str]:
    """Yield the paragraphs in a list as one text in HTML. Yield nothing if the texts in the list are too
    short for paragraphs.
    """
    texts = [text for text in map(_paragraph, items) if text]
    length = sum(map(len, texts))
    if texts and length >= _SHORTEST_PARAGRAPH * len(texts):
        yield "".join(text if _is_markup(text) else f"<p>{text}</p>" for text in texts)


def _paragraph(item: Any) -> str:
    """Return the text of one paragraph as HTML, or an empty string if the item is not a paragraph."""
    if isinstance(item, str):
        return _as_html(item) if " " in item or len(item) > _LONGEST_WORD else ""
    if isinstance(item, list) and len(item) == _REACT_LENGTH and item[0] == _REACT:
        return escape(_react_words(item[3])) if item[1] in _REACT_TAGS else ""
    if isinstance(item, dict):
        for key in _TEXT_KEYS:
            if isinstance(item.get(key), str):
                return _as_html(item[key])
    return ""


def _as_html(text: str) -> str:
    return text if _TAG.search(text) else escape(text)


def _react_words(properties: Any) -> str:
    """Return the words inside an element of React, in their order."""
    words: list[str] = []
    waiting = [properties]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            words.append(node)
        elif isinstance(node, dict):
            waiting.append(node.get("children"))
        elif isinstance(node, list):
            is_element = len(node) == _REACT_LENGTH and node[0] == _REACT
            waiting.extend([node[3]] if is_element else reversed(node))
    return "".join(words)


def _is_markup(text: str) -> bool:
    return len(_PARAGRAPH_TAG.findall(text)) > 1


def _parsed(source: str) -> Any:
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None
