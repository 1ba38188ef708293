"""Measure how well copies are distinguished from independent reports: `python -m tests.bench.copying`.

The pairs are made up, from one invented event each: a wire text, copies of it as desks make them (words
edited, paragraphs cut, moved and joined, another headline), reports that take over some of its paragraphs,
rewrites that put everything into other words except its quotations, and reports by other authors. These share
only the names, the figures, and some of the many sentences that people said at the event.
"""

import random
import re
import sys
import time
from collections import Counter
from itertools import combinations
from statistics import median

from annotations.logic.sources.copies import CopyVerdict, compare_wording
from annotations.logic.sources.own_words import read_own_words, sampled
from newsroom.text.model import Block, Document, Role

EVENTS = 100
#: Number of sentences that people say at an event, from which each author chooses some.
SPEECH = 16
#: One quotation in this number is of somebody whom only one author asked.
OWN_VOICES = 5
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvz"
NAMES = [
    "Marta Ilves",
    "Jonas Kerr",
    "Aino Salmi",
    "Pavel Dorn",
    "Ruth Okafor",
    "Luis Prado",
    "Hana Sato",
    "Tom Reyes",
]
POSTS = ["Foreign Minister", "Interior Minister", "Chief Prosecutor", "Deputy Mayor", "Party Leader"]
GLUE = [
    "the",
    "a",
    "of",
    "in",
    "to",
    "after",
    "on",
    "with",
    "and",
    "for",
    "by",
    "that",
    "had",
    "was",
    "were",
    "its",
]
FRAMES = [
    "{who} said on {day} that {rest}.",
    "{rest}, {who} told reporters in {place} on {day}.",
    "According to {who}, {rest}.",
    "On {day} {rest}.",
    "In {place}, {rest}.",
    "{rest}, officials said.",
]


class Event:
    """An invented event, whose reports share its names, places, figures and quotations."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  (made-up texts)
        self.words = [self._word(syllables=number % 3 + 2) for number in range(700)]
        self.people = [f"{self.chance.choice(POSTS)} {name}" for name in self.chance.sample(NAMES, 3)]
        self.place, self.day = (
            self.words[0].capitalize(),
            self.chance.choice(["Monday", "Thursday", "Saturday"]),
        )
        self.figures = [f"{self.chance.randrange(2, 900)} {self.words[n]}" for n in range(1, 5)]
        self.quotes = [self.clause(self.chance.randrange(10, 26)) for _ in range(SPEECH)]

    def _word(self, syllables: int) -> str:
        return "".join(self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS) for _ in range(syllables))

    def clause(self, length: int) -> str:
        picked = [
            self.chance.choice(GLUE)
            if self.chance.random() < 0.4
            else self.words[min(int(self.chance.expovariate(0.01)), 699)]
            for _ in range(length)
        ]
        if self.chance.random() < 0.4:
            picked.insert(self.chance.randrange(length), self.chance.choice(self.figures))
        return " ".join(picked)

    def sentence(self) -> str:
        if self.chance.random() < 0.2:
            return self.quotation(self.chosen_quote())
        return self.own_sentence()

    def chosen_quote(self) -> str:
        """Return a sentence that somebody said.

        One in `OWN_VOICES` was said to this author alone, and the others to all.
        """
        if self.chance.random() < 1 / OWN_VOICES:
            return self.clause(self.chance.randrange(10, 26))
        return self.chance.choice(self.quotes)

    def quotation(self, quote: str) -> str:
        return f"“{quote},” {self.chance.choice(self.people)} said."

    def own_sentence(self) -> str:
        frame = self.chance.choice(FRAMES)
        rest = self.clause(self.chance.randrange(8, 24))
        said = frame.format(who=self.chance.choice(self.people), day=self.day, place=self.place, rest=rest)
        return said[0].upper() + said[1:]

    def report(self, paragraphs: int) -> list[str]:
        return [
            " ".join(self.sentence() for _ in range(self.chance.randrange(1, 4))) for _ in range(paragraphs)
        ]

    def edited(self, text: str, rate: float) -> str:
        """Return `text` with the share `rate` (0 to 1) of its words changed: replaced, deleted,
        or followed by a new word.
        """
        told = []
        for word in text.split(" "):
            what = self.chance.random() / rate
            if what < 0.6:
                told.append(self.chance.choice(self.words))
            elif what < 0.8:
                continue
            else:
                told += [word, self.chance.choice(GLUE)] if what < 1 else [word]
        return " ".join(told)

    def copy(self, wire: list[str]) -> list[str]:
        """Return the paragraphs of the wire text as another desk prints them.

        At most one word in eight is edited, and at most half of the text is cut, at its end or in the middle.
        Sometimes the last paragraph moves forward or a paragraph of the desk's own follows.
        """
        rate = self.chance.choice([0.01, 0.04, 0.08, 0.12])
        kept = [self.edited(paragraph, rate) for paragraph in wire]
        if self.chance.random() < 0.5:
            kept = kept[: self.chance.randrange(len(kept) // 2, len(kept)) + 1]
        kept = [paragraph for n, paragraph in enumerate(kept) if n == 0 or self.chance.random() < 0.9]
        if self.chance.random() < 0.3:
            kept.insert(1, kept.pop())
        if self.chance.random() < 0.3:
            kept += self.report(1)
        return kept

    def partly(self, wire: list[str]) -> list[str]:
        """Return a report of its own that takes over 15 to 45 % of the wire's paragraphs, lightly edited."""
        taken = self.chance.sample(wire, max(2, round(len(wire) * self.chance.uniform(0.15, 0.45))))
        own = self.report(len(wire))
        for paragraph in taken:
            own.insert(self.chance.randrange(len(own) + 1), self.edited(paragraph, 0.04))
        return own

    def rewrite(self, wire: list[str]) -> list[str]:
        """Return the wire in other words, with all its quotations.

        The list is empty if the wire has fewer than three different quotations.
        """
        quotes = list(dict.fromkeys(re.findall(r"“([^”]+),”", " ".join(wire))))
        if len(quotes) < 3:
            return []
        own = [f"{self.own_sentence()} {self.own_sentence()}" for _ in quotes]
        quotations = [self.quotation(quote) for quote in quotes]
        return [paragraph for pair in zip(own, quotations, strict=True) for paragraph in pair]


