"""Notices of whom to call for help: every desk prints the same, so they are no reporter's own wording."""

import re

_HELP = re.compile(
    r"\b(?:helplines?|hotlines?|lifelines?|freephone|samaritans|befrienders|childline|crimestoppers"
    r"|crisis\s(?:lines?|support|text\sline|counsel\w*))\b",
    re.IGNORECASE,
)
#: A number to call: six digits and more, or a short one (988) that can be nothing else.
_TELEPHONE = re.compile(
    r"""(?:\b(?:on|at|call|text|dial|ring|phone|freephone|number)|:)\s(?:the\s|free\s){0,2}
        \+?\(?\d(?:[\s().‑-]{0,2}\d){5,14}(?!\w|,\d)
    | \b(?:call|text|dial)\s(?:(?:or|and|call|text|the|on)\s){0,3}\d{3}(?!\w|[.,]\d)
    | \bon\s\d{3}(?=[;)]|[.,](?!\d)|\s(?:or|and)\b|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph names a helpline and gives its telephone number. Takes linear time."""
    return _HELP.search(paragraph) is not None and _TELEPHONE.search(paragraph) is not None
