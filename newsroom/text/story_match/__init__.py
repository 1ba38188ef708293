"""Estimate which story an article is part of."""
