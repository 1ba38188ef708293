"""Show and change one highlight: its card, its page, its copies and its review."""
