"""Decode bytes to text: find the charset, and recognise files that are not text."""
