"""The curator's pages of people, outlets, stories, articles, revisions, imports and history, one module a
noun.
"""

from newsroom.admin import activity, articles, imports, outlets, people, revisions, stories

__all__ = ["activity", "articles", "imports", "outlets", "people", "revisions", "stories"]
