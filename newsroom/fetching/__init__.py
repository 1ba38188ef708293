"""Fetch pages and feeds, read files and archives, and decide when to check an address again."""
