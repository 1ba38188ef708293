"""Define the format of a bundle: one file with a whole story, which another desk can read."""
