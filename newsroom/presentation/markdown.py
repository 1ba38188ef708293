"""Turn Markdown that people type (notes, rationales, comments) into HTML.

Only this module uses the library bleach. Bleach is no longer maintained, and it is slow on tags with
thousands of attributes. Here it gets only the output of our own Markdown renderer, which allows no HTML, for
at most 10,000 characters. To replace bleach, change `rendered`.
"""

import bleach
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

#: The most characters of Markdown that are rendered.
LONGEST = 10_000

_ALLOWED_ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "ul",
}
_ALLOWED_ATTRIBUTES = {"a": ["href", "title"]}
_ALLOWED_PROTOCOLS = {"http", "https", "mailto"}
#: Headings start below the headings of the page around them.
_LOWERED_HEADINGS = {"h1": "h3", "h2": "h4"}


def _keep_product_signs(state: StateInline, silent: bool) -> bool:
    """Read the stars in “2*3*4” and “2**10” as signs, because emphasis would show “234” and “210”.

    This is a rule of markdown-it. It returns whether the rule applies at the current place of `state`.
    """
    if state.src[state.pos] != "*":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[state.pos - 1 : state.pos]
    after = state.src[end : end + 1]
    if not before.isdigit() or not after.isdigit():
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _write_numbers_of_lists(state: StateCore) -> None:
    """Put the number of each list item into its text as it was written.

    A browser would count from one, and so show another number: “12. Mai 2022” is a date, and a list of
    sources may have gaps. This is a rule of markdown-it, which changes the tokens of `state`.
    """
    tokens: list[Token] = []
    marker = ""
    for token in state.tokens:
        if marker and token.type == "inline" and token.children is not None:
            token.children.insert(0, Token("text", "", 0, content=f"{marker} "))
            marker = ""
        elif marker and token.type != "paragraph_open":
            # The item begins with something other than a paragraph, or it is empty.
            text = Token("text", "", 0, content=f"{marker} ")
            tokens.append(Token("inline", "", 0, content="", children=[text]))
            marker = ""
        if token.type == "list_item_open" and token.info:
            marker = f"{token.info}{token.markup}"
        tokens.append(token)
    state.tokens = tokens


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    # A definition such as “[1]: https://example.org” would not be shown.
    parser.disable(["image", "reference"])
    parser.inline.ruler.before("emphasis", "product_signs", _keep_product_signs)
    parser.core.ruler.push("numbers_of_lists", _write_numbers_of_lists)
    return parser


_MARKDOWN = _parser()


def rendered(text: str) -> SafeString:
    """Return Markdown as HTML that is safe to print.

    Of `text`, only the first `LONGEST` characters are used.
    """
    html = _MARKDOWN.render(text[:LONGEST])
    for heading, lowered in _LOWERED_HEADINGS.items():
        html = html.replace(f"<{heading}>", f"<{lowered}>")
        html = html.replace(f"</{heading}>", f"</{lowered}>")
    clean: str = bleach.clean(
        html,
        tags=_ALLOWED_ELEMENTS,
        attributes=_ALLOWED_ATTRIBUTES,
        protocols=_ALLOWED_PROTOCOLS,
        strip=True,
    )
    return mark_safe(clean)  # noqa: S308  (cleaned in the line above)
