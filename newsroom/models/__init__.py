"""Define the models for articles and reading: people, outlets, stories, articles, revisions, imports."""

from newsroom.models.activity import Activity, Subject, Verb
from newsroom.models.api_tokens import ApiToken
from newsroom.models.articles import Article
from newsroom.models.foreign_rows import ForeignRow
from newsroom.models.imports import (
    ImportBatch,
    ImportItem,
    ImportQuestion,
    ImportTable,
    SeveralChoice,
    UnlikeChoice,
)
from newsroom.models.outlets import Outlet, OutletAlias, OutletKind
from newsroom.models.password_links import PasswordLink
from newsroom.models.people import User
from newsroom.models.revisions import Capture, Original, Revision
from newsroom.models.sentences import Sentence, Vocabulary
from newsroom.models.stories import Story, StoryArticle

__all__ = [
    "Activity",
    "ApiToken",
    "Article",
    "Capture",
    "ForeignRow",
    "ImportBatch",
    "ImportItem",
    "ImportQuestion",
    "ImportTable",
    "Original",
    "Outlet",
    "OutletAlias",
    "OutletKind",
    "PasswordLink",
    "Revision",
    "Sentence",
    "SeveralChoice",
    "Story",
    "StoryArticle",
    "Subject",
    "UnlikeChoice",
    "User",
    "Verb",
    "Vocabulary",
]
