"""The pages and fragments of one highlight: its card, its page, its copies and its review."""
