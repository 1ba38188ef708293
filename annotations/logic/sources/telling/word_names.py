"""Decide whether the name of an outlet in a text names the outlet: “Times Square” and “Time flies” do not.

Many outlets are called by ordinary words (“the Star”), by names of people (“Bloomberg”) or of places.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from bisect import bisect_left
from functools import lru_cache

from annotations.logic.counting.voices import INSTITUTIONS
from annotations.logic.sources.outlet_names import PAPER_WORDS, Mention, OutletNames
from annotations.logic.sources.telling.telling_words import (
    BEFORE_NAME,
    BEHIND_NAME,
    SURELY_BEFORE_NAME,
    SURELY_BEHIND_NAME,
    TELLING,
)
from newsroom.text.language.calendar import ENGLISH_MONTHS, WEEKDAYS

#: Words in names of outlets that are ordinary words, surnames or abbreviations. Without “the”, in lower case.
_WORDS = PAPER_WORDS | frozenset(
    "ani apa atlantic bloomberg economist forbes hill hindu libération monde pa pap time vox welt "
    "zeit".split()
)
#: The same for names of two words, whose first one is an article.
_PHRASES = frozenset(("die welt", "die zeit", "el mundo", "el país", "le monde"))
#: Words behind the name of an outlet that leave it the name of the outlet: “Time Magazine”, “AP Monday”.
_OF_OUTLETS = (
    WEEKDAYS.keys()
    | ENGLISH_MONTHS.keys()
    | frozenset(
        "agency affiliate correspondent international journalist magazine media network news newspaper "
        "newswire online photographer photo press radio reporter television tv website".split()
    )
)
#: Words behind a name that make it the name of a place or a body: “Herald Square”.
_OF_OTHERS = INSTITUTIONS | frozenset(
    "angels avenue award bay bridge building center centre college commission competition dam district "
    "falls festival field foundation garden hall hill institute island lake lane library mountain museum "
    "ocean park party pier point prize river road school square stadium station street theater theatre "
    "tower trophy valley village".split()
)
#: Words that begin a sentence and belong to no name.
_OPENING_WORDS = frozenset(
    "a according also although an and as at because but by citing daily earlier even finally first for from "
    "german he however if in it its last later magazine meanwhile now of on only or our per quoting rival "
    "separately she since so still that the then they this today tomorrow too under via weekly what when "
    "where whether while who why with yesterday yet".split()
)
_NEXT_NAME = re.compile(r"\s(?P<name>[^\W\d_a-z][\w-]*)")
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(“\"‘«„]))(?P<name>[^\W\d_a-z][\w’'-]{0,40}+\.?)\s+$")
#: The abbreviation of a state that is also an agency, and what can follow it.
_STATE, _BEHIND_STATE = "PA", frozenset(("", ",", ".", ")", "-", "–", "—"))
#: A place before the abbreviation of a state: “Scranton, PA”.
_PLACE_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]{0,40}+,\s*$")
#: Code points before a name in which another part of the name is searched.
_BESIDE = 60
_NOTHING_BEHIND = re.compile(r"[”“\"»’']?\s*(?:[,.;:)!?–—]|$)")
#: Before a name at the end of a sentence: a headline’s “Minister to go: Bloomberg”, “Ana Berg of Forbes”.
_BEFORE_LAST_NAME = re.compile(r"(?:[:–—-]|\b[A-Z]\w+\s+(?:of|at|from))\s+$")
#: Behind a name, words that many subjects can have, outlets among them: “The Sun can reveal”.
_OF_MANY_SUBJECTS = re.compile(
    r"(?:['’]s)?\s+(?:can|could|may|was\s+(?:first|told)|tweet\w*|splash\w*|breaks?|carrie[sd]|believes?|hears?|"
    r"learn\w*|discover\w*|(?:[a-z]+\s+)?(?:editors?|columnists?|bureau|blog|front[ -]page))\b"
)
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


def is_word_name(spelled: str) -> bool:
    """Return whether an outlet's name, as a text spells it, can also mean something else: “The Star”."""
    plain = _ARTICLE.sub("", " ".join(spelled.split()), count=1).casefold()
    return plain in _WORDS or plain in _PHRASES


