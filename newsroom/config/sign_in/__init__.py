"""Signing in: the log of it, known browsers, and the limit of guesses."""
