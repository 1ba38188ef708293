"""Make a story with many highlights, in texts and notes that could go wrong on the way to another desk."""

import random

from django.db import transaction

from annotations.actions.passages.highlights import describe_highlight
from annotations.logic.vocabulary import Relation
from annotations.models import Highlight, Tag
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make

#: Emoji of several code points, right-to-left writing, combining marks, and what a spreadsheet would run.
WORDS = [
    *("grain", "minister", "ship", "naïve", "e\u0301te\u0301", "हिन्दी", "東京都", "وزير", "שלום"),
    *("😀", "🇺🇦", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "a|b", '"quoted"'),
    *("=SUM(A1)", "@cmd", "+49", "-5", "'=1", "＝1"),
]
NOTES = (
    "=HYPERLINK(1)",
    "-5 degrees",
    "'=kept",
    "two\nlines",
    "**bold** | bar",
    "قال الوزير",
    "👩‍👩‍👧",
    "",
)


@transaction.atomic
def make_large_story(highlights: int, *, articles: int = 10, seed: int = 14) -> Story:
    """Make a story with so many highlights in so many articles, and claims, evidence, links, comments,
    origins, silences and verdicts about them. Equal numbers make equal texts.
    """
    chosen = random.Random(seed)  # noqa: S311  (the same story every time)
    people = [make.user(UserRole.EDITOR, name) for name in ("ann", "Ünal", "שרה")]
    story = make.story("A large story", by=people[0])
    texts = [_text(chosen, 40 + highlights // articles) for _ in range(articles)]
    reports = []
    for number, text in enumerate(texts):
        reports.append(make.article(text, story=story, by=chosen.choice(people), outlet=f"Outlet {number}"))
    tags = [make.tag(path, by=people[0]) for path in ("large/number", "=formula", "شاهد", "👩‍👩‍👧/é")]
    passages: list[Highlight] = []
    for number in range(highlights):
        report = reports[number % articles]
        passages.append(_passage(chosen, report, number // articles, chosen.choice(people), tags))
    _judge(chosen, story, passages, people)
    make.origin(*reports[:3], name="Wire Ω", by=people[0])
    make.revision(reports[-1], f"{texts[-1]}\n\nOne more paragraph.", by=people[1])
    return story


def _text(chosen: random.Random, words: int) -> str:
    """Return a text of so many words, each with a number, so that each word stands there once."""
    parts = []
    for number in range(words):
        parts.append(f"{chosen.choice(WORDS)}·{number}")
    return "The report begins. " + " ".join(parts) + "."


def _passage(chosen: random.Random, article: Article, number: int, by: User, tags: list[Tag]) -> Highlight:
    """Highlight the word with this number in the article."""
    words = [word for word in article.current.text.split() if word.rstrip(".").endswith(f"·{number}")]
    passage = make.highlight(article, words[0], by=by, tags=chosen.sample(tags, chosen.randint(0, 3)))
    describe_highlight(passage, note=chosen.choice(NOTES), attribution="", version=passage.version, by=by)
    return passage


def _judge(chosen: random.Random, story: Story, passages: list[Highlight], people: list[User]) -> None:
    claims = [make.claim(story, f"=Claim {number} 😀", by=chosen.choice(people)) for number in range(4)]
    for number, passage in enumerate(passages[: len(passages) // 2]):
        claim = claims[number % len(claims)]
        make.evidence(claim, passage, chosen.choice(list(Relation)), by=chosen.choice(people))
    for one, other in zip(passages[::7], passages[1::7], strict=False):
        make.link(one, other, by=chosen.choice(people))
    for passage in passages[::5]:
        make.comment(passage, f"@comment {chosen.choice(NOTES)}", by=chosen.choice(people))
    make.comment(claims[0], "Why?", by=people[0])
    make.verdict_basis(claims[1])
    silent = make.article("Nothing of this is in here.", by=people[0])
    make.silence(claims[2], silent, by=people[1])
