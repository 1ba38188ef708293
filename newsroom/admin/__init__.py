"""Register the curator's pages for the models of `newsroom`, with one module for each noun."""

from newsroom.admin import activity, articles, imports, outlets, people, revisions, stories

__all__ = ["activity", "articles", "imports", "outlets", "people", "revisions", "stories"]
