"""Find reports that differ in the order of events.

One report says that somebody did something before an event, and another one during or after the event.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.logic.finding.slots.model import (
    ReportRivals,
    ReportSentence,
    SentencePair,
    SlotDifference,
    names_in,
    pair_of,
)
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.words import term, terms

#: Number of words on each side of “before” or “during” in which the act and the event are searched.
REACH = 9
#: Number of words of the event that are marked together with the word of order.
SHOWN = 4
#: If an act is in more sentences than this, only the first ones are compared.
MOST_SENTENCES = 60

_ORDERS = {
    "before": "before",
    "ahead of": "before",
    "prior to": "before",
    "during": "during",
    "midway through": "during",
    "in the middle of": "during",
    "after": "after",
    "following": "after",
}
_ORDER = re.compile(rf"\b({'|'.join(_ORDERS)})\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"\s+(?:his|her|their|he|she|they)\b", re.IGNORECASE)
_PRONOUNS = frozenset(("he", "she", "they"))
# Acts whose order among events is reported.
_ACTS = frozenset(
    term(word)
    for word in (
        "left arrived died resigned signed fled spoke voted closed opened fired shot stopped began ended "
        "landed crashed fell collapsed exploded met departed withdrew apologised apologized stormed"
    ).split()
)


@dataclass(frozen=True, slots=True)
class EventOrder:
    """The statement that somebody did something before, during or after an event.

    `order` is “before”, “during” or “after”. `act` is the term of what was done. `actors` and `event` are the
    terms of the names of whoever did it and of the event. `text` is the word of order with the words after
    it.
    """

    sentence: ReportSentence
    order: str
    act: str
    actors: frozenset[str]
    event: frozenset[str]
    text: str


def differing_orders(
    sentences: Iterable[ReportSentence], rivals: ReportRivals
) -> Iterator[tuple[SentencePair, SlotDifference]]:
    """Yield the pairs of sentences in which the order of the same act and the same event differs.

    Each pair comes with the difference. Nothing is yielded if there is none.
    """
    by_act: defaultdict[str, list[EventOrder]] = defaultdict(list)
    for sentence in sentences:
        for order in _orders(sentence):
            by_act[order.act].append(order)
    for orders in by_act.values():
        yield from _differing(orders[:MOST_SENTENCES], rivals)


def _differing(
    orders: Sequence[EventOrder], rivals: ReportRivals
) -> Iterator[tuple[SentencePair, SlotDifference]]:
    for index, one in enumerate(orders):
        articles = rivals.of(one.sentence.report)
        for other in orders[index + 1 :]:
            if other.sentence.report.article not in articles:
                continue
            if one.order != other.order and _are_of_one_act(one, other):
                reason = f"{one.text} / {other.text}"
                difference = SlotDifference(Aspect.TIME, one.text, other.text, reason)
                # Act, person and event agree, so the sentences need not share more words.
                pair = pair_of(one.sentence, other.sentence)
                yield replace(pair, likeness=1.0), difference


def _are_of_one_act(one: EventOrder, other: EventOrder) -> bool:
    event = one.event & other.event
    actors = (one.actors & other.actors) - event
    return bool(event) and bool(actors)


def _orders(sentence: ReportSentence) -> Iterator[EventOrder]:
    for match in _ORDER.finditer(sentence.said):
        said_before = sentence.said[: match.start()]
        said_after = sentence.said[match.end() :]
        acts = [word for word in terms(said_before)[-REACH:] if word in _ACTS]
        if not acts:
            continue
        yield EventOrder(
            sentence=sentence,
            order=_ORDERS[match[1].casefold()],
            act=acts[-1],
            actors=_actors(sentence, said_before),
            event=_event(sentence, said_after),
            text=_shown(match, said_after),
        )


def _actors(sentence: ReportSentence, said_before: str) -> frozenset[str]:
    """Return the terms of the names before the word of order, such as “before” or “during”.

    If the sentence starts with a pronoun, the names of the sentence before are added.
    """
    names = names_in(said_before)
    if sentence.words[0] in _PRONOUNS and sentence.before:
        return names | names_in(sentence.before.said)
    return names


def _event(sentence: ReportSentence, said_after: str) -> frozenset[str]:
    """Return the terms of the names after the word of order, which identify the event.

    “During his speech” is the speech of the person whom the sentence before names.
    """
    names = names_in(" ".join(said_after.split()[:REACH]))
    if _OF_SOMEBODY.match(said_after) and sentence.before:
        return names_in(sentence.before.said)
    return names


def _shown(match: re.Match[str], said_after: str) -> str:
    following = re.match(rf"(?:\s+[^\s,.;]+){{1,{SHOWN}}}", said_after)
    return match[1] + (following.group() if following else "")
