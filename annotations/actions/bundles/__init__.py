"""Bring the rows of a bundle into this desk."""
