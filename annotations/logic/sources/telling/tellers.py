"""Find the teller of a passage: the other outlet or agency that reports it (“…, the Harbour Daily reported”).

A teller is an outlet or an agency. A speaker, in contrast, is a person or an office whose words are quoted.
The teller is guessed from the sentences of the passage, and the result tells how sure the guess is. “Media
reports say” is a teller without a name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from annotations.logic.sources.outlet_names import Mention, OutletNames, outlet_key
from annotations.logic.sources.telling.telling_words import (
    BEFORE_NAME,
    BEHIND_NAME,
    BRACKET_BEFORE_NAME,
    BRACKET_BEHIND_NAME,
    COMPOUND_BEHIND_NAME,
    KIND,
    KIND_ALONE,
    NOBODY,
    OFFICE_BEFORE_NAME,
    OWN,
)
from annotations.logic.sources.telling.unlisted_outlets import (
    foreign_papers,
    newspapers,
    unlisted_outlets,
)
from annotations.logic.sources.telling.word_names import (
    is_word_name,
    names_person_before,
    outlet_mentions,
    tells_as_outlet,
)
from newsroom.text.language.sentences import sentences_within
from newsroom.text.model import Document, Span

#: Code points before and after a passage in which its sentences are read. Sentences are not longer.
REACH = 2_000
#: Code points before the passage in which the name of “the magazine” is searched.
LOOKED_BACK = 4_000
#: Code points before and after a name in which the words are that say whether the outlet tells the sentence.
BESIDE = 200
#: Most names of outlets that are read in one sentence. No written sentence has nearly as many.
MOST_NAMES = 100

#: Right before a name that a text introduces: “a blog called ”.
_CALLED = re.compile(rf"\b(?i:{KIND})\s+(?:called|named)\s+[“\"‘]?$")
#: Right behind the family name of a person who speaks.
_PERSON_SAYS = re.compile(r",?\s+(?:says?|said|told|tells?|added|adds|wrote|writes)\b")
_MARKS = frozenset('„“«‘"')
#: The words between two names that are listed together: “the Star and the Courier”.
_LISTED_WITH = re.compile(
    r"(?:\s*,(?:\s+(?:and|or|und|oder|et|ou|y|e|&))?|\s+(?:and|or|und|oder|et|ou|y|e|&))\s+(?:[Tt]he\s+)?"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet or agency that is said to report a passage, and the words that say so.

    `name` is empty if the text does not name the teller. `sure` is false if it is not clear that the passage
    comes from this teller. `because` is the text that names the teller. The name, or the words in its place,
    are at `start..end` (code points).
    """

    name: str
    sure: bool
    because: str
    start: int
    end: int


def tellers_of(
    document: Document, passage: Span, names: OutletNames, *, own: str = ""
) -> list[Teller]:
    """Return the tellers of a passage, without the article's own outlet `own`.

    Tellers without a name are left out if any other is named. The list is empty if the article reports the
    passage itself.
    """
    text = document.text
    tellers: dict[str, Teller] = {}
    for sentence in sentences_of(document, passage):
        for teller in _tellers_in(text, sentence, names, own):
            known = tellers.get(outlet_key(teller.name))
            if known is None or (teller.sure and not known.sure):
                tellers[outlet_key(teller.name)] = teller
    named = [teller for teller in tellers.values() if teller.name]
    return named or list(tellers.values())


def names_teller(tellers: Iterable[Teller]) -> bool:
    """Return whether one of the `tellers` of a passage is named and sure."""
    return any(teller.sure and teller.name for teller in tellers)


def reports_itself(document: Document, passage: Span, names: OutletNames, *, own: str) -> bool:
    """Return whether the sentences of the passage say that the outlet's own reporters heard or saw the event.

    Examples are “told the Independent” in the Independent, “our reporter”, and “I”. A credit elsewhere in the
    article, such as a picture credit, is then about something else.
    """
    for sentence in sentences_of(document, passage):
        words = document.text_of(sentence)
        outside = _QUOTED.sub(lambda quotation: " " * len(quotation[0]), words)
        if OWN.search(outside):
            return True
        mentions = outlet_mentions(outside, names, own=own)
        if own and any(outlet_key(mention.name) == outlet_key(own) for mention in mentions):
            return True
    return False


def sentences_of(document: Document, passage: Span) -> list[Span]:
    """Return the spans of all sentences that share text with the passage.

    A sentence does not extend beyond its paragraph.
    """
    sentences: list[Span] = []
    for block in document.blocks:
        if not block.span.overlaps(passage):
            continue
        window = Span(max(block.start, passage.start - REACH), min(block.end, passage.end + REACH))
        within = sentences_within(document.text, window.start, window.end)
        sentences += [sentence for sentence in within if sentence.overlaps(passage)]
    return sentences


def _tellers_in(
    text: str,
    sentence: Span,
    names: OutletNames,
    own: str,
) -> Iterator[Teller]:
    """Yield the tellers of a sentence, including tellers without a name, or nothing if it has none."""
    words = text[sentence.start : sentence.end]
    own_key = outlet_key(own)
    listed = outlet_mentions(words, names, own=own)[:MOST_NAMES]
    told = _told_by_listed(text, sentence, listed, names, own_key)
    told |= dict.fromkeys(unlisted_outlets(words, listed), True)
    for mention in newspapers(words, told):
        told[mention] = _tells(words, mention)
    for mention in islice(foreign_papers(words, told), MOST_NAMES):
        if _tells(words, mention):
            told[mention] = True
    for mention, sure in _told_together(words, told, own_key).items():
        if not own_key or outlet_key(mention.name) != own_key:
            yield _teller(sentence, mention, words, sure=sure)

    kind_alone = KIND_ALONE.search(words)
    if kind_alone:
        yield _teller_without_name(sentence, kind_alone, _named_before(text, sentence, names, own))
    nobody = NOBODY.search(words)
    if nobody:
        yield _teller_without_name(sentence, nobody, "")


