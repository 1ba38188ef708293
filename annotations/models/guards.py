"""The guards of annotations: frozen anchors, and the rules that reach across tables."""

from newsroom.models.guards import Guard, frozen

_ARTICLE_OF = "(SELECT article_id FROM annotations_highlight WHERE id = {})"
_ENDS_MEET = f"{_ARTICLE_OF.format('NEW.source_id')} = {_ARTICLE_OF.format('NEW.target_id')}"
_QUOTE_DIFFERS = (
    "NEW.state <> 'lost' AND NEW.quote <> substr("
    '(SELECT text FROM newsroom_revision WHERE id = NEW.revision_id), NEW."start" + 1, NEW."end" - '
    'NEW."start")'
)
_ANCHOR_OF_ANOTHER = "(SELECT highlight_id FROM annotations_anchor WHERE id = NEW.anchor_id) <> NEW.id"
_SAME_ARTICLE = "A link joins passages of two different articles."
_NOT_THE_TEXT = "The quote is not what the revision says at this place."
_ELSEWHERE = "A passage's anchor stands in a revision of the passage's own article."
_NOT_ITS_OWN = "A highlight stands at an anchor of its own."

GUARDS: tuple[Guard, ...] = (
    *frozen("annotations_anchor", "An anchor"),
    Guard("annotations_anchor_quotes_text", "annotations_anchor", "INSERT", _NOT_THE_TEXT, _QUOTE_DIFFERS),
    Guard(
        "annotations_anchor_own_article",
        "annotations_anchor",
        "INSERT",
        _ELSEWHERE,
        "(SELECT article_id FROM newsroom_revision WHERE id = NEW.revision_id) <> "  # noqa: S608  (constants only)
        + _ARTICLE_OF.format("NEW.highlight_id"),
    ),
    Guard("annotations_link_two_articles", "annotations_link", "INSERT", _SAME_ARTICLE, _ENDS_MEET),
    Guard("annotations_link_stays_apart", "annotations_link", "UPDATE", _SAME_ARTICLE, _ENDS_MEET),
    Guard(
        "annotations_highlight_stays",
        "annotations_highlight",
        "UPDATE",
        "A highlight cannot move to another article.",
        "NEW.article_id <> OLD.article_id",
    ),
    # A highlight is written before its first anchor, so each of the two is asked about the other.
    Guard(
        "annotations_highlight_starts_own",
        "annotations_highlight",
        "INSERT",
        _NOT_ITS_OWN,
        _ANCHOR_OF_ANOTHER,
    ),
    Guard(
        "annotations_highlight_stays_own", "annotations_highlight", "UPDATE", _NOT_ITS_OWN, _ANCHOR_OF_ANOTHER
    ),
    Guard(
        "annotations_anchor_own_highlight",
        "annotations_anchor",
        "INSERT",
        _NOT_ITS_OWN,
        "EXISTS (SELECT 1 FROM annotations_highlight WHERE anchor_id = NEW.id AND id <> NEW.highlight_id)",
    ),
)