def document(paragraphs: list[str]) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(paragraph), Role.BODY))
        text += paragraph
    return Document(text, tuple(blocks))


def reports_of(seed: int) -> list[tuple[str, Document, str]]:
    """Return the reports of one event as (kind, document, the verdict expected beside the wire text).

    The first report is the wire text. An empty verdict means that the report is independent.
    """
    event = Event(seed)
    wire = event.report(event.chance.randrange(6, 18))
    reports = [("wire", document(wire), "")]
    for _ in range(2):
        reports.append(("copy", document([event.clause(9), *event.copy(wire)]), CopyVerdict.COPY))
        reports.append(("partly", document([event.clause(9), *event.partly(wire)]), CopyVerdict.PARTIAL))
        own = event.report(event.chance.randrange(5, 16))
        reports.append(("own", document([event.clause(9), *own]), ""))
    rewrite = event.rewrite(wire)
    if rewrite:
        reports.append(("rewrite", document([event.clause(9), *rewrite]), CopyVerdict.PARTIAL))
    quoting = [event.quotation(quote) for quote in event.chance.sample(event.quotes, 5)]
    reports.append(("quotes", document([*event.report(4), *quoting]), ""))
    return reports


def main() -> int:
    outcomes: Counter[tuple[str, str]] = Counter()
    missed = rows = right = 0
    reading_ms, comparing_ms = [], []
    for seed in range(EVENTS):
        reports = reports_of(seed)
        readings = []
        for _, text, _ in reports:
            started = time.perf_counter()
            readings.append(read_own_words(text))
            numbers = sampled(readings[-1])
            reading_ms.append(1000 * (time.perf_counter() - started))
            rows += len(numbers)
        for number, (_, _, gold) in enumerate(reports[1:], start=1):
            started = time.perf_counter()
            verdict = compare_wording(readings[0], readings[number]).verdict or ""
            comparing_ms.append(1000 * (time.perf_counter() - started))
            outcomes[str(gold), str(verdict)] += 1
            missed += bool(gold) and not sampled(readings[0]) & sampled(readings[number])
        right += sources(readings) == sum(not gold for _, _, gold in reports)
    found = sum(n for (gold, said), n in outcomes.items() if gold and said)
    print(f"{'is':>8} {'said':>8}  pairs")
    for (gold, said), number in sorted(outcomes.items()):
        print(f"{gold or 'own':>8} {said or 'own':>8}  {number}")
    print(f"copies found (partial too), F1: {f1(outcomes, found):.3f}   goal 0.96")
    strict = sum(n for (gold, said), n in outcomes.items() if gold and gold == said)
    print(f"with the right verdict, F1:     {f1(outcomes, strict):.3f}   goal 0.90")
    print(f"independent sources right:      {right} of {EVENTS} events   goal 96")
    print(f"not met in the index:           {missed} of {sum(n for (g, _), n in outcomes.items() if g)}")
    print(f"rows in the index a report:     {rows / (EVENTS * len(reports_of(0))):.0f}")
    print(
        f"reading {median(reading_ms):.1f} ms a report, comparing {median(comparing_ms):.1f} ms a pair "
        f"(medians)"
    )
    return 0


def f1(outcomes: Counter[tuple[str, str]], right: int) -> float:
    gold = sum(number for (is_, _), number in outcomes.items() if is_)
    said = sum(number for (_, says), number in outcomes.items() if says)
    return 2 * right / (gold + said)


def sources(readings: list[object]) -> int:
    """Return the number of groups that the reports form when those with a verdict are joined."""
    group = list(range(len(readings)))
    for a, b in combinations(range(len(readings)), 2):
        if compare_wording(readings[a], readings[b]).verdict:  # type: ignore[arg-type]
            old, new = group[b], group[a]
            group = [new if member == old else member for member in group]
    return len(set(group))


if __name__ == "__main__":
    sys.exit(main())
