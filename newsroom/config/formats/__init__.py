"""Define how times are written, with their zone, if a page does not format them itself."""
