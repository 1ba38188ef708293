"""Read what a template holds that the Content Security Policy would refuse, and what its forms lack."""

import re
from html.parser import HTMLParser

_TAGS = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_POST_FORM = re.compile(r"<form\b[^>]*\bmethod=[\"']?post\b.*?</form>", re.DOTALL | re.IGNORECASE)

_CONDITION = re.compile(r"{% (?:if|elif) (.*?) %}")
_ROLE = re.compile(r"\buser\.(?!is_authenticated)|created_by|\brole\b.*\buser\b")
_MIXED = re.compile(r"\bmay\..*[=!<>]=?|[=!<>]=?.*\bmay\.")
_QUOTE = re.compile(r"<blockquote\b[^>]*\bclass=\"quote\"[^>]*>(.*?)</blockquote>", re.DOTALL)


class _Inline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag == "style":
            self.found.append("<style>")
        if tag == "script" and "src" not in names:
            self.found.append("<script> without src")
        for name, value in attrs:
            text = (value or "").strip().lower()
            if name == "style" or re.match(r"on[a-z]+$", name) or name.startswith(("hx-on", "data-hx-on")):
                self.found.append(f"{name} on <{tag}>")
            if text.startswith(("javascript:", "js:")):
                self.found.append(f"{text.split(':')[0]}: in {name} on <{tag}>")
            if name == "hx-trigger" and "[" in text:
                self.found.append(
                    f"a condition in hx-trigger on <{tag}>"
                )  # htmx would evaluate it as a script


def inline_code(template: str) -> list[str]:
    """Return the inline scripts, styles and handlers in a template's own markup."""
    parser = _Inline()
    parser.feed(_TAGS.sub("", template))
    parser.close()
    return parser.found


def forms_without_token(template: str) -> int:
    """Return how many forms with the method POST lack `{% csrf_token %}`."""
    return sum("csrf_token" not in form for form in _POST_FORM.findall(template))


def role_rules(template: str) -> list[str]:
    """Return the conditions in a template that compute who may do what.

    A template may ask `may.report` and similar facts, or a fact that the view gives it. It must not
    ask for a role, for the owner of a thing, or for a role together with a state of the thing,
    because an action decides that.
    """
    conditions = _CONDITION.findall(template)
    return [condition for condition in conditions if _ROLE.search(condition) or _MIXED.search(condition)]


def padded_quotes(template: str) -> list[str]:
    """Return the quotations (`class="quote"`, shown with all their white space) that a line break pads."""
    quotes = _QUOTE.findall(_TAGS.sub("{}", template))
    return [quote for quote in quotes if quote != quote.strip()]
