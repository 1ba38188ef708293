"""Pages and fragments of one highlight: its card, its edges, its copies, its review."""
