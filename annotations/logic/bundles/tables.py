"""List the tables of a bundle with their fields.

A row of a table is a JSON object with exactly these fields. Rows refer to each other by what is the same on
every desk: an id that is a UUID, the path of a tag, the name of an outlet, the number of a revision.
"""

from annotations.logic.bundles.fields import (
    ID,
    MAKING,
    UID,
    WITHDRAWAL,
    BundleField,
    BundleTable,
    FieldKind,
    article_field,
    moment_field,
    number_field,
    person_field,
    row_field,
    text_field,
    truth_field,
)

#: The version of the format. It grows when a table or a field changes its meaning.
VERSION = 1
FORMAT = "newsroom-bundle"

OUTLETS = BundleTable(
    "outlets",
    "outlets of the articles, and those that tellers and origins name, with their owners",
    ("name",),
    (
        text_field("name"),
        text_field("domain"),
        text_field("kind"),
        BundleField("owner", FieldKind.TEXT, "owner.name", "outlets", optional=True),
        BundleField("aliases", FieldKind.LIST),
        moment_field("created_at"),
    ),
)
STORIES = BundleTable(
    "stories",
    "the story",
    ("uid",),
    (
        UID,
        text_field("slug"),
        text_field("title"),
        text_field("summary"),
        text_field("place"),
        BundleField("starts_on", FieldKind.DAY, optional=True),
        BundleField("ends_on", FieldKind.DAY, optional=True),
        *MAKING,
    ),
)
ARTICLES = BundleTable(
    "articles",
    "articles of the story, and those that its rows refer to; the newest revision is the current one",
    ("uid",),
    (
        UID,
        text_field("title"),
        BundleField("outlet", FieldKind.TEXT, "outlet.name", "outlets", optional=True),
        text_field("external_id"),
        text_field("address"),
        *MAKING,
    ),
)
REVISIONS = BundleTable(
    "revisions",
    "all revisions of the articles. The text of each is the file texts/ARTICLE/NUMBER.txt; `original` is the"
    " SHA-256 of its bytes if the bundle has them in originals/; `blocks` and `marks` are spans of the text",
    ("article", "number"),
    (
        article_field(),
        number_field("number"),
        text_field("headline"),
        text_field("byline"),
        text_field("credit"),
        moment_field("published_at", optional=True),
        truth_field("published_on_day"),
        text_field("url"),
        text_field("language"),
        text_field("sha256"),
        BundleField("blocks", FieldKind.LIST),
        BundleField("marks", FieldKind.LIST),
        number_field("words"),
        number_field("normaliser"),
        BundleField("corrects", FieldKind.NUMBER, "corrects.number", optional=True),
        BundleField("read", FieldKind.OBJECT),
        BundleField("original", FieldKind.TEXT, optional=True),
        text_field("original_name"),
        text_field("format"),
        text_field("charset"),
        BundleField("kept_lines", FieldKind.LIST),
        BundleField("capture", FieldKind.OBJECT, optional=True),
        *MAKING,
    ),
    fixed=True,
)
PLACES = BundleTable(
    "places",
    "the articles of the story, in the order in which they were added",
    ("article",),
    (article_field(), person_field("added_by"), moment_field("added_at")),
    fixed=True,
)
ORIGINS = BundleTable(
    "origins",
    "origins of the articles",
    ("id",),
    (
        ID,
        text_field("name"),
        text_field("kind"),
        text_field("state"),
        text_field("reason"),
        person_field("decided_by", optional=True),
        moment_field("decided_at", optional=True),
        moment_field("created_at"),
    ),
)
PROVENANCES = BundleTable(
    "provenances",
    "which article comes from which origin",
    ("origin", "article"),
    (row_field("origin", "origins"), article_field(), moment_field("created_at")),
    fixed=True,
)
TAGS = BundleTable(
    "tags",
    "tags of the highlights",
    ("path",),
    (text_field("path"), text_field("hue"), text_field("definition"), *MAKING),
)
HIGHLIGHTS = BundleTable(
    "highlights",
    "highlights; `anchor` is the present place of each",
    ("id",),
    (
        ID,
        article_field(),
        BundleField("anchor", FieldKind.ID, "anchor_id"),
        text_field("note"),
        text_field("attribution"),
        truth_field("attribution_guessed"),
        text_field("teller"),
        truth_field("teller_guessed"),
        row_field("projected_from", "highlights", optional=True),
        number_field("version"),
        *MAKING,
        moment_field("updated_at"),
        *WITHDRAWAL,
    ),
)
ANCHORS = BundleTable(
    "anchors",
    "all places of the highlights, each in one revision; `start` and `end` count code points",
    ("id",),
    (
        ID,
        row_field("highlight", "highlights"),
        BundleField("revision", FieldKind.NUMBER, "revision.number"),
        number_field("start", optional=True),
        number_field("end", optional=True),
        text_field("quote"),
        text_field("prefix"),
        text_field("suffix"),
        text_field("state"),
        *MAKING,
    ),
    fixed=True,
)
TAGGINGS = BundleTable(
    "taggings",
    "tags of the highlights, in the order in which they were added",
    ("highlight", "tag"),
    (
        row_field("highlight", "highlights"),
        BundleField("tag", FieldKind.TEXT, "tag.path", "tags"),
        person_field("added_by"),
        moment_field("added_at"),
    ),
    fixed=True,
)
CLAIMS = BundleTable(
    "claims",
    "claims of the story",
    ("id",),
    (
        ID,
        text_field("statement"),
        text_field("status"),
        text_field("verdict"),
        text_field("rationale"),
        moment_field("settled_at", optional=True),
        person_field("settled_by", optional=True),
        number_field("version"),
        *MAKING,
        moment_field("updated_at"),
    ),
)
EVIDENCE = BundleTable(
    "evidence",
    "passages that bear on the claims; withdrawn ones only if a verdict was given on them",
    ("id",),
    (
        ID,
        row_field("claim", "claims"),
        row_field("highlight", "highlights"),
        text_field("relation"),
        text_field("note"),
        *MAKING,
        *WITHDRAWAL,
    ),
)
LINKS = BundleTable(
    "links",
    "links with one end or both in the story's articles",
    ("id",),
    (
        ID,
        row_field("source", "highlights"),
        row_field("target", "highlights"),
        text_field("relation"),
        text_field("aspect"),
        text_field("note"),
        *MAKING,
    ),
)
SILENCES = BundleTable(
    "silences",
    "statements that an article does not mention a claim",
    ("id",),
    (ID, row_field("claim", "claims"), article_field(), *MAKING),
)
INDEPENDENCES = BundleTable(
    "independences",
    "statements that two articles are independent sources of a claim; `first` is the lower of both ids",
    ("id",),
    (
        ID,
        row_field("claim", "claims"),
        article_field("first"),
        article_field("second"),
        text_field("reason"),
        *MAKING,
    ),
)
COMMENTS = BundleTable(
    "comments",
    "comments on the story's claims, and on passages of its articles",
    ("uid",),
    (
        UID,
        row_field("highlight", "highlights", optional=True),
        row_field("claim", "claims", optional=True),
        text_field("body"),
        *MAKING,
    ),
)
BASES = BundleTable(
    "verdict_bases",
    "what each verdict was given on; each of `passages` has `evidence`, `anchor` and `relation`",
    ("claim", "created_at"),
    (
        row_field("claim", "claims"),
        text_field("statement"),
        number_field("at_least"),
        number_field("at_most"),
        number_field("contradicting"),
        BundleField("passages", FieldKind.LIST),
        moment_field("created_at"),
    ),
    fixed=True,
)
#: All tables, each after those that it refers to.
TABLES = (
    OUTLETS,
    STORIES,
    ARTICLES,
    REVISIONS,
    PLACES,
    ORIGINS,
    PROVENANCES,
    TAGS,
    HIGHLIGHTS,
    ANCHORS,
    TAGGINGS,
    CLAIMS,
    EVIDENCE,
    LINKS,
    SILENCES,
    INDEPENDENCES,
    COMMENTS,
    BASES,
)
