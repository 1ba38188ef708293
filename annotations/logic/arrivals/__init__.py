"""Decide which passages annotations of other tools are: their identity, and their place in an article."""
