"""Collect what an article states about itself: title, byline, date and outlet."""
