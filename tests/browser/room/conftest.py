"""Provide an editor at the desk of a story with two articles, for the tests of the room for its texts."""

from tests.browser.walk_out import articles, desk, editor, story

__all__ = ["articles", "desk", "editor", "story"]
