"""Define what every reader of a foreign format returns."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ForeignDocument:
    """The document that an annotation is about, as the other tool knows it. A field that the tool does not
    know is empty.

    `article` is an id of an article of this desk. `name` is a file name, or an id in the other tool. `text`
    is the text into which the positions of the annotations point.
    """

    url: str = ""
    article: str = ""
    title: str = ""
    name: str = ""
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ForeignComment:
    """A reply to an annotation. `at` is its time as the other tool wrote it, or empty."""

    body: str
    author: str = ""
    at: str = ""
    foreign_id: str = ""


@dataclass(frozen=True, slots=True)
class ForeignAnnotation:
    """An annotation of another tool.

    `exact` are the marked words, `prefix` and `suffix` the words around them. `start` is a position in code
    points of the other tool's text, or None. That text may differ from the article, so `start` is only a
    hint. `author` and `at` (the time) are as the other tool wrote them.
    """

    foreign_id: str
    document: ForeignDocument
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    author: str = ""
    at: str = ""
    comments: tuple[ForeignComment, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """A relation between two annotations, by their foreign ids. `label` is the other tool's word for it."""

    foreign_id: str
    source: str
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ForeignTag:
    """An entry of a foreign codebook. `path` has a slash between its levels."""

    path: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class ForeignAnnotations:
    """Everything that was read from a file of `tool`.

    `unread` has a sentence for each thing that has no place on this desk.
    """

    tool: str
    annotations: tuple[ForeignAnnotation, ...] = ()
    links: tuple[ForeignLink, ...] = ()
    tags: tuple[ForeignTag, ...] = ()
    unread: tuple[str, ...] = ()
