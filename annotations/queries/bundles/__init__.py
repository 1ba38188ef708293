"""Read what belongs to a story's bundle, and the rows that are here already."""
