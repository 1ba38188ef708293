"""Measure how often the speaker of a quotation is named rightly.

    python -m tests.bench.attributing DOCS ROWS

DOCS holds one JSON object a line, `{doc, text}`. ROWS holds one for each quotation,
`{doc, start, end, source}`: `start` and `end` are code points of the text, and `source` lists the places of
the speaker, `[[start, end, words], ...]`.

An answer is right if its place overlaps one of these places. If the text calls the speaker by a pronoun, an
answer that names somebody is right as well, because such sets do not say who “he” is; their share is printed
by itself. Every other answer is wrong, and no answer is none.
"""

import json
import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations.logic.sources.attribution import find_speaker
from annotations.management.commands.attribute import as_document
from newsroom.text.model import Span

#: The least share of right answers and the largest share of wrong answers that are the goal.
LEAST_RIGHT = 0.86
MOST_WRONG = 0.04
#: Words that refer to a speaker who is named elsewhere.
_PRONOUN = re.compile(r"he|she|they|it|i|we|who", re.IGNORECASE)
OUTCOMES = ("right", "resolved", "wrong", "none")

Row = dict[str, Any]


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.attributing", description=__doc__)
    parser.add_argument("docs", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--half", choices=("first", "second"), help="every other document (default: all)")
    parser.add_argument("--show", choices=OUTCOMES, action="append", default=[], help="print such rows")
    chosen = parser.parse_args()

    texts = {doc["doc"]: doc["text"] for doc in _lines(chosen.docs)}
    if chosen.half:
        first = 0 if chosen.half == "first" else 1
        names = sorted(texts)[first::2]
        texts = {name: texts[name] for name in names}
    outcomes: Counter[str] = Counter()
    for row in _lines(chosen.rows):
        if row["doc"] not in texts:
            continue
        text = texts[row["doc"]]
        guess = find_speaker(as_document(text), Span(row["start"], row["end"]))
        answer = None if guess is None else guess.place
        outcome = outcome_of(answer, row["source"])
        outcomes[outcome] += 1
        if outcome in chosen.show:
            print(_shown(outcome, row, text, answer))
    _print_table(outcomes)
    return 0


def outcome_of(answer: Span | None, sources: list[tuple[int, int, str]]) -> str:
    """Return `right` if the answer overlaps one of the right places, `none` if there is no answer, `resolved`
    if a right place is only a pronoun, so that the answer may be who is meant, and else `wrong`.

    A right place is (start, end, words).
    """
    if answer is None:
        return "none"
    if any(answer.overlaps(Span(start, end)) for start, end, _ in sources):
        return "right"
    if any(_PRONOUN.fullmatch(words) for _, _, words in sources):
        return "resolved"
    return "wrong"


def _lines(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _shown(outcome: str, row: Row, text: str, answer: Span | None) -> str:
    start, end = row["start"], row["end"]
    named = "" if answer is None else text[answer.start : answer.end]
    around = f"{text[max(0, start - 300) : start]}⟦{text[start:end]}⟧{text[end : end + 200]}"
    return f"--- {outcome}: “{named}”, not {row['source']} ({row['doc']} {start})\n{around}\n"


def _print_table(outcomes: Counter[str]) -> None:
    total = outcomes.total()
    if not total:
        print("no quotations")
        return
    right = outcomes["right"] + outcomes["resolved"]
    print(f"quotations  {total}")
    print(f"right       {right / total:.3f}   goal >= {LEAST_RIGHT}")
    print(f"  resolved  {outcomes['resolved'] / total:.3f}   somebody named in place of a pronoun")
    print(f"wrong       {outcomes['wrong'] / total:.3f}   goal <= {MOST_WRONG}")
    print(f"none        {outcomes['none'] / total:.3f}")


if __name__ == "__main__":
    sys.exit(main())
