"""Find where a quote stands in a text, from its words and the text around it."""

from newsroom.text.model import Span


def places_of_quote(
    text: str,
    exact: str,
    prefix: str = "",
    suffix: str = "",
) -> list[Span]:
    """Return the places at which `text` has `exact` between `prefix` and `suffix`, in order. Places may
    overlap.

    The text before a place must end with `prefix`, and the text after it must begin with `suffix`. The list
    is empty if `exact` is empty.
    """
    places: list[Span] = []
    start = text.find(exact) if exact else -1
    while start >= 0:
        end = start + len(exact)
        if text[:start].endswith(prefix) and text.startswith(suffix, end):
            places.append(Span(start, end))
        start = text.find(exact, start + 1)
    return places
