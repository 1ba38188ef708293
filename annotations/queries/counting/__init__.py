"""Read the sources of passages, and which passages count as one source."""
