"""Find the role of each block in its article."""
