"""Define the database triggers of annotations. They make anchors and verdict bases immutable and enforce
rules about several tables.
"""

from newsroom.models.guards import LOCKED, Guard, freezing_guards

# SQL conditions. A trigger refuses a row if its condition is true.
_ARTICLE_OF = "(SELECT article_id FROM annotations_highlight WHERE id = {})"
_ENDS_MEET = f"{_ARTICLE_OF.format('NEW.source_id')} = {_ARTICLE_OF.format('NEW.target_id')}"
_QUOTE_DIFFERS = (
    "NEW.state <> 'lost' AND NEW.quote <> substr("
    '(SELECT text FROM newsroom_revision WHERE id = NEW.revision_id), NEW."start" + 1, NEW."end" - '
    'NEW."start")'
)
_ANCHOR_OF_ANOTHER = (
    "(SELECT highlight_id FROM annotations_anchor WHERE id = NEW.anchor_id) <> NEW.id"
)
# The sentences that people see if a trigger refuses a row.
_SAME_ARTICLE = "A link joins passages of two different articles."
_NOT_THE_TEXT = "The quote is not what the revision says at this place."
_ELSEWHERE = "A passage's anchor stands in a revision of the passage's own article."
_NOT_ITS_OWN = "A highlight stands at an anchor of its own."
_RESTS_ON_NOTHING = (
    "Evidence and links rest on a highlight that stands, and this one was withdrawn."
)
_STILL_USED = "Evidence or a link rests on this highlight: remove those first, then withdraw it."
# The condition that a row was withdrawn and is restored now. Editing a row that is not withdrawn must not
# lock the highlight, because acts lock highlights before the evidence and links that use them.
_BEGINS_TO_STAND = "NEW.withdrawn_at IS NULL AND OLD.withdrawn_at IS NOT NULL"
# A highlight goes to another article only if that article was parted from its own. Its anchor there may be
# written after it.
_PARTED = (
    "EXISTS (SELECT 1 FROM newsroom_revision AS copy JOIN newsroom_revision AS original"
    " ON original.id = copy.parted_from_id"
    " WHERE copy.article_id = NEW.article_id AND original.article_id = OLD.article_id)"
)
_STANDS_ELSEWHERE = (
    "EXISTS (SELECT 1 FROM annotations_anchor JOIN newsroom_revision"
    " ON newsroom_revision.id = annotations_anchor.revision_id"
    " WHERE annotations_anchor.id = NEW.anchor_id AND newsroom_revision.article_id <> NEW.article_id)"
)
_LINKED_WITHIN = (
    "EXISTS (SELECT 1 FROM annotations_link JOIN annotations_highlight AS other"
    " ON (source_id = NEW.id AND other.id = target_id) OR (target_id = NEW.id AND other.id = source_id)"
    " WHERE other.article_id = NEW.article_id)"
)
_RESTS_ON = (
    "EXISTS (SELECT 1 FROM annotations_evidence WHERE highlight_id = NEW.id AND withdrawn_at IS NULL)"
    " OR EXISTS (SELECT 1 FROM annotations_link WHERE withdrawn_at IS NULL"
    " AND (source_id = NEW.id OR target_id = NEW.id))"
)


def _withdrawn(column: str) -> str:
    withdrawn_at = f"SELECT withdrawn_at FROM annotations_highlight WHERE id = NEW.{column}"  # noqa: S608
    return f"({withdrawn_at} {LOCKED}) IS NOT NULL"


def _rest_on_standing(table: str, *columns: str) -> tuple[Guard, Guard]:
    """Return two triggers that refuse a row of `table` if one of its highlights is withdrawn.

    One trigger checks rows that are inserted, and one checks withdrawn rows that are restored. `columns` hold
    the ids of the highlights. A row that is itself withdrawn is not checked.
    """
    withdrawn = " OR ".join(_withdrawn(column) for column in columns)
    on_insert = f"(CASE WHEN NEW.withdrawn_at IS NULL THEN {withdrawn} ELSE 1 = 0 END)"
    on_update = f"(CASE WHEN {_BEGINS_TO_STAND} THEN {withdrawn} ELSE 1 = 0 END)"
    return (
        Guard(
            f"{table}_starts_on_standing",
            table,
            "INSERT",
            _RESTS_ON_NOTHING,
            on_insert,
        ),
        Guard(
            f"{table}_stays_on_standing",
            table,
            "UPDATE",
            _RESTS_ON_NOTHING,
            on_update,
        ),
    )


GUARDS: tuple[Guard, ...] = (
    *freezing_guards("annotations_anchor", "An anchor"),
    *freezing_guards("annotations_verdictbasis", "What a verdict was given on"),
    *freezing_guards("annotations_basispassage", "A passage that a verdict was given on"),
    Guard(
        "annotations_anchor_quotes_text",
        "annotations_anchor",
        "INSERT",
        _NOT_THE_TEXT,
        _QUOTE_DIFFERS,
    ),
    Guard(
        "annotations_anchor_own_article",
        "annotations_anchor",
        "INSERT",
        _ELSEWHERE,
        "(SELECT article_id FROM newsroom_revision WHERE id = NEW.revision_id) <> "  # noqa: S608  (constants only)
        + _ARTICLE_OF.format("NEW.highlight_id"),
    ),
    *_rest_on_standing("annotations_evidence", "highlight_id"),
    *_rest_on_standing("annotations_link", "source_id", "target_id"),
    Guard(
        "annotations_highlight_bears_nothing",
        "annotations_highlight",
        "UPDATE",
        _STILL_USED,
        f"NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL AND ({_RESTS_ON})",
    ),
    Guard(
        "annotations_link_two_articles",
        "annotations_link",
        "INSERT",
        _SAME_ARTICLE,
        _ENDS_MEET,
    ),
    Guard(
        "annotations_link_stays_apart",
        "annotations_link",
        "UPDATE",
        _SAME_ARTICLE,
        _ENDS_MEET,
    ),
    Guard(
        "annotations_highlight_stays",
        "annotations_highlight",
        "UPDATE",
        "A highlight cannot move to another article, unless that was parted from its own.",
        f"NEW.article_id <> OLD.article_id AND (NOT {_PARTED} OR {_STANDS_ELSEWHERE})",
    ),
    Guard(
        "annotations_highlight_stays_apart",
        "annotations_highlight",
        "UPDATE",
        _SAME_ARTICLE,
        f"NEW.article_id <> OLD.article_id AND {_LINKED_WITHIN}",
    ),
    # A highlight and its first anchor refer to each other, and the highlight is written first. Therefore each
    # of the two is checked against the other.
    Guard(
        "annotations_highlight_starts_own",
        "annotations_highlight",
        "INSERT",
        _NOT_ITS_OWN,
        _ANCHOR_OF_ANOTHER,
    ),
    Guard(
        "annotations_highlight_stays_own",
        "annotations_highlight",
        "UPDATE",
        _NOT_ITS_OWN,
        _ANCHOR_OF_ANOTHER,
    ),
    Guard(
        "annotations_anchor_own_highlight",
        "annotations_anchor",
        "INSERT",
        _NOT_ITS_OWN,
        "EXISTS (SELECT 1 FROM annotations_highlight WHERE anchor_id = NEW.id AND id <> NEW.highlight_id)",
    ),
)