def _teller_without_name(sentence: Span, words: re.Match[str], name: str) -> Teller:
    """Return the teller that `words` describe without a name: “the magazine reported”.

    `name` is the name that the text gives before, or empty if there is none. The teller is sure if `name` is
    not empty.
    """
    start = sentence.start + words.start()
    return Teller(name, bool(name), words[0], start, start + len(words[0]))


def _told_by_listed(
    text: str, sentence: Span, listed: Iterable[Mention], names: OutletNames, own_key: str
) -> dict[Mention, bool]:
    """Return whether each of the `listed` outlets tells the sentence, without names that mean something else.

    `names` says which names are guesses. The outlet with the key `own_key` is kept in any case, because
    others next to it are not sure.
    """
    told: dict[Mention, bool] = {}
    for mention in listed:
        tells: bool | None = _tells_listed(text, sentence, mention)
        if not tells and names.is_guess(mention.name):
            # A guess is no evidence that the name belongs to an outlet, so the words next to it must say so.
            tells = None
        if tells is not None:
            told[mention] = tells
        elif own_key and outlet_key(mention.name) == own_key:
            told[mention] = False
    return told


def _tells_listed(text: str, sentence: Span, mention: Mention) -> bool | None:
    """Return whether a listed outlet tells the sentence, in which it is named at `mention`.

    Returns None if nothing says that the name is the one of an outlet there.
    """
    words = text[sentence.start : sentence.end]
    tells = _tells(words, mention)
    spelled = words[mention.start : mention.end]
    if not is_word_name(spelled):
        return tells
    behind = words[mention.end : mention.end + BESIDE]
    if tells and _is_marked(words, mention):
        return True
    before = words[max(0, mention.start - BESIDE) : mention.start]
    evidence = tells_as_outlet(before, spelled, behind)
    earliest = max(0, sentence.start - LOOKED_BACK)
    if evidence and names_person_before(text, spelled, earliest, sentence.start + mention.start):
        # Afterwards “Bloomberg said” is about Michael Bloomberg.
        if _PERSON_SAYS.match(behind):
            return None
        return False
    return evidence


def _is_marked(words: str, mention: Mention) -> bool:
    """Return whether a bracket, a quotation mark, or a word such as “called” shows the name of an outlet."""
    before = words[max(0, mention.start - BESIDE) : mention.start]
    behind = words[mention.end : mention.end + BESIDE]
    return bool(
        COMPOUND_BEHIND_NAME.match(behind)
        or _CALLED.search(before)
        or before[-1:] in _MARKS
        or (BRACKET_BEFORE_NAME.search(before) and BRACKET_BEHIND_NAME.match(behind))
    )


def _tells(words: str, mention: Mention) -> bool:
    """Return whether the words next to the outlet's name say that the outlet reports the sentence `words`.

    `mention` is the place of the name in `words`.
    """
    # Reading the whole sentence for each name would take minutes in a list of a thousand names.
    before = words[max(0, mention.start - BESIDE) : mention.start]
    behind = words[mention.end : mention.end + BESIDE]
    if COMPOUND_BEHIND_NAME.match(behind):
        return True
    if _CALLED.search(before):
        return True
    if OFFICE_BEFORE_NAME.search(before):
        # A spokesman for the outlet speaks, which is no report of the outlet.
        return False
    if BRACKET_BEFORE_NAME.search(before) and BRACKET_BEHIND_NAME.match(behind):
        return True
    return bool(BEFORE_NAME.search(before) or BEHIND_NAME.match(behind))


def _told_together(words: str, told: Mapping[Mention, bool], own_key: str) -> dict[Mention, bool]:
    """Return whether each outlet tells the sentence `words`, in their order.

    Outlets that are listed together (“the Star and the Courier reported”) tell it together. If the article's
    own outlet with the key `own_key` is among them, the others are not sure, because it need not have the
    words from them.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(told):
        between = words[groups[-1][-1].end : mention.start] if groups else ""
        if groups and _LISTED_WITH.fullmatch(between):
            groups[-1].append(mention)
        else:
            groups.append([mention])

    together = {}
    for group in groups:
        has_own = any(outlet_key(mention.name) == own_key for mention in group)
        sure = any(told[mention] for mention in group) and not (own_key and has_own)
        together.update(dict.fromkeys(group, sure))
    return together


def _named_before(text: str, sentence: Span, names: OutletNames, own: str) -> str:
    """Return the name of the outlet that “the magazine” in a sentence means: the one named last before.

    The article's own outlet `own` is not meant. Returns an empty string if no other outlet is named within
    `LOOKED_BACK` code points before the sentence.
    """
    before = text[max(0, sentence.start - LOOKED_BACK) : sentence.start]
    for mention in reversed(names.mentions(before, own=own)):
        if outlet_key(mention.name) != outlet_key(own):
            return mention.name
    return ""


def _teller(sentence: Span, mention: Mention, words: str, *, sure: bool) -> Teller:
    because = " ".join(words[max(0, mention.start - 30) : mention.end + 30].split())
    return Teller(
        mention.name, sure, because, sentence.start + mention.start, sentence.start + mention.end
    )
