"""Views that keep an open desk up to date, so that nobody has to load it anew."""
