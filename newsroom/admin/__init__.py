"""Register the admin pages for the models of `newsroom`, with one module for each group of models."""

from newsroom.admin import activity, articles, imports, outlets, people, revisions, stories, tokens

__all__ = ["activity", "articles", "imports", "outlets", "people", "revisions", "stories", "tokens"]
