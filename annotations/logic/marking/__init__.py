"""Find the place of a passage in one revision of an article, and its new place in the next revision."""
