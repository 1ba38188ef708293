"""Read the sources of passages, and the reasons why several passages count as one source."""
