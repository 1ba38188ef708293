"""Find the sentences next to a sentence, for a passage that needs more than one sentence.

They are split from the text again, because otherwise every sentence of every revision would be read from the
index.
"""

from collections.abc import Sequence

from annotations.logic.finding.excerpts import LONGEST
from newsroom.text.language.sentences import event_sentences
from newsroom.text.model import Block, Document, Role, Span

#: Number of code points on either side in which neighbours are looked for. A sentence that is cut off there
#: is longer than `LONGEST`, even behind another neighbour, and so it is never part of a passage.
REACH = 2 * LONGEST + 100

#: The blocks of a revision as it stores them: start, end and the value of the role.
StoredBlocks = Sequence[tuple[int, int, str]]


def neighbouring_sentences(text: str, blocks: StoredBlocks, sentence: Span) -> list[Span]:
    """Return the spans of the sentences of `text` near `sentence`, in order, including `sentence` itself.

    `blocks` are the blocks of the text. Sentences of boilerplate are left out, as in the index. The first and
    the last span can be only a part of a sentence.
    """
    first = max(0, sentence.start - REACH)
    last = sentence.end + REACH
    near_blocks = []
    for start, end, role in blocks:
        if start < last and first < end:
            near_blocks.append(Block(max(start, first), min(end, last), Role(role)))
    return event_sentences(Document(text, tuple(near_blocks)))
