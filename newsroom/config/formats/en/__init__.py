"""Contain the date and time formats for English."""
