"""The pages and fragments of one highlight: its card, its edges, its copies and its review."""
