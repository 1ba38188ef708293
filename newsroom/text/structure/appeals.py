"""Recognise appeals for support ("Donate", "Become a member"), which outlets print below their articles."""

import re
from collections.abc import Sequence

_APPEAL_OPENING = re.compile(
    r"""(?:
      a\s+message\s+from\s+\S.{0,80}
    | (?:support|help\s+support)\s+(?:independent|our|quality|free)\s+(?:journalism|reporting|work
      |newsroom|media)\b.*
    | before\s+you\s+go\b.* | since\s+you[’']re\s+here\b.* | we\s+need\s+your\s+(?:help|support)\b.*
    | (?:please\s+)?(?:consider|help\s+us\s+by)\s+(?:supporting|donating|making\s+a|becoming\s+a)\b.*
    | if\s+you\s+(?:value|enjoy|appreciate|like)\s+(?:our|this|what)\b.*
    | (?:donate|subscribe|become\s+a\s+(?:member|patron|supporter))\s*(?:now|today|here)?[.!]?
    | (?:your|every)\s+(?:support|contribution|donation)\s+(?:helps|makes|matters|counts|,).*
    | (?:dear\s+readers?[,:!]?)
    | unterst[üu]tzen\s+sie\s+\S.* | soutenez\s+\S.* | ap[oó]y(?:a|e)nos\b.* | поддержите\s+\S.*
      | підтримайте\s+\S.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_APPEAL_WORDS = re.compile(
    r"""\b(?:support\s+(?:us|our|the\s+work|independent|quality)|your\s+(?:support|help|contribution
      |donation|gift
    |generosity)|we\s+need\s+you
    |donat(?:e|ion|ions|ing)|become\s+a\s+(?:member|patron|supporter|subscriber)|make\s+a\s+(?:gift
      |contribution)
    |every\s+(?:contribution|
    dollar|euro)|as\s+little\s+as|starting\s+from\s+just|by\s+supporting|standing\s+with\s+us
      |remind\s+me\s+later
    |independent\s+journalism
    |reader-?(?:funded|supported)|spenden|faites\s+un\s+don|soutien|donativo|пожертв\w+|поддерж(?:ите
      |ать)|підтримайте)""",
    re.IGNORECASE | re.VERBOSE,
)
_APPEAL_CLOSING = re.compile(
    r"(?:remind me later|no thanks|not now|maybe later|continue reading|already (?:a "
    r")?(?:subscribed|subscriber|donated|supporter)\b.*)\W*",
    re.IGNORECASE,
)
#: The longest line that opens an appeal, and the longest line that only addresses the reader, in characters.
_LONGEST_OPENING = 320
_LONGEST_ADDRESS = 100
#: The most pieces that an appeal may have.
_MOST_PIECES = 14


def appeal_end(texts: Sequence[str], start: int) -> int:
    """Return the index after the last block of the appeal that begins at index `start`.

    Returns `start` if no appeal begins there. `texts` are the texts of the blocks of an article. An appeal
    ends with the line that closes it ("Remind me later."). Without such a line it ends with the article if
    the end of the article is near, or else with the last block in a row that asks for support.
    """
    opening = texts[start]
    if len(opening) > _LONGEST_OPENING or not _APPEAL_OPENING.fullmatch(opening):
        return start
    within = range(start, min(start + _MOST_PIECES, len(texts)))
    asking = [index for index in within if _APPEAL_WORDS.search(texts[index])]
    if not asking:
        return start

    closing = [index for index in within if _APPEAL_CLOSING.fullmatch(texts[index])]
    if closing:
        return closing[-1] + 1
    # A line such as "A message from the editors:" introduces everything that follows.
    is_address = len(opening) <= _LONGEST_ADDRESS and opening.rstrip().endswith((":", ","))
    if is_address and len(texts) - start <= _MOST_PIECES:
        return len(texts)

    end = start + 1
    while end in asking:
        end += 1
    return end