def outlet_mentions(text: str, names: OutletNames, *, own: str = "") -> list[Mention]:
    """Return the places where `text` names an outlet or agency, in order (see `OutletNames.mentions`).

    Names that are part of the name of something else are left out.
    """
    mentions = names.mentions(text, own=own)
    return [mention for mention in mentions if not is_part_of_longer_name(text, mention)]


def tells_as_outlet(before: str, spelled: str, behind: str) -> bool | None:
    """Return whether the words before and behind a name that is a word say that an outlet tells something.

    `spelled` is the name as the text has it. “The Times” before a comma or at the end of a sentence is hardly
    an ordinary word, so it is unsure. Returns None if nothing says that the name is one of an outlet, and
    False if that is not sure.
    """
    if SURELY_BEFORE_NAME.search(before) or SURELY_BEHIND_NAME.match(behind):
        return True
    if BEFORE_NAME.search(before) and TELLING.search(before):
        return False
    # In “Bloomberg: bank for sale” a headline names its source.
    is_label = not before.strip() and behind.startswith(":")
    is_in_bracket = before.endswith("(") and behind.startswith(",")
    stands_alone = _has_article(spelled) and _NOTHING_BEHIND.match(behind)
    stands_last = _BEFORE_LAST_NAME.search(before) and _NOTHING_BEHIND.match(behind)
    is_subject = _OF_MANY_SUBJECTS.match(behind) or BEHIND_NAME.match(behind)
    if is_label or is_in_bracket or stands_alone or stands_last or is_subject:
        return False
    return None


def _has_article(spelled: str) -> bool:
    return _ARTICLE.match(spelled) is not None or spelled.casefold() in _PHRASES


def is_part_of_longer_name(text: str, mention: Mention) -> bool:
    """Return whether the name at `mention` in `text` is part of the name of something else.

    Examples are “Times Square”, “Michael Bloomberg”, “Guardian Council” and “Scranton, PA”. A name without
    another meaning is part of a longer one only if a word such as “University” follows it.
    """
    spelled = text[mention.start : mention.end]
    is_word = is_word_name(spelled)
    following = _NEXT_NAME.match(text, mention.end)
    if following:
        word = following["name"].casefold()
        if word in _OF_OUTLETS:
            return False
        if is_word or word in _OF_OTHERS:
            return True
    return is_word and _continues_name(text, mention, spelled)


def _continues_name(text: str, mention: Mention, spelled: str) -> bool:
    """Return whether the words before `mention` are the beginning of the name, such as “Michael”."""
    before = text[max(0, mention.start - _BESIDE) : mention.start]
    if spelled == _STATE:
        behind = text[mention.end : mention.end + 2].strip()
        return behind[:1] in _BEHIND_STATE and _PLACE_BEFORE.search(before) is not None
    if _ARTICLE.match(spelled):
        return False
    preceding = _NAME_BEFORE.search(before)
    if preceding is None or BEFORE_NAME.search(before):
        return False
    word = preceding["name"].casefold()
    # “Monday’s Independent” is an issue of the paper.
    return not word.endswith(("’s", "'s")) and word not in _OPENING_WORDS | _OF_OUTLETS


def names_person_before(text: str, spelled: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` has the name as the end of a longer name, such as that of a person.

    Afterwards the name alone can mean this person. The text is read once for each spelling, however often it
    is asked about.
    """
    if _ARTICLE.match(spelled):
        return False
    places = _ends_of_longer_names(text, spelled)
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


@lru_cache(maxsize=32)
def _ends_of_longer_names(text: str, spelled: str) -> list[int]:
    """Return where `text` has the name as the end of a longer one, in code points."""
    places = []
    for match in re.finditer(rf"\b{re.escape(spelled)}\b", text):
        if _continues_name(text, Mention(match.start(), match.end(), spelled), spelled):
            places.append(match.start())
    return places
