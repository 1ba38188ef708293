"""The curator's pages of highlights, tags, claims, judgements, origins and comments, one module a noun."""

from annotations.admin import articles, claims, comments, highlights, judgements, origins, tags

__all__ = ["articles", "claims", "comments", "highlights", "judgements", "origins", "tags"]
