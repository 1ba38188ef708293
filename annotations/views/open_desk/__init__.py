"""Define the views that keep an open desk up to date, so that nobody has to reload it."""
