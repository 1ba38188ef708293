"""Make reports and stories of one earthquake."""

from datetime import date

from newsroom.text.language.word_weights import idf_weights
from newsroom.text.story_match.profiles import StoryFacts, report_profile, story_profile

IDF = idf_weights({}, 0)
MONDAY = date(2021, 3, 1)


def profile_of(text, day=None, title=""):
    return report_profile(text.split(". "), title, day)


def story(*reports, **stated):
    return story_profile(StoryFacts(stated.pop("title", "The earthquake"), reports=reports, **stated), IDF)


def without_tavira(text):
    return profile_of(text.replace("Tavira", "the town"))
