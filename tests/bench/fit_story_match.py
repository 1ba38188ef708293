"""Fit the coefficients by which an article is matched with stories.

    python -m tests.bench.fit_story_match [POOL.jsonl]

POOL is the labelled set that `tests.bench.proposing` describes. Without it a small pool is made up, which
shows only that the fitting works.

Half of the pairs of similar events are used to fit, the other half to judge. Three articles of an event make
its story, and every other article is matched with the stories that share most with it. In a second round only
one of two similar events has a story, and no story may be proposed for the articles of the other. The measure
is the mean F1 over both rounds, over short and long articles, and over articles with and without days.

The search changes one coefficient at a time (coordinate ascent): it tries the values of `TRIED`, and keeps
the best value if it raises the measure by at least `LEAST_GAIN`. It ends when no coefficient changes. The
factor for a place is not fitted, because the stories of the pool have none.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from heapq import nlargest
from pathlib import Path

from newsroom.text.language.sentences import sentences_within
from newsroom.text.language.word_weights import Weight, idf_weights
from newsroom.text.language.words import terms
from newsroom.text.story_match.coefficients import FITTED, MatchCoefficients
from newsroom.text.story_match.matching import best_story
from newsroom.text.story_match.profiles import ReportProfile, StoryFacts, report_profile, story_profile
from tests.bench.proposing import Pool, pool_of

#: The values that are tried for each coefficient.
TRIED: Mapping[str, Sequence[float]] = {
    "least_similarity": (0.10, 0.12, 0.14, 0.16, 0.18, 0.20),
    "by_coherence": (0.4, 0.5, 0.6, 0.7, 0.8),
    "assumed_coherence": (0.2, 0.25, 0.3, 0.35, 0.4),
    "assumed_pairs": (1, 2, 3, 5),
    "copy_similarity": (0.7, 0.8, 0.9),
    "on_same_days": (0.6, 0.7, 0.8, 0.9, 1.0),
    "outside_days": (1.2, 1.5, 2.0),
    "no_name_known": (1.0, 1.25, 1.5, 2.0),
    "least_names": (1, 2, 3),
    "name_weight": (1.0, 1.25, 1.5, 2.0),
    "telling_idf": (4.0, 5.0, 6.0),
}
#: A value is better only if it raises the F1 by at least this.
LEAST_GAIN = 0.001
#: The number of stories with which an article is matched.
MOST_STORIES = 5

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """An article, the stories it is matched with, and the story it is part of, or
    None if that is not among them.
    """

    report: ReportProfile
    stories: Collection[str]
    answer: str | None


@dataclass(frozen=True, slots=True)
class Round:
    """Questions about the same stories."""

    questions: Sequence[Question]
    stories: Mapping[str, StoryFacts]
    idf: Weight

    def f1(self, coefficients: MatchCoefficients) -> float:
        """Return the F1 of what is proposed with these coefficients."""
        profiles = {
            event: story_profile(facts, self.idf, coefficients) for event, facts in self.stories.items()
        }
        proposed = right = expected = 0
        for question in self.questions:
            best = best_story(question.report, {event: profiles[event] for event in question.stories})
            expected += question.answer is not None
            if best:
                proposed += 1
                right += best[0] == question.answer
        return 2 * right / max(1, expected + proposed)


def main() -> None:
    rows = made_up_rows()
    if len(sys.argv) > 1:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
    fitting, judging = halves(rows)
    print(f"{len(rows)} sentences; half of the similar events fit, the others judge", flush=True)

    rounds = rounds_of(fitting)
    print(f"as they are: F1 {measure(rounds, FITTED):.4f}", flush=True)
    for name in TRIED:
        scores = [(value, measure(rounds, changed(FITTED, name, value))) for value in TRIED[name]]
        print(f"  {name:20} {'  '.join(f'{value:g}: {score:.4f}' for value, score in scores)}", flush=True)

    fitted = fit(rounds, FITTED)
    unseen = rounds_of(judging)
    for field in fields(fitted):
        if getattr(fitted, field.name) != getattr(FITTED, field.name):
            print(f"fitted {field.name}: {getattr(fitted, field.name):g}")
    print(f"fitted: F1 {measure(rounds, fitted):.4f}")
    print(
        f"on the other half: as they are {measure(unseen, FITTED):.4f}, fitted {measure(unseen, fitted):.4f}"
    )


def fit(
    rounds: Sequence[Round],
    start: MatchCoefficients,
    tried: Mapping[str, Sequence[float]] = TRIED,
) -> MatchCoefficients:
    """Return the coefficients that coordinate ascent reaches from `start` with the values of `tried`."""
    best, best_score = start, measure(rounds, start)
    improved = True
    while improved:
        improved = False
        for name, values in tried.items():
            for value in values:
                candidate = changed(best, name, value)
                score = measure(rounds, candidate)
                if score >= best_score + LEAST_GAIN:
                    best, best_score, improved = candidate, score, True
    return best


def measure(rounds: Sequence[Round], coefficients: MatchCoefficients) -> float:
    """Return the mean F1 over all rounds."""
    return sum(each.f1(coefficients) for each in rounds) / len(rounds)


def changed(coefficients: MatchCoefficients, name: str, value: float) -> MatchCoefficients:
    """Return the coefficients with another value for `name`."""
    return replace(coefficients, **{name: value})  # type: ignore[arg-type]  # the field's own type is wider


def halves(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Return the sentences of every other pair of similar events (`10a` and `10b`), and those of the rest."""
    rows = list(rows)
    pairs = sorted({row["group"][:-1] for row in rows})
    first = set(pairs[::2])
    fitting = [row for row in rows if row["group"][:-1] in first]
    judging = [row for row in rows if row["group"][:-1] not in first]
    return fitting, judging


