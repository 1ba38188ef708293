"""Find the passage of an article that an annotation of another tool marks.

The quote decides: other tools count in other units and in other texts. Where the words stand several times,
the words around them choose, and then the position, if it counts in the text of the article.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from annotations.logic.interchange.records import ForeignAnnotation
from newsroom.text.model import Span
from newsroom.text.normalise import normalise

#: Longest quote that is looked for, in code points.
LONGEST = 20_000
#: By how many letters around it a passage has to be more like than every other, unless all of them are alike.
LEAD = 8


class Occurrence(StrEnum):
    """How often the words of an annotation stand in a text: once, several times without a way to choose, or
    nowhere.
    """

    ONCE = "once"
    AMBIGUOUS = "ambiguous"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """The result of looking for the passage of an annotation.

    `span` is its place in code points if `found` is `ONCE`, else None. `times` is how often its words stand
    in the text.
    """

    found: Occurrence
    span: Span | None = None
    times: int = 0


def find_passage(annotation: ForeignAnnotation, text: str) -> FoundPassage:
    """Return where the words of an annotation stand in the text of an article. White space may differ.

    If they stand several times, the words around them decide, and then the position, if the annotation was
    made in the same text. If several places are left, `found` is `AMBIGUOUS`. Words longer than `LONGEST` are
    not sought: they stand `NOWHERE`.
    """
    words = normalise(annotation.exact).split()
    if not words or len(annotation.exact) > LONGEST:
        return FoundPassage(Occurrence.NOWHERE)
    # White space differs from tool to tool.
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    spans = [Span(*match.span()) for match in pattern.finditer(text)]
    # A newer text, or another edition, may not have the words at all.
    if not spans:
        return FoundPassage(Occurrence.NOWHERE)
    chosen = _by_context(annotation, text, spans)
    # A position in another text says nothing about this one.
    start = annotation.start
    if len(chosen) > 1 and start is not None and _was_made_in(annotation, text):
        chosen = _nearest(chosen, start)
    if len(chosen) > 1:
        return FoundPassage(Occurrence.AMBIGUOUS, times=len(spans))
    return FoundPassage(Occurrence.ONCE, chosen[0], len(spans))


def _by_context(annotation: ForeignAnnotation, text: str, spans: list[Span]) -> list[Span]:
    """Return those of `spans` whose surroundings are most like the words around the annotation.

    If all these words agree, only places with exactly them are returned. Otherwise a lead of less than `LEAD`
    letters does not count.
    """
    likeness = {span: _likeness(annotation, text, span) for span in spans}
    highest = max(likeness.values())
    # All the words around it tell a passage, and some letters more or less do not.
    whole = len(_letters(annotation.prefix)) + len(_letters(annotation.suffix))
    least = highest
    if highest < whole:
        least = highest - LEAD + 1
    return [span for span in spans if likeness[span] >= least]


def _was_made_in(annotation: ForeignAnnotation, text: str) -> bool:
    # Many tools add or drop white space at the end of a text.
    return annotation.document.text.rstrip() == text.rstrip()


def _nearest(spans: list[Span], start: int) -> list[Span]:
    # Two places can be equally far from a position between them.
    distances = {span: abs(span.start - start) for span in spans}
    least = min(distances.values())
    return [span for span in spans if distances[span] == least]


def _likeness(annotation: ForeignAnnotation, text: str, span: Span) -> int:
    """Return how many letters directly before and after the passage are the same as around the annotation."""
    before = _letters(annotation.prefix)[::-1]
    after = _letters(annotation.suffix)
    # White space is left out, so twice the length has all that can be compared.
    begin = max(0, span.start - 2 * len(annotation.prefix))
    end = span.end + 2 * len(annotation.suffix)
    text_before = _letters(text[begin : span.start])[::-1]
    text_after = _letters(text[span.end : end])
    return _common(before, text_before) + _common(after, text_after)


def _letters(text: str) -> str:
    return "".join(normalise(text).split())


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    # The letters next to the passage tell the most, so the comparison ends at the first difference.
    number = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        number += 1
    return number