def rounds_of(rows: Sequence[Row]) -> list[Round]:
    """Return the rounds over short and long articles, with and without days."""
    rounds = []
    for joined in (1, 3):
        for dated in (False, True):
            pool = pool_of(rows, joined=joined, dated=dated)
            profiles = {name: _profile(pool, name) for name in pool.texts}
            idf = _idf_of(pool)
            rounds.append(_round(pool, profiles, idf, left_out=""))
            # In the second round the first of two similar events has no story.
            rounds.append(_round(pool, profiles, idf, left_out="a"))
    return rounds


def _round(pool: Pool, profiles: Mapping[str, ReportProfile], idf: Weight, left_out: str) -> Round:
    stories: dict[str, StoryFacts] = {}
    asked: list[tuple[str, str | None]] = []
    for event in sorted(set(pool.events.values())):
        names = pool.of(event)
        if left_out and event.endswith(left_out):
            asked += [(name, None) for name in names]
        elif len(names) > pool.filling:
            reports = tuple(profiles[name] for name in names[: pool.filling])
            stories[event] = StoryFacts(f"Story {event}", reports=reports)
            asked += [(name, event) for name in names[pool.filling :]]

    questions = []
    for name, answer in asked:
        report = profiles[name]
        questions.append(Question(report, _likely_stories(report, stories, idf), answer))
    return Round(questions, stories, idf)


def _profile(pool: Pool, name: str) -> ReportProfile:
    return report_profile(_sentences(pool.texts[name]), day=pool.days.get(name))


def _idf_of(pool: Pool) -> Weight:
    """Return the IDF as a desk with these articles counts it."""
    standing: Counter[str] = Counter()
    number = 0
    for text in pool.texts.values():
        for sentence in _sentences(text):
            standing.update(set(terms(sentence)))
            number += 1
    return idf_weights(standing, number)


def _sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences_within(text, 0, len(text))]


def _likely_stories(report: ReportProfile, stories: Mapping[str, StoryFacts], idf: Weight) -> list[str]:
    """Return the stories whose articles share the most significant words with the report."""

    def shared(event: str) -> float:
        words = set().union(*(other.words for other in stories[event].reports))
        return sum(idf(term) for term in report.words if term in words)

    return nlargest(MOST_STORIES, sorted(stories), key=shared)


def made_up_rows() -> list[Row]:
    """Return the sentences of made-up articles on pairs of similar events with other names."""
    chance = random.Random(7)  # noqa: S311  (a pool that is the same each time)
    rows = []
    for pair, sentences in enumerate(_SUBJECTS):
        for twin in "ab":
            names = {key: _made_up_name(chance) for key in ("town", "person", "place")}
            for article in range(9):
                chosen = chance.sample(sentences, 3)
                rows += _rows_of(f"{pair}{twin}", article, [text.format(**names) for text in chosen])
    return rows


def _rows_of(event: str, article: int, texts: Sequence[str]) -> Iterator[Row]:
    for number, text in enumerate(texts):
        name = f"{event}-{article}"
        yield {"id": f"{name}-{number}", "doc": name, "group": event, "text": text}


def _made_up_name(chance: random.Random) -> str:
    syllables = ("ba", "do", "ke", "li", "mo", "na", "ri", "su", "ta", "ve")
    return "".join(chance.choices(syllables, k=3)).capitalize()


_SUBJECTS = (
    (
        "A strong earthquake shook the coast near {town} before dawn.",
        "Rescuers in {town} searched the ruins of a school on {place} street.",
        "The governor {person} asked for tents, blankets and clean water.",
        "Houses fell in the old quarter of {town}, where {person} grew up.",
        "The port of {place} is closed because its walls are cracked.",
        "Engineers sent from {place} measured the cracks in the bridges.",
    ),
    (
        "The striker {person} scored twice as {town} beat {place} in the cup.",
        "The trainer of {town} praised the young defence after the final whistle.",
        "{person} had been injured since the spring and came on at half time.",
        "Supporters of {place} waited for the referee outside the stadium.",
        "A penalty in extra time decided the match for {town}.",
        "The captain of {place} was sent off after a foul on {person}.",
    ),
    (
        "The court in {town} sentenced the banker {person} to four years in prison.",
        "Prosecutors said that {person} hid losses of a savings bank for years.",
        "Customers of the bank in {place} lost their pensions, a witness testified.",
        "The lawyer of {person} announced an appeal against the verdict.",
        "The judge in {town} called the fraud patient and without shame.",
        "Investigators seized paintings and two houses near {place}.",
    ),
    (
        "A ferry with three hundred passengers ran aground off {town} in a storm.",
        "The captain, {person}, stayed on board until the last lifeboat had left.",
        "Fishermen from {place} pulled people out of the cold sea at night.",
        "The coast guard of {town} lost radio contact with the ferry at nine.",
        "Divers from {place} look for the recorder of the sunken ship.",
        "Relatives waited for news in a gymnasium at the harbour of {town}.",
    ),
)


if __name__ == "__main__":
    main()
